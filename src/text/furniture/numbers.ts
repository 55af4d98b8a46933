/** Numbers of pages, alone on a line, beside a page's head, or at the end of it. */
import { pattern } from '../pattern.js';
import type { SourceLine } from '../sourceline.js';
import { countingNumbers, FRACTION } from './counting.js';
import { BARE_NUMBER, TOP, interrupts, isPageAt, shown, titleOf, wordsOf } from './page.js';

const NUMBERED = String.raw`(?:(?:sida|sidan|sid\.?|s\.|page)\s*:?\s*\d{1,3}(?:\s*(?:\(\s*\d{1,3}\s*\)|(?:av|of|/)\s*\d{1,3}))?|\d{1,3}\s*\(\s*\d{1,3}\s*\)|\d{1,3}\s+av\s+\d{1,3}|[-–]\s*\d{1,3}\s*[-–]|\d{1,3}\s*/\s*\d{1,3})`;

const PAGE_NUMBER = pattern(`^${NUMBERED}$`);

export const PAGE_NUMBER_AT_END = pattern(
  String.raw`(?:^|\s)(?:(?:sida|sidan|sid\.?)\s*:?\s*\d{1,3}(?:\s*(?:\(\s*\d{1,3}\s*\)|(?:av|/)\s*\d{1,3}))?|\d{1,3}\s?\(\s?\d{1,3}\s?\))$`,
);

/** What an archive stamps on a page. */
const STAMP = pattern(
  String.raw`^(?:arkivexemplar\b.*|inkom(?:men)?\s+(?:den\s+)?\d.*|ankom\s+(?:den\s+)?\d.*|kopia)$`,
);

/** Characters. */
const LONGEST_STAMP = 60;

/** Markdown's rule between two parts says nothing itself. */
const THEMATIC_BREAK = /^(?:-{3}|\*{3})$/u;

export function markPageNumbers(lines: readonly SourceLine[], furniture: Set<number>): void {
  const counting = countingNumbers(lines);
  const head = new Set(titleOf(lines).flatMap((line) => wordsOf(line.text)));
  const repeatsHead = (line: SourceLine): boolean =>
    line.cells.slice(0, -1).every(({ text }) => wordsOf(text).every((word) => head.has(word)));
  lines.forEach((line, at) => {
    const isHead =
      at >= TOP &&
      (isGluedHead(line, head) ||
        isHeaderWithNumber(line, head) ||
        (isBareNumberedHeader(line) && repeatsHead(line)) ||
        (isNumberedHeader(line) && (repeatsHead(line) || interrupts(lines, at))));
    if (isHead || saysNothing(line) || counting.has(line.no) || isNumberOfPage(lines, at))
      furniture.add(line.no);
  });
}

/** "2 av 3URV 2025-06-12": the number and the page's head have run together. */
const GLUED = /^\d{1,3}\s?(?:av|\(|\/)\s?\d{1,3}\)?(?=\p{Lu})/u;

const isGluedHead = ({ text, bullet }: SourceLine, head: ReadonlySet<string>): boolean => {
  const words = wordsOf(text.replace(GLUED, ''));
  return (
    bullet === null && GLUED.test(text) && words.length > 0 && words.every((word) => head.has(word))
  );
};

/** A rule between two parts, or what an archive stamped on the page. */
const saysNothing = ({ text }: SourceLine): boolean =>
  THEMATIC_BREAK.test(text) || (STAMP.test(text) && text.length < LONGEST_STAMP);

/** "Sida 3 (7)", or a bare number above all else, far to the right, or at a page's edge. */
function isNumberOfPage(lines: readonly SourceLine[], at: number): boolean {
  const line = lines[at];
  if (!line) return false;
  const text = shown(line);
  if (PAGE_NUMBER.test(text) && !FRACTION.test(line.text)) return true;
  if (!BARE_NUMBER.test(text)) return false;
  const isAtTop = at === 0 && lines.length > 1;
  const isInPlace = isPageAt(at, Number(text)) || at > lines.length - LAST_LINES;
  return isAtTop || (isFarRight(line) && isInPlace) || isAtPageEdge(lines, at);
}

/** Fewest lines from one page's head to the next one's. */
const FEWEST_TO_PAGE = 8;

/** "Dnr HSN 2021-417  Sida 2", "Dnr HSN 2021-417  Sida 3": the same words, and a number that counts on. */
export function markCounting(lines: readonly SourceLine[], furniture: Set<number>): void {
  const heads = new Map<string, { line: SourceLine; at: number; page: number }[]>();
  lines.forEach((line, at) => {
    const [number] = PAGE_NUMBER_AT_END.exec(line.text) ?? [];
    const words = number === undefined ? '' : line.text.slice(0, -number.length).trim();
    if (number === undefined || words === '' || line.bullet !== null) return;
    const page = Number(/\d+/u.exec(number)?.[0]);
    heads.set(words, [...(heads.get(words) ?? []), { line, at, page }]);
  });
  for (const pages of heads.values()) {
    const counts = pages.every(({ at, page }, no) => {
      const before = pages[no - 1];
      // The last page may hold a line or two.
      const isFar = at - (before?.at ?? 0) >= FEWEST_TO_PAGE || at === lines.length - 1;
      return !before || (page === before.page + 1 && isFar);
    });
    if (pages.length < 2 || !counts) continue;
    for (const { line, at } of pages) if (at >= TOP) furniture.add(line.no);
  }
}

/** Where a page's number stands, in characters; and how near the note's end, in lines. */
const FAR_RIGHT = 40;

const LAST_LINES = 8;

const isFarRight = (line: SourceLine): boolean => (line.cells[0]?.x ?? 0) >= FAR_RIGHT;

/** "Minnesanteckningar LSV 2019-05-17 Sida 2 av 3": the title's words again, and the page. */
function isHeaderWithNumber(line: SourceLine, head: ReadonlySet<string>): boolean {
  const rest = line.text.replace(PAGE_NUMBER_AT_END, '');
  const words = wordsOf(rest);
  // "Styrgruppen för vård Mötesanteckning 2023-03-09 2": without "Sida" the title must be there whole.
  const hasNumber = rest !== line.text || (words.length >= 3 && /\d\s\d{1,2}$/u.test(line.text));
  return hasNumber && words.length > 0 && words.every((word) => head.has(word));
}

/** "Nätverket · anteckningar      [2]": the number has a cell of its own at the line's end. */
function isNumberedHeader(line: SourceLine): boolean {
  const last = line.cells.at(-1)?.text ?? '';
  return line.cells.length > 1 && (PAGE_NUMBER.test(last) || /^\[\d{1,3}\]$/u.test(last));
}

/** "SNB 2024-10-08        2": the title again, and far from it the page. */
const isBareNumberedHeader = (line: SourceLine): boolean =>
  line.cells.length === 2 &&
  BARE_NUMBER.test(line.cells[1]?.text ?? '') &&
  (line.cells[1]?.x ?? 0) - (line.cells[0]?.x ?? 0) > 40 &&
  wordsOf(line.cells[0]?.text ?? '').length > 0;

/** By form feed: the line before it or after it, or the last of all. */
function isAtPageEdge(lines: readonly SourceLine[], at: number): boolean {
  const line = lines[at];
  const next = lines[at + 1];
  if (!line) return false;
  const hasPages = (lines.at(-1)?.page ?? 1) > 1;
  const isAtEdge = line.pageTop ? line.page > 1 : next?.page !== line.page;
  // "121" on the second page is the last cell of a table.
  return hasPages && isAtEdge && Math.abs(Number(shown(line)) - line.page) <= MOST_OFF;
}

/** A page of a longer document may bear the number of that. */
const MOST_OFF = 60;

/** The number of the page above or below what heads it. */
export function markNumberBeside(
  lines: readonly SourceLine[],
  at: number,
  furniture: Set<number>,
): void {
  for (const near of [at - 1, at + 1]) {
    const line = lines[near];
    if (line && BARE_NUMBER.test(shown(line)) && isPageAt(at, Number(shown(line))))
      furniture.add(line.no);
  }
}

/** "Minnesanteckningar SRO 2017-10-27   1 (5)": the title stays, the page number goes. */
export function cutPageNumber(line: SourceLine): void {
  const last = line.cells.at(-1);
  if (!last || line.cells.length < 2 || !PAGE_NUMBER.test(last.text)) {
    if (line.page === 1 && line.no < 4)
      line.text = line.text.replace(/\s+\d{1,2}\s?\(\s?\d{1,2}\s?\)$/u, '');
    return;
  }
  line.cells.pop();
  line.text = line.text.slice(0, -last.text.length).trimEnd();
}
