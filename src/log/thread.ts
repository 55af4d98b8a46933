/** A matter as it is followed from meeting to meeting: its entry, opened by an assignment, and what is written into its history. */
import type { Assignment, Meeting } from '../record/schema.js';
import type { LogOptions } from './log.js';
import type { Follow } from './events.js';
import { keyOf } from './item.js';
import type { OwnIds } from './ids.js';
import { entryId } from './ids.js';
import { changeStatus } from './manual.js';
import { type Language, type Matter, wordsOf } from './threads.js';
import type { EventKind, LogEntry } from './types.js';

export interface Thread {
  entry: LogEntry;
  matter: Matter;
  /** Item of origin, by which assignments given together are known. */
  origin: string;
}

/** An entry keeps the id that the note's own words give it, whatever a person corrects in its record. */
export function idOf(
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

export function openThread(
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
    history: [given(meeting, assignment)],
    tied: [],
  };
  const matter = {
    title: wordsOf(item?.title ?? '', language),
    task: wordsOf(assignment.task, language),
  };
  return { entry, matter, origin: `${meeting.id}#${assignment.item ?? ''}` };
}

const given = (meeting: Meeting, assignment: Assignment): LogEntry['history'][number] => ({
  date: meeting.date,
  meeting: meeting.id,
  event: 'given',
  text: assignment.text,
  path: meeting.source.path,
  lines: assignment.lines,
  origin: 'notes',
  by: null,
  previousDue: null,
});

const WEIGHT: Record<EventKind, number> = {
  given: 0,
  noted: 0,
  reported: 1,
  rescheduled: 2,
  reopened: 3,
  cancelled: 4,
  completed: 5,
};

export function keepWeightier(touched: Map<Thread, Follow>, thread: Thread, follow: Follow): void {
  const known = touched.get(thread);
  if (!known || WEIGHT[follow.event] > WEIGHT[known.event]) touched.set(thread, follow);
}

/** Writes an event into an entry's history. On one day the weightier event stands alone. */
export function record(entry: LogEntry, follow: Follow, meeting: Meeting): void {
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
