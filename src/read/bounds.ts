/** Where the head of a note ends and its foot begins. */
import type { DateContext } from '../dates/index.js';
import type { Note } from '../note/note.js';
import { CLOSING_HEADING } from '../sections/agenda/headingform.js';
import type { Agenda, RawItem } from '../sections/agenda/items.js';
import { readActionHeading } from '../sections/assignments/actionlist.js';
import { readDecisionLabel } from '../sections/decisions/labels.js';
import { readLabel } from '../sections/labels.js';
import { isMeetingListHeading, readNextMeeting } from '../sections/meetings/headings.js';
import { pattern } from '../text/pattern.js';
import { findClosing } from './closing.js';

/** The head ends with the line before the first item; a heading "Dagordning" right before it belongs to the head. */
export function findHeadEnd(note: Note, agenda: Agenda | null): number {
  const first = agenda?.items[0];
  if (first) return first.start;
  const decision = note.lines.find((line) => readDecisionLabel(line.text) !== null);
  const heading = note.lines.find((line) => readLabel(line.text)?.kind === 'agenda');
  const starts = [decision?.at, heading ? heading.at + 1 : undefined].filter(
    (at) => at !== undefined,
  );
  return starts.length > 0 ? starts.reduce((least, at) => Math.min(least, at)) : lastHeadLine(note);
}

/** Without an agenda the head is as far as labels and rosters go. */
function lastHeadLine(note: Note): number {
  const last = note.lines.slice(0, 60).findLast((line) => readLabel(line.text) !== null);
  return last ? last.at + 1 : Math.min(4, note.lines.length);
}

/** The foot begins inside the last item: cuts it there. @returns where the foot begins */
export function closeLastItem(
  note: Note,
  items: readonly RawItem[],
  headEnd: number,
  people: readonly string[],
  dates: DateContext,
): number {
  const last = items.at(-1);
  const closing = findClosing(note, last ? ownStart(last) : headEnd, people, dates);
  const foot = last ? Math.min(closing, looseActions(note, last, closing)) : closing;
  if (last) last.end = foot;
  return foot;
}

/** "7. Övriga frågor", over which a meeting's list of actions may follow that has no number of its own. */
const ENDS_MEETING = pattern(String.raw`\bavslut|^nästa\s`);

const NOTHING = pattern(String.raw`^(?:-\s*)?(?:ing(?:a|et|en)|inga\s+övriga)\b.{0,60}$`);

/** Index of the heading "Att göra" below a numbered item that ends the meeting: the list is the meeting's, not the item's. */
function looseActions(note: Note, item: RawItem, to: number): number {
  const title = item.printedTitle;
  if (item.number === null || !(CLOSING_HEADING.test(title) || ENDS_MEETING.test(title))) return to;
  const heading = note.lines
    .slice(item.bodyStart + 1, to)
    .find((line) => line.bullet === null && readActionHeading(line.text) !== null);
  // A heading without a colon is of the rank of the item's own.
  if (heading && !heading.text.endsWith(':')) return heading.at;
  const own = note.lines.slice(item.bodyStart, heading?.at ?? to);
  // What the item itself tells of comes first; only where it tells of nothing is the list surely none of its own.
  const saysNothing =
    own.length <= 2 &&
    own.every(
      (line) =>
        NOTHING.test(line.text) ||
        readNextMeeting(line.text) !== null ||
        (readNextMeeting(title) !== null && /^\d{1,2}\s\p{L}/u.test(line.text)),
    );
  return heading && saysNothing ? heading.at : to;
}

/** Under an item "Nästa möte" or "Kommande möten" the first line is the item's own, and not yet the foot. */
const ownStart = (item: RawItem): number =>
  readNextMeeting(item.printedTitle) === null && !isMeetingListHeading(item.printedTitle)
    ? item.bodyStart
    : item.bodyStart + 1;
