/** What a log is made from, and what it holds. */
import type { Meeting } from '../record/schema.js';
import type { TakenIds } from './ids.js';
import type { Reference } from './anchor.js';
import type { LogEntry, ManualEvent, NextExpected } from './types.js';
import type { Versions } from './versions.js';

export interface LogOptions {
  /** ISO date; meetings after it are not looked at. */
  today: string;
  /** What persons have entered, in the order in which they did. Entries after `today` are not looked at. */
  manual?: readonly ManualEvent[];
  /** Pairs of ids that a person has tied as one matter. */
  ties?: readonly (readonly [Reference, Reference])[];
  /** Ids that belong to entries of other bodies. */
  taken?: TakenIds;
  /** By meeting id, records as they were read, where persons have corrected them: ids are made of those. */
  asRead?: ReadonlyMap<string, Meeting>;
}

export interface Log {
  /** Entries of both kinds, closed ones too, soonest deadline first, undated last. */
  entries: LogEntry[];
  /** Items that may be about an entry, for a person to judge. */
  suggestions: Suggestion[];
  superseded: Versions['superseded'];
  /** For open entries without a deadline: the days at which the matter is to come up, soonest first. */
  expected: Map<string, NextExpected[]>;
  /** Ids under which something was entered by hand, and the ids that these entries have now. */
  renamed: Map<string, string>;
}

export interface Suggestion {
  id: string;
  meeting: string;
  item: string;
  score: number;
}
