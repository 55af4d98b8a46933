/**
 * Meetings to come: "Nästa möte: 19 januari", lists under "Mötestider 2018" or "Mötesdatum år 2022".
 *
 * The list's own heading gives the year; without one the years roll on from the meeting, and a list that has reached
 * December goes on in January.
 */
import type { DateContext } from '../../dates/index.js';
import type { FlowLine } from '../../text/flowline.js';
import type { Note } from '../../note/note.js';
import type { Coming } from './days.js';
import {
  headingOfInlineList,
  isMeetingListHeading,
  leadsToDays,
  NEXT_ALONE,
  readNextMeeting,
} from './headings.js';
import { readInlineList } from './inlinelist.js';
import { isTableHead } from './listcolumns.js';
import { readMeetingList } from './list.js';
import { readNext } from './next.js';

/** Reads what begins at `at`: a next meeting with its place and time, or a list of meetings. */
export function readComing(note: Note, at: number, to: number, dates: DateContext): Coming | null {
  const line = note.lines[at];
  if (!line) return null;
  if (isMeetingListHeading(line.text) || headsTable(note, line, to) || leadsToDays(line.text))
    return readMeetingList(note, at + 1, to, line, dates);
  const inline = headingOfInlineList(line.text);
  if (inline !== null) return readInlineList(note, at, to, inline, dates);
  // "… återkommer inför⏎nästa möte med en rapport"
  const goesOn = /^\p{Ll}[^:]*$/u.test(line.text);
  const value = goesOn ? null : readNextMeeting(line.text);
  return value === null ? null : readNext(note, at, to, value, dates);
}

/** "Nästa möte" over a table with the heads "Datum", "Tid", "Plats". */
function headsTable(note: Note, line: FlowLine, to: number): boolean {
  const next = note.lines[line.at + 1];
  return next !== undefined && next.at < to && NEXT_ALONE.test(line.text) && isTableHead(next.text);
}
