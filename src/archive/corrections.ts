/** Corrections of records by hand: the note's own reading stays as it is, and a correction is laid over it. */
import { meetingSchema, type Meeting } from '../record/schema.js';
import type { Archive } from './database.js';
import { validLines } from './journal.js';

export interface Correction {
  meeting: string;
  /** Number in the journal, by which it can be taken back. */
  line: number;
  /** Where in the record: "place", "agenda.3.title", "decisions.d1.text". */
  field: string;
  value: unknown;
  /** What the reading said when it was corrected. */
  was: unknown;
}

export function readCorrections(archive: Archive): Correction[] {
  return validLines(archive)
    .filter(({ action }) => action === 'fix')
    .map(({ id, target, value }) => ({
      meeting: target,
      line: id,
      ...(JSON.parse(value ?? '{}') as Omit<Correction, 'meeting' | 'line'>),
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
export const valueAt = (record: unknown, field: string): unknown =>
  field
    .split('.')
    .reduce<unknown>(
      (value, key) => (value as Record<string, unknown> | null | undefined)?.[keyIn(value, key)],
      record,
    );

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

type Member = { id?: unknown; number?: unknown; name?: unknown } | null;

/** In a list a member is named by its id, number or name ("d1", "3"), as the record prints it, or by its place ("#2"). */
function keyIn(value: unknown, key: string): string {
  if (!Array.isArray(value)) return key;
  const place = /^#([1-9]\d*)$/u.exec(key)?.[1];
  if (place !== undefined) return String(Number(place) - 1);
  const at = (value as Member[]).findIndex(
    (one) => one?.id === key || one?.number === key || one?.name === key,
  );
  return String(at);
}

/** The names by which the members of a place in a record are found; none where it holds no members. */
export function keysAt(record: unknown, field: string): string[] {
  const value = field === '' ? record : valueAt(record, field);
  if (value === null || typeof value !== 'object') return [];
  if (!Array.isArray(value)) return Object.keys(value);
  return (value as Member[]).map((one, at) => {
    const named = one?.id ?? one?.number;
    return typeof named === 'string' ? named : `#${String(at + 1)}`;
  });
}
