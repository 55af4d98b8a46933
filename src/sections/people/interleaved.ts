/**
 * A roster in two columns whose cells extraction wrote below one another.
 *
 * roster := side side line+      the two headings on one line or on two; no line holds cells of both columns
 * What the page had side by side comes in one of four orders: line by line, left and right in turn until one column
 * ends; block by block, where blank lines part the cells; group by group, each heading twice; or first all of the left
 * column and then all of the right. Each order gives every line a column; the one is taken whose two columns read best.
 */
import type { Participant } from '../../record/schema.js';
import { type FlowLine, joinFlow } from '../../text/flow.js';
import { type Note, rangeOf } from '../../note/note.js';
import { costOfColumns } from './columncost.js';
import { splitFlatRow } from './columns.js';
import { type Entry, readColumn } from './columnentries.js';
import { readGroupHeading, readSideHeading, readSidePair } from './headings.js';
import { toParticipant } from './participant.js';
import { readPerson } from './person.js';
import type { RosterResult } from './roster.js';
import type { ColumnNo } from './sides.js';

/** A roster is not longer, in lines. */
const MOST_LINES = 90;
/** What a reading may cost for each entry; dearer ones are not understood. */
const MOST_COST = 0.45;
/** An order that the headings do not suggest must read better than the one they do. */
const UNLIKELY = 0.6;

interface Order {
  columns: ColumnNo[];
  cost: number;
}

/**
 * Reads the two columns whose headings begin at `start`.
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
  if (!headings) return null;
  const { sides } = headings;
  const lines = linesOf(note, headings.end, isEnd);
  if (lines === null || lines.length < 4) return null;
  const best = ordersOf(lines, startsOf(lines, note), headings.stacked)
    .filter(({ columns }) => columns.includes(0) && columns.includes(1))
    .map((order) => ({ ...order, cost: order.cost + costOf(lines, order.columns, sides, note) }))
    .reduce<Order | null>((one, other) => (one && one.cost <= other.cost ? one : other), null);
  if (!best) return null;
  const entries = columnsOf(lines, best.columns).map((column) => readColumn(column, note));
  const count = entries.flat().length;
  if (entries.some((column) => column.length === 0) || best.cost > count * MOST_COST) return null;
  const end = headings.end + lines.length;
  if (best.cost >= costOfPlain(plain, end, sides, note)) return null;
  const participants = entries.flatMap((column, at) =>
    column.flatMap((entry) => participantOf(entry, sides[at] ?? null, note)),
  );
  return {
    participants: participants.sort((a, b) => a.lines[0] - b.lines[0]),
    end,
  };
}

/** A line that the row-by-row reading has left out. */
const LEFT_OUT = 1;

function costOfPlain(
  { participants, end }: RosterResult,
  to: number,
  sides: readonly [string, string],
  note: Note,
): number {
  const columns = sides.map((side) =>
    participants
      .filter((person) => person.side === side)
      .map(({ lines, group }) => ({
        lines: note.lines.filter(({ no }) => no >= lines[0] && no <= lines[1]),
        group,
      })),
  );
  return costOfColumns(columns, sides, note) + Math.max(0, to - end) * LEFT_OUT;
}

interface Headings {
  sides: [string, string];
  stacked: boolean;
  end: number;
}

function readHeadings(note: Note, start: number): Headings | null {
  const [first, second] = note.lines.slice(start, start + 2);
  if (!first || first.cells.length > 1) return null;
  const pair = readSidePair(first.text, [first.text]);
  if (pair) return { sides: pair, stacked: false, end: start + 1 };
  const left = readSideHeading(first.text);
  const right = second ? readSideHeading(second.text) : null;
  if (!left || !right || readGroupHeading(second?.text ?? '')) return null;
  return { sides: [left.side, right.side], stacked: true, end: start + 2 };
}

/** @returns null where a line shows its columns itself */
function linesOf(note: Note, from: number, isEnd: (line: FlowLine) => boolean): FlowLine[] | null {
  const lines: FlowLine[] = [];
  for (const line of note.lines.slice(from, from + MOST_LINES)) {
    if (isEnd(line)) return lines;
    const isHeading = readSideHeading(line.text) !== null && readGroupHeading(line.text) === null;
    const isRow = splitFlatRow(line.text, note.known).length === 2;
    if (line.cells.length > 1 || isHeading || isRow || line.text.length > 110) return null;
    lines.push(line);
  }
  return null;
}

/** The orders that can be, each with what it costs to believe in it. */
function ordersOf(
  lines: readonly FlowLine[],
  starts: ReadonlySet<FlowLine>,
  stacked: boolean,
): Order[] {
  const least = Math.min(...lines.slice(1).map((line) => line.gap));
  const blocks = numberBlocks(lines, (line) => line.gap > least);
  const entries = numberBlocks(lines, (line) => starts.has(line));
  const groups = numberBlocks(lines, (line) => readGroupHeading(line.text) !== null);
  const hasBlocks = (blocks.at(-1) ?? 0) >= 3;
  return [
    ...inTurn(blocks, hasBlocks && stacked ? 0 : UNLIKELY),
    ...inTurn(
      lines.map((_, at) => at),
      stacked && !hasBlocks ? 0 : UNLIKELY,
    ),
    ...inTurn(entries, stacked ? 0 : UNLIKELY),
    ...inTurn(groups, 0).slice(0, 1),
    ...lines
      .map((_, border) => lines.map((__, at): ColumnNo => (at < border ? 0 : 1)))
      .map((columns) => ({ columns, cost: stacked ? UNLIKELY : 0 })),
  ];
}

/** The lines at which an entry or a group begins, were all of one column. */
function startsOf(lines: readonly FlowLine[], note: Note): Set<FlowLine> {
  const entries = readColumn(lines, note).map((entry) => entry.lines[0]);
  const isGroup = (line: FlowLine): boolean => readGroupHeading(line.text) !== null;
  return new Set(lines.filter((line) => entries.includes(line) || isGroup(line)));
}

/** For each line the number of its block, from 0. */
function numberBlocks(lines: readonly FlowLine[], begins: (line: FlowLine) => boolean): number[] {
  let block = 0;
  return lines.map((line, at) => {
    if (at > 0 && begins(line)) block += 1;
    return block;
  });
}

/** A column that ends while the other still has blocks to come: what that costs for each of them. */
const ENDS_EARLY = 0.1;

/** Left and right in turn, the whole way or until one of them ends. */
function inTurn(blocks: readonly number[], cost: number): Order[] {
  const count = (blocks.at(-1) ?? 0) + 1;
  const orders: Order[] = [{ columns: blocks.map((block) => columnOf(block)), cost }];
  for (let turns = 1; turns < count; turns += 1) {
    const early = cost + (count - turns) * ENDS_EARLY;
    for (const rest of [0, 1] as const) {
      const columns = blocks.map((block) => (block < turns ? columnOf(block) : rest));
      orders.push({ columns, cost: early });
    }
  }
  return orders;
}

const columnOf = (block: number): ColumnNo => (block % 2 === 1 ? 1 : 0);

const columnsOf = (lines: readonly FlowLine[], columns: readonly ColumnNo[]): FlowLine[][] =>
  ([0, 1] as const).map((side) => lines.filter((_, at) => columns[at] === side));

const costOf = (
  lines: readonly FlowLine[],
  columns: readonly ColumnNo[],
  sides: readonly [string, string],
  note: Note,
): number =>
  costOfColumns(
    columnsOf(lines, columns).map((column) => readColumn(column, note)),
    sides,
    note,
  );

function participantOf(entry: Entry, side: string | null, note: Note): Participant[] {
  const emphasised = entry.lines.flatMap((line) => line.emphasised);
  const person = readPerson(joinFlow(entry.lines, note.flow), note.known, emphasised);
  return person ? [{ ...toParticipant(person, entry.group, rangeOf(entry.lines)), side }] : [];
}
