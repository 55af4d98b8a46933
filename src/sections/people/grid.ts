/** A list of people set in columns, several to a line. */
import type { Note } from '../../note/note.js';
import { joinFlow } from '../../text/flow.js';
import type { FlowLine } from '../../text/flowline.js';
import type { Logical } from './logicallines.js';
import { leadingName } from './name.js';
import { readPerson } from './person.js';

/**
 * A list set in columns, several people on a line and each cell wrapping in its own column: the cells of each column one
 * below the other. @returns null where the lines are no such grid
 */
export function readGrid(lines: readonly FlowLine[], note: Note): Logical[] | null {
  const rows = lines.filter((line) => line.text !== '');
  const widest = rows.reduce<FlowLine | null>(
    (most, line) => (most && most.cells.length >= line.cells.length ? most : line),
    null,
  );
  const starts = widest?.cells.map(({ x }) => x) ?? [];
  if (
    starts.length < 2 ||
    rows.length < 2 ||
    !widest?.cells.every((cell) => isWhole(cell.text, note))
  )
    return null;
  const entries: Logical[] = [];
  const open: (Logical | undefined)[] = starts.map(() => undefined);
  for (const line of rows) {
    if (line.bullet !== null) return null;
    for (const cell of line.cells) {
      const column = starts.findIndex((x) => Math.abs(x - cell.x) <= 2);
      if (column < 0) return null;
      const above = open[column];
      if (above && !isWhole(cell.text, note)) {
        above.text = joinFlow([{ text: above.text }, { text: cell.text }], note.flow);
        above.lines.push(line);
        continue;
      }
      const entry = { lines: [line], text: cell.text };
      open[column] = entry;
      entries.push(entry);
    }
  }
  const wraps = entries.some((entry) => entry.lines.length > 1);
  return (wraps || starts.length > 2) && entries.every((entry) => isWhole(entry.text, note))
    ? entries
    : null;
}

/** A name and, after a comma or in parentheses, who that is. */
const isWhole = (text: string, note: Note): boolean =>
  leadingName(text) !== null &&
  /^[^,(]+[,(]/u.test(text) &&
  readPerson(text, note.known)?.name != null;
