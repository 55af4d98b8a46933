/** The log in the archive: built anew for the bodies whose notes or journal have changed, judged anew each day. */
import { setImmediate } from 'node:timers/promises';
import { readLog } from '../log/build.js';
import type { Suggestion } from '../log/log.js';
import { standing } from '../log/standing.js';
import { byDeadline } from '../log/timing.js';
import type { LogEntry, NextExpected } from '../log/types.js';
import type { Meeting } from '../record/schema.js';
import { type SourceDocument, toLines } from '../text/document.js';
import type { Archive } from './database.js';
import { manualEvents, ties } from './journal.js';
import { layCorrections } from './notes.js';
import { withdrawnMeetings } from './withdrawn.js';

/** No meeting is after this day: the stored log knows all of them. */
const ALWAYS = '9999-12-31';

/** Builds the log of every body that has changed. */
export function refreshLog(archive: Archive): void {
  if (archive.isReadOnly) return;
  for (const body of staleBodies(archive)) refreshBody(archive, body);
}

export interface Refreshing {
  signal?: AbortSignal;
  onBody?: (body: string, count: number, total: number) => void;
}

/** The same, body by body: it can be stopped between two of them, and the next command goes on where it was. */
export async function refreshLogByBody(
  archive: Archive,
  { signal, onBody }: Refreshing,
): Promise<void> {
  const bodies = staleBodies(archive);
  for (const [at, body] of bodies.entries()) {
    onBody?.(body, at + 1, bodies.length);
    await setImmediate();
    if (signal?.aborted) return;
    refreshBody(archive, body);
  }
}

/** A correction of a body's name moves its meeting to another body: both are told. */
function staleBodies(archive: Archive): string[] {
  if (!archive.get('SELECT 1 AS some FROM stale LIMIT 1')) return [];
  archive.transaction(() => {
    layCorrections(archive);
  });
  return archive
    .all<{ body_slug: string }>('SELECT body_slug FROM stale')
    .map(({ body_slug: body }) => body);
}

function refreshBody(archive: Archive, body: string): void {
  archive.transaction(() => {
    rebuild(archive, body);
    archive.run('DELETE FROM stale WHERE body_slug = ?', body);
  });
}

function rebuild(archive: Archive, body: string): void {
  archive.run('DELETE FROM entries WHERE body_slug = ?', body);
  archive.run('DELETE FROM suggestions WHERE body_slug = ?', body);
  archive.run('DELETE FROM renamed WHERE body_slug = ?', body);
  const log = readLog(meetingsOf(archive, body), {
    today: ALWAYS,
    manual: manualEvents(archive),
    ties: ties(archive),
    asRead: readingsOf(archive, body),
    taken: {
      has: (id) => archive.get('SELECT 1 AS some FROM entries WHERE id = ?', id) !== undefined,
    },
  });
  for (const entry of log.entries) store(archive, body, entry, log.expected.get(entry.id) ?? []);
  for (const [old, entry] of log.renamed)
    archive.run('INSERT OR REPLACE INTO renamed VALUES (?, ?, ?)', old, entry, body);
  for (const { id, meeting, item, score } of log.suggestions)
    archive.run('INSERT INTO suggestions VALUES (?, ?, ?, ?, ?)', body, id, meeting, item, score);
}

function store(
  archive: Archive,
  body: string,
  entry: LogEntry,
  expected: readonly NextExpected[],
): void {
  archive.run(
    'INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    entry.id,
    body,
    entry.kind,
    entry.status,
    entry.due?.earliest ?? null,
    entry.due?.latest ?? null,
    entry.meeting.date,
    JSON.stringify(entry),
    JSON.stringify(expected),
  );
}

/** Leading records, corrected by hand where they were, oldest first; of one body or of all. */
export function meetingsOf(archive: Archive, body: string | null = null): Meeting[] {
  const rows = archive.all<{ record: string }>(
    // With "or" the index of bodies would not be used.
    `SELECT coalesce(corrected, record) AS record FROM notes
     WHERE leads ${body === null ? '' : 'AND body_slug = ?'} ORDER BY date, meeting`,
    ...(body === null ? [] : [body]),
  );
  return rows.map(({ record }) => JSON.parse(record) as Meeting);
}

/** By meeting id, what the program read where a person has corrected it; of one body or of all. */
function readingsOf(archive: Archive, body: string | null = null): Map<string, Meeting> {
  const rows = archive.all<{ meeting: string; record: string }>(
    `SELECT meeting, record FROM notes
     WHERE leads AND corrected IS NOT NULL ${body === null ? '' : 'AND body_slug = ?'}`,
    ...(body === null ? [] : [body]),
  );
  return new Map(rows.map(({ meeting, record }) => [meeting, JSON.parse(record) as Meeting]));
}

/** All notes with the text they were read from, one by one; versions that do not lead too, and none that was taken out. */
export function* documentsOf(
  archive: Archive,
): Generator<{ meeting: Meeting; document: SourceDocument }> {
  const rows = archive.each(
    `SELECT coalesce(corrected, record) AS record, text FROM notes
     WHERE meeting NOT IN (SELECT value FROM json_each(?)) ORDER BY date, meeting`,
    JSON.stringify(withdrawnMeetings(archive)),
  );
  for (const row of rows) {
    const meeting = JSON.parse(String(row['record'])) as Meeting;
    const text = String(row['text']);
    yield { meeting, document: { source: meeting.source, text, lines: toLines(text) } };
  }
}

export interface LogQuery {
  today: string;
  kind: 'uppdrag' | 'atagande' | 'all';
  /** Closed ones too. */
  closed: boolean;
  overdue: boolean;
  /** Only what was given from this day on, and until that one. */
  since?: string | undefined;
  until?: string | undefined;
}

export interface ArchivedLog {
  entries: LogEntry[];
  suggestions: Suggestion[];
  meetings: number;
}

/** @returns the entries asked for, as they stand on a day, soonest deadline first */
export function logOf(archive: Archive, query: LogQuery): ArchivedLog {
  refreshLog(archive);
  const { latest, count } = archive.get<{ latest: string | null; count: number }>(
    `SELECT max(max(date), coalesce((SELECT max(date) FROM journal), '')) AS latest, count(*) AS count
     FROM notes WHERE leads`,
  ) ?? { latest: null, count: 0 };
  // The stored log knows every meeting; one that is judged from an earlier day must not.
  const isPast = latest !== null && latest > query.today;
  const entries = isPast ? logBefore(archive, query.today) : storedLog(archive, query);
  const suggestions = archive.all<Suggestion>(
    'SELECT entry AS id, meeting, item, score FROM suggestions',
  );
  return {
    entries: entries.sort(byDeadline),
    suggestions: isPast ? [] : suggestions,
    meetings: count,
  };
}

function logBefore(archive: Archive, today: string): LogEntry[] {
  const options = {
    today,
    manual: manualEvents(archive),
    ties: ties(archive),
    asRead: readingsOf(archive),
  };
  return readLog(meetingsOf(archive), options).entries;
}

function storedLog(archive: Archive, query: LogQuery): LogEntry[] {
  const rows = archive.all<{ entry: string; expected: string }>(
    `SELECT entry, expected FROM entries
     WHERE (?1 = 'all' OR kind = ?1) AND (?2 OR status = 'open') AND (NOT ?3 OR latest < ?4)
       AND (?5 IS NULL OR given >= ?5) AND (?6 IS NULL OR given <= ?6)`,
    query.kind,
    query.closed ? 1 : 0,
    query.overdue ? 1 : 0,
    query.today,
    query.since ?? null,
    query.until ?? null,
  );
  return rows.map(({ entry, expected }) => {
    const read = JSON.parse(entry) as LogEntry;
    standing(read, JSON.parse(expected) as NextExpected[], query.today);
    return read;
  });
}
