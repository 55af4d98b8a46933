/**
 * Labels that extraction wrote below one another, and then their values in the same order: a table of two columns that
 * was read column by column.
 *
 * stack := label{3,} value{3,}      each label alone on its line; the values of head labels take one line each
 */
import type { Note } from '../note/note.js';
import { type LabelKind, readLabel } from './labels.js';

/** Labels of a head, one of which a stack holds at least: a list of groups of people is none. */
const OF_HEAD: readonly LabelKind[] = ['date', 'dateTime', 'time', 'place', 'timePlace', 'form'];
const FEWEST = 3;

/** Index in the flow at which the value of the bare label at `at` begins: the next line, or its turn below a stack. */
export function valueBelow(note: Note, at: number): number {
  let from = at;
  while (kindAlone(note, from - 1) !== null) from -= 1;
  let to = at + 1;
  while (kindAlone(note, to) !== null) to += 1;
  const kinds = note.lines.slice(from, to).map((line) => kindAlone(note, line.at));
  const isStack =
    kinds.length >= FEWEST && kinds.some((kind) => kind !== null && OF_HEAD.includes(kind));
  return isStack ? to + (at - from) : at + 1;
}

function kindAlone(note: Note, at: number): LabelKind | null {
  const line = note.lines[at];
  const label = line ? readLabel(line.text) : null;
  return label?.value === '' ? label.kind : null;
}
