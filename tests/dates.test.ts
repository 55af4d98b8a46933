import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rulesFor, WHOLE_RULES } from '../src/dates/bases/index.js';
import { findDates, readTimes, tellsOfPast } from '../src/dates/index.js';

const MEETING = '2025-11-13';
const read = (text: string, reference: string | null = MEETING): string =>
  findDates(text, { reference, nextMeeting: '2026-02-05' })
    .map(
      ({ earliest, latest, inferred }) =>
        `${earliest ?? 'null'}…${latest ?? 'null'}${inferred ? ' inferred' : ''}`,
    )
    .join(' ; ');

/** The record contract's table and what surrounds it: words | meeting | window. */
const TABLE: [string, string, string][] = readFileSync('tests/dates.table.txt', 'utf8')
  .split('\n')
  .filter((line) => line.includes('|') && !line.startsWith('#'))
  .map((line) => line.split('|').map((part) => part.trim()) as [string, string, string]);

describe('the table of the record contract', () => {
  for (const [words, meeting, window] of TABLE) {
    it(`${words} (meeting ${meeting})`, () => {
      expect(read(words, meeting)).toBe(window);
    });
  }
});

describe('the first letters of rules', () => {
  // A letter that is missing from `starts` would keep its rule from words that it reads.
  it.each(WHOLE_RULES)('$name', (rule) => {
    const missed = TABLE.flatMap(([words]) =>
      Array.from(words, (_, at) => words.slice(at)).filter((rest) => {
        rule.pattern.lastIndex = 0;
        return rule.pattern.test(rest) && !rulesFor(rest.charAt(0)).includes(rule);
      }),
    );
    expect(missed).toEqual([]);
  });
});

describe('what is no date', () => {
  const NEGATIVE = readFileSync('tests/dates.negative.txt', 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  it.each(NEGATIVE)('%s', (text) => {
    expect(findDates(text, { reference: MEETING })).toEqual([]);
  });
});

describe('findDates', () => {
  it('keeps words of time without a window', () => {
    const found = findDates('Arbetet ska ske skyndsamt.', { reference: MEETING });
    expect(
      found.map(({ text, earliest, latest, rule }) => ({ text, earliest, latest, rule })),
    ).toEqual([{ text: 'skyndsamt', earliest: null, latest: null, rule: 'undated' }]);
  });

  it('reports what cannot be', () => {
    const problems = (text: string): (string | undefined)[] =>
      findDates(text, { reference: MEETING }).map(({ problem }) => problem);
    expect(problems('den 31 november')).toEqual(['date-impossible']);
    expect(problems('24.12.06')).toEqual(['date-ambiguous']);
    expect(problems('vintern 2026')).toEqual(['date-ambiguous']);
    expect(problems('Torsdag 4 mars 2025')).toEqual(['weekday-mismatch']);
  });

  it('reads six digits in a head only', () => {
    expect(findDates('250313', { reference: null })).toEqual([]);
    expect(findDates('250313', { reference: null, header: true })[0]?.earliest).toBe('2025-03-13');
  });

  it('lets a past tense point back', () => {
    const text = 'Rapporten kom in i februari.';
    expect(tellsOfPast(text)).toBe(true);
    expect(findDates(text, { reference: MEETING, past: tellsOfPast(text) })[0]?.earliest).toBe(
      '2025-02-01',
    );
  });

  it('does not give a window to a day without a year where the meeting has no date', () => {
    expect(read('den 19 april', null)).toBe('null…null');
  });
});

describe('properties', () => {
  const MONTHS = [
    'januari',
    'februari',
    'mars',
    'april',
    'maj',
    'juni',
    'juli',
    'augusti',
    'september',
    'oktober',
    'november',
    'december',
  ];
  const day = fc.record({
    year: fc.integer({ min: 2010, max: 2035 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  });
  const two = (value: number): string => String(value).padStart(2, '0');
  interface Day {
    year: number;
    month: number;
    day: number;
  }
  const SPELLINGS: ((date: Day) => string)[] = [
    ({ year, month, day: at }) => `${year}-${two(month)}-${two(at)}`,
    ({ year, month, day: at }) => `${year}${two(month)}${two(at)}`,
    ({ year, month, day: at }) => `${at} ${MONTHS[month - 1] ?? ''} ${year}`,
    ({ year, month, day: at }) => `den ${at}:e ${MONTHS[month - 1] ?? ''} ${year}`,
    ({ year, month, day: at }) => `${at} ${(MONTHS[month - 1] ?? '').slice(0, 3)} ${year}`,
    ({ year, month, day: at }) => `${at}/${month} ${year}`,
    ({ year, month, day: at }) => `${at}.${month}.${year}`,
  ];
  const isoOf = ({ year, month, day: at }: Day): string => `${year}-${two(month)}-${two(at)}`;

  it('a day in any spelling reads back as itself', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(...SPELLINGS), (date, spell) => {
        const found = findDates(spell(date), { reference: null });
        expect(found.map(({ earliest, latest }) => [earliest, latest])).toEqual([
          [isoOf(date), isoOf(date)],
        ]);
      }),
    );
  });

  it('words around a phrase change nothing', () => {
    const phrase = fc.constantFrom(...TABLE.map(([words]) => words));
    const around = fc.constantFrom(
      'Gruppen återkommer',
      'Frågan om vården',
      'VästKom tar fram en plan',
      'Överenskommelsen',
    );
    fc.assert(
      fc.property(
        phrase,
        around,
        fc.constantFrom(' och frågan är svår.', ', enligt förslaget.', '.'),
        (words, before, after) => {
          expect(read(`${before} ${words}${after}`)).toBe(read(words));
        },
      ),
    );
  });

  it('time is linear in the input', () => {
    const time = (text: string): number => {
      const start = performance.now();
      findDates(text, { reference: MEETING });
      return performance.now() - start;
    };
    for (const unit of [
      '1 ',
      '12 mars och ',
      'senast ',
      '1,2,3,',
      'fr.o.m. 1 januari t.o.m. ',
      'i början av ',
    ]) {
      const small = unit.repeat(Math.ceil(20_000 / unit.length));
      time(small);
      const [once, twice] = [
        Math.min(time(small), time(small)),
        Math.min(time(small + small), time(small + small)),
      ];
      expect(twice).toBeLessThan(Math.max(once * 6, 60));
    }
  });
});

describe('readTimes', () => {
  it.each([
    ['13.00 – 15.00', '13:00', '15:00'],
    ['13:00-14:20', '13:00', '14:20'],
    ['kl. 9-12', '09:00', '12:00'],
    ['klockan 8.30', '08:30', null],
  ])('%s', (text, start, end) => {
    expect(readTimes(text, true)).toMatchObject({ start, end });
  });
  it.each(['300 000 kronor', '§ 12', '25 personer', '4 juni'])('%s is no time', (text) => {
    expect(readTimes(text)).toBeNull();
  });
});
