/**
 * One person's cell or entry.
 *
 * entry   := name [ "(" party | affiliation ")" ] { sep part } ; sep := "," | ";" | " – "
 * part    := function | role [ affiliation ] | affiliation | remark
 * A role is the run of title words at the part's beginning; what follows it is the organisation.
 */
import type { Known } from '../../note/known.js';
import { squeeze } from '../../text/normalise.js';
import { remembered } from '../../text/remember.js';
import { nameAtStart } from './namestart.js';
import { isRole, OFFICE_LAST, officeInFront, splitRole } from './office.js';
import { addRemark, isParty, readAside, takeParentheses } from './parentheses.js';
import { nobody, type Person } from './persontype.js';
import { withoutTick } from './ticks.js';
import { FUNCTION, isPartPlayed, PARTIES, takesNotes } from './words/offices.js';
import { REMARK } from './words/presence.js';

/**
 * @param text the entry, blanks squeezed
 * @param emphasised words of it in bold: a function
 * @returns null where the entry does not begin with a name
 */
export function readPerson(
  text: string,
  known: Known,
  emphasised: readonly string[] = [],
): Person | null {
  const whole = dropFinalStop(squeeze(text));
  const { party, rest: afterParty } = partyInFront(whole);
  const { office, rest: clean } = officeInFront(afterParty);
  const name = nameAtStart(clean, known);
  if (name === null) return null;
  const person: Person = { ...nobody(), name, party };
  if (office !== null) person[FUNCTION.test(office) ? 'function' : 'role'] = office;
  const bare = person.party === null ? BARE_PARTY.exec(clean.slice(name.length)) : null;
  if (bare) person.party = bare[1] ?? null;
  const rest = clean.slice(name.length + (bare?.[0].length ?? 0));
  const parts = splitParts(takeParentheses(withoutTick(rest), person));
  parts.forEach((part, at) => {
    const isOffice =
      at === parts.length - 1 ||
      parts.slice(at + 1).every((next) => TERRITORY.test(next) || REMARK.test(next));
    readPart(part, person, isOffice, emphasised);
  });
  return person;
}

/** "Anna Berg S Lunds kommun": a column of its own, whose blanks are lost. */
const BARE_PARTY = new RegExp(String.raw`^\s(${PARTIES.join('|')})(?=\s\p{Lu}\p{Ll}[^,]*$)`, 'u');

/** "(S) Anna Berg" */
function partyInFront(text: string): { party: string | null; rest: string } {
  const match = /^\((\p{L}{1,2})\)\s+(?=\p{Lu})/u.exec(text);
  const letters = match?.[1] ?? '';
  return match && isParty(letters)
    ? { party: letters, rest: text.slice(match[0].length) }
    : { party: null, rest: text };
}

/** A full stop at the end goes, unless it belongs to an abbreviated title. */
function dropFinalStop(text: string): string {
  return /(?:ordf|dir|bitr|tf)\.$/u.test(text) ? text : text.replace(/[.;,]+$/u, '');
}

const splitParts = remembered((rest: string): string[] => {
  return rest
    .split(/[,;]|\s[–—-]\s|^\s*:/u)
    .map((part) => squeeze(part))
    .filter((part) => part !== '');
});

/** A mark of a column of presence. */
const saysNothing = (part: string): boolean => /^(?:[\d–—-]{1,2}|[xX✓✔]|närvarande)$/iu.test(part);

/**
 * "ordförande, Region Jämtland": nobody chairs a municipality or a region, so the office before it is the one in this
 * body, where "ordförande, Regionstyrelsen" is one there.
 */
const TERRITORY = /^(?:(?:Region|Landstinget)\s\p{Lu}.*|[\p{L} -]+s?\s(?:kommun|stad))$/u;

function readPart(
  part: string,
  person: Person,
  isOffice: boolean,
  emphasised: readonly string[],
): void {
  if (saysNothing(part) || takesNotes(part) || readAside(part, person)) return;
  if (isParty(part) && person.party === null && part === part.toUpperCase()) {
    person.party = part;
    return;
  }
  if (REMARK.test(part) || isMoreOf(person, part)) {
    addRemark(person, part);
    return;
  }
  if (isPartPlayed(part, person.role) && (isOffice || emphasised.includes(part))) {
    person.function = part;
    return;
  }
  const { role, rest } = splitRole(part);
  if (role !== null) person.role = person.role ? `${person.role}, ${role}` : role;
  readRest(rest, person);
}

/** "§§ 21–26, 28–33"; "ersätter Pia Ek (L), Alby kommun", where the stand-in's own municipality is told before. */
const isMoreOf = ({ remark, affiliation }: Person, part: string): boolean =>
  ((remark ?? '').includes('§') && /^\d{1,3}(?:\s?[–-]\s?\d{1,3})?$/u.test(part)) ||
  (affiliation !== null && /^ersätt\p{L}+\s[^,]*\)$/u.test(remark ?? '') && !FUNCTION.test(part));

/** What stands after a title: "mötesordf. § 74–88", "strateg (sekr.)", "strateg Region Skåne". */
function readRest(rest: string, person: Person): void {
  const aside = /^\(([^()]+)\)$/u.exec(rest)?.[1];
  if (/^(?:§§?|punkt|ärende)\s*\d/u.test(rest)) addRemark(person, rest);
  else if (aside !== undefined && isPartPlayed(aside, person.role)) person.function ??= aside;
  else if (aside !== undefined && isRole(aside)) person.role = `${person.role ?? ''}, ${aside}`;
  else if (rest !== '') addAffiliation(rest, person);
}

function addAffiliation(text: string, person: Person): void {
  const [, organisation = text, office] = OFFICE_LAST.exec(text) ?? [];
  if (office !== undefined && FUNCTION.test(office)) person.function ??= office;
  else if (office !== undefined) addRemark(person, office);
  person.affiliation = person.affiliation ? `${person.affiliation}, ${organisation}` : organisation;
}
