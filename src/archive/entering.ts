/** Entering what happened beside the notes: each entry is checked against what it speaks of before it is written. */
import { findDates } from '../dates/index.js';
import { standing } from '../log/standing.js';
import type { EventKind, LogEntry, NextExpected } from '../log/types.js';
import type { DateWindow } from '../record/schema.js';
import { toWindow } from '../sections/windows.js';
import type { Anchor } from '../log/anchor.js';
import { type Archive, UsageError } from './database.js';
import {
  type Action,
  addLine,
  type Anchors,
  isTied,
  type JournalLine,
  lineToUndo,
  markEntryStale,
} from './journal.js';
import { refreshLog } from './log.js';
import { chooseLead } from './notes.js';
import { type LooseEntry, looseEntries, renamedTo } from './loose.js';

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
 * @throws UsageError where there is no such entry, it is already so, or the day cannot be
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
  checkDay(entry, action, circumstances);
  checkValue(entry, value);
  write(archive, action, entry.id, value, circumstances, [entry]);
  return entryNamed(archive, entry.id, circumstances.today);
}

function write(
  archive: Archive,
  action: Action,
  target: string,
  value: unknown,
  { date, by, why }: Circumstances,
  about: readonly (LogEntry | LooseEntry)[],
): void {
  archive.transaction(() => {
    addLine(archive, {
      action,
      target,
      value: value === null ? null : JSON.stringify(value),
      date,
      person: by,
      why,
      about: about.length === 0 ? null : JSON.stringify(anchorsFor(archive, about)),
    });
    const spokenOf = [target, ...(action === 'tie' || action === 'untie' ? [String(value)] : [])];
    for (const id of spokenOf) markEntryStale(archive, id);
  });
  refreshLog(archive);
}

const isLoose = (entry: LogEntry | LooseEntry): entry is LooseEntry => 'about' in entry;

/** What the entries are about, by which they are known again if their words change. */
function anchorsFor(archive: Archive, entries: readonly (LogEntry | LooseEntry)[]): Anchors {
  const anchors = entries.flatMap((entry): [string, Anchor][] => {
    if (isLoose(entry)) return entry.about ? [[entry.id, { ...entry.about, lost: true }]] : [];
    const others = archive.all<{ id: string }>(
      `SELECT id FROM entries WHERE entry ->> '$.meeting.id' = ? AND id <> ? ORDER BY id`,
      entry.meeting.id,
      entry.id,
    );
    const { body, meeting, kind, item, task } = entry;
    const ids = others.map(({ id }) => id);
    return [[entry.id, { body, meeting: meeting.id, kind, item: item.number, task, others: ids }]];
  });
  return Object.fromEntries(anchors);
}

/**
 * @param id an entry's id, or the beginning of it; also one that it had before its task was reworded
 * @param today ISO date from which it is judged
 * @throws UsageError where no entry, or more than one, has an id that begins so
 */
export function entryNamed(archive: Archive, id: string, today = '0000-01-01'): LogEntry {
  refreshLog(archive);
  const wanted = id.trim().toLowerCase();
  const known = renamedTo(archive, wanted) ?? wanted;
  const found = archive.all<{ id: string; entry: string; expected: string }>(
    `SELECT id, entry, expected FROM entries WHERE ?1 <> '' AND substr(id, 1, length(?1)) = ?1 LIMIT 6`,
    known,
  );
  const exact =
    found.find((row) => row.id === known) ?? (found.length === 1 ? found[0] : undefined);
  if (exact) {
    const entry = JSON.parse(exact.entry) as LogEntry;
    standing(entry, JSON.parse(exact.expected) as NextExpected[], today);
    return entry;
  }
  throw new UsageError(
    found.length === 0
      ? `No entry of the log has an id that begins with "${id}". See sro log --all --kind all.`
      : `More than one id begins with "${id}": ${found.map((row) => row.id).join(', ')}.`,
  );
}

function checkStatus(entry: LogEntry, action: EntryAction): void {
  const isOpen = entry.status === 'open';
  if ((action === 'done' || action === 'cancel' || action === 'reschedule') && !isOpen)
    throw new UsageError(`${entry.id} is closed already (${entry.status}); reopen it first.`);
  if (action === 'reopen' && isOpen) throw new UsageError(`${entry.id} is open already.`);
}

/** Steps that change how an entry stands: none can be entered before one that is known. */
const TURNS: readonly EventKind[] = ['rescheduled', 'completed', 'cancelled', 'reopened'];

function checkDay(entry: LogEntry, action: EntryAction, { date, today }: Circumstances): void {
  if (date > today) throw new UsageError(`${date} has not come yet.`);
  if (entry.meeting.date !== null && date < entry.meeting.date)
    throw new UsageError(`${entry.id} was given on ${entry.meeting.date}, after ${date}.`);
  if (action === 'note') return;
  const last = entry.history.findLast(({ event }) => TURNS.includes(event));
  if (last?.date && date < last.date)
    throw new UsageError(
      `${entry.id} was ${last.event} on ${last.date}; what is entered after that cannot be of ${date}.`,
    );
}

function checkValue(entry: LogEntry, value: DateWindow | string | null): void {
  if (typeof value === 'string' && value.trim() === '')
    throw new UsageError('There are no words to remember.');
  if (value === null || typeof value === 'string') return;
  if (value.latest !== null && entry.meeting.date !== null && value.latest < entry.meeting.date)
    throw new UsageError(
      `${entry.id} was given on ${entry.meeting.date}; its deadline cannot be ${value.latest}.`,
    );
  if (entry.due?.earliest === value.earliest && entry.due.latest === value.latest)
    throw new UsageError(`This is the deadline of ${entry.id} already ("${entry.due.text}").`);
}

/**
 * A deadline in Swedish words or as a date, as in a note.
 * @param reference ISO date from which "i höst" and the like are counted
 * @param nextMeeting ISO date of the meeting after it ("till nästa möte"), where one is known
 * @throws UsageError where the words hold no day or period
 */
export function readDeadline(
  words: string,
  reference: string,
  nextMeeting: string | null = null,
): DateWindow {
  // "nästa möte" is a deadline here, and in a note none without its "till".
  const [phrase] = [words, `till ${words}`].flatMap((text) =>
    findDates(text, { reference, nextMeeting }),
  );
  if (!phrase || (phrase.earliest === null && phrase.latest === null))
    throw new UsageError(
      `"${words}" is no deadline that can be read. Write a date (2026-05-31) or words such as "senast i maj 2026".`,
    );
  return toWindow(phrase);
}

/** The day of a body's meeting after `day`, as the last note before it that tells of any has it; null: none does. */
export function nextMeetingOf(archive: Archive, id: string, day: string): string | null {
  const { body } = entryNamed(archive, id);
  const row = archive.get<{ next: string }>(
    `SELECT min(one.value ->> '$.date') AS next
     FROM records, json_each(record, '$.upcomingMeetings') AS one
     WHERE body = ?1 AND date <= ?2 AND one.value ->> '$.date' > ?2
     GROUP BY note ORDER BY date DESC LIMIT 1`,
    body,
    day,
  );
  return row?.next ?? null;
}

/**
 * Ties or unties two entries of the log, or two spellings of a person's or organisation's name. An entry that is no
 * longer in the notes is tied to the one that it has become: what was entered about it follows.
 * @throws UsageError where either is unknown, or they are so already
 */
export function enterTie(
  archive: Archive,
  action: 'tie' | 'untie',
  one: string,
  other: string,
  circumstances: Circumstances,
): [string, string] {
  const pair = pairNamed(archive, one, other);
  const [first, second] = pair.ids;
  if (first === second) throw new UsageError('These are one already.');
  if (isTied(archive, first, second) === (action === 'tie'))
    throw new UsageError(
      `${first} and ${second} are ${action === 'tie' ? 'tied already' : 'not tied'}.`,
    );
  write(archive, action, first, second, circumstances, pair.entries);
  return [first, second];
}

interface Pair {
  ids: [string, string];
  /** None where these are names. */
  entries: (LogEntry | LooseEntry)[];
}

function pairNamed(archive: Archive, one: string, other: string): Pair {
  const isName = (words: string): boolean =>
    archive.get(
      'SELECT 1 AS some FROM participants WHERE name = ?1 OR affiliation = ?1 LIMIT 1',
      words,
    ) !== undefined;
  const areIds = [one, other].every(
    (words) => /^[\p{Ll}\d]+$/u.test(words.trim().toLowerCase()) && !isName(words),
  );
  const asTied: [string, string] = [one.trim().toLowerCase(), other.trim().toLowerCase()];
  if (areIds && isTied(archive, ...asTied)) return { ids: asTied, entries: [] };
  if (areIds) {
    const loose = looseEntries(archive);
    const lostOr = (words: string): LogEntry | LooseEntry =>
      loose.find(({ id }) => id === words.trim().toLowerCase()) ?? entryNamed(archive, words);
    const [first, second] = [lostOr(one), lostOr(other)];
    if (isLoose(first) && isLoose(second))
      throw new UsageError(`Neither ${first.id} nor ${second.id} is in the notes any more.`);
    return { ids: [first.id, second.id], entries: [first, second] };
  }
  const unknown = [one, other].find((words) => !isName(words));
  if (unknown === undefined) return { ids: [one, other], entries: [] };
  throw new UsageError(
    `"${unknown}" is neither an id of the log nor a name in the archive as it is printed there. See sro people.`,
  );
}

/**
 * Takes an entry by hand back, by adding a line that makes it void.
 * @param number its number in the journal; null: the last one that holds
 * @throws UsageError where there is none
 */
export function undoLine(
  archive: Archive,
  circumstances: Circumstances,
  number: number | null = null,
): JournalLine {
  const line = lineToUndo(archive, number);
  archive.transaction(() => {
    addLine(archive, {
      action: 'undo',
      target: line.target,
      value: null,
      date: circumstances.date,
      person: circumstances.by,
      why: circumstances.why,
      undoes: line.id,
    });
    markEntryStale(archive, line.target);
    if (line.action === 'fix') {
      archive.run(
        'INSERT OR IGNORE INTO stale SELECT body_slug FROM notes WHERE meeting = ?',
        line.target,
      );
      chooseLead(archive, line.target);
    }
    if (line.value !== null && (line.action === 'tie' || line.action === 'untie'))
      markEntryStale(archive, JSON.parse(line.value) as string);
  });
  refreshLog(archive);
  return line;
}
