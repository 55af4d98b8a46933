/** What a sentence says will happen: the dates in it that are to come. */
import { differenceInCalendarDays, parseISO } from 'date-fns';
import { type DateContext, type DatePhrase, tellsOfPast, findDates } from '../dates/index.js';
import { pattern } from '../text/pattern.js';
import { tellsOfMeetings } from './meetings/sentence.js';
import { FULL_MONTH } from '../dates/vocabulary.js';

export const HAPPENS = pattern(
  String.raw`\b(?:går\s+(?:ut\s+)?på\s+remiss|får\s+(?:en\s+|ett\s+)?ny[at]?(?=\s\p{L})|kan\s+(?:sökas|beställas|bokas|anmälas|lämnas\s+in)|presenteras|redovisas|återrapporteras|rapporteras|behandlas|behandlar|beslutas|träder\s+i\s+kraft|börjar|fattar|avgår|är\s+(?:till\s+och\s+med|t\.?o\.?m\.?)|starta|färdigställa|påbörjas?|tar\s+ställning|genomföra|slutföra|lansera|införa|publicera|skicka|redovisa|presentera|startar|inleds|genomförs|hålls|äger\s+rum|lanseras|införs|publiceras|skickas|går\s+ut|planeras|beräknas|väntas|förväntas|kommer|ska|skall|avslutas|färdigställ\p{L}*|lämnas|sker|arrangeras|anordnas|öppnar|stänger|publicerar|lanserar|flyttar|inviger|rullar\s+ut|breddinför|tas\s+upp|är\s+(?:planerad|reserverad|bokad|tänkt|klar|färdig)\p{L}*|är\s+klart|fattas|tas|pågår|remissbehandlas|bjuder\s+in|inför\s+(?:\p{Lu}\p{L}+\s+)?(?:en|ett|ny\p{L}*)|bemannas|lämnar|återkommer|antas|implementeras|driftsätts|följs\s+upp|utvärderas|revideras|bjuds\s+in|kan\s+gå\s+vidare|öppnas|stängs|upphör|förlängs|invigs|inrättas|flyttas|ges|rullas\s+ut|breddinförs|går\s+i\s+(?:drift|mål)|blir\s+(?:klar|färdig|aktuell)\p{L}*|är\s+(?:öppen|öppet|öppna|ute|på\s+remiss)|tecknas|undertecknas|annonseras|utlyses|sammanställs|delas\s+ut|betalas\s+ut|blir\s+av|remitteras|rekvireras|söks|ansöks|återredovisas|löper\s+ut|räcker\s+(?:till|fram)|slutar|tillträder|trycks|väljs|byts(?:\s+ut)?|sprids|krävs|kör\s+igång|fastställs|besöker|minskar|föreslås\s+träda\s+i\s+kraft|har\s+bjudit\s+in\s+till|avvecklas|ersätts|höjs|sänks|försvinner|är\s+på\s+plats|måste\s+vara|går\s+över|går\s+i\s+pension|offentliggörs|drar\s+i\s?gång|sätter\s+i\s?gång|genomför(?=\s)|distribueras|upphandlas|görs(?=\s+(?:senast|först|under|i|vid|vecka|v\.)\s))\b`,
);
/** Any verb in the present tense, by its ending. */
export const PRESENT =
  /(?<!\p{L})(?:\p{Ll}{2,}(?:ar|er|år|ir|as|es|ns|rs|ts|gs)|erbjuds|bjuds|används|sänds|genomför|utför|gör|görs|går|står|får|slår|ger|ser|tar|sker)(?!\p{L})/u;
/** What may be, should be or will not be. */
const HYPOTHETICAL = pattern(
  String.raw`(?:^|[,;]\s)om\b|\b(?:ifall|kan|kunde|bör|borde|skulle|vill|önskar|föreslår|föreslås|inte|ej|aldrig|hinner|hoppas|oklart|kanske|antagligen|förmodligen|troligen|troligtvis|sannolikt|eventuellt|ev|förslagsvis)\b`,
);
const VALIDITY = pattern(
  String.raw`\b(?:gäller|gälla|giltig\p{L}*|giltighetstid\p{L}*|löper(?!\s+ut)|avtalstid\p{L}*|förläng\p{L}*|säkra[dt]e?|går\s+att\s+avropa)\b`,
);

/** When the body meets next is told elsewhere. */
const NEXT_MEETING = pattern(
  String.raw`\bnästa\s+(?:möte|träff|nätverksträff|sammanträde)\s+(?:är|blir|hålls)\b`,
);
export const hasWindow = (phrase: DatePhrase): boolean =>
  phrase.earliest !== null || phrase.latest !== null;

/** @param isPoint a point of a list has no need of a full stop */
export function happening(sentence: string, dates: DateContext, isPoint: boolean): DatePhrase[] {
  // Most sentences hold no date, and that is soon told.
  if (findDates(sentence, dates).length === 0) return [];
  if (sentence.endsWith('?') || NEXT_MEETING.test(sentence) || NO_PLAN.test(sentence)) return [];
  const isListed =
    HAPPENS.test(sentence) || NAMES_LAST_DAY.test(sentence) || RESPONSE_TIME_RUNS.test(sentence);
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

/** "Årsmötet 2026 hålls i mars": a later year that the sentence names is that of its months and days. */
function yearNamed(sentence: string, { reference }: DateContext): Partial<DateContext> {
  const [year] = /(?<=^\p{Lu}\p{Ll}+\s)20\d\d(?=\s\p{Ll})/u.exec(sentence) ?? [];
  return year !== undefined && reference !== null && Number(year) > Number(reference.slice(0, 4))
    ? { listYear: Number(year) }
    : {};
}

/** "planeras till augusti" is in August, not before it. */
function asPlanned(sentence: string, phrase: DatePhrase, dates: DateContext): DatePhrase {
  const words = /^till\s+(?:den\s+)?(.+)$/iu.exec(phrase.text)?.[1];
  if (words === undefined || !IS_PUT.test(sentence.slice(0, phrase.start))) return phrase;
  const within = findDates(`i ${words}`, dates)[0] ?? findDates(words, dates)[0];
  const { start, end, text } = phrase;
  return within?.unit === phrase.unit ? { ...within, start, end, text, lead: 'within' } : phrase;
}

const IS_PUT =
  /(?<!\p{L})(?:planera(?:s|t|d|de)|flytta(?:s|t|d|de|ts)|skjut(?:s|its|en)(?:\s+(?:upp|fram))?|lägg(?:s|er)|lagd|satt|förlagd|bokad|inplanera[dt])\s+(?:fram\s+)?$/u;

/** Asked, thought of, or asked for: nothing is planned yet. What comes each year, and birthdays, are no plan either. */
const NO_PLAN = pattern(
  String.raw`^kanske\b|\bberäknas\s[^.]{0,40}\bbehöva\b|\b(?:redovisas|framgår|presenteras|visas)\s+(?:nedan|ovan)\b|\b(?:(?:undrar|frågar)\s+om|förslagsvis)\b|\b(?:datum|tid)\s+ej\s+klart?\b|\b(?:begär|yrkar|kräver|föreslår|föreslog|föreslås)\s(?:[^.]{1,20}\s)?att\b|\bvarje\s(?:år|vår|höst|månad)\b|\bårligen\b|\b(?:ställer|ställde)\s+sig\s+inte\s+bakom\b|^förslag\s?:|\b${FULL_MONTH}\s(?:eller|alternativt|alt\.?)\s(?:den\s)?\d|\bfyller\s\d`,
);

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
const isSaidWhole = (sentence: string, { start, end, rule }: DatePhrase): boolean =>
  /[.!]$/u.test(sentence) &&
  !HYPOTHETICAL.test(sentence.slice(0, start) + sentence.slice(end)) &&
  !(rule === 'in' && start > 0 && tellsWhat(sentence.slice(end)));

const tellsWhat = (after: string): boolean =>
  HAPPENS.exec(after)?.index === 1 || /^\s(?:är|var|räcker|gäller)(?!\p{L})/u.test(after);

/** The period of an agreement, a budget or a plan happens at no date. */
function isPeriodOf(sentence: string, phrase: DatePhrase): boolean {
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
  if (phrase.unit !== 'year') return false;
  const isDeadline = phrase.lead === 'by' || phrase.lead === 'before';
  return phrase.lead === 'from' || (!isDeadline && /\b(?:för|av|från)\s*$/u.test(before));
}

/** A time for answers runs, and a routine that is new comes into force: neither is the period of an agreement. */
const opens = (sentence: string, before: string, phrase: DatePhrase): boolean =>
  /(?:börjar?|upphör\s+att|slutar?)\s+gälla\s*$/u.test(before) ||
  RESPONSE_TIME.test(sentence) ||
  (phrase.lead === 'from' &&
    phrase.latest === null &&
    /(?<!\p{L})(?:gäller|(?:ska|skall)\sgälla)\s*$/u.test(before));

const RESPONSE_TIME = pattern(
  String.raw`\b(?:remiss|svars|ansöknings|anmälnings|samråds|yttrande)(?:tid|period|omgång)\p{L}*`,
);

const RESPONSE_TIME_RUNS = pattern(
  String.raw`\b(?:remiss|svars|ansöknings|anmälnings|samråds|yttrande)(?:tid|period|omgång)\p{L}*(?:\s+för\s+\p{L}+)?\s+(?:löper|sträcker\s+sig|varar|är)\b`,
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

/** "Kungälv vill vänta, men styrelsen beslutar den 20 november": from the last "men" before the date. */
const butBefore = (sentence: string, { start }: DatePhrase): number =>
  Math.max(0, sentence.slice(0, start).lastIndexOf(', men '));

/** "Larmen samlas in till och med den 30 april 2020": what is done has its last day. */
const goesOnUntil = ({ text, inferred }: DatePhrase): boolean =>
  !inferred && /^(?:fram\s)?(?:till\s+och\s+med|t\.?\s?o\.?\s?m\.?)\s/iu.test(text);

/** "Alla erbjuds en dos från den 11 oktober": without its year only a day that is near is to come. */
const beginsSoon = ({ lead, unit, earliest }: DatePhrase, reference: string | null): boolean =>
  lead === 'from' &&
  unit === 'day' &&
  reference !== null &&
  earliest !== null &&
  differenceInCalendarDays(parseISO(earliest), parseISO(reference)) <= SOON;

/** Days. */
const SOON = 120;

/** "Under 2020 görs nya revisioner" */
const isYearAhead = ({ text }: DatePhrase): boolean => /^under\s/iu.test(text);

/** Without its year a day may as well be that of an earlier meeting: "anteckningen från mötet den 31 maj gås igenom". */
const isOpenDay = (sentence: string, phrase: DatePhrase): boolean =>
  phrase.lead === 'within' &&
  (phrase.unit === 'relative' ||
    phrase.unit === 'day' ||
    phrase.unit === 'part' ||
    IS_DONE.test(sentence.slice(0, phrase.start)) ||
    /(?<!\p{L})(?:först|redan|tidigast)\s*$/u.test(sentence.slice(0, phrase.start))) &&
  !POINTS_BACK.test(sentence.slice(0, phrase.start));

/**
 * "Ett forum ordnas i maj", "Omcertifieringen prövas vecka 42": right before its time something is done by nobody named.
 * What comes after a preposition, an article or an adjective is a noun.
 */
const IS_DONE = new RegExp(
  String.raw`^(?!.*\s(?:brukar|kan|inte)\s)\p{Lu}[^,;:]{2,80}?(?<!\s(?:en|ett|den|det|de|er|vår|din|från|av|för|till|med|om|på|i|är|är\sdet|\p{Ll}+(?:ell|isk|lig|sam|are)|\p{Ll}+(?:ella|iska|liga|samma)))\s(?!(?:finns|fanns|minns|hoppas|trivs|behövs|märks|syns|kallas|anses|bedöms|beräknas|sägs|saknas|väntas|förväntas|krävs|används|upplevs|räknas|dags|plats|insats|konferens)\s)(?!\p{Ll}+(?:ens|ets|ats)\s)(?:\p{Ll}{2,}(?:as|ns|ts|gs|ps|ds)|utses|väljs|görs|körs|\p{Ll}+förs)\s$`,
  'u',
);

const POINTS_BACK = pattern(
  String.raw`\b(?:\p{L}*anteckning\p{L}*|protokoll\p{L}*|påminner|påminde|enligt)\b|\b(?:\p{L}*mötet|\p{L}*möte|sedan|från|av|per|till\s+\p{L}+(?:en|et))\s*$`,
);

/** "har gått ut på remiss med sista svarsdag den 16 juni": a last day is to come, whatever led to it. */
const isLastDay = (sentence: string, phrase: DatePhrase): boolean =>
  BEFORE_LAST_DAY.test(sentence.slice(Math.max(0, phrase.start - 50), phrase.start));

/** A sentence that names a last day needs no verb to tell of it. */
const NAMES_LAST_DAY = pattern(String.raw`\bsista\s+(?:\p{L}+)?dag(?:en)?\b`);
/** What stands before the date of a last day. */
const BEFORE_LAST_DAY = pattern(
  String.raw`\b(?:sista\s+(?:\p{L}+)?dag(?:en)?(?:\s+för\s+\p{L}+)?|remisstid(?:en)?|svarstid(?:en)?|ansökningstid(?:en)?)\s*(?:är|till|löper\s+till|går\s+ut|:)?\s*$`,
);

/** The clause tells of what has been, or the verb right before the date does. */
const isPast = (sentence: string, phrase: DatePhrase): boolean =>
  tellsOfPast(mainClause(clauseAround(sentence, phrase), phrase)) ||
  isOfPastDay(sentence, phrase) ||
  /(?<!\p{L})(?:(?<!(?:vara|bli|blir)\s)\p{Ll}{2,}(?:ade|ades|dde|ddes|nat|rat|tat)|daterad[et]?|sedan)\s*$/u.test(
    sentence.slice(0, phrase.start),
  );

/** A comma, or a verb in the present tense, after which the words before "som" no longer count. */
const SAID_OF_IT = /,\ssom\s|\ssom\s(?=\p{Ll}+(?:ar|er|as|år)\s)/gu;

/** "har svarat att reglerna ses över": what was said has its own tense. */
export const TOLD = String.raw`(?:(?:med)?dela(?:de|t)|svara(?:de|t)|berätta(?:de|t)|uppg(?:av|ett|ivit)|sade|sagt|informera(?:de|t)|upplys(?:te|t)|påmin(?:de|t)|rapportera(?:de|t)|förklara(?:de|t)|konstatera(?:de|t)|avisera(?:de|t)|beslutat|nämnde|nämnt)\s(?:om\s)?att\s`;
const TOLD_THAT = new RegExp(String.raw`(?<!\p{L})${TOLD}`, 'u');

/** "har under sommaren tagit fram ett paket som ska ge hjälp": the clause with the date has its own tense. */
function mainClause(clause: string, phrase: DatePhrase): string {
  const { text } = phrase;
  const told = TOLD_THAT.exec(clause);
  const from = told ? told.index + told[0].length : 0;
  if (from > 0 && from <= clause.indexOf(text)) return clause.slice(from);
  const relative = clause.search(/\ssom\s/u);
  // "… har aviserat ett stöd, som publiceras i oktober": what is to come is said of it.
  const own = [...clause.slice(0, clause.indexOf(text)).matchAll(SAID_OF_IT)].at(-1);
  if (own) return clause.slice(own.index);
  return relative > clause.indexOf(text) && clause.includes(text)
    ? clause.slice(0, relative)
    : clause;
}

/** "berättar om studiebesöket den 8 maj": without its year the day may as well be that of what is told. */
const isOfPastDay = (sentence: string, phrase: DatePhrase): boolean =>
  phrase.unit === 'day' &&
  phrase.inferred &&
  /(?<!\p{L})(?:berättar|redogör|rapporterar|återger|sammanfattar)\s(?:om|för|från)\s(?:[^.,]{2,60}\s)?\p{L}+(?:et|en)\s$/u.test(
    sentence.slice(0, phrase.start),
  );

/** The words between the conjunctions around a date: each clause has its own tense. */
function clauseAround(sentence: string, phrase: DatePhrase): string {
  const borders = [...sentence.matchAll(/[,;]?\s(?:och|men|samt)\s|;\s/gu)].filter(
    (border) => sentence[border.index - 1] !== '-',
  );
  const from = borders.filter((border) => border.index < phrase.start).at(-1)?.index ?? 0;
  const to = borders.find((border) => border.index >= phrase.end)?.index ?? sentence.length;
  const clause = sentence.slice(from, to);
  return HAPPENS.test(clause) || PRESENT.test(clause) ? clause : sentence;
}

/** Between two clauses that each tell of something. */
const AND = /,?\s(?:och|medan|men)\s/gu;

/**
 * "Förslaget skickas ut i oktober och remisstiden löper till den 16 december": each clause with a date of its own.
 * @returns the parts in order; the sentence itself where it tells of one thing
 */
export function clausesWithDates(sentence: string, dates: DateContext): string[] {
  const phrases = findDates(sentence, dates);
  if (phrases.length < 2) return [sentence];
  const clauses: string[] = [];
  let from = 0;
  for (const border of sentence.matchAll(AND)) {
    const end = border.index + border[0].length;
    const hasDate = phrases.some((phrase) => phrase.start >= from && phrase.end <= border.index);
    const next = phrases.find((phrase) => phrase.start >= end);
    if (!hasDate || !next || !tells(sentence.slice(from, border.index))) continue;
    if (!beginsClause(sentence.slice(end, next.start))) continue;
    clauses.push(`${sentence.slice(from, border.index)}.`);
    from = end;
  }
  return [...clauses, sentence.slice(from)];
}

const tells = (words: string): boolean => HAPPENS.test(words) || PRESENT.test(words);

/** A subject and then a verb: "remisstiden löper", not "avslutas" nor "i maj". */
function beginsClause(words: string): boolean {
  const verbs = [HAPPENS.exec(words)?.index, PRESENT.exec(words)?.index];
  const first = Math.min(...verbs.map((at) => at ?? Infinity));
  return (
    first > 0 &&
    first < Infinity &&
    /^(?:(?:den|det|de|en|ett)\s)?\p{L}+(?:\s\p{L}+){0,4}\s$/u.test(words.slice(0, first))
  );
}
