/** A note from start to finish: head, people, agenda, foot → one record. */
import type { DateContext } from '../dates/index.js';
import type { Note } from '../note/note.js';
import { meetingId } from '../record/ids.js';
import {
  type Decision,
  type Meeting,
  SCHEMA_VERSION,
  type UpcomingMeeting,
} from '../record/schema.js';
import type { Agenda, RawItem } from '../sections/agenda/items.js';
import { findNoteTaker, secretaryOf } from '../sections/closing/notetaker.js';
import { selfOf } from '../sections/decisions/bodies.js';
import { readDecisionLabel } from '../sections/decisions/labels.js';
import { checkFileName } from '../sections/header/date.js';
import { type Head, readHead } from '../sections/header/head.js';
import { mergeMeetings } from '../sections/meetings/merge.js';
import { readAttendance } from '../sections/people/attendance/attendance.js';
import { closeLastItem, findHeadEnd } from './bounds.js';
import { reportConservation, reportLosses, reportSeams, reportTruncation } from './checks.js';
import { type Closing, readClosing, readComingInHead, readSignersInHead } from './closing.js';
import { readContent, readLooseActions } from './content.js';
import { readFootnotes } from './footnotes.js';
import { frameItem } from './itemframe.js';
import type { ItemContext } from './itemrecord.js';
import { claimAddresses, readLinks } from './links.js';
import { inferYear } from './year.js';

/** @param era the parser's id, or null where none claimed the note */
export function readMeeting(
  note: Note,
  era: string | null,
  readAgenda: (note: Note) => Agenda | null,
): Meeting {
  claimAddresses(note);
  const agenda = readAgenda(note);
  const items = agenda?.items ?? [];
  claimOverview(note, agenda);
  const headEnd = findHeadEnd(note, agenda);
  const signers = items.length > 0 ? readSignersInHead(note, headEnd) : [];
  const attendance = readPeople(note, items, headEnd);
  const head = readHead(note, headEnd);
  checkFileName(note, head.date);
  const people = attendance.participants.flatMap(({ name }) => (name === null ? [] : [name]));
  const dates: DateContext = { reference: head.date };
  const listDates: DateContext = { reference: head.date ?? yearStart(note) };
  const foot = closeLastItem(note, items, headEnd, people, listDates);
  const parts = items.length > 0 ? items : [untitled(headEnd, foot)];
  const framed = parts.map((raw) => frameItem(note, raw, listDates));
  const closing = readClosing(note, foot, people, listDates);
  if (closing.signatories.length === 0) closing.signatories = signers;
  const upcomingMeetings = mergeMeetings(
    [
      ...closing.meetings,
      ...framed.flatMap((frame) => frame.meetings),
      ...(items.length > 0 ? readComingInHead(note, headEnd, listDates) : []),
    ],
    head.date,
  );
  const self = selfOf(head.title.body, head.title.title);
  const context: ItemContext = {
    self,
    dates: { ...dates, nextMeeting: upcomingMeetings[0]?.date ?? null },
    usualKind: usualKind(note),
  };
  const content = readContent(note, framed, context, items.length > 0);
  readLooseActions(note, foot, context, content.assignments);
  const footnotes = readFootnotes(note);
  const links = readLinks(note);
  reportGaps(note, agenda);
  return finish(note, era, head, attendance, {
    ...content,
    closing,
    upcomingMeetings,
    footnotes,
    links,
    hasFoot: foot < note.lines.length,
  });
}

/** A note without items is read as one that has no title. */
const untitled = (start: number, end: number): RawItem => ({
  number: null,
  titleLines: [],
  printedTitle: '',
  presenters: null,
  start,
  bodyStart: start,
  end,
});

type Content = ReturnType<typeof readContent>;

interface Rest extends Content {
  closing: Closing;
  upcomingMeetings: UpcomingMeeting[];
  footnotes: Meeting['footnotes'];
  links: Meeting['links'];
  hasFoot: boolean;
}

function finish(
  note: Note,
  era: string | null,
  head: Head,
  attendance: ReturnType<typeof readPeople>,
  rest: Rest,
): Meeting {
  const { startTime, endTime, place, form, date } = head;
  const { title, body } = head.title;
  if (date === null)
    note.diagnostics.add('date-missing', 'The note gives no complete date of its meeting.', null);
  reportTruncation(note, rest.hasFoot);
  reportSeams(note);
  reportLosses(note);
  reportConservation(note);
  return {
    schemaVersion: SCHEMA_VERSION,
    id: meetingId(body?.name ?? null, date, note.document.text),
    era,
    source: note.document.source,
    ...{ title, body, date, startTime, endTime, place, form },
    participants: attendance.participants,
    agenda: rest.agenda,
    decisions: rest.decisions,
    assignments: rest.assignments,
    milestones: [...rest.milestones, ...rest.closing.milestones],
    upcomingMeetings: rest.upcomingMeetings,
    signatories: rest.closing.signatories,
    noteTaker: noteTakerOf(note, attendance, rest.closing),
    links: rest.links,
    footnotes: rest.footnotes,
    diagnostics: sortDiagnostics(note),
  };
}

const SECRETARY = /^(?:mötes)?sekreterare$/iu;

/** "Vid protokollet" outweighs the secretary of the head, that of the foot, of the roster, and of the signatures. */
function noteTakerOf(
  note: Note,
  attendance: ReturnType<typeof readPeople>,
  { noteTaker, signatories }: Closing,
): string | null {
  if (noteTaker?.formal) return noteTaker.name;
  return (
    attendance.secretary ??
    noteTaker?.name ??
    secretaryOf(note, attendance.participants) ??
    signatories.find(({ role }) => SECRETARY.test(role ?? ''))?.name ??
    findNoteTaker(note, 0, HEAD)?.name ??
    null
  );
}

function sortDiagnostics(note: Note): Meeting['diagnostics'] {
  return [...note.diagnostics.list].sort((a, b) => (a.lines?.[0] ?? 0) - (b.lines?.[0] ?? 0));
}

function claimOverview(note: Note, agenda: Agenda | null): void {
  if (agenda) note.claims.claim(agenda.overview, 'agenda: overview');
}

/** How many of the first items may hold a roster or the list of the absent. */
const ITEMS_WITH_PEOPLE = 3;
/** How many lines may tell of who takes the notes before they begin. */
const HEAD = 15;

function readPeople(
  note: Note,
  items: readonly RawItem[],
  headEnd: number,
): ReturnType<typeof readAttendance> {
  const starts = new Set(items.map((item) => item.start));
  const regions = [
    { from: 0, to: items.length > 0 ? headEnd : note.lines.length, head: true },
    ...items
      .slice(0, ITEMS_WITH_PEOPLE)
      .map((item) => ({ from: item.bodyStart, to: item.end, head: false })),
  ];
  return readAttendance(note, regions, (at) => starts.has(at));
}

const yearStart = (note: Note): string | null => {
  const year = inferYear(note);
  return year === null ? null : `${year}-01-01`;
};

/** What "Rekommendation" and unlabelled positions are called: as the note's own labels call its decisions. */
function usualKind(note: Note): Decision['kind'] {
  const kinds = note.lines
    .map((line) => readDecisionLabel(line.text)?.kind)
    .filter((kind) => kind !== undefined);
  const decided = kinds.filter((kind) => kind === 'beslut').length;
  return decided > kinds.filter((kind) => kind === 'stallningstagande').length
    ? 'beslut'
    : 'stallningstagande';
}

function reportGaps(note: Note, agenda: Agenda | null): void {
  for (const { after, missing } of agenda?.gaps ?? []) {
    const no = note.lines[after]?.no ?? 1;
    note.diagnostics.add('agenda-gap', `No item ${missing.join(', ')} was found after this one.`, [
      no,
      no,
    ]);
  }
}
