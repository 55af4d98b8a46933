/**
 * People and organisations of the archive, with their offices over time. Spellings that may be one are suggested;
 * they are counted as one only where a person has said so (`sro tie`).
 */
import { fold } from '../text/normalise.js';
import type { Archive } from './database.js';
import { ties } from './journal.js';

export interface Office {
  affiliation: string | null;
  role: string | null;
  function: string | null;
  /** ISO dates of the first and the last meeting under this office. */
  from: string | null;
  until: string | null;
  meetings: number;
}

export interface PersonEntry {
  name: string;
  /** Other spellings that a person has tied to this one. */
  spellings: string[];
  /** Meetings, by what the person was there as. */
  present: number;
  absent: number;
  invited: number;
  offices: Office[];
  /** Names that may be the same person's. */
  perhaps: string[];
}

export interface OrganisationEntry {
  name: string;
  people: number;
  meetings: number;
  perhaps: string[];
}

interface PersonRow extends Office {
  name: string;
  present: number;
  absent: number;
  invited: number;
}

export function peopleOf(archive: Archive, named: string | null = null): PersonEntry[] {
  const rows = archive.all<PersonRow>(
    `SELECT name, affiliation, role, function, min(date) AS "from", max(date) AS until, count(*) AS meetings,
       sum(status = 'present') AS present, sum(status = 'absent') AS absent,
       sum(status = 'invited') AS invited
     FROM participants WHERE name IS NOT NULL
     GROUP BY name, affiliation, role, function ORDER BY name, "from"`,
  );
  const leading = leadingNames(tiedNames(archive));
  const people = new Map<string, PersonEntry>();
  for (const row of rows) addOffice(people, leading.get(row.name) ?? row.name, row);
  suggest([...people.values()]);
  const asked = named === null ? null : fold(named);
  return [...people.values()].filter(
    ({ name, spellings }) =>
      asked === null || [name, ...spellings].some((one) => fold(one).includes(asked)),
  );
}

function addOffice(people: Map<string, PersonEntry>, name: string, row: PersonRow): void {
  const known = people.get(name) ?? {
    name,
    spellings: [],
    present: 0,
    absent: 0,
    invited: 0,
    offices: [],
    perhaps: [],
  };
  people.set(name, known);
  if (row.name !== name && !known.spellings.includes(row.name)) known.spellings.push(row.name);
  known.present += row.present;
  known.absent += row.absent;
  known.invited += row.invited;
  const { affiliation, role, function: part, from, until, meetings } = row;
  known.offices.push({ affiliation, role, function: part, from, until, meetings });
}

const tiedNames = (archive: Archive): [string, string][] =>
  ties(archive).map(([one, other]) => [one.id, other.id]);

/** Each tied name with the one that stands for it: of all that hang together the one that was named first. */
function leadingNames(pairs: readonly (readonly [string, string])[]): Map<string, string> {
  const leading = new Map<string, string>();
  for (const [one, other] of pairs) {
    const [first, second] = [leading.get(one) ?? one, leading.get(other) ?? other];
    leading.set(one, first).set(other, first);
    for (const [name, lead] of leading) if (lead === second) leading.set(name, first);
  }
  return leading;
}

/** Names or entries that still hang together with one, by ties that hold; itself is not among them. */
export function tiedWith(archive: Archive, one: string): string[] {
  const leading = leadingNames(tiedNames(archive));
  const group = leading.get(one);
  return [...leading].flatMap(([name, lead]) => (lead === group && name !== one ? [name] : []));
}

/** A name with all spellings that a person has tied to it. */
export function spellingsOf(archive: Archive, name: string): string[] {
  const leading = leadingNames(tiedNames(archive));
  const asked = fold(name);
  const groups = new Set(
    [...leading].flatMap(([other, lead]) =>
      [other, lead].some((one) => fold(one).includes(asked)) ? [lead] : [],
    ),
  );
  const tied = [...leading].flatMap(([other, lead]) => (groups.has(lead) ? [other, lead] : []));
  return [...new Set([name, ...tied])];
}

export function organisationsOf(archive: Archive): OrganisationEntry[] {
  const rows = archive.all<Omit<OrganisationEntry, 'perhaps'>>(
    `SELECT affiliation AS name, count(DISTINCT name) AS people, count(DISTINCT meeting) AS meetings
     FROM participants WHERE affiliation IS NOT NULL GROUP BY affiliation ORDER BY affiliation`,
  );
  const organisations = rows.map((row) => ({ ...row, perhaps: [] as string[] }));
  suggest(organisations);
  return organisations;
}

interface Named {
  name: string;
  perhaps: string[];
}

/** Only names that share their first two letters or their last word are held against each other. */
function suggest(entries: readonly Named[]): void {
  const buckets = new Map<string, Named[]>();
  for (const entry of entries)
    for (const key of bucketsOf(entry.name)) {
      const known = buckets.get(key);
      if (known) known.push(entry);
      else buckets.set(key, [entry]);
    }
  for (const bucket of buckets.values())
    for (const one of bucket)
      for (const other of bucket)
        if (
          one !== other &&
          !one.perhaps.includes(other.name) &&
          isPerhapsSame(one.name, other.name)
        )
          one.perhaps.push(other.name);
}

const bucketsOf = (name: string): string[] => {
  const plain = fold(name);
  return [`start ${plain.slice(0, 2)}`, `end ${plain.split(' ').at(-1) ?? ''}`];
};

/** One letter in a word differs, is doubled or left out ("Helene", "Heléne", "Helén"); the other words are the same. */
export function isPerhapsSame(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  if (a.length !== b.length) return a.join('') === b.join('');
  const differing = a.filter((word, at) => word !== b[at]).length;
  if (differing === 0) return true;
  const near = a.every((word, at) => word === b[at] || isNear(word, b[at] ?? ''));
  return differing === 1 && near;
}

const wordsOf = (name: string): string[] => fold(name).split(/[\s-]+/u);

/** The same first letter, and at most two others apart in words long enough for that to be a slip. */
function isNear(a: string, b: string): boolean {
  if (!b.startsWith(a.charAt(0))) return false;
  const limit = Math.min(a.length, b.length) > 5 ? 2 : Math.min(a.length, b.length) > 3 ? 1 : 0;
  return Math.abs(a.length - b.length) <= limit && distance(a, b) <= limit;
}

/** Levenshtein's distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
