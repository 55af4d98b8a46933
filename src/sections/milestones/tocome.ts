/** Whether the window of a date is to come, and a time at which something happens rather than one that it lasts. */
import { type DateContext, type DatePhrase, daysBetween, findDates } from '../../dates/index.js';
import { pattern } from '../../text/pattern.js';
import { POINTS_BACK } from './tense.js';
import { HAPPENS, HYPOTHETICAL, IS_DONE, IS_PUT } from './happeningwords.js';

const VALIDITY = pattern(
  String.raw`\b(?:gäller|gälla|giltig\p{L}*|giltighetstid\p{L}*|löper(?!\s+ut)|avtalstid\p{L}*|förläng\p{L}*|säkra[dt]e?|går\s+att\s+avropa)\b`,
);

export const hasWindow = (phrase: DatePhrase): boolean =>
  phrase.earliest !== null || phrase.latest !== null;

/** "Årsmötet 2026 hålls i mars": a later year that the sentence names is that of its months and days. */
export function yearNamed(sentence: string, { reference }: DateContext): Partial<DateContext> {
  const [year] = /(?<=^\p{Lu}\p{Ll}+\s)20\d\d(?=\s\p{Ll})/u.exec(sentence) ?? [];
  return year !== undefined && reference !== null && Number(year) > Number(reference.slice(0, 4))
    ? { listYear: Number(year) }
    : {};
}

/** "planeras till augusti" is in August, not before it. */
export function asPlanned(sentence: string, phrase: DatePhrase, dates: DateContext): DatePhrase {
  const words = /^till\s+(?:den\s+)?(.+)$/iu.exec(phrase.text)?.[1];
  if (words === undefined || !IS_PUT.test(sentence.slice(0, phrase.start))) return phrase;
  const within = findDates(`i ${words}`, dates)[0] ?? findDates(words, dates)[0];
  const { start, end, text } = phrase;
  return within?.unit === phrase.unit ? { ...within, start, end, text, lead: 'within' } : phrase;
}

/** A window that is not over on the day of the meeting; without that day only a date with its year counts. */
export function isToCome(phrase: DatePhrase, { reference }: DateContext): boolean {
  const last = phrase.latest ?? phrase.earliest;
  if (last === null) return isOpenWinter(phrase, reference);
  if (phrase.unit === 'meeting' || isVague(phrase)) return false;
  if (reference === null) return !phrase.inferred;
  return last >= reference && phrase.earliest !== reference;
}

/** "under vintern 2026": which winter is meant nobody can say, but it is to come. */
const isOpenWinter = ({ unit, text }: DatePhrase, reference: string | null): boolean =>
  unit === 'season' &&
  reference !== null &&
  (/(?:19|20)\d\d/u.exec(text)?.[0] ?? '') >= reference.slice(0, 4);

/** "i år", "inom tre månader", "på torsdag"; "om fyra veckor" and "nästa månad" are times at which something happens. */
const isVague = ({ unit, rule, text }: DatePhrase): boolean =>
  unit === 'relative' &&
  (!['in', 'in-about', 'next-week', 'next-month'].includes(rule) || /\sår$/iu.test(text));

/** Counted from the meeting only a whole sentence tells when; "Riktlinjen om fjorton dagar hålls" tells what. */
export const isSaidWhole = (sentence: string, { start, end, rule }: DatePhrase): boolean =>
  /[.!]$/u.test(sentence) &&
  !HYPOTHETICAL.test(sentence.slice(0, start) + sentence.slice(end)) &&
  !(rule === 'in' && start > 0 && tellsWhat(sentence.slice(end)));

const tellsWhat = (after: string): boolean =>
  HAPPENS.exec(after)?.index === 1 || /^\s(?:är|var|räcker|gäller)(?!\p{L})/u.test(after);

/** The period of an agreement, a budget or a plan happens at no date. */
export function isPeriodOf(sentence: string, phrase: DatePhrase): boolean {
  const before = sentence.slice(Math.max(0, phrase.start - 40), phrase.start);
  if (VALIDITY.test(before) && !opens(sentence, before, phrase)) return true;
  if (/(?:för|under)\s+(?:perioden|tiden)\s*$/u.test(before)) return true;
  // "siffror för det första halvåret"
  if (
    phrase.unit !== 'day' &&
    /(?<!\p{L})(?:siffror|statistik|resultat\p{L}*|utfall\p{L}*|budget\p{L}*|bokslut\p{L}*)\s+för\s+(?:det\s+|den\s+)?$/u.test(
      before,
    )
  )
    return true;
  if (phrase.lead === 'from' && DOCUMENT.test(before)) return true;
  if (phrase.unit !== 'year') return false;
  const isDeadline = phrase.lead === 'by' || phrase.lead === 'before';
  return phrase.lead === 'from' || (!isDeadline && /\b(?:för|av|från)\s*$/u.test(before));
}

/** "synpunkter på anteckningen från december": how old it is. */
const DOCUMENT =
  /(?<!\p{L})\p{Ll}*(?:anteckning|protokoll|beslut|rapport|skrivels|brev|mejl|version|siffr|statistik|mätning|enkät|möte|uppgift|underlag)\p{Ll}*\s*$/u;

/** A time for answers runs, and a routine that is new comes into force: neither is the period of an agreement. */
const opens = (sentence: string, before: string, phrase: DatePhrase): boolean =>
  /(?:börjar?|upphör\s+att|slutar?)\s+gälla\s*$/u.test(before) ||
  RESPONSE_TIME.test(sentence) ||
  (phrase.lead === 'from' &&
    phrase.latest === null &&
    /(?<!\p{L})(?:gäller|(?:ska|skall)\sgälla)(?:\s\p{Ll}+){0,3}\s*$/u.test(before));

const RESPONSE_TIME = pattern(
  String.raw`\b(?:remiss|svars|ansöknings|anmälnings|samråds|yttrande)(?:tid|period|omgång)\p{L}*`,
);

export const RESPONSE_TIME_RUNS = pattern(
  String.raw`\b(?:remiss|svars|ansöknings|anmälnings|samråds|yttrande)(?:tid|period|omgång)\p{L}*(?:\s+för\s+\p{L}+)?\s+(?:löper|sträcker\s+sig|varar|är)\b`,
);

/** "Larmen samlas in till och med den 30 april 2020": what is done has its last day. */
export const goesOnUntil = ({ text, inferred }: DatePhrase): boolean =>
  !inferred && /^(?:fram\s)?(?:till\s+och\s+med|t\.?\s?o\.?\s?m\.?)\s/iu.test(text);

/** "Alla erbjuds en dos från den 11 oktober": without its year only a day that is near is to come. */
export const beginsSoon = (
  { lead, unit, earliest }: DatePhrase,
  reference: string | null,
): boolean =>
  lead === 'from' &&
  (unit === 'day' || unit === 'week') &&
  reference !== null &&
  earliest !== null &&
  daysBetween(reference, earliest) <= SOON;

/** Days. */
const SOON = 120;

/** "Under 2020 görs nya revisioner" */
export const isYearAhead = ({ text }: DatePhrase): boolean => /^under\s/iu.test(text);

/** Without its year a day may as well be that of an earlier meeting: "anteckningen från mötet den 31 maj gås igenom". */
export const isOpenDay = (sentence: string, phrase: DatePhrase): boolean =>
  phrase.lead === 'within' &&
  (phrase.unit === 'relative' ||
    phrase.unit === 'day' ||
    phrase.unit === 'part' ||
    phrase.unit === 'yearTurn' ||
    IS_DONE.test(sentence.slice(0, phrase.start)) ||
    /(?<!\p{L})(?:först|redan|tidigast)\s*$/u.test(sentence.slice(0, phrase.start))) &&
  !POINTS_BACK.test(sentence.slice(0, phrase.start));
