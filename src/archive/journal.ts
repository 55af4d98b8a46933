/**
 * What persons enter beside the notes: an append-only journal that no import touches. Nothing in it is changed or
 * taken out; `undo` adds a line that makes another one void.
 */
import { randomUUID } from 'node:crypto';
import type { Anchor, Reference } from '../log/anchor.js';
import type { ManualEvent } from '../log/types.js';
import type { DateWindow } from '../record/schema.js';
import { type Archive, UsageError } from './database.js';

export const ACTIONS = [
  'done',
  'reopen',
  'cancel',
  'reschedule',
  'note',
  'tie',
  'untie',
  'fix',
  'undo',
] as const;

export type Action = (typeof ACTIONS)[number];

export interface JournalLine {
  id: number;
  /** When it was entered, ISO time in UTC. */
  entered: string;
  action: Action;
  /** Id of an entry of the log, or of a meeting for `fix`. */
  target: string;
  /** JSON: a window for `reschedule`, words for `note`, an id for `tie` and `untie`, a correction for `fix`. */
  value: string | null;
  /** ISO date on which it happened. */
  date: string;
  person: string | null;
  why: string | null;
  undoes: number | null;
  /** The same in every archive that holds the line; null in lines from before it was kept. */
  uid: string | null;
  /** JSON: by id, what the entries were about when it was entered (`Anchors`). */
  about: string | null;
}

export type Anchors = Readonly<Record<string, Anchor>>;

export type NewLine = Omit<JournalLine, 'id' | 'entered' | 'undoes' | 'uid' | 'about'> & {
  /** By default now. */
  entered?: string;
  undoes?: number;
  /** By default a new one. */
  uid?: string | null;
  about?: string | null;
};

/** @returns the line's number */
export function addLine(archive: Archive, line: NewLine): number {
  return archive.run(
    `INSERT INTO journal (entered, action, target, value, date, person, why, undoes, uid, about)
     VALUES (coalesce(?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now')), ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    line.entered ?? null,
    line.action,
    line.target,
    line.value,
    line.date,
    line.person,
    line.why,
    line.undoes ?? null,
    line.uid === undefined ? randomUUID() : line.uid,
    line.about ?? null,
  );
}

/** Lines that hold, in the order in which they were entered: none that was undone. */
export function validLines(archive: Archive): JournalLine[] {
  return archive.all<JournalLine>(
    `SELECT * FROM journal WHERE action <> 'undo'
       AND id NOT IN (SELECT undoes FROM journal WHERE undoes IS NOT NULL)
     ORDER BY entered, id`,
  );
}

const anchorsOf = ({ about }: JournalLine): Anchors =>
  about === null ? {} : (JSON.parse(about) as Anchors);

/** What a line speaks of, with what that was about when it was entered. */
export const referenceTo = (line: JournalLine, id: string): Reference => ({
  id,
  about: anchorsOf(line)[id] ?? null,
});

const EVENTS: Partial<Record<Action, ManualEvent['event']>> = {
  done: 'completed',
  reopen: 'reopened',
  cancel: 'cancelled',
  reschedule: 'rescheduled',
  note: 'noted',
};

/** The journal as events of the log. */
export function manualEvents(archive: Archive): ManualEvent[] {
  return validLines(archive).flatMap((line) => {
    const event = EVENTS[line.action];
    if (!event) return [];
    const value = line.value === null ? null : (JSON.parse(line.value) as unknown);
    const words = event === 'noted' ? String(value) : '';
    return [
      {
        target: referenceTo(line, line.target),
        event,
        date: line.date,
        text: [words, line.why ?? ''].filter((text) => text !== '').join(' – '),
        due: event === 'rescheduled' ? (value as DateWindow) : null,
        by: line.person,
      },
    ];
  });
}

/** Pairs of entries or names that are tied and have not been untied since. */
export function ties(archive: Archive): [Reference, Reference][] {
  const pairs = new Map<string, [Reference, Reference]>();
  for (const line of validLines(archive)) {
    if ((line.action !== 'tie' && line.action !== 'untie') || line.value === null) continue;
    const other = JSON.parse(line.value) as string;
    const key = pairKey(line.target, other);
    if (line.action === 'untie') pairs.delete(key);
    else pairs.set(key, [referenceTo(line, line.target), referenceTo(line, other)]);
  }
  return [...pairs.values()];
}

const pairKey = (one: string, other: string): string => JSON.stringify([one, other].sort());

export const isTied = (archive: Archive, one: string, other: string): boolean =>
  ties(archive).some(([a, b]) => pairKey(a.id, b.id) === pairKey(one, other));

/** The body whose log holds an entry, so that it is built anew. */
export function markEntryStale(archive: Archive, entry: string): void {
  archive.run(
    `INSERT OR IGNORE INTO stale SELECT body_slug FROM entries
     WHERE id = coalesce((SELECT entry FROM renamed WHERE old = ?1), ?1)`,
    entry,
  );
}

/** A line as it is listed: its value read, and the line that took it back. */
export interface ListedLine extends Omit<JournalLine, 'value' | 'about' | 'uid'> {
  value: unknown;
  /** Number of the line that made it void; null where it holds. */
  undoneBy: number | null;
}

/**
 * The whole journal in the order in which it was entered, lines that were taken back too.
 * @param about only lines about this id: of an entry (or its beginning), of a meeting, or a name
 */
export function journalOf(archive: Archive, about: string | null = null): ListedLine[] {
  const lines = archive.all<Omit<ListedLine, 'value'> & { value: string | null }>(
    `SELECT id, entered, action, target, value, date, person, why, undoes, (SELECT min(other.id) FROM journal AS other WHERE other.undoes = journal.id) AS undoneBy
     FROM journal ORDER BY entered, id`,
  );
  const listed = lines.map(({ value, ...line }): ListedLine => ({
    ...line,
    value: value === null ? null : (JSON.parse(value) as unknown),
  }));
  if (about === null) return listed;
  const former = archive.all<{ old: string }>('SELECT old FROM renamed WHERE entry = ?', about);
  const names = [about, ...former.map(({ old }) => old)];
  return listed.filter((line) => names.some((name) => isAbout(line, name)));
}

const isAbout = ({ action, target, value }: ListedLine, asked: string): boolean =>
  target.startsWith(asked) ||
  ((action === 'tie' || action === 'untie') && String(value).startsWith(asked));

/**
 * The line to take back: the one of this number, else the last that holds.
 * @throws UsageError where there is none, or it is void already
 */
export function lineToUndo(archive: Archive, id: number | null): JournalLine {
  const valid = validLines(archive);
  const line = id === null ? valid.at(-1) : valid.find((one) => one.id === id);
  if (line) return line;
  if (id === null)
    throw new UsageError('There is nothing to take back: nothing that was entered by hand holds.');
  const known = archive.get<{ action: Action }>('SELECT action FROM journal WHERE id = ?', id);
  if (!known) throw new UsageError(`The journal has no line ${String(id)}. See sro journal.`);
  throw new UsageError(
    known.action === 'undo'
      ? `Line ${String(id)} takes another one back; enter that one again.`
      : `Line ${String(id)} was taken back already.`,
  );
}
