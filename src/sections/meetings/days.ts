/** Printed days as meetings to come; a month without a day is a milestone. */
import { addDays } from '../../dates/calendar.js';
import type { DatePhrase } from '../../dates/index.js';
import type { Milestone, UpcomingMeeting } from '../../record/schema.js';
import { squeeze } from '../../text/normalise.js';
import type { FlowLine } from '../../text/flowline.js';
import { type Note, rangeOf } from '../../note/note.js';
import { toWindow } from '../windows.js';
import type { Details } from './details.js';

export interface Coming {
  meetings: UpcomingMeeting[];
  milestones: Milestone[];
  lines: FlowLine[];
  /** Index in the flow after the section. */
  end: number;
}

export function addPhrase(
  coming: Coming,
  phrase: DatePhrase,
  label: string,
  lines: readonly FlowLine[],
  note: Note,
  details: Details,
): void {
  reportProblem(phrase, lines, note);
  const days =
    phrase.days.length > 0
      ? phrase.days
      : phrase.unit === 'day' && isOneMeeting(phrase)
        ? [phrase.earliest]
        : [];
  for (const date of days) {
    if (date !== null) coming.meetings.push({ date, ...details, inferred: phrase.inferred });
  }
  if (days.length === 0 && (phrase.earliest !== null || phrase.latest !== null)) {
    coming.milestones.push({
      // "Nästa möte hålls i slutet av maj."
      label: squeeze(label.replace(/\s*:.*$/u, '').replace(phrase.text, ' ')).replace(
        /[\s.,]+$/u,
        '',
      ),
      when: toWindow(phrase),
      item: null,
      text: lines.map((line) => line.text).join(' '),
      lines: rangeOf(lines),
    });
  }
}

/** A day, or two or three in a row: then the meeting begins on the first. */
const isOneMeeting = ({ earliest, latest }: DatePhrase): boolean =>
  earliest !== null &&
  latest !== null &&
  latest >= earliest &&
  latest <= addDays(earliest, LONGEST_MEETING - 1);

const LONGEST_MEETING = 3;

/** Reports a date that cannot be, or whose weekday contradicts it. */
export function reportProblem(phrase: DatePhrase, lines: readonly FlowLine[], note: Note): void {
  if (!phrase.problem) return;
  const message = {
    'date-impossible': `"${phrase.text}" is no day of the calendar.`,
    'date-ambiguous': `"${phrase.text}" can be read in more than one way.`,
    'weekday-mismatch': `"${phrase.text}": the weekday does not go with the date.`,
  }[phrase.problem];
  note.diagnostics.add(phrase.problem, message, rangeOf(lines));
}

/** "7 februari och 11 april 2025": the year printed with the last day is that of the days it closes. */
export function withSharedYears(phrases: readonly DatePhrase[], text: string): DatePhrase[] {
  return phrases.map((phrase, at) => {
    const next = phrases[at + 1];
    const isShared =
      phrase.inferred &&
      next?.inferred === false &&
      phrase.earliest?.slice(0, 4) === next.earliest?.slice(0, 4) &&
      /^\s*(?:och|samt|,)\s*$/u.test(text.slice(phrase.end, next.start));
    return isShared ? { ...phrase, inferred: false } : phrase;
  });
}
