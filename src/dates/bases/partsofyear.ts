/** Terms, halves, quarters, tertials and weeks of a year. */
import { withOptionalYear, type BaseRule, DASH, OF_YEAR, sticky, shortYear } from './rule.js';
import { ORDINALS, YEAR } from '../vocabulary.js';

const ORDINAL = '(första|andra|tredje|fjärde)';
const TERM_YEAR = String.raw`(?:,?\s+(${YEAR})|\s*[-–]?\s*(\d\d))?`;

export const PART_OF_YEAR_RULES: BaseRule[] = [
  {
    name: 'term',
    starts: 'vh',
    pattern: sticky(String.raw`(vår|höst)terminen${OF_YEAR}`),
    read: (m) => ({ partial: { unit: 'term', term: isSpring(m[1]), ...withOptionalYear(m[2]) } }),
  },
  {
    name: 'term',
    starts: 'vh',
    pattern: sticky(String.raw`([vh])t${TERM_YEAR}`),
    read: (m) => {
      const year = m[2] ?? m[3];
      return year === undefined
        ? null
        : { partial: { unit: 'term', term: isSpring(m[1]), year: shortYear(year) } };
    },
  },
  {
    name: 'half-year',
    starts: 'fah',
    pattern: sticky(String.raw`(första|andra)\s+halvåret${OF_YEAR}`),
    read: (m) => ({
      partial: { unit: 'half', half: ordinal(m[1]) === 1 ? 1 : 2, ...withOptionalYear(m[2]) },
    }),
  },
  {
    name: 'half-year',
    starts: 'fah',
    pattern: sticky(String.raw`halvår\s+([12])${OF_YEAR}`),
    read: (m) => ({
      partial: { unit: 'half', half: m[1] === '1' ? 1 : 2, ...withOptionalYear(m[2]) },
    }),
  },
  {
    name: 'half-year-turn',
    starts: 'h',
    pattern: sticky(`halvårsskiftet${OF_YEAR}`),
    read: (m) => ({ partial: { unit: 'halfTurn', ...withOptionalYear(m[1]) } }),
  },
  {
    name: 'quarter',
    starts: 'kqfat',
    pattern: sticky(String.raw`(?:kvartal|kv\.?)\s*([1-4])${OF_YEAR}`),
    read: (m) => ({
      partial: { unit: 'quarter', quarter: Number(m[1]), ...withOptionalYear(m[2]) },
    }),
  },
  {
    name: 'quarter',
    starts: 'kqfat',
    pattern: sticky(String.raw`Q([1-4])${OF_YEAR}`),
    read: (m) => ({
      partial: { unit: 'quarter', quarter: Number(m[1]), ...withOptionalYear(m[2]) },
    }),
  },
  {
    name: 'quarter',
    starts: 'kqfat',
    pattern: sticky(String.raw`${ORDINAL}\s+kvartalet${OF_YEAR}`),
    read: (m) => ({
      partial: { unit: 'quarter', quarter: ordinal(m[1]), ...withOptionalYear(m[2]) },
    }),
  },
  {
    name: 'tertial',
    starts: 'tfa',
    pattern: sticky(String.raw`tertial\s*([1-3])${OF_YEAR}`),
    read: (m) => ({
      partial: { unit: 'tertial', tertial: Number(m[1]), ...withOptionalYear(m[2]) },
    }),
  },
  {
    name: 'tertial',
    starts: 'tfa',
    pattern: sticky(String.raw`T([1-3])\s+(${YEAR})`),
    read: (m) => ({ partial: { unit: 'tertial', tertial: Number(m[1]), year: Number(m[2]) } }),
  },
  {
    name: 'tertial',
    starts: 'tfa',
    pattern: sticky(String.raw`(första|andra|tredje)\s+tertialet${OF_YEAR}`),
    read: (m) => ({
      partial: { unit: 'tertial', tertial: ordinal(m[1]), ...withOptionalYear(m[2]) },
    }),
  },
  {
    name: 'week',
    starts: 'v',
    pattern: sticky(
      String.raw`(?:v\.|v(?=\s?\d)|vecka|veckorna|veckan)\s*(\d{1,2})(?:${DASH}(?:v\.?\s*)?(\d{1,2}))?${OF_YEAR}`,
    ),
    read: (m) => ({
      partial: {
        unit: 'week',
        week: Number(m[1]),
        ...(m[2] === undefined ? {} : { lastWeek: Number(m[2]) }),
        ...withOptionalYear(m[3]),
      },
    }),
  },
];

const isSpring = (word = ''): 1 | 2 => (word.toLowerCase().startsWith('v') ? 1 : 2);
const ordinal = (word = ''): number => ORDINALS[word.toLowerCase()] ?? 1;
