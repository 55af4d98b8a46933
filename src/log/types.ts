/** The log's entries: what `sro log` prints. */
import type { DateWindow, LineRange } from '../record/schema.js';
import type { Reference } from './anchor.js';

export type Status = 'open' | 'done' | 'cancelled';
/** What a person has entered beside the notes: `sro done`, `reopen`, `cancel`, `reschedule`, `note`. */
export interface ManualEvent {
  target: Reference;
  event: 'completed' | 'reopened' | 'cancelled' | 'rescheduled' | 'noted';
  /** ISO date on which it happened. */
  date: string;
  text: string;
  /** The new window of a rescheduling. */
  due: DateWindow | null;
  by: string | null;
}

export type Timing = 'overdue' | 'due' | 'upcoming' | 'undated';
export type EventKind =
  'given' | 'reported' | 'rescheduled' | 'completed' | 'cancelled' | 'reopened' | 'noted';

export interface LogEvent {
  date: string | null;
  /** Id of the meeting, or null for a manual entry. */
  meeting: string | null;
  event: EventKind;
  text: string;
  /** The file that `lines` refer to. */
  path: string | null;
  lines: LineRange | null;
  origin: 'notes' | 'manual';
  /** Who entered it, where a person did and told their name. */
  by: string | null;
  /** The window before a rescheduling. */
  previousDue: DateWindow | null;
}

export interface NextExpected {
  date: string;
  basis: 'deadline' | 'meeting' | 'milestone';
}

export interface LogEntry {
  id: string;
  kind: 'uppdrag' | 'atagande';
  body: string | null;
  meeting: { id: string; date: string | null };
  item: { number: string | null; title: string | null };
  assignees: string[];
  task: string;
  due: DateWindow | null;
  status: Status;
  timing: Timing | null;
  daysOverdue: number | null;
  nextExpected: NextExpected | null;
  history: LogEvent[];
  /** Ids of entries that a person has tied to this one as the same matter. */
  tied: string[];
}
