/** What the archive holds, and what became of every file that was ever seen. */
import type { Archive } from './database.js';
import { validLines } from './journal.js';
import { withdrawnMeetings } from './withdrawn.js';
import type { Counts, FileOutcome, Outcome } from './import/outcome.js';

export interface ArchiveStatus {
  path: string;
  files: number;
  /** Of these, files that are no longer where they were. */
  gone: number;
  outcomes: Counts;
  meetings: number;
  bodies: number;
  /** ISO dates of the first and the last meeting. */
  from: string | null;
  until: string | null;
  /** Meetings that persons have taken out; not counted above. */
  withdrawn: number;
  /** Lines of the journal that hold. */
  manual: number;
  lastImport: string | null;
}

export function statusOf(archive: Archive): ArchiveStatus {
  const outcomes: Counts = {};
  const rows = archive.all<{ outcome: Outcome; n: number }>(
    'SELECT outcome, count(*) AS n FROM files GROUP BY outcome',
  );
  for (const { outcome, n } of rows) outcomes[outcome] = n;
  const notes = archive.get<{ meetings: number; bodies: number; first: string; last: string }>(
    `SELECT count(*) AS meetings, count(DISTINCT body_slug) AS bodies, min(date) AS first, max(date) AS last
     FROM notes WHERE leads`,
  );
  const run = archive.get<{ finished: string | null }>(
    'SELECT max(finished) AS finished FROM runs',
  );
  return {
    path: archive.path,
    files: rows.reduce((sum, { n }) => sum + n, 0),
    gone: archive.get<{ n: number }>('SELECT count(gone) AS n FROM files')?.n ?? 0,
    outcomes,
    meetings: notes?.meetings ?? 0,
    bodies: notes?.bodies ?? 0,
    from: notes?.first ?? null,
    until: notes?.last ?? null,
    withdrawn: withdrawnMeetings(archive).length,
    manual: validLines(archive).length,
    lastImport: run?.finished ?? null,
  };
}

export interface ListedFile extends FileOutcome {
  gone: boolean;
}

/** Which of a meeting's notes leads now: another import may have changed it. */
const VERSION = `(SELECT CASE WHEN notes.leads THEN 'of ' || notes.meeting || ': it leads'
  ELSE 'of ' || notes.meeting || ': ' || (SELECT min(other.path) FROM files AS other JOIN notes AS lead
    ON lead.id = other.note AND lead.leads AND lead.meeting = notes.meeting
    WHERE other.outcome <> 'duplicate') || ' leads' END FROM notes WHERE notes.id = files.note)`;

/** Files with certain outcomes, and those that have gone. */
export function filesWith(archive: Archive, outcomes: readonly Outcome[]): ListedFile[] {
  const rows = archive.all<FileOutcome & { gone: number }>(
    `SELECT path, outcome, CASE outcome WHEN 'version' THEN ${VERSION} ELSE reason END AS reason, advice, duplicate_of AS duplicateOf, gone IS NOT NULL AS gone,
       (SELECT meeting FROM notes WHERE notes.id = files.note) AS meeting
     FROM files WHERE gone IS NOT NULL OR outcome IN (SELECT value FROM json_each(?)) ORDER BY path`,
    JSON.stringify(outcomes),
  );
  return rows.map((row) => ({ ...row, gone: row.gone === 1 }));
}
