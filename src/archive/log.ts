/** The log in the archive: built anew for the bodies whose notes or journal have changed, judged anew each day. */
import { readLog, standing, type Suggestion } from '../log/build.js';
import { byDeadline } from '../log/timing.js';
import type { LogEntry, NextExpected } from '../log/types.js';
import type { Meeting } from '../record/schema.js';
import { type SourceDocument, toLines } from '../text/document.js';
import type { Archive } from './database.js';
import { correctedRecord, readCorrections } from './corrections.js';
import { manualEvents, ties } from './journal.js';

/** No meeting is after this day: the stored log knows all of them. */
const ALWAYS = '9999-12-31';

/** Builds the log of every body that has changed. */
export function refreshLog(archive: Archive): void {
  if (!archive.get('SELECT 1 AS some FROM stale LIMIT 1')) return;
  archive.transaction(() => {
    const bodies = archive.all<{ body_slug: string }>('SELECT body_slug FROM stale');
    for (const { body_slug: body } of bodies) rebuild(archive, body);
    archive.run('DELETE FROM stale');
  });
}

function rebuild(archive: Archive, body: string): void {
  archive.run('DELETE FROM entries WHERE body_slug = ?', body);
  archive.run('DELETE FROM suggestions WHERE body_slug = ?', body);
  const ids = archive.all<{ id: string }>('SELECT id FROM entries');
  const log = readLog(meetingsOf(archive, body), {
    today: ALWAYS,
    manual: manualEvents(archive),
    ties: ties(archive),
    taken: new Set(ids.map(({ id }) => id)),
  });
  for (const entry of log.entries) store(archive, body, entry, log.expected.get(entry.id) ?? []);
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
  const corrections = readCorrections(archive);
  const rows = archive.all<{ record: string }>(
    `SELECT record FROM notes WHERE leads AND (?1 IS NULL OR body_slug = ?1) ORDER BY date, meeting`,
    body,
  );
  return rows.map(({ record }) => correctedRecord(JSON.parse(record) as Meeting, corrections));
}

/** Leading notes with the text they were read from, one by one. */
export function* documentsOf(
  archive: Archive,
): Generator<{ meeting: Meeting; document: SourceDocument }> {
  const rows = archive.each('SELECT record, text FROM notes WHERE leads ORDER BY date, meeting');
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
  const options = { today, manual: manualEvents(archive), ties: ties(archive) };
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
