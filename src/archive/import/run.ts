/**
 * An import: every file that is seen gets one outcome, written in the same transaction as its note. What is killed
 * half-way has lost nothing but the files of the open batch, which the next import reads again.
 */
import { dirname, relative, sep } from 'node:path';
import { readCorrections, overtaken, type Correction } from '../corrections.js';
import type { Archive } from '../database.js';
import { refreshLog } from '../log.js';
import {
  addNote,
  chooseLead,
  dropNoteWithoutFile,
  type NoteRow,
  noteWithText,
  replaceRecord,
} from '../notes.js';
import { parserVersion } from '../version.js';
import { type Counts, type FileOutcome, type Outcome, STORED } from './outcome.js';
import { Pool } from './pool.js';
import type { Read, ReadNote } from './read.js';
import { NOTE_FILE, type Seen, walk } from './walk.js';

export interface ImportOptions {
  threads: number;
  /** Bytes; larger files are not read. */
  maxSize: number;
  /** Milliseconds that one file may take. */
  timeout: number;
  /** Stops taking up files when aborted; what has been read is still stored. */
  signal?: AbortSignal;
  /** Told of each file when it has been stored. */
  onFile?: (outcome: FileOutcome) => void;
  /** Told of each file when it has been read. */
  onRead?: (path: string, count: number) => void;
}

export interface ImportResult {
  counts: Counts;
  seen: number;
  stopped: boolean;
  /** Corrections whose note has changed under them. */
  overtaken: (Correction & { now: string })[];
}

interface FileRow {
  id: number;
  path: string;
  size: number | null;
  modified: number | null;
  sha256: string | null;
  outcome: Outcome;
  reason: string | null;
  advice: string | null;
  note: number | null;
  parser: string | null;
}

/** Files read and not yet stored; how many are taken up at once. */
const AHEAD = 64;
/** Files to a transaction. */
const BATCH = 200;
const MEMORY_MB = 512;

/** @throws what SQLite throws when the disk is full or the archive may not be written; the open batch is undone */
export async function importPaths(
  archive: Archive,
  paths: readonly string[],
  options: ImportOptions,
): Promise<ImportResult> {
  const importer = new Importer(archive, options);
  try {
    return await importer.run(paths);
  } finally {
    await importer.close();
  }
}

interface Pending {
  seen: Seen;
  row: FileRow | undefined;
  read: Promise<Read | null>;
}

class Importer {
  private readonly parser = parserVersion();
  private readonly result: ImportResult = { counts: {}, seen: 0, stopped: false, overtaken: [] };
  private readonly runId: number;
  private readonly corrections: readonly Correction[];
  private pool: Pool | null = null;
  private batch: { pending: Pending; read: Read | null }[] = [];

  constructor(
    private readonly archive: Archive,
    private readonly options: ImportOptions,
  ) {
    this.runId = archive.run(
      `INSERT INTO runs (started, parser) VALUES (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), ?)`,
      this.parser,
    );
    this.corrections = readCorrections(archive);
  }

  async run(paths: readonly string[]): Promise<ImportResult> {
    const ahead: Pending[] = [];
    for await (const seen of walk(paths, (path) => path.startsWith(this.archive.path))) {
      if (this.options.signal?.aborted) break;
      ahead.push(this.take(seen));
      if (ahead.length >= AHEAD) await this.settle(ahead.shift());
    }
    for (const pending of ahead) await this.settle(pending);
    this.store();
    this.result.stopped = this.options.signal?.aborted ?? false;
    this.archive.run(
      `UPDATE runs SET finished = strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), counts = ? WHERE id = ?`,
      JSON.stringify(this.result.counts),
      this.runId,
    );
    refreshLog(this.archive);
    return this.result;
  }

  /** Begins to read a file, unless the archive knows it as it is. */
  private take(seen: Seen): Pending {
    const name = this.nameOf(seen.path);
    const row = this.archive.get<FileRow>('SELECT * FROM files WHERE path = ?', name);
    if (seen.problem !== null || !NOTE_FILE.test(seen.path) || this.isKnown(seen, row))
      return { seen, row, read: Promise.resolve(null) };
    this.pool ??= new Pool({
      threads: this.options.threads,
      timeout: this.options.timeout,
      memory: MEMORY_MB,
    });
    const known = row?.parser === this.parser ? (row.sha256 ?? null) : null;
    const job = { path: seen.path, name, maxSize: this.options.maxSize, known };
    return { seen, row, read: this.pool.read(job) };
  }

  private isKnown(seen: Seen, row: FileRow | undefined): boolean {
    return (
      row?.size === seen.size &&
      row.modified === seen.modified &&
      row.parser === this.parser &&
      row.outcome !== 'unreadable'
    );
  }

  /** Relative to the archive's folder where it lies below it, so that both can be moved together. */
  private nameOf(path: string): string {
    const name = relative(dirname(this.archive.path), path);
    return name.startsWith('..') ? path : name.split(sep).join('/');
  }

  private async settle(pending: Pending | undefined): Promise<void> {
    if (!pending) return;
    this.batch.push({ pending, read: await pending.read });
    this.options.onRead?.(pending.seen.path, this.result.seen + this.batch.length);
    if (this.batch.length >= BATCH) this.store();
  }

  /** One transaction: outcomes and notes together, or neither. */
  private store(): void {
    const batch = this.batch;
    this.batch = [];
    const outcomes = this.archive.transaction(() =>
      batch.map(({ pending, read }) => this.storeFile(pending, read)),
    );
    for (const outcome of outcomes) {
      this.result.seen += 1;
      this.result.counts[outcome.outcome] = (this.result.counts[outcome.outcome] ?? 0) + 1;
      this.options.onFile?.(outcome);
    }
  }

  private storeFile({ seen, row }: Pending, read: Read | null): FileOutcome {
    const path = this.nameOf(seen.path);
    const plain = { path, reason: null, advice: null, meeting: null, duplicateOf: null };
    if (seen.problem !== null)
      return this.write(
        row,
        seen,
        null,
        { ...plain, outcome: 'unreadable', reason: seen.problem },
        row?.note ?? null,
      );
    if (!NOTE_FILE.test(seen.path))
      return this.write(row, seen, null, { ...plain, outcome: 'skipped' });
    if (read === null || read.kind === 'same') return this.unchanged(seen, row, plain);
    const { reason, advice } = read;
    if (read.kind !== 'note' || !read.note)
      return this.write(
        row,
        seen,
        read,
        {
          ...plain,
          outcome: read.kind === 'not-a-note' ? 'not-a-note' : 'unreadable',
          reason,
          advice,
        },
        row?.note ?? null,
      );
    return this.storeNote(path, row, seen, read, read.note);
  }

  /** Nothing is written but the time of the file, where only that has changed. */
  private unchanged(
    seen: Seen,
    row: FileRow | undefined,
    plain: Omit<FileOutcome, 'outcome'>,
  ): FileOutcome {
    if (row && (row.modified !== seen.modified || row.size !== seen.size))
      this.archive.run(
        'UPDATE files SET modified = ?, size = ? WHERE id = ?',
        seen.modified,
        seen.size,
        row.id,
      );
    if (row === undefined || STORED.includes(row.outcome))
      return { ...plain, outcome: 'unchanged' };
    return { ...plain, outcome: row.outcome, reason: row.reason, advice: row.advice };
  }

  private storeNote(
    path: string,
    row: FileRow | undefined,
    seen: Seen,
    read: Read,
    note: ReadNote,
  ): FileOutcome {
    const { meeting } = note;
    const known = noteWithText(this.archive, note.textSha256);
    const first = known ? this.firstFile(known, row) : undefined;
    const outcome: FileOutcome = {
      path,
      outcome: 'imported',
      reason: null,
      advice: null,
      meeting: known && first !== undefined ? known.meeting : meeting.id,
      duplicateOf: first ?? null,
    };
    if (first !== undefined) {
      outcome.outcome = 'duplicate';
      return this.write(row, seen, read, outcome, known?.id ?? null);
    }
    const isVersion = this.hasOtherVersion(meeting.id, row, known);
    const id = this.keep(path, row, known, note);
    outcome.outcome = outcomeOf(row, isVersion, note);
    if (note.weighty.length > 0) {
      outcome.reason = note.weighty.join(', ');
      outcome.advice = 'see sro parse --explain, and docs/diagnostics.md';
    }
    for (const correction of overtaken(meeting, this.corrections))
      this.result.overtaken.push({ ...correction, now: JSON.stringify(meeting) });
    return this.write(row, seen, read, outcome, id);
  }

  /** Another file that holds the same text, and held it first. */
  private firstFile(known: NoteRow, row: FileRow | undefined): string | undefined {
    return this.archive.get<{ path: string }>(
      `SELECT path FROM files WHERE note = ? AND id IS NOT ? AND outcome <> 'duplicate' LIMIT 1`,
      known.id,
      row?.id ?? null,
    )?.path;
  }

  private hasOtherVersion(
    meeting: string,
    row: FileRow | undefined,
    known: NoteRow | undefined,
  ): boolean {
    const others = this.archive.all<{ id: number }>(
      'SELECT id FROM notes WHERE meeting = ?',
      meeting,
    );
    return others.some(({ id }) => id !== row?.note && id !== known?.id);
  }

  /** Stores the note: anew, or in the place of what the same text or the same file said before. */
  private keep(
    path: string,
    row: FileRow | undefined,
    known: NoteRow | undefined,
    note: ReadNote,
  ): number {
    const fresh = { ...note, parser: this.parser };
    const before = known ?? this.noteOf(row);
    if (before && before.record !== note.record && row)
      this.archive.run(
        'INSERT INTO changes (run, path, meeting, cause, before, after) VALUES (?, ?, ?, ?, ?, ?)',
        this.runId,
        path,
        note.meeting.id,
        known ? 'parser' : 'file',
        before.record,
        note.record,
      );
    if (known) {
      replaceRecord(this.archive, known.id, fresh);
      return known.id;
    }
    return addNote(this.archive, fresh);
  }

  private noteOf(row: FileRow | undefined): NoteRow | undefined {
    if (!row?.note) return undefined;
    return this.archive.get<NoteRow>(
      'SELECT id, meeting, body_slug, record FROM notes WHERE id = ?',
      row.note,
    );
  }

  private write(
    row: FileRow | undefined,
    seen: Seen,
    read: Read | null,
    outcome: FileOutcome,
    note: number | null = null,
  ): FileOutcome {
    this.archive.run(
      `INSERT INTO files (path, size, modified, sha256, outcome, reason, advice, note, duplicate_of, parser, run)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (path) DO UPDATE SET size = excluded.size, modified = excluded.modified,
         sha256 = excluded.sha256, outcome = excluded.outcome, reason = excluded.reason,
         advice = excluded.advice, note = excluded.note, duplicate_of = excluded.duplicate_of,
         parser = excluded.parser, run = excluded.run`,
      outcome.path,
      read?.size ?? seen.size,
      read?.modified ?? seen.modified,
      read?.sha256 ?? null,
      outcome.outcome,
      outcome.reason,
      outcome.advice,
      note,
      outcome.duplicateOf,
      this.parser,
      this.runId,
    );
    // Which version leads hangs on the files' times, which stand only now.
    if (note !== null && outcome.meeting !== null) chooseLead(this.archive, outcome.meeting);
    if (row?.note && row.note !== note) dropNoteWithoutFile(this.archive, row.note);
    return outcome;
  }

  async close(): Promise<void> {
    await this.pool?.close();
  }
}

function outcomeOf(row: FileRow | undefined, isVersion: boolean, note: ReadNote): Outcome {
  if (note.weighty.length > 0) return 'review';
  if (row && STORED.includes(row.outcome)) return 'updated';
  return isVersion ? 'version' : 'imported';
}
