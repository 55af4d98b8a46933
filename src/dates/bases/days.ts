/** Days: 2025-11-13, 13 november 2025, 3–7 mars, 9/9 2007. */
import {
  type BaseReading,
  type BaseRule,
  DASH,
  day,
  FIGURES,
  OF_YEAR,
  shortYear,
  sticky,
  withOptionalYear,
} from './rule.js';
import { daysInMonth } from '../calendar.js';
import { FULL_MONTH, MONTH_OF_DAY, monthNumber, YEAR } from '../vocabulary.js';

const AND = String.raw`\s+(?:och|eller|samt)\s+(?:den\s+)?`;
const DAY = String.raw`(\d{1,2})(?::?[ea])?`;

export const DAY_RULES: BaseRule[] = [
  {
    name: 'iso-day',
    starts: FIGURES,
    pattern: sticky(String.raw`(${YEAR})([-./])(\d{1,2})\2(\d{1,2})(?!-?\d)`),
    read: (m) => ({ partial: day(m[4], Number(m[3]), { year: Number(m[1]) }) }),
  },
  {
    name: 'compact-day',
    starts: FIGURES,
    pattern: sticky(String.raw`(${YEAR})(0[1-9]|1[0-2])([0-3]\d)(?!-?\d)`),
    read: (m) => ({ partial: day(m[3], Number(m[2]), { year: Number(m[1]) }) }),
  },
  {
    // "2019-04-19" whose hyphen at a line's end an extraction tool took for a broken word's.
    name: 'joined-iso-day',
    starts: FIGURES,
    pattern: sticky(String.raw`(${YEAR})(?:-?(0[1-9]|1[0-2])-?)([0-3]\d)(?!-?\d)`),
    needs: 'lead',
    read: (m) => ({ partial: day(m[3], Number(m[2]), { year: Number(m[1]) }) }),
  },
  {
    name: 'short-iso-day',
    starts: FIGURES,
    pattern: sticky(String.raw`(\d\d)-(\d\d)-(\d\d)(?!-?\d)`),
    read: (m) =>
      Number(m[2]) > 12
        ? null
        : { partial: day(m[3], Number(m[2]), { year: 2000 + Number(m[1]) }) },
  },
  {
    name: 'dotted-day',
    starts: FIGURES,
    pattern: sticky(String.raw`(\d{1,2})\.(\d{1,2})\.(${YEAR})`),
    read: (m) => ({ partial: day(m[1], Number(m[2]), { year: Number(m[3]) }) }),
  },
  {
    name: 'ambiguous-day',
    starts: FIGURES,
    pattern: sticky(String.raw`(\d\d)([./])(\d\d)\2(\d\d)`),
    read: (m) => ({
      partial: day(m[1], Number(m[3]), { year: 2000 + Number(m[4]) }),
      problem: 'date-ambiguous',
    }),
  },
  {
    name: 'day-range',
    starts: FIGURES,
    pattern: sticky(
      String.raw`${DAY}(?:${DASH}|\s+(?:till(?:\s+och\s+med)?|t\.?o\.?m\.?)\s+(?:den\s+)?)${DAY}\s+(${MONTH_OF_DAY})${OF_YEAR}`,
    ),
    read: (m) => {
      const year = withOptionalYear(m[4]);
      const month = monthNumber(m[3] ?? '');
      return { partial: day(m[1], month, year), until: day(m[2], month, year) };
    },
  },
  {
    name: 'day-list',
    starts: FIGURES,
    pattern: sticky(
      String.raw`((?:\d{1,2},\s*){0,11}\d{1,2})(?:${AND}|,\s*)(\d{1,2})\s+(${MONTH_OF_DAY})${OF_YEAR}`,
    ),
    read: (m) => {
      const year = withOptionalYear(m[4]);
      const month = monthNumber(m[3] ?? '');
      const numbers = [...(m[1] ?? '').split(/,\s*/u), m[2]];
      const days = numbers.map((number) => day(number, month, year));
      const [first, last] = [days[0], days.at(-1)];
      return first && last ? { partial: first, until: last, days } : null;
    },
  },
  {
    name: 'day-month',
    starts: FIGURES,
    pattern: sticky(
      String.raw`${DAY}\.?\s*(${MONTH_OF_DAY})(?:,?\s+(${YEAR})(?![\d/])|\s*[-–](\d\d)(?!\.?\s*(?:${MONTH_OF_DAY})))?`,
    ),
    read: (m) => {
      const year = m[4] === undefined ? withOptionalYear(m[3]) : { year: shortYear(m[4]) };
      return { partial: day(m[1], monthNumber(m[2] ?? ''), year) };
    },
  },
  {
    // "senast sista januari 2021"; which day February ends with, its year must tell.
    name: 'last-of-month',
    starts: 's',
    pattern: sticky(String.raw`sist[ae]\s+(?:dagen\s+i\s+)?(${FULL_MONTH})${OF_YEAR}`),
    needs: 'lead',
    read: (m) => lastOfMonth(monthNumber(m[1] ?? ''), withOptionalYear(m[2])),
  },
  {
    name: 'slash-day',
    starts: FIGURES,
    pattern: sticky(String.raw`(\d{1,2})/(\d{1,2})(?:\s+|\s*[-–]\s*|/)(${YEAR}|\d\d(?![:.]\d))`),
    read: (m) => slashDay(m, { year: shortYear(m[3] ?? '') }),
  },
  {
    name: 'slash-day',
    starts: FIGURES,
    pattern: sticky(String.raw`(\d{1,2})/(\d{1,2})(?![/\d])`),
    needs: 'lead',
    read: (m) => slashDay(m, {}),
  },
];

const FEBRUARY = 2;

function lastOfMonth(month: number, stated: { year?: number }): BaseReading | null {
  if (month === FEBRUARY && stated.year === undefined) return null;
  return { partial: day(String(daysInMonth(stated.year ?? 2001, month)), month, stated) };
}

function slashDay(m: RegExpExecArray, year: { year?: number }): BaseReading | null {
  const month = Number(m[2]);
  return month > 12 || month === 0 ? null : { partial: day(m[1], month, year) };
}
