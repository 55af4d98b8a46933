/**
 * A roster in columns whose cells extraction wrote below one another, or, of three columns, beside one another.
 *
 * roster := heading heading+ line+      the headings on one line or each on its own; line := cell+
 * The orders in which the cells can come are those of columnorders.ts; the one is taken whose columns read best. Where
 * blanks keep three columns apart there is but one.
 */
import type { Participant } from '../../record/schema.js';
import { splitAtColumns } from '../../text/cells.js';
import type { FlowLine } from '../../text/flowline.js';
import { joinFlow } from '../../text/flow.js';
import { type Note, rangeOf } from '../../note/note.js';
import { costOfColumns } from './columncost.js';
import { cheapest, inTurn, oneAfterTheOther, type Order } from './columnorders.js';
import { splitFlatRow } from './columns.js';
import { type Entry, readColumn } from './columnentries.js';
import { moveEmptyHeadings } from './emptyheadings.js';
import {
  type ColumnHeading,
  readColumnHeading,
  readColumnRow,
  readGroupHeading,
  readSideHeading,
  readSideRemainder,
} from './headings.js';
import { toParticipant } from './participant.js';
import { readPerson } from './person.js';
import type { RosterResult } from './roster/roster.js';
import { isWorded } from './roster/section.js';

/** A roster is not longer, in lines. */
const MOST_LINES = 90;
/** What a reading may cost for each entry; dearer ones are not understood. */
const MOST_COST = 0.45;
/** An order that the headings do not suggest must read better than the one they do. */
const UNLIKELY = 0.6;
/** Below headings on one line the cells come in rows rather than column by column. */
const IN_ROWS = 0.1;
const BY_COLUMN = 0.3;
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
  const body = headings && linesOf(note, headings.end, worded, isEnd);
  if (!headings || !body || (headings.starts === null && body.length < 4)) return null;
  // Of two columns that stand apart the plain reading knows which is which.
  if (headings.columns.length === 2 && body.some((line) => line.cells.length > 1)) return null;
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
  const best = cheapest(whole.map((order) => ({ ...order, weight: weigh(order) })));
  const columns = best ? read(best) : [];
  if (!best || columns.some((column) => column.length === 0)) return null;
  if (best.weight > columns.flat().length * MOST_COST) return null;
  const end = headings.end + body.length;
  if (!isBetter(best, plain, end, headings, note)) return null;
  const participants = columns.flatMap((column, at) =>
    column.flatMap((entry) => participantOf(entry, headings.columns[at], note)),
  );
  return {
    participants: participants.sort((a, b) => a.lines[0] - b.lines[0]),
    columns,
    end,
  };
}

/** Where both read as well, the order stands that the headings suggest. */
function isBetter(
  best: Order & { weight: number },
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

interface Headings {
  columns: ColumnHeading[];
  /** Each stood on a line of its own. */
  stacked: boolean;
  /** Where the columns begin, if blanks keep three or more of them apart. */
  starts: number[] | null;
  end: number;
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
    const column = readColumnHeading(line.text);
    if (!column || (column.side !== null && columns.length > 0 && readGroupHeading(line.text)))
      break;
    columns.push({ ...column });
    end += 1;
  }
  if (columns.filter(({ side }) => side !== null).length < 2) return null;
  return { columns, stacked: true, starts: null, end };
}

/**
 * @param worded the sides are headed with "För": what ends with an abbreviation otherwise is a cell's
 * @returns null where another side begins, or a line is too long for a cell
 */
function linesOf(
  note: Note,
  from: number,
  worded: boolean,
  isEnd: (line: FlowLine) => boolean,
): FlowLine[] | null {
  const lines: FlowLine[] = [];
  for (const line of note.lines.slice(from, from + MOST_LINES)) {
    if (isEnd(line)) return lines;
    const isHeading =
      (!worded || isWorded(line.text)) &&
      readSideHeading(line.text) !== null &&
      readGroupHeading(line.text) === null;
    if (isHeading || line.text.length > 160) return null;
    lines.push(line);
  }
  return null;
}

/** The cells of a line that holds several; they stand apart, or one begins where a person does. */
function splitLine(line: FlowLine, note: Note): FlowLine[] {
  const texts =
    line.cells.length > 1
      ? line.cells.map(({ text }) => text)
      : splitAgain(splitFlatRow(line.text, note.known), note);
  return texts.length === 1 ? [line] : texts.map((text) => cellOf(line, text));
}

const splitAgain = (texts: readonly string[], note: Note): string[] =>
  texts.length === 1
    ? [...texts]
    : texts.flatMap((text) => splitAgain(splitFlatRow(text, note.known), note));

const cellOf = (line: FlowLine, text: string): FlowLine => ({
  ...line,
  text,
  cells: [{ text, x: 0 }],
});

interface Placed {
  line: FlowLine;
  column: number;
}

/** Each cell in the column at whose beginning it stands. */
function placedCells(lines: readonly FlowLine[], starts: readonly number[], note: Note): Placed[] {
  return lines.flatMap((line) =>
    splitAtColumns(line.cells, starts.slice(1), (one, other) =>
      [one, other].every((text) => readPerson(text, note.known) !== null),
    ).map(({ text, x }) => ({
      line: cellOf(line, text),
      column: Math.max(
        0,
        starts.findLastIndex((start) => start <= x + 3),
      ),
    })),
  );
}

/** The orders that can be, each with what it costs to believe in it. */
function ordersOf(
  lines: readonly FlowLine[],
  { columns, stacked }: Headings,
  note: Note,
  weigh: (order: Order) => number,
): Order[] {
  const width = columns.length;
  const least = Math.min(...lines.slice(1).map((line) => line.gap));
  const starts = startsOf(lines, note);
  const blocks = numberBlocks(
    lines,
    (line, at) => line.gap > least && line.no !== lines[at - 1]?.no,
  );
  const each = lines.map((_, at) => at);
  const entries = numberBlocks(lines, (line) => starts.has(line));
  const groups = numberBlocks(lines, isGroup);
  const hasBlocks = (blocks.at(-1) ?? 0) >= 3;
  const turn = (numbers: readonly number[], cost: number): Order =>
    inTurn(numbers, groupRows(lines, numbers, width), width, cost, weigh);
  return [
    turn(blocks, hasBlocks && stacked ? 0 : UNLIKELY),
    turn(each, stacked && !hasBlocks ? 0 : UNLIKELY),
    turn(entries, stacked ? 0 : IN_ROWS),
    { columns: groups.map((group) => group % width), cost: 0 },
    ...oneAfterTheOther(width > 2 ? entries : each, width, stacked ? UNLIKELY : BY_COLUMN),
  ];
}

const isGroup = (line: FlowLine): boolean => readGroupHeading(line.text) !== null;

/** The blocks at which there is a group heading for each column: a new row of groups. */
function groupRows(lines: readonly FlowLine[], blocks: readonly number[], width: number): number[] {
  const rows: number[] = [];
  lines.forEach((line, at) => {
    const row = lines.slice(at, at + width);
    const numbers = blocks.slice(at, at + width);
    const isRow = row.length === width && row.every(isGroup) && new Set(numbers).size === width;
    const block = blocks[at] ?? 0;
    if (isRow && !(isGroup(lines[at - 1] ?? line) && at > 0)) rows.push(block);
  });
  return rows;
}

/** The lines at which an entry or a group begins, were all of one column. */
function startsOf(lines: readonly FlowLine[], note: Note): Set<FlowLine> {
  const entries = readColumn(lines, note).map((entry) => entry.lines[0]);
  return new Set(lines.filter((line) => entries.includes(line) || isGroup(line)));
}

/** For each line the number of its block, from 0. */
function numberBlocks(
  lines: readonly FlowLine[],
  begins: (line: FlowLine, at: number) => boolean,
): number[] {
  let block = 0;
  return lines.map((line, at) => {
    if (at > 0 && begins(line, at)) block += 1;
    return block;
  });
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
