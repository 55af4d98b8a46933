/** How wide the page is around a line, told from the lines that it surely wrapped. */
import type { FlowLine } from './flowline.js';
import { measureBy, type Wrapped } from './typeface.js';
import { endsSentence, UNWRAPPED } from './wrapping.js';

const WINDOW = 8;
/** A page's column is the same over more lines than a list's. */
const ROOM_WINDOW = 30;

/** So many lines that no page wraps, and more than are wrapped: in such a note each line is a paragraph. */
const FEWEST_LONG = 3;
/** The width of such a note, in characters: a line that is shorter has not come to a margin. */
const WITHOUT_MARGIN = 200;

/** Tells each line its width in characters and, where the letters are proportional, the room that it had. */
export function measureWidths(lines: FlowLine[]): void {
  measureCharacters(lines);
  narrowBlocks(lines);
  measureRoom(lines);
}

/**
 * The width is that of the lines nearby that were surely wrapped; where there are too few, of all lines nearby but
 * addresses, which no page wraps. Where more lines are paragraphs of their own than were wrapped, none has a margin.
 */
function measureCharacters(lines: FlowLine[]): void {
  const wrapped = lines.map(
    (line, at) => carriesOn(lines, at + 1) && line.text.length <= UNWRAPPED,
  );
  const long = lines.filter(({ text }) => text.length > UNWRAPPED).length;
  if (long >= FEWEST_LONG && long > wrapped.filter(Boolean).length) {
    for (const line of lines) line.width = WITHOUT_MARGIN;
    return;
  }
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
export function carriesOn(lines: readonly FlowLine[], at: number): boolean {
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

function measureRoom(lines: readonly FlowLine[]): void {
  const wrapped = pagesOwn(lines);
  const measure = measureBy(wrapped);
  if (!measure) return;
  const widths = wrapped.map(({ line }) => ({ at: line.at, width: measure(line.text) }));
  const widest = widths.reduce((most, { width }) => Math.max(most, width), 0);
  let first = 0;
  for (const line of lines) {
    while ((widths[first]?.at ?? Infinity) < line.at - ROOM_WINDOW) first += 1;
    const near: number[] = [];
    for (let at = first; (widths[at]?.at ?? Infinity) <= line.at + ROOM_WINDOW; at += 1)
      near.push(widths[at]?.width ?? 0);
    line.room = { width: near.length < 2 ? widest : Math.max(...near), measure };
  }
}

/** The breaks that the page made: within a word they are the hyphen's, and a short line may be a cell's. */
function pagesOwn(lines: readonly FlowLine[]): Wrapped[] {
  return lines.flatMap((next, at) => {
    const line = lines[at - 1];
    const isPages =
      line !== undefined &&
      carriesOn(lines, at) &&
      next.gap <= line.spacing &&
      line.text.length >= 40 &&
      line.text.length <= UNWRAPPED &&
      !line.softHyphen &&
      !line.text.endsWith('-');
    return isPages ? [{ line, next }] : [];
  });
}
