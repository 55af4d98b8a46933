/** The task of an assignment: its clause from the verb on, with the deadline taken out and read. */
import { type DateContext, type DatePhrase, findDates, tellsOfPast } from '../../dates/index.js';
import { inOrder } from '../../text/order.js';
import { sentencesOf } from '../../text/paragraph.js';
import { FULL_MONTH } from '../../dates/vocabulary.js';
import { pattern } from '../../text/pattern.js';

export interface TaskReading {
  task: string;
  due: DatePhrase | null;
  /** Dates in the clause that are no deadline of the task: part reports. */
  parts: { phrase: DatePhrase; label: string }[];
}

/** An agreement's or a plan's own period is no deadline. */
const PERIOD_BEFORE = pattern(
  String.raw`\b(?:för\s+(?:tiden|perioden|åren|år)|(?<!\bvad\s+som\s+)gäller|gälla|giltig\p{L}*|avtalsperiod\p{L}*|avtalstid\p{L}*|under\s+perioden|löper|period\p{L}*|från|av|för\s+${FULL_MONTH})\s*$`,
);
/** "Budgeten 2026" is the year's; "komplettera budgeten till den 31 mars" has a deadline. */
const PLAN_BEFORE = pattern(
  String.raw`\b(?:budget|verksamhetsplan|handlingsplan)(?:en)?(?:\s+för)?\s*$`,
);
/** "handlingsplanen för våren 2019" is the spring's; "revidera handlingsplanen i slutet av augusti" is told when. */
const isOfPlan = ({ lead, unit, text }: DatePhrase, before: string): boolean =>
  lead === 'within' &&
  unit !== 'meeting' &&
  (/(?<!\p{L})för\s*$/u.test(before) || !/^(?:i|under|vid)\s/iu.test(text));
const OF_EVENT =
  /(?<!\p{L})(?:om|för|kring|av|från)\s(?:den\s|det\s)?(?:\p{L}+a\s)?(?:\p{L}*mötet|\p{L}*träffen|\p{L}*konferensen|\p{L}*seminariet|\p{L}*dagen|\p{L}*mässan|\p{L}*sammanträdet)\s$/u;
const ASKED = pattern(
  String.raw`\b(?:undersök|kontrollera|höra?|fråga|kolla|utred|tar?\s+reda|se\s+över)\p{L}*\s(?:[^,]{0,40}\s)?(?:om|ifall|huruvida|när|hur)\s[^,]*\b(?:kan|kunde|ska|skall|vill|bör|får)\b[^,]*$`,
);
/** "undersöker om det kan göras och återkommer": the date is that of this verb. */
const REPORTS_LAST = /(?:återkommer|återkomma|redovisar|redovisa|återrapporterar)\s$/u;
const PART_REPORT = pattern(
  String.raw`\b(?:del(?:rapport|redovis|återrapport|resultat|uppdrag)\p{L}*|lägesrapport\p{L}*|första\s+(?:utkast|rapport|avstämning|återrapportering)|preliminär\p{L}*|avstämning\p{L}*|muntlig\p{L}*\s+rapport)\b`,
);
const FINAL_REPORT = pattern(
  String.raw`\b(?:slut(?:rapport|redovis|lig|giltig|föra?s?|resultat|levera)\p{L}*|färdig\p{L}*|komplett(?!er)\p{L}*)\b`,
);

const LEAD_RANK: Record<DatePhrase['lead'], number> = {
  by: 6,
  to: 5,
  before: 5,
  between: 4,
  within: 3,
  after: 2,
  from: 1,
};

/** Phrases of a text that can be a deadline. */
export function deadlinesIn(text: string, context: DateContext): DatePhrase[] {
  return findDates(text, context).filter((phrase) => {
    const before = text.slice(0, phrase.start);
    if (phrase.rule.endsWith('-range') && phrase.lead === 'from') return false;
    if (PERIOD_BEFORE.test(before)) return false;
    if (isOver(phrase, context.reference ?? '') || isOfThing(phrase, before)) return false;
    // "undersöker om lokalen kan tas i bruk i februari": when something else may be.
    if (phrase.unit === 'month' && phrase.lead === 'within' && ASKED.test(before))
      return REPORTS_LAST.test(before);
    // "lokal för mötet i september": when that is, and not when the task is to be done.
    if (phrase.lead === 'within' && OF_EVENT.test(before)) return false;
    if (PLAN_BEFORE.test(before) && (phrase.unit === 'year' || isOfPlan(phrase, before)))
      return false;
    if (
      phrase.unit === 'year' &&
      phrase.lead === 'within' &&
      /^(?:år|åren|per)/iu.test(phrase.text)
    )
      return false;
    return true;
  });
}

/** "Antalet var 120 under 2017", "checklistan från 2017": what is past, or how old it is, is nobody's deadline. */
const isOver = ({ latest, lead, earliest }: DatePhrase, reference: string): boolean =>
  (latest !== null && latest < reference) || (lead === 'from' && (earliest ?? '9999') < reference);

/** "loggarna från juli månad": how old they are, and not from when anything is done. */
const isOfThing = ({ lead, unit, inferred }: DatePhrase, before: string): boolean =>
  lead === 'from' &&
  inferred &&
  (unit === 'month' || unit === 'season') &&
  /\p{Ll}{2}(?:na|en|et|er|or|ar)\s$/u.test(before);

/** The strongest deadline: a final report's before a part's, "senast" before "under", the later before the earlier. */
export function chooseDeadline(phrases: readonly DatePhrase[], text: string): DatePhrase | null {
  const rank = (phrase: DatePhrase): number => {
    const clause = clauseAround(text, phrase);
    const final = FINAL_REPORT.test(clause) ? 20 : 0;
    const part = PART_REPORT.test(clause) ? -20 : 0;
    const windowed = phrase.latest !== null || phrase.earliest !== null ? 10 : 0;
    const relative = phrase.unit === 'relative' ? -1 : 0;
    return final + part + windowed + relative + LEAD_RANK[phrase.lead];
  };
  const ranked = [...phrases].sort(
    (a, b) => rank(b) - rank(a) || inOrder(b.latest ?? '', a.latest ?? ''),
  );
  return ranked[0] ?? null;
}

/** The words that a date goes with: from the last "och", comma or "samt" before it to the next one after. */
function clauseAround(text: string, phrase: DatePhrase): string {
  const before = text.slice(0, phrase.start);
  const from = Math.max(
    ...[...before.matchAll(/,|;|\s(?:och|samt|men)\s|[.!?]\s/gu)].map((match) => match.index),
    0,
  );
  const after = text.slice(phrase.end);
  const to = /,|;|\s(?:och|samt|men)\s|[.!?](?:\s|$)/u.exec(after)?.index ?? after.length;
  return text.slice(from, phrase.end + to);
}

/**
 * @param clause the words after "i uppdrag att", to the end of its sentence
 * @param following sentences of the same point: one of them may hold the deadline
 */
export function readTask(clause: string, following: string, context: DateContext): TaskReading {
  const phrases = deadlinesIn(clause, context);
  const inClause = chooseDeadline(phrases, clause);
  const later = followingDeadline(following, context);
  const all = [...phrases, ...later.map(({ phrase }) => phrase)];
  const due = chooseBetween(inClause, clause, later);
  const parts = [
    ...phrases.map((phrase) => ({ phrase, sentence: clause })),
    ...later.map(({ phrase, sentence }) => ({ phrase, sentence })),
  ]
    .filter(
      ({ phrase, sentence }) =>
        phrase !== due && all.length > 1 && PART_REPORT.test(clauseAround(sentence, phrase)),
    )
    .map(({ phrase, sentence }) => ({
      phrase,
      label: partLabel(sentence, phrase, sentence !== clause),
    }));
  const cut = due && phrases.includes(due) ? [due] : [];
  return { task: tidyTask(removePhrases(clause, cut)), due, parts };
}

/** In a sentence of its own the clause without its date ("Uppdraget delredovisas"), else the word for what is reported. */
function partLabel(sentence: string, phrase: DatePhrase, isOwn: boolean): string {
  const around = clauseAround(sentence, phrase);
  const label = tidyTask(around.replace(phrase.text, '\u0000'));
  return isOwn && label !== '' ? label : (PART_REPORT.exec(around)?.[0] ?? phrase.text);
}

function chooseBetween(
  inClause: DatePhrase | null,
  clause: string,
  later: readonly { phrase: DatePhrase; sentence: string }[],
): DatePhrase | null {
  const finalLater = later.find(({ phrase, sentence }) =>
    FINAL_REPORT.test(clauseAround(sentence, phrase)),
  );
  const isPart = inClause !== null && PART_REPORT.test(clauseAround(clause, inClause));
  if (finalLater && !(inClause && FINAL_REPORT.test(clauseAround(clause, inClause))))
    return finalLater.phrase;
  if (inClause && !isPart) return inClause;
  const best = later.find(
    ({ phrase, sentence }) => !PART_REPORT.test(clauseAround(sentence, phrase)),
  );
  return best?.phrase ?? inClause ?? later[0]?.phrase ?? null;
}

const ABOUT_DEADLINE = pattern(
  String.raw`\b(?:återrapport\p{L}*|rapport\p{L}*|(?:slut|del|åter)?redovis\p{L}*|återkom\p{L}*|klar(?:t|a)?|färdig\p{L}*|ställningstagande|slutför\p{L}*|lämnas?|presenter\p{L}*|levere\p{L}*|återkoppl\p{L}*|uppdraget|delrapport\p{L}*|slutrapport\p{L}*|tidsfrist\p{L}*|svar(?:et)?|beslut|tas upp|sker|deadline|genomför\p{L}*|skickas|överlämnas|vara|behandlas|finnas|tas\s+fram|läggs?|föreläggas?|kommit\s+in|komma\s+in|vara\s+inne)\b`,
);

function followingDeadline(
  following: string,
  context: DateContext,
): { phrase: DatePhrase; sentence: string }[] {
  const found: { phrase: DatePhrase; sentence: string }[] = [];
  for (const sentence of sentencesOf(following)) {
    if (!ABOUT_DEADLINE.test(sentence.text) || tellsOfPast(sentence.text)) continue;
    for (const phrase of deadlinesIn(sentence.text, context))
      found.push({ phrase, sentence: sentence.text });
  }
  return found;
}

function removePhrases(text: string, phrases: readonly DatePhrase[]): string {
  let result = text;
  for (const phrase of [...phrases].sort((a, b) => b.start - a.start)) {
    result = `${result.slice(0, phrase.start)}\u0000${result.slice(phrase.end)}`;
  }
  return result;
}

/** Closes the gap that a deadline left: doubled blanks, commas and dashes; words between dashes before the verb. */
export function tidyTask(text: string): string {
  let task = text
    // "…, som skickas ut senast den 3 juni"
    .replace(
      /,\ssom\s(?:skickas(?:\sut)?|presenteras|redovisas|lämnas(?:\sin)?)\s*\u0000\s*(?=[.,]|$)/gu,
      '\u0000',
    )
    .replace(/\(\s*(?:klart?|färdigt?|deadline:?)?\s*\u0000\s*\)/giu, ' ')
    .replaceAll(/,\s*(?:klart?|färdigt?|dock)\s*\u0000\s*(?=,|\.|$)/giu, ' ')
    .replaceAll(/,\s*att\s+vara\s+(?:klart?|färdigt?)\s*\u0000\s*(?=[.,]|$)/giu, ' ')
    .replaceAll(/[,–-]\s*\u0000\s*(?=[,.–-]|$)/gu, ' ')
    .replaceAll(/\s*\u0000\s*/gu, ' ');
  task = task
    .replace(/^\s*[–—-]\s.{2,160}?\s[–—-]\s+/u, ' ')
    .replace(/^\s*,\s.{2,120}?,\s+(?=\p{Ll}+a\s)/u, ' ');
  return (
    task
      .replaceAll(/\s+/gu, ' ')
      .replaceAll(/\s+([,.;:])/gu, '$1')
      .replaceAll(/,{2,}/gu, ',')
      .replace(/^[\s,;:–—-]+/u, '')
      .replace(
        /^(?:dessförinnan|därefter|sedan|snarast\s+möjligt|därför|även|också|skyndsamt)\s+(?=\p{Ll})/u,
        '',
      )
      // "…; senast i maj ska den finnas hos beredningen": when it is to be ready.
      .replace(/;\s(?:[^;]*\s)?(?:ska|skall)\s[^;]*$/u, '')
      .replace(REPORTED_ON, '')
      .replace(/,\smed\s(?:del|slut)?(?:rapport|redovisning)(?:\s.*)?$/u, '')
      .replace(/,\s(?:helst|gärna|dock|samt|och)[\s,]*$/u, '')
      .replace(/[\s,;:–—.-]+$/u, '')
  );
}

/** "…, vilket rapporteras till Lena Ek": to whom it is told, and no part of the task. */
const REPORTED_ON =
  /,\s(?:vilket|som)\s(?:(?:ska|skall)\s)?(?:åter)?(?:rapporteras|redovisas|återkopplas|meddelas)\still\s[^,.]{2,60}\.?$/u;
