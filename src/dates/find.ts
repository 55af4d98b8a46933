/**
 * Date phrases in running text.
 *
 * phrase  := relative | undated | lead? date
 * date    := part? weekday? base (connector base)?
 * A lead ("senast", "före", "under") says how the period is meant; a base says what was stated; a year that is not
 * stated comes from the meeting (resolve.ts). One pass over the word starts; each tries a bounded number of patterns.
 */
import { addDays } from './calendar.js';
import {
  type BaseReading,
  type BaseRule,
  PART_LEAD,
  partOfWord,
  rulesFor,
  WEEKDAY_LEAD,
} from './bases.js';
import { type Lead, readLead } from './leads.js';
import type { Partial } from './partial.js';
import { statedYear, withYear } from './partial.js';
import { NEXT_MEETING, RELATIVE_RULES, UNDATED } from './relative.js';
import { type DateContext, resolve, type Resolved } from './resolve.js';
import { rememberedWith } from '../text/remember.js';
import { weekdayNumber } from './vocabulary.js';

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

/** Not in the middle of a time of day: "kl. 08.15, 22 september". */
const WORD_START = /(?<![\p{L}\p{N}/§–-]|\d[.:])[\p{L}\d]/gu;
/**
 * Words that a phrase cannot do without: a figure, or the name of a time. Most lines hold none, and no phrase begins
 * where none follows soon.
 */
const TIME_WORD =
  /\d|(?<!\p{L})(?:(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?|vår(?:en)?|sommar(?:en)?|höst(?:en)?|vinter|vintern|jul(?:en|helgen)?|påsk(?:en)?|kort|sikt|dag(?:ar)?)(?!\p{L})|år|nyår|midsommar|månad|veck|halvår|kvartal|tertial|(?:vår|höst)termin|nästa|nästkommande|snar|morgon|imorgon|omgående|omedelbart|skyndsamt|löpande|kontinuerligt|tills|varje|denna\svecka|innevarande|slutet\sav\såret)/giu;
/** From the beginning of a phrase to its word of time, in characters. */
const REACH = 80;
/** Words that cannot stand for a date before a capital: "Maj Karlsson" is a person. */
const PERSON_AFTER_MONTH = /(?:Maj|Juni|Juli|April|Augusti)\s+\p{Lu}\p{Ll}/u;
const CONNECTOR =
  /\s*[–—-]\s*|\s+(?:till\s+och\s+med|t\.?\s?o\.?\s?m\.?|till|och)\s+(?:med\s+)?(?:den\s+)?/iuy;

/**
 * @param text one paragraph, line breaks already joined
 * @returns phrases in order, not overlapping; those without a window have both ends null. Answers are shared
 */
export const findDates: (text: string, context: DateContext) => readonly DatePhrase[] =
  rememberedWith(searchDates, keyOf);

/** All that a context holds. */
function keyOf(context: DateContext): string {
  const { reference, nextMeeting, listYear } = context;
  const { past = false, deadline = false, isList = false, header = false } = context;
  const flags = Number(past) + 2 * Number(deadline) + 4 * Number(isList) + 8 * Number(header);
  return `${reference ?? ''}/${nextMeeting ?? ''}/${listYear ?? ''}/${flags}`;
}

function searchDates(text: string, context: DateContext): DatePhrase[] {
  const times = Array.from(text.matchAll(TIME_WORD), (time) => time.index);
  const found: DatePhrase[] = [];
  let done = 0;
  let next = 0;
  if (times.length === 0) return found;
  for (const start of text.matchAll(WORD_START)) {
    while ((times[next] ?? Infinity) < start.index) next += 1;
    const time = times[next];
    if (time === undefined) break;
    if (start.index < done || time - start.index > REACH) continue;
    const phrase = readPhrase(text, start.index, context);
    if (!phrase) continue;
    found.push(phrase);
    done = phrase.end;
  }
  return found;
}

/** The phrase that begins exactly at `at`, or null. */
function readPhrase(text: string, at: number, context: DateContext): DatePhrase | null {
  return (
    readNextMeeting(text, at, context) ??
    readRelative(text, at, context) ??
    readLed(text, at, context) ??
    readDate(text, at, at, null, context) ??
    readUndated(text, at)
  );
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

const OPEN = { edtf: null, earliest: null, latest: null, lead: 'within' as const, days: [] };

function readNextMeeting(text: string, at: number, context: DateContext): DatePhrase | null {
  const match = matchAt(NEXT_MEETING, text, at);
  if (!match) return null;
  const date = context.nextMeeting ?? null;
  const place = { start: at, end: at + match[0].length, text: match[0] };
  return {
    ...place,
    ...OPEN,
    edtf: date,
    earliest: date,
    latest: date,
    inferred: date !== null,
    rule: 'next-meeting',
    unit: 'meeting',
  };
}

function readRelative(text: string, at: number, context: DateContext): DatePhrase | null {
  for (const rule of RELATIVE_RULES) {
    const match = matchAt(rule.pattern, text, at);
    if (!match) continue;
    const reading =
      context.reference === null ? null : rule.read(match, context.reference, context);
    const place = { start: at, end: at + match[0].length, text: match[0] };
    return {
      ...place,
      ...OPEN,
      ...reading,
      inferred: reading !== null,
      rule: rule.name,
      unit: 'relative',
    };
  }
  return null;
}

function readUndated(text: string, at: number): DatePhrase | null {
  const match = matchAt(UNDATED, text, at);
  if (!match) return null;
  const place = { start: at, end: at + match[0].length, text: match[0] };
  return { ...place, ...OPEN, inferred: false, rule: 'undated', unit: 'undated' };
}

function readLed(text: string, at: number, context: DateContext): DatePhrase | null {
  const lead = readLead(text, at);
  return lead && readDate(text, at, lead.end, lead, context);
}

interface LeadAt {
  lead: Lead;
  word: string;
}

function readDate(
  text: string,
  start: number,
  at: number,
  lead: LeadAt | null,
  context: DateContext,
): DatePhrase | null {
  const stated = readStated(
    text,
    at,
    lead ?? leadOfList(text, at, context),
    context.header ?? false,
  );
  if (!stated) return null;
  const range = stated.until ? null : readRangeEnd(text, stated, lead);
  const until = stated.until ?? range?.partial;
  const end = range?.end ?? stated.end;
  const kind = lead?.lead ?? 'within';
  const deadline = kind === 'by' || kind === 'to' || kind === 'before';
  const window = until
    ? resolveRange(stated.partial, until, context)
    : resolve(stated.partial, { ...context, deadline, before: endsBefore(kind, stated.partial) });
  if (stated.problem)
    Object.assign(window, { earliest: null, latest: null, edtf: null, problem: stated.problem });
  const isRange = until !== undefined && stated.days === undefined;
  return {
    start,
    end,
    text: text.slice(start, end),
    ...applyLead(kind, window, stated.partial, isRange),
    inferred: window.inferred,
    rule: ruleName(kind, isRange && range ? `${stated.rule}-range` : stated.rule),
    lead: kind,
    unit: stated.partial.unit,
    days: daysOf(stated, context),
    ...problemOf(window),
  };
}

/** "8/12, 9/2 och 27/4" in a list of days needs no word before it; in prose it may be a share, or anything. */
const leadOfList = (text: string, at: number, { isList }: DateContext): LeadAt | null =>
  isList && /^\d{1,2}\/\d{1,2}(?![\d/])/u.test(text.slice(at, at + 6))
    ? { lead: 'within', word: '' }
    : null;

function daysOf(stated: Stated, context: DateContext): string[] {
  const days = stated.days ?? [];
  return days.map((day) => resolve(day, context).earliest).filter((day) => day !== null);
}

function problemOf(window: Resolved): Pick<DatePhrase, 'problem'> {
  if (window.problem) return { problem: window.problem };
  return window.weekdayMismatch ? { problem: 'weekday-mismatch' } : {};
}

const ruleName = (lead: Lead, base: string): string =>
  lead === 'within' ? base : `${lead}-${base}`;

interface Stated extends BaseReading {
  end: number;
  rule: string;
}

/** A date at `at`: an optional part, an optional weekday, and one of the base rules. */
function readStated(text: string, at: number, lead: LeadAt | null, header: boolean): Stated | null {
  if (PERSON_AFTER_MONTH.test(text.slice(at, at + 24)) && /^\p{Lu}/u.test(text.slice(at))) {
    if (PERSON_AFTER_MONTH.exec(text.slice(at, at + 24))?.index === 0) return null;
  }
  const part = matchAt(PART_LEAD, text, at);
  if (part) {
    const inner = readBase(text, at + part[0].length, { lead: 'within', word: 'av' }, header);
    const word = part[1] ?? '';
    return (
      inner && { ...inner, partial: { unit: 'part', part: partOfWord(word), of: inner.partial } }
    );
  }
  const weekday = matchAt(WEEKDAY_LEAD, text, at);
  if (weekday) {
    const inner = readBase(text, at + weekday[0].length, { lead: 'within', word: 'den' }, header);
    if (inner?.partial.unit === 'day') {
      return { ...inner, partial: { ...inner.partial, weekday: weekdayNumber(weekday[1] ?? '') } };
    }
  }
  return readBase(text, at, lead, header);
}

function readBase(text: string, at: number, lead: LeadAt | null, header: boolean): Stated | null {
  for (const rule of rulesFor(text[at] ?? '')) {
    if (rule.needs === 'lead' && lead === null) continue;
    const match = matchAt(rule.pattern, text, at);
    const reading = match && readRule(rule, match);
    if (!match || !reading) continue;
    if (!leadFits(lead, reading.partial)) continue;
    return { ...reading, end: at + match[0].length, rule: rule.name };
  }
  return header ? readSixDigits(text, at) : null;
}

function readRule(rule: BaseRule, match: RegExpExecArray): BaseReading | null {
  const reading = rule.read(match);
  if (reading?.partial.unit === 'day' && (reading.partial.day === 0 || reading.partial.month === 0))
    return null;
  return reading;
}

/** "den" goes before a day only; "på" before a day or a season. */
function leadFits(lead: LeadAt | null, partial: Partial): boolean {
  if (lead?.word === 'den') return partial.unit === 'day';
  if (lead?.word === 'på') return ['day', 'season', 'holiday'].includes(partial.unit);
  return true;
}

const SIX_DIGITS = /(\d\d)(0[1-9]|1[0-2])([0-3]\d)(?![\d-])/uy;

function readSixDigits(text: string, at: number): Stated | null {
  const match = matchAt(SIX_DIGITS, text, at);
  if (!match) return null;
  const partial = {
    unit: 'day' as const,
    day: Number(match[3]),
    month: Number(match[2]),
    year: 2000 + Number(match[1]),
  };
  return { partial, end: at + 6, rule: 'six-digit-day' };
}

function readRangeEnd(
  text: string,
  first: Stated,
  lead: LeadAt | null,
): { partial: Partial; end: number } | null {
  const connector = matchAt(CONNECTOR, text, first.end);
  if (!connector || lead?.lead === 'before' || lead?.lead === 'after') return null;
  const joiner = connector[0].trim().toLowerCase();
  if (joiner.startsWith('och') && lead?.lead !== 'between') return null;
  if (lead?.lead === 'by' && /^\p{L}/u.test(joiner)) return null;
  const second = readStated(
    text,
    first.end + connector[0].length,
    { lead: 'within', word: '' },
    false,
  );
  if (!second || second.until || unitOf(second.partial) !== unitOf(first.partial)) return null;
  return { partial: second.partial, end: second.end };
}

const unitOf = (partial: Partial): string =>
  partial.unit === 'part' ? partial.of.unit : partial.unit;

/** Either end may leave the year to the other; the end never lies before the beginning. */
function resolveRange(first: Partial, last: Partial, context: DateContext): Resolved {
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
const endsBefore = (lead: Lead, partial: Partial): boolean =>
  !isBorder(partial) &&
  (lead === 'before' ? partial.unit !== 'day' : lead === 'to' && !IS_INCLUDED.has(partial.unit));

/** "till vecka 12": with the week. */
const IS_INCLUDED: ReadonlySet<Partial['unit']> = new Set(['day', 'week', 'part']);

function applyLead(lead: Lead, period: Resolved, partial: Partial, isRange: boolean): Window {
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
