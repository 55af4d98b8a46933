/** Correcting one field of a meeting's record by hand. */
import type { Meeting } from '../record/schema.js';
import { correctedRecord, keysAt, readCorrections, valueAt, withValue } from './corrections.js';
import { type Archive, UsageError } from './database.js';
import type { Circumstances } from './entering.js';
import { addLine } from './journal.js';
import { refreshLog } from './log.js';

/** What the program answers for itself: a record that said otherwise would point to the wrong place. */
const OWN = /^(?:id|schemaVersion|era|source|diagnostics)(?:\.|$)|\.(?:lines|id)(?:\.|$)/u;

/**
 * @param field "place", "agenda.3.title", "decisions.d1.text", "milestones.#2.label"
 * @param value JSON, or words
 * @returns what it said before, and what it says now
 * @throws UsageError where there is no such meeting or field, or the record would not be one
 */
export function enterFix(
  archive: Archive,
  meetingId: string,
  field: string,
  value: string,
  { date, today, by, why }: Circumstances,
): { before: unknown; after: unknown } {
  const row = archive.get<{ record: string; body_slug: string }>(
    'SELECT record, body_slug FROM notes WHERE leads AND meeting = ?',
    meetingId,
  );
  if (!row) throw new UsageError(`There is no meeting ${meetingId} in the archive.`);
  if (date > today) throw new UsageError(`${date} has not come yet.`);
  if (OWN.test(field)) throw new UsageError(`${field} is not corrected by hand.`);
  const read = JSON.parse(row.record) as Meeting;
  const current = correctedRecord(read, readCorrections(archive));
  const before = valueAt(current, field);
  if (before === undefined) throw new UsageError(noSuchField(current, field, meetingId));
  const after = fromWords(value, before);
  if (typeof after === 'string' && after.trim() === '')
    throw new UsageError(`${field} cannot be empty; write null where there is none.`);
  if (withValue(current, field, after) === null)
    throw new UsageError(
      `${field} cannot be ${JSON.stringify(after)}: no value that it can have. See sro schema.`,
    );
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
