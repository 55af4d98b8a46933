/**
 * The lines of a note as a reader follows them: blank lines and furniture gone, and told of each line whether the
 * next one carries on its paragraph. Blank lines alone separate nothing (a double-spaced note has one after every
 * line); what counts is the gap against the usual gap around it, and whether the next word would have fitted.
 */
import type { SourceLine } from './document.js';
import { isMarkedByBlank } from './furniture.js';
import { hyphenatedWords, joinLines, type JoinPart } from './join.js';

export interface FlowLine extends SourceLine {
  /** Index in the flow. */
  at: number;
  /** A page break or furniture lies between this line and the one before. */
  afterBreak: boolean;
  /** The gap before this line is the page's, not the paragraph's: furniture lies there, or a form feed that was lost. */
  gapLost: boolean;
  /** Usual number of blank lines between two lines of one paragraph here. */
  spacing: number;
  /** Width of a full line here, in characters. */
  width: number;
}

export interface Flow {
  lines: FlowLine[];
  /** Words that the note writes with a hyphen. */
  hyphenated: Set<string>;
}

const WINDOW = 8;
/** A line longer than this was never wrapped: it is a whole paragraph. */
const UNWRAPPED = 170;
const TERMINAL = /[.!?:…]["”’)\]]*$/u;

export function toFlow(all: readonly SourceLine[], furniture: ReadonlySet<number>): Flow {
  const shown = all.filter((line) => line.text !== '' || line.bullet !== null);
  const lines: FlowLine[] = [];
  let gapLost = false;
  let broken = false;
  let lone: SourceLine[] = [];
  const owed: Owed[] = [];
  let displaced: number | null = null;
  shown.forEach((line, place) => {
    if (furniture.has(line.no)) {
      gapLost = true;
      return;
    }
    gapLost ||= isMarkedByBlank(shown, place);
    const afterBreak = broken || gapLost || (line.pageTop && line.page > 1);
    broken = false;
    // A bullet alone on its line belongs to the words that follow it.
    if (line.text === '') {
      lone.push(line);
      broken = afterBreak;
      return;
    }
    if (lone.length > 0 && BARE_NUMBER.test(line.text)) {
      displaced = lines.length;
      lines.push({ ...line, at: lines.length, afterBreak, gapLost, spacing: 0, width: 0 });
      return;
    }
    const [mark] = lone;
    const dash = mark === undefined ? dashInSentence(line, lines.at(-1)) : null;
    const marked =
      mark !== undefined && line.bullet === null ? { bullet: mark.bullet, gap: mark.gap } : {};
    const at = lines.length;
    if (lone.length > 1 || displaced !== null)
      owed.push({ at, bullet: mark?.bullet ?? null, count: lone.length, displaced });
    displaced = null;
    lines.push({ ...line, ...marked, ...dash, at, afterBreak, gapLost, spacing: 0, width: 0 });
    gapLost = false;
    lone = [];
  });
  measureWidth(lines);
  measureSpacing(lines);
  narrowBlocks(lines);
  for (const one of owed.reverse()) giveBullets(lines, one);
  return { lines, hyphenated: hyphenatedWords(lines) };
}

/** An item's number alone on its line. */
const BARE_NUMBER = /^\d{1,2}[.)]$/u;

/** Bullets that extraction has set one below the other, before the points they belong to. */
interface Owed {
  /** Index of the first point's first line. */
  at: number;
  bullet: string | null;
  count: number;
  /** Index of the next item's number, which has come between the bullets and their points. */
  displaced: number | null;
}

/** Each paragraph below takes one of the bullets, as long as there are any and no gap intervenes. */
function giveBullets(lines: FlowLine[], { at, bullet, count, displaced }: Owed): void {
  let left = count - 1;
  let next = at + 1;
  for (; next < lines.length; next += 1) {
    const [before, line] = [lines[next - 1], lines[next]];
    if (!before || !line || line.bullet !== null || gapAbove(line, before) > 0) break;
    if (continues(before, line)) continue;
    if (left === 0) break;
    line.bullet = bullet;
    left -= 1;
  }
  if (displaced !== null) moveLine(lines, displaced, next);
}

/** Puts a line before another further down: there the flow of reading has it. */
function moveLine(lines: FlowLine[], from: number, before: number): void {
  const moved = lines.splice(from, 1);
  lines.splice(before - 1, 0, ...moved);
  lines.forEach((line, at) => (line.at = at));
}

/** "… – efter dialog⏎– återkomma": a dash that closes an insertion is no bullet. */
function dashInSentence(
  line: SourceLine,
  before: FlowLine | undefined,
): { bullet: null; text: string } | null {
  if (!before || line.bullet === null || !/[–—-]/u.test(line.bullet) || !/^\p{Ll}/u.test(line.text))
    return null;
  const opened = before.text.split(/\s[–—-]\s/u).length % 2 === 0;
  return opened && !endsSentence(before.text)
    ? { bullet: null, text: `${line.bullet} ${line.text}` }
    : null;
}

/**
 * The width is that of the lines nearby that were surely wrapped; where there are too few, of all lines nearby but
 * addresses, which no page wraps.
 */
function measureWidth(lines: FlowLine[]): void {
  const wrapped = lines.map(
    (line, at) => carriesOn(lines, at + 1) && line.text.length <= UNWRAPPED,
  );
  for (const line of lines) {
    const near = lines
      .slice(Math.max(0, line.at - WINDOW), line.at + WINDOW + 1)
      .filter(({ text }) => text.length <= UNWRAPPED);
    const sure = near.filter(({ at }) => wrapped[at]);
    const measured = sure.length >= 2 ? sure : near.filter(({ text }) => !/https?:/u.test(text));
    line.width = Math.max(30, ...measured.map(({ text }) => text.length));
  }
}

/** A line that begins in lower case after one without an end carries it on for sure. */
function carriesOn(lines: readonly FlowLine[], at: number): boolean {
  const [before, line] = [lines[at - 1], lines[at]];
  return (
    before !== undefined &&
    line !== undefined &&
    !line.afterBreak &&
    line.bullet === null &&
    /^\p{Ll}/u.test(line.text) &&
    !endsSentence(before.text) &&
    before.text.length > 25
  );
}

/** The gap of lines that carry on for sure is the usual one. */
function measureSpacing(lines: FlowLine[]): void {
  const sure = lines.map((_, at) => carriesOn(lines, at));
  const common = mostCommon(lines.filter((_, at) => sure[at]).map((line) => line.gap)) ?? 0;
  for (const line of lines) {
    const near: number[] = [];
    for (
      let at = Math.max(0, line.at - WINDOW);
      at <= Math.min(lines.length - 1, line.at + WINDOW);
      at += 1
    ) {
      if (sure[at]) near.push(lines[at]?.gap ?? 0);
    }
    line.spacing = Math.min(mostCommon(near) ?? common, 3);
  }
}

/**
 * A block with a line that was surely wrapped is as wide as its longest line, whatever stands around it: an indented
 * list wraps earlier than the prose above it.
 */
function narrowBlocks(lines: readonly FlowLine[]): void {
  for (const block of blocksOf(lines)) {
    const isWrapped = block.some((line) => line !== block[0] && carriesOn(lines, line.at));
    if (!isWrapped || block.length < 3) continue;
    const own = Math.max(30, ...block.map(({ text }) => text.length));
    for (const line of block) line.width = Math.min(line.width, own);
  }
}

/** Runs of lines that no gap or break parts. */
function blocksOf(lines: readonly FlowLine[]): FlowLine[][] {
  const blocks: FlowLine[][] = [];
  for (const line of lines) {
    const open = blocks.at(-1);
    if (!open || line.gap > line.spacing || line.afterBreak) blocks.push([line]);
    else open.push(line);
  }
  return blocks;
}

function mostCommon(values: readonly number[]): number | null {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: number | null = null;
  for (const [value, count] of counts)
    if (best === null || count > (counts.get(best) ?? 0)) best = value;
  return best;
}

/** The next line's first word would not have fitted on this one: the line break was the page's, not the writer's. */
export function isFull(line: FlowLine, next: FlowLine): boolean {
  if (line.text.length > UNWRAPPED) return false;
  const word = next.text.indexOf(' ');
  const first = word < 0 ? next.text.length : word;
  return line.text.length + 1 + first >= Math.max(line.width, next.width) * 0.95;
}

const ABBREVIATED =
  /(?:^|[\s(])(?:fr\.\s?o\.\s?m|t\.\s?o\.\s?m|bl\.\s?a|t\.\s?ex|d\.\s?v\.\s?s|m\.\s?fl|kl|ca|nr|dnr|ordf|förbundsdir|tf|s\.\s?k|jan|febr?|aug|sept?|okt|nov|dec)\.$/iu;

/** Ends with a full stop or the like that is not an abbreviation's. */
export const endsSentence = (text: string): boolean =>
  TERMINAL.test(text) && !ABBREVIATED.test(text.slice(-20));

const OPEN_END =
  /(?:[,(/–]|-|(?<![\p{L}\p{N}])(?:och|eller|samt|att|i|på|av|om|för|med|till|från|en|ett|den|det|de|som|vid|inom|kring|mellan|hos|per|under|över|inför|mot|efter|före|innan|genom|enligt|utifrån|utan|bland|ger|får|är|har|ska|skall|kan|bör|fr\.o\.m\.|t\.o\.m\.))$/iu;

/** "16 juni 2022: …" begins a row of its own. */
const DATED_ROW = /^\d{1,2}\s\p{L}{3,9}\.?(?:\s\d{4})?\s?:\s/u;
/** "2. Leverantören larmar" is the next point of a list. */
const NUMBERED_ROW = /^\d{1,2}[.)]\s\p{Lu}/u;

/** Short, and no end of a sentence: after a full stop a line within a paragraph is neither. */
const isHeadingLike = (line: FlowLine): boolean =>
  line.text.length < line.width * 0.4 &&
  /^\p{Lu}/u.test(line.text) &&
  !/[.!?,;)]$/u.test(line.text);

/** The gap above a line, in lines of the note's own spacing: in a double-spaced note one blank line is none. */
export const gapAbove = (next: FlowLine, line = next): number =>
  (next.gap + 1) / (line.spacing + 1) - 1;

/** Whether `next` carries on the paragraph that `line` is in. */
export function continues(line: FlowLine, next: FlowLine): boolean {
  if (next.bullet !== null || next.headingLevel > 0) return false;
  if (DATED_ROW.test(next.text) || NUMBERED_ROW.test(next.text)) return false;
  const ended = endsSentence(line.text);
  if (ended && isHeadingLike(next)) return false;
  // A year goes on with the sentence; a day and its month begin a row of a list.
  const lower = /^(?:[\p{Ll}(]|(?:19|20)\d\d(?:[.,;)]|\s\p{Ll}|$))/u.test(next.text);
  if (line.softHyphen || (/\p{L}-$/u.test(line.text) && lower)) return true;
  // Where the gap is lost, only the sentence and the fullness of the line tell.
  if (next.afterBreak && (next.gapLost || gapAbove(next, line) > 0))
    return !ended && (lower || OPEN_END.test(line.text) || isFull(line, next));
  const gap = gapAbove(next, line);
  if (gap > 1) return false;
  if (gap > 0)
    return (
      !ended &&
      (isFull(line, next) ||
        OPEN_END.test(line.text) ||
        (line.bullet !== null && line.text.length > line.width * 0.75))
    );
  if (OPEN_END.test(line.text)) return true;
  return isFull(line, next) || (lower && !ended);
}

/** Joins flow lines into one text by the note's own hyphenation. */
export const joinFlow = (lines: readonly JoinPart[], flow: Flow): string =>
  joinLines(lines, flow.hyphenated);
