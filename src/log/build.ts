/** Records → log entries. Pure: what it says follows from the records and from `today`. */
import type { Assignment, Meeting } from '../record/schema.js';
import { entryId } from './ids.js';
import { byDeadline, daysOverdue, timingOf } from './timing.js';
import type { LogEntry } from './types.js';

export interface LogOptions {
  /** ISO date; meetings after it are not looked at. */
  today: string;
}

/** @returns entries of both kinds, closed ones too, soonest deadline first, undated last */
export function buildLog(meetings: readonly Meeting[], options: LogOptions): LogEntry[] {
  const known = meetings.filter(
    (meeting) => meeting.date === null || meeting.date <= options.today,
  );
  const taken = new Set<string>();
  const entries: LogEntry[] = [];
  for (const meeting of known) {
    for (const assignment of meeting.assignments)
      entries.push(givenEntry(meeting, assignment, taken));
  }
  for (const entry of entries) judge(entry, options.today);
  return entries.sort(byDeadline);
}

function givenEntry(meeting: Meeting, assignment: Assignment, taken: Set<string>): LogEntry {
  const id = entryId(meeting, assignment, taken);
  taken.add(id);
  const item = meeting.agenda.find((one) => (one.number ?? one.title) === assignment.item);
  return {
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
        previousDue: null,
      },
    ],
  };
}

/** Timing and what to expect next, as of today; closed entries have neither. */
function judge(entry: LogEntry, today: string): void {
  if (entry.status !== 'open') return;
  entry.timing = timingOf(entry.due, today);
  entry.daysOverdue = daysOverdue(entry.due, today);
  const deadline = entry.due?.latest ?? entry.due?.earliest ?? null;
  if (deadline !== null) entry.nextExpected = { date: deadline, basis: 'deadline' };
}
