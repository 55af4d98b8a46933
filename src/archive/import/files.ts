/** The archive's list of files: what became of each, which of several holds a text first, which have gone. */
import { statSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import type { Meeting } from '../../record/schema.js';
import type { Archive } from '../database.js';
import { chooseLead, dropNoteWithoutFile, replaceRecord } from '../notes.js';
import type { FileOutcome, Outcome } from './outcome.js';

export interface FileRow {
  id: number;
  path: string;
  size: number | null;
  modified: number | null;
  sha256: string | null;
  outcome: Outcome;
  reason: string | null;
  advice: string | null;
  note: number | null;
  duplicate_of: string | null;
  parser: string | null;
  gone: number | null;
}

/** What is known of a file's bytes. */
export interface Bytes {
  size: number;
  modified: number;
  sha256: string | null;
}

/** Relative to the archive's folder where it lies below it, so that both can be moved together. */
export function nameOf(archive: Archive, path: string): string {
  const name = relative(dirname(archive.path), path);
  return name.startsWith('..') ? path : name.split(sep).join('/');
}

export const placeOf = (archive: Archive, name: string): string =>
  resolve(dirname(archive.path), name);

export const fileRow = (archive: Archive, name: string): FileRow | undefined =>
  archive.get<FileRow>('SELECT * FROM files WHERE path = ?', name);

export function writeFileRow(
  archive: Archive,
  outcome: FileOutcome,
  bytes: Bytes,
  note: number | null,
  parser: string,
  run: number,
): void {
  archive.run(
    `INSERT INTO files (path, size, modified, sha256, outcome, reason, advice, note, duplicate_of, parser, run)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (path) DO UPDATE SET size = excluded.size, modified = excluded.modified,
       sha256 = excluded.sha256, outcome = excluded.outcome, reason = excluded.reason,
       advice = excluded.advice, note = excluded.note, duplicate_of = excluded.duplicate_of,
       parser = excluded.parser, run = excluded.run, gone = NULL`,
    outcome.path,
    bytes.size,
    bytes.modified,
    bytes.sha256,
    outcome.outcome,
    outcome.reason,
    outcome.advice,
    note,
    outcome.duplicateOf,
    parser,
    run,
  );
  // Which version leads hangs on the files' times, which stand only now.
  if (note !== null && outcome.meeting !== null) chooseLead(archive, outcome.meeting);
}

/** The time of a file that is otherwise as it was; versions of one meeting may change places by it. */
export function touchFileRow(archive: Archive, row: FileRow, size: number, modified: number): void {
  if (row.modified === modified && row.size === size && row.gone === null) return;
  archive.run(
    'UPDATE files SET modified = ?, size = ?, gone = NULL WHERE id = ?',
    modified,
    size,
    row.id,
  );
  const meeting = meetingOf(archive, row);
  if (meeting !== null) chooseLead(archive, meeting);
}

export const meetingOf = (archive: Archive, row: FileRow): string | null =>
  archive.get<{ meeting: string }>('SELECT meeting FROM notes WHERE id = ?', row.note)?.meeting ??
  null;

/** Another file that holds the same text and held it first, if it is still there. */
export function firstFile(
  archive: Archive,
  note: number,
  row: FileRow | undefined,
): { row: FileRow; isThere: boolean } | undefined {
  const first = archive.get<FileRow>(
    `SELECT * FROM files WHERE note = ? AND id IS NOT ? AND outcome <> 'duplicate' LIMIT 1`,
    note,
    row?.id ?? null,
  );
  return first && { row: first, isThere: isThere(archive, first.path) };
}

/** What may not be looked at is taken to be there; so is a name that is not in UTF-8, whose shown form finds nothing. */
function isThere(archive: Archive, name: string): boolean {
  if (name.includes('\uFFFD')) return true;
  try {
    statSync(placeOf(archive, name));
    return true;
  } catch (error) {
    return !['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
  }
}

/** A file was moved: its old name lets go of the note, which belongs to the new name. */
export function letGo(archive: Archive, old: FileRow, moved: string, run: number): void {
  archive.run(
    'UPDATE files SET note = NULL, gone = coalesce(gone, ?), reason = ?, advice = NULL WHERE id = ?',
    run,
    `it was moved to ${moved}`,
    old.id,
  );
  archive.run(
    'UPDATE files SET duplicate_of = ? WHERE duplicate_of = ? AND path <> ?1',
    moved,
    old.path,
  );
}

/**
 * A file no longer holds a text. Another file that does becomes the first; where there is none the note is taken out.
 * @returns the file that was promoted, which is to be read again: a record tells of the bytes of its own file
 */
export function leaveNote(archive: Archive, note: number): FileRow | null {
  const left = archive.all<FileRow>(
    'SELECT * FROM files WHERE note = ? ORDER BY gone IS NOT NULL, id',
    note,
  );
  const [next] = left;
  if (!next) {
    dropNoteWithoutFile(archive, note);
    return null;
  }
  if (left.some(({ outcome }) => outcome !== 'duplicate')) return null;
  promote(archive, note, next);
  return next;
}

function promote(archive: Archive, note: number, next: FileRow): void {
  archive.run(
    `UPDATE files SET duplicate_of = iif(id = ?1, NULL, ?2), outcome = iif(id = ?1, 'imported', outcome),
       parser = iif(id = ?1, NULL, parser) WHERE note = ?3`,
    next.id,
    next.path,
    note,
  );
  const row = archive.get<{ record: string; parser: string }>(
    'SELECT record, parser FROM notes WHERE id = ?',
    note,
  );
  if (!row) return;
  const meeting = JSON.parse(row.record) as Meeting;
  meeting.source = {
    ...meeting.source,
    path: next.path,
    sha256: next.sha256 ?? meeting.source.sha256,
  };
  replaceRecord(archive, note, { meeting, record: JSON.stringify(meeting), parser: row.parser });
}

/**
 * Marks files that lay below the folders that were walked and are there no longer. Their notes are kept.
 * @param seen names of the files that were found @param under absolute paths that were walked whole
 * @returns names of the files that have gone since the import before
 */
export function markGone(
  archive: Archive,
  seen: ReadonlySet<string>,
  under: readonly string[],
  run: number,
): string[] {
  const gone: string[] = [];
  const rows = archive.all<FileRow>('SELECT * FROM files WHERE gone IS NULL');
  for (const row of rows) {
    if (seen.has(row.path)) continue;
    const place = placeOf(archive, row.path);
    const isCovered = under.some((path) => place === path || place.startsWith(path + sep));
    if (!isCovered || isThere(archive, row.path)) continue;
    // What was skipped gave nothing that could be missed.
    if (row.outcome === 'skipped') archive.run('DELETE FROM files WHERE id = ?', row.id);
    else {
      archive.run('UPDATE files SET gone = ? WHERE id = ?', run, row.id);
      handOn(archive, row);
      gone.push(row.path);
    }
  }
  return gone;
}

/** Of several files with one text the first has gone: one that is still there takes its place. */
function handOn(archive: Archive, row: FileRow): void {
  if (row.note === null || row.outcome === 'duplicate') return;
  const heir = archive.get<FileRow>(
    'SELECT * FROM files WHERE note = ? AND gone IS NULL ORDER BY id LIMIT 1',
    row.note,
  );
  if (!heir) return;
  promote(archive, row.note, heir);
  archive.run(`UPDATE files SET outcome = 'duplicate' WHERE id = ?`, row.id);
}

/** Folders that could not be entered stood here as unreadable; one that could be entered stands here no longer. */
export function forgetFolder(archive: Archive, name: string): void {
  archive.run(`DELETE FROM files WHERE path = ? AND note IS NULL AND outcome = 'unreadable'`, name);
}
