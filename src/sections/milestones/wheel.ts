/** The wheel of a year: a table whose first row holds dates, and below each what that meeting is to take up. */
import { type DatePhrase, findDates } from '../../dates/index.js';
import type { Milestone, UpcomingMeeting } from '../../record/schema.js';
import { normaliseCharacters, squeeze } from '../../text/normalise.js';
import type { FlowLine } from '../../text/flowline.js';
import type { Note } from '../../note/note.js';
import { hasWindow } from './tocome.js';
import { type MilestoneContext, push } from './adding.js';
import { FULL_MONTH, YEAR } from '../../dates/vocabulary.js';
import { inOrder } from '../../text/order.js';

export interface Wheel {
  milestones: Milestone[];
  meetings: UpcomingMeeting[];
  /** Index in the flow after the table. */
  end: number;
}

/** A table whose heading row holds dates, empty cells keeping their places; or what is left of one. */
export function readWheel(
  note: Note,
  at: number,
  to: number,
  context: MilestoneContext,
): Wheel | null {
  return readTable(note, at, to, context) ?? readDaysBelow(note, at, to, context);
}

function readTable(note: Note, at: number, to: number, context: MilestoneContext): Wheel | null {
  const head = note.lines[at];
  if (!head) return null;
  const columns = tableCells(head);
  if (columns.length < 2) return null;
  const dated = columns.map(
    (cell) => findDates(cell, context.dates).find((phrase) => hasWindow(phrase)) ?? null,
  );
  if (
    dated.filter((phrase) => phrase !== null).length < 2 ||
    dated.filter((p) => p !== null).length < columns.length - 1
  )
    return null;
  const wheel: Wheel = { milestones: [], meetings: [], end: at + 1 };
  columns.forEach((cell, index) => {
    const phrase = dated[index];
    if (!phrase) return;
    if (phrase.unit === 'day' && phrase.earliest !== null) wheel.meetings.push(meetingOn(phrase));
    const rest = squeeze(cell.replace(phrase.text, '')).replace(/^[,:–-]\s*/u, '');
    if (rest !== '') push(wheel.milestones, rest, phrase, cell, [head], context);
  });
  for (let row = at + 1; row < to; row += 1) {
    const line = note.lines[row];
    const cells = line && isTableRow(line) ? tableCells(line) : null;
    if (!line || !cells) break;
    cells.forEach((cell, index) => {
      const phrase = dated[index];
      if (cell !== '' && phrase) push(wheel.milestones, cell, phrase, cell, [line], context);
    });
    wheel.end = row + 1;
  }
  return wheel.end > at + 1 ? wheel : null;
}

const HEADING = /^(?:[a-h][.)]\s+)?årshjul(?:et)?(?:\s[^.:]{0,30})?:?$/iu;
/** Nothing but days, months and years, or parts of them: a cell may have been written word by word. */
const DATES_ONLY = new RegExp(String.raw`^(?:(?:\d{1,2}|${YEAR}|${FULL_MONTH})(?:\s+|$))+$`, 'iu');
const DAY = new RegExp(String.raw`(?<!\d)\d{1,2}\s${FULL_MONTH}(?:\s${YEAR})?`, 'giu');

/**
 * "Årshjul 2026" over days whose table has lost its columns: the days are known, and of what stands below them nobody
 * can say to which it belongs, so that it stays in the text. The heading's year completes the days.
 */
function readDaysBelow(
  note: Note,
  at: number,
  to: number,
  context: MilestoneContext,
): Wheel | null {
  const heading = note.lines[at];
  if (!heading || !HEADING.test(heading.text) || readTable(note, at + 1, to, context)) return null;
  let end = at + 1;
  while (end < to && DATES_ONLY.test(note.lines[end]?.text ?? '')) end += 1;
  const text = note.lines
    .slice(at + 1, end)
    .map((line) => line.text)
    .join(' ');
  const year = Number(/(?:19|20)\d\d/u.exec(heading.text)?.[0] ?? NaN);
  const dates = { ...context.dates, ...(Number.isNaN(year) ? {} : { listYear: year }) };
  const days = [...text.matchAll(DAY)].flatMap(([day]) => findDates(day, dates).slice(0, 1));
  const meetings = days
    .filter(({ unit, earliest }) => unit === 'day' && earliest !== null)
    .map((day) => meetingOn(day))
    .sort((a, b) => inOrder(a.date ?? '', b.date ?? ''));
  return meetings.length > 1 ? { milestones: [], meetings, end } : null;
}

const isTableRow = (line: FlowLine): boolean =>
  line.body.includes('\t') || /^\s*\|.*\|\s*$/u.test(line.body);

/** Cells by tabs or bars, empty ones kept: their place is their meaning. */
function tableCells(line: FlowLine): string[] {
  const body = normaliseCharacters(line.body.replaceAll('\f', ''));
  if (body.includes('\t')) return body.split('\t').map((cell) => squeeze(cell));
  if (/^\s*\|.*\|\s*$/u.test(body)) {
    return body
      .trim()
      .slice(1, -1)
      .split('|')
      .map((cell) => squeeze(cell));
  }
  return line.cells.map((cell) => cell.text);
}

function meetingOn(phrase: DatePhrase): UpcomingMeeting {
  return {
    date: phrase.earliest,
    startTime: null,
    endTime: null,
    place: null,
    inferred: phrase.inferred,
  };
}
