/** Numbers that count a note's pages: what each of them is shows only beside the others. */
import type { SourceLine } from '../sourceline.js';
import { BARE_NUMBER, interrupts, isPageAt, shown } from './page.js';

/** @returns the line numbers of the numbers that count the note's pages, such as "2" or "2/4" */
export const countingNumbers = (lines: readonly SourceLine[]): Set<number> =>
  new Set([...countingAlone(lines), ...countingFractions(lines)]);

/** How many lines a page has at least, between two bare numbers. */
const PAGE_LENGTH = 12;

/** Bare numbers that count on through the whole note, a page apart, number its pages. */
function countingAlone(lines: readonly SourceLine[]): Set<number> {
  const bare = lines
    .map((line, at) => ({ at, line, value: Number(shown(line)) }))
    .filter(({ line }) => BARE_NUMBER.test(shown(line)));
  const first = bare[0];
  if (bare.length === 1 && first && isLonePageNumber(lines, first.at))
    return new Set([first.line.no]);
  const counts =
    bare.length >= 2 && bare.every(({ value }, index) => value === (first?.value ?? 0) + index);
  // The last page may hold a line or two.
  const apart = bare.every(
    ({ at }, index) =>
      index === 0 ||
      at - (bare[index - 1]?.at ?? 0) >= PAGE_LENGTH ||
      (index > 1 && index === bare.length - 1 && at === lines.length - 1),
  );
  if (counts && apart && (first?.value ?? 9) <= 2) return new Set(bare.map(({ line }) => line.no));
  const cutting = bare.filter(({ at, value }) => isPageAt(at, value) && interrupts(lines, at));
  return new Set([...tightPageNumbers(bare), ...cutting].map(({ line }) => line.no));
}

interface BareNumber {
  at: number;
  line: SourceLine;
  value: number;
}

/**
 * Numbers right below a line of text, growing, each as far into the note as its page is: some pages' numbers may have
 * been lost. An item's own number stands below a gap.
 */
function tightPageNumbers(bare: readonly BareNumber[]): readonly BareNumber[] {
  const tight = bare.filter(({ at, line, value }) => line.gap === 0 && isPageAt(at, value));
  const grows = tight.every(
    ({ at, value }, index) =>
      index === 0 ||
      (value > (tight[index - 1]?.value ?? 0) && at - (tight[index - 1]?.at ?? 0) >= PAGE_LENGTH),
  );
  return tight.length >= 2 && grows ? tight : [];
}

/** One bare number in the whole note, parted from what is around it: the end or the top of the page that it counts. */
function isLonePageNumber(lines: readonly SourceLine[], at: number): boolean {
  const [before, line, after] = [lines[at - 1], lines[at], lines[at + 1]];
  if (!before || !line || !after) return false;
  const value = Number(shown(line));
  const isPage = isPageAt(at, value);
  // Of a series of items there would be more numbers than one.
  const isApart = line.gap > 0 || after.gap > 0 || interrupts(lines, at);
  return value > 0 && isPage && isApart && !before.text.endsWith(':');
}

/** "2/4" */
export const FRACTION = /^(\d{1,2})\s*\/\s*(\d{1,2})$/u;

/** "1/4", "2/4", … through the note: pages of so many, and not days of a month. */
function countingFractions(lines: readonly SourceLine[]): Set<number> {
  const found = lines.flatMap((line) => {
    const [, page, pages] = FRACTION.exec(line.text) ?? [];
    return page === undefined ? [] : [{ no: line.no, page: Number(page), pages: Number(pages) }];
  });
  const [first, ...others] = found;
  const counts =
    first !== undefined &&
    others.length > 0 &&
    first.page <= 2 &&
    found.every(
      ({ page, pages }, at) => pages === first.pages && page === first.page + at && page <= pages,
    );
  return new Set(counts ? found.map(({ no }) => no) : []);
}
