/**
 * Page furniture: page numbers and the headers and footers that repeat from page to page.
 *
 * A page number stands alone on its line ("Sida 3 (7)", "2(4)") or in the last cell of a header. A header or footer
 * is a line that comes again, figures aside, at the edge of another page. Pages are known by form feeds or, where
 * those are lost, by the page numbers themselves and by the single blank that a page break leaves. The first page's
 * own top is never furniture: it holds the title. Some marks are furniture wherever they stand (marks.ts).
 */
import type { SourceLine } from '../sourceline.js';
import { markBetweenHalves, markHeadAgain, markTitleAgain, markTopAgain } from './headagain.js';
import { markAnywhere } from './marks.js';
import { cutPageNumber, markCounting, markPageNumbers } from './numbers.js';
import { markRepeated } from './repeated.js';
import { markSeams } from './seam.js';

export interface Furniture {
  /** Numbers of the lines that are nothing but furniture. */
  lines: Set<number>;
}

/** Finds the furniture and, on lines that are more than that, cuts a page number off their end. */
export function findFurniture(all: readonly SourceLine[]): Furniture {
  const lines = all.filter((line) => line.text !== '' || line.bullet !== null);
  const furniture = new Set<number>();
  markAnywhere(lines, furniture);
  markPageNumbers(lines, furniture);
  markCounting(lines, furniture);
  markRepeated(lines, furniture);
  markTopAgain(lines, furniture);
  markTitleAgain(lines, furniture);
  markHeadAgain(lines, furniture);
  markBetweenHalves(lines, furniture);
  markSeams(lines, furniture);
  for (const line of lines) if (!furniture.has(line.no)) cutPageNumber(line);
  return { lines: furniture };
}
