/**
 * What was entered by hand and has lost its hold: the assignment it spoke of is no longer in the notes, or the place it
 * corrected now reads otherwise. Nothing of it is thrown away; a person is told, and decides.
 */
import { isEntryId } from '../log/ids.js';
import type { Anchor } from '../log/anchor.js';
import type { Meeting } from '../record/schema.js';
import { hasMember, listAddedTo } from './adding.js';
import { type Correction, readCorrections, valueAt } from './corrections.js';
import type { Archive } from './database.js';
import { isWithdrawn } from './withdrawn.js';
import { type JournalLine, referenceTo, validLines } from './journal.js';

export interface LooseEntry {
  id: string;
  /** What it was about, where that was kept. */
  about: Anchor | null;
  lines: JournalLine[];
}

/** Entries by hand about assignments that the log no longer has under any words, by id. */
export function looseEntries(archive: Archive): LooseEntry[] {
  const found = new Map<string, LooseEntry>();
  for (const line of validLines(archive))
    for (const id of idsIn(line)) {
      if (isHeld(archive, id)) continue;
      const known = found.get(id) ?? { id, about: referenceTo(line, id).about, lines: [] };
      known.lines.push(line);
      found.set(id, known);
    }
  return [...found.values()];
}

function idsIn(line: JournalLine): string[] {
  if (line.action === 'fix') return [];
  if (line.action !== 'tie' && line.action !== 'untie') return [line.target];
  // A tie may also be of two spellings of a name, which no entry holds.
  return [line.target, JSON.parse(line.value ?? '""') as string].filter((id) => isEntryId(id));
}

/** An entry of the log, under this id or a later one. */
const isHeld = (archive: Archive, id: string): boolean =>
  archive.get('SELECT 1 AS some FROM entries WHERE id = ?1', id) !== undefined ||
  renamedTo(archive, id) !== null;

/** The id that an entry has now, where its task has been reworded since something was entered about it. */
export const renamedTo = (archive: Archive, id: string): string | null =>
  archive.get<{ entry: string }>('SELECT entry FROM renamed WHERE old = ?', id)?.entry ?? null;

/** Ids under which something was entered, and those that the entries have now. */
export const renamedEntries = (archive: Archive): { old: string; entry: string }[] =>
  archive.all('SELECT old, entry FROM renamed ORDER BY old');

export interface OvertakenCorrection extends Correction {
  /** What the note says there now; undefined where it no longer has such a place. */
  now: unknown;
}

/** Corrections whose note now says something else than when it was corrected, or is no longer there. */
export function overtakenCorrections(archive: Archive): OvertakenCorrection[] {
  return readCorrections(archive).flatMap((correction) => {
    if (isWithdrawn(archive, correction.meeting)) return [];
    const row = archive.get<{ record: string }>(
      'SELECT record FROM notes WHERE leads AND meeting = ?',
      correction.meeting,
    );
    const now = row ? nowAt(JSON.parse(row.record) as Meeting, correction) : null;
    return JSON.stringify(now) === JSON.stringify(correction.was) ? [] : [{ ...correction, now }];
  });
}

/** What the note says in the place of a correction; of a member that was added, whether it is read with it now. */
function nowAt(read: Meeting, { field, value }: Correction): unknown {
  const list = listAddedTo(field);
  if (list === null) return valueAt(read, field);
  return hasMember(read, list, value) ? value : undefined;
}

export interface Loosened {
  loose: LooseEntry[];
  renamed: { old: string; entry: string }[];
  overtaken: OvertakenCorrection[];
}

/** Everything entered by hand that no longer fits the notes as it did. */
export const whatIsLoose = (archive: Archive): Loosened => ({
  loose: looseEntries(archive),
  renamed: renamedEntries(archive),
  overtaken: overtakenCorrections(archive),
});

/** What has come loose between two states. */
export function whatLoosened(before: Loosened, after: Loosened): Loosened {
  const news = <T>(known: readonly T[], now: readonly T[]): T[] => {
    const told = new Set(known.map((one) => JSON.stringify(one)));
    return now.filter((one) => !told.has(JSON.stringify(one)));
  };
  return {
    loose: news(before.loose, after.loose),
    renamed: news(before.renamed, after.renamed),
    overtaken: news(before.overtaken, after.overtaken),
  };
}
