/** Where a note's head ends: title, labels and roster stand above its first prose, and none of them heads an item. */
import type { FlowLine } from '../../text/flowline.js';
import { endsSentence } from '../../text/wrapping.js';
import { oncePer } from '../../text/remember.js';
import type { Note } from '../../note/note.js';
import { type LabelKind, readLabel } from '../labels.js';
import { readPresenterLabel } from './metadata.js';
import { isEntry } from '../people/entrylines.js';
import { readGroupHeading, readSideHeading } from '../people/headings.js';

/** A head is no longer, in lines. */
const LONGEST = 90;
/** So many lines the title and the body's name take. */
const OF_TITLE = 3;
const OF_FOOT: readonly LabelKind[] = ['nextMeeting', 'meetingList', 'secretary', 'adjuster'];

/** @returns the index after the last line that belongs to the head, 0 where the note has none */
export const headEnd = oncePer((note: Note): number => {
  let end = 0;
  for (const line of note.lines.slice(0, LONGEST)) {
    if (isOfHead(line, note, end)) end = line.at + 1;
    else if (isProse(line)) break;
  }
  return end;
});

function isOfHead(line: FlowLine, note: Note, end: number): boolean {
  const label = readLabel(line.text);
  if (label !== null) return !OF_FOOT.includes(label.kind);
  if (readSideHeading(line.text) !== null || readGroupHeading(line.text) !== null) return true;
  // "Föredragande: Anna Ek" may stand under the first item's title.
  if (readPresenterLabel(line.text) !== null) return false;
  // A person's line is the head's where a roster has begun.
  return (
    end > 0 &&
    line.bullet === null &&
    line.headingLevel === 0 &&
    !TELLS_OF.test(line.text) &&
    isEntry(line, note)
  );
}

/** "Signe Harbo är ny miljöstrateg", "Ordföranden Bo Ek hälsar alla välkomna": of somebody, and no roster's line. */
const TELLS_OF =
  /^(?:\p{Lu}[\p{L}-]+\s){1,4}(?:är|var|har|hade|tar|går|ger|för|\p{Ll}{3,}(?:ar|er|ade))\s\p{Ll}+\s\p{Ll}/u;

/** Running text: a long line, but for a body's long name at the very top. */
const isProse = (line: FlowLine): boolean =>
  !(line.at < OF_TITLE && !endsSentence(line.text)) &&
  line.cells.length === 1 &&
  readLabel(line.text) === null &&
  line.text.split(' ').filter((word) => /^\p{Ll}/u.test(word)).length >= 6;
