/**
 * Pages of a PDF that are set in two columns of prose: the left column is read to its end before the right one. Lists
 * side by side, such as a roster's, are left as they stand: what tells prose is that its lines begin in lower case.
 */
import type { Line, Piece } from './pdflines.js';

/** Starts no further apart than this, in points, are one column's. */
const NEAR = 4;
/** A gutter is at least so wide, in ems. */
const GUTTER = 1.2;
/** So many lines show that the page has columns. */
const FEWEST = 10;
/** Of the lines of either column so many carry a sentence on: in lower case, and longer than the end of a wrapped cell. */
const CARRY_ON = 0.2;
const LONG = 25;
/** Headings and running heads may stand over both columns; no more lines than this share. */
const MOST_ACROSS = 0.2;
/** The right column begins about the middle of the text, as a share of its width. */
const MIDDLE = [0.35, 0.65] as const;

/** @param lines top line first @returns them in the order of reading */
export function inReadingOrder(lines: readonly Line[]): Line[] {
  const gutter = gutterOf(lines);
  if (gutter === null) return [...lines];
  const ordered: Line[] = [];
  let block: Line[] = [];
  const close = (): void => {
    ordered.push(...unwoven(block, gutter));
    block = [];
  };
  for (const line of lines) {
    if (crosses(line, gutter)) {
      close();
      ordered.push(line);
    } else block.push(line);
  }
  close();
  return ordered;
}

/** Where the right column begins, in points; null where the page has no two columns of prose. */
function gutterOf(lines: readonly Line[]): number | null {
  const starts = new Map<number, number>();
  for (const { pieces } of lines)
    for (const [at, { x }] of pieces.entries())
      if (at === 0 || isAfterGap(pieces, at)) {
        const place = Math.round(x / NEAR);
        starts.set(place, (starts.get(place) ?? 0) + 1);
      }
  const [place] = [...starts]
    .filter(([at, count]) => count >= FEWEST && isInMiddle(lines, at * NEAR - NEAR))
    .sort((one, other) => other[1] - one[1])[0] ?? [null];
  if (place === null) return null;
  const gutter = place * NEAR - NEAR;
  return areProse(lines, gutter) ? gutter : null;
}

function isAfterGap(pieces: readonly Piece[], at: number): boolean {
  const [before, piece] = [pieces[at - 1], pieces[at]];
  if (!before || !piece) return false;
  return piece.x - before.x - before.width >= GUTTER * Math.max(before.size, piece.size, 1);
}

function isInMiddle(lines: readonly Line[], gutter: number): boolean {
  const pieces = lines.flatMap((line) => line.pieces);
  const left = pieces.reduce((least, { x }) => Math.min(least, x), Infinity);
  const right = pieces.reduce((most, { x, width }) => Math.max(most, x + width), -Infinity);
  const share = (gutter - left) / Math.max(1, right - left);
  return share >= MIDDLE[0] && share <= MIDDLE[1];
}

/** Both columns hold running text. */
function areProse(lines: readonly Line[], gutter: number): boolean {
  const woven = lines.filter((line) => !crosses(line, gutter));
  if (lines.length - woven.length > lines.length * MOST_ACROSS) return false;
  return [leftOf, rightOf].every((side) => {
    const texts = woven.flatMap((line) => side(line, gutter)[0]?.text ?? []);
    const carried = texts.filter((text) => /^\p{Ll}/u.test(text) && text.length >= LONG).length;
    return texts.length >= FEWEST && carried >= texts.length * CARRY_ON;
  });
}

const crosses = ({ pieces }: Line, gutter: number): boolean =>
  pieces.some(({ x, width }) => x < gutter && x + width > gutter + NEAR);

const leftOf = ({ pieces }: Line, gutter: number): Piece[] => pieces.filter(({ x }) => x < gutter);
const rightOf = ({ pieces }: Line, gutter: number): Piece[] =>
  pieces.filter(({ x }) => x >= gutter);

/** The left halves of the lines, and then the right ones, moved to the same margin. */
function unwoven(lines: readonly Line[], gutter: number): Line[] {
  const half = (side: typeof leftOf): Line[] =>
    lines.flatMap((line) => {
      const pieces = side(line, gutter);
      return pieces.length > 0 ? [{ ...line, pieces }] : [];
    });
  const [left, right] = [half(leftOf), half(rightOf)];
  const shift = left.length > 0 && right.length > 0 ? marginOf(right) - marginOf(left) : 0;
  return [
    ...left,
    ...right.map((line) => ({
      ...line,
      pieces: line.pieces.map((piece) => ({ ...piece, x: piece.x - shift })),
    })),
  ];
}

const marginOf = (lines: readonly Line[]): number =>
  lines.reduce((least, { pieces }) => Math.min(least, pieces[0]?.x ?? least), Infinity);
