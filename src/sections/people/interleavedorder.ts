/** The orders in which extraction may have written the blocks of two or more columns. */
import type { Note } from '../../note/note.js';
import type { FlowLine } from '../../text/flowline.js';
import { readColumn } from './columnentries.js';
import { inTurn, oneAfterTheOther, type Order } from './columnorders.js';
import { type ColumnHeading, readGroupHeading } from './headings.js';

/** An order that the headings do not suggest must read better than the one they do. */
const UNLIKELY = 0.6;
/** Below headings on one line the cells come in rows rather than column by column. */
const IN_ROWS = 0.1;
const BY_COLUMN = 0.3;

export interface Headings {
  columns: ColumnHeading[];
  /** Each stood on a line of its own. */
  stacked: boolean;
  /** Where the columns begin, if blanks keep three or more of them apart. */
  starts: number[] | null;
  end: number;
}

/** The orders that can be, each with what it costs to believe in it. */
export function ordersOf(
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
