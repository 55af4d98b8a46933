/** Opens the archive's SQLite file, brings its tables up to date, and runs transactions. */
import { existsSync, statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type {
  DatabaseSyncInstance as Database,
  StatementSyncInstance as Statement,
} from '@photostructure/sqlite';
import { MIGRATIONS } from './migrations/index.js';

/** "sro1" in ASCII: tells our files from other databases. */
const APPLICATION_ID = 0x73726f31;
/** How long a statement waits for another writer, in milliseconds. */
const BUSY_MS = 10_000;

/** What is wrong with an archive, in words for the person at the terminal. */
export class ArchiveError extends Error {}

/** What a person asked for cannot be done, in words for them: no such id, no such field, no such day. */
export class UsageError extends ArchiveError {}

export type Value = string | number | null;
export type Row = Record<string, Value>;

export class Archive {
  private readonly statements = new Map<string, Statement>();

  constructor(
    private readonly db: Database,
    readonly path: string,
    /** It is shown as it stands: nothing can be entered, and its log is not brought up to date. */
    readonly isReadOnly = false,
  ) {}

  /** Rows of a query. */
  all<T = Row>(sql: string, ...values: Value[]): T[] {
    return this.prepared(sql).all(...values) as T[];
  }

  /** The first row, or undefined. */
  get<T = Row>(sql: string, ...values: Value[]): Readonly<T> | undefined {
    const [row]: T[] = this.all<T>(sql, ...values);
    return row;
  }

  /** Rows one by one: memory does not grow with their number. */
  each(sql: string, ...values: Value[]): IterableIterator<Row> {
    return this.prepared(sql).iterate(...values) as IterableIterator<Row>;
  }

  /** @returns the id of the row that was inserted, if one was */
  run(sql: string, ...values: Value[]): number {
    return Number(this.prepared(sql).run(...values).lastInsertRowid);
  }

  /** All of it or nothing. One writer at a time; others wait. */
  transaction<T>(work: () => T): T {
    this.db.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.db.exec('COMMIT');
      return result;
    } catch (error) {
      if (this.db.isTransaction) this.db.exec('ROLLBACK');
      throw error;
    }
  }

  /** The same over work that waits for its input. Nothing else may be written meanwhile. */
  async transactionOver<T>(work: () => Promise<T>): Promise<T> {
    this.db.exec('BEGIN IMMEDIATE');
    try {
      const result = await work();
      this.db.exec('COMMIT');
      return result;
    } catch (error) {
      if (this.db.isTransaction) this.db.exec('ROLLBACK');
      throw error;
    }
  }

  private prepared(sql: string): Statement {
    const known = this.statements.get(sql);
    if (known) return known;
    const statement = this.db.prepare(sql);
    this.statements.set(sql, statement);
    return statement;
  }

  close(): void {
    this.statements.clear();
    this.db.close();
  }
}

/**
 * @param mode `read` for an archive that must exist; `write` makes one where there is none
 * @throws ArchiveError where the file is missing, no archive of ours, newer than this program, or not to be opened
 */
export async function openArchive(path: string, mode: 'read' | 'write'): Promise<Archive> {
  if (mode === 'read' && !existsSync(path))
    throw new ArchiveError(
      `There is no archive at ${path}. Make one with: sro import FOLDER, or name notes to read.`,
    );
  const { DatabaseSync } = await import('@photostructure/sqlite');
  try {
    const db = new DatabaseSync(path);
    db.exec(`PRAGMA busy_timeout = ${String(BUSY_MS)}`);
    checkIsOurs(db, path);
    if (mode === 'read' && pragma(db, 'user_version') === 0) throw new ArchiveError(isEmpty(path));
    migrate(db);
    return new Archive(db, path);
  } catch (error) {
    if (error instanceof ArchiveError) throw error;
    const still = mode === 'read' && isUnwritable(error) ? await openStill(path) : null;
    if (still) return still;
    throw new ArchiveError(explain(error, path));
  }
}

const isEmpty = (path: string): string =>
  `${path} is empty: no archive was ever written to it, or what was in it is lost. Fill it with: sro import FOLDER.`;

const isUnwritable = (error: unknown): boolean =>
  /readonly|read-only|unable to open/iu.test(error instanceof Error ? error.message : '');

/** An archive on a share where one may only read: as it stands, if nobody is writing to it and it needs no migration. */
async function openStill(path: string): Promise<Archive | null> {
  const wal = statSync(`${path}-wal`, { throwIfNoEntry: false });
  if (wal && wal.size > 0) return null;
  const { DatabaseSync } = await import('@photostructure/sqlite');
  try {
    const db = new DatabaseSync(`${pathToFileURL(path).href}?immutable=1`, { readOnly: true });
    checkIsOurs(db, path);
    return pragma(db, 'user_version') === MIGRATIONS.length ? new Archive(db, path, true) : null;
  } catch (error) {
    if (error instanceof ArchiveError) throw error;
    return null;
  }
}

function checkIsOurs(db: Database, path: string): void {
  const id = pragma(db, 'application_id');
  const tables = db.prepare('SELECT count(*) AS n FROM sqlite_schema').get() as { n: number };
  if (id !== APPLICATION_ID && tables.n > 0)
    throw new ArchiveError(`${path} is a database, but no archive of sro.`);
  if (pragma(db, 'user_version') > MIGRATIONS.length)
    throw new ArchiveError(`${path} was made by a newer sro. Update sro to read it.`);
}

function migrate(db: Database): void {
  if (pragma(db, 'user_version') === MIGRATIONS.length) return;
  db.exec('PRAGMA journal_mode = WAL');
  db.exec('BEGIN EXCLUSIVE');
  // Another process may have done it while this one waited.
  for (let step = pragma(db, 'user_version'); step < MIGRATIONS.length; step += 1)
    db.exec(MIGRATIONS[step] ?? '');
  db.exec(`PRAGMA application_id = ${String(APPLICATION_ID)}`);
  db.exec(`PRAGMA user_version = ${String(MIGRATIONS.length)}`);
  db.exec('COMMIT');
}

function pragma(db: Database, name: 'application_id' | 'user_version'): number {
  const row = db.prepare(`PRAGMA ${name}`).get() as Record<string, number>;
  return row[name] ?? 0;
}

/** SQLite's error in plain words, with what to do. */
export function explain(error: unknown, path: string): string {
  const message = error instanceof Error ? error.message : String(error);
  const words: readonly [RegExp, string][] = [
    [/disk is full|SQLITE_FULL/iu, `the disk is full; free some space and run the command again`],
    [
      /readonly|read-only/iu,
      `it may not be written; check the permissions of the file and its folder`,
    ],
    [/unable to open/iu, `it cannot be opened; check that the folder exists and may be written`],
    [/not a database|malformed/iu, `it is no SQLite database, or damaged; restore it from a copy`],
    [/locked|busy/iu, `another program is writing to it; try again when it has finished`],
  ];
  const known = words.find(([regexp]) => regexp.test(message))?.[1];
  return `${path}: ${known ?? message}`;
}
