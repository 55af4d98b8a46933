/**
 * What persons enter beside the notes: an append-only journal that no import touches. Nothing in it is changed or
 * taken out; `undo` adds a line that makes another one void.
 */
import type { ManualEvent } from '../log/types.js';
import type { DateWindow } from '../record/schema.js';
import type { Archive } from './database.js';

export type Action =
  'done' | 'reopen' | 'cancel' | 'reschedule' | 'note' | 'tie' | 'untie' | 'fix' | 'undo';

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
}

export type NewLine = Omit<JournalLine, 'id' | 'entered' | 'undoes'> & {
  /** By default now. */
  entered?: string;
  undoes?: number;
};

/** @returns the line's number */
export function addLine(archive: Archive, line: NewLine): number {
  return archive.run(
    `INSERT INTO journal (entered, action, target, value, date, person, why, undoes)
     VALUES (coalesce(?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now')), ?, ?, ?, ?, ?, ?, ?)`,
    line.entered ?? null,
    line.action,
    line.target,
    line.value,
    line.date,
    line.person,
    line.why,
    line.undoes ?? null,
  );
}

/** Lines that hold, in the order in which they were entered: none that was undone. */
export function validLines(archive: Archive): JournalLine[] {
  return archive.all<JournalLine>(
    `SELECT * FROM journal WHERE action <> 'undo'
       AND id NOT IN (SELECT undoes FROM journal WHERE undoes IS NOT NULL)
     ORDER BY id`,
  );
}

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
        target: line.target,
        event,
        date: line.date,
        text: [words, line.why ?? ''].filter((text) => text !== '').join(' – '),
        due: event === 'rescheduled' ? (value as DateWindow) : null,
        by: line.person,
      },
    ];
  });
}

/** Pairs of entries that are tied and have not been untied since. */
export function ties(archive: Archive): [string, string][] {
  const pairs = new Map<string, [string, string]>();
  for (const { action, target, value } of validLines(archive)) {
    if ((action !== 'tie' && action !== 'untie') || value === null) continue;
    const other = JSON.parse(value) as string;
    const key = [target, other].sort().join(' ');
    if (action === 'tie') pairs.set(key, [target, other]);
    else pairs.delete(key);
  }
  return [...pairs.values()];
}

/** The body whose log holds an entry, so that it is built anew. */
export function markEntryStale(archive: Archive, entry: string): void {
  archive.run('INSERT OR IGNORE INTO stale SELECT body_slug FROM entries WHERE id = ?', entry);
}

/** The last line that still holds, or undefined. */
export const lastLine = (archive: Archive): JournalLine | undefined => validLines(archive).at(-1);
