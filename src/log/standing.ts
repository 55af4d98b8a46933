/** How an entry stands against a day: its timing, and what to expect next. */
import type { Meeting, Milestone } from '../record/schema.js';
import type { Log } from './log.js';
import type { Thread } from './thread.js';
import { type Language, TIE, tieScore, wordsOf } from './threads.js';
import { daysOverdue, timingOf } from './timing.js';
import type { LogEntry, NextExpected } from './types.js';
import { inOrder } from '../text/order.js';

/** Timing and what to expect next, as of today; closed entries have neither. */
export function judge(
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
export function comingDays(meetings: readonly Meeting[], language: Language): ComingDay[] {
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
  return found.sort((a, b) => inOrder(a.date, b.date));
}

const basisOf = ({ text }: Milestone): NextExpected['basis'] =>
  /(?<!\p{L})möte(?:t)?(?!\p{L})/iu.test(text) ? 'meeting' : 'milestone';

const dayOf = (milestone: Milestone): string | null =>
  milestone.when.latest ?? milestone.when.earliest;
