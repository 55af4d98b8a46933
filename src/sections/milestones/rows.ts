/** Rows of a table that give a date and what is to happen. */
import type { DateContext } from '../../dates/index.js';
import { FULL_MONTH, YEAR } from '../../dates/vocabulary.js';
import type { Note } from '../../note/note.js';
import type { Milestone } from '../../record/schema.js';
import type { FlowLine } from '../../text/flowline.js';
import { isNameLike, type MilestoneContext, push } from './adding.js';
import { dateAlone } from './entries.js';
import { isToCome } from './tocome.js';

/** A table's row whose first cell is a date and whose others are what is to happen, or the other way round. */
export function readRow(
  note: Note,
  line: FlowLine,
  found: Milestone[],
  context: MilestoneContext,
  taken: ReadonlySet<string>,
): boolean {
  const [first, second, ...others] = cellsOfRow(note, line, context.dates);
  if (first === undefined || second === undefined || line.text.length > 200) return false;
  const inFront = dateAlone(first, context.dates);
  if (inFront && (!isToCome(inFront, context.dates) || dateAlone(second, context.dates)))
    return false;
  if (inFront) {
    push(found, [second, ...others].join(' '), inFront, line.text, [line], context);
    return true;
  }
  // "Reservplan | Regionen | 30 april 2025": what stands between is who does it.
  const last = others.at(-1) ?? second;
  const inSecond = dateAlone(second, context.dates);
  const beside = inSecond ?? dateAlone(last, context.dates);
  if (!beside || !isToCome(beside, context.dates)) return false;
  if (!/^\p{Lu}/u.test(first) || isNameLike(first)) return false;
  if (!inSecond && beside.unit === 'year') return false;
  if (taken.has(`${line.no}:${beside.text}`)) return false;
  push(found, first, beside, line.text, [line], context);
  return true;
}

/** "November 2026 Redovisning", whose month fills its column, right below or above another such row, or one whose cells stand apart. */
function cellsOfRow(note: Note, line: FlowLine, dates: DateContext): string[] {
  const cells = line.cells.map((cell) => cell.text);
  const [, month = '', rest = ''] = MONTH_ROW.exec(line.text) ?? [];
  if (cells.length !== 1 || month === '') return cells;
  const isInTable = [line.at - 1, line.at + 1].some((at) => {
    const [first, ...others] = note.lines[at]?.cells ?? [];
    if (MONTH_ROW.test(note.lines[at]?.text ?? '')) return true;
    return first !== undefined && others.length > 0 && dateAlone(first.text, dates) !== null;
  });
  return isInTable ? [month, rest] : cells;
}

const MONTH_ROW = new RegExp(String.raw`^(${FULL_MONTH}\s${YEAR})\s(\p{Lu}.*)$`, 'iu');
