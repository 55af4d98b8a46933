/** Links that a PDF lays over its words: areas of the page with addresses. */
import type { Line, Piece } from './pdflines.js';
import { advance } from './typeface.js';

/** What of the library's annotation is used; `rect` is [left, bottom, right, top] in points, y upwards. */
export interface Annotation {
  subtype?: string;
  url?: string;
  rect?: number[];
}

/** As the page is read: in points, y downwards. */
interface Area {
  href: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** So much of a piece's width must lie within a link's area. */
const COVERED = 0.8;

/** @param place turns a point of the PDF into one of the page as it is read */
export function areasOf(
  annotations: readonly Annotation[],
  place: (x: number, y: number) => readonly [number, number],
): Area[] {
  return annotations.flatMap(({ subtype, url, rect }) => {
    const [x1, y1, x2, y2] = rect ?? [];
    if (subtype !== 'Link' || url === undefined || !/^https?:/iu.test(url)) return [];
    if (x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined) return [];
    const [one, other] = [place(x1, y1), place(x2, y2)];
    return [
      {
        href: url,
        left: Math.min(one[0], other[0]),
        right: Math.max(one[0], other[0]),
        top: Math.min(one[1], other[1]),
        bottom: Math.max(one[1], other[1]),
      },
    ];
  });
}

/** @returns the pieces, those within a link's area with its address; one that a link covers in part is parted there */
export function linkPieces(pieces: readonly Piece[], areas: readonly Area[]): Piece[] {
  return areas.reduce<Piece[]>(
    (known, area) => known.flatMap((piece) => partAt(piece, area)),
    [...pieces],
  );
}

function partAt(piece: Piece, area: Area): Piece[] {
  const middle = piece.y - piece.size / 3;
  const covered = Math.min(piece.x + piece.width, area.right) - Math.max(piece.x, area.left);
  if (middle <= area.top || middle >= area.bottom || covered <= 0 || piece.href !== undefined)
    return [piece];
  if (covered >= piece.width * COVERED) return [{ ...piece, href: area.href }];
  return partWithin(piece, area) ?? [piece];
}

/** How far from a link's end a word may end, in ems: widths of letters are those of a mean face. */
const NEAR = 0.6;

/** The words of a piece that a link covers, where its ends are ends of words. */
function partWithin(piece: Piece, area: Area): Piece[] | null {
  const { text, x, width, size } = piece;
  const unit = width / Math.max(1, advance(text));
  const placeOf = (at: number): number => x + advance(text.slice(0, at)) * unit;
  const nearest = (ends: readonly number[], to: number): number | undefined =>
    ends
      .filter((at) => Math.abs(placeOf(at) - to) <= NEAR * size)
      .sort((a, b) => Math.abs(placeOf(a) - to) - Math.abs(placeOf(b) - to))[0];
  const starts = [...text.matchAll(/\S+/gu)].map(({ index }) => index);
  const ends = [...text.matchAll(/\S+/gu)].map(({ 0: word, index }) => index + word.length);
  const from = nearest(starts, area.left);
  const to = nearest(ends, area.right);
  if (from === undefined || to === undefined || from >= to) return null;
  const part = (begin: number, end: number, href?: string): Piece[] =>
    begin === end
      ? []
      : [
          {
            ...piece,
            text: text.slice(begin, end),
            x: placeOf(begin),
            width: placeOf(end) - placeOf(begin),
            ...(href === undefined ? {} : { href }),
          },
        ];
  return [...part(0, from), ...part(from, to, area.href), ...part(to, text.length)];
}

/** A link that goes on in the next line has a title that no one line holds: its words stay, without the address. */
export function dropWrappedLinks(lines: readonly Line[]): void {
  lines.forEach((line, at) => {
    const next = new Set(lines[at + 1]?.pieces.map(({ href }) => href));
    for (const href of new Set(line.pieces.map((piece) => piece.href)))
      if (href !== undefined && next.has(href))
        for (const piece of [...line.pieces, ...(lines[at + 1]?.pieces ?? [])])
          if (piece.href === href) piece.wraps = true;
  });
}
