/** A date as stated: its unit and those of its parts that the words give. What is not stated is not there. */
import type { Season } from './vocabulary.js';

export type Part = 'early' | 'middle' | 'late';

export type Partial =
  | { unit: 'day'; day: number; month: number; year?: number; weekday?: number }
  | { unit: 'month'; month: number; year?: number }
  | { unit: 'monthTurn'; month: number; next: number; year?: number }
  | { unit: 'year'; year: number }
  | { unit: 'season'; season: Season; year?: number; endYear?: number }
  | { unit: 'term'; term: 1 | 2; year?: number }
  | { unit: 'half'; half: 1 | 2; year?: number }
  | { unit: 'halfTurn'; year?: number }
  | { unit: 'quarter'; quarter: number; year?: number }
  | { unit: 'tertial'; tertial: number; year?: number }
  | { unit: 'week'; week: number; lastWeek?: number; year?: number }
  | { unit: 'yearTurn'; year?: number; stated?: number }
  | { unit: 'schoolYear'; year: number }
  | { unit: 'holiday'; holiday: 'christmas' | 'newYear' | 'easter' | 'midsummer'; year?: number }
  | { unit: 'part'; part: Part; of: Partial };

/** A period with both ends and its EDTF form, or the reason why there is none. */
export interface Period {
  earliest: string | null;
  latest: string | null;
  edtf: string | null;
  problem?: 'date-impossible' | 'date-ambiguous';
}

/** The same date in another year; a part hands the year on to what it is a part of. */
export function withYear(partial: Partial, year: number): Partial {
  if (partial.unit === 'part') return { ...partial, of: withYear(partial.of, year) };
  return { ...partial, year };
}

export function statedYear(partial: Partial): number | undefined {
  return partial.unit === 'part' ? statedYear(partial.of) : partial.year;
}
