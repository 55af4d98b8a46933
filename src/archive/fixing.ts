/** Correcting one field of a meeting's record by hand. */
import { dateWindowSchema, type DateWindow, type Meeting } from '../record/schema.js';
import { listAddedTo, newMember } from './adding.js';
import {
  correctedRecord,
  keysAt,
  readCorrections,
  steadyField,
  valueAt,
  withValue,
} from './corrections.js';
import { type Archive, UsageError } from './database.js';
import { type Circumstances, readDeadline } from './entering.js';
import { addLine } from './journal.js';
import { refreshLog } from './log.js';

/** What the program answers for itself: a record that said otherwise would point to the wrong place. */
const OWN = /^(?:id|schemaVersion|era|source|diagnostics)(?:\.|$)|\.(?:lines|id)(?:\.|$)/u;

/** A date within a deadline or period: its words and its days belong together. */
const WITHIN_WINDOW = /\.(?:due|when|validity\.[^.]+)\.[^.]+$/u;

/**
 * Corrects one field; null takes a member out of its list, and "+" adds one.
 * @param named "place", "agenda.3.title", "decisions.d1.text", "milestones.#2.label", "assignments.+"
 * @param value JSON, or words; for a deadline Swedish words or a date; for a new member what is told of it, as JSON
 * @returns what it said before, and what it says now
 * @throws UsageError where there is no such meeting or field, or the record would not be one
 */
export function enterFix(
  archive: Archive,
  meetingId: string,
  named: string,
  value: string,
  { date, today, by, why }: Circumstances,
): { before: unknown; after: unknown } {
  const row = archive.get<Row>(
    'SELECT record, body_slug, text FROM notes WHERE leads AND meeting = ?',
    meetingId,
  );
  if (!row) throw new UsageError(`There is no meeting ${meetingId} in the archive.`);
  if (date > today) throw new UsageError(`${date} has not come yet.`);
  if (OWN.test(named)) throw new UsageError(`${named} is not corrected by hand.`);
  const read = JSON.parse(row.record) as Meeting;
  const current = correctedRecord(read, readCorrections(archive));
  const { field, before, after } = changeOf(current, named, value, row.text);
  checkValue(current, field, after);
  if (JSON.stringify(before) === JSON.stringify(after))
    throw new UsageError(`${field} of ${meetingId} says that already.`);
  archive.transaction(() => {
    const correction = { field, value: after, was: valueAt(read, field) };
    addLine(archive, {
      action: 'fix',
      target: meetingId,
      value: JSON.stringify(correction),
      date,
      person: by,
      why,
    });
    archive.run('INSERT OR IGNORE INTO stale (body_slug) VALUES (?)', row.body_slug);
  });
  refreshLog(archive);
  return { before, after };
}

interface Row {
  record: string;
  body_slug: string;
  text: string;
}

interface Change {
  field: string;
  before: unknown;
  after: unknown;
}

/** What the words change: a field of the record, or a member that a list gets. */
function changeOf(current: Meeting, named: string, value: string, text: string): Change {
  const list = listAddedTo(named);
  if (list !== null) {
    const deadline = (words: string): unknown => windowFrom(words, current);
    const after = newMember(current, list, fromWords(value, null), text, deadline);
    return { field: named, before: null, after };
  }
  const before = valueAt(current, named);
  if (before === undefined) throw new UsageError(noSuchField(current, named, current.id));
  if (WITHIN_WINDOW.test(named))
    throw new UsageError(
      `${named} is corrected with the rest of it: sro fix ${current.id} ${named.replace(/\.[^.]+$/u, '')} "senast i maj 2026".`,
    );
  const field = steadyField(current, named);
  const after = holdsWindow(field, before) ? windowFrom(value, current) : fromWords(value, before);
  return { field, before, after };
}

function checkValue(current: Meeting, field: string, after: unknown): void {
  if (typeof after === 'string' && after.trim() === '')
    throw new UsageError(`${field} cannot be empty; write null where there is none.`);
  const { meeting, problem } = withValue(current, field, after);
  if (meeting === null)
    throw new UsageError(
      `${field} cannot be ${JSON.stringify(after)}: ${problem}. See sro schema.`,
    );
  const { startTime, endTime } = meeting;
  const item = listAddedTo(field) === null ? null : (after as { item?: unknown }).item;
  if (typeof item === 'string') checkItem(meeting, item);
  if (/^(?:start|end)Time$/u.test(field) && startTime !== null && endTime !== null)
    if (endTime < startTime)
      throw new UsageError(`A meeting from ${startTime} cannot end at ${endTime}.`);
  if (field.endsWith('.item') && typeof after === 'string') checkItem(meeting, after);
}

function checkItem({ agenda }: Meeting, item: string): void {
  if (!agenda.some(({ number, title }) => number === item || title === item))
    throw new UsageError(`The agenda has no item ${item}.`);
}

const holdsWindow = (field: string, before: unknown): boolean =>
  dateWindowSchema.safeParse(before).success || (before === null && field.endsWith('.due'));

/** A deadline as the note could have told it: counted from its meeting. */
function windowFrom(value: string, { date, upcomingMeetings }: Meeting): DateWindow | null {
  if (value === 'null') return null;
  if (date === null)
    throw new UsageError('The meeting has no date from which a deadline could be counted.');
  const next = upcomingMeetings.find((one) => one.date !== null && one.date > date)?.date ?? null;
  return readDeadline(value, date, next);
}

/** Which keys there are at the first place where the field goes astray. */
function noSuchField(record: Meeting, field: string, meetingId: string): string {
  const keys = field.split('.');
  const known = keys.findIndex(
    (_, at) => valueAt(record, keys.slice(0, at + 1).join('.')) === undefined,
  );
  const parent = keys.slice(0, known).join('.');
  const there = keysAt(record, parent);
  const place = parent === '' ? meetingId : `${parent} of ${meetingId}`;
  return there.length === 0
    ? `There is no field ${field}: ${place} holds nothing.`
    : `There is no field ${field}: ${place} has ${there.join(', ')}.`;
}

/** Words stay words where the field holds words; else they are read as JSON. */
function fromWords(value: string, before: unknown): unknown {
  if (typeof before === 'string') return value === 'null' ? null : value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}
