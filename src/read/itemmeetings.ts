/** The meetings to come that an item tells of. */
import type { DateContext } from '../dates/index.js';
import type { Note } from '../note/note.js';
import type { RawItem } from '../sections/agenda/items.js';
import { readComing } from '../sections/meetings/coming.js';
import type { Coming } from '../sections/meetings/days.js';
import { isMeetingListHeading, readNextMeeting } from '../sections/meetings/headings.js';
import {
  meetingsInSentence,
  withPlaceOfOne,
  withTimesOfAll,
} from '../sections/meetings/sentence.js';
import { readWheel } from '../sections/milestones/wheel.js';
import type { FlowLine } from '../text/flowline.js';
import { sentencesOf, toParagraphs } from '../text/paragraph.js';
import type { ItemFrame } from './frame.js';

export function readMeetingsIn(note: Note, frame: ItemFrame, dates: DateContext): void {
  const { raw } = frame;
  const itemKey = raw.number ?? frame.item.title;
  if (raw.bodyStart >= raw.end) readMeetingInTitle(note, frame, dates);
  for (let at = raw.bodyStart; at < raw.end; at += 1) {
    const wheel = readWheel(note, at, raw.end, { item: itemKey, dates });
    if (wheel) {
      frame.meetings.push(...wheel.meetings);
      frame.milestones.push(...wheel.milestones);
      note.claims.claim(note.lines.slice(at, wheel.end), 'milestones');
      at = wheel.end - 1;
      continue;
    }
    const line = note.lines[at];
    const isList =
      isMeetingListHeading(raw.printedTitle) || readNextMeeting(raw.printedTitle) !== null;
    const underTitle =
      isList && line && (at === raw.bodyStart || beginsDays(note, at, raw.end))
        ? listUnderTitle(note, raw, dates, at === raw.bodyStart ? undefined : at)
        : null;
    // "Nästa möte" may be the title, and "Mötesdatum 2023" the list's own heading below it.
    const coming = tells(underTitle)
      ? underTitle
      : line && !note.claims.has(line.no)
        ? readComing(note, at, raw.end, dates)
        : null;
    if (!tells(coming)) continue;
    frame.meetings.push(...coming.meetings);
    frame.milestones.push(
      ...coming.milestones.map((milestone) => ({ ...milestone, item: itemKey })),
    );
    note.claims.claim(
      coming.lines.filter((used) => used.at >= (coming === underTitle ? at : raw.bodyStart)),
      'upcomingMeetings',
    );
    at = Math.max(at, coming.end - 1);
  }
  readSentences(note, frame, dates);
}

/** Meetings that the item's sentences tell of. */
function readSentences(note: Note, frame: ItemFrame, dates: DateContext): void {
  for (const paragraph of toParagraphs(free(note, frame.raw), note.flow)) {
    const sentences = sentencesOf(paragraph.text);
    for (const [index, { text }] of sentences.entries()) {
      const after = sentences[index + 1]?.text ?? '';
      const meetings = withTimesOfAll(meetingsInSentence(text, dates, headOf(note)), after);
      frame.meetings.push(...meetings);
      const placed = withPlaceOfOne(text, frame.meetings);
      frame.meetings.splice(0, Infinity, ...(placed ?? frame.meetings));
      if (meetings.length > 0 || placed) frame.told.push(text);
    }
  }
}

/** "§ 93 Nästa möte torsdag den 11 oktober kl 18.": an item that is nothing but its title. */
function readMeetingInTitle(note: Note, frame: ItemFrame, dates: DateContext): void {
  const { raw } = frame;
  if (readNextMeeting(raw.printedTitle) === null) return;
  // What says itself that it is a list of meetings begins the note's foot, and is read with it.
  if (tells(readComing(note, raw.bodyStart, note.lines.length, dates))) return;
  const coming = listUnderTitle(note, raw, dates);
  if (tells(coming)) frame.meetings.push(...coming.meetings);
}

/** "5. Mötestider 2018": the item's title is the list's heading. */
function listUnderTitle(
  note: Note,
  raw: RawItem,
  dates: DateContext,
  start = firstFree(note, raw) ?? raw.bodyStart,
): Coming | null {
  const last = raw.titleLines.at(-1);
  if (!last) return null;
  // "Nästa möte är …", "Mötestider 2023: …" says so itself; the title adds nothing.
  const told = readComing(note, start, raw.end, dates);
  if (tells(told)) return told;
  const original = note.lines[start - 1];
  if (!original) return null;
  const heading = { ...original, text: raw.printedTitle };
  note.lines[start - 1] = heading;
  const coming = readComing(note, start - 1, raw.end, dates);
  note.lines[start - 1] = original;
  return coming;
}

/** Two lines and more that are nothing but a day: below "Samrådet godkänner mötesplanen." they are the plan. */
function beginsDays(note: Note, at: number, to: number): boolean {
  const lines = note.lines.slice(at, Math.min(to, at + 2));
  const isDay = (line: FlowLine): boolean =>
    !note.claims.has(line.no) && line.bullet === null && DAY_ALONE.test(line.text);
  return lines.length === 2 && lines.every(isDay);
}

const DAY_ALONE =
  /^(?:(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?\s+)?(?:den\s+)?(?:\d{1,2}\s\p{L}{3,9}(?:\s\d{4})?|\d{4}-\d\d-\d\d)(?:[,\s]+(?:kl\.?|klockan)?\s?[\d.:–\s-]+)?$/iu;

function firstFree(note: Note, raw: RawItem): number | null {
  for (let at = raw.bodyStart; at < raw.end; at += 1)
    if (!note.claims.has(note.lines[at]?.no ?? 0)) return at;
  return null;
}

/** The item's own lines that nobody has claimed yet. */
export function free(note: Note, raw: RawItem): FlowLine[] {
  return note.lines.slice(raw.bodyStart, raw.end).filter((line) => !note.claims.has(line.no));
}

/** The first lines, where the body is named. */
const headOf = (note: Note): string =>
  note.lines
    .slice(0, 4)
    .map(({ text }) => text)
    .join(' ');

const tells = (coming: Coming | null): coming is Coming =>
  coming !== null && (coming.meetings.length > 0 || coming.milestones.length > 0);
