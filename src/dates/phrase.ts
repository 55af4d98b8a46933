/** What a date phrase says. */
import type { Lead } from './leads.js';
import type { Partial } from './partial.js';

export interface DatePhrase {
  /** Offsets of the phrase in the text searched. */
  start: number;
  end: number;
  text: string;
  edtf: string | null;
  earliest: string | null;
  latest: string | null;
  inferred: boolean;
  rule: string;
  /** How the period is meant; "within" where no word says otherwise. */
  lead: Lead;
  /** The unit stated ("day", "month" …), or "relative", "meeting", "undated". */
  unit: Partial['unit'] | 'relative' | 'meeting' | 'undated';
  /** Each day of an enumeration ("3 och 10 mars"). */
  days: string[];
  problem?: 'date-impossible' | 'date-ambiguous' | 'weekday-mismatch';
}
