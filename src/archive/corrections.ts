/** Corrections of records by hand: the note's own reading stays as it is, and a correction is laid over it. */
import { meetingSchema, type Meeting } from '../record/schema.js';
import type { Archive } from './database.js';
import { validLines } from './journal.js';

export interface Correction {
  meeting: string;
  /** Where in the record: "place", "agenda.3.title", "decisions.d1.text". */
  field: string;
  value: unknown;
  /** What the reading said when it was corrected. */
  was: unknown;
}

export function readCorrections(archive: Archive): Correction[] {
  return validLines(archive)
    .filter(({ action }) => action === 'fix')
    .map(({ target, value }) => ({
      meeting: target,
      ...(JSON.parse(value ?? '{}') as Omit<Correction, 'meeting'>),
    }));
}

/** The record as persons have corrected it. Corrections whose place is gone leave it alone. */
export function correctedRecord(meeting: Meeting, corrections: readonly Correction[]): Meeting {
  const own = corrections.filter((correction) => correction.meeting === meeting.id);
  return own.reduce(
    (record, { field, value }) => withValue(record, field, value) ?? record,
    meeting,
  );
}

/** What a record says at a place; undefined where there is no such place. */
export function valueAt(record: unknown, field: string): unknown {
  return field
    .split('.')
    .reduce<unknown>(
      (value, key) => (value as Record<string, unknown> | undefined)?.[keyIn(value, key)],
      record,
    );
}

/** @returns a record with another value at a place, or null where there is no such place or it would not be a record */
export function withValue(meeting: Meeting, field: string, value: unknown): Meeting | null {
  const copy = structuredClone(meeting) as unknown;
  const keys = field.split('.');
  const last = keys.pop() ?? '';
  const parent = keys.length === 0 ? copy : valueAt(copy, keys.join('.'));
  const key = keyIn(parent, last);
  if (parent === null || typeof parent !== 'object' || !(key in parent)) return null;
  (parent as Record<string, unknown>)[key] = value;
  const checked = meetingSchema.safeParse(copy);
  return checked.success ? checked.data : null;
}

/** In a list a member is named by its id or number ("d1", "3"), as the record prints it. */
function keyIn(value: unknown, key: string): string {
  if (!Array.isArray(value)) return key;
  const at = (value as { id?: unknown; number?: unknown; name?: unknown }[]).findIndex(
    ({ id, number, name }) => id === key || number === key || name === key,
  );
  return String(at);
}

/** Corrections of a meeting whose note now says something else than when it was corrected. */
export function overtaken(meeting: Meeting, corrections: readonly Correction[]): Correction[] {
  return corrections.filter(
    ({ meeting: id, field, was }) =>
      id === meeting.id && JSON.stringify(valueAt(meeting, field)) !== JSON.stringify(was),
  );
}
