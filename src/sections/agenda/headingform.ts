/** What a heading without a number looks like, and what says of one that it heads an item. */
import { pattern } from '../../text/pattern.js';
import type { FlowLine } from '../../text/flowline.js';
import { endsSentence, gapAbove, isFull } from '../../text/wrapping.js';
import type { Note } from '../../note/note.js';
import { readDecisionLabel } from '../decisions/labels.js';
import { readLabel } from '../labels.js';
import { isMetadata, takeAllotted } from './metadata.js';
import { linesBeforeMetadata } from './wrappedtitle.js';

export const CLOSING_HEADING = pattern(
  String.raw`^(?:övriga\s+(?:punkter|frågor|ärenden|informationspunkter)|övrigt|laget\s+runt|övrig\s+information|information\s+och\s+övrigt|rundan|runda|läget\s+i\s+kommunerna|kort\s+från\s+kommunerna|runt\s+bordet|kommunrundan?|(?:information|runda|rapport(?:er)?|nytt|nyheter|läget|aktuellt)\s+(?:i|från|runt\s+om\s+i)\s+(?:\p{L}+\s+)?(?:kommunerna|regionen|verksamheterna|medlemmarna|länet|delregionerna)|(?:aktuellt|frågor)\s+(?:i|från)\s+(?:kommunerna|medlemmarna|verksamheterna))\s*:?$`,
);

/** Items that open a meeting. */
export const OPENS = pattern(
  String.raw`^(?:inledning|(?:genomgång\s+av\s+)?föregående\s+(?:\p{L}*anteckning(?:ar|en|arna)?|möte|protokoll)|välkommen(?:\s.{2,50})?|incheckning|mötets\s+öppnande|mötet\s+öppnas|presentationsrunda|dagens\s+(?:möte|agenda)|uppstart|runda)$`,
);

/** A line this long, in characters, is no cell of a table and no signature. */
export const PROSE = 50;

/** "Mötets öppnande", "Övriga frågor": items of any agenda, over prose of their own. */
export function isUsual(note: Note, line: FlowLine): boolean {
  const [before, next] = [note.lines[line.at - 1], note.lines[line.at + 1]];
  const ends = !before || endsSentence(before.text) || readLabel(before.text) !== null;
  const isTitle = OPENS.test(line.text) || CLOSING_HEADING.test(line.text);
  return isTitle && ends && line.bullet === null && (next?.text.length ?? 0) > PROSE;
}

export const isNoLabel = (line: FlowLine): boolean =>
  readDecisionLabel(line.text) === null && readLabel(line.text) === null;

export function isHeadingLike(line: FlowLine): boolean {
  return (
    line.bullet === null &&
    line.text.length > 2 &&
    line.text.length <= 110 &&
    /^[\p{Lu}\d”"]/u.test(line.text) &&
    (!/[.:;,!]$/u.test(line.text) || isAllotted(line)) &&
    line.cells.length <= 1 &&
    // "5 procent", "2023-11-30": the cell of a table.
    !/^[\d\s.,:–-]+\p{Ll}*$/u.test(line.text) &&
    !/https?:\/\//u.test(line.text) &&
    // A sentence that ends within the line is prose.
    !/\p{Ll}{3}[.!?]\s+\p{Lu}/u.test(line.text) &&
    !isMetadata(line.text)
  );
}

/** "Regional cykelplan, 10 min.", "Budget (15 minuter)" */
export function isAllotted(line: FlowLine): boolean {
  const { title, allotted } = takeAllotted(line.text);
  return allotted.minutes !== null && /^\p{Lu}[^.!?:]{2,90}$/u.test(title);
}

/** A type or presenter line below, or below the title's further lines, where it begins with room above. */
export function hasMetadata(note: Note, line: FlowLine): boolean {
  const next = note.lines[line.at + 1];
  if (next === undefined) return false;
  if (isMetadata(next.text)) return true;
  const begins = gapAbove(line) > 0 || line.afterBreak;
  return begins && linesBeforeMetadata(note, line) !== null;
}

/** "Frågan är fortfarande öppen." */
const isSentence = (text: string): boolean => /\p{Ll}\.$/u.test(text) && text.split(' ').length > 3;

/** A short line with room above, followed by prose. */
export function standsApart(note: Note, line: FlowLine): boolean {
  const [before, next] = [note.lines[line.at - 1], note.lines[line.at + 1]];
  if (!next || isFull(line, next) || line.text.split(' ').length > 12) return false;
  const mayCarryOn = before && gapAbove(line) <= 1 && before.bullet === null;
  if (mayCarryOn && !endsSentence(before.text) && isFull(before, line)) return false;
  const isApart = gapAbove(line) > 0 || line.afterBreak || before === undefined;
  return (
    isApart &&
    /^[\p{Lu}•"”-]/u.test(next.text) &&
    (next.text.length > Math.min(PROSE, next.width * 0.7) ||
      isSentence(next.text) ||
      next.bullet !== null ||
      readDecisionLabel(next.text) !== null)
  );
}
