/**
 * Pieces of text on a page → its lines, as a layout-keeping extraction sets them: pieces on one baseline make a line,
 * pieces that touch make a word, a small gap is a blank, a wide one holds two cells apart.
 *
 * Positions are in points, y grows downwards. Measures given "in ems" are shares of a piece's own font size.
 */
import { writeLink } from './markdown.js';
import { layOut, type Placed } from './stops.js';

/** A run of text as the PDF sets it, turned upright. */
export interface Piece {
  text: string;
  /** Left end of the baseline. */
  x: number;
  y: number;
  width: number;
  /** Font size. */
  size: number;
  /** The address that a link gives its words. */
  href?: string;
  /** The link goes on in another line. */
  wraps?: boolean;
}

/** Pieces of one line, from left to right. */
export interface Line {
  /** The largest piece's baseline. */
  y: number;
  size: number;
  pieces: Piece[];
}

/** How far a baseline may be off, in ems of the larger piece and of the smaller: superscripts stand a third of an em higher, or a little more. */
const SHIFT_OF_LARGER = 0.45;
const SHIFT_OF_SMALLER = 0.6;
/** Gaps in ems: between words, between cells where a column begins there on other lines too, between cells at all. */
const WORD_GAP = 0.15;
const COLUMN_GAP = 0.45;
const CELL_GAP = 1.2;
/** Width of a blank in ems: typed blanks at a piece's ends are measured as a gap. */
const BLANK = 0.25;
/** Starts of cells no further apart than this, in points, are one column's. */
const NEAR = 4;

/** Clusters a page's pieces by baseline, top line first. */
export function toLines(pieces: readonly Piece[]): Line[] {
  const lines: Line[] = [];
  for (const piece of pieces.map(withoutBlanks).sort((a, b) => a.y - b.y)) {
    const line = lines.at(-1);
    if (line && isOnLine(piece, line)) addTo(line, piece);
    else lines.push({ y: piece.y, size: piece.size, pieces: [piece] });
  }
  for (const line of lines) line.pieces = withoutDoubles(line.pieces.sort((a, b) => a.x - b.x));
  return lines;
}

function addTo(line: Line, piece: Piece): void {
  line.pieces.push(piece);
  if (piece.size > line.size) Object.assign(line, { y: piece.y, size: piece.size });
}

function isOnLine(piece: Piece, line: Line): boolean {
  const shift = Math.abs(piece.y - line.y);
  const [smaller, larger] = [Math.min(piece.size, line.size), Math.max(piece.size, line.size)];
  return shift <= SHIFT_OF_LARGER * larger && shift <= SHIFT_OF_SMALLER * smaller;
}

/** Blanks at the ends become a gap that holds them; their width is taken off. */
function withoutBlanks(piece: Piece): Piece {
  const text = piece.text.trim();
  const before = piece.text.length - piece.text.trimStart().length;
  const after = piece.text.length - before - text.length;
  const blank = Math.min(BLANK * piece.size, piece.width / Math.max(1, piece.text.length));
  return {
    ...piece,
    text,
    x: piece.x + before * blank,
    width: Math.max(0, piece.width - (before + after) * blank),
  };
}

/** Bold type made by printing twice: the same words at the same place count once. */
function withoutDoubles(pieces: readonly Piece[]): Piece[] {
  return pieces.filter((piece, at) => {
    const before = pieces[at - 1];
    return before?.text !== piece.text || piece.x - before.x > WORD_GAP * piece.size;
  });
}

/** Ends of a piece that stand apart from the one before it: the gap in ems. */
function gapBefore(pieces: readonly Piece[], at: number): number {
  const [before, piece] = [pieces[at - 1], pieces[at]];
  if (!before || !piece) return 0;
  return (piece.x - before.x - before.width) / Math.max(before.size, piece.size, 1);
}

/** Where columns begin, in steps of NEAR: where on some line of the page a cell stands after a wide gap. */
function columnsOf(lines: readonly Line[]): Set<number> {
  const columns = new Set<number>();
  for (const { pieces } of lines) {
    pieces.forEach(({ x }, at) => {
      if (gapBefore(pieces, at) >= CELL_GAP) columns.add(Math.round(x / NEAR));
    });
  }
  return columns;
}

/** Words of a cell that have one address, or none. */
interface Run {
  text: string;
  href: string | undefined;
}

function cellsOf({ pieces }: Line, columns: ReadonlySet<number>): Placed[] {
  const cells: { x: number; runs: Run[] }[] = [];
  pieces.forEach((piece, at) => {
    const last = cells.at(-1);
    const gap = gapBefore(pieces, at);
    const place = Math.round(piece.x / NEAR);
    const beginsColumn = [place - 1, place, place + 1].some((near) => columns.has(near));
    const run = { text: piece.text, href: piece.wraps ? undefined : piece.href };
    if (!last || gap >= CELL_GAP || (gap >= COLUMN_GAP && beginsColumn))
      cells.push({ x: piece.x, runs: [run] });
    else addRun(last.runs, gap >= WORD_GAP ? ' ' : '', run);
  });
  return cells.map(({ x, runs }) => ({
    x,
    text: runs
      .map(({ text, href }) => (href === undefined ? text : writeLink(text, href)))
      .join(''),
  }));
}

function addRun(runs: Run[], blank: string, run: Run): void {
  const last = runs.at(-1);
  if (last && last.href === run.href) last.text += blank + run.text;
  else runs.push({ text: blank, href: undefined }, run);
}

/**
 * One page's lines as text, blank lines not yet among them.
 * @param unit how wide a character is, in points
 * @param left the document's left margin, in points
 */
export function setLines(lines: readonly Line[], unit: number, left: number): string[] {
  const columns = columnsOf(lines);
  return layOut(
    lines.map((line) => cellsOf(line, columns)),
    { unit, left, near: NEAR },
  );
}
