/** A note from start to finish: head, people, agenda, foot → one record. */
import type {
  Assignment,
  Decision,
  Meeting,
  Milestone,
  UpcomingMeeting,
} from '../record/schema.js';
import { SCHEMA_VERSION } from '../record/schema.js';
import { meetingId } from '../record/ids.js';
import type { DateContext } from '../dates/index.js';
import type { Agenda, RawItem } from '../sections/agenda/items.js';
import type { FlowLine } from '../text/flowline.js';
import { assignmentsInActionList } from '../sections/assignments/listed.js';
import type { FoundAssignments } from '../sections/assignments/found.js';
import { selfOf } from '../sections/decisions/bodies.js';
import type { FoundDecision } from '../sections/decisions/decisions.js';
import { readDecisionLabel } from '../sections/decisions/labels.js';
import { CLOSING_HEADING } from '../sections/agenda/headingform.js';
import { readActionHeading } from '../sections/assignments/actionlist.js';
import { pattern } from '../text/pattern.js';
import { findNoteTaker, secretaryOf } from '../sections/closing/notetaker.js';
import { checkFileName } from '../sections/header/date.js';
import { type Head, readHead } from '../sections/header/head.js';
import { readLabel } from '../sections/labels.js';
import { isMeetingListHeading, readNextMeeting } from '../sections/meetings/headings.js';
import { mergeMeetings } from '../sections/meetings/merge.js';
import { readAttendance } from '../sections/people/attendance/attendance.js';
import { type Closing, findClosing, readClosing } from './closing.js';
import { readFootnotes } from './footnotes.js';
import { frameItem } from './itemframe.js';
import type { ItemFrame } from './frame.js';
import type { ItemContext } from './itemrecord.js';
import { readItem } from './item.js';
import { readDecisionAssignments } from './itemassignments.js';
import { claimAddresses, readLinks } from './links.js';
import type { Note } from '../note/note.js';
import { reportConservation, reportLosses, reportSeams, reportTruncation } from './checks.js';
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
  const attendance = readPeople(note, items, headEnd);
  const head = readHead(note, headEnd);
  checkFileName(note, head.date);
  const people = attendance.participants.flatMap(({ name }) => (name === null ? [] : [name]));
  const dates: DateContext = { reference: head.date };
  const listDates: DateContext = { reference: head.date ?? yearStart(note) };
  const foot = closeLastItem(note, items, headEnd, people, listDates);
  const pseudo: RawItem = {
    number: null,
    titleLines: [],
    printedTitle: '',
    presenters: null,
    start: headEnd,
    bodyStart: headEnd,
    end: foot,
  };
  const framed = (items.length > 0 ? items : [pseudo]).map((raw) =>
    frameItem(note, raw, listDates),
  );
  const closing = readClosing(note, foot, people, listDates);
  const upcomingMeetings = mergeMeetings(
    [...closing.meetings, ...framed.flatMap((frame) => frame.meetings)],
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

/** Action lists that stand below the foot belong to no item. */
function readLooseActions(
  note: Note,
  foot: number,
  context: ItemContext,
  into: Assignment[],
): void {
  const found: FoundAssignments = { assignments: [], milestones: [], consumed: [] };
  for (let at = foot; at < note.lines.length; at += 1) {
    if (note.claims.has(note.lines[at]?.no ?? 0)) continue;
    const isEnd = (line: FlowLine): boolean => note.claims.has(line.no);
    const end = assignmentsInActionList(
      note,
      at,
      note.lines.length,
      { item: null, ...context },
      found,
      isEnd,
    );
    if (end !== null) at = end - 1;
  }
  into.push(
    ...found.assignments.map((assignment, index) => ({
      ...assignment,
      id: `a${into.length + index + 1}`,
    })),
  );
}

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
  const { source } = note.document;
  const body = head.title.body;
  if (head.date === null)
    note.diagnostics.add('date-missing', 'The note gives no complete date of its meeting.', null);
  const taker = rest.closing.noteTaker;
  const noteTaker = taker?.formal
    ? taker.name
    : (attendance.secretary ??
      taker?.name ??
      secretaryOf(note, attendance.participants) ??
      rest.closing.signatories.find(({ role }) => /^(?:mötes)?sekreterare$/iu.test(role ?? ''))
        ?.name ??
      findNoteTaker(note, 0, HEAD)?.name ??
      null);
  reportTruncation(note, rest.hasFoot);
  reportSeams(note);
  reportLosses(note);
  reportConservation(note);
  return {
    schemaVersion: SCHEMA_VERSION,
    id: meetingId(body?.name ?? null, head.date, note.document.text),
    era,
    source,
    title: head.title.title,
    body,
    date: head.date,
    startTime: head.startTime,
    endTime: head.endTime,
    place: head.place,
    form: head.form,
    participants: attendance.participants,
    agenda: rest.agenda,
    decisions: rest.decisions,
    assignments: rest.assignments,
    milestones: [...rest.milestones, ...rest.closing.milestones],
    upcomingMeetings: rest.upcomingMeetings,
    signatories: rest.closing.signatories,
    noteTaker,
    links: rest.links,
    footnotes: rest.footnotes,
    diagnostics: sortDiagnostics(note),
  };
}

function sortDiagnostics(note: Note): Meeting['diagnostics'] {
  return [...note.diagnostics.list].sort((a, b) => (a.lines?.[0] ?? 0) - (b.lines?.[0] ?? 0));
}

function claimOverview(note: Note, agenda: Agenda | null): void {
  if (agenda) note.claims.claim(agenda.overview, 'agenda: overview');
}

/** The head ends with the line before the first item; a heading "Dagordning" right before it belongs to the head. */
function findHeadEnd(note: Note, agenda: Agenda | null): number {
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

/** The foot begins inside the last item: cuts it there. @returns where the foot begins */
function closeLastItem(
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

function readContent(
  note: Note,
  frames: readonly ItemFrame[],
  context: ItemContext,
  hasAgenda: boolean,
) {
  const decisions: Decision[] = [];
  const assignments: Assignment[] = [];
  const milestones: Milestone[] = [];
  const agenda: Meeting['agenda'] = [];
  for (const frame of frames) {
    const read = readItem(note, frame, context, hasAgenda);
    const key = hasAgenda ? (frame.raw.number ?? read.item.title) : null;
    if (hasAgenda) agenda.push(read.item);
    numberDecisions(read.decisions, decisions, key);
    const inDecisions = readDecisionAssignments(note, read.decisions, key, context);
    const all = [...inDecisions.assignments, ...read.assignments].sort(
      (a, b) => a.lines[0] - b.lines[0],
    );
    for (const assignment of withoutRepeats(all)) assignments.push({ ...assignment, item: key });
    const consumed = new Set(inDecisions.consumed);
    milestones.push(
      ...[...read.milestones, ...inDecisions.milestones]
        .filter((one) => !consumed.has(one.text) && !isDeadline(one, inDecisions.assignments))
        .map((milestone) => ({ ...milestone, item: key })),
    );
  }
  assignments.forEach((assignment, index) => {
    assignment.id = `a${index + 1}`;
  });
  return { agenda, decisions, assignments, milestones };
}

/** A deadline is not repeated as a milestone. */
const isDeadline = ({ when, lines }: Milestone, assignments: readonly Assignment[]): boolean =>
  assignments.some(
    ({ due, lines: [first, last] }) =>
      due?.text === when.text && first <= lines[1] && lines[0] <= last,
  );

function numberDecisions(
  found: readonly FoundDecision[],
  into: Decision[],
  key: string | null,
): void {
  for (const { decision } of found) {
    decision.id = `d${into.length + 1}`;
    decision.item = key;
    into.push(decision);
  }
}

/** The same words on the same lines are one assignment, however many sections met them. */
function withoutRepeats(assignments: readonly Assignment[]): Assignment[] {
  return assignments.filter(
    (assignment, index) =>
      assignments.findIndex(
        (other) => other.lines[0] === assignment.lines[0] && other.task === assignment.task,
      ) === index,
  );
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
