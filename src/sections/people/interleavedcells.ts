/** The cells of columns whose lines were written between each other. */
import type { Note } from '../../note/note.js';
import { splitAtColumns } from '../../text/cells.js';
import type { FlowLine } from '../../text/flowline.js';
import { splitFlatRow } from './columns.js';
import { readGroupHeading, readSideHeading } from './headings.js';
import { readPerson } from './person.js';
import { isWorded } from './roster/section.js';

/** A roster is not longer, in lines. */
const MOST_LINES = 90;

/**
 * @param worded the sides are headed with "För": what ends with an abbreviation otherwise is a cell's
 * @returns null where another side begins, or a line is too long for a cell
 */
export function linesOf(
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
export function splitLine(line: FlowLine, note: Note): FlowLine[] {
  const words = line.text.split(' ');
  const areGroups = words.length > 1 && words.every((word) => readGroupHeading(word) !== null);
  const texts =
    line.cells.length > 1
      ? line.cells.map(({ text }) => text)
      : areGroups
        ? words
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
export function placedCells(
  lines: readonly FlowLine[],
  starts: readonly number[],
  note: Note,
): Placed[] {
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
