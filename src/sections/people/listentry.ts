/** An entry of a list of people. */
import { isSingleName } from './name.js';
import type { Person } from './persontype.js';

export interface ListEntry {
  person: Person;
  /** The entry's words as printed. */
  text: string;
}

/** "samt 23 hyresgäster enligt bifogad lista": people, but nobody by name. */
export const COUNTED =
  /^(?:som\s|(?:(?:[Cc]a|[Cc]irka|ytterligare)\.?\s)?\d{1,3}\s(?!vice|v\.|ordf)\p{Ll}{3})/u;

/** "Katarina K": a first name and an initial. */
export function initialled(group: string): Person | null {
  const [, first = '', initial = ''] = /^(\p{Lu}\p{Ll}+)\s(\p{Lu}\.?)$/u.exec(group) ?? [];
  return isSingleName(first) && !NUMBERED.test(first)
    ? { ...organisationOnly(''), name: `${first} ${initial}`, affiliation: null }
    : null;
}

/** "Grupp B", "Sal C" */
const NUMBERED =
  /^(?:Grupp|Sal|Lokal|Rum|Hus|Plan|Del|Fas|Modell|Team|Bilaga|Region|Zon|Block|Avdelning|Enhet)$/u;

export const organisationOnly = (affiliation: string): Person => ({
  name: null,
  party: null,
  affiliation,
  role: null,
  function: null,
  remark: null,
});
