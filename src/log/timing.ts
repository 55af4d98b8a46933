/** How an open entry stands against today. The rules are the record contract's. */
import { daysBetween } from '../dates/index.js';
import type { DateWindow } from '../record/schema.js';
import type { LogEntry, Timing } from './types.js';
import { inOrder } from '../text/order.js';

/**
 * overdue: latest < today · due: earliest <= today <= latest, or earliest <= today with no latest · upcoming: before
 * that · undated: no window. A window with no earliest end is upcoming until latest has passed.
 * @param today ISO date
 */
export function timingOf(due: DateWindow | null, today: string): Timing {
  if (due === null || (due.earliest === null && due.latest === null)) return 'undated';
  if (due.latest !== null && due.latest < today) return 'overdue';
  return due.earliest !== null && due.earliest <= today ? 'due' : 'upcoming';
}

/** Whole days past the window's end, or null. */
export function daysOverdue(due: DateWindow | null, today: string): number | null {
  return due?.latest && due.latest < today ? daysBetween(due.latest, today) : null;
}

const LAST = '9999-12-31';

/** Soonest deadline first, undated last and among them the oldest first. */
export function byDeadline(a: LogEntry, b: LogEntry): number {
  const end = (entry: LogEntry): string => entry.due?.latest ?? entry.due?.earliest ?? LAST;
  return (
    inOrder(end(a), end(b)) ||
    inOrder(a.meeting.date ?? LAST, b.meeting.date ?? LAST) ||
    inOrder(a.id, b.id)
  );
}
