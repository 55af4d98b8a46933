/** Ids of log entries: short enough to type, and the same when notes are read again or more notes come. */
import { sha256, slug } from '../record/ids.js';
import type { Assignment, Meeting } from '../record/schema.js';
import { fold } from '../text/normalise.js';

/** No letters that are easily taken for one another. */
const ALPHABET = '23456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 5;
const ID = new RegExp(`^[${ALPHABET}]{${String(LENGTH)},}$`, 'u');

/** Whether words have the form of an entry's id. */
export const isEntryId = (words: string): boolean => ID.test(words);

/** Ids that are another entry's. */
export interface TakenIds {
  has: (id: string) => boolean;
}

/** Ids given in one log, besides those of other logs. */
export class OwnIds implements TakenIds {
  private readonly given = new Set<string>();

  constructor(private readonly others: TakenIds | undefined) {}

  has(id: string): boolean {
    return this.given.has(id) || (this.others?.has(id) ?? false);
  }

  add(id: string): void {
    this.given.add(id);
  }
}

/**
 * A hash of the body, the meeting's date and the task's words; `taken` ids grow by a letter, so that two entries
 * never share one.
 */
export function entryId(meeting: Meeting, assignment: Assignment, taken: TakenIds): string {
  const words = fold(assignment.task)
    .replaceAll(/[^a-z0-9]+/gu, ' ')
    .trim();
  const seed = [
    slug(meeting.body?.name ?? 'okand'),
    meeting.date ?? meeting.source.sha256,
    assignment.kind,
    words,
  ].join('\n');
  const letters = Array.from(
    Buffer.from(sha256(seed), 'hex'),
    (byte) => ALPHABET[byte % ALPHABET.length] ?? '2',
  );
  for (let length = LENGTH; length < letters.length; length += 1) {
    const id = letters.slice(0, length).join('');
    if (!taken.has(id)) return id;
  }
  return letters.join('');
}
