/**
 * Undertakings that are told with their date: it stands before the verb ("I maj samlar Ida Ek in svaren"), within it
 * ("Ida Ek tar senast i maj fram en mall"), or it alone makes one of a verb that says nothing ("Ida lämnar namn senast …").
 */
import type { DatePhrase } from '../../dates/index.js';
import { tellsOfPast } from '../../dates/index.js';
import type { Known } from '../../note/known.js';
import { pattern } from '../../text/pattern.js';
import { leadingName } from '../people/name.js';
import { officeInFront } from '../people/office.js';
import { isTitleWord } from '../people/words/offices.js';
import { isOfficeOrBody } from './actors.js';
import { type AtagandeClause, isAuthority, personAtStart, readAtagande } from './atagande.js';

/** A verb in the present tense, or what looks like one. */
const VERB = /^\s*(\p{Ll}{2,}r)(?=\s)/u;

/** What has no doer, what is told or thought, and what is done at the meeting itself. */
const NO_DEED = pattern(
  String.raw`^(?:bordlägger|beslutar|godkänner|avslår|återremitterar|skjuter|fastställer|rekommenderar|fattar|är|har|får|ska|skall|kan|vill|bör|kommer|blir|var|finns|börjar|slutar|träder|gäller|öppnar|stänger|startar|inleder|avslutar|upphör|löper|pågår|väntar|behöver|planerar|hoppas|tror|menar|anser|vet|ser(?!\s+över)|berättar|ifrågasätter|bedömer|informerar|redogör|meddelar|undrar|efterlyser|framför|understryker|betonar|påpekar|visar|hälsar|tackar|uppger|sammanfattar|välkomnar|ställer|föreslår|önskar|noterar|konstaterar|lämnar\s+(?:över\s+)?(?:sitt|mötet|uppdraget|rollen|sin|som)|tar\s+(?:över|vid|plats|ordet)|går(?!\s+igenom)|för(?!\s(?:en\s)?(?:dialog|samtal|diskussion)(?:en)?\smed)|under|över|inför|efter|eller|åter|flyttar|använder|reser|firar|fyller|byter|arbetar|jobbar|redovisar\s+(?:\p{L}+\s+){0,3}(?:under|över)skott)\b`,
);

/** Told at the meeting as a rule; until a day it is to be done. */
const TOLD_OR_DONE = pattern(String.raw`^(?:beskriver|påminner(?!\s+om))\b`);

/** What a body does in a period is told of as often as it is agreed: fewer verbs than a person's. */
const ACTS_OF_BODY =
  'återkommer|återkopplar|återrapporterar|kontaktar|sammanställer|skickar|bjuder|tar|lämnar|redovisar|presenterar|levererar|mejlar|skriver|uppdaterar|kallar';
const DEED_OF_BODY = pattern(String.raw`^(?:${ACTS_OF_BODY})\b`);

/** Verbs that take a person on, in a period as well as by a day. */
const DEED = pattern(
  String.raw`^(?:${ACTS_OF_BODY}|mailar|ringer|fortsätter|lyfter|ordnar|förbereder|stämmer|samlar|går|kollar|hör|ser|pratar|talar|undersöker|bokar|inventerar|färdigställer|kompletterar|sprider|följer|reviderar|delar|samordnar|gör|begär|söker|utreder|kartlägger|arrangerar|bevakar|tillsätter|rapporterar)\b`,
);

/** Told of a period these are agreed, and no news: "tar fram ett utkast under våren". */
const TAKES_ON = pattern(
  String.raw`^(?:tar\s+(?:fram|reda|upp|kontakt)|ser\s+över|sammanställer|kontaktar|återkommer|återrapporterar|förbereder|utreder|kartlägger|rensar|klargör|tydliggör|kallar|samlar|lyfter(?=\s[^.]{3,60}\s(?:på|i|vid|med|inför)\s[^.]*(?:möte|mötet|träff|träffen|gruppen|ledningen|nämnden|styrelsen|rådet)\b))\b`,
);

/** What is done every month is a routine, and nothing that anybody has taken on. */
const RECURS = /^(?:varje|årligen|månadsvis|veckovis|löpande|kontinuerligt)(?!\p{L})/iu;

/** "projektledaren", "hälso- och sjukvårdsdirektören", "styrgruppen för digitalisering", "Cheferna i Alby och Lidby" */
const OFFICE =
  /^((?:\p{L}\p{Ll}+-\s(?:och\s)?)?((?:\p{Lu}+-)?\p{L}\p{Ll}+(?:en|et|na|n))(?:\sför\s\p{Ll}+(?=\s)|\si\s\p{Lu}\p{Ll}+(?:\soch\s\p{Lu}\p{Ll}+)?(?=\s))?)(?=[\s,.]|$)/u;

/** "Region Skånes hälso- och sjukvårdsdirektör", "kommunförbundets direktör": an office by whose it is. */
const OFFICE_OF =
  /^(?:(?:Region|Landstinget)\s\p{Lu}\p{L}+(?:\släns|s)|\p{L}[\p{L}:-]+s)\s(?:\p{Ll}+-\s(?:och\s)?)?(\p{Ll}+)(?=[\s,.]|$)/u;

/** Senast, före, till, inom, om två veckor, snarast: the day counts, and not the time it takes. */
const isDeadline = ({ lead, unit, text }: DatePhrase): boolean =>
  lead === 'by' ||
  lead === 'to' ||
  lead === 'before' ||
  unit === 'relative' ||
  /^(?:inom|snarast|omgående|skyndsamt)/iu.test(text);

/** "Simon redovisar en prognos fram till 2030" and "inom ett år" say how far he looks, and not until when he has time. */
const IS_SHORT: ReadonlySet<DatePhrase['unit']> = new Set([
  'day',
  'week',
  'month',
  'part',
  'relative',
  'holiday',
  'meeting',
]);
/** Long, but with an end that is near: "före sommaren", "till årsskiftet". */
const IS_TERM: ReadonlySet<DatePhrase['unit']> = new Set([
  'season',
  'yearTurn',
  'halfTurn',
  'term',
]);
const endsSoon = ({ lead, unit, text }: DatePhrase): boolean =>
  (IS_SHORT.has(unit) || (IS_TERM.has(unit) && (lead === 'to' || lead === 'before'))) &&
  (lead !== 'within' || /^(?:till|inför|inom|senast)\s/iu.test(text)) &&
  !/^fram\s/iu.test(text);

/** "senast den 6 februari", "till nästa möte", "inom två månader": no time that something else belongs to. */
const isFirm = ({ lead, unit, text }: DatePhrase): boolean =>
  lead === 'by' ||
  (lead === 'to' && unit === 'day') ||
  unit === 'meeting' ||
  /^inom\s/iu.test(text);

/**
 * @param clause a sentence or a part of one
 * @param phrases the dates in it that can be deadlines, in their order
 * @returns the actors and the clause from its verb on, without the deadline
 */
export function readDated(
  clause: string,
  phrases: readonly DatePhrase[],
  known: Known,
): AtagandeClause | null {
  const [phrase] = phrases;
  if (!phrase || clause.endsWith('?') || tellsOfPast(clause)) return null;
  return phrase.start === 0
    ? readInverted(clause.slice(phrase.end), isDeadline(phrase), known)
    : readAround(clause, phrase, known);
}

/** "Under hösten återkommer Sofia Molander med en rutin": after its date the sentence has its verb before the actor. */
function readInverted(rest: string, byDeadline: boolean, known: Known): AtagandeClause | null {
  const verb = VERB.exec(rest);
  if (!verb) return null;
  const after = rest.slice(verb[0].length).trimStart();
  // After the verb an office begins in lower case: "skickar Socialstyrelsen ut" is news.
  const isNamed = personAtStart(after, known) || /^\p{Ll}/u.test(after);
  const actors = isNamed ? actorsAtStart(after, known) : '';
  if (actors === '' || isAuthority(actors)) return null;
  const clause = `${verb[1] ?? ''} ${after.slice(actors.length).trim()}`.trim();
  const deeds = personAtStart(after, known) || isOffice(actors) ? DEED : DEED_OF_BODY;
  const isDeed = byDeadline || deeds.test(clause);
  return isDeed && !NO_DEED.test(clause) ? { assignees: actors, clause } : null;
}

/** "kommunikatören": one person, whom the office names. */
const isOffice = (actor: string): boolean => isTitleWord(actor.replace(/e?n$/u, ''));

/** The clause without its date reads as an undertaking, or its date makes it one. */
function readAround(clause: string, phrase: DatePhrase, known: Known): AtagandeClause | null {
  const told = `${clause.slice(0, phrase.start).trimEnd()} ${clause.slice(phrase.end).trimStart()}`;
  return readAtagande(told, known) ?? readDeed(clause, phrase, known);
}

/** "Jasmin lämnar namn på två föreläsare senast den 17 maj": a person, a verb, and a day in the same clause. */
function readDeed(clause: string, phrase: DatePhrase, known: Known): AtagandeClause | null {
  if (NO_PERSON.test(clause)) return null;
  const named = actorsAtStart(clause, known);
  // An organisation only by a day, and whoever it is in a period only by verbs that take somebody on.
  const actors = named !== '' || !endsSoon(phrase) ? named : organisationAtStart(clause, known);
  if (actors === '' || isAuthority(actors)) return null;
  const rest = clause.slice(actors.length);
  if (!VERB.test(rest) || NO_DEED.test(rest.trimStart())) return null;
  const isAgreed =
    phrase.lead === 'within' && !RECURS.test(phrase.text) && TAKES_ON.test(rest.trimStart());
  if (!endsSoon(phrase) && !isAgreed) return null;
  if (TOLD_OR_DONE.test(rest.trimStart()) && !isFirm(phrase)) return null;
  const before = clause.slice(actors.length, phrase.start);
  if (isOfAnother(before, phrase)) return null;
  return {
    assignees: actors,
    clause: `${before.trim()} ${clause.slice(phrase.end).trim()}`.trim(),
  };
}

/** "Inga synpunkter": a word before it is a name. */
const NO_PERSON = /^Inga\s/u;

/** A word that is not the verb of a clause, by its form. */
const NO_VERB = String.raw`(?!(?:är|har|ska|skall|kan|vill|får|bör|finns|blir|går|\p{L}+(?:ar|er|s))\s)\p{L}[\p{L}-]*`;

/** What comes after it is somebody else's doing; "om lokaler", with a word or two before the day, or "om en …" is no clause. */
const SUBORDINATE = pattern(
  String.raw`\b(?:att|som|där|när|hur|inte|ifall|medan|eftersom)\b|\bom\b(?!\s+(?:en|ett|sin|sitt|sina|fler|nya?)\s)(?!\s+\p{L}[\p{L}-]*(?:\s+${NO_VERB})?\s*$)`,
);

/** "kartlägger vilka kommuner som saknar samordnare senast i maj": the question is what is to be found out. */
const FINDS_OUT =
  /^\s*(?:kartlägger|undersöker|utreder|inventerar|kollar|klargör|tar\sreda\spå|ser\söver|går\sigenom)\s(?:vilka|vilken|vilket|vad|hur|om|när|var|vem)\s/u;

/** @param before what stands between the actor and the day */
const isOfAnother = (before: string, phrase: DatePhrase): boolean =>
  SUBORDINATE.test(before) && !(FINDS_OUT.test(before) && (isFirm(phrase) || isAtOnce(phrase)));

const isAtOnce = ({ text }: DatePhrase): boolean => /^(?:snarast|omgående|skyndsamt)/iu.test(text);

/** The persons and offices that a clause begins with: "Ida Ek och Bo Lind", "Ida, Bo och projektledaren". */
function actorsAtStart(text: string, known: Known): string {
  let end = 0;
  for (;;) {
    const actor = actorAtStart(text.slice(end), known);
    if (actor === '') return text.slice(0, end).replace(/(?:,|\s(?:och|samt))\s$/u, '');
    end += actor.length;
    const link = /^(?:,\s(?:och\s|samt\s)?|\s(?:och|samt)\s)/u.exec(text.slice(end));
    if (!link) return text.slice(0, end);
    end += link[0].length;
  }
}

/** The longest of the note's organisations that the clause begins with. */
function organisationAtStart(clause: string, known: Known): string {
  const lower = clause.toLowerCase();
  const found = [...known.organisations].filter((name) => lower.startsWith(`${name} `));
  return clause.slice(0, Math.max(0, ...found.map(({ length }) => length)));
}

function actorAtStart(text: string, known: Known): string {
  const [whole = '', own = ''] = OFFICE_OF.exec(text) ?? [];
  if (isTitleWord(own)) return whole;
  const { office: title, rest } = officeInFront(text);
  if (title !== null) return `${title} ${leadingName(rest) ?? ''}`;
  if (personAtStart(text, known)) return leadingName(text) ?? text.split(/[\s,.]/u)[0] ?? '';
  const office = OFFICE.exec(text);
  return office && isOfficeOrBody(office[2] ?? '') ? (office[1] ?? '') : '';
}
