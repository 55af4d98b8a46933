/** Corrections of records by hand: the note's own reading stays as it is, and a correction is laid over it. */
import { meetingSchema, type Meeting } from '../record/schema.js';
import type { Archive } from './database.js';
import { hasMember, listAddedTo } from './adding.js';
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
    (record, { field, value }) => withValue(record, field, value).meeting ?? record,
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

/** A record that was changed, or what is wrong with the change. */
export type Changed = { meeting: Meeting; problem: null } | { meeting: null; problem: string };

/** @param value null takes a member out of its list; "assignments.+" adds one, unless the record has it */
export function withValue(meeting: Meeting, field: string, value: unknown): Changed {
  const copy = structuredClone(meeting);
  const list = listAddedTo(field);
  if (list !== null) {
    if (!hasMember(meeting, list, value)) (copy[list] as unknown[]).push(value);
    return checked(copy);
  }
  const keys = field.split('.');
  const last = keys.pop() ?? '';
  const parent = keys.length === 0 ? copy : valueAt(copy, keys.join('.'));
  const key = keyIn(parent, last);
  if (parent === null || typeof parent !== 'object' || !(key in parent))
    return { meeting: null, problem: 'there is no such place' };
  if (Array.isArray(parent) && value === null) parent.splice(Number(key), 1);
  else (parent as Record<string, unknown>)[key] = value;
  return checked(copy);
}

function checked(copy: Meeting): Changed {
  for (const assignment of copy.assignments)
    if (!copy.decisions.some(({ id }) => id === assignment.decision)) assignment.decision = null;
  const result = meetingSchema.safeParse(copy);
  if (result.success) return { meeting: result.data, problem: null };
  const [issue] = result.error.issues;
  const where = issue?.path.at(-1);
  const problem = issue?.message ?? 'it would be no record';
  return { meeting: null, problem: typeof where === 'string' ? `${where}: ${problem}` : problem };
}

/**
 * The field with the members of lists named by what they are: the second participant is somebody else once another
 * one has been found before. A member that has no id, number or name of its own keeps its place.
 */
export function steadyField(record: unknown, field: string): string {
  const keys = field.split('.');
  return keys
    .map((key, at) => {
      const list = at === 0 ? record : valueAt(record, keys.slice(0, at).join('.'));
      if (!Array.isArray(list) || !key.startsWith('#')) return key;
      const member = (list as Member[])[Number(keyIn(list, key))];
      const name = member?.id ?? member?.number ?? member?.name;
      const isSure =
        typeof name === 'string' && !name.includes('.') && namesakes(list as Member[], name) === 1;
      return isSure ? name : key;
    })
    .join('.');
}

const namesakes = (list: readonly Member[], name: string): number =>
  list.filter((one) => one?.id === name || one?.number === name || one?.name === name).length;

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
