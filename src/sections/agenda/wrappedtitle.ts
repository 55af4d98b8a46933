/** The lines of an item's title, which may wrap. */
import type { Note } from '../../note/note.js';
import type { FlowLine } from '../../text/flowline.js';
import { pattern } from '../../text/pattern.js';
import { continues, endsSentence, gapAbove, isFull } from '../../text/wrapping.js';
import { readDecisionLabel } from '../decisions/labels.js';
import { readLabel } from '../labels.js';
import { headingOfInlineList, isMeetingListHeading } from '../meetings/headings.js';
import { isMetadata } from './metadata.js';

const MAX_TITLE_LINES = 6;

/**
 * The lines of a wrapped title. Where the item's metadata follows, all before it is title; else the title goes on
 * only as a wrapped line does.
 */
export function readTitleLines(note: Note, first: FlowLine, end: number): FlowLine[] {
  // "8. Mötesdatum 2024" is whole; the days below it are no title.
  if (isMeetingListHeading(first.text)) return [first];
  const upTo = Math.min(end, first.at + MAX_TITLE_LINES);
  const beforeMetadata = linesBeforeMetadata(note, first, upTo);
  if (beforeMetadata) return beforeMetadata;
  const lines = [first];
  for (let at = first.at + 1; at < upTo; at += 1) {
    const [before, line] = [lines.at(-1), note.lines[at]];
    if (!before || !line || !titleGoesOn(before, line, note.lines[at + 1])) break;
    lines.push(line);
  }
  return lines;
}

/** @returns the lines from `first` to the item's metadata; null where something else comes before them */
export function linesBeforeMetadata(
  note: Note,
  first: FlowLine,
  upTo = first.at + MAX_TITLE_LINES,
): FlowLine[] | null {
  const lines = [first];
  for (let at = first.at + 1; at < upTo; at += 1) {
    const line = note.lines[at];
    if (!line) return null;
    if (isMetadata(line.text)) return lines;
    const before = lines.at(-1);
    if (
      !before ||
      endsTitle(line) ||
      (before.text !== '' && endsSentence(before.text) && !before.text.endsWith(':'))
    )
      return null;
    if (gapAbove(line) > 1 && !line.afterBreak && !isFull(before, line)) return null;
    lines.push(line);
  }
  return null;
}

/** Sub-headings that a protocol puts under a title. */
const UNDER_TITLE = pattern(
  String.raw`^(?:sammanfattning|bakgrund|beskrivning|beslutsunderlag|ärendet|förslag till beslut|yrkanden?|handlingar|diskussion|dialog|syfte|inledning)\b.{0,40}$`,
);

function endsTitle(line: FlowLine): boolean {
  return (
    UNDER_TITLE.test(line.text) ||
    line.bullet !== null ||
    endsSentence(line.text) ||
    line.links.length > 0 ||
    line.text.length > 170 ||
    /^[a-h][).]\s/iu.test(line.text) ||
    readDecisionLabel(line.text) !== null ||
    readLabel(line.text) !== null ||
    headingOfInlineList(line.text) !== null
  );
}

/** "Samverkan kring barn (Anna Berg, Region⏎Kalmar län)": an open parenthesis that the next line closes. */
const isInParentheses = (before: FlowLine, line: FlowLine): boolean =>
  /\([^)]*$/u.test(before.text) && /^[^(]{1,60}\)$/u.test(line.text);

const NEEDS_MORE =
  /(?:,|–|-|(?<!\p{L})(?:och|eller|samt|i|på|av|om|för|med|till|från|vid|inom|mellan|hos|den|det))$/u;

function titleGoesOn(before: FlowLine, line: FlowLine, after: FlowLine | undefined): boolean {
  if (before.text === '') return line.bullet === null;
  if (isInParentheses(before, line)) return true;
  if (
    line.bullet !== null ||
    isMetadata(line.text) ||
    readDecisionLabel(line.text) !== null ||
    UNDER_TITLE.test(line.text)
  )
    return false;
  if (/\(\s*(?:ca\.?\s*)?\d{1,3}\s*min[^)]*\)\s*$/iu.test(before.text) || endsSentence(before.text))
    return false;
  if (/^[a-h][).]\s/iu.test(line.text) || readLabel(line.text) !== null) return false;
  if (headingOfInlineList(line.text) !== null) return false;
  if (!continues(before, line)) return false;
  // "Kort om" over "eHälsomyndigheten ordnar …": a word with a capital within begins as one with a capital does.
  const isLower = /^(?!\p{Ll}\p{Lu})[\p{Ll}(–-]/u.test(line.text);
  if (isLower || (NEEDS_MORE.test(before.text) && !endsSentence(line.text))) return true;
  // A full line followed by a capital: title only where what follows is no sentence.
  return (
    !endsSentence(line.text) &&
    line.text.length < line.width * 0.8 &&
    !(after && continues(line, after))
  );
}
