/** What became of a file: a closed set, of which every file that was seen has exactly one. */

export const OUTCOMES = {
  imported: 'read and stored',
  updated: 'read again, since it or the reader has changed',
  unchanged: 'known already, and not changed',
  duplicate: 'the same text as another file',
  version: "another version of a known meeting's note",
  review: 'stored, but a person should look at it',
  'not-a-note': 'no note of a meeting',
  unreadable: 'could not be read',
  skipped: 'no kind of file that notes come in',
} as const;

export type Outcome = keyof typeof OUTCOMES;

/** Outcomes that leave a note in the archive. */
export const STORED: readonly Outcome[] = [
  'imported',
  'updated',
  'unchanged',
  'duplicate',
  'version',
  'review',
];

export type Counts = Partial<Record<Outcome, number>>;

export interface FileOutcome {
  path: string;
  outcome: Outcome;
  /** Why, where that is not plain. */
  reason: string | null;
  /** What a person can do about it. */
  advice: string | null;
  meeting: string | null;
  /** The file that was there first, for a duplicate. */
  duplicateOf: string | null;
}
