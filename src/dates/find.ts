/**
 * Date phrases in running text.
 *
 * phrase  := relative | undated | lead? date
 * date    := part? weekday? base (connector base)?
 * A lead ("senast", "före", "under") says how the period is meant; a base says what was stated; a year that is not
 * stated comes from the meeting (resolve.ts). One pass over the word starts; each tries a bounded number of patterns.
 */
import { rememberedWith } from '../text/remember.js';
import { type Lead, readLead } from './leads.js';
import { canOpen } from './openers.js';
import type { DatePhrase } from './phrase.js';
import { NEXT_MEETING, RELATIVE_RULES, UNDATED } from './relative.js';
import { type DateContext, resolve, type Resolved } from './resolve.js';
import { type LeadAt, matchAt, readRangeEnd, readStated, type Stated } from './stated.js';
import { applyLead, endsBefore, resolveRange } from './window.js';

/** Not in the middle of a time of day: "kl. 08.15, 22 september". */
const WORD_START = /(?<![\p{L}\p{N}_/§–-]|\d[.:])(?:\p{L}+|\d)/gu;
/**
 * Words that a phrase cannot do without: a figure, or the name of a time. Most lines hold none, and no phrase begins
 * where none follows soon.
 */
const TIME_WORD =
  /\d|(?<!\p{L})(?:(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?|vår(?:en)?|sommar(?:en)?|höst(?:en)?|vinter|vintern|jul(?:en|helgen)?|påsk(?:en)?|kort|sikt|dag(?:ar)?)(?!\p{L})|år|nyår|midsommar|månad|veck|halvår|kvartal|tertial|(?:vår|höst)termin|nästa|nästkommande|snar|morgon|imorgon|omgående|omedelbart|skyndsamt|löpande|kontinuerligt|tills|varje|denna\svecka|innevarande|slutet\sav\såret)/giu;
/** From the beginning of a phrase to its word of time, in characters. */
const REACH = 80;

const FLAGS = ['past', 'deadline', 'before', 'isList', 'header'] as const;

/** Whether two contexts say the same in all that they hold. */
const areSame = (a: DateContext, b: DateContext): boolean =>
  a.reference === b.reference &&
  (a.nextMeeting ?? null) === (b.nextMeeting ?? null) &&
  (a.listYear ?? null) === (b.listYear ?? null) &&
  FLAGS.every((flag) => (a[flag] ?? false) === (b[flag] ?? false));

/**
 * @param text one paragraph, line breaks already joined
 * @returns phrases in order, not overlapping; those without a window have both ends null. Answers are shared
 */
export const findDates: (text: string, context: DateContext) => readonly DatePhrase[] =
  rememberedWith(searchDates, areSame);

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
    if (start.index < done || time - start.index > REACH || !canOpen(start[0])) continue;
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

const OPEN = { edtf: null, earliest: null, latest: null, lead: 'within' as const, days: [] };

/** "till nästa APT": of other words only a body's letters. */
const namesMeeting = (words: string): boolean =>
  /(?:möte|mötet|sammanträde|sammanträdet|träff|träffen|gång|\s\p{Lu}{3,6})$/u.test(words);

function readNextMeeting(text: string, at: number, context: DateContext): DatePhrase | null {
  const match = matchAt(NEXT_MEETING, text, at);
  if (!match || !namesMeeting(match[0])) return null;
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
