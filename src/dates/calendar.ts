/** Calendar arithmetic on ISO dates. `Date` objects live in this folder only; everywhere else a date is a string. */
import { addDays as addDaysTo } from 'date-fns/addDays';
import { addMonths as addMonthsTo } from 'date-fns/addMonths';
import { addYears as addYearsTo } from 'date-fns/addYears';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { getISODay } from 'date-fns/getISODay';
import { getISOWeeksInYear } from 'date-fns/getISOWeeksInYear';
import { setISOWeek } from 'date-fns/setISOWeek';
import { startOfISOWeek } from 'date-fns/startOfISOWeek';

const pad = (value: number, width = 2): string => String(value).padStart(width, '0');

export function iso(year: number, month: number, day: number): string {
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
}

function toDate(date: string): Date {
  return new Date(
    Number(date.slice(0, 4)),
    Number(date.slice(5, 7)) - 1,
    Number(date.slice(8, 10)),
  );
}

function fromDate(date: Date): string {
  return iso(date.getFullYear(), date.getMonth() + 1, date.getDate());
}

export const yearOf = (date: string): number => Number(date.slice(0, 4));
export const monthOf = (date: string): number => Number(date.slice(5, 7));

export function daysInMonth(year: number, month: number): number {
  return new Date(year, month, 0).getDate();
}

export function isValidDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

export const addDays = (date: string, days: number): string =>
  fromDate(addDaysTo(toDate(date), days));
export const addMonths = (date: string, months: number): string =>
  fromDate(addMonthsTo(toDate(date), months));
export const addYears = (date: string, years: number): string =>
  fromDate(addYearsTo(toDate(date), years));

/** Whole days from `from` to `to`; negative where `to` is earlier. */
export const daysBetween = (from: string, to: string): number =>
  differenceInCalendarDays(toDate(to), toDate(from));

/** 1 Monday … 7 Sunday. */
export const weekdayOf = (date: string): number => getISODay(toDate(date));

export const mondayOf = (date: string): string => fromDate(startOfISOWeek(toDate(date)));

/** Monday of an ISO week, or null where the year has no such week. */
export function isoWeekStart(year: number, week: number): string | null {
  const inYear = new Date(year, 0, 4);
  if (week < 1 || week > getISOWeeksInYear(inYear)) return null;
  return fromDate(startOfISOWeek(setISOWeek(inYear, week)));
}

/** Easter Sunday by the anonymous Gregorian algorithm. */
export function easterSunday(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d =
    (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return iso(year, Math.floor(f / 31), (f % 31) + 1);
}

/** Midsummer Eve: the Friday of 19 to 25 June. */
export function midsummerEve(year: number): string {
  const first = iso(year, 6, 19);
  return addDays(first, (5 - weekdayOf(first) + 7) % 7);
}
