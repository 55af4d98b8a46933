/** The tense in which a date is told: of its own clause, and not of what was said, asked or done before. */
import { type DateContext, type DatePhrase, findDates, tellsOfPast } from '../../dates/index.js';
import { pattern } from '../../text/pattern.js';
import { HAPPENS, PRESENT } from './happeningwords.js';

/** "Kungälv vill vänta, men styrelsen beslutar den 20 november": from the last "men" before the date. */
export const butBefore = (sentence: string, { start }: DatePhrase): number =>
  Math.max(0, sentence.slice(0, start).lastIndexOf(', men '));

export const POINTS_BACK = pattern(
  String.raw`\b(?:\p{L}*anteckning\p{L}*|protokoll\p{L}*|påminner|påminde|enligt)\b|\b(?:\p{L}*mötet|\p{L}*möte|sedan|från|av|per|till\s+\p{L}+(?:en|et))\s*$`,
);

/** The clause tells of what has been, or the verb right before the date does. */
export const isPast = (sentence: string, phrase: DatePhrase): boolean =>
  (!isSaidOfThen(sentence, phrase) &&
    tellsOfPast(mainClause(clauseAround(sentence, phrase), phrase))) ||
  isOfPastDay(sentence, phrase) ||
  /(?<!\p{L})(?:(?<!(?:vara|bli|blir)\s)\p{Ll}{2,}(?:ade|ades|dde|ddes|nat|rat|tat)|daterad[et]?|sedan)\s*$/u.test(
    sentence.slice(0, phrase.start),
  );

/**
 * "Synpunkter på det utkast som delades ut tas emot till och med mars": the verb right before the date is none of the
 * past ones. "Region Norr har bjudit in till ett möte den 9 oktober": the day is the meeting's.
 */
function isSaidOfThen(sentence: string, { start }: DatePhrase): boolean {
  const before = sentence.slice(0, start);
  const relative = before.lastIndexOf(' som ');
  return INVITED.test(before) || (relative >= 0 && PASSIVE_LAST.test(before.slice(relative)));
}

const PASSIVE_LAST = /\s(?:tas|ges|görs|hålls|\p{Ll}{3,}as)\s(?:\p{Ll}+\s)?$/u;
/** Told in the perfect, and yet to come: an invitation, a promise. */
const INVITED =
  /(?<!\p{L})har\s(?:också\s|även\s)?(?:bjudit\sin\s(?:\p{L}+\s){0,3}till|(?:ut)?lovat)\s/u;

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
