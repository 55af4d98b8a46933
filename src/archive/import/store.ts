/** Writes what a file said into the archive: its outcome, and its note in the place of what it said before. */
import type { Archive } from '../database.js';
import { changedFields } from '../diff.js';
import { isWithdrawn } from '../withdrawn.js';
import { addNote, type NoteRow, noteWithText, replaceRecord } from '../notes.js';
import {
  type FileRow,
  firstFile,
  leaveNote,
  letGo,
  meetingOf,
  nameOf,
  touchFileRow,
  writeFileRow,
} from './files.js';
import { type FileOutcome, type Outcome, STORED } from './outcome.js';
import type { Read, ReadNote } from './read.js';
import { isNoteFile, type Seen, whyNoNoteFile } from './walk.js';

/** A file as it was seen, as the archive knew it, and what reading it gave (null: it was not read). */
export interface Taken {
  seen: Seen;
  row: FileRow | undefined;
  read: Read | null;
}

type Told = Partial<FileOutcome> & { outcome: Outcome };

export class Store {
  /** Files that hold a text first since the one that did has changed: they are to be read again. */
  readonly promoted: string[] = [];
  /** Notes stored in this run whose meetings a person has taken out. */
  withdrawn = 0;

  constructor(
    private readonly archive: Archive,
    private readonly parser: string,
    private readonly run: number,
  ) {}

  /** Within a transaction. */
  file(taken: Taken): FileOutcome {
    const { seen, row, read } = taken;
    if (seen.problem !== null)
      return this.keepLast(taken, {
        outcome: 'unreadable',
        reason: seen.problem,
        advice: seen.advice ?? null,
      });
    if (!isNoteFile(seen.path))
      return this.write(taken, { outcome: 'skipped', reason: whyNoNoteFile(seen.path) }, null);
    if (read === null || read.kind === 'same') return this.unchanged(seen, row);
    const { reason, advice } = read;
    if (read.kind === 'note' && read.note) return this.note(taken, read, read.note);
    if (read.kind === 'unreadable')
      return this.keepLast(taken, { outcome: 'unreadable', reason, advice });
    // The same bytes under another reader: it was never a note. Other bytes: what they said before still happened.
    if (row?.sha256 === read.sha256)
      return this.write(taken, { outcome: 'not-a-note', reason, advice }, null);
    return this.keepLast(taken, { outcome: 'not-a-note', reason, advice });
  }

  /** A file that cannot be read now keeps the note that it gave when it could. */
  private keepLast(taken: Taken, told: Told): FileOutcome {
    const note = taken.row?.note ?? null;
    const kept = note === null ? '' : '; the record of its last reading is kept';
    const meeting = taken.row ? meetingOf(this.archive, taken.row) : null;
    return this.write(taken, { ...told, meeting, reason: `${told.reason ?? ''}${kept}` }, note);
  }

  /** Nothing is written but the time of the file, where only that has changed. */
  private unchanged(seen: Seen, row: FileRow | undefined): FileOutcome {
    const path = nameOf(this.archive, seen.path);
    if (!row) return { ...NOTHING, path, outcome: 'unchanged' };
    touchFileRow(this.archive, row, seen.size, seen.modified);
    const { outcome, reason, advice, duplicate_of: duplicateOf } = row;
    const meeting = meetingOf(this.archive, row);
    const known = STORED.includes(outcome) ? 'unchanged' : outcome;
    return { path, outcome: known, reason, advice, meeting, duplicateOf };
  }

  private note(taken: Taken, read: Read, note: ReadNote): FileOutcome {
    const { seen, row } = taken;
    const known = noteWithText(this.archive, note.textSha256);
    const first = known && firstFile(this.archive, known.id, row);
    if (known && first?.isThere) {
      const told: Told = {
        outcome: 'duplicate',
        meeting: known.meeting,
        duplicateOf: first.row.path,
      };
      return this.write(taken, told, known.id);
    }
    const path = nameOf(this.archive, seen.path);
    const isVersion = this.hasOtherVersion(note.meeting.id, row, known);
    const id = this.keep(path, row, known, note, read);
    if (first) letGo(this.archive, first.row, path, this.run);
    const moved = first ? `it was ${first.row.path} before` : null;
    const version = isVersion ? `${note.meeting.id} has a note already` : null;
    const isWeighty = note.weighty.length > 0;
    const reasons = [
      ...(isWeighty ? note.weighty : [moved ?? version]),
      this.takenOut(note.meeting.id),
    ].filter((reason) => reason !== null);
    const told: Told = {
      outcome: outcomeOf(row, isVersion, note),
      reason: reasons.length > 0 ? reasons.join('; ') : null,
      meeting: note.meeting.id,
      ...(isWeighty ? { advice: 'look at it line by line: sro parse --explain' } : {}),
    };
    return this.write(taken, told, id);
  }

  /** Why a note of this meeting will not be seen, or null where it will. */
  private takenOut(meeting: string): string | null {
    if (!isWithdrawn(this.archive, meeting)) return null;
    this.withdrawn += 1;
    return 'a person has taken its meeting out, so that it is not shown';
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

  /** Stores the note: anew, or in the place of what the same text said before. */
  private keep(
    path: string,
    row: FileRow | undefined,
    known: NoteRow | undefined,
    note: ReadNote,
    read: Read,
  ): number {
    const fresh = { ...note, parser: this.parser };
    const before = known ?? this.noteOf(row);
    if (before && row && changedFields(before.record, note.record).length > 0)
      this.archive.run(
        'INSERT INTO changes (run, path, meeting, cause, before, after) VALUES (?, ?, ?, ?, ?, ?)',
        this.run,
        path,
        note.meeting.id,
        row.sha256 === read.sha256 ? 'parser' : 'file',
        before.record,
        note.record,
      );
    if (!known) return addNote(this.archive, fresh);
    replaceRecord(this.archive, known.id, fresh);
    return known.id;
  }

  private noteOf(row: FileRow | undefined): NoteRow | undefined {
    if (!row?.note) return undefined;
    return this.archive.get<NoteRow>(
      'SELECT id, meeting, body_slug, record FROM notes WHERE id = ?',
      row.note,
    );
  }

  private write({ seen, row, read }: Taken, told: Told, note: number | null): FileOutcome {
    const outcome = { ...NOTHING, ...told, path: nameOf(this.archive, seen.path) };
    const bytes = read ?? { ...seen, sha256: null };
    writeFileRow(this.archive, outcome, bytes, note, this.parser, this.run);
    if (row?.note && row.note !== note) {
      const next = leaveNote(this.archive, row.note);
      if (next) this.promoted.push(next.path);
    }
    return outcome;
  }
}

const NOTHING = { reason: null, advice: null, meeting: null, duplicateOf: null };

function outcomeOf(row: FileRow | undefined, isVersion: boolean, note: ReadNote): Outcome {
  if (note.weighty.length > 0) return 'review';
  if (row && STORED.includes(row.outcome)) return 'updated';
  return isVersion ? 'version' : 'imported';
}
