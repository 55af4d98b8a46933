/**
 * A roster in columns whose cells extraction wrote below one another, or, of three columns, beside one another.
 *
 * roster := heading heading+ line+      the headings on one line or each on its own; line := cell+
 * The orders in which the cells can come are those of columnorders.ts; the one is taken whose columns read best. Where
 * blanks keep three columns apart there is but one.
 */
import { type Note, rangeOf } from '../../note/note.js';
import type { Participant } from '../../record/schema.js';
import { joinFlow } from '../../text/flow.js';
import type { FlowLine } from '../../text/flowline.js';
import { costOfColumns } from './columncost.js';
import { type Entry, readColumn } from './columnentries.js';
import { cheapest, type Order } from './columnorders.js';
import { moveEmptyHeadings } from './emptyheadings.js';
import {
  type ColumnHeading,
  readColumnHeading,
  readColumnRow,
  readGroupHeading,
  readSideRemainder,
} from './headings.js';
import { linesOf, placedCells, splitLine } from './interleavedcells.js';
import { type Headings, ordersOf } from './interleavedorder.js';
import { toParticipant } from './participant.js';
import { readPerson } from './person.js';
import type { RosterResult } from './roster/roster.js';
import { isWorded } from './roster/section.js';

/** What a reading may cost for each entry; dearer ones are not understood. */
const MOST_COST = 0.45;

/** A line that the row-by-row reading has left out. */
const LEFT_OUT = 1;

/**
 * Reads the columns whose headings begin at `start`.
 * @param plain the roster as read row by row, which stands unless another order reads better
 * @returns null where there are no such headings, or no order reads well
 */
export function readInterleaved(
  note: Note,
  start: number,
  isEnd: (line: FlowLine) => boolean,
  plain: RosterResult,
): RosterResult | null {
  const headings = readHeadings(note, start);
  const worded = isWorded(note.lines[start]?.text ?? '');
  const printed = headings && linesOf(note, headings.end, worded, isEnd);
  if (!headings || !printed) return null;
  const body = withoutRemainders(headings, printed);
  if (headings.starts === null && body.length < 4) return null;
  // Of two columns that stand apart the plain reading knows which is which.
  if (headings.columns.length === 2 && body.some((line) => line.cells.length > 1)) return null;
  const best = cheapestOrder(note, headings, body);
  if (!best || best.columns.some((column) => column.length === 0)) return null;
  if (best.weight > best.columns.flat().length * MOST_COST) return null;
  const end = headings.end + printed.length;
  if (!isBetter(best, plain, end, headings, note)) return null;
  const participants = best.columns.flatMap((column, at) =>
    column.flatMap((entry) => participantOf(entry, headings.columns[at], note)),
  );
  return {
    participants: participants.sort((a, b) => a.lines[0] - b.lines[0]),
    columns: best.columns,
    end,
  };
}

/** "(KiU)" in the row below "För kommunerna i Uppsala län": the rest of that column's heading, whatever stands beside it. */
function withoutRemainders(headings: Headings, body: readonly FlowLine[]): FlowLine[] {
  const [first, ...others] = body;
  const { starts } = headings;
  if (!first || !starts) return [...body];
  const rest = first.cells.filter(({ text, x }) => {
    const side = readSideRemainder(text);
    const column = headings.columns[starts.findIndex((start) => Math.abs(start - x) <= NEAR)];
    if (side === null || !column) return true;
    column.side = side;
    return false;
  });
  if (rest.length === first.cells.length) return [...body];
  const text = rest.map((cell) => cell.text).join(' ');
  return rest.length > 0 ? [{ ...first, cells: rest, text }, ...others] : others;
}

/** How far from its column's heading a cell may begin, in characters. */
const NEAR = 2;

/** The columns in the order that reads best, and what it costs. */
interface ReadColumns {
  columns: Entry[][];
  /** What the order itself costs, and that with what its columns do. */
  cost: number;
  weight: number;
}

function cheapestOrder(
  note: Note,
  headings: Headings,
  body: readonly FlowLine[],
): ReadColumns | null {
  const placed = headings.starts && placedCells(body, headings.starts, note);
  const cells = placed?.map(({ line }) => line) ?? body.flatMap((line) => splitLine(line, note));
  const sides = headings.columns.map(({ side }) => side);
  const areHeadings = cells.map(({ text }) => readGroupHeading(text) !== null);
  const settled = (order: readonly number[]): readonly number[] =>
    sides.length === 2 && !placed ? moveEmptyHeadings(areHeadings, order) : order;
  const read = (order: Order): Entry[][] =>
    columnsOf(cells, settled(order.columns), sides.length).map((column) =>
      readColumn(column, note),
    );
  const weigh = (order: Order): number => order.cost + costOfColumns(read(order), sides, note);
  const orders = placed
    ? [{ columns: placed.map(({ column }) => column), cost: 0 }]
    : ordersOf(cells, headings, note, weigh);
  const whole = orders.filter(({ columns }) =>
    sides.every((_, column) => columns.includes(column)),
  );
  const best = cheapest(whole, weigh);
  return best && { columns: read(best.order), cost: best.order.cost, weight: best.weight };
}

/** Where both read as well, the order stands that the headings suggest. */
function isBetter(
  best: ReadColumns,
  plain: RosterResult,
  end: number,
  { columns, stacked }: Headings,
  note: Note,
): boolean {
  if (columns.length > 2) return true;
  const sides = columns.map(({ side }) => side);
  const left = Math.max(0, end - plain.end) * LEFT_OUT;
  const cost = costOfColumns(plain.columns, sides, note) + left;
  return best.weight < cost || (stacked && best.cost === 0 && best.weight === cost);
}

const MOST_COLUMNS = 4;

function readHeadings(note: Note, start: number): Headings | null {
  const first = note.lines[start];
  if (!first || first.cells.length === 2) return null;
  const printed = first.cells.map(({ text }) => text);
  const row = readColumnRow(first.text, printed);
  if (row) {
    const starts = printed.length > 2 ? first.cells.map(({ x }) => x) : null;
    return { columns: row, stacked: false, starts, end: start + 1 };
  }
  const columns: ColumnHeading[] = [];
  let end = start;
  for (const line of note.lines.slice(start, start + MOST_COLUMNS * 2)) {
    if (columns.length === MOST_COLUMNS) break;
    const rest = readSideRemainder(line.text);
    const last = columns.at(-1);
    if (rest !== null && last) {
      last.side = rest;
      end += 1;
      continue;
    }
    const several = columns.length > 0 ? readColumnRow(line.text, [line.text]) : null;
    if (several) {
      columns.push(...several);
      end += 1;
      continue;
    }
    const column = readColumnHeading(line.text);
    if (!column || (column.side !== null && columns.length > 0 && readGroupHeading(line.text)))
      break;
    columns.push({ ...column });
    end += 1;
  }
  if (columns.filter(({ side }) => side !== null).length < 2) return null;
  return { columns, stacked: true, starts: null, end };
}

const columnsOf = (
  lines: readonly FlowLine[],
  columns: readonly number[],
  width: number,
): FlowLine[][] =>
  Array.from({ length: width }, (_, column) => lines.filter((__, at) => columns[at] === column));

function participantOf(
  entry: Entry,
  heading: ColumnHeading | undefined,
  note: Note,
): Participant[] {
  const emphasised = entry.lines.flatMap((line) => line.emphasised);
  const person = readPerson(joinFlow(entry.lines, note.flow), note.known, emphasised);
  if (!person) return [];
  const group = entry.group ?? heading?.group ?? null;
  const participant = toParticipant(person, group, rangeOf(entry.lines));
  return [{ ...participant, side: heading?.side ?? null }];
}
