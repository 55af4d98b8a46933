/** What heads each page in the words of the note's own head. */
import type { SourceLine } from '../sourceline.js';
import { markNumberBeside, PAGE_NUMBER_AT_END } from './numbers.js';
import { LABEL, TITLE_WORD, TOP, interrupts, isRestOfName, titleOf, wordsOf } from './page.js';

/** "Mötesanteckning SRO" alone on a line, word for word as the title is: each page has it at its top. */
export function markTitleAgain(lines: readonly SourceLine[], furniture: Set<number>): void {
  const titles = titleOf(lines)
    .map(({ text }) => text)
    .filter((text) => TITLE_WORD.test(text) && /\s\p{Lu}/u.test(text));
  lines.forEach((line, at) => {
    if (at < TOP || line.bullet !== null || !titles.includes(line.text)) return;
    furniture.add(line.no);
    markNumberBeside(lines, at, furniture);
  });
}

/** Word for word what stands above all else, with its date: the head of each page, wherever extraction has put it. */
export function markTopAgain(lines: readonly SourceLine[], furniture: Set<number>): void {
  const top = lines.find(({ no }) => !furniture.has(no));
  if (!top || wordsOf(top.text).length < FEWEST_WORDS || !/\d{4}/u.test(top.text)) return;
  if (LABEL.test(top.text)) return;
  for (const line of lines)
    if (line !== top && line.bullet === null && line.text === top.text) furniture.add(line.no);
}
const FEWEST_WORDS = 3;

/** "Minnesanteckningar, forts." */
const CONTINUED = /[,\s]*\(?forts(?:ättning)?\.?\)?$/iu;

/** Beside a page number, or in the middle of a sentence, a short line of words that the head has too is the page's header. */
export function markHeadAgain(lines: readonly SourceLine[], furniture: Set<number>): void {
  const head = new Set(titleOf(lines).flatMap((line) => wordsOf(line.text)));
  lines.forEach((line, at) => {
    if (
      at < TOP ||
      furniture.has(line.no) ||
      LABEL.test(line.text) ||
      isOfNote(lines, at, furniture)
    )
      return;
    const isBeside = [lines[at - 1], lines[at + 1]].some(
      (other) => other !== undefined && furniture.has(other.no),
    );
    const isPlaced = isBeside || (line.pageTop && line.page > 1) || interrupts(lines, at);
    // "GDVO mötesanteckningar 2022-06-09" is none of the note's own wherever it stands.
    const saysWhose = TITLE_WORD.test(line.text) && /\d{4}/u.test(line.text);
    if (!isPlaced && !saysWhose && !isNameWithDay(lines, at)) return;
    const words = wordsOf(line.text.replace(CONTINUED, ''));
    if (isOtherDay(lines, line)) return;
    if (words.length === 0 || !words.every((word) => head.has(word))) return;
    if (isCellAgain(lines, at)) return;
    furniture.add(line.no);
    markNumberBeside(lines, at, furniture);
  });
}

/** "Skolchefsnätverket Fyrbodal          2024-10-18", apart from all text: the head's name and its day, far to the right. */
function isNameWithDay(lines: readonly SourceLine[], at: number): boolean {
  const [name, day] = lines[at]?.cells ?? [];
  const isApart = (lines[at]?.gap ?? 0) > 0 && (lines[at + 1]?.gap ?? 0) > 0;
  const [, year, date] = /^((?:19|20)\d\d)-\d\d-(\d\d)$/u.exec(day?.text ?? '') ?? [];
  if (!name || !isApart || year === undefined) return false;
  return titleOf(lines).some(({ text }) => {
    const numbers = (text.match(/\d+/gu) ?? []).map(Number);
    return numbers.includes(Number(year)) && numbers.includes(Number(date));
  });
}

/** "Tisdag 2023-11-21", where the head has another day: a row of a list. */
function isOtherDay(lines: readonly SourceLine[], { text }: SourceLine): boolean {
  const day = DAY_ALONE.exec(text)?.[1];
  return day !== undefined && !titleOf(lines).some((line) => line.text.includes(day));
}

const DAY_ALONE =
  /^(?:\p{L}+dag(?:en)?\s(?:den\s)?)?((?:19|20)\d\d-\d\d-\d\d|\d{1,2}\s\p{Ll}+\s(?:19|20)\d\d)$/iu;

/** So many lines of a page's foot and the next one's head may stand between two halves of a sentence. */
const MOST_BETWEEN = 3;

const isShort = (text: string): boolean =>
  text.length <= 60 && text.split(' ').length <= 7 && !/[.!?:;]$/u.test(text) && !hasBegun(text);

/** "Forskarna har gått igenom 48 studier om": a sentence that goes on below, and no page's head. */
const hasBegun = (text: string): boolean =>
  (text.match(/(?<!\p{L})\p{Ll}{2,}/gu)?.length ?? 0) >= 4 &&
  /(?<!\p{L})(?:och|eller|samt|att|i|på|av|om|för|med|till|från|en|ett|den|det|de|som|vid|har|är)$/u.test(
    text,
  );

/** "2(4)": no sentence ends so. */
const PAGE_OF = /\d{1,3}\s?\(\d{1,3}\)$/u;

/** A page number and what stands with it between two halves of a sentence, parted from them by blank lines. */
export function markBetweenHalves(lines: readonly SourceLine[], furniture: Set<number>): void {
  const isNumbered = ({ no, text }: SourceLine): boolean =>
    furniture.has(no) || PAGE_NUMBER_AT_END.test(text);
  lines.forEach((before, at) => {
    if (at < TOP || /[.!?:;,]$/u.test(before.text) || before.text.length <= 40) return;
    // "Föredragande: Ida Ek, Lidbys universitet" is whole.
    if (/^\p{L}{4,20}:\s/u.test(before.text)) return;
    const after = lines
      .slice(at + 1, at + 2 + MOST_BETWEEN)
      .findIndex((line) => !furniture.has(line.no) && goesOnWith(line));
    const between = lines.slice(at + 1, at + 1 + Math.max(0, after));
    const arePlain = between.every((line) => line.bullet === null && !NUMBERED.test(line.text));
    const areApart = [between[0], lines[at + 1 + after]].every((line) => (line?.gap ?? 0) > 0);
    const areSure = areApart || between.some(({ text }) => PAGE_OF.test(text));
    const areShort = between.every((line) => isNumbered(line) || isShort(line.text));
    if (arePlain && areSure && areShort && between.some(isNumbered))
      for (const { no } of between) furniture.add(no);
  });
}

const goesOnWith = ({ text, bullet }: SourceLine): boolean =>
  bullet === null && /^\p{Ll}(?![).])/u.test(text);

/** "1. Mötets öppnande" */
const NUMBERED = /^(?:\d{1,2}[.)]|§)\s/u;

/** A line that may have the head's words and is the note's all the same: a row of a table or a list, a label, a sentence. */
function isOfNote(
  lines: readonly SourceLine[],
  at: number,
  furniture: ReadonlySet<number>,
): boolean {
  const line = lines[at];
  if (line?.bullet !== null || line.text.length > (interrupts(lines, at) ? 120 : 70)) return true;
  if (isRestOfName(lines, at) || isRowBelowRow(lines, at)) return true;
  // "(Anteckningar:" over "Ida Ek)"
  if (/^[^(]+\)$/u.test(line.text)) return true;
  if (OFFICES.test(lines[at + 1]?.text ?? '')) return true;
  if (line.gap === 0 && OFFICES.test(lines[at - 1]?.text ?? '')) return true;
  // Below the offices of those who sign, on a page of its own.
  const isNothing = ({ no, text }: SourceLine): boolean => text === '' || furniture.has(no);
  if (lines.findLastIndex((other) => !isNothing(other)) === at) {
    const above = lines.slice(0, at).findLast((other) => !isNothing(other));
    if (OFFICES.test(above?.text ?? '')) return true;
  }
  // A row of a list of meetings: "2024-12-05   09.00–11.45   Teams".
  if (/\d[.:]\d\d\s?[–-]\s?\d/u.test(line.text)) return true;
  return /[.:;?!]$|^\d{1,2}\s\p{Ll}|^\p{L}+\s?:|^(?:datum|tid|plats)$/iu.test(
    line.text.replace(CONTINUED, ''),
  );
}

/** "Landstinget", below one name and below another: a cell of a table, of which one stands at a page's edge. */
function isCellAgain(lines: readonly SourceLine[], at: number): boolean {
  const above = PAGE_NUMBER_AT_END.test(lines[at - 1]?.text ?? '') ? at - 2 : at - 1;
  if (!isNameAlone(lines[above])) return false;
  return lines.some(
    (other, place) =>
      place >= TOP &&
      place !== at &&
      other.text === lines[at]?.text &&
      other.gap === 0 &&
      !other.pageTop &&
      isNameAlone(lines[place - 1]),
  );
}

const isNameAlone = (line?: SourceLine): boolean =>
  /^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?(?:\s\p{Lu}[\p{L}-]+){1,2}$/u.test(line?.text ?? '');

/** The offices of who signs: what stands beside them is whom they stand for. */
const OFFICES = /^(?:vice\s+)?ordförande(?:\s|$)|^(?:justerare|sekreterare)(?:\s|$)/iu;

/** "Ordförande    Vice ordförande" over "Värmkom       Landstinget": a row of the table above, whatever its words. */
function isRowBelowRow(lines: readonly SourceLine[], at: number): boolean {
  const [above, row] = [lines[at - 1]?.cells ?? [], lines[at]?.cells ?? []];
  return (
    row.length > 1 &&
    row.length === above.length &&
    row.every(({ x }, column) => Math.abs(x - (above[column]?.x ?? 0)) <= 2)
  );
}
