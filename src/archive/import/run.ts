/**
 * An import: every file that is seen gets one outcome, written in the same transaction as its note. What is killed
 * half-way has lost nothing but the files of the open batch, which the next import reads again.
 */
import { stat } from 'node:fs/promises';
import type { Archive } from '../database.js';
import { refreshLogByBody } from '../log.js';
import { type Loosened, whatIsLoose, whatLoosened } from '../loose.js';
import { parserVersion } from '../version.js';
import { type FileRow, fileRow, forgetFolder, markGone, nameOf, placeOf } from './files.js';
import type { Counts, FileOutcome } from './outcome.js';
import { DROPPED, Pool } from './pool.js';
import type { Read } from './read.js';
import { Store, type Taken } from './store.js';
import { isNoteFile, type Seen, Walker } from './walk.js';

export interface ImportOptions {
  threads: number;
  /** Bytes; larger files are not read. */
  maxSize: number;
  /** Milliseconds that one file may take. */
  timeout: number;
  /** Looks into every file: one may have changed and kept its size and time. */
  again?: boolean;
  /** Files that are not looked at. */
  leave?: readonly string[];
  /** Stops taking up files when aborted; what has been read is still stored. */
  signal?: AbortSignal;
  /** Told of each file when it has been stored. */
  onFile?: (outcome: FileOutcome) => void;
  /** Told of each file when it has been read. */
  onRead?: (path: string, count: number) => void;
  /** Told of each body whose log is made anew, and how many there are. */
  onBody?: (body: string, count: number, total: number) => void;
}

export interface ImportResult extends Loosened {
  counts: Counts;
  seen: number;
  stopped: boolean;
  /** Paths that name nothing. */
  missing: string[];
  /** Files that were here at an earlier import and are no longer; their notes are kept. */
  gone: string[];
  /** How many of the notes stored belong to meetings that a person has taken out. */
  withdrawn: number;
}

/** Files taken up and not yet stored: how many at most, and how many bytes, since they are held in memory. */
const AHEAD = 256;
const AHEAD_BYTES = 32e6;
/** Files to a transaction, and how long one is at most left open. */
const BATCH = 200;
const BATCH_MS = 2000;
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
  read: Promise<Read | typeof DROPPED | null>;
  /** It was counted already in this import. */
  again: boolean;
}

class Importer {
  private readonly parser = parserVersion();
  private readonly counts: Counts = {};
  private readonly runId: number;
  private readonly store: Store;
  private readonly names = new Set<string>();
  private readonly missing: string[] = [];
  private seen = 0;
  private pool: Pool | null = null;
  private batch: { taken: Taken; again: boolean }[] = [];
  private stored = Date.now();

  constructor(
    private readonly archive: Archive,
    private readonly options: ImportOptions,
  ) {
    this.runId = archive.run(
      `INSERT INTO runs (started, parser) VALUES (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), ?)`,
      this.parser,
    );
    this.store = new Store(archive, this.parser, this.runId);
  }

  async run(paths: readonly string[]): Promise<ImportResult> {
    const before = whatIsLoose(this.archive);
    const walker = new Walker(ownFiles(this.archive.path, this.options.leave));
    await this.takeAll(walker.walk(paths), false);
    await this.takeAll(this.promoted(), true);
    const gone = this.isStopped ? [] : this.settleGone(walker);
    this.archive.run(
      `UPDATE runs SET finished = strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), counts = ? WHERE id = ?`,
      JSON.stringify(this.counts),
      this.runId,
    );
    await refreshLogByBody(this.archive, this.options);
    return {
      ...whatLoosened(before, whatIsLoose(this.archive)),
      counts: this.counts,
      seen: this.seen,
      stopped: this.isStopped,
      missing: this.missing,
      gone,
      withdrawn: this.store.withdrawn,
    };
  }

  private get isStopped(): boolean {
    return this.options.signal?.aborted ?? false;
  }

  private async takeAll(files: AsyncIterable<Seen>, again: boolean): Promise<void> {
    const ahead: Pending[] = [];
    let bytes = 0;
    for await (const seen of files) {
      if (this.isStopped) break;
      if (seen.missing) {
        this.missing.push(seen.path);
        continue;
      }
      ahead.push(this.take(seen, again));
      bytes += seen.size;
      while (ahead.length >= AHEAD || bytes > AHEAD_BYTES) {
        const first = ahead.shift();
        bytes -= first?.seen.size ?? bytes;
        await this.settle(first);
      }
    }
    for (const pending of ahead) await this.settle(pending);
    this.flush();
  }

  /** Files that have come first in the place of others. */
  private async *promoted(): AsyncGenerator<Seen> {
    for (const name of this.store.promoted) {
      const path = placeOf(this.archive, name);
      const info = await stat(path).catch(() => null);
      if (!info) continue;
      const { size, mtimeMs } = info;
      yield { path, size, modified: Math.trunc(mtimeMs), problem: null, missing: false };
    }
  }

  private settleGone(walker: Walker): string[] {
    return this.archive.transaction(() => {
      for (const folder of walker.entered) forgetFolder(this.archive, nameOf(this.archive, folder));
      return markGone(this.archive, this.names, walker.named, this.runId);
    });
  }

  /** Begins to read a file, unless the archive knows it as it is. */
  private take(seen: Seen, again: boolean): Pending {
    const name = nameOf(this.archive, seen.path);
    this.names.add(name);
    const row = fileRow(this.archive, name);
    if (seen.problem !== null || !isNoteFile(seen.path) || this.isKnown(seen, row))
      return { seen, row, again, read: Promise.resolve(null) };
    this.pool ??= this.startPool();
    const known = row?.parser === this.parser ? row.sha256 : null;
    const job = { path: seen.path, name, maxSize: this.options.maxSize, known };
    return { seen, row, again, read: this.pool.read(job) };
  }

  private startPool(): Pool {
    const { threads, timeout, signal } = this.options;
    const pool = new Pool({ threads, timeout, memory: MEMORY_MB });
    signal?.addEventListener('abort', () => {
      pool.drop();
    });
    return pool;
  }

  private isKnown(seen: Seen, row: FileRow | undefined): boolean {
    return (
      !this.options.again &&
      row?.size === seen.size &&
      row.modified === seen.modified &&
      row.parser === this.parser &&
      row.outcome !== 'unreadable'
    );
  }

  private async settle(pending: Pending | undefined): Promise<void> {
    if (!pending) return;
    const { seen, again } = pending;
    const read = await pending.read;
    if (read === DROPPED) return;
    this.batch.push({ taken: { seen, row: pending.row, read }, again });
    this.options.onRead?.(seen.path, this.seen + this.batch.length);
    if (this.batch.length >= BATCH || Date.now() - this.stored > BATCH_MS) this.flush();
  }

  /** One transaction: outcomes and notes together, or neither. */
  private flush(): void {
    const batch = this.batch;
    this.batch = [];
    const outcomes = this.archive.transaction(() =>
      batch.map(({ taken, again }) => ({ outcome: this.store.file(this.upToDate(taken)), again })),
    );
    this.stored = Date.now();
    for (const { outcome, again } of outcomes) {
      if (again) continue;
      this.seen += 1;
      this.counts[outcome.outcome] = (this.counts[outcome.outcome] ?? 0) + 1;
      this.options.onFile?.(outcome);
    }
  }

  /** The file's row may have been written since it was taken up: another of its text has come first. */
  private upToDate(taken: Taken): Taken {
    return taken.row ? { ...taken, row: fileRow(this.archive, taken.row.path) } : taken;
  }

  async close(): Promise<void> {
    await this.pool?.close();
  }
}

/** Files that belong to the archive and not to what it holds. */
function ownFiles(archive: string, leave: readonly string[] = []): (path: string) => boolean {
  const ends = ['', '-wal', '-shm', '-journal', '-import', '-import-journal'];
  const own = new Set([...ends.map((end) => archive + end), ...leave]);
  return (path) => own.has(path);
}
