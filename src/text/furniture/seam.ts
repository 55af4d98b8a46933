/**
 * The seam of two pages between two paragraphs: the foot of one and the head of the next stand as a block of their
 * own, with the page's number in it. No sentence is cut there, and each line must show itself that it is none of the
 * text: by the number, or by saying whose note it is or of which day.
 */
import type { SourceLine } from '../sourceline.js';
import { PAGE_NUMBER_AT_END } from './numbers.js';
import { LABEL, TITLE_WORD, TOP, isPageAt, titleOf, wordsOf } from './page.js';

export function markSeams(lines: readonly SourceLine[], furniture: Set<number>): void {
  const own = ownOf(lines);
  lines.forEach((line, at) => {
    if (at < TOP) return;
    const isMark = furniture.has(line.no) || hasNumber(line, at);
    const block = isMark ? blockAround(lines, at, furniture, own) : null;
    if (block !== null) for (const { no } of block) furniture.add(no);
  });
}

/** What the note's own head says: its words, and the numbers of its day. */
interface Own {
  words: ReadonlySet<string>;
  numbers: ReadonlySet<number>;
}

const ownOf = (lines: readonly SourceLine[]): Own => {
  const head = titleOf(lines).map(({ text }) => text);
  return {
    words: new Set(head.flatMap((text) => wordsOf(text))),
    numbers: new Set(head.flatMap((text) => text.match(/\d+/gu) ?? []).map(Number)),
  };
};

/** "Välfärdsrådet Dalarna                 2(4)", "Region · anteckningar       [2]" */
function hasNumber({ cells, text, bullet }: SourceLine, at: number): boolean {
  const [first, last] = [cells[0], cells.at(-1)];
  if (bullet !== null || cells.length < 2 || !first || !last) return false;
  if (!isShort(text)) return false;
  const bare = /^\[(\d{1,3})\]$/u.exec(last.text)?.[1];
  return PAGE_NUMBER_AT_END.test(last.text) || (bare !== undefined && isPageAt(at, Number(bare)));
}

/** The lines that stand with a page's number, parted from the paragraphs above and below; null where they are not. */
function blockAround(
  lines: readonly SourceLine[],
  at: number,
  furniture: ReadonlySet<number>,
  own: Own,
): readonly SourceLine[] | null {
  const isPart = (line?: SourceLine): boolean =>
    line !== undefined && (furniture.has(line.no) || isOfHead(line, own));
  let [first, last] = [at, at];
  while (at - first < MOST && joins(lines[first]) && isPart(lines[first - 1])) first -= 1;
  while (last - at < MOST && joins(lines[last + 1]) && isPart(lines[last + 1])) last += 1;
  const isParted = first >= TOP && !joins(lines[first]) && !joins(lines[last + 1]);
  // At the note's end those who sign stand there, and whom they stand for.
  return isParted && last < lines.length - 1 ? lines.slice(first, last + 1) : null;
}

/** So many lines stand above or below the number. */
const MOST = 3;

/** It stands right below the line before it, on the same page. */
const joins = (line?: SourceLine): boolean => line?.gap === 0 && !line.pageTop;

/** Characters, and words. */
const LONGEST = 110;
const MOST_WORDS = 14;

const isShort = (text: string): boolean =>
  text.length <= LONGEST && text.split(' ').length <= MOST_WORDS && !/[.!?:;,]$/u.test(text);

/** "2022-10-19", "Org.nr 222000-9999     2023-12-07", "Region Örebro län": nothing but whose the note is, and of which day. */
function isOfHead({ text, bullet }: SourceLine, own: Own): boolean {
  if (bullet !== null || !isShort(text) || LABEL.test(text)) return false;
  const rest = text.replaceAll(REGISTERED, ' ');
  const words = wordsOf(rest).filter((word) => !OF_AUTHORITY.test(word));
  // The head may spell its month out.
  const numbers = (rest.replaceAll(ISO, '$1 $2').match(/\d+/gu) ?? []).map(Number);
  return (
    words.every((word) => own.words.has(word) || TITLE_WORD.test(word)) &&
    numbers.every((value) => own.numbers.has(value)) &&
    (words.length > 0 || numbers.length > 0 || rest !== text)
  );
}

const ISO = /((?:19|20)\d\d)-\d\d-(\d\d)/gu;

/** "Org.nr 222000-9999", "Dnr 2021-417" */
const REGISTERED =
  /(?<!\p{L})(?:org(?:anisations)?\.?\s?-?(?:nr|nummer)|dnr|diarienr|diarienummer)\.?\s*:?\s*[\p{Lu}\d][\p{L}\d/:-]*(?:\s\d[\d/:-]*)?/giu;

const OF_AUTHORITY = /^(?:region(?:en)?|kommun(?:en|s)?|län(?:et|s)?|landsting(?:et|s)?)$/u;
