/** What persons have entered beside the notes, told in its place between the meetings. */
import type { References } from './reference.js';
import type { EventKind, LogEntry, ManualEvent } from './types.js';
import { inOrder } from '../text/order.js';

export class ManualEvents {
  private left: ManualEvent[];

  /** @param today entries after this day are not looked at */
  constructor(
    events: readonly ManualEvent[],
    private readonly references: References,
    today: string,
  ) {
    this.left = events.filter(({ date }) => date <= today);
  }

  /**
   * @param date of the meeting that comes next; null: all that is left
   * @param isGiven whether an entry has been given by then
   */
  applyBefore(date: string | null, isGiven: (entry: LogEntry) => boolean): void {
    if (this.left.length === 0) return;
    const later: ManualEvent[] = [];
    for (const event of this.left.sort((a, b) => inOrder(a.date, b.date))) {
      const entry = date === null || event.date < date ? this.references.find(event.target) : null;
      if (entry && isGiven(entry)) enter(entry, event);
      else later.push(event);
    }
    this.left = later;
  }
}

/** Writes a person's entry into the history. It always counts: who enters it answers for it. */
function enter(entry: LogEntry, { event, date, text, due, by }: ManualEvent): void {
  const moves = event === 'rescheduled' && due !== null;
  entry.history.push({
    date,
    meeting: null,
    event,
    text,
    path: null,
    lines: null,
    origin: 'manual',
    by,
    previousDue: moves ? entry.due : null,
  });
  if (moves) entry.due = due;
  changeStatus(entry, event);
}

export function changeStatus(entry: LogEntry, event: EventKind): void {
  if (event === 'completed') entry.status = 'done';
  if (event === 'cancelled') entry.status = 'cancelled';
  if (event === 'reopened') entry.status = 'open';
}
