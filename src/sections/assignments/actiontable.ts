/**
 * Action lists set as tables: heads such as "Vad  Vem  När" over one row for each undertaking.
 *
 * heads := what owner [ when ], in any order, on one line ; row := the cells below them, kept apart by blanks
 */
import { pattern } from '../../text/pattern.js';
import type { FlowLine } from '../../text/flowline.js';
import { gapAbove } from '../../text/wrapping.js';

const WHAT_WORDS = String.raw`(?:vad(?:\s+ska\s+göras)?|aktivitet|åtgärd|uppgift|att\s+göra|punkt|insats|fråga|ärende|uppdrag)`;
const WHO_WORDS = String.raw`(?:vem|ansvarig(?:a)?|utförare|ägare|namn|ansvar)`;
const WHEN_WORDS = String.raw`(?:när|klart\s+senast|klart?|senast|deadline|datum|tidpunkt|tid|slutdatum)`;
/** One head, as a pattern. */
export const HEAD_WORDS = `(?:${WHAT_WORDS}|${WHO_WORDS}|${WHEN_WORDS})`;
const WHAT = pattern(`^${WHAT_WORDS}$`);
const WHO = pattern(`^${WHO_WORDS}$`);
const WHEN = pattern(`^${WHEN_WORDS}$`);

export type Part = 'what' | 'who' | 'when' | 'other';

interface Column {
  part: Part;
  x: number;
}

export interface TableAction {
  text: string;
  owners: string | null;
  deadline: string | null;
  lines: FlowLine[];
}

/** The columns that a line of heads names; null where it is no such line. */
export function readActionHeads(line: FlowLine | undefined): Column[] | null {
  if (!line || line.cells.length < 2 || line.bullet !== null) return null;
  const columns = line.cells.map(({ text, x }) => ({ part: headPart(text), x }));
  const parts = columns.map(({ part }) => part);
  return parts.includes('what') && parts.includes('who') ? columns : null;
}

/** Which column a head names; `other` where the word is none. */
export function headPart(printed: string): Part {
  const head = printed.replace(/:$/u, '').trim();
  if (WHAT.test(head)) return 'what';
  if (WHO.test(head)) return 'who';
  return WHEN.test(head) ? 'when' : 'other';
}

/** What a row says, its cells told apart. */
export type Row = Omit<TableAction, 'lines'>;

/** Rows below the heads, each with the lines that wrap its cells; they end with the first line that holds no task or wraps none.
 * @param partRow tells apart the cells of a row that fills its line
 */
export function readActionRows(
  lines: readonly FlowLine[],
  columns: readonly Column[],
  partRow: (text: string) => Row | null,
): TableAction[] {
  const centred = readCentred(lines, columns);
  if (centred) return centred;
  const actions: TableAction[] = [];
  const isSpread = standsSpread(lines);
  for (const line of lines) {
    if (line.bullet !== null) break;
    const row = line.cells.length === 1 ? partRow(line.text) : null;
    if (row?.owners != null && row.deadline !== null) {
      actions.push({ ...row, lines: [line] });
      continue;
    }
    const cells = cellsUnder(line, columns);
    const open = actions.at(-1);
    const isApart = isSpread ? gapAbove(line) > 0 : line.cells.length > 1 || line.gap > 0;
    const isRow = cells.what !== undefined && (isApart || !open);
    if (isRow)
      actions.push({
        text: cells.what ?? '',
        owners: cells.who ?? null,
        deadline: cells.when ?? null,
        lines: [line],
      });
    else if (open && (isSpread ? gapAbove(line) <= 0 : line.gap === 0)) addTo(open, cells, line);
    else break;
  }
  return actions;
}

/**
 * Cells that stand in the middle of their rows: above and below the line with the owner its row has as many lines of
 * the task. @returns null where no owner stands beside nothing
 */
function readCentred(lines: readonly FlowLine[], columns: readonly Column[]): TableAction[] | null {
  const actions: TableAction[] = [];
  let above: FlowLine[] = [];
  let below = 0;
  let isCentred = false;
  for (const [at, line] of lines.entries()) {
    if (line.bullet !== null || (at > 0 && gapAbove(line) > 0)) break;
    const cells = cellsUnder(line, columns);
    const open = actions.at(-1);
    if (cells.who !== undefined) {
      isCentred ||= cells.what === undefined;
      const own = above.map((one) => cellsUnder(one, columns).what ?? '');
      const text = [...own, cells.what ?? ''].filter((part) => part !== '').reduce(joinCell, '');
      actions.push({
        text,
        owners: cells.who,
        deadline: cells.when ?? null,
        lines: [...above, line],
      });
      below = above.length;
      above = [];
    } else if (open && below > 0 && cells.what !== undefined) {
      addTo(open, cells, line);
      below -= 1;
    } else above.push(line);
  }
  return isCentred && actions.every(({ text }) => text !== '') ? actions : null;
}

/** "nattbeman-" over "ning" is one word. */
const joinCell = (before: string, more: string): string =>
  before === ''
    ? more
    : /\p{Ll}-$/u.test(before) && /^(?!och\s|eller\s)\p{Ll}/u.test(more)
      ? `${before.slice(0, -1)}${more}`
      : `${before} ${more}`;

/** Every line stands over a gap, and each row over a larger one: lines that are closer wrap its cells. */
function standsSpread(lines: readonly FlowLine[]): boolean {
  const rows = lines.slice(1, MOST_ROWS).filter(({ cells }) => cells.length > 1);
  return lines.every(({ spacing }) => spacing > 0) && rows.some((line) => gapAbove(line) > 0);
}

/** So many lines of a table show how it stands. */
const MOST_ROWS = 12;

type Cells = Partial<Record<Part, string>>;

function cellsUnder(line: FlowLine, columns: readonly Column[]): Cells {
  const cells: Cells = {};
  const isWhole = line.cells.length === columns.length;
  for (const [at, cell] of line.cells.entries()) {
    // Heads may stand in the middle of their columns: in a whole row the order tells.
    const column = isWhole
      ? columns[at]
      : (columns.findLast(({ x }) => cell.x >= x - 3) ?? columns[0]);
    const part = column?.part ?? 'other';
    cells[part] = cells[part] === undefined ? cell.text : `${cells[part]} ${cell.text}`;
  }
  return cells;
}

function addTo(action: TableAction, cells: Cells, line: FlowLine): void {
  const join = (before: string | null, more: string | undefined): string | null =>
    more === undefined ? before : joinCell(before ?? '', more);
  action.text = join(action.text, cells.what) ?? '';
  action.owners = join(action.owners, cells.who);
  action.deadline = join(action.deadline, cells.when);
  action.lines.push(line);
}
