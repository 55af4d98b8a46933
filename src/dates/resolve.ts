/** Fills in a year that the words leave out, from the meeting's date: forward, or back where the sentence tells of the past. */
import { isValidDay, iso, monthOf, weekdayOf, yearOf } from './calendar.js';
import type { Partial, Period } from './partial.js';
import { statedYear, withYear } from './partial.js';
import { periodOf } from './period.js';

export interface DateContext {
  /** Date of the meeting, from which years roll and relative dates count; null where it is not known. */
  reference: string | null;
  /** The date of the next meeting, where the note tells it. */
  nextMeeting?: string | null;
  /** A year that a heading gives to the list below it ("Mötesdatum år 2022"): stated, not inferred. */
  listYear?: number | null;
  /** The sentence tells of what has been. */
  past?: boolean;
  /** The words before the date make it a deadline: it cannot lie behind the meeting. */
  deadline?: boolean;
  /** What is meant ends before the period begins ("innan sommaren"): the period lies wholly ahead. */
  before?: boolean;
  /** Days are listed: "8/12" is one without a word before it. */
  isList?: boolean;
  /** In a header six digits may be a date. */
  header?: boolean;
}

export interface Resolved extends Period {
  inferred: boolean;
  weekdayMismatch?: boolean;
}

/** @returns the period with its ends null where no year can be told */
export function resolve(partial: Partial, context: DateContext): Resolved {
  const year = statedYear(partial);
  if (year !== undefined) return checkWeekday(partial, { ...periodOf(partial), inferred: false });
  if (context.listYear) {
    return checkWeekday(withYear(partial, context.listYear), {
      ...periodIn(partial, context.listYear),
      inferred: false,
    });
  }
  if (isImpossibleInAnyYear(partial)) {
    return {
      earliest: null,
      latest: null,
      edtf: null,
      inferred: false,
      problem: 'date-impossible',
    };
  }
  if (context.reference === null)
    return { earliest: null, latest: null, edtf: null, inferred: false };
  return inferYear(partial, context.reference, context);
}

/** A winter without years is the one that begins in the year tried. */
function periodIn(partial: Partial, year: number): Period {
  const inner = partial.unit === 'part' ? partial.of : partial;
  if (inner.unit === 'season' && inner.season === 'winter') {
    const winter: Partial = { ...inner, year, endYear: year + 1 };
    return periodOf(partial.unit === 'part' ? { ...partial, of: winter } : winter);
  }
  return periodOf(withYear(partial, year));
}

function isImpossibleInAnyYear(partial: Partial): boolean {
  return partial.unit === 'day' && !isValidDay(2024, partial.month, partial.day);
}

function inferYear(partial: Partial, reference: string, context: DateContext): Resolved {
  const past = context.past ?? false;
  const year = yearOf(reference);
  const tries = past
    ? [year, year - 1, year - 2]
    : [year - 1, year, year + 1, year + 2, year + 3, year + 4];
  const fits = (period: Period): boolean =>
    past
      ? period.earliest !== null && period.earliest <= reference
      : context.before
        ? (period.earliest ?? '') > reference
        : (period.latest ?? '') >= reference;
  const inYear = tries.map((at) => ({ at, period: periodIn(partial, at) }));
  const chosen = inYear.find(({ period }) => fits(period));
  if (!chosen) return { earliest: null, latest: null, edtf: null, inferred: false };
  const years = context.deadline ? [chosen.at] : [chosen.at, chosen.at - 1];
  const byWeekday =
    partial.unit === 'day' && partial.weekday ? yearByWeekday(partial, years) : null;
  const at = byWeekday ?? chosen.at;
  return checkWeekday(withYear(partial, at), { ...periodIn(partial, at), inferred: true });
}

/** A weekday proves the year: the one rolled to or, of a day told of, the one before. */
function yearByWeekday(partial: Extract<Partial, { unit: 'day' }>, years: number[]): number | null {
  const fits = (year: number): boolean =>
    isValidDay(year, partial.month, partial.day) &&
    weekdayOf(iso(year, partial.month, partial.day)) === partial.weekday;
  return years.find(fits) ?? null;
}

function checkWeekday(partial: Partial, resolved: Resolved): Resolved {
  if (partial.unit !== 'day' || !partial.weekday || resolved.earliest === null) return resolved;
  return weekdayOf(resolved.earliest) === partial.weekday
    ? resolved
    : { ...resolved, weekdayMismatch: true };
}

/** The month that follows the reference, for phrases that count from it. */
export function nextMonth(reference: string): { year: number; month: number } {
  const month = monthOf(reference);
  return month === 12
    ? { year: yearOf(reference) + 1, month: 1 }
    : { year: yearOf(reference), month: month + 1 };
}
