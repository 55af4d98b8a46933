/** Pages in two columns: prose is read column by column, lists side by side stand as they are. */
import { describe, expect, it } from 'vitest';
import { inReadingOrder } from '../src/text/pdfcolumns.js';
import { type Line, type Piece, toLines } from '../src/text/pdflines.js';

const piece = (text: string, x: number, y: number): Piece => ({
  text,
  x,
  y,
  width: text.length * 4,
  size: 10,
});
const textsOf = (lines: readonly Line[]): string[] =>
  lines.map(({ pieces }) => pieces.map(({ text }) => text).join(' | '));

describe('a page in two columns', () => {
  const prose = (side: string): string[] =>
    Array.from({ length: 12 }, (_, at) =>
      at % 2 === 0
        ? `Mening ${String(at)} ${side} handlar om vården och`
        : `de som har den där i spalten ${side} nr ${String(at)}.`,
    );
  const columns = [
    ...prose('vänster').map((text, at) => piece(text, 50, 100 + at * 12)),
    ...prose('höger').map((text, at) => piece(text, 310, 104 + at * 12)),
  ];

  it('is read down the left one and then down the right one, at one margin', () => {
    const title = piece(
      'En rubrik som går över hela sidan, från kant till kant på pappret',
      50,
      60,
    );
    const lines = inReadingOrder(toLines([title, ...columns]));
    expect(textsOf(lines)).toEqual([title.text, ...prose('vänster'), ...prose('höger')]);
    expect(new Set(lines.map(({ pieces }) => pieces[0]?.x))).toEqual(new Set([50]));
  });

  it('is left alone where the columns are lists of people', () => {
    const people = Array.from({ length: 14 }, (_, at) => [
      piece(`Person ${String(at)}, Lunds kommun`, 50, 100 + at * 12),
      piece(`Annan ${String(at)}, Region Skåne`, 310, 100 + at * 12),
    ]).flat();
    expect(textsOf(inReadingOrder(toLines(people)))).toEqual(textsOf(toLines(people)));
  });

  it('is none where most lines go across', () => {
    const wide = Array.from({ length: 12 }, (_, at) =>
      piece(
        'en rad som går över hela sidan och är löpande text om vården i hela länet',
        50,
        400 + at * 12,
      ),
    );
    const page = toLines([...columns, ...wide]);
    expect(textsOf(inReadingOrder(page))).toEqual(textsOf(page));
  });
});
