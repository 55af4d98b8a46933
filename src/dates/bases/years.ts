/** Years, their turns, school years and holidays. */
import { withOptionalYear, type BaseRule, DASH, OF_YEAR, sticky } from './rule.js';
import { YEAR } from '../vocabulary.js';

export const YEAR_RULES: BaseRule[] = [
  {
    name: 'year-turn',
    starts: 'å',
    pattern: sticky(String.raw`årsskiftet\s+(${YEAR})\s*[/–-]\s*(?:\d\d){1,2}`),
    read: (m) => ({ partial: { unit: 'yearTurn', year: Number(m[1]) } }),
  },
  {
    name: 'year-turn',
    starts: 'å',
    pattern: sticky(String.raw`årsskiftet\s+(${YEAR})(?![/–-])`),
    read: (m) => ({ partial: { unit: 'yearTurn', year: Number(m[1]), stated: Number(m[1]) } }),
  },
  {
    name: 'year-turn',
    starts: 'å',
    pattern: sticky('årsskiftet'),
    read: () => ({ partial: { unit: 'yearTurn' } }),
  },
  {
    name: 'school-year',
    starts: 'l',
    pattern: sticky(String.raw`läsåret\s+(${YEAR})\s*[/–-]\s*(?:\d\d){1,2}`),
    read: (m) => ({ partial: { unit: 'schoolYear', year: Number(m[1]) } }),
  },
  {
    name: 'year-range',
    starts: '12å',
    pattern: sticky(String.raw`(?:åren\s+)?(${YEAR})${DASH}(${YEAR})(?![-/]?\d)`),
    needs: 'lead',
    read: (m) => ({
      partial: { unit: 'year', year: Number(m[1]) },
      until: { unit: 'year', year: Number(m[2]) },
    }),
  },
  {
    name: 'year',
    starts: '12å',
    pattern: sticky(String.raw`(?:år\s+)?(${YEAR})(?![-–/]?\d|\s*[-–]\s*(?:19|20)\d\d)`),
    needs: 'lead',
    read: (m) => ({ partial: { unit: 'year', year: Number(m[1]) } }),
  },
  ...(['christmas', 'newYear', 'easter', 'midsummer'] as const).map((holiday): BaseRule => ({
    name: 'holiday',
    starts: 'jnpm',
    pattern: sticky(
      {
        christmas: 'jul(?:en|helgen)?',
        newYear: 'nyår(?:et)?',
        easter: 'påsk(?:en)?',
        midsummer: 'midsommar(?:en)?',
      }[holiday] + OF_YEAR,
    ),
    needs: 'lead',
    read: (m) => ({ partial: { unit: 'holiday', holiday, ...withOptionalYear(m[1]) } }),
  })),
];
