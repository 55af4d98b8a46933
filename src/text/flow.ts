/**
 * The lines of a note as a reader follows them: blank lines and furniture gone, and told of each line whether the
 * next one carries on its paragraph. Blank lines alone separate nothing (a double-spaced note has one after every
 * line); what counts is the gap against the usual gap around it, and whether the next word would have fitted.
 */
import type { SourceLine } from './document.js';
import { isMarkedByBlank } from './furniture/repeated.js';
import { BARE_NUMBER, dashInSentence, giveBullets, type Owed } from './bullets.js';
import { hyphenatedWords, joinLines, type JoinPart } from './join.js';
import { endsSentence, UNWRAPPED } from './wrapping.js';

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
    const text = withColon(line);
    lines.push({
      ...line,
      text,
      ...marked,
      ...dash,
      at,
      afterBreak,
      gapLost,
      spacing: 0,
      width: 0,
    });
    gapLost = false;
    lone = [];
  });
  measureWidth(lines);
  measureSpacing(lines);
  narrowBlocks(lines);
  for (const one of owed.reverse()) giveBullets(lines, one);
  const numbered = withNumbers(lines);
  return { lines: numbered, hyphenated: hyphenatedWords(numbered) };
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
    !isPoint(line, before) &&
    !endsSentence(before.text) &&
    before.text.length > 25
  );
}

/** "b) Övriga frågor", or "att …" below another such: a point of its own, in lower case. */
const isPoint = (line: FlowLine, before: FlowLine): boolean =>
  /^\p{Ll}[).]\s/u.test(line.text) || (/^att\s/u.test(line.text) && /^att\s/u.test(before.text));

/** "1." alone over its point: one line, as the page had it. Over a gap only in a series: "1)", "2)". */
function withNumbers(lines: FlowLine[]): FlowLine[] {
  const numbers = lines.filter((line) => BARE_NUMBER.test(line.text));
  if (numbers.length === 0) return lines;
  const printed = new Set(numbers.map(({ text }) => text));
  const inSeries = ({ text }: FlowLine): boolean =>
    [-1, 1].some((step) =>
      printed.has(text.replace(/\d+/u, (number) => String(Number(number) + step))),
    );
  const merged: FlowLine[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const [line, next] = [lines[at], lines[at + 1]];
    if (!line) break;
    if (next && isNumberOf(line, lines[at - 1], next, inSeries(line) ? 1 : 0)) {
      merged.push({
        ...next,
        no: line.no,
        text: `${line.text} ${next.text}`,
        gap: line.gap,
        afterBreak: line.afterBreak,
        gapLost: line.gapLost,
      });
      at += 1;
    } else merged.push(line);
  }
  return merged.map((line, at) => Object.assign(line, { at }));
}

/** "Beslut            SRO noterar …": a label in the margin needs no colon. */
function withColon({ text, cells }: SourceLine): string {
  const label = cells[0]?.text ?? '';
  const isInMargin = cells.length === 2 && text.startsWith(`${label} `) && IN_MARGIN.test(label);
  return isInMargin ? `${label}:${text.slice(label.length)}` : text;
}

const IN_MARGIN = /^(?:ställningstaganden?|beslut)$/iu;

/** Over the points of a decision. */
const AT_POINTS = /^(?:ställningstaganden?|beslut|rekommendation(?:er)?|förslag)\s?:?$/iu;

const isNumberOf = (
  line: FlowLine,
  before: FlowLine | undefined,
  next: FlowLine,
  gap: number,
): boolean =>
  BARE_NUMBER.test(line.text) &&
  line.bullet === null &&
  next.bullet === null &&
  next.gap <= gap &&
  !next.afterBreak &&
  /^\p{L}/u.test(next.text) &&
  // "(från punkt" over "2)": the number is the sentence's.
  (before === undefined ||
    endsSentence(before.text) ||
    AT_POINTS.test(before.text) ||
    // "…, 2." below a blank line, of a series: the next point.
    (gap > 0 && line.gap > 0)) &&
  !BARE_NUMBER.test(before?.text ?? '');

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

/** Joins flow lines into one text by the note's own hyphenation. */
export const joinFlow = (lines: readonly JoinPart[], flow: Flow): string =>
  joinLines(lines, flow.hyphenated);
