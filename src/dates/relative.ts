/** Phrases that count from the meeting ("inom tre månader", "nästa vecka") and phrases that never give a date. */
import {
  addDays,
  addMonths,
  addYears,
  mondayOf,
  weekdayOf,
  yearOf,
  daysInMonth,
  iso,
} from './calendar.js';
import { nextMonth, type DateContext } from './resolve.js';
import { FULL_WEEKDAY, numeral, weekdayNumber } from './vocabulary.js';

export interface RelativeReading {
  earliest: string | null;
  latest: string | null;
  edtf: string | null;
}

interface RelativeRule {
  name: string;
  pattern: RegExp;
  /** `reference` is the meeting's date. */
  read: (match: RegExpExecArray, reference: string, context: DateContext) => RelativeReading | null;
}

const END = String.raw`(?![\p{L}\p{N}])`;
const sticky = (source: string): RegExp => new RegExp(source + END, 'iuy');
const NUMBER = String.raw`(\d{1,3}|en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|fjorton|femton|arton|tjugo|trettio)`;
const UNIT = '(dag(?:ar)?|veck(?:a|or)|månad(?:er)?|år)';

const span = (earliest: string, latest: string): RelativeReading => ({
  earliest,
  latest,
  edtf: earliest === latest ? earliest : `${earliest}/${latest}`,
});

function later(date: string, amount: number, unit: string): string {
  const word = unit.toLowerCase();
  if (word.startsWith('dag')) return addDays(date, amount);
  if (word.startsWith('veck')) return addDays(date, amount * 7);
  return word.startsWith('år') ? addYears(date, amount) : addMonths(date, amount);
}

function week(date: string): RelativeReading {
  const monday = mondayOf(date);
  return span(monday, addDays(monday, 6));
}

function comingWeekday(reference: string, weekday: number): string {
  return addDays(reference, ((weekday - weekdayOf(reference) + 6) % 7) + 1);
}

/** "Målet om 30 dagar", "en frist om två veckor": how long, and not when. */
const NO_MEASURE = String.raw`(?<!(?:mål|krav|gräns|garanti|regel|frist|princip|löfte|uppehåll|period|paus|marginal|väntetid|uppsägning)(?:et|en|erna|arna|n|t|s)?\s)`;

export const RELATIVE_RULES: readonly RelativeRule[] = [
  {
    name: 'within',
    pattern: sticky(
      String.raw`(?:senast\s+)?inom\s+(?:loppet\s+av\s+|en\s+period\s+av\s+|högst\s+)?${NUMBER}\s+${UNIT}`,
    ),
    read: (m, reference) => {
      const amount = numeral(m[1] ?? '');
      return amount === null ? null : span(reference, later(reference, amount, m[2] ?? ''));
    },
  },
  {
    name: 'in-about',
    pattern: sticky(
      String.raw`${NO_MEASURE}om\s+(?:ca\.?|cirka|c:a|ungefär|omkring)\s+${NUMBER}\s+${UNIT}`,
    ),
    read: (m, reference) => {
      const amount = numeral(m[1] ?? '');
      return amount === null ? null : week(later(reference, amount, m[2] ?? ''));
    },
  },
  {
    name: 'in',
    pattern: sticky(String.raw`${NO_MEASURE}om\s+${NUMBER}\s+${UNIT}`),
    read: (m, reference) => {
      const amount = numeral(m[1] ?? '');
      if (amount === null) return null;
      const day = later(reference, amount, m[2] ?? '');
      return span(day, day);
    },
  },
  {
    name: 'tomorrow',
    pattern: sticky(String.raw`(?:senast|till)\s+i\s?morgon`),
    read: (_, reference) => {
      const day = addDays(reference, 1);
      return { earliest: null, latest: day, edtf: `../${day}` };
    },
  },
  {
    name: 'next-week',
    pattern: sticky('(?:under |i )?nästa vecka'),
    read: (_, reference) => week(addDays(reference, 7)),
  },
  {
    name: 'this-week',
    pattern: sticky('(?:under |i )?denna vecka'),
    read: (_, reference) => week(reference),
  },
  {
    name: 'next-month',
    pattern: sticky('(?:under |i )?nästa månad'),
    read: (_, reference) => {
      const { year, month } = nextMonth(reference);
      return {
        ...span(iso(year, month, 1), iso(year, month, daysInMonth(year, month))),
        edtf: iso(year, month, 1).slice(0, 7),
      };
    },
  },
  {
    name: 'next-year',
    pattern: sticky('(?:under |i )?(?:nästa|nästkommande|kommande) år'),
    read: (_, reference) => yearSpan(yearOf(reference) + 1),
  },
  {
    name: 'this-year',
    pattern: sticky('(?:i år|under (?:innevarande år|året|hela året))'),
    read: (_, reference) => yearSpan(yearOf(reference)),
  },
  {
    name: 'end-of-year',
    pattern: sticky(
      '(?:senast )?(?:(?:före|innan|till|vid|i) )?(?:årets slut|utgången av året|slutet av året)',
    ),
    read: (m, reference) => {
      const end = iso(yearOf(reference), 12, 31);
      if (/^(?:senast|före|innan|till)/iu.test(m[0]))
        return { earliest: null, latest: end, edtf: `../${end}` };
      return /slutet/iu.test(m[0]) ? span(iso(yearOf(reference), 9, 1), end) : span(end, end);
    },
  },
  {
    name: 'coming-weekday',
    pattern: sticky(
      String.raw`(senast|före|till|på|nästa|nu på|kommande)\s+(?:nästa\s+|på\s+|kommande\s+)?(${FULL_WEEKDAY})(?!\s+(?:den\s+)?\d)`,
    ),
    read: (m, reference) => weekday(m, reference),
  },
];

function yearSpan(year: number): RelativeReading {
  return { ...span(iso(year, 1, 1), iso(year, 12, 31)), edtf: String(year) };
}

function weekday(m: RegExpExecArray, reference: string): RelativeReading {
  const day = comingWeekday(reference, weekdayNumber(m[2] ?? ''));
  const lead = (m[1] ?? '').toLowerCase();
  if (lead === 'före')
    return { earliest: null, latest: addDays(day, -1), edtf: `../${addDays(day, -1)}` };
  if (lead === 'senast' || lead === 'till')
    return { earliest: null, latest: day, edtf: `../${day}` };
  return span(day, day);
}

/** "till nästa möte": the window is the date of the next meeting where the note tells it. */
export const NEXT_MEETING = sticky(
  String.raw`(?:senast\s+|i\s+god\s+tid\s+)?(?:till|inför|vid|på|före|innan|under|i samband med)\s+(?:vårt\s+|\p{L}{2,8}:s\s+|gruppens\s+)?(?:det\s+)?(?:nästa|nästkommande)\s+(?:ordinarie\s+)?(?:(?:styrelse|råds|nämnd|grupp|lednings|nätverks|samråds)?möte(?:t)?|sammanträde(?:t)?|träff(?:en)?|nätverksträff(?:en)?|nätverksmöte(?:t)?|\p{L}{2,8}-möte(?:t)?|gång|\p{L}{3,6})`,
);

/** Words of time without a date: the text is kept, the window stays open at both ends. */
export const UNDATED = sticky(
  '(?:så snart som möjligt|så snart det är möjligt|snarast(?: möjligt)?|omgående|omedelbart|skyndsamt|löpande|' +
    'kontinuerligt|tills vidare|inom kort|på sikt|årligen|kvartalsvis|månadsvis|' +
    'varje (?:kvartal|månad|vecka|år|halvår|termin|tertial|möte))',
);
