/**
 * Everything back out, and in again: one object for each note with its record and its text, one for each line of the
 * journal. Importing an export gives the same archive.
 */
import { z } from 'zod';
import { meetingSchema } from '../record/schema.js';
import { type Archive, ArchiveError, type Row } from './database.js';
import { type Action, addLine } from './journal.js';
import { refreshLog } from './log.js';
import { addNote, chooseLead } from './notes.js';

const noteSchema = z.strictObject({
  sro: z.literal('note'),
  files: z.array(
    z.strictObject({
      path: z.string(),
      size: z.number().nullable(),
      modified: z.number().nullable(),
      sha256: z.string().nullable(),
      outcome: z.string(),
      reason: z.string().nullable(),
      advice: z.string().nullable(),
      duplicateOf: z.string().nullable(),
    }),
  ),
  parser: z.string(),
  textSha256: z.string(),
  text: z.string(),
  record: meetingSchema,
});

const journalSchema = z.strictObject({
  sro: z.literal('journal'),
  id: z.number(),
  entered: z.string(),
  action: z.string(),
  target: z.string(),
  value: z.string().nullable(),
  date: z.string(),
  person: z.string().nullable(),
  why: z.string().nullable(),
  undoes: z.number().nullable(),
});

export type ExportedNote = z.infer<typeof noteSchema>;
export type ExportedLine = z.infer<typeof journalSchema>;

/** Notes in the order of their dates, then the journal in its own order. One at a time: memory does not grow. */
export function* exportArchive(archive: Archive): Generator<ExportedNote | ExportedLine> {
  const rows = archive.each(
    'SELECT id, text_sha256, parser, record, text FROM notes ORDER BY date, meeting, text_sha256',
  );
  for (const row of rows) yield noteOf(archive, row);
  for (const row of archive.each('SELECT * FROM journal ORDER BY id'))
    yield { sro: 'journal', ...row } as unknown as ExportedLine;
}

function noteOf(archive: Archive, row: Row): ExportedNote {
  const files = archive.all<ExportedNote['files'][number]>(
    `SELECT path, size, modified, sha256, outcome, reason, advice, duplicate_of AS duplicateOf
     FROM files WHERE note = ? ORDER BY id`,
    row['id'] ?? null,
  );
  return {
    sro: 'note',
    files,
    parser: String(row['parser']),
    textSha256: String(row['text_sha256']),
    text: String(row['text']),
    record: JSON.parse(String(row['record'])) as ExportedNote['record'],
  };
}

export interface RestoreResult {
  notes: number;
  journal: number;
  /** Notes that the archive had already. */
  known: number;
}

/**
 * Takes up what another archive gave out.
 * @throws ArchiveError where a value is no part of an export; nothing is taken up then
 */
export function restoreArchive(archive: Archive, values: Iterable<unknown>): RestoreResult {
  const result: RestoreResult = { notes: 0, journal: 0, known: 0 };
  archive.transaction(() => {
    const run = archive.run(
      `INSERT INTO runs (started, finished, parser)
       VALUES (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), 'export')`,
    );
    const hasJournal = archive.get('SELECT 1 AS some FROM journal LIMIT 1') !== undefined;
    const numbers = new Map<number, number>();
    let at = 0;
    for (const value of values) {
      at += 1;
      const note = noteSchema.safeParse(value);
      // The record as it was written, not as the schema orders its keys.
      if (note.success) restoreNote(archive, value as ExportedNote, run, result);
      else restoreLine(archive, value, at, hasJournal, numbers, result);
    }
  });
  refreshLog(archive);
  return result;
}

function restoreNote(
  archive: Archive,
  note: ExportedNote,
  run: number,
  result: RestoreResult,
): void {
  const known = archive.get('SELECT id FROM notes WHERE text_sha256 = ?', note.textSha256);
  if (known) {
    result.known += 1;
    return;
  }
  const { record, text, textSha256, parser } = note;
  const id = addNote(archive, {
    meeting: record,
    record: JSON.stringify(record),
    text,
    textSha256,
    parser,
  });
  for (const file of note.files)
    archive.run(
      `INSERT OR IGNORE INTO files (path, size, modified, sha256, outcome, reason, advice, note, duplicate_of, parser, run)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      file.path,
      file.size,
      file.modified,
      file.sha256,
      file.outcome,
      file.reason,
      file.advice,
      id,
      file.duplicateOf,
      parser,
      run,
    );
  // Which version leads hangs on the files' times.
  chooseLead(archive, record.id);
  result.notes += 1;
}

/** A journal is taken up only into an archive that has none: two histories cannot be told apart line by line. */
function restoreLine(
  archive: Archive,
  value: unknown,
  at: number,
  hasJournal: boolean,
  numbers: Map<number, number>,
  result: RestoreResult,
): void {
  const line = journalSchema.safeParse(value);
  if (!line.success)
    throw new ArchiveError(
      `Part ${String(at)} is no part of an export of sro; nothing was taken up.`,
    );
  if (hasJournal) return;
  const { id, entered, undoes, action, target, value: words, date, person, why } = line.data;
  const undone = undoes === null ? undefined : numbers.get(undoes);
  const number = addLine(archive, {
    entered,
    action: action as Action,
    target,
    value: words,
    date,
    person,
    why,
    ...(undone === undefined ? {} : { undoes: undone }),
  });
  numbers.set(id, number);
  result.journal += 1;
}
