/** Months and ranges of them: november 2025, mars–april, månadsskiftet maj/juni. */
import { withOptionalYear, type BaseRule, DASH, OF_YEAR, sticky } from './rule.js';
import { FULL_MONTH, MONTH, monthNumber, YEAR } from '../vocabulary.js';

export const MONTH_RULES: BaseRule[] = [
  {
    name: 'month-turn',
    starts: 'm',
    pattern: sticky(String.raw`månadsskiftet\s+(${MONTH})\s*[/–—-]\s*(${MONTH})${OF_YEAR}`),
    read: (m) => ({
      partial: {
        unit: 'monthTurn',
        month: monthNumber(m[1] ?? ''),
        next: monthNumber(m[2] ?? ''),
        ...withOptionalYear(m[3]),
      },
    }),
  },
  {
    name: 'month-range',
    starts: 'jfmasond',
    pattern: sticky(
      String.raw`(${MONTH})(?:${DASH}|\s*/\s*|\s+(?:och|till)\s+)(${MONTH})\s+(${YEAR})`,
    ),
    read: (m) => {
      const year = Number(m[3]);
      return {
        partial: { unit: 'month', month: monthNumber(m[1] ?? ''), year },
        until: { unit: 'month', month: monthNumber(m[2] ?? ''), year },
      };
    },
  },
  {
    name: 'month-range',
    starts: 'jfmasond',
    pattern: sticky(String.raw`(${FULL_MONTH})(?:${DASH}|\s*/\s*)(${FULL_MONTH})`),
    needs: 'lead',
    read: (m) => ({
      partial: { unit: 'month', month: monthNumber(m[1] ?? '') },
      until: { unit: 'month', month: monthNumber(m[2] ?? '') },
    }),
  },
  {
    name: 'month',
    starts: 'jfmasond',
    pattern: sticky(String.raw`(${MONTH})(?:\s+|,\s+|\s*[-–])(${YEAR})(?![\d/])`),
    read: (m) => ({
      partial: { unit: 'month', month: monthNumber(m[1] ?? ''), year: Number(m[2]) },
    }),
  },
  {
    name: 'month',
    starts: 'jfmasond',
    pattern: sticky(String.raw`(${FULL_MONTH}(?:\s+månad)?)`),
    needs: 'lead',
    read: (m) => ({
      partial: { unit: 'month', month: monthNumber((m[1] ?? '').split(/\s/u)[0] ?? '') },
    }),
  },
];
