/** What another archive gave out, taken up into this one: notes, files, and the journal line by line. */
import type { Archive } from './database.js';
import { ArchiveError } from './database.js';
import {
  checkExported,
  type Exported,
  type ExportedFile,
  type ExportedLine,
  type ExportedNote,
} from './exported.js';
import { addLine } from './journal.js';
import { refreshLog } from './log.js';
import { addNote, chooseLead } from './notes.js';
import { textHash } from './texthash.js';

export interface RestoreResult {
  notes: number;
  /** Lines of the journal. */
  journal: number;
  /** Notes, and lines, that the archive had already. */
  knownNotes: number;
  knownLines: number;
  /** Files of which the archive has another one under the same name. */
  collisions: string[];
  /** What both archives have entries by hand about: a person looks at whether they agree. */
  both: string[];
}

/**
 * @param parts as `sro export` writes them
 * @throws ArchiveError where one is no part of an export; nothing is taken up then
 */
export async function restoreArchive(
  archive: Archive,
  parts: AsyncIterable<unknown> | Iterable<unknown>,
): Promise<RestoreResult> {
  const result = await archive.transactionOver(async () => {
    const restore = new Restore(archive);
    let at = 0;
    for await (const part of parts) {
      at += 1;
      restore.take(checked(part, at));
    }
    return restore.result;
  });
  refreshLog(archive);
  return result;
}

function checked(part: unknown, at: number): Exported {
  try {
    return checkExported(part);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new ArchiveError(`Part ${String(at)}: ${why}. Nothing was taken up.`);
  }
}

class Restore {
  readonly result: RestoreResult = {
    notes: 0,
    journal: 0,
    knownNotes: 0,
    knownLines: 0,
    collisions: [],
    both: [],
  };
  private readonly run: number;
  /** Numbers that the journal's lines had there, and those that they have here. */
  private readonly numbers = new Map<number, number>();
  private readonly targets: ReadonlySet<string>;

  constructor(private readonly archive: Archive) {
    this.run = archive.run(
      `INSERT INTO runs (started, finished, parser)
       VALUES (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), 'export')`,
    );
    const rows = archive.all<{ target: string }>('SELECT DISTINCT target FROM journal');
    this.targets = new Set(rows.map(({ target }) => target));
  }

  take(part: Exported): void {
    if (part.sro === 'note') this.note(part);
    else if (part.sro === 'file') this.file(part, null, part.parser);
    else if (part.sro === 'journal') this.line(part);
  }

  private note(part: ExportedNote): void {
    const { record, text, textSha256, parser } = part;
    if (textHash(text) !== textSha256)
      throw new ArchiveError(
        `The text of ${record.id} is not the one that was given out. Nothing was taken up.`,
      );
    const known = this.archive.get<{ id: number }>(
      'SELECT id FROM notes WHERE text_sha256 = ?',
      textSha256,
    );
    const id =
      known?.id ??
      addNote(this.archive, {
        meeting: record,
        record: JSON.stringify(record),
        text,
        textSha256,
        parser,
      });
    const first = this.archive.get<{ path: string }>(
      `SELECT path FROM files WHERE note = ? AND outcome <> 'duplicate'`,
      id,
    );
    for (const file of part.files)
      this.file(
        first ? { ...file, outcome: 'duplicate', duplicateOf: first.path } : file,
        id,
        parser,
      );
    // Which version leads hangs on the files' times.
    chooseLead(this.archive, record.id);
    if (known) this.result.knownNotes += 1;
    else this.result.notes += 1;
  }

  private file(
    file: Omit<ExportedFile, 'sro' | 'parser'>,
    note: number | null,
    parser: string | null,
  ): void {
    const known = this.archive.get<{ note: number | null }>(
      'SELECT note FROM files WHERE path = ?',
      file.path,
    );
    if (known) {
      if (known.note !== note) this.result.collisions.push(file.path);
      return;
    }
    this.archive.run(
      `INSERT INTO files (path, size, modified, sha256, outcome, reason, advice, note, duplicate_of, parser, run, gone)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      file.path,
      file.size,
      file.modified,
      file.sha256,
      file.outcome,
      file.reason,
      file.advice,
      note,
      file.duplicateOf,
      parser,
      this.run,
      file.gone ? this.run : null,
    );
  }

  private line(line: ExportedLine): void {
    const known = this.knownLine(line);
    if (known !== undefined) {
      this.numbers.set(line.id, known);
      this.result.knownLines += 1;
      return;
    }
    const undone = line.undoes === null ? undefined : this.numbers.get(line.undoes);
    if (line.undoes !== null && undone === undefined)
      throw new ArchiveError(
        `Line ${String(line.id)} of the journal takes back line ${String(line.undoes)}, which is not there. Nothing was taken up.`,
      );
    const { entered, action, target, value, date, person, why, uid, about } = line;
    const said = { entered, action, target, value, date, person, why, uid, about };
    const number = addLine(this.archive, undone === undefined ? said : { ...said, undoes: undone });
    this.numbers.set(line.id, number);
    this.result.journal += 1;
    if (this.targets.has(line.target) && !this.result.both.includes(line.target))
      this.result.both.push(line.target);
    this.archive.run('INSERT OR IGNORE INTO stale SELECT DISTINCT body_slug FROM notes');
    if (action === 'fix' || action === 'undo') chooseLead(this.archive, target);
  }

  /** The same line: by its own name, or, from before lines had one, by all that it says. */
  private knownLine(line: ExportedLine): number | undefined {
    const { uid, entered, action, target, value, date, person, why } = line;
    return this.archive.get<{ id: number }>(
      `SELECT id FROM journal WHERE uid = ?1 OR (?1 IS NULL AND uid IS NULL AND entered = ?2 AND action = ?3
         AND target = ?4 AND value IS ?5 AND date = ?6 AND person IS ?7 AND why IS ?8)`,
      uid,
      entered,
      action,
      target,
      value,
      date,
      person,
      why,
    )?.id;
  }
}
