/** What a rule for a spelling of a date is, and the pieces that its patterns are made of. */
import type { Partial } from '../partial.js';
import { YEAR } from '../vocabulary.js';

export interface BaseRule {
  /** Becomes `due.rule`. */
  name: string;
  /** The characters that can begin it, lower-case: what a text cannot match is never tried. */
  starts: string;
  /** Sticky. */
  pattern: RegExp;
  needs?: 'lead';
  read: (match: RegExpExecArray) => BaseReading | null;
}

export interface BaseReading {
  partial: Partial;
  /** Last day, month … of a range that the words hold together ("3–7 mars"). */
  until?: Partial;
  /** Single days of an enumeration. */
  days?: Partial[];
  problem?: 'date-ambiguous';
}

export const FIGURES = '0123456789';
const END = String.raw`(?![\p{L}\p{N}])`;
export const DASH = String.raw`\s*[–—-]\s*`;
export const OF_YEAR = String.raw`(?:,?\s+(${YEAR})(?![\d/–-]))?`;

export const sticky = (source: string): RegExp => new RegExp(source + END, 'iuy');
export const withOptionalYear = (year: string | undefined): { year?: number } =>
  year === undefined ? {} : { year: Number(year) };

/** "26" after a date is 2026: minutes of this century. */
export const shortYear = (year: string): number =>
  year.length === 2 ? 2000 + Number(year) : Number(year);

export function day(dayText: string | undefined, month: number, year: { year?: number }): Partial {
  return { unit: 'day', day: Number(dayText), month, ...year };
}
