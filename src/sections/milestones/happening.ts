/** What a sentence says will happen: the dates in it that are to come. */
import { type DateContext, type DatePhrase, findDates } from '../../dates/index.js';
import { FULL_MONTH } from '../../dates/vocabulary.js';
import { pattern } from '../../text/pattern.js';
import { butBefore, isPast } from './tense.js';
import {
  asPlanned,
  beginsSoon,
  goesOnUntil,
  isOpenDay,
  isPeriodOf,
  isSaidWhole,
  isToCome,
  isYearAhead,
  RESPONSE_TIME_RUNS,
  yearNamed,
} from './tocome.js';
import { HAPPENS, HYPOTHETICAL, PRESENT } from './happeningwords.js';
import { tellsOfMeetings } from '../meetings/sentence.js';

/** "Från och med den 1 juli 2023 är undersköterska en skyddad yrkestitel." */
const HOLDS_FROM = pattern(
  String.raw`^(?:från\s+och\s+med|fr\.?\s?o\.?\s?m\.?)\s[^.,]{4,30}\s(?:är|blir|får|har|ska)\s`,
);

/** When the body meets next is told elsewhere. */
const NEXT_MEETING = pattern(
  String.raw`\bnästa\s+(?:möte|träff|nätverksträff|sammanträde)\s+(?:är|blir|hålls)\b`,
);

/** @param isPoint a point of a list has no need of a full stop */
export function happening(sentence: string, dates: DateContext, isPoint: boolean): DatePhrase[] {
  // Most sentences hold no date, and that is soon told.
  if (findDates(sentence, dates).length === 0) return [];
  if (sentence.endsWith('?') || NEXT_MEETING.test(sentence) || NO_PLAN.test(sentence)) return [];
  const isListed =
    HAPPENS.test(sentence) ||
    HOLDS_FROM.test(sentence) ||
    NAMES_LAST_DAY.test(sentence) ||
    RESPONSE_TIME_RUNS.test(sentence);
  if (!isListed && !PRESENT.test(sentence)) return [];
  return findDates(sentence, { ...dates, ...yearNamed(sentence, dates) })
    .map((phrase) => asPlanned(sentence, phrase, dates))
    .filter(
      (phrase) =>
        (isListed || isPlainlySaid(sentence, phrase, isPoint, dates)) &&
        isToCome(phrase, dates) &&
        !(phrase.unit === 'relative' && !isSaidWhole(sentence, phrase)) &&
        !(phrase.unit === 'day' && tellsOfMeetings(sentence)) &&
        (isLastDay(sentence, phrase) || !isPast(sentence, phrase)) &&
        !RECURS_YEARLY.test(sentence.slice(phrase.end)) &&
        !isPeriodOf(sentence, phrase),
    );
}

/** Asked, thought of, or asked for: nothing is planned yet. What comes each year, and birthdays, are no plan either. */
const NO_PLAN = pattern(
  String.raw`^kanske\b|^om\s(?!(?:en|ett|två|tre|fyra|fem|sex|sju|åtta|tio|några|ca|cirka|\d+)\s)|^(?:fram\s+)?till\s(?:år\s)?20\d\d\s(?:behöver|beräknas|väntas|ökar|minskar|kommer)\b|\bberäknas\s[^.]{0,40}\bbehöva\b|\b(?:redovisas|framgår|presenteras|visas)\s+(?:nedan|ovan)\b|\b(?:(?:undrar|frågar)\s+om|förslagsvis)\b|\b(?:datum|tid)\s+ej\s+klart?\b|\b(?:begär|yrkar|kräver|föreslår|föreslog|föreslås)\s(?:[^.]{1,20}\s)?att\b|\bvarje\s(?:år|vår|höst|månad)\b|\bårligen\b|\b(?:ställer|ställde)\s+sig\s+inte\s+bakom\b|^förslag\s?:|\b${FULL_MONTH}\s(?:eller|alternativt|alt\.?)\s(?:den\s)?\d|\bfyller\s\d|^(?:slutdatum(?:et)?|tiden|tidsgränsen)\sför\s[^.]{0,20}uppdrag|\bär\s(?:[\p{L}]+\s){0,2}(?:näst\s)?sista\s(?:\p{L}+\s)?(?:före|innan)\b`,
);

/** With a verb that is not listed only a whole sentence counts, and no year alone. */
const isPlainlySaid = (
  sentence: string,
  phrase: DatePhrase,
  isPoint: boolean,
  { reference }: DateContext,
): boolean =>
  // "Platserna är fulla redan i oktober", said in October, is how things are.
  !(phrase.unit === 'month' && (phrase.earliest ?? '9999') <= (reference ?? '')) &&
  (isPoint || /[.!]$/u.test(sentence)) &&
  (phrase.unit !== 'year' || isYearAhead(phrase)) &&
  (['within', 'from', 'after', 'between'].includes(phrase.lead) || goesOnUntil(phrase)) &&
  (!phrase.inferred || isOpenDay(sentence, phrase) || beginsSoon(phrase, reference)) &&
  !HYPOTHETICAL.test(sentence.slice(butBefore(sentence, phrase)));

/** "invånarantalet den 1 november året före": no day of this year. */
const RECURS_YEARLY =
  /^\s(?:året\s(?:före|innan)|föregående\sår|(?:varje|respektive)\sår)(?!\p{L})/u;

/** "har gått ut på remiss med sista svarsdag den 16 juni": a last day is to come, whatever led to it. */
const isLastDay = (sentence: string, phrase: DatePhrase): boolean =>
  BEFORE_LAST_DAY.test(sentence.slice(Math.max(0, phrase.start - 50), phrase.start));

/** A sentence that names a last day needs no verb to tell of it. */
const NAMES_LAST_DAY = pattern(String.raw`\bsista\s+(?:\p{L}+)?dag(?:en)?\b`);
/** What stands before the date of a last day. */
const BEFORE_LAST_DAY = pattern(
  String.raw`\b(?:sista\s+(?:\p{L}+)?dag(?:en)?(?:\s+för\s+\p{L}+)?|remisstid(?:en)?|svarstid(?:en)?|ansökningstid(?:en)?)\s*(?:är|till|löper\s+till|går\s+ut|:)?\s*$`,
);
