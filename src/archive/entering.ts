/** Entering what happened beside the notes: each entry is checked against what it speaks of before it is written. */
import { findDates } from '../dates/index.js';
import { standing } from '../log/build.js';
import type { LogEntry, NextExpected } from '../log/types.js';
import type { DateWindow, Meeting } from '../record/schema.js';
import { toWindow } from '../sections/windows.js';
import { correctedRecord, readCorrections, valueAt, withValue } from './corrections.js';
import { type Archive, ArchiveError } from './database.js';
import { type Action, addLine, type JournalLine, lastLine, markEntryStale } from './journal.js';
import { refreshLog } from './log.js';

export interface Circumstances {
  /** ISO date from which the answer is judged. */
  today: string;
  /** ISO date on which it happened. */
  date: string;
  by: string | null;
  why: string | null;
}

/** Actions on one entry of the log. */
export type EntryAction = 'done' | 'reopen' | 'cancel' | 'reschedule' | 'note';

/**
 * @param id an entry's id, or the beginning of it
 * @param value the new window for `reschedule`, the words for `note`
 * @returns the entry as it stands now
 * @throws ArchiveError where there is no such entry, or it is already so
 */
export function enterAction(
  archive: Archive,
  action: EntryAction,
  id: string,
  circumstances: Circumstances,
  value: DateWindow | string | null = null,
): LogEntry {
  const entry = entryNamed(archive, id);
  checkStatus(entry, action);
  write(archive, action, entry.id, value, circumstances);
  return entryNamed(archive, entry.id, circumstances.today);
}

function write(
  archive: Archive,
  action: Action,
  target: string,
  value: unknown,
  { date, by, why }: Circumstances,
): void {
  archive.transaction(() => {
    const words = value === null ? null : JSON.stringify(value);
    addLine(archive, { action, target, value: words, date, person: by, why });
    markEntryStale(archive, target);
  });
  refreshLog(archive);
}

/**
 * @param today ISO date from which it is judged
 * @throws ArchiveError where no entry, or more than one, has an id that begins so
 */
export function entryNamed(archive: Archive, id: string, today = '0000-01-01'): LogEntry {
  refreshLog(archive);
  const found = archive.all<{ id: string; entry: string; expected: string }>(
    `SELECT id, entry, expected FROM entries WHERE substr(id, 1, length(?1)) = ?1 LIMIT 3`,
    id,
  );
  const exact = found.find((row) => row.id === id) ?? (found.length === 1 ? found[0] : undefined);
  if (exact) {
    const entry = JSON.parse(exact.entry) as LogEntry;
    standing(entry, JSON.parse(exact.expected) as NextExpected[], today);
    return entry;
  }
  throw new ArchiveError(
    found.length === 0
      ? `No entry of the log has an id that begins with "${id}". See sro log --all --kind all.`
      : `More than one id begins with "${id}": ${found.map((row) => row.id).join(', ')}.`,
  );
}

function checkStatus(entry: LogEntry, action: EntryAction): void {
  const isOpen = entry.status === 'open';
  if ((action === 'done' || action === 'cancel' || action === 'reschedule') && !isOpen)
    throw new ArchiveError(`${entry.id} is closed already (${entry.status}); reopen it first.`);
  if (action === 'reopen' && isOpen) throw new ArchiveError(`${entry.id} is open already.`);
}

/**
 * A deadline in Swedish words or as a date, as in a note.
 * @param reference ISO date from which "i höst" and the like are counted
 * @throws ArchiveError where the words hold no day or period
 */
export function readDeadline(words: string, reference: string): DateWindow {
  const phrase = findDates(words, { reference })[0];
  if (!phrase || (phrase.earliest === null && phrase.latest === null))
    throw new ArchiveError(
      `"${words}" is no deadline that can be read. Write a date (2026-05-31) or words such as "senast i maj 2026".`,
    );
  return toWindow(phrase);
}

/** Ties or unties two entries of the log, or two spellings of a person's or organisation's name. */
export function enterTie(
  archive: Archive,
  action: 'tie' | 'untie',
  one: string,
  other: string,
  circumstances: Circumstances,
): [string, string] {
  const [first, second] = pairNamed(archive, one, other);
  if (first === second) throw new ArchiveError('These are one already.');
  write(archive, action, first, second, circumstances);
  archive.transaction(() => {
    markEntryStale(archive, second);
  });
  refreshLog(archive);
  return [first, second];
}

function pairNamed(archive: Archive, one: string, other: string): [string, string] {
  const isName = (words: string): boolean =>
    archive.get(
      'SELECT 1 AS some FROM participants WHERE name = ?1 OR affiliation = ?1 LIMIT 1',
      words,
    ) !== undefined;
  if (isName(one) && isName(other)) return [one, other];
  return [entryNamed(archive, one).id, entryNamed(archive, other).id];
}

/**
 * Corrects one field of a meeting's record.
 * @param field "place", "agenda.3.title", "decisions.d1.text"
 * @param value JSON, or words
 * @returns what it said before
 * @throws ArchiveError where there is no such meeting or field, or the record would not be one
 */
export function enterFix(
  archive: Archive,
  meetingId: string,
  field: string,
  value: string,
  circumstances: Circumstances,
): unknown {
  const row = archive.get<{ record: string; body_slug: string }>(
    'SELECT record, body_slug FROM notes WHERE leads AND meeting = ?',
    meetingId,
  );
  if (!row) throw new ArchiveError(`There is no meeting ${meetingId} in the archive.`);
  const read = JSON.parse(row.record) as Meeting;
  const current = correctedRecord(read, readCorrections(archive));
  const before = valueAt(current, field);
  const wanted = fromWords(value, before);
  if (withValue(current, field, wanted) === null)
    throw new ArchiveError(
      `${field} cannot be set to ${JSON.stringify(wanted)}: no such field in ${meetingId}, or not a value that it can have. See sro schema.`,
    );
  archive.transaction(() => {
    const correction = { field, value: wanted, was: valueAt(read, field) };
    addLine(archive, {
      action: 'fix',
      target: meetingId,
      value: JSON.stringify(correction),
      date: circumstances.date,
      person: circumstances.by,
      why: circumstances.why,
    });
    archive.run('INSERT OR IGNORE INTO stale (body_slug) VALUES (?)', row.body_slug);
  });
  refreshLog(archive);
  return before;
}

/** Words stay words where the field holds words; else they are read as JSON. */
function fromWords(value: string, before: unknown): unknown {
  if (typeof before === 'string') return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}

/** Takes the last entry back, by adding a line that makes it void. @throws ArchiveError where there is none */
export function undoLast(archive: Archive, circumstances: Circumstances): JournalLine {
  const last = lastLine(archive);
  if (!last) throw new ArchiveError('There is nothing to take back: nothing was entered by hand.');
  archive.transaction(() => {
    addLine(archive, {
      action: 'undo',
      target: last.target,
      value: null,
      date: circumstances.date,
      person: circumstances.by,
      why: circumstances.why,
      undoes: last.id,
    });
    markEntryStale(archive, last.target);
    if (last.action === 'fix')
      archive.run(
        'INSERT OR IGNORE INTO stale SELECT body_slug FROM notes WHERE meeting = ?',
        last.target,
      );
    if (last.value !== null && (last.action === 'tie' || last.action === 'untie'))
      markEntryStale(archive, JSON.parse(last.value) as string);
  });
  refreshLog(archive);
  return last;
}
