/** The days between which something lies: what a range spans, and what a lead ("senast", "före") makes of a period. */
import { addDays } from './calendar.js';
import type { Lead } from './leads.js';
import { type Partial, statedYear, withYear } from './partial.js';
import type { DatePhrase } from './phrase.js';
import { type DateContext, resolve, type Resolved } from './resolve.js';

/** Either end may leave the year to the other; the end never lies before the beginning. */
export function resolveRange(first: Partial, last: Partial, context: DateContext): Resolved {
  const [from, to] = resolveEnds(first, last, context);
  if (from.earliest === null || to.latest === null || isAfter(from, to)) {
    const problem = from.problem ?? to.problem;
    const nothing = { earliest: null, latest: null, edtf: null, inferred: false };
    return problem ? { ...nothing, problem } : nothing;
  }
  const neitherStated = statedYear(first) === undefined && statedYear(last) === undefined;
  return {
    earliest: from.earliest,
    latest: to.latest,
    edtf: `${from.edtf ?? from.earliest}/${to.edtf ?? to.latest}`,
    inferred: from.inferred || (to.inferred && neitherStated),
  };
}

function resolveEnds(first: Partial, last: Partial, context: DateContext): [Resolved, Resolved] {
  const lastYear = statedYear(last);
  if (statedYear(first) === undefined && lastYear !== undefined) {
    const to = resolve(last, context);
    const from = resolve(withYear(first, lastYear), context);
    return [isAfter(from, to) ? resolve(withYear(first, lastYear - 1), context) : from, to];
  }
  const from = resolve(first, context);
  if (lastYear !== undefined || from.earliest === null) return [from, resolve(last, context)];
  const year = Number(from.earliest.slice(0, 4));
  const to = resolve(withYear(last, year), context);
  return [from, isAfter(from, to) ? resolve(withYear(last, year + 1), context) : to];
}

const isAfter = (a: Resolved, b: Resolved): boolean =>
  a.earliest !== null && b.earliest !== null && a.earliest > b.earliest;

/** Turns of the year and its half are borders: what is before them ends with the day they fall on. */
const isBorder = (partial: Partial): boolean =>
  partial.unit === 'yearTurn' ||
  partial.unit === 'halfTurn' ||
  partial.unit === 'monthTurn' ||
  (partial.unit === 'holiday' && partial.holiday === 'newYear');

type Window = Pick<DatePhrase, 'earliest' | 'latest' | 'edtf'>;

/** "till mars", "innan sommaren": over when the period begins. A day may be the meeting's own. */
export const endsBefore = (lead: Lead, partial: Partial): boolean =>
  !isBorder(partial) &&
  (lead === 'before' ? partial.unit !== 'day' : lead === 'to' && !IS_INCLUDED.has(partial.unit));

/** "till vecka 12": with the week. */
const IS_INCLUDED: ReadonlySet<Partial['unit']> = new Set(['day', 'week', 'part']);

export function applyLead(
  lead: Lead,
  period: Resolved,
  partial: Partial,
  isRange: boolean,
): Window {
  const { earliest, latest, edtf } = period;
  if (earliest === null || latest === null) return { earliest: null, latest: null, edtf: null };
  const until = (day: string, notation = day): Window => ({
    earliest: null,
    latest: day,
    edtf: `../${notation}`,
  });
  switch (lead) {
    case 'within':
    case 'between':
      return { earliest, latest, edtf };
    case 'by':
      return isRange
        ? until(latest)
        : until(latest, edtf?.includes('/') ? latest : (edtf ?? latest));
    case 'to':
      if (IS_INCLUDED.has(partial.unit) || isBorder(partial)) return until(latest);
      return until(addDays(earliest, -1));
    case 'before':
      return isBorder(partial) ? until(earliest) : until(addDays(earliest, -1));
    case 'after':
      return { earliest: addDays(latest, 1), latest: null, edtf: `${addDays(latest, 1)}/..` };
    case 'from':
      if (isRange) return { earliest, latest, edtf };
      return {
        earliest,
        latest: null,
        edtf: `${edtf?.includes('/') ? earliest : (edtf ?? earliest)}/..`,
      };
  }
}
