/**
 * The spellings of a date, one small rule each. A rule reads at one position and says what was stated; it knows
 * nothing of the words around it. `needs: 'lead'` marks what is a date only after a word such as "i" or "senast".
 */
import { DAY_RULES } from './days.js';
import { MONTH_RULES } from './months.js';
import { PART_OF_YEAR_RULES } from './partsofyear.js';
import type { BaseRule } from './rule.js';
import { SEASON_RULES } from './seasons.js';
import { YEAR_RULES } from './years.js';

/** Dates of which "i början av" can take a part. */
export const WHOLE_RULES: readonly BaseRule[] = [
  ...DAY_RULES,
  ...MONTH_RULES,
  ...SEASON_RULES,
  ...PART_OF_YEAR_RULES,
  ...YEAR_RULES,
];

const BY_FIRST = new Map<string, BaseRule[]>();
for (const rule of WHOLE_RULES)
  for (const character of rule.starts)
    BY_FIRST.set(character, [...(BY_FIRST.get(character) ?? []), rule]);

/** The rules that can begin with this character. */
export const rulesFor = (character: string): readonly BaseRule[] =>
  BY_FIRST.get(character.toLowerCase()) ?? [];
