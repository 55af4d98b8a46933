/** Records → log entries. Pure: what it says follows from the records and from `today`. */
import type { Assignment, Decision, Meeting, Milestone } from '../record/schema.js';
import { slug } from '../record/ids.js';
import { eventOf, type Follow } from './events.js';
import { entryId, OwnIds, type TakenIds } from './ids.js';
import {
  type Language,
  learnLanguage,
  type Matter,
  nearBest,
  SUGGESTION,
  TIE,
  tieScore,
  wordsOf,
} from './threads.js';
import { WordIndex } from './threadindex.js';
import { changeStatus, ManualEvents } from './manual.js';
import { type Reference, References } from './reference.js';
import { byDeadline, daysOverdue, timingOf } from './timing.js';
import type { EventKind, LogEntry, ManualEvent, NextExpected } from './types.js';
import { oneEach, type Versions } from './versions.js';

export interface LogOptions {
  /** ISO date; meetings after it are not looked at. */
  today: string;
  /** What persons have entered, in the order in which they did. Entries after `today` are not looked at. */
  manual?: readonly ManualEvent[];
  /** Pairs of ids that a person has tied as one matter. */
  ties?: readonly (readonly [Reference, Reference])[];
  /** Ids that belong to entries of other bodies. */
  taken?: TakenIds;
  /** By meeting id, records as they were read, where persons have corrected them: ids are made of those. */
  asRead?: ReadonlyMap<string, Meeting>;
}

export interface Log {
  /** Entries of both kinds, closed ones too, soonest deadline first, undated last. */
  entries: LogEntry[];
  /** Items that may be about an entry, for a person to judge. */
  suggestions: Suggestion[];
  superseded: Versions['superseded'];
  /** For open entries without a deadline: the days at which the matter is to come up, soonest first. */
  expected: Map<string, NextExpected[]>;
  /** Ids under which something was entered by hand, and the ids that these entries have now. */
  renamed: Map<string, string>;
}

export interface Suggestion {
  id: string;
  meeting: string;
  item: string;
  score: number;
}

export const buildLog = (meetings: readonly Meeting[], options: LogOptions): LogEntry[] =>
  readLog(meetings, options).entries;

export function readLog(meetings: readonly Meeting[], options: LogOptions): Log {
  const { today } = options;
  const versions = oneEach(meetings, today);
  const log: Log = {
    entries: [],
    suggestions: [],
    superseded: versions.superseded,
    expected: new Map(),
    renamed: new Map(),
  };
  const taken = new OwnIds(options.taken);
  for (const own of byBody(versions.meetings).values()) followBody(own, log, taken, options);
  log.entries.sort(byDeadline);
  return log;
}

function byBody(meetings: readonly Meeting[]): Map<string, Meeting[]> {
  const bodies = new Map<string, Meeting[]>();
  for (const meeting of meetings) {
    const body = slug(meeting.body?.name ?? meeting.id);
    const known = bodies.get(body);
    if (known) known.push(meeting);
    else bodies.set(body, [meeting]);
  }
  return bodies;
}

interface Thread {
  entry: LogEntry;
  matter: Matter;
  /** Item of origin, by which assignments given together are known. */
  origin: string;
}

function followBody(
  meetings: readonly Meeting[],
  log: Log,
  taken: OwnIds,
  { today, manual = [], ties = [], asRead }: LogOptions,
): void {
  const language = learnLanguage(meetings);
  const given = meetings.map((meeting) => ({
    meeting,
    threads: meeting.assignments.map((one) =>
      openThread(meeting, one, idOf(meeting, one, asRead, taken), language),
    ),
  }));
  const threads = given.flatMap((one) => one.threads);
  const references = new References(threads.map(({ entry }) => entry));
  takeUpLost(references, ties);
  const entered = new ManualEvents(manual, references, today);
  const index = new WordIndex<Thread>();
  const open = new Set<LogEntry>();
  for (const { meeting, threads: own } of given) {
    entered.applyBefore(meeting.date, (entry) => open.has(entry));
    for (const item of meeting.agenda) followItem(meeting, item, index, language, log);
    for (const thread of own) {
      open.add(thread.entry);
      if (thread.entry.kind === 'uppdrag')
        index.add(thread, [...thread.matter.title, ...thread.matter.task]);
    }
  }
  entered.applyBefore(null, () => true);
  tieEntries(references, ties);
  for (const reference of [...manual.map(({ target }) => target), ...ties.flat()])
    noteRename(reference, references, log);
  const coming = comingDays(meetings, language);
  for (const thread of threads) {
    judge(thread, coming, language, today, log);
    log.entries.push(thread.entry);
  }
}

function noteRename(reference: Reference, references: References, log: Log): void {
  const entry = references.find(reference);
  if (entry && entry.id !== reference.id) log.renamed.set(reference.id, entry.id);
}

/** A tie of an entry with one that was lost by then says that the one has become the other. */
function takeUpLost(
  references: References,
  ties: readonly (readonly [Reference, Reference])[],
): void {
  for (const pair of ties) {
    const [one, other] = pair;
    for (const [lost, kept] of [[one, other] as const, [other, one] as const]) {
      const entry = lost.about?.lost ? references.find(kept) : null;
      if (entry) references.take(lost.id, entry);
    }
  }
}

/** Ties that a person has made, under the ids that the entries have now. */
function tieEntries(
  references: References,
  ties: readonly (readonly [Reference, Reference])[],
): void {
  for (const pair of ties) {
    const [one, other] = pair.map((reference) => references.find(reference));
    if (one && one === other) continue;
    if (one) one.tied.push(other?.id ?? pair[1].id);
    if (other) other.tied.push(one?.id ?? pair[0].id);
  }
}

/** An entry keeps the id that the note's own words give it, whatever a person corrects in its record. */
function idOf(
  meeting: Meeting,
  assignment: Assignment,
  asRead: LogOptions['asRead'],
  taken: OwnIds,
): string {
  const read = asRead?.get(meeting.id);
  const own = read?.assignments.find(({ id }) => id === assignment.id);
  const id = read && own ? entryId(read, own, taken) : entryId(meeting, assignment, taken);
  taken.add(id);
  return id;
}

function openThread(
  meeting: Meeting,
  assignment: Assignment,
  id: string,
  language: Language,
): Thread {
  const item = meeting.agenda.find((one) => keyOf(one) === assignment.item);
  const entry: LogEntry = {
    id,
    kind: assignment.kind,
    body: meeting.body?.name ?? null,
    meeting: { id: meeting.id, date: meeting.date },
    item: { number: item?.number ?? null, title: item?.title ?? null },
    assignees: assignment.assignees,
    task: assignment.task,
    due: assignment.due,
    status: 'open',
    timing: null,
    daysOverdue: null,
    nextExpected: null,
    history: [
      {
        date: meeting.date,
        meeting: meeting.id,
        event: 'given',
        text: assignment.text,
        path: meeting.source.path,
        lines: assignment.lines,
        origin: 'notes',
        by: null,
        previousDue: null,
      },
    ],
    tied: [],
  };
  const matter = {
    title: wordsOf(item?.title ?? '', language),
    task: wordsOf(assignment.task, language),
  };
  return { entry, matter, origin: `${meeting.id}#${assignment.item ?? ''}` };
}

type Item = Meeting['agenda'][number];
const keyOf = (item: Item): string => item.number ?? item.title;

/** Ties one item to the threads that it is about, and writes down what it says of them. */
function followItem(
  meeting: Meeting,
  item: Item,
  index: WordIndex<Thread>,
  language: Language,
  log: Log,
): void {
  const words = wordsOf(item.title, language);
  const scored = index.about(words).map((value) => ({
    value,
    score: tieScore(words, value.matter, language),
  }));
  const decisions = meeting.decisions.filter((decision) => decision.item === keyOf(item));
  const meant = nearBest(scored, TIE).map(({ value }) => value);
  const touched = new Map<Thread, Follow>();
  for (const decision of decisions) {
    const follow = eventOf(decision, item, meeting);
    for (const thread of threadsOf(decision, follow, meant, index, language)) {
      keepWeightier(touched, thread, follow ?? reportOf(item, decision));
    }
  }
  for (const thread of meant)
    if (!touched.has(thread)) keepWeightier(touched, thread, reportOf(item, decisions[0]));
  for (const [thread, follow] of touched) record(thread.entry, follow, meeting);
  const asked = scored.filter(
    ({ value, score }) => score >= SUGGESTION && !touched.has(value) && meant.length === 0,
  );
  for (const { value, score } of asked) {
    log.suggestions.push({
      id: value.entry.id,
      meeting: meeting.id,
      item: item.title,
      score: Math.round(score * 100) / 100,
    });
  }
}

/** A decision that names its matter speaks of that one; else of what its item is about. */
function threadsOf(
  decision: Decision,
  follow: Follow | null,
  meant: readonly Thread[],
  index: WordIndex<Thread>,
  language: Language,
): readonly Thread[] {
  const words = wordsOf(decision.text, language);
  const pool =
    meant.length > 0 ? meant : follow && follow.event !== 'rescheduled' ? index.about(words) : [];
  if (pool.length === 0) return [];
  if (meant.length === 1 && follow === null) return meant;
  const scored = pool.map((value) => ({ value, score: tieScore(words, value.matter, language) }));
  const named = nearBest(scored, meant.length > 0 ? 0.35 : TIE).map(({ value }) => value);
  if (named.length > 0) return named;
  return follow === null || meant.length === 1 || sameOrigin(meant) ? meant : [];
}

const sameOrigin = (threads: readonly Thread[]): boolean =>
  new Set(threads.map(({ origin }) => origin)).size === 1;

function reportOf(item: Item, decision: Decision | undefined): Follow {
  const text = [item.title, decision?.text ?? ''].filter((part) => part !== '').join(' – ');
  return { event: 'reported', text, lines: decision?.lines ?? item.lines, due: null };
}

const WEIGHT: Record<EventKind, number> = {
  given: 0,
  noted: 0,
  reported: 1,
  rescheduled: 2,
  reopened: 3,
  cancelled: 4,
  completed: 5,
};

function keepWeightier(touched: Map<Thread, Follow>, thread: Thread, follow: Follow): void {
  const known = touched.get(thread);
  if (!known || WEIGHT[follow.event] > WEIGHT[known.event]) touched.set(thread, follow);
}

/** Writes an event into an entry's history. On one day the weightier event stands alone. */
function record(entry: LogEntry, follow: Follow, meeting: Meeting): void {
  const { event } = follow;
  if (entry.meeting.id === meeting.id) return;
  // What the body closed is closed; what a person closed is still told of when the body speaks of it again.
  if (entry.status !== 'open' && event !== 'reopened' && !closedByHand(entry)) return;
  if (entry.status === 'open' && event === 'reopened') return;
  const last = entry.history.at(-1);
  if (last?.meeting === meeting.id && WEIGHT[last.event] >= WEIGHT[event]) return;
  if (last?.meeting === meeting.id) entry.history.pop();
  const moves = follow.due !== null && (event === 'rescheduled' || event === 'reopened');
  entry.history.push({
    date: meeting.date,
    meeting: meeting.id,
    event,
    text: follow.text,
    path: meeting.source.path,
    lines: follow.lines,
    origin: 'notes',
    by: null,
    previousDue: moves ? entry.due : null,
  });
  if (moves) entry.due = follow.due;
  changeStatus(entry, event);
}

const closedByHand = ({ history }: LogEntry): boolean =>
  history.findLast(({ event }) => event === 'completed' || event === 'cancelled')?.origin ===
  'manual';

/** Timing and what to expect next, as of today; closed entries have neither. */
function judge(
  { entry, matter }: Thread,
  coming: readonly ComingDay[],
  language: Language,
  today: string,
  log: Log,
): void {
  const hasDeadline = entry.due !== null && (entry.due.latest ?? entry.due.earliest) !== null;
  const isAbout = ({ parts }: ComingDay): boolean =>
    parts.some((words) => tieScore(words, matter, language) >= TIE);
  const days = hasDeadline
    ? []
    : coming.filter((day) => isAbout(day)).map(({ date, basis }) => ({ date, basis }));
  if (days.length > 0) log.expected.set(entry.id, days);
  standing(entry, days, today);
}

/**
 * Sets timing, days overdue and what to expect next against a day.
 * @param days at which the matter is to come up, soonest first
 */
export function standing(entry: LogEntry, days: readonly NextExpected[], today: string): void {
  const isOpen = entry.status === 'open';
  const deadline = entry.due?.latest ?? entry.due?.earliest ?? null;
  entry.timing = isOpen ? timingOf(entry.due, today) : null;
  entry.daysOverdue = isOpen ? daysOverdue(entry.due, today) : null;
  const next: NextExpected | null =
    deadline === null
      ? (days.find(({ date }) => date > today) ?? null)
      : { date: deadline, basis: 'deadline' };
  entry.nextExpected = isOpen ? next : null;
}

/** A day at which something is to come up, with the words of what it is: of each part and of the whole. */
interface ComingDay extends NextExpected {
  parts: string[][];
}

/** From lists of meetings, year wheels and milestones, soonest first. */
function comingDays(meetings: readonly Meeting[], language: Language): ComingDay[] {
  const parts = (text: string): string[][] =>
    [...text.split(/[,;]|\soch\s/u), text].map((part) => wordsOf(part, language));
  const found: ComingDay[] = [];
  for (const meeting of meetings) {
    for (const { date, place } of meeting.upcomingMeetings)
      if (date !== null && place !== null)
        found.push({ date, basis: 'meeting', parts: parts(place) });
    for (const milestone of meeting.milestones) {
      const date = dayOf(milestone);
      if (date !== null)
        found.push({ date, basis: basisOf(milestone), parts: parts(milestone.label) });
    }
  }
  return found.sort((a, b) => a.date.localeCompare(b.date));
}

const basisOf = ({ text }: Milestone): NextExpected['basis'] =>
  /(?<!\p{L})möte(?:t)?(?!\p{L})/iu.test(text) ? 'meeting' : 'milestone';

const dayOf = (milestone: Milestone): string | null =>
  milestone.when.latest ?? milestone.when.earliest;
