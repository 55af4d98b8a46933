/** A date as it was stated at one place of a text: an optional part, an optional weekday, and one of the base rules. */
import { rulesFor } from './bases/index.js';
import { PART_LEAD, partOfWord, WEEKDAY_LEAD } from './bases/lead.js';
import type { BaseReading, BaseRule } from './bases/rule.js';
import type { Lead } from './leads.js';
import type { Partial } from './partial.js';
import { weekdayNumber } from './vocabulary.js';

/** Words that cannot stand for a date before a capital: "Maj Karlsson" is a person. */
const PERSON_AFTER_MONTH = /(?:Maj|Juni|Juli|April|Augusti)\s+\p{Lu}\p{Ll}/uy;
const CONNECTOR =
  /\s*[–—-]\s*|\s+(?:till\s+och\s+med|t\.?\s?o\.?\s?m\.?|till|och)\s+(?:med\s+)?(?:den\s+)?/iuy;

export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

export interface LeadAt {
  lead: Lead;
  word: string;
}

export interface Stated extends BaseReading {
  end: number;
  rule: string;
}

/** A date at `at`: an optional part, an optional weekday, and one of the base rules. */
export function readStated(
  text: string,
  at: number,
  lead: LeadAt | null,
  header: boolean,
): Stated | null {
  if (matchAt(PERSON_AFTER_MONTH, text, at)) return null;
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

export function readRangeEnd(
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
