/** A list of people cut at its commas and conjunctions. */
import type { Known } from '../../note/known.js';
import { squeeze } from '../../text/normalise.js';
import { COUNTED, type ListEntry } from './listentry.js';
import { isSingleName, leadingName } from './name.js';
import { officeInFront } from './office.js';
import { readPerson } from './person.js';

/** "(S) Anna Ek, Nässjö; Per Lind": the party before the list is that of all in it. */
export function withPartyOfFirst(entries: ListEntry[], list: string): ListEntry[] {
  const party = /^\(\p{L}{1,2}\)\s/u.test(list) ? entries[0]?.person.party : null;
  if (party) for (const { person } of entries) person.party ??= party;
  return entries;
}

/** "… och Siv Holm. Per Lind från punkt 3": a stop between two names, not that of "ordf. Anna Ek". */
const STOP =
  /(?<=\p{Lu}[\p{L}-]+\s\p{Lu}[\p{Ll}-]{2,}|\)|\p{L}s?\s(?:kommun|stad|län))\.\s+(?=\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s(?:(?:af|von|van|de|der|di|al|el)\s){0,2}\p{Lu})/u;

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
  if (
    officeInFront(after).office !== null &&
    (officeInFront(before).office ?? leadingName(before)) !== null
  )
    return true;
  const single = isSingleName(before) && isSingleName(after);
  const organisation = (text: string): boolean =>
    known.organisations.has(text.toLowerCase()) || /^\p{Lu}{2,8}$/u.test(text);
  return single || (organisation(before) && organisation(after));
}

export function canBePerson(group: string, known: Known): boolean {
  const name = leadingName(group);
  if (name === null) return false;
  if (known.organisations.has(group.toLowerCase())) return false;
  return readPerson(group, known) !== null;
}
