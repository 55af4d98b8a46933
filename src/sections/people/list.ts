/**
 * Lists of people in running text: "Namn Ett, Förbundet, Namn Två, Företaget och Namn Tre, Regionen".
 *
 * A comma may part two persons or a person from an organisation. Each word group is a person or an attribute of the
 * person before; the cheapest reading of the whole list wins. Where no group can be anything but a person, all are;
 * where some are clearly organisations, a person without one is the less likely reading.
 */
import type { Known } from '../../note/known.js';
import { squeeze } from '../../text/normalise.js';
import { COUNTED, initialled, type ListEntry, organisationOnly } from './listentry.js';
import { canBePerson, splitGroups, withPartyOfFirst } from './listgroups.js';
import { BY_OFFICE, chooseStarts, isNamedAsPeopleAre, startsWithOffice } from './liststarts.js';
import { isName, isSingleName, leadingName, looksLikeOrganisation } from './name.js';
import { officeInFront, splitRole } from './office.js';
import { readPerson } from './person.js';
import { FUNCTION } from './words/offices.js';
import { NOBODY, REMARK, SEE_LIST } from './words/presence.js';

/** Whether some word group of a list can only be what somebody is, not somebody. */
export function listHasAttributes(text: string, known: Known): boolean {
  return splitGroups(squeeze(text), known).some(
    (group) => !canBePerson(group, known) && !BY_OFFICE.test(group),
  );
}

/**
 * @param text one list, line breaks joined
 * @param hasAttributes whether the lists around this one give organisations or titles; by default, whether this one does
 * @returns the entries in order; organisations without a person have a null name
 */
export function readPeopleList(
  text: string,
  known: Known,
  hasAttributes = listHasAttributes(text, known),
): ListEntry[] {
  const value = withoutNextSentence(squeeze(text)).replace(/(?<!ordf)\.$/u, '');
  if (value === '' || NOBODY.test(value) || SEE_LIST.test(value)) return [];
  const parts = value.split(/;(?![^(]*\))/u).map((part) => part.trim());
  // Semicolons part persons, and leave the commas to what is said of each.
  const named = parts.filter((part) => leadingName(part.replace(/^\(\p{L}{1,2}\)\s+/u, '')));
  if (parts.length > 1 && named.length > parts.length / 2)
    return withPartyOfFirst(
      parts.flatMap(
        (part) => readNameAndAttribute(part, known) ?? readPeopleList(part, known, true),
      ),
      value,
    );
  const groups = splitGroups(value, known).filter((group) => !COUNTED.test(group));
  if (areFirstNames(groups, known)) return groups.map((name) => firstName(name));
  if (areOrganisations(groups, known)) return loneOrganisations(groups);
  // Titles stand before all names of a list, or before none.
  if (startsWithOffice(groups[0] ?? ''))
    return readOfficesFirst(groups, known, hasAttributes, value);
  const starts = chooseStarts(groups, known, hasAttributes);
  freeOrganisations(groups, starts, known);
  return buildEntries(groups, starts, known, value);
}

/** "… och Elsa Ring. Förhinder hade anmälts av …": the list is over. */
const NEXT_SENTENCE = /(?<=\p{Ll}{2}|\))\.\s+(?=\p{Lu}\p{L}+\s\p{Ll}{2,}\s)/u;

/** "… och Bo Ek. Ulf af Lid deltar till och med punkt 5": one more person, and when he was there. */
function withoutNextSentence(text: string): string {
  const end = NEXT_SENTENCE.exec(text);
  if (!end) return text;
  const next = text.slice(end.index + end[0].length);
  const name = leadingName(next) ?? '';
  const tellsOfPerson = name.includes(' ') && REMARK.test(next.slice(name.length).trimStart());
  return tellsOfPerson ? text : text.slice(0, end.index);
}

/**
 * "Anna Ek, Rädda Barnen", "Anna Ek, Rädda Barnen, ordförande", where each entry holds one person: two words with
 * capitals after the comma are whom she stands for.
 */
export function readNameAndAttribute(part: string, known: Known): ListEntry[] | null {
  const [first = '', second, third, ...more] = splitGroups(part, known);
  if (second === undefined || more.length > 0 || !isName(first)) return null;
  const isOffice = third === undefined || FUNCTION.test(third) || splitRole(third).rest === '';
  // What was learnt as a name from this very line is one only by its form.
  const isSomebody = known.names.has(second.toLowerCase()) && isNamedAsPeopleAre(second);
  if (!isOffice || isSomebody || /\s(?:och|samt)\s/u.test(part)) return null;
  const groups = [first, second, ...(third === undefined ? [] : [third])];
  return buildEntries(
    groups,
    groups.map((_, at) => at === 0),
    known,
    part,
  );
}

/** Each title begins an entry; names without one are told from organisations as elsewhere. */
function readOfficesFirst(
  groups: readonly string[],
  known: Known,
  hasAttributes: boolean,
  printed: string,
): ListEntry[] {
  const borders = groups.flatMap((group, at) => (startsWithOffice(group) ? [at] : []));
  return borders.flatMap((from, index) => {
    const own = groups.slice(from, borders[index + 1] ?? groups.length);
    const [first = '', ...others] = own;
    const starts = chooseStarts([officeInFront(first).rest, ...others], known, hasAttributes);
    return buildEntries(own, [true, ...starts.slice(1)], known, printed);
  });
}

/** In a list that gives each person one organisation, a second one in a row came without a person. */
function freeOrganisations(groups: readonly string[], starts: boolean[], known: Known): void {
  const isOrganisation = (group: string): boolean =>
    (known.organisations.has(group.toLowerCase()) ||
      looksLikeOrganisation(group) ||
      BODY_NAME.test(group)) &&
    /^\p{Lu}/u.test(group);
  const runs = starts
    .flatMap((start, at) => (start ? [at] : []))
    .map((at, index, all) => (all[index + 1] ?? groups.length) - at - 1);
  const double = runs.filter((length) => length > 1).length;
  if (runs.length < 2 || double > 1) return;
  groups.forEach((group, at) => {
    const before = groups[at - 1];
    const follows =
      at >= 2 && starts[at] === false && starts[at - 1] === false && before !== undefined;
    if (follows && isOrganisation(group) && isOrganisation(before)) starts[at] = true;
  });
}

const BODY_NAME = /(?:rådet|styrelsen|verket|myndigheten|förbundet|kansliet|nätverket)$/u;

/** @param printed the list whose groups they are: "Theodor Virsbo, Surahammar och Norberg" keeps its "och" */
function buildEntries(
  groups: readonly string[],
  starts: readonly boolean[],
  known: Known,
  printed: string,
): ListEntry[] {
  const joined = (text: string, group: string, at: number): string =>
    printed.includes(`${groups[at - 1] ?? ''} och ${group}`)
      ? `${text} och ${group}`
      : `${text}, ${group}`;
  const entries: ListEntry[] = [];
  let open: string[] = [];
  const close = (at: number): void => {
    const [first, ...others] = open;
    if (first === undefined) return;
    const from = at - open.length;
    const text = others.reduce((all, group, of) => joined(all, group, from + of + 1), first);
    const person = readPerson(text, known);
    if (person) entries.push({ person, text });
    else entries.push(...loneOrganisations(open));
    open = [];
  };
  groups.forEach((group, at) => {
    if (starts[at]) close(at);
    open.push(group);
  });
  close(groups.length);
  return entries;
}

const FEWEST_FIRST_NAMES = 3;

/** "Roland, Tora, Ulla-Karin, Emma": lone words, of which one at least is a double first name, and none is known otherwise. */
const areFirstNames = (groups: readonly string[], known: Known): boolean =>
  groups.length >= FEWEST_FIRST_NAMES &&
  groups.every((group) => isSingleName(group) && !known.organisations.has(group.toLowerCase())) &&
  groups.some((group) => /^\p{Lu}\p{Ll}+-\p{Lu}\p{Ll}+$/u.test(group));

const firstName = (name: string): ListEntry => ({
  person: { ...organisationOnly(''), name, affiliation: null },
  text: name,
});

const FEWEST_ORGANISATIONS = 3;
/** So many for each that might be a person. */
const FOR_EACH_NAME = 4;

/** "LRF, Jägareförbundet, Rädda Barnen": who was asked to send somebody. The first is an organisation, and most are. */
function areOrganisations(groups: readonly string[], known: Known): boolean {
  const isOne = (group: string): boolean =>
    looksLikeOrganisation(group) || known.organisations.has(group.toLowerCase());
  const count = groups.filter((group) => isOne(group)).length;
  const names = groups.filter((group) => !isOne(group) && leadingName(group) !== null).length;
  return (
    isOne(groups[0] ?? '') &&
    count >= FEWEST_ORGANISATIONS &&
    count >= names * FOR_EACH_NAME &&
    count > groups.length / 2 &&
    groups.every((group) => readPartyAfterName(group) === null)
  );
}

const readPartyAfterName = (group: string): string | null =>
  /\((\p{Lu}{1,2})\)(?=$|\s\p{Lu})/u.exec(group)?.[1] ?? null;

/** Heads of a table of people: nobody, and no organisation. */
const TABLE_HEAD =
  /^(?:namn|parti|närvaro|reservation|anteckning(?:ar)?(?:\/.*)?|röst|votering|nr|ärende|ansv(?:arig)?(?:\s+(?:och|samt|\/)\s+klart)?|klart|punkt|åtgärd|status|vad|vem|när|ja|nej|avst(?:år)?\.?|(?:när)?varande|tjg|omröstning|sida|underskrift|signatur|ärendelista|vakant(?:\s+plats)?|\p{L}+\s+vakant)\s*:?$/iu;

/** What begins with no name is an organisation (or a group of people) without a person. */
function loneOrganisations(groups: readonly string[]): ListEntry[] {
  return (
    groups
      // An aside in parentheses is nobody: "(synk mellan mötena)".
      .filter((group) => /^[\p{L}\d”"]/u.test(group) && /\p{L}/u.test(group))
      .filter((group) => !REMARK.test(group))
      .filter((group) => !TABLE_HEAD.test(group) && !NOBODY.test(group))
      .map((group) => ({ person: initialled(group) ?? organisationOnly(group), text: group }))
  );
}
