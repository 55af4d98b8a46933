/** A stated date whose year is known → its first and last day. The windows are the record contract's table. */
import {
  addDays,
  daysInMonth,
  easterSunday,
  iso,
  isoWeekStart,
  isValidDay,
  midsummerEve,
} from './calendar.js';
import type { Part, Partial, Period } from './partial.js';
import { statedYear } from './partial.js';

const pad = (value: number): string => String(value).padStart(2, '0');
const EDTF_SEASON = { spring: 21, summer: 22, autumn: 23, winter: 24 } as const;

const nothing = (problem?: Period['problem']): Period => ({
  earliest: null,
  latest: null,
  edtf: null,
  ...(problem ? { problem } : {}),
});

function interval(earliest: string, latest: string, edtf = `${earliest}/${latest}`): Period {
  return { earliest, latest, edtf };
}

function months(year: number, first: number, last: number, edtf?: string): Period {
  return interval(iso(year, first, 1), iso(year, last, daysInMonth(year, last)), edtf);
}

/** @param partial a date that states its year, or has got one */
export function periodOf(partial: Partial): Period {
  const year = statedYear(partial);
  if (year === undefined) return nothing();
  switch (partial.unit) {
    case 'day': {
      if (!isValidDay(year, partial.month, partial.day)) return nothing('date-impossible');
      const day = iso(year, partial.month, partial.day);
      return interval(day, day, day);
    }
    case 'month':
      return months(year, partial.month, partial.month, `${year}-${pad(partial.month)}`);
    case 'monthTurn': {
      const last = iso(year, partial.month, daysInMonth(year, partial.month));
      return partial.next === (partial.month % 12) + 1
        ? interval(last, addDays(last, 1))
        : nothing('date-ambiguous');
    }
    case 'year':
      return months(year, 1, 12, String(year));
    case 'season':
      return seasonOf(partial, year);
    case 'term':
      return partial.term === 1 ? months(year, 1, 6) : months(year, 7, 12);
    case 'half':
      return partial.half === 1 ? months(year, 1, 6) : months(year, 7, 12);
    case 'halfTurn':
      return interval(iso(year, 6, 30), iso(year, 6, 30), iso(year, 6, 30));
    case 'quarter':
      return months(year, partial.quarter * 3 - 2, partial.quarter * 3);
    case 'tertial':
      return months(year, partial.tertial * 4 - 3, partial.tertial * 4);
    case 'week':
      return weekOf(partial, year);
    case 'yearTurn':
      if (partial.stated !== undefined) return nothing('date-ambiguous');
      return interval(iso(year, 12, 31), iso(year, 12, 31), iso(year, 12, 31));
    case 'schoolYear':
      return interval(iso(year, 7, 1), iso(year + 1, 6, 30));
    case 'holiday':
      return holidayOf(partial.holiday, year);
    case 'part':
      return partOf(partial.part, partial.of);
  }
}

function seasonOf(partial: Extract<Partial, { unit: 'season' }>, year: number): Period {
  const code = `${year}-${EDTF_SEASON[partial.season]}`;
  switch (partial.season) {
    case 'spring':
      return months(year, 3, 5, code);
    case 'summer':
      return months(year, 6, 8, code);
    case 'autumn':
      return months(year, 9, 11, code);
    case 'winter': {
      // A winter has two years: one year alone does not tell which winter is meant.
      if (partial.endYear === undefined) return nothing('date-ambiguous');
      return interval(
        iso(year, 12, 1),
        iso(partial.endYear, 2, daysInMonth(partial.endYear, 2)),
        code,
      );
    }
  }
}

function weekOf(partial: Extract<Partial, { unit: 'week' }>, year: number): Period {
  const first = isoWeekStart(year, partial.week);
  const last = isoWeekStart(year, partial.lastWeek ?? partial.week);
  if (first === null || last === null) return nothing('date-impossible');
  return interval(first, addDays(last, 6));
}

function holidayOf(
  holiday: Extract<Partial, { unit: 'holiday' }>['holiday'],
  year: number,
): Period {
  switch (holiday) {
    case 'christmas':
      return interval(iso(year, 12, 24), iso(year, 12, 26));
    case 'newYear':
      return interval(iso(year, 12, 31), iso(year, 12, 31), iso(year, 12, 31));
    case 'easter': {
      const sunday = easterSunday(year);
      return interval(addDays(sunday, -2), addDays(sunday, 1));
    }
    case 'midsummer': {
      const eve = midsummerEve(year);
      return interval(eve, addDays(eve, 1));
    }
  }
}

const MONTH_PARTS: Record<Part, [number, number]> = {
  early: [1, 10],
  middle: [11, 20],
  late: [21, 31],
};
const YEAR_PARTS: Record<Part, [number, number]> = { early: [1, 4], middle: [5, 8], late: [9, 12] };

/** "i början av" a month is its first ten days, of a year its first four months; of any other period its first third. */
function partOf(part: Part, of: Partial): Period {
  const whole = periodOf(of);
  if (whole.earliest === null || whole.latest === null) return whole;
  const year = Number(whole.earliest.slice(0, 4));
  if (of.unit === 'month') {
    const [first, last] = MONTH_PARTS[part];
    return interval(
      iso(year, of.month, first),
      iso(year, of.month, Math.min(last, daysInMonth(year, of.month))),
    );
  }
  if (of.unit === 'year') return months(year, ...YEAR_PARTS[part]);
  const month = Number(whole.earliest.slice(5, 7));
  if (of.unit === 'season' && of.season !== 'winter') {
    const at = month + { early: 0, middle: 1, late: 2 }[part];
    return months(year, at, at);
  }
  if (of.unit === 'term' || of.unit === 'half') {
    const at = month + { early: 0, middle: 2, late: 4 }[part];
    return months(year, at, at + 1);
  }
  return whole;
}
