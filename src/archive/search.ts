/**
 * Full text over titles, items, decisions, assignments and people. Parts of compounds are found ("vård" in
 * "sjukvårdsavtalet"); å, ä and ö are letters of their own.
 */
import { type Archive, UsageError } from './database.js';
import { spellingsOf } from './people.js';

export interface SearchQuery {
  /** Words that must all occur, in any order; in double quotes, one after the other. */
  words: string;
  since?: string;
  until?: string;
  body?: string;
  era?: string;
  /** Only meetings of which this person was a participant. */
  person?: string;
  limit?: number;
}

export interface Hit {
  meeting: string;
  date: string | null;
  body: string | null;
  kind: 'title' | 'item' | 'decision' | 'uppdrag' | 'atagande' | 'person';
  /** The words around the hit; what was found stands between `‹` and `›`. */
  snippet: string;
  path: string;
  lines: [number, number] | null;
}

/** The trigram index finds three letters and more. */
const INDEXED = 3;
const LIMIT = 100;

interface HitRow extends Omit<Hit, 'lines'> {
  first: number | null;
  last: number | null;
}

/**
 * @param name a part of a body's name, or of the name that it has in full
 * @returns the names of the bodies that are so called
 * @throws UsageError where there is none
 */
export function bodiesNamed(archive: Archive, name: string): string[] {
  const known = archive.all<{ body: string; whole: string | null }>(
    `SELECT DISTINCT body, coalesce(corrected, record) ->> '$.body.fullName' AS whole FROM notes WHERE body NOT NULL`,
  );
  const asked = name.toLocaleLowerCase('sv');
  const found = known.filter(({ body, whole }) =>
    [body, whole ?? ''].some((words) => words.toLocaleLowerCase('sv').includes(asked)),
  );
  if (found.length === 0) throw new UsageError(`No body in the archive is named "${name}".`);
  return [...new Set(found.map(({ body }) => body))];
}

/** @throws UsageError where no body is so named */
export function searchArchive(archive: Archive, query: SearchQuery): Hit[] {
  const terms = termsOf(query.words);
  const long = terms.filter((term) => term.length >= INDEXED);
  if (terms.length === 0) return [];
  const match = long.map((term) => `"${term.replaceAll('"', '""')}"`).join(' ');
  const rows = archive.all<HitRow>(
    `SELECT notes.meeting, notes.date, notes.body, passages.kind,
       ${long.length > 0 ? "snippet(passages, 0, '‹', '›', '…', 64)" : 'substr(passages.text, 1, 160)'} AS snippet,
       record ->> '$.source.path' AS path, first, last
     FROM passages JOIN notes ON notes.id = passages.note
     WHERE leads ${long.length > 0 ? 'AND passages MATCH ?1' : 'AND ?1 IS NOT NULL'}
       AND NOT EXISTS (SELECT 1 FROM json_each(?2) AS short WHERE NOT (passages.text LIKE short.value ->> 0 ESCAPE '\\'
         OR passages.text LIKE short.value ->> 1 ESCAPE '\\'))
       AND (?3 IS NULL OR notes.date >= ?3) AND (?4 IS NULL OR notes.date <= ?4)
       AND (?5 IS NULL OR notes.body IN (SELECT value FROM json_each(?5))) AND (?6 IS NULL OR notes.era = ?6)
       AND (?7 IS NULL OR EXISTS (SELECT 1 FROM json_each(coalesce(corrected, record), '$.participants') AS one
         JOIN json_each(?7) AS asked ON one.value ->> '$.name' LIKE asked.value ESCAPE '\\'))
     ORDER BY ${long.length > 0 ? 'rank,' : ''} notes.date DESC LIMIT ?8`,
    match,
    JSON.stringify(terms.filter((term) => term.length < INDEXED).map((term) => bothCases(term))),
    query.since ?? null,
    query.until ?? null,
    query.body === undefined ? null : JSON.stringify(bodiesNamed(archive, query.body)),
    query.era ?? null,
    query.person === undefined
      ? null
      : JSON.stringify(spellingsOf(archive, query.person).map((name) => containing(name))),
    query.limit ?? LIMIT,
  );
  return rows.map(({ first, last, ...hit }) => ({
    ...hit,
    lines: first === null || last === null ? null : [first, last],
  }));
}

/** A pattern of LIKE for what holds the words, in which no sign of theirs means anything else. */
const containing = (words: string): string => `%${words.replaceAll(/[\\%_]/gu, '\\$&')}%`;

/** SQLite folds the case of a to z only. */
const bothCases = (term: string): [string, string] => [
  containing(term.toLowerCase()),
  containing(term.toUpperCase()),
];

/** Words, and quoted runs of words. */
const termsOf = (words: string): string[] =>
  [...words.normalize('NFC').matchAll(/"([^"]+)"|(\S+)/gu)]
    .map(([, quoted, word]) => (quoted ?? word ?? '').replaceAll('"', '').trim())
    .filter((term) => term !== '');
