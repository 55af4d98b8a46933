/** Who is told to do something: actors are split where each part can stand alone. */
import { squeeze } from '../../text/normalise.js';
import { isTitleWord } from '../people/words/offices.js';
import { isOfficeOrBody } from './actors.js';

const SEPARATOR =
  /\s*,\s*(?:och\s+|samt\s+)?|\s+(?:och|samt|tillsammans\s+med|i\s+samverkan\s+med|i\s+samråd\s+med)\s+/giu;

/** "A, B och C" → three; "direktörerna för A och B" → one; "hälso- och sjukvårdsdirektören" → one. */
export function splitAssignees(text: string): string[] {
  const clean = squeeze(text)
    .replace(/^(?:åt|till)\s+/iu, '')
    .replace(/[,;:]$/u, '');
  if (clean === '') return [];
  const parts: string[] = [];
  let from = 0;
  for (const match of clean.matchAll(SEPARATOR)) {
    const before = clean.slice(from, match.index);
    const after = clean.slice(match.index + match[0].length);
    if (!canStandAlone(before, after)) continue;
    parts.push(before);
    from = match.index + match[0].length;
  }
  parts.push(clean.slice(from));
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

const PLURAL_OF_SEVERAL = /(?:erna|arna|orna|andena)\s+(?:för|i|från|hos|på|vid|inom)\s+\S/iu;
/** The plural of an office. */
const SEVERAL =
  /(?:skor|are|chefer|direktörer|strateger|koordinatorer|jurister|politiker|ombud)$/iu;
const NAMED_OR_BODY =
  /^(?:\p{Lu}|\p{L}+(?:nämnden|styrelsen|utskottet|rådet|förvaltningen|beredningen)(?!\p{L}))/u;

function canStandAlone(before: string, after: string): boolean {
  if (before === '' || before.endsWith('-') || after === '') return false;
  // "direktörerna för A och B", "ordförandena i socialnämnden och äldrenämnden": the plural belongs to both.
  if (PLURAL_OF_SEVERAL.test(before) && NAMED_OR_BODY.test(after) && !/:s\s/u.test(after))
    return false;
  const first = /^[^\s,]+/u.exec(after)?.[0] ?? '';
  if (/^\p{Lu}/u.test(first)) return true;
  // "… och hälso- och sjukvårdsdirektören"
  if (/^\p{Ll}+-\s+och\s+\p{Ll}+(?:en|na)(?=$|,|\s(?:och|samt)\s)/u.test(after)) return true;
  return isActor(before, first, after.split(/,|\s(?:och|samt)\s/u)[0] ?? '');
}

/** @param rest what is named next, with the word that it begins with */
function isActor(before: string, first: string, rest: string): boolean {
  const words = rest.split(' ');
  // "Norrbottens Kommuner och divisionschef Närsjukvård": a title and its unit.
  if (isTitleWord(first) && /^\p{Lu}/u.test(words[1] ?? '')) return true;
  // "nämnden för vård och omsorgen" is one, "arbetsgruppen för vård och förbundsdirektören" are two.
  if (/(?:en|et|an|na|ne|on|ör|is)$/u.test(first) && words.length === 1)
    return !/\s(?:för|inom|av)\s\S+$/u.test(before) || isOfficeOrBody(first);
  // "medicinskt ansvariga sjuksköterskor", "kommunala samordnare": several who have an office.
  if (isTitleWord(words.at(-1) ?? '') || SEVERAL.test(words.at(-1) ?? '')) return true;
  // "Västkom:s direktör", "den gemensamma arbetsgruppen", "berörda förvaltningar", "respektive kommun"
  return (
    /(?:en|et|an|na|s)$/u.test(words[0] ?? '') ||
    /^(?:den|det|de|berörda?|respektive|varje|samtliga|alla|övriga)\s/u.test(rest)
  );
}
