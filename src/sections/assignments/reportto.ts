/** To whom an assignment's outcome is to be told. */
import { type DateContext, findDates } from '../../dates/index.js';
import { pattern } from '../../text/pattern.js';
import { type Self, SELF_MARK } from '../decisions/bodies.js';
import { isName, isSingleName, looksLikeOrganisation } from '../people/name.js';
import { isOrganisationWord } from '../people/words/organisations.js';
import { isOfficeOrBody } from './actors.js';

const REPORTS = pattern(
  String.raw`\b(?:återkomm?a|återkommer|återrapport\p{L}*|(?:slut|del)?redovis\p{L}*|(?:slut|del)?rapporter\p{L}*|återkoppl\p{L}*|presenter\p{L}*|lämna\p{L}*|lägga\s+fram|delge\p{L}*|överlämna\p{L}*)\b`,
);
const BODY = String.raw`(?:${SELF_MARK}|presidi(?:et|um)|styrgruppen|nätverket|ledningsgruppen|arbetsutskottet|beredningsgruppen|samrådet|nämnden|styrelsen|rådet|kommittén|forumet|\p{L}+(?:gruppen|nämnden|styrelsen|utskottet|rådet|nätverket))`;

/** To whom the assignee is to report, as printed: the first body named after a verb of reporting; null where none is. */
export function reportToOf(printed: string, self: Self): string | null {
  if (!REPORTS.test(printed)) return null;
  // "till mötet den 28 september" is when, and not to whom.
  const { text, unmask } = self.mask(printed.replaceAll(/\still\smötet(?=\s(?:den\s)?\d)/giu, ''));
  const verb = REPORTS.exec(text);
  if (!verb) return null;
  // "lämna förslag på vilka som ska ingå i skrivargruppen": what is told of the proposal.
  const after = text
    .slice(verb.index + verb[0].length)
    .replace(/\s(?:vilka|vem|vad|hur)\s.*(?:ingå|delta)\p{L}*\s.*$/u, '');
  const named = pattern(
    String.raw`\b(?:till|för|inför|i)\s+(${SELF_MARK}(?::s\s+${BODY})?|(?:\p{L}+:?s\s+)?${BODY}(?:\s+för\s+\p{L}[\p{L}-]*(?:\s+(?:i|och)\s+\p{L}[\p{L}-]*)?)?)(?![\p{L}\p{N}])`,
  ).exec(after);
  const told =
    /^\s(?:[^.,]{2,40}\s)?(?:till|för)\s(\p{L}*(?:ordföranden|sekreteraren)|\p{L}+(?:ledaren|direktören|samordnaren|strategen|koordinatorn|chefen|cheferna|direktörerna|ledarna|nämnderna|styrelserna|ledningen|ledningarna)|kommunerna)(?=$|[\s,.])/u.exec(
      after,
    );
  const acronym = /^\s(?:till|för)\s(\p{Lu}{2,8})(?![\p{L}\p{N}])/u.exec(after);
  // A capital alone may begin a title or a place: only what is an organisation by its words is one.
  const capital =
    /^\s(?:[^.,]{2,40}\s)?till\s(\p{Lu}\p{Ll}+(?:\s(?:kommun|stad)|\s\p{Lu}\p{Ll}+)?)(?=$|[\s,.])/u.exec(
      after,
    );
  const organisation = looksLikeOrganisation(capital?.[1] ?? '') ? capital?.[1] : undefined;
  const person = PERSONAL.test(verb[0]) ? personAfter(after) : undefined;
  const found =
    acronym?.[1] ??
    named?.[1]?.trim() ??
    told?.[1] ??
    organisation ??
    organisationAfter(verb[0], after) ??
    person;
  return found === undefined ? null : unmask(found);
}

/** "Redovisningen skickas till samordnaren för närvård senast …": a sentence of its own. */
export function handedTo(text: string): string | null {
  const [, receiver = ''] = HANDED_TO.exec(text) ?? [];
  const first = receiver.split(' ')[0] ?? '';
  const isOne = isOfficeOrBody(first) || looksLikeOrganisation(receiver) || isName(receiver);
  return isOne ? receiver : null;
}

const HANDED_TO =
  /(?:^|[.!]\s)(?:\p{Lu}\p{Ll}+(?:en|et)|Svar|Den|Det)\s(?:(?:ska|skall)\s)?(?:skickas|mejlas|lämnas|överlämnas|rapporteras|återrapporteras|redovisas)\s(?:in\s)?till\s([^.,]{2,60}?)(?=\s(?:senast|före|innan|under|till|vid|inför|inom|den|vecka|v\.)\s|[.,]|$)/u;

/** "återkommer till högskolan med ett förslag": not "till frågan". */
function organisationAfter(verb: string, after: string): string | undefined {
  const word = /^\still\s(\p{Ll}{4,})(?=$|[\s,.])/u.exec(after)?.[1];
  const isOne = word !== undefined && (isOrganisationWord(word) || word.endsWith('förbunden'));
  return isOne && PERSONAL.test(verb) ? word : undefined;
}

/** "återkommer till Gun-Britt": a first name or a whole one, and no month or feast. */
function personAfter(verb: string): string | undefined {
  const words = TO_PERSON.exec(verb)?.[1];
  if (words === undefined || !(isSingleName(words) || isName(words))) return undefined;
  return findDates(`i ${words.toLowerCase()}`, NO_DAY).length === 0 ? words : undefined;
}

/** Verbs by which one person tells another. */
const PERSONAL = /^(?:återkom|återkoppl|rapporter|återrapporter)/iu;

const TO_PERSON =
  /^(?:\s(?!till\s)[^.,]{2,50}?)?\still\s(\p{Lu}\p{Ll}+(?:-\p{Lu}?\p{Ll}+)?(?:\s\p{Lu}[\p{L}-]+)?)(?=$|[\s,.])/u;
const NO_DAY: DateContext = { reference: null };
