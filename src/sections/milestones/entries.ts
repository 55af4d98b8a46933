/**
 * An entry of a plan: a label and its date, either before the other, or a point that ends with its date.
 *
 * entry := label ":" date | date ":" label | label ("," | "–") date
 */
import { type DateContext, type DatePhrase, findDates, tellsOfPast } from '../../dates/index.js';
import { squeeze } from '../../text/normalise.js';
import { pattern } from '../../text/pattern.js';
import { happening } from './happening.js';
import { HAPPENS, PRESENT } from './happeningwords.js';
import { beginsSoon, hasWindow, isToCome } from './tocome.js';

/** A label is no sentence: "Enkäten har kommit. Svarstid: …" has it in its second one. */
const LABELLED = /^(\p{L}(?:(?![.!?]\s\p{Lu})[^:]){1,120}?)\s*:\s+(.{3,90})$/u;
const DATE_FIRST = /^\s*(?:[:–—-]|\s)\s*((?:\p{L}|\d+\p{L}).{1,160})$/u;

/** The date that fills a cell; a month or a quarter alone too. */
export function dateAlone(cell: string, dates: DateContext): DatePhrase | null {
  const isWhole = (phrase: DatePhrase | undefined, length: number): phrase is DatePhrase =>
    phrase?.start === 0 && hasWindow(phrase) && phrase.end >= length - 1;
  const plain = findDates(cell, dates)[0];
  if (isWhole(plain, cell.length)) return plain;
  const led = findDates(`i ${cell.slice(0, 1).toLowerCase()}${cell.slice(1)}`, dates)[0];
  return isWhole(led, cell.length + 2) && led.unit !== 'day'
    ? { ...led, text: cell, end: cell.length }
    : null;
}

/** A label and a date, either before the other. */
export function readEntry(text: string, dates: DateContext): Entry | null {
  return labelFirst(text, dates) ?? dayFirst(text, dates);
}

interface Entry {
  label: string;
  phrase: DatePhrase;
}

/** "Remisstid: till 28 februari 2026" */
function labelFirst(text: string, dates: DateContext): Entry | null {
  const [, label = '', value = ''] = LABELLED.exec(text) ?? [];
  if (label === '' || tellsOfPast(value) || SINCE.test(value) || NO_MILESTONE.test(label))
    return null;
  // "Mars 2026: plan för nästa år" has its date in front.
  if (dateAlone(label, dates)) return null;
  const phrase = dateOfLabel(label, value, dates);
  if (!phrase) return null;
  const rest = squeeze(value.slice(0, phrase.start) + value.slice(phrase.end));
  const clause = rest.replace(/[\s.,;]+$/u, '');
  // "Utbildningen på webben: den nya versionen släpps den 15 juni": what happens is told after the colon.
  if (/^\p{Ll}/u.test(value) && CLAUSE.test(value.slice(0, phrase.start)))
    return { label: `${squeeze(label)}: ${clause}`, phrase };
  // "Karlskrona: Elevhälsan omorganiseras från den 1 januari" is a sentence, told of Karlskrona.
  if (isSentence(value, phrase))
    return happening(text, dates, false).length > 0 || rest.length >= 45
      ? null
      : { label: clause, phrase };
  return rest.length < 45 ? { label: squeeze(label), phrase } : null;
}

/** The date that a label's words tell, if it is theirs and to come. */
function dateOfLabel(label: string, value: string, dates: DateContext): DatePhrase | null {
  const phrases = findDates(value, dates);
  const [phrase] = phrases;
  if (!phrase || !hasWindow(phrase) || !isToCome(phrase, dates)) return null;
  // "Falköping: Byter lönesystem. Driftstart den 1 mars": the date is the second sentence's.
  if (/\p{Ll}[.!?]\s/u.test(value.slice(0, phrase.start))) return null;
  // "Två halvdagar planeras: den 24 april i Lycksele och den 8 maj i Skellefteå" is a sentence with two days.
  if (phrases.filter(({ unit }) => unit === 'day').length > 1 && HAPPENS.test(label)) return null;
  // "Ekonomi: Resultatet till och med augusti är 6 mnkr" says of which months it is.
  if (IS_SAID_OF.test(value.slice(phrase.end))) return null;
  // "Nässjö: ny chef från den 1 augusti": without its year a day so far off may as well be past.
  const isFarOff =
    phrase.lead === 'from' && phrase.inferred && !beginsSoon(phrase, dates.reference);
  return isFarOff ? null : phrase;
}

const IS_SAID_OF = /^\s(?:är|var|visar|blev|uppgår|uppgick|ligger|låg)(?!\p{L})/u;

/** A subject of two words or more, and a passive right before the date. */
const CLAUSE = /^(?:\p{L}+\s){2,6}(?:\p{Ll}{3,}(?:as|ps|ks|ns|rs)|tas|ges|görs|hålls)\s$/u;

const isSentence = (value: string, phrase: DatePhrase): boolean =>
  /^\p{Lu}\S*\s.*\s/u.test(value.slice(0, phrase.start)) &&
  (HAPPENS.test(value) || PRESENT.test(value));

/** "4 juni 2026: Ställningstagande i SRO" */
function dayFirst(text: string, dates: DateContext): Entry | null {
  const phrase = dateInFront(text, dates);
  if (phrase?.start !== 0 || !hasWindow(phrase)) return null;
  if (phrase.lead !== 'within' || phrase.unit === 'relative') return null;
  const rest = DATE_FIRST.exec(text.slice(phrase.end))?.[1];
  const separated = /^\s*[:–—-]\s/u.test(text.slice(phrase.end));
  // "Sommaren: Inga vårdplatser stängdes" tells of the one that has been.
  return rest !== undefined && separated && !(phrase.inferred && tellsOfPast(rest))
    ? { label: squeeze(rest).replace(/\.$/u, ''), phrase }
    : null;
}

/** "Konferensen Nära forskning, Eskilstuna, 27–28 april 2022", "Remiss – i maj": a point that ends with its date. */
export function readPoint(text: string, dates: DateContext): Entry | null {
  const phrase = findDates(text, dates).at(-1);
  if (!phrase || text.length > 120) return null;
  const before = text.slice(0, phrase.start);
  const isLast = phrase.end >= text.replace(/\.$/u, '').length;
  const isPart = isAfterDash(before) || (phrase.unit === 'day' && !phrase.inferred);
  if (!isLast || !isPart || !/[,–-]\s*$/u.test(before) || !isToCome(phrase, dates)) return null;
  const verbs = isAfterDash(before) ? (before.split(' ')[1] ?? '') : before;
  if (PRESENT.test(verbs) || HAPPENS.test(before) || tellsOfPast(before)) return null;
  return { label: squeeze(before).replace(/[,\s–-]+$/u, ''), phrase };
}

/** "Beredning i arbetsutskottet – i maj": the dash stands for a colon. */
const isAfterDash = (before: string): boolean => /^\p{Lu}[^.!?]*\s[–—-]\s$/u.test(before);

/** "Samtliga kommuner är anslutna sedan den 1 februari" */
const SINCE = /(?<!\p{L})(?:sedan|alltsedan)\s+(?:den\s+)?[\p{N}\p{L}]/iu;

/** At the head of an entry a month or a year needs no "i": "April–maj: …", "2025: …". */
function dateInFront(text: string, dates: DateContext): DatePhrase | null {
  const plain = findDates(text, dates)[0];
  if (plain?.start === 0 || !/^\p{L}+(?:[–-]\p{L}+)?(?:\s\d{4})?\s?:|^\d{4}\s?:/u.test(text))
    return plain ?? null;
  const lead = /^\d/u.test(text) ? 'under ' : 'i ';
  const [led] = findDates(lead + text.slice(0, 1).toLowerCase() + text.slice(1), dates);
  if (led?.start !== 0 || led.end <= lead.length || !isToCome(led, dates)) return plain ?? null;
  const end = led.end - lead.length;
  return { ...led, end, text: text.slice(0, end), lead: 'within' };
}

const NO_MILESTONE = pattern(
  String.raw`^svar$|\bsenast\s+(?:uppdaterad|ändrad|granskad|publicerad)$|\bstatistik$|\p{L}statistik$|^för\s+mer\s+information|^läs\s+mer|\bse$|\b(?:ansvarig|fråga|bilaga|underlag|presentation|källa|nästa\s+(?:möte|träff|nätverksträff))\b`,
);
