/**
 * Minutes in two columns: an item's title stands in the margin, and what was said of it beside and below.
 *
 * item := number title-cell text-cell (title-cell? text-cell)* text-cell*
 * The title's lines are put together on the first of them, and the text follows on lines of its own.
 */
import { type Cell, SECOND_PART, type SourceLine, usualGap } from './sourceline.js';

/** Fewer items may be a table's rows. */
const FEWEST = 3;
/** The text begins so many characters in, at the least. */
const FAR_IN = 15;
/** A column's lines begin within so many characters of each other. */
const NEAR = 3;
/** Of the lines between the first item and the last so many hold text alone: in a table each row has its cells. */
const MOST_ALONE = 0.5;

const NUMBERED = /^(?:§\s?)?\d{1,2}[.)]?\s+\p{Lu}/u;

/** @returns the lines that hold something, titles before their texts; all of them where the note has no such columns */
export function partMarginTitles(all: readonly SourceLine[]): readonly SourceLine[] {
  const lines = all.filter(({ text, bullet }) => text !== '' || bullet !== null);
  const numbered = lines.filter(
    ({ cells }) => cells.length === 2 && NUMBERED.test(cells[0]?.text ?? ''),
  );
  const column = columnOf(numbered);
  const first = numbered[0];
  const last = numbered.at(-1);
  if (column === null || !first || !last || !standsAlone(lines, first, last, column)) return all;
  const starts = new Set(numbered.filter((line) => isAt(line.cells[1], column)));
  const usual = usualGap(lines);
  const parted: SourceLine[] = [];
  for (let at = 0; at < lines.length;) {
    const line = lines[at];
    if (!line) break;
    const title = starts.has(line) ? titleLines(lines, at, column, usual) : [line];
    parted.push(...(starts.has(line) ? apart(title, column) : title));
    at += title.length;
  }
  return parted;
}

const isAt = (cell: Cell | undefined, column: number): boolean =>
  cell !== undefined && Math.abs(cell.x - column) <= NEAR;

/** Where the texts of most items begin; null where they do not agree. */
function columnOf(numbered: readonly SourceLine[]): number | null {
  const starts = numbered.map(({ cells }) => cells[1]?.x ?? 0).sort((a, b) => a - b);
  const middle = starts[Math.floor(starts.length / 2)] ?? 0;
  const agreeing = starts.filter((start) => Math.abs(start - middle) <= NEAR);
  return middle >= FAR_IN && agreeing.length >= Math.max(FEWEST, starts.length * MOST_ALONE)
    ? middle
    : null;
}

function standsAlone(
  lines: readonly SourceLine[],
  first: SourceLine,
  last: SourceLine,
  column: number,
): boolean {
  const between = lines.filter(({ no, text }) => no > first.no && no < last.no && text !== '');
  const alone = between.filter(({ cells }) => (cells[0]?.x ?? 0) >= column - NEAR);
  return alone.length >= between.length * MOST_ALONE;
}

/** The item's first line, and those right below it that have a cell in the margin too. */
function titleLines(
  lines: readonly SourceLine[],
  at: number,
  column: number,
  usual: number,
): SourceLine[] {
  const rest = lines.slice(at + 1);
  const end = rest.findIndex(
    ({ cells, gap }) =>
      gap > usual || cells.length === 0 || (cells[0]?.x ?? 0) >= column - NEAR || cells.length > 2,
  );
  return lines.slice(at, at + 1 + (end < 0 ? rest.length : end));
}

/** The whole title, and then what stands beside each of its lines. */
function apart(lines: readonly SourceLine[], column: number): SourceLine[] {
  const [first] = lines;
  if (!first) return [];
  const inMargin = lines.flatMap(({ cells }) => cells.filter(({ x }) => x < column - NEAR));
  const title = inMargin.map(({ text }) => text).join(' ');
  const texts = lines.flatMap((line, at) => {
    const cell = line.cells.find(({ x }) => x >= column - NEAR);
    if (!cell) return [];
    const own = { ...line, text: cell.text, cells: [cell], indent: cell.x, gap: at === 0 ? 1 : 0 };
    return [at === 0 ? { ...own, no: line.no + SECOND_PART, pageTop: false } : own];
  });
  return [{ ...first, text: title, cells: [{ text: title, x: 0 }] }, ...texts];
}
