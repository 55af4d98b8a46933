/** Lines that could be the heading of a numbered agenda item, with how likely each is. */
import { readRoman } from '../../text/numerals.js';
import { pattern } from '../../text/pattern.js';
import { oncePer } from '../../text/remember.js';
import type { FlowLine } from '../../text/flowline.js';
import { continues, endsSentence, gapAbove } from '../../text/wrapping.js';
import { readDecisionLabel } from '../decisions/labels.js';
import { isMetadata, takeAllotted } from './metadata.js';
import { FULL_MONTH } from '../../dates/vocabulary.js';

export const NUMBER_STYLES = [
  'dot',
  'paren',
  'section',
  'point',
  'plain',
  'roman',
  'letter',
] as const;
export type NumberStyle = (typeof NUMBER_STYLES)[number];

export interface Candidate {
  at: number;
  /** What it counts: 4 for "4a" and "IV". */
  number: number;
  /** "a" of "4a", else empty. */
  part: string;
  /** The number as printed: "4a", "IV", "D". */
  printed: string;
  style: NumberStyle;
  /** The first line's title words; empty where the number stands alone. */
  title: string;
  score: number;
}

const MONTH_NAME = `(?:${FULL_MONTH}|jan|feb|apr|aug|sept?|okt|nov|dec)`;
const STYLES: readonly [NumberStyle, RegExp][] = [
  [
    'section',
    pattern(String.raw`^(?:\p{Lu}{2,5}\s)?§\s*(\d{1,4}(?:\s?[a-h](?=[\s.:]))?)\s*[.:]?\s*(.*)$`),
  ],
  ['section', pattern(String.raw`^(\d{1,4})\s?§\s*[.:]?\s*(.*)$`)],
  ['point', pattern(String.raw`^(?:punkt|ärende|p\.)\s+(\d{1,2})\s*[.:–-]?\s*(.*)$`)],
  ['dot', pattern(String.raw`^(\d{1,2}(?:\s?[a-h](?=\.\s))?)\.\s?(?!\d)(.*)$`)],
  ['paren', pattern(String.raw`^(\d{1,2})\)\s?(.*)$`)],
  ['plain', pattern(String.raw`^(\d{1,2}[a-h]?)\s+(?!${MONTH_NAME}\b)(\p{Lu}.*)$`, 'u')],
  ['roman', pattern(String.raw`^([IVX]{1,5})[.)]\s+(\p{Lu}.*)$`, 'u')],
  ['letter', pattern(String.raw`^([A-Z])[.)]\s+(\p{Lu}.*)$`, 'u')],
];

/** @param lines of the whole note */
export const findCandidates = oncePer((lines: readonly FlowLine[]): Candidate[] => {
  const candidates: Candidate[] = [];
  const points = pointsOfDecisions(lines);
  for (const line of lines) {
    if (!BEGINS.test(line.text) || line.text.length > 300) continue;
    if (LEADERS.test(line.text)) continue;
    for (const [style, regexp] of STYLES) {
      const match = regexp.exec(line.text);
      if (!match) continue;
      const printed = (match[1] ?? '').replace(/\s/gu, '');
      const title = (match[2] ?? '').trim();
      if (title === '' && style === 'plain') break;
      const counted = count(printed, style);
      // "I. Anna Ek": a letter may count in either way, and the series tells which.
      if (style === 'roman' && printed.length === 1)
        candidates.push(letterOf(line, printed, title, lines));
      if (counted === null) continue;
      candidates.push({
        at: line.at,
        ...counted,
        printed,
        style,
        title,
        score: headingScore(line, title, lines) - (points.has(line.at) ? POINT_COST : 0),
      });
      break;
    }
  }
  return candidates;
});

const BEGINS = /^(?:\d|§|p|ä|\p{Lu}{2,5}\s§|[IVX]{1,5}[.)]\s|[A-Z][.)]\s)/iu;

function letterOf(
  line: FlowLine,
  printed: string,
  title: string,
  lines: readonly FlowLine[],
): Candidate {
  const number = printed.charCodeAt(0) - 64;
  const score = headingScore(line, title, lines);
  return { at: line.at, number, part: '', printed, style: 'letter', title, score };
}

function count(printed: string, style: NumberStyle): Pick<Candidate, 'number' | 'part'> | null {
  if (style === 'letter') return { number: printed.charCodeAt(0) - 64, part: '' };
  if (style === 'roman') {
    const number = readRoman(printed);
    return number === null ? null : { number, part: '' };
  }
  const part = /[a-h]$/iu.exec(printed)?.[0].toLowerCase() ?? '';
  return { number: parseInt(printed, 10), part };
}

/** "§ 5 Övriga frågor .............. 15": a line of the contents. */
const LEADERS = /(?:\.{4,}|(?:\s\.){4,}|…{2,})\s*\d{0,3}$/u;

/** What it costs a heading to stand where a decision's numbered points do. */
const POINT_COST = 4;
const POINT = /^(\d{1,2})[.)]\s+\S/u;

/** Places of the numbered points under "Ställningstagande", "Beslut" and the like: sentences that count on from 1. */
function pointsOfDecisions(lines: readonly FlowLine[]): Set<number> {
  const found = new Set<number>();
  for (const line of lines) {
    const label = readDecisionLabel(line.text);
    if (label === null || /[.!?]$/u.test(label.rest)) continue;
    let expected = 1;
    for (let at = line.at + 1; at < lines.length; at += 1) {
      const next = lines[at];
      const before = lines[at - 1];
      if (!next || !before) break;
      if (Number(POINT.exec(next.text)?.[1]) === expected && isPoint(next, lines)) {
        found.add(at);
        expected += 1;
      } else if (expected === 1 || !continues(before, next)) break;
    }
  }
  return found;
}

/** A sentence, on its line or over those that carry it on; a title has no full stop. */
function isPoint(line: FlowLine, lines: readonly FlowLine[]): boolean {
  if (hasMetadataBelow(line, lines)) return false;
  for (let at = line.at; at < line.at + 6; at += 1) {
    const [here, next] = [lines[at], lines[at + 1]];
    // "Bredband, 20 min."
    if (!here || takeAllotted(here.text).allotted.minutes !== null) return false;
    if (endsSentence(here.text)) return true;
    if (!next || !continues(here, next)) return /^\d+[.)]\s+\p{Ll}/u.test(line.text);
  }
  return true;
}

/** Sentences of decisions and prose begin in lower case, follow a colon, or end with a full stop. */
function headingScore(line: FlowLine, title: string, lines: readonly FlowLine[]): number {
  const before = lines[line.at - 1];
  let score = 1;
  if (/^\p{Ll}/u.test(title)) score -= 2.5;
  if (line.strong || line.headingLevel > 0) score += 2;
  if (line.bullet !== null) score -= 1;
  if (/[(,]\s*(?:ca\.?\s*)?\d{1,3}\s*min/u.test(title)) score += 2;
  if (before && before.text.endsWith(':') && !/^(?:dagordning|agenda)/iu.test(before.text))
    score -= 2;
  if (before && gapAbove(line) > 0) score += 0.5;
  if (endsSentence(title) && !title.endsWith(':') && title.split(' ').length > 6) score -= 1.5;
  if (title.length > 160) score -= 1;
  if (hasMetadataBelow(line, lines)) score += 3;
  return score;
}

/** A type line, "Föredragande:" or the like within the next few lines, a wrapped title between. */
function hasMetadataBelow(line: FlowLine, lines: readonly FlowLine[]): boolean {
  for (let at = line.at + 1; at <= line.at + 4; at += 1) {
    const next = lines[at];
    const before = lines[at - 1];
    if (!next || !before) return false;
    if (isMetadata(next.text)) return true;
    if (endsSentence(next.text) || !(continues(before, next) || at === line.at + 1)) return false;
  }
  return false;
}
