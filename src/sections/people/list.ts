/**
 * Lists of people in running text: "Namn Ett, Förbundet, Namn Två, Företaget och Namn Tre, Regionen".
 *
 * A comma may part two persons or a person from an organisation. Each word group is a person or an attribute of the
 * person before; the cheapest reading of the whole list wins. Where no group can be anything but a person, all are;
 * where some are clearly organisations, a person without one is the less likely reading.
 */
import { squeeze } from '../../text/normalise.js';
import { isCommonFirstName } from './firstnames.js';
import { isName, isSingleName, leadingName, looksLikeOrganisation } from './name.js';
import type { Known } from '../../note/known.js';
import { officeInFront, splitRole } from './office.js';
import type { Person } from './persontype.js';
import { readPerson } from './person.js';
import { FUNCTION } from './words/offices.js';
import { NOBODY, REMARK, SEE_LIST } from './words/presence.js';

export interface ListEntry {
  person: Person;
  /** The entry's words as printed. */
  text: string;
}

const organisationOnly = (affiliation: string): Person => ({
  name: null,
  party: null,
  affiliation,
  role: null,
  function: null,
  remark: null,
});

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
  const value = (squeeze(text).split(NEXT_SENTENCE)[0] ?? '').replace(/(?<!ordf)\.$/u, '');
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
  if (startsWithOffice(groups[0] ?? '')) return readOfficesFirst(groups, known, hasAttributes);
  const starts = chooseStarts(groups, known, hasAttributes);
  freeOrganisations(groups, starts, known);
  return buildEntries(groups, starts, known);
}

/** "… och Elsa Ring. Förhinder hade anmälts av …": the list is over. */
const NEXT_SENTENCE = /(?<=\p{Ll}{2}|\))\.\s+(?=\p{Lu}\p{L}+\s\p{Ll}{2,}\s)/u;

/** "samt 23 hyresgäster enligt bifogad lista": people, but nobody by name. */
const COUNTED =
  /^(?:som\s|(?:(?:[Cc]a|[Cc]irka|ytterligare)\.?\s)?\d{1,3}\s(?!vice|v\.|ordf)\p{Ll}{3})/u;

/**
 * "Anna Ek, Rädda Barnen", "Anna Ek, Rädda Barnen, ordförande", where each entry holds one person: two words with
 * capitals after the comma are whom she stands for.
 */
export function readNameAndAttribute(part: string, known: Known): ListEntry[] | null {
  const [first = '', second, third, ...more] = splitGroups(part, known);
  if (second === undefined || more.length > 0 || !isName(first)) return null;
  const isOffice = third === undefined || FUNCTION.test(third) || splitRole(third).rest === '';
  if (!isOffice || known.names.has(second.toLowerCase()) || /\s(?:och|samt)\s/u.test(part))
    return null;
  const groups = [first, second, ...(third === undefined ? [] : [third])];
  return buildEntries(
    groups,
    groups.map((_, at) => at === 0),
    known,
  );
}

/** "(S) Anna Ek, Nässjö; Per Lind": the party before the list is that of all in it. */
function withPartyOfFirst(entries: ListEntry[], list: string): ListEntry[] {
  const party = /^\(\p{L}{1,2}\)\s/u.test(list) ? entries[0]?.person.party : null;
  if (party) for (const { person } of entries) person.party ??= party;
  return entries;
}

/** "… och Siv Holm. Per Lind från punkt 3": a stop between two names, not that of "ordf. Anna Ek". */
const STOP =
  /(?<=\p{Lu}[\p{L}-]+\s\p{Lu}[\p{Ll}-]{2,}|\)|\p{L}s?\s(?:kommun|stad|län))\.\s+(?=\p{Lu}\p{Ll}+\s\p{Lu})/u;

/** Splits at commas, semicolons, slashes between names, and at "och"/"samt" before a name. Parentheses hold. */
export function splitGroups(text: string, known: Known): string[] {
  const parts = text
    .split(/[,;](?![^(]*\))|\s[–—]\s|\s+tillsammans\s+med\s+/u)
    .flatMap((part) => part.split(STOP));
  return parts
    .flatMap((part) => splitConjunctions(squeeze(part), known))
    .filter((part) => part !== '');
}

function splitConjunctions(part: string, known: Known): string[] {
  const pieces = part
    .split(
      /\s+(?:och|samt)\s+|^(?:och|samt)\s+|\s+&\s+(?=\p{Lu}\p{Ll}+\s\p{Lu}\p{Ll})|\s+\/\s+|(?<=\p{Lu}\p{Ll}+\s\p{Lu}\p{Ll}+)\/(?=\p{Lu}\p{Ll}+\s\p{Lu}\p{Ll})/u,
    )
    .map((piece) => piece.trim());
  const joined: string[] = [];
  for (const piece of pieces) {
    const before = joined.at(-1);
    if (before === undefined || standsAlone(before, piece, known)) joined.push(piece);
    else joined[joined.length - 1] = `${before} och ${piece}`;
  }
  return joined;
}

/** "och" parts two entries where each side can be one: not in "Hälso- och sjukvård", not in "beställning och styrning". */
function standsAlone(before: string, after: string, known: Known): boolean {
  if (before === '' || before.endsWith('-')) return before === '';
  if (COUNTED.test(after)) return true;
  // "Siv Ek (Lund) och Ystad": somebody from Lund, and the whole of Ystad.
  if (/\(\p{Lu}\p{L}{2,}[^()]*\)$/u.test(before) && isSingleName(after)) return true;
  if (leadingName(after) !== null && canBePerson(after, known)) return true;
  if (officeInFront(after).office !== null && officeInFront(before).office !== null) return true;
  const single = isSingleName(before) && isSingleName(after);
  const organisation = (text: string): boolean =>
    known.organisations.has(text.toLowerCase()) || /^\p{Lu}{2,8}$/u.test(text);
  return single || (organisation(before) && organisation(after));
}

function canBePerson(group: string, known: Known): boolean {
  const name = leadingName(group);
  if (name === null) return false;
  if (known.organisations.has(group.toLowerCase())) return false;
  return readPerson(group, known) !== null;
}

/** For each group, whether it begins a new entry: dynamic programming over the two states. */
function chooseStarts(groups: readonly string[], known: Known, hasAttributes: boolean): boolean[] {
  const onlyTitles = groups.every(
    (group) =>
      canBePerson(group, known) ||
      BY_OFFICE.test(group) ||
      FUNCTION.test(group) ||
      splitRole(group).rest === '',
  );
  interface Path {
    cost: number;
    starts: boolean[];
    bare: boolean;
  }
  let paths: Path[] = [{ cost: 0, starts: [], bare: false }];
  const loneCost = !hasAttributes ? 0 : onlyTitles ? 0.2 : 1;
  groups.forEach((group, at) => {
    const next: Path[] = [];
    for (const path of paths) {
      const started = path.cost + personCost(group, known) + (path.bare ? loneCost : 0);
      next.push({ cost: started, starts: [...path.starts, true], bare: isBare(group) });
      if (at === 0) continue;
      const toldOf = /\(\p{Lu}\p{L}{2,}[^()]*\)$/u.test(groups[at - 1] ?? '');
      // "Gun Ek (S), ekonom Åsa Lind": who has been told of already needs no second name.
      const isNext =
        !path.bare &&
        ((/^\p{Ll}/u.test(group) && startsWithOffice(group)) || (toldOf && isSingleName(group)));
      next.push({
        cost: path.cost + attributeCost(group, known, hasAttributes) + (isNext ? SECOND_NAME : 0),
        starts: [...path.starts, false],
        bare: false,
      });
    }
    paths = keepBest(next);
  });
  const best = paths.sort(
    (a, b) => a.cost + (a.bare ? loneCost : 0) - b.cost - (b.bare ? loneCost : 0),
  )[0];
  return best?.starts ?? [];
}

const SECOND_NAME = 5;

/** Of the paths that end in the same state only the cheapest can win: time stays linear. */
function keepBest<P extends { cost: number; bare: boolean }>(paths: P[]): P[] {
  const best = new Map<boolean, P>();
  for (const path of paths) {
    const known = best.get(path.bare);
    if (!known || path.cost < known.cost) best.set(path.bare, path);
  }
  return [...best.values()];
}

/** A name with nothing after it has no organisation yet. */
const isBare = (group: string): boolean => isName(group);

/** "kommunpolitikerna", "processledarna": people named by their office alone stand for themselves. */
const BY_OFFICE = /^\p{Ll}[\p{L}-]*(?:erna|arna|männen)$/u;

/** "kommunalråd Irene Ek", "(S) Anna Berg": what can only be the beginning of an entry. */
const startsWithOffice = (group: string): boolean =>
  officeInFront(group).office !== null || /^\(\p{L}{1,2}\)\s\p{Lu}/u.test(group);

/** Each title begins an entry; names without one are told from organisations as elsewhere. */
function readOfficesFirst(
  groups: readonly string[],
  known: Known,
  hasAttributes: boolean,
): ListEntry[] {
  const borders = groups.flatMap((group, at) => (startsWithOffice(group) ? [at] : []));
  return borders.flatMap((from, index) => {
    const own = groups.slice(from, borders[index + 1] ?? groups.length);
    const [first = '', ...others] = own;
    const starts = chooseStarts([officeInFront(first).rest, ...others], known, hasAttributes);
    return buildEntries(own, [true, ...starts.slice(1)], known);
  });
}

function personCost(group: string, known: Known): number {
  if (BY_OFFICE.test(group)) return 0;
  const name = leadingName(group);
  if (initialled(group)) return 0;
  if (officeInFront(group).office !== null) return 1;
  if (name === null || FUNCTION.test(group) || REMARK.test(group)) return 4;
  if (known.names.has(name.toLowerCase())) return 0;
  if (known.organisations.has(group.toLowerCase())) return 3;
  return readPerson(group, known) === null ? 3 : 0;
}

function attributeCost(group: string, known: Known, hasAttributes: boolean): number {
  const name = leadingName(group);
  if (BY_OFFICE.test(group)) return 2;
  if (initialled(group)) return 3;
  if (name === null || known.organisations.has(group.toLowerCase())) return 0;
  if (known.names.has(name.toLowerCase()) || /\((?:S|M|C|L|FP|V|KD|MP|SD)\)/iu.test(group))
    return 6;
  if (looksLikeOrganisation(group)) return 0.2;
  return hasAttributes && !isNamedAsPeopleAre(group) ? 1.2 : 3;
}

/** "Joakim Hagström", "Anna Ek": by its first name or its surname, and nothing else. */
const isNamedAsPeopleAre = (group: string): boolean =>
  HAS_SURNAME.test(group) ||
  (/^\S+(?:\s\p{Lu}[\p{L}-]+){1,2}$/u.test(group) && isCommonFirstName(group.split(' ')[0] ?? ''));

/** "Joakim Hagström": two or three words of which the last ends as Swedish surnames do. */
const HAS_SURNAME =
  /^\p{Lu}[\p{Ll}-]+(?:-\p{Lu}\p{Ll}+)?(?:\s\p{Lu}\p{Ll}+)?\s\p{Lu}[\p{L}-]*(?:son|ström|gren|[kq]vist|stedt|feldt|löf|lund|berg|holm|dahl|én|[dl]in)$/u;

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

function buildEntries(
  groups: readonly string[],
  starts: readonly boolean[],
  known: Known,
): ListEntry[] {
  const entries: ListEntry[] = [];
  let open: string[] = [];
  const close = (): void => {
    if (open.length === 0) return;
    const text = open.join(', ');
    const person = readPerson(text, known);
    if (person) entries.push({ person, text });
    else if (open.length > 0) entries.push(...loneOrganisations(open));
    open = [];
  };
  groups.forEach((group, at) => {
    if (starts[at]) close();
    open.push(group);
  });
  close();
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

/** "Katarina K": a first name and an initial. */
function initialled(group: string): Person | null {
  const [, first = '', initial = ''] = /^(\p{Lu}\p{Ll}+)\s(\p{Lu}\.?)$/u.exec(group) ?? [];
  return isSingleName(first) && !NUMBERED.test(first)
    ? { ...organisationOnly(''), name: `${first} ${initial}`, affiliation: null }
    : null;
}

/** "Grupp B", "Sal C" */
const NUMBERED =
  /^(?:Grupp|Sal|Lokal|Rum|Hus|Plan|Del|Fas|Modell|Team|Bilaga|Region|Zon|Block|Avdelning|Enhet)$/u;

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
