/** What the parentheses of an entry say of the person. */
import { squeeze } from '../../text/normalise.js';
import { isRole } from './office.js';
import type { Person } from './persontype.js';
import { isPartPlayed, PARTIES, takesNotes } from './words/offices.js';
import { REMARK } from './words/presence.js';

/** Reads "(S)", "(SCB)", "(kom under punkt 7)" and hands back the text without them; "(HSS)" after an organisation stays. */
export function takeParentheses(rest: string, person: Person): string {
  return rest.replaceAll(/\s*\(([^()]{1,120})\)/gu, (whole, inner: string, at: number) => {
    const before = rest
      .slice(0, at)
      .replaceAll(/\([^()]*\)/gu, '')
      .trim();
    const parts = inner.split(/[,;]/u).map((part) => squeeze(part));
    if (parts.length === 1) return readInParentheses(inner.trim(), before, person) ? '' : whole;
    // "(Gislaveds kommun, från punkt 3)": each part for itself, if all of them can be told.
    const attempt = { ...person };
    if (!parts.every((part) => readInParentheses(part, before, attempt))) return whole;
    Object.assign(person, attempt);
    return '';
  });
}

/** @param before words between the name and the parenthesis @returns whether it told something of the person */
function readInParentheses(value: string, before: string, person: Person): boolean {
  if (/^\S+@\S+$/u.test(value) || takesNotes(value)) return true;
  // "ordförande (S)", but not "ersätter Bo Ek (S)".
  const isOwnParty =
    before === '' ||
    (person.party === null && /^\p{Lu}+$/u.test(value) && !REMARK.test(last(before)));
  if (isParty(value) && isOwnParty) person.party = value;
  else if (
    REMARK.test(value) ||
    value.endsWith('rätt') ||
    /(?:§|(?<!\p{L})(?:kl|punkt(?:en|er|erna)?)(?!\p{L}))/iu.test(value)
  )
    addRemark(person, value);
  else if (isPartPlayed(value, person.role) && (before === '' || person.function === null))
    person.function = value;
  else if (before !== '' && !isRoleAfter(value, before)) return false;
  else if (isRole(value)) person.role = person.role ? `${person.role}, ${value}` : value;
  else person.affiliation = person.affiliation ? `${person.affiliation}, ${value}` : value;
  return true;
}

/** "Koncernkontoret (sekreterare)": a role in parentheses after an organisation. */
const isRoleAfter = (value: string, before: string): boolean =>
  /^\p{Ll}{3,}/u.test(value) && isRole(value) && !isRole(last(before));

/** The words after the last comma. */
export const last = (text: string): string => text.split(',').at(-1)?.trim() ?? '';

/** "Anna Ek (S)": the name alone. */
export const withoutParty = (text: string): string => text.replace(/\s\(\p{Lu}{1,2}\)$/u, '');

export const isParty = (letters: string): boolean =>
  PARTIES.some((party) => party.toLowerCase() === letters.toLowerCase());

/** "(adjungerad)", "(sjukanmäld)": a parenthesis with nothing before it is no organisation. */
export function readAside(part: string, person: Person): boolean {
  const aside = /^\(([^()]+)\)$/u.exec(part)?.[1];
  if (aside === undefined) return false;
  if (isPartPlayed(aside, person.role)) person.function ??= aside;
  else addRemark(person, aside);
  return true;
}

export function addRemark(person: Person, words: string): void {
  person.remark = person.remark ? `${person.remark}, ${words}` : words;
}
