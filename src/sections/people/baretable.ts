/**
 * A roster set as a table without heads: names in the first column, and what each is in those beside it.
 *
 * table := row+ ; row := name cell+ (cell+)* — lines without a name carry on the cells above them
 */
import type { Participant } from '../../record/schema.js';
import type { FlowLine } from '../../text/flowline.js';
import { gapAbove } from '../../text/wrapping.js';
import { type Note, rangeOf } from '../../note/note.js';
import { isName } from './name.js';
import { toParticipant } from './participant.js';
import { readPerson } from './person.js';

/** So many names in a row are a roster. */
const LEAST = 3;
/** Cells of one column begin within so many characters of each other. */
const SAME = 3;

export interface BareTable {
  participants: Participant[];
  /** Index in the flow after the table. */
  end: number;
}

interface Row {
  lines: FlowLine[];
}

/** @returns null where no such table begins at `at` */
export function readBareTable(note: Note, at: number, to: number): BareTable | null {
  const first = note.lines[at];
  const column = first && isNamed(first) ? first.cells[0]?.x : undefined;
  if (column === undefined) return null;
  const rows: Row[] = [];
  let end = at;
  for (; end < to; end += 1) {
    const line = note.lines[end];
    const x = line?.cells[0]?.x;
    if (!line || x === undefined || (end > at && gapAbove(line) > 0)) break;
    if (isNamed(line) && Math.abs(x - column) < SAME) rows.push({ lines: [line] });
    else if (x > column + SAME) rows.at(-1)?.lines.push(line);
    else break;
  }
  if (rows.length < LEAST) return null;
  const people = rows.flatMap((row) => {
    const person = readPerson(textOf(row), note.known);
    return person === null ? [] : [toParticipant(person, null, rangeOf(row.lines))];
  });
  return people.length === rows.length ? { participants: people, end } : null;
}

/** A whole name, a party perhaps, and at least one cell beside it. */
function isNamed(line: FlowLine): boolean {
  const [name, ...others] = line.cells;
  return (
    name !== undefined &&
    others.length > 0 &&
    line.bullet === null &&
    isName(name.text.replace(/\s*\(\p{L}{1,2}\)$/u, ''))
  );
}

/** The cells column by column, each with what it wraps onto. */
function textOf({ lines }: Row): string {
  const columns: { x: number; text: string }[] = [];
  for (const { text, x } of lines.flatMap(({ cells }) => cells)) {
    const known = columns.find((column) => Math.abs(column.x - x) < SAME);
    if (known) known.text += known.text.endsWith('-') ? text : ` ${text}`;
    else columns.push({ x, text });
  }
  return columns
    .sort((a, b) => a.x - b.x)
    .map(({ text }) => text.replace(/,$/u, ''))
    .join(', ');
}
