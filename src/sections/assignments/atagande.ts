/** What somebody undertakes to do at this meeting, told in the present tense. */
import { isOfficeOrBody } from './actors.js';
import type { Known } from '../../note/known.js';
import { pattern } from '../../text/pattern.js';
import { tellsOfPast } from '../../dates/index.js';
import { isCommonFirstName } from '../people/firstnames.js';
import { isFirstNameIn, leadingName, looksLikeOrganisation } from '../people/name.js';
import { BY_ANYBODY, BY_PERSON } from './deeds.js';

export interface AtagandeClause {
  assignees: string;
  clause: string;
}

/** What all are to do until a day, told of all of them: "Alla kommuner lämnar besked senast …". */
const BY_ALL = pattern(
  String.raw`^((?:alla|samtliga|varje|respektive)(?:\s\p{L}+){0,2}?|kommunerna|deltagarna|ledamöterna|medlemmarna)\s+((?:lämnar|meddelar|anmäler|svarar|ansvarar\s+för|skickar|rapporterar|tar\s+fram|utser|fyller\s+i|kompletterar|uppdaterar|ser\s+över|förbereder(?!\s+sig)|mejlar|går\s+igenom|gör)\s.+)$`,
);
const HAS_DEADLINE = pattern(
  String.raw`\b(?:senast|före|innan|inom|till\s+den|till\s+nästa|inför\s+nästa|snarast|omgående)\b`,
);

const ACT = pattern(String.raw`\b(${BY_ANYBODY})(?!\p{L})`);
const ACT_BY_PERSON = pattern(String.raw`\b(${BY_PERSON})(?!\p{L})`);
/** Verbs that show a clause of its own before the undertaking. */
const FINITE = pattern(
  String.raw`\b(?:noterar|ställer|ger|beslutar|godkänner|rekommenderar|diskuterar|är|har|ska|skall|finns|får|behöver|informerar|lyfter|tackar|konstaterar|anser|föreslår|kommer|ser|för(?=\s+(?:(?:just\s+)?nu\s+|också\s+|även\s+|fortsatt\s+|löpande\s+)?(?:en\s+|ett\s+)?(?:\p{Ll}+\s+)?(?:dialog|samtal|diskussion|statistik|protokoll|anteckning|register|resonemang|talan|fram|vidare|över|upp|in)\p{Ll}*(?!\p{L}))|pågår|menar|enas|kan|bör|vill|lägger|skjuter|bordlägger|avslår|uppdrar|antar|fastställer|återremitterar|skulle|tar|talar|pratar|undrar|frågar|begär|yrkar|reserverar|tror|önskar|fungerar|funkar|gäller|söker|går)\b`,
);
const BOUNDARY = /,\s+(?:och\s+|men\s+|så\s+|samt\s+)?|\s+(?:och|men|samt|så|varför)\s+/gu;
/** ", och Elin Ek tar med sig …": each clause whose person acts is an undertaking of its own. */
const NEXT_CLAUSE = /,?\s(?:och|men|samt|medan|så)\s(?=\p{Lu})/gu;

/** @returns the sentence, parted before each clause in which a person undertakes something */
export function clausesOf(sentence: string, known: Known): string[] {
  const clauses: string[] = [];
  let from = 0;
  for (const match of sentence.matchAll(NEXT_CLAUSE)) {
    const start = match.index + match[0].length;
    const rest = sentence.slice(start);
    const name = personAtStart(rest, known) ? nameOfFirst(rest) : '';
    const act = name === '' ? null : ACT_BY_PERSON.exec(rest);
    if (!act || rest.slice(name.length, act.index).trim() !== '') continue;
    // "Yusuf Demir och Annika Ek tar fram …" is one clause: its first part has no verb.
    const before = sentence.slice(from, match.index);
    const isContrast = match[0].includes('men');
    if (!isContrast && !FINITE.test(before) && !ACT_BY_PERSON.test(before)) continue;
    clauses.push(before);
    from = start;
  }
  return [...clauses, sentence.slice(from)];
}

const NOT_UNDERTAKEN = pattern(
  String.raw`\b(?:man|de|vi|hon|han|vem|om|när|hur|som|vilka|vilket|inte|aldrig|ofta|alltid|brukar|kan|bör|skulle|ibland|vanligen|årligen)\s*$`,
);
/** "skickar inte", "skickar de": it does not happen, or who does it is told elsewhere. */
const NO_ACT =
  /^\s+(?:inte|ibland|vid\s+behov|just\s+nu|redan|vanligtvis|vanligen|brukar|normalt|aldrig|ofta|alltid|vi|man|hon|han|de\s+(?:en|ett|in|ut|också|även|till|sina?))(?!\p{L})/u;
/** What is done again and again was not undertaken at this meeting. */
const HABIT = pattern(
  String.raw`^(?:en|två|tre)\s+gång(?:er)?\s+(?:i|om|per)\b|^(?:varje(?!\s+\p{L}+\s+(?:återkommer|skickar|sammanställer|mejlar|meddelar)(?!\p{L}))|numera|i\s+dag|idag)\s|\b(?:när\s+det\s+går|allt\s+oftare|allt\s+mer|allt\s+ovanligare|i\s+regel|som\s+regel|i\s+stort\s+sett)\b|(?:\(|[–-]\s)(?:utfört|klart?|gjort)\.?\)?\.?$`,
);
/** Authorities that no body gives anything to do. */
const AUTHORITIES = pattern(
  String.raw`^(?:länsstyrelsen|socialstyrelsen|skolverket|regeringen|riksdagen|sveriges\s+kommuner|skr|ivo|\p{L}+myndigheten)\b`,
);
export const isAuthority = (actor: string): boolean => AUTHORITIES.test(actor);
const NOT_ACTORS = pattern(
  String.raw`^(?:om|ifall|när|ingen|inget|inga|ingenting|det|den|de|detta|dessa|man|vi|frågan|ärendet|punkten|arbetet|rapporten|avtalet|överenskommelsen|projektet|patienten|patienter|invånare|medborgare|någon|många|flera|alla|mer|information|som|vem|hur|här|där|då|nu|sedan|samtidigt|därefter|mötet)(?![\p{L}-])`,
);

/** "Studiebesök i Växjö: Tommy kollar datum" */
const LABEL_BEFORE = /^\p{Lu}[^:.]{2,60}:\s+(?=\p{Lu})/u;

/** "Åtgärd: Projektgruppen tar med sig frågan." */
const OF_ACTION = /^(?:Åtgärd(?:er)?|Aktivitet(?:er)?|Uppföljning|Action)\s*:/iu;

/** @returns the actor's words and the clause from its verb on, or null */
export function readAtagande(printed: string, known: Known): AtagandeClause | null {
  if (printed.endsWith('?')) return null;
  // "Ja, Ida skickar ut den."
  const sentence = printed.replace(/^(?:Ja|Nej),\s(?=\p{Lu})/u, '');
  const byAll = readByAll(sentence) ?? readPronoun(sentence);
  if (byAll) return byAll;
  const label = LABEL_BEFORE.exec(sentence)?.[0] ?? '';
  const told = sentence.slice(label.length);
  const isLabelled = label !== '' && (OF_ACTION.test(label) || personAtStart(told, known));
  return readClause(isLabelled ? told : sentence, known);
}

function readByAll(sentence: string): AtagandeClause | null {
  const [, assignees = '', clause = ''] = BY_ALL.exec(sentence) ?? [];
  return assignees !== '' && HAS_DEADLINE.test(sentence) && !tellsOfPast(sentence)
    ? { assignees, clause }
    : null;
}

/** "Han kontaktar SOS Alarm.": who is meant the sentence before tells; printed is no more than that. */
function readPronoun(sentence: string): AtagandeClause | null {
  const [, assignees = '', clause = ''] = PRONOUN.exec(sentence) ?? [];
  const act = ACT.exec(clause);
  return act?.index === 0 && !NO_ACT.test(clause.slice(act[0].length)) && !HABIT.test(sentence)
    ? { assignees, clause }
    : null;
}

const PRONOUN = /^(Han|Hon)\s(.+)$/u;

/** "Analysenheten tar fram statistik senast den 31 oktober": what a body has to have done by a day it has taken on. */
const isBodyWithDeadline = (sentence: string): boolean =>
  BODY_FIRST.test(sentence) && HAS_DEADLINE.test(sentence);
const BODY_FIRST =
  /^(?:\p{Lu}[\p{L}-]+\s)?[\p{L}-]*(?:enheten|kontoret|kansliet|sjukhuset|högskolan|socialtjänsten|gruppen|kommun|kommunen|regionen|förbundet|nätverket|avdelningen|förvaltningen|ledarna|cheferna|direktörerna|strategerna|sekreterarna)\s/iu;

/** Whoever keeps the body going acts for it as a named person does. */
const OWN_OFFICE =
  /^(?:Vice\s)?(?:Sekreteraren|Mötessekreteraren|Ordföranden|Presidiet|Kansliet|Sekretariatet|\p{L}*(?:beredningen|beredningsgruppen|arbetsgruppen)|\p{L}*(?:ledaren|samordnaren|samordnarna|koordinatorn|direktören|chefen|strategen|kommunikatören|utvecklaren|handläggaren|administratören|juristen|herden|rektorn|kamreren|kassören|vaktmästaren|kanslisten)(?:\sför\s\p{Ll}[\p{L}-]+)?)\s/iu;

/** More than the formulas of any actor count where a person, an office or a body with a deadline comes first. */
const actsOf = (sentence: string, isPerson: boolean): RegExp =>
  isPerson || OWN_OFFICE.test(sentence) || isBodyWithDeadline(sentence) ? ACT_BY_PERSON : ACT;

function readClause(sentence: string, known: Known): AtagandeClause | null {
  const person = personAtStart(sentence, known);
  const match = actsOf(sentence, person).exec(sentence);
  if (
    !match ||
    match.index === 0 ||
    NO_ACT.test(sentence.slice(match.index + match[0].length)) ||
    HABIT.test(sentence)
  )
    return null;
  const before = sentence.slice(0, match.index).trim();
  if ((tellsOfPast(before) && !isSecondOf(before, person)) || NOT_UNDERTAKEN.test(before))
    return null;
  if (isAnswer(match[0], before)) return answered(sentence, match.index, person);
  if (isTold(before) && !isPromise(match[0], before)) return null;
  const first = person ? personOfSeveralActs(sentence, before) : null;
  const joint = first ?? (/^åter/iu.test(match[0]) ? jointActor(before, known) : null);
  if (joint !== null) return { assignees: joint, clause: sentence.slice(joint.length).trimStart() };
  const actor = actorBefore(before, sentence);
  if (actor === null || isAuthority(actor) || NOT_ACTORS.test(actor) || !isActor(actor, known))
    return null;
  return { assignees: actor, clause: sentence.slice(match.index) };
}

/** Whoever does something else first: "Stefan Ek samordnar anmälningarna och återkommer". */
function personOfSeveralActs(sentence: string, before: string): string | null {
  const name = namesOfFirst(sentence);
  return name !== '' && firstVerbAfter(name, before) !== null ? name : null;
}

/** "… berättar att kommunen ordnar en dag", "en modell där anhöriga bokar": what somebody tells of, not what is agreed. */
function isTold(before: string): boolean {
  const own = before.slice(before.lastIndexOf(', ') + 1);
  const link = [...own.matchAll(SUBORDINATOR)].at(-1);
  return link !== undefined && !AGREES.test(own.slice(0, link.index));
}

/** "Lena menar att det är en fråga för kommunen och lovar att höra sig för": only a person promises. */
const isPromise = (act: string, before: string): boolean =>
  /^(?:lovar|åtar\s+sig|tar\s+på\s+sig|erbjuder\s+sig)(?!\p{L})/iu.test(act) &&
  /\s(?:och|samt)$/u.test(before);

/** "Toivo Ek har fått fel behörighet och kontaktar supporten": what a person does after what has happened. */
const isSecondOf = (before: string, person: boolean): boolean =>
  person &&
  /\s(?:och|men|så)$/u.test(before) &&
  /\s(?:har|hade)\s/u.test(before) &&
  before.search(SUBORDINATOR) < 0;

/** "Katja Ek svarar att bemanningen avgör och återkommer": who answers comes back. */
const isAnswer = (act: string, before: string): boolean =>
  /^återkommer/iu.test(act) && /\ssvarar\satt\s[^.]+\soch$/u.test(before);

const answered = (sentence: string, at: number, person: boolean): AtagandeClause | null =>
  person ? { assignees: nameOfFirst(sentence), clause: sentence.slice(at) } : null;

const SUBORDINATOR = /(?<!\p{L})(?:att|som|där|när|hur|ifall|medan|eftersom)(?!\p{L})/gu;
const AGREES = pattern(
  String.raw`\b(?:beslut\p{L}*|beslöt|enas|enades|överens|bestämmer|bestäms|uppdrar|ger|ombeds?|ber|önskar|föreslås|kommer)\b`,
);

/** "Strategen ber bolaget om en kalkyl och", "Norrkom för dialog med bolaget och": who acts first, and comes back. */
function jointActor(before: string, known: Known): string | null {
  const [, actor = '', verb = ''] = JOINT.exec(before) ?? [];
  const isOne =
    isOfficeOrBody(actor.split(' ')[0] ?? '') || known.organisations.has(actor.toLowerCase());
  return actor !== '' && isOne && (verb === 'för' || !FINITE.test(verb)) ? actor : null;
}

const JOINT = /^(\p{Lu}[\p{L}-]+(?:\s(?:i|för)\s\p{L}+)?)\s(\p{Ll}{2,}r)\s[^,;]+\s(?:och|samt)$/u;

/**
 * "Stefan Ek samordnar anmälningarna och återkommer": an act by an unlisted verb comes first.
 * @returns where that verb begins, or null
 */
function firstVerbAfter(name: string, before: string): number | null {
  const rest = before.slice(name.length);
  if (LIFTS.test(rest)) return name.length;
  if (FINITE.test(rest) || !/\s(?:och|samt)$/u.test(rest)) return null;
  return /^\s+\p{Ll}{3,}(?:ar|er|år)(?!\p{L})/u.test(rest) ? name.length : null;
}

/** "lyfter frågan i sjukhusledningen och", elsewhere than here. */
const LIFTS =
  /^\s+lyfter\s(?:frågan|frågorna|detta|det|ärendet|saken)\s(?:[^.,]*\s)?(?:i|med|på|hos|inför)\s(?:\p{L}+s\s)?\p{L}*(?:ledningen|gruppen|styrelsen|nämnden|rådet|nätverket|presidiet|förvaltningen|utskottet)\s(?:och|samt)$/u;

/** "Ida Ek", or "Ida" alone, of a sentence that a person begins. */
const nameOfFirst = (sentence: string): string =>
  leadingName(sentence) ?? sentence.split(/[\s,]/u)[0] ?? '';

/** "Ida Ek och Bo Lind", of a sentence that several persons begin. */
function namesOfFirst(sentence: string): string {
  const first = nameOfFirst(sentence);
  const [link = ''] = /^(?:,|\s(?:och|samt))\s/u.exec(sentence.slice(first.length)) ?? [];
  const rest = link === '' ? '' : sentence.slice(first.length + link.length);
  return leadingName(rest) === null ? first : `${first}${link}${namesOfFirst(rest)}`;
}

/** A person whom the note knows, or whose name is one by its form, comes first. */
export function personAtStart(sentence: string, known: Known): boolean {
  const name = leadingName(sentence);
  if (name !== null && known.names.has(name.toLowerCase())) return true;
  if (name !== null && !/\p{Lu}{2}/u.test(name)) return !looksLikeOrganisation(name);
  const first = sentence.split(/[\s,]/u)[0] ?? '';
  return isFirstNameIn(known.names, first) || isCommonFirstName(first);
}

/** The subject right before the verb; where it is left out ("… och återkommer"), the sentence's own. */
function actorBefore(before: string, sentence: string): string | null {
  if (!FINITE.test(before)) return before.replace(/,$/u, '');
  if (/(?:\s(?:och|samt)|,)$/u.test(before)) return subjectOf(sentence);
  const boundaries = [...before.matchAll(BOUNDARY)];
  const tails = boundaries
    .filter((match) => before[match.index - 1] !== '-')
    .map((match) => before.slice(match.index + match[0].length))
    .filter((tail) => !FINITE.test(tail));
  const tail = tails[0];
  return tail !== undefined && tail !== '' ? tail : null;
}

function subjectOf(sentence: string): string | null {
  const name = leadingName(sentence);
  if (name !== null) return name;
  const finite = FINITE.exec(sentence);
  return finite && finite.index > 0 ? sentence.slice(0, finite.index).trim() : null;
}

/** A noun phrase that can act: it begins with a capital or is definite, and is short. */
function isActor(actor: string, known: Known): boolean {
  const words = actor.split(' ');
  // "VVG:s direktör" is the colon of a genitive.
  if (words.length > 14 || /[.;?()]|:(?!s\s)/u.test(actor)) return false;
  if (known.organisations.has(actor.toLowerCase())) return true;
  if (WITH_VERB.test(actor)) return false;
  const capital = /^\p{Lu}/u.test(actor);
  const definite = words.some((word) => /(?:en|et|na|an|ne)$/u.test(word));
  if (words.length === 1 && personAtStart(actor, known)) return true;
  if (words.length === 1 && /(?:en|et)$/u.test(actor) && !isOfficeOrBody(actor)) return false;
  return capital || definite;
}

/** "Automaten lämnar ut en dos, registrerar uttaget": no noun phrase. */
const WITH_VERB = /^\p{Lu}\p{Ll}+(?:en|et|na)\s\p{Ll}{3,}(?:ar|er)(?!\p{L})/u;
