/** What is worth to be told as a milestone, and how it is. */
import { type DateContext, type DatePhrase, findDates } from '../../dates/index.js';
import { rangeOf } from '../../note/note.js';
import type { Milestone } from '../../record/schema.js';
import type { FlowLine } from '../../text/flowline.js';
import { pattern } from '../../text/pattern.js';
import { readLabel } from '../labels.js';
import { toWindow } from '../windows.js';

export interface MilestoneContext {
  item: string | null;
  dates: DateContext;
}

/** Two or three words with capitals: whoever they are, they are not what happens. */
export const isNameLike = (cell: string): boolean =>
  /^(?:\p{Lu}\p{Ll}+-?){1,2}(?:\s\p{Lu}[\p{L}-]+){1,2}$/u.test(cell);

/** Adds a milestone, unless its words say nothing of what is to happen, or are the head's. */
export function push(
  found: Milestone[],
  label: string,
  phrase: DatePhrase,
  text: string,
  lines: readonly FlowLine[],
  context: MilestoneContext,
): void {
  const saysWhat = /^["”(]?[\p{L}\p{N}]/u.test(label) && /\p{L}{2}/u.test(label);
  if (!saysWhat || readLabel(`${label}:`) !== null || OF_THE_MINUTES.test(label)) return;
  if (isOnlyDates(label, context.dates) || SAYS_NOTHING.test(label) || isNameLike(label)) return;
  found.push({ label, when: toWindow(phrase), item: context.item, text, lines: rangeOf(lines) });
}

/** What is left of "Nov 2024: datum ej klart", of the next meeting's place, of a suggestion. */
const SAYS_NOTHING = pattern(
  String.raw`^(?:kl\.?|klockan)\s|\bdatum\s+ej\b|^(?:\p{L}+s\s+)?förslag(?:\s+(?:på|till)\s+\p{L}+)?$|^(?:klart?|tidsram|tidplan|när|deadline|senast)$`,
);

/** "9 maj, 5 september och": other days of the same list say nothing of what is to happen. */
function isOnlyDates(label: string, dates: DateContext): boolean {
  let rest = label;
  for (const { start, end } of findDates(label, dates).toReversed())
    rest = rest.slice(0, start) + rest.slice(end);
  return rest !== label && !/\p{L}{3}/u.test(rest.replaceAll(BETWEEN_DATES, ' '));
}

const BETWEEN_DATES = pattern(
  String.raw`\b(?:och|eller|samt|alternativt|den|preliminärt)\b`,
  'giu',
);

/** "Datum för anslags uppsättande", "Plats och tid för justering": the minutes' own way, not the matters'. */
const OF_THE_MINUTES = pattern(
  String.raw`\banslag\p{L}*\b|\b(?:plats|datum|tid)\b.{0,20}\bjustering\p{L}*\b|^justering\p{L}*$`,
);
