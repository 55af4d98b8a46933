/**
 * The spellings of a date, one small rule each. A rule reads at one position and says what was stated; it knows
 * nothing of the words around it. `needs: 'lead'` marks what is a date only after a word such as "i" or "senast".
 */
import type { Partial, Part } from './partial.js';
import {
  FULL_MONTH,
  MONTH,
  MONTH_OF_DAY,
  monthNumber,
  ORDINALS,
  SEASONS,
  WEEKDAY,
  YEAR,
} from './vocabulary.js';

export interface BaseRule {
  /** Becomes `due.rule`. */
  name: string;
  /** Sticky. */
  pattern: RegExp;
  needs?: 'lead';
  read: (match: RegExpExecArray) => BaseReading | null;
}

export interface BaseReading {
  partial: Partial;
  /** Last day, month … of a range that the words hold together ("3–7 mars"). */
  until?: Partial;
  /** Single days of an enumeration. */
  days?: Partial[];
  problem?: 'date-ambiguous';
}

const END = String.raw`(?![\p{L}\p{N}])`;
const DASH = String.raw`\s*[–—-]\s*`;
const AND = String.raw`\s+(?:och|eller|samt)\s+(?:den\s+)?`;
const DAY = String.raw`(\d{1,2})(?::?[ea])?`;
const OF_YEAR = String.raw`(?:,?\s+(${YEAR})(?![\d/–-]))?`;

const sticky = (source: string): RegExp => new RegExp(source + END, 'iuy');
const withOptionalYear = (year: string | undefined): { year?: number } =>
  year === undefined ? {} : { year: Number(year) };

/** "26" after a date is 2026: minutes of this century. */
const shortYear = (year: string): number =>
  year.length === 2 ? 2000 + Number(year) : Number(year);

function day(dayText: string | undefined, month: number, year: { year?: number }): Partial {
  return { unit: 'day', day: Number(dayText), month, ...year };
}

const DAY_RULES: BaseRule[] = [
  {
    name: 'iso-day',
    pattern: sticky(String.raw`(${YEAR})([-./])(\d{1,2})\2(\d{1,2})(?!-?\d)`),
    read: (m) => ({ partial: day(m[4], Number(m[3]), { year: Number(m[1]) }) }),
  },
  {
    name: 'compact-day',
    pattern: sticky(String.raw`(${YEAR})(0[1-9]|1[0-2])([0-3]\d)(?!-?\d)`),
    read: (m) => ({ partial: day(m[3], Number(m[2]), { year: Number(m[1]) }) }),
  },
  {
    // "2019-04-19" whose hyphen at a line's end an extraction tool took for a broken word's.
    name: 'joined-iso-day',
    pattern: sticky(String.raw`(${YEAR})(?:-?(0[1-9]|1[0-2])-?)([0-3]\d)(?!-?\d)`),
    needs: 'lead',
    read: (m) => ({ partial: day(m[3], Number(m[2]), { year: Number(m[1]) }) }),
  },
  {
    name: 'short-iso-day',
    pattern: sticky(String.raw`(\d\d)-(\d\d)-(\d\d)(?!-?\d)`),
    read: (m) =>
      Number(m[2]) > 12
        ? null
        : { partial: day(m[3], Number(m[2]), { year: 2000 + Number(m[1]) }) },
  },
  {
    name: 'dotted-day',
    pattern: sticky(String.raw`(\d{1,2})\.(\d{1,2})\.(${YEAR})`),
    read: (m) => ({ partial: day(m[1], Number(m[2]), { year: Number(m[3]) }) }),
  },
  {
    name: 'ambiguous-day',
    pattern: sticky(String.raw`(\d\d)([./])(\d\d)\2(\d\d)`),
    read: (m) => ({
      partial: day(m[1], Number(m[3]), { year: 2000 + Number(m[4]) }),
      problem: 'date-ambiguous',
    }),
  },
  {
    name: 'day-range',
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
    pattern: sticky(
      String.raw`${DAY}\.?\s*(${MONTH_OF_DAY})(?:,?\s+(${YEAR})(?![\d/])|\s*[-–](\d\d)(?!\.?\s*(?:${MONTH_OF_DAY})))?`,
    ),
    read: (m) => {
      const year = m[4] === undefined ? withOptionalYear(m[3]) : { year: shortYear(m[4]) };
      return { partial: day(m[1], monthNumber(m[2] ?? ''), year) };
    },
  },
  {
    name: 'slash-day',
    pattern: sticky(String.raw`(\d{1,2})/(\d{1,2})(?:\s+|\s*[-–]\s*|/)(${YEAR}|\d\d(?![:.]\d))`),
    read: (m) => slashDay(m, { year: shortYear(m[3] ?? '') }),
  },
  {
    name: 'slash-day',
    pattern: sticky(String.raw`(\d{1,2})/(\d{1,2})(?![/\d])`),
    needs: 'lead',
    read: (m) => slashDay(m, {}),
  },
];

function slashDay(m: RegExpExecArray, year: { year?: number }): BaseReading | null {
  const month = Number(m[2]);
  return month > 12 || month === 0 ? null : { partial: day(m[1], month, year) };
}

const MONTH_RULES: BaseRule[] = [
  {
    name: 'month-turn',
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
    pattern: sticky(String.raw`(${FULL_MONTH})(?:${DASH}|\s*/\s*)(${FULL_MONTH})`),
    needs: 'lead',
    read: (m) => ({
      partial: { unit: 'month', month: monthNumber(m[1] ?? '') },
      until: { unit: 'month', month: monthNumber(m[2] ?? '') },
    }),
  },
  {
    name: 'month',
    pattern: sticky(String.raw`(${MONTH})(?:\s+|,\s+|\s*[-–])(${YEAR})(?![\d/])`),
    read: (m) => ({
      partial: { unit: 'month', month: monthNumber(m[1] ?? ''), year: Number(m[2]) },
    }),
  },
  {
    name: 'month',
    pattern: sticky(String.raw`(${FULL_MONTH}(?:\s+månad)?)`),
    needs: 'lead',
    read: (m) => ({
      partial: { unit: 'month', month: monthNumber((m[1] ?? '').split(/\s/u)[0] ?? '') },
    }),
  },
];

const SEASON = '(?:våren|sommaren|hösten|vintern)';

const SEASON_RULES: BaseRule[] = [
  {
    name: 'season',
    pattern: sticky(String.raw`(vintern)\s+(${YEAR})\s*[/–-]\s*(\d\d(?:\d\d)?)`),
    read: (m) => winter(Number(m[2]), m[3] ?? ''),
  },
  {
    name: 'season',
    pattern: sticky(String.raw`(${SEASON})(?:,?\s+|\s*[-–])(${YEAR}|(?<=[-–])\d\d)(?![\d/])`),
    read: (m) => ({
      partial: { unit: 'season', season: seasonOf(m[1]), year: shortYear(m[2] ?? '') },
    }),
  },
  {
    // "i höst"; "i vår verksamhet" is another "vår", so nothing that could be its noun may follow.
    name: 'season',
    pattern: sticky(
      String.raw`(?<=\bi\s+)(sommar|höst|vinter|vår(?=\s*(?:[.,;:)!?–]|$|(?:och|men|samt|då|när|ska|skall|kommer|för att|att|efter|innan)\s)))`,
    ),
    needs: 'lead',
    read: (m) => ({ partial: { unit: 'season', season: seasonOf(m[1]) } }),
  },
  {
    name: 'season',
    pattern: sticky(`(${SEASON})`),
    needs: 'lead',
    read: (m) => ({ partial: { unit: 'season', season: seasonOf(m[1]) } }),
  },
];

const seasonOf = (word = ''): (typeof SEASONS)[string] => SEASONS[word.toLowerCase()] ?? 'spring';

function winter(year: number, end: string): BaseReading | null {
  const endYear = end.length === 2 ? Math.floor(year / 100) * 100 + Number(end) : Number(end);
  return endYear === year + 1
    ? { partial: { unit: 'season', season: 'winter', year, endYear } }
    : null;
}

const ORDINAL = '(första|andra|tredje|fjärde)';
const TERM_YEAR = String.raw`(?:,?\s+(${YEAR})|\s*[-–]?\s*(\d\d))?`;

const PART_OF_YEAR_RULES: BaseRule[] = [
  {
    name: 'term',
    pattern: sticky(String.raw`(vår|höst)terminen${OF_YEAR}`),
    read: (m) => ({ partial: { unit: 'term', term: isSpring(m[1]), ...withOptionalYear(m[2]) } }),
  },
  {
    name: 'term',
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
    pattern: sticky(String.raw`(första|andra)\s+halvåret${OF_YEAR}`),
    read: (m) => ({
      partial: { unit: 'half', half: ordinal(m[1]) === 1 ? 1 : 2, ...withOptionalYear(m[2]) },
    }),
  },
  {
    name: 'half-year',
    pattern: sticky(String.raw`halvår\s+([12])${OF_YEAR}`),
    read: (m) => ({
      partial: { unit: 'half', half: m[1] === '1' ? 1 : 2, ...withOptionalYear(m[2]) },
    }),
  },
  {
    name: 'half-year-turn',
    pattern: sticky(`halvårsskiftet${OF_YEAR}`),
    read: (m) => ({ partial: { unit: 'halfTurn', ...withOptionalYear(m[1]) } }),
  },
  {
    name: 'quarter',
    pattern: sticky(String.raw`(?:kvartal|kv\.?)\s*([1-4])${OF_YEAR}`),
    read: (m) => ({
      partial: { unit: 'quarter', quarter: Number(m[1]), ...withOptionalYear(m[2]) },
    }),
  },
  {
    name: 'quarter',
    pattern: sticky(String.raw`Q([1-4])${OF_YEAR}`),
    read: (m) => ({
      partial: { unit: 'quarter', quarter: Number(m[1]), ...withOptionalYear(m[2]) },
    }),
  },
  {
    name: 'quarter',
    pattern: sticky(String.raw`${ORDINAL}\s+kvartalet${OF_YEAR}`),
    read: (m) => ({
      partial: { unit: 'quarter', quarter: ordinal(m[1]), ...withOptionalYear(m[2]) },
    }),
  },
  {
    name: 'tertial',
    pattern: sticky(String.raw`tertial\s*([1-3])${OF_YEAR}`),
    read: (m) => ({
      partial: { unit: 'tertial', tertial: Number(m[1]), ...withOptionalYear(m[2]) },
    }),
  },
  {
    name: 'tertial',
    pattern: sticky(String.raw`T([1-3])\s+(${YEAR})`),
    read: (m) => ({ partial: { unit: 'tertial', tertial: Number(m[1]), year: Number(m[2]) } }),
  },
  {
    name: 'tertial',
    pattern: sticky(String.raw`(första|andra|tredje)\s+tertialet${OF_YEAR}`),
    read: (m) => ({
      partial: { unit: 'tertial', tertial: ordinal(m[1]), ...withOptionalYear(m[2]) },
    }),
  },
  {
    name: 'week',
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

const YEAR_RULES: BaseRule[] = [
  {
    name: 'year-turn',
    pattern: sticky(String.raw`årsskiftet\s+(${YEAR})\s*[/–-]\s*(?:\d\d){1,2}`),
    read: (m) => ({ partial: { unit: 'yearTurn', year: Number(m[1]) } }),
  },
  {
    name: 'year-turn',
    pattern: sticky(String.raw`årsskiftet\s+(${YEAR})(?![/–-])`),
    read: (m) => ({ partial: { unit: 'yearTurn', year: Number(m[1]), stated: Number(m[1]) } }),
  },
  {
    name: 'year-turn',
    pattern: sticky('årsskiftet'),
    read: () => ({ partial: { unit: 'yearTurn' } }),
  },
  {
    name: 'school-year',
    pattern: sticky(String.raw`läsåret\s+(${YEAR})\s*[/–-]\s*(?:\d\d){1,2}`),
    read: (m) => ({ partial: { unit: 'schoolYear', year: Number(m[1]) } }),
  },
  {
    name: 'year-range',
    pattern: sticky(String.raw`(?:åren\s+)?(${YEAR})${DASH}(${YEAR})(?![-/]?\d)`),
    needs: 'lead',
    read: (m) => ({
      partial: { unit: 'year', year: Number(m[1]) },
      until: { unit: 'year', year: Number(m[2]) },
    }),
  },
  {
    name: 'year',
    pattern: sticky(String.raw`(?:år\s+)?(${YEAR})(?![-–/]?\d|\s*[-–]\s*(?:19|20)\d\d)`),
    needs: 'lead',
    read: (m) => ({ partial: { unit: 'year', year: Number(m[1]) } }),
  },
  ...(['christmas', 'newYear', 'easter', 'midsummer'] as const).map((holiday): BaseRule => ({
    name: 'holiday',
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

/** Dates of which "i början av" can take a part. */
export const WHOLE_RULES: readonly BaseRule[] = [
  ...DAY_RULES,
  ...MONTH_RULES,
  ...SEASON_RULES,
  ...PART_OF_YEAR_RULES,
  ...YEAR_RULES,
];

const PART_WORDS: Record<string, Part> = {
  början: 'early',
  inledningen: 'early',
  mitten: 'middle',
  slutet: 'late',
};

/** "i mitten av": the words, to be followed by one of the whole rules. */
export const PART_LEAD =
  /(?:i\s+|vid\s+|mot\s+)?(början|inledningen|mitten|slutet)\s+(?:av|på)\s+/iuy;

export const partOfWord = (word: string): Part => PART_WORDS[word.toLowerCase()] ?? 'early';

/** A weekday before a date ("fredagen den 7 februari"): the pattern, and the number it gives. */
export const WEEKDAY_LEAD = new RegExp(String.raw`(${WEEKDAY})(?:,|\s)\s*(?:den\s+)?`, 'iuy');

/** Rules by the lower-case first character that can begin them: what a text cannot match is never tried. */
const BY_FIRST = new Map<string, BaseRule[]>();
const FIRST_CHARACTERS = '0123456789abcdefghijklmnopqrstuvwxyzåäö';
const STARTS: Record<string, string> = {
  'month-turn': 'm',
  'month-range': 'jfmasond',
  month: 'jfmasond',
  season: 'vsh',
  term: 'vh',
  'half-year': 'fah',
  'half-year-turn': 'h',
  quarter: 'kqfat',
  tertial: 'tfa',
  week: 'v',
  'year-turn': 'å',
  'school-year': 'l',
  'year-range': '12å',
  year: '12å',
  holiday: 'jnpm',
};
for (const character of FIRST_CHARACTERS) {
  const rules = WHOLE_RULES.filter((rule) =>
    (STARTS[rule.name] ?? '0123456789').includes(character),
  );
  BY_FIRST.set(character, rules);
}

export const rulesFor = (character: string): readonly BaseRule[] =>
  BY_FIRST.get(character.toLowerCase()) ?? [];
