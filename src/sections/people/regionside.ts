/** A region's name over its people, where "Kommunerna" stands over the others. */
import type { Note } from '../../note/note.js';
import type { FlowLine } from '../../text/flowline.js';
import { isKindOfSide, isRegionAlone } from './headings.js';
import { endsBlock } from './logicallines.js';
import { readPerson } from './person.js';

/** How many lines a side has at the most. */
const MOST_LINES = 25;

/** The name of a region alone on its line, and right below it somebody. */
export function headsRegion(note: Note, line: FlowLine): boolean {
  const next = note.lines[line.at + 1];
  return (
    isRegionAlone(line.text) &&
    line.bullet === null &&
    next !== undefined &&
    !endsBlock(line, next) &&
    readPerson(next.text, note.known) !== null
  );
}

/** "Kommunerna" stands below, over the other side. */
export const precedesKind = (note: Note, line: FlowLine): boolean =>
  note.lines
    .slice(line.at + 2, line.at + MOST_LINES)
    .some(({ text, bullet }) => bullet === null && isKindOfSide(text));
