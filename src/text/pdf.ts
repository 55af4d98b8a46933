/** PDF → text with its layout. Nothing is guessed: a page without a text layer gives nothing. */
import type { getDocumentProxy } from 'unpdf';
import type { ExtractedText } from './extracted.js';
import { inReadingOrder } from './pdfcolumns.js';
import { type Line, type Piece, setLines, toLines } from './pdflines.js';
import { type Annotation, areasOf, dropWrappedLinks, linkPieces } from './pdflinks.js';

/** What of the library's text item is used. `transform` is a PDF matrix [a b c d e f], in points, y upwards. */
interface TextItem {
  str: string;
  transform: number[];
  width: number;
  hasEOL: boolean;
}

interface Page {
  lines: Line[];
  /** Text that runs in another direction than the page's, a line each. */
  aside: string[];
}

const MOST_BLANK_LINES = 4;
/** A character's width in points where a document is too short to tell. */
const USUAL_WIDTH = 5.5;

/**
 * @returns blank text where the pages have no text layer
 * @throws Error with a short message where the file is damaged or locked
 */
export async function readPdf(bytes: Uint8Array): Promise<ExtractedText> {
  const { getDocumentProxy: open } = await import('unpdf');
  try {
    // The library takes the buffer over and takes no Buffer.
    const pdf = await open(new Uint8Array(bytes), { verbosity: 0 });
    try {
      const pages: Page[] = [];
      for (let no = 1; no <= pdf.numPages; no += 1) pages.push(await readPage(pdf, no));
      return { text: setPages(pages), pages: pdf.numPages };
    } finally {
      await pdf.destroy();
    }
  } catch (error) {
    throw new Error(reason(error), { cause: error });
  }
}

const reason = (error: unknown): string =>
  error instanceof Error && error.name === 'PasswordException'
    ? 'the PDF is locked by a password'
    : 'the PDF is damaged and cannot be read';

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

async function readPage(pdf: Pdf, no: number): Promise<Page> {
  const page = await pdf.getPage(no);
  const { items } = await page.getTextContent();
  const annotations = (await page.getAnnotations()) as Annotation[];
  const view = page.getViewport({ scale: 1 }).transform;
  const set = items.flatMap((item): TextItem[] =>
    'str' in item ? [{ ...item, str: item.str.replaceAll(/[\n\r\f]/gu, ' ') }] : [],
  );
  page.cleanup();
  return toPage(set, view, annotations);
}

/** @param view the matrix that turns the page as a reader sees it, y downwards */
function toPage(
  items: readonly TextItem[],
  view: readonly number[],
  annotations: readonly Annotation[],
): Page {
  const turned = items.map((item) => ({ item, matrix: multiply(view, item.transform) }));
  const upright = mainDirection(turned);
  const angle = (upright * Math.PI) / 2;
  const pieces: Piece[] = [];
  let aside = '';
  for (const { item, matrix } of turned) {
    if (directionOf(matrix) !== upright) aside += item.hasEOL ? `${item.str}\n` : item.str;
    else if (item.str.trim() !== '') pieces.push(toPiece(item, matrix, angle));
  }
  const place = (x: number, y: number): [number, number] =>
    turnedBy(angle, multiply(view, [1, 0, 0, 1, x, y]).slice(4));
  const placed = pieces.filter(({ x, y }) => Number.isFinite(x + y));
  const lines = inReadingOrder(toLines(linkPieces(placed, areasOf(annotations, place))));
  dropWrappedLinks(lines);
  return { lines, aside: aside.split('\n').filter((line) => line.trim() !== '') };
}

function multiply(m: readonly number[], n: readonly number[]): number[] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = m;
  const [p = 1, q = 0, r = 0, s = 1, t = 0, u = 0] = n;
  const turn = (x: number, y: number): number[] => [a * x + c * y, b * x + d * y];
  const [x = 0, y = 0] = turn(t, u);
  return [...turn(p, q), ...turn(r, s), x + e, y + f];
}

/** Quarter turns (0 to 3) of the baseline; text aslant, such as a watermark, gives a fraction. */
function directionOf([a = 1, b = 0]: readonly number[]): number {
  const turns = (Math.atan2(b, a) / (Math.PI / 2) + 4) % 4;
  const quarter = Math.round(turns);
  return Math.abs(turns - quarter) < 0.1 ? quarter % 4 : turns;
}

/** The quarter turn in which most of the page's letters stand: 0 but for tables set sideways. */
function mainDirection(turned: readonly { item: TextItem; matrix: number[] }[]): number {
  const letters = [0, 0, 0, 0];
  for (const { item, matrix } of turned) {
    const direction = directionOf(matrix);
    if (Number.isInteger(direction))
      letters[direction] = (letters[direction] ?? 0) + item.str.length;
  }
  return letters.indexOf(Math.max(...letters));
}

function toPiece({ str, width }: TextItem, matrix: readonly number[], angle: number): Piece {
  const [, , c = 0, d = 0, ...point] = matrix;
  const [x, y] = turnedBy(angle, point);
  const size = Math.hypot(c, d);
  return {
    text: str,
    x,
    y,
    width: Number.isFinite(width) ? Math.max(0, width) : 0,
    size: Number.isFinite(size) ? size : 0,
  };
}

/** The point where the page is turned upright. */
function turnedBy(angle: number, [x = 0, y = 0]: readonly number[]): [number, number] {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return [x * cos + y * sin, y * cos - x * sin];
}

function setPages(pages: readonly Page[]): string {
  const pieces = pages.flatMap(({ lines }) => lines.flatMap((line) => line.pieces));
  const words = pieces.filter(({ text, width }) => text.length > 3 && width > 0);
  const unit = median(words.map(({ text, width }) => width / text.length)) ?? USUAL_WIDTH;
  const left = pieces.reduce((least, { x }) => Math.min(least, Math.max(0, x)), Infinity);
  return pages.map((page) => setPage(page, unit, left)).join('\f');
}

function setPage({ lines, aside }: Page, unit: number, left: number): string {
  const text = setLines(lines, unit, left);
  const spaced = text.map(
    (line, at) => `${'\n'.repeat(blankLines(lines[at - 1], lines[at]))}${line}`,
  );
  return [...spaced, ...aside, ''].join('\n');
}

/** As many as fit between two lines, in ems of the upper: what `pdftotext -layout` does, so that both read alike. */
function blankLines(upper: Line | undefined, lower: Line | undefined): number {
  if (!upper || !lower) return 0;
  const ems = Math.floor((lower.y - upper.y) / Math.max(upper.size, 1));
  return Math.min(MOST_BLANK_LINES, Math.max(0, ems - 1));
}

function median(values: readonly number[]): number | undefined {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
