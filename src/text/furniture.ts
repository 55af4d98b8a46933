/**
 * Page furniture: page numbers and the headers and footers that repeat from page to page.
 *
 * A page number stands alone on its line ("Sida 3 (7)", "2(4)") or in the last cell of a header. A header or footer
 * is a line that comes again, figures aside, at the edge of another page. Pages are known by form feeds or, where
 * those are lost, by the page numbers themselves and by the single blank that a page break leaves. The first page's
 * own top is never furniture: it holds the title.
 */
import { pattern } from './pattern.js';
import type { SourceLine } from './document.js';

const NUMBERED = String.raw`(?:(?:sida|sidan|sid\.?|s\.|page)\s*:?\s*\d{1,3}(?:\s*(?:\(\s*\d{1,3}\s*\)|(?:av|of|/)\s*\d{1,3}))?|\d{1,3}\s*\(\s*\d{1,3}\s*\)|\d{1,3}\s+av\s+\d{1,3}|[-–]\s*\d{1,3}\s*[-–]|\d{1,3}\s*/\s*\d{1,3})`;
const PAGE_NUMBER = pattern(`^${NUMBERED}$`);
const PAGE_NUMBER_AT_END = pattern(
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
const BARE_NUMBER = /^\d{1,3}$/u;
/** How many lines from a page's edge a header or footer may stand. */
const EDGE = 3;
/** How many lines the first page's own head may take, at most. */
const TOP = 10;
/** Labels of a note come again too, and are no furniture. */
const LABEL = pattern(
  String.raw`^(?:ställningstagande|beslut|information|dialog|diskussion|föredrag|rekommendation|bilaga|ansvarig|att göra|inbjudna|frånvar|närvar|svar|fråg(?:a|or)|reflektion|synpunkt|bakgrund|sammanfattning|kommentar|slutsats|nuläge|syfte|fortsatt|nästa steg|tidsplan|tidplan|remiss|uppföljning|tjänste(?:personer|män)|\p{L}*politiker|ledamöter|adjungerade|nästa\s|kommande\s|övrig|mötet\s+avslut|avslut|dagordning|agenda)`,
);

/** Where the head's people begin: their names come again as signatures, at the top of a last page. */
const ROSTER = pattern(
  String.raw`^(?:närvar|deltag|deltog|ledam|kallad|frånvar|inbjud|ordförande|sekreterare|namn|organisation|för\s)`,
);

const WHEN_AND_WHERE = pattern(String.raw`^(?:datum|tid|plats|mötesform|mötesplats)`);

export interface Furniture {
  /** Numbers of the lines that are nothing but furniture. */
  lines: Set<number>;
}

/** Finds the furniture and, on lines that are more than that, cuts a page number off their end. */
export function findFurniture(all: readonly SourceLine[]): Furniture {
  const lines = all.filter((line) => line.text !== '' || line.bullet !== null);
  const furniture = new Set<number>();
  markPageNumbers(lines, furniture);
  markCounting(lines, furniture);
  markRepeated(lines, furniture);
  markTitleAgain(lines, furniture);
  markHeadAgain(lines, furniture);
  for (const line of lines) if (!furniture.has(line.no)) cutPageNumber(line);
  return { lines: furniture };
}

/** The line as the page shows it: a dash before a number is no bullet. */
const shown = (line: SourceLine): string =>
  line.bullet === null ? line.text : `${line.bullet} ${line.text}`;

/** How many lines a page has at least, between two bare numbers. */
const PAGE_LENGTH = 12;

/** Bare numbers that count on through the whole note, a page apart, number its pages. */
function countingNumbers(lines: readonly SourceLine[]): Set<number> {
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

/** So many lines to a page make the line at `at` the end of page `value`, or the top of the next. */
const isPageAt = (at: number, value: number): boolean =>
  [value, value - 1].some((pages) => pages > 0 && at / pages >= FEWEST && at / pages <= MOST);

/** Lines to a page, without blank ones. */
const FEWEST = 15;
const MOST = 65;

/** One bare number in the whole note, parted from what is around it: the end or the top of the page that it counts. */
function isLonePageNumber(lines: readonly SourceLine[], at: number): boolean {
  const [before, line, after] = [lines[at - 1], lines[at], lines[at + 1]];
  if (!before || !line || !after) return false;
  const value = Number(shown(line));
  const isPage = isPageAt(at, value);
  const isApart = (line.gap > 0 && after.gap > 0) || interrupts(lines, at);
  return value > 1 && isPage && isApart && !before.text.endsWith(':');
}

const FRACTION = /^(\d{1,2})\s*\/\s*(\d{1,2})$/u;

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

function markPageNumbers(lines: readonly SourceLine[], furniture: Set<number>): void {
  const counting = new Set([...countingNumbers(lines), ...countingFractions(lines)]);
  const head = new Set(titleOf(lines).flatMap((line) => wordsOf(line.text)));
  const repeatsHead = (line: SourceLine): boolean =>
    line.cells.slice(0, -1).every(({ text }) => wordsOf(text).every((word) => head.has(word)));
  lines.forEach((line, at) => {
    const isHead =
      at >= TOP &&
      (isHeaderWithNumber(line, head) ||
        (isBareNumberedHeader(line) && repeatsHead(line)) ||
        (isNumberedHeader(line) && (repeatsHead(line) || interrupts(lines, at))));
    if (isHead || saysNothing(line) || counting.has(line.no) || isNumberOfPage(lines, at))
      furniture.add(line.no);
  });
}

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
function markCounting(lines: readonly SourceLine[], furniture: Set<number>): void {
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
      return !before || (page === before.page + 1 && at - before.at >= FEWEST_TO_PAGE);
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
  return hasPages && (line.pageTop ? line.page > 1 : next?.page !== line.page);
}

/** It stands between the two halves of a sentence. */
function interrupts(lines: readonly SourceLine[], at: number): boolean {
  // A page's head and its number may stand on two lines.
  const isPart = (line?: SourceLine): boolean => BARE_NUMBER.test(line?.text ?? '');
  const before = isPart(lines[at - 1]) ? lines[at - 2] : lines[at - 1];
  const after = isPart(lines[at + 1]) ? lines[at + 2] : lines[at + 1];
  if (!before || !after) return false;
  return (
    !/[.!?:;,]$/u.test(before.text) &&
    before.text.length > 40 &&
    /^\p{Ll}/u.test(after.text) &&
    after.bullet === null
  );
}

/** "Mötesanteckning SRO" alone on a line, word for word as the title is: each page has it at its top. */
function markTitleAgain(lines: readonly SourceLine[], furniture: Set<number>): void {
  const titles = titleOf(lines)
    .map(({ text }) => text)
    .filter((text) => TITLE_WORD.test(text) && /\s\p{Lu}/u.test(text));
  lines.forEach((line, at) => {
    if (at < TOP || line.bullet !== null || !titles.includes(line.text)) return;
    furniture.add(line.no);
    markNumberBeside(lines, at, furniture);
  });
}

/** The number of the page above or below what heads it. */
function markNumberBeside(lines: readonly SourceLine[], at: number, furniture: Set<number>): void {
  for (const near of [at - 1, at + 1]) {
    const line = lines[near];
    if (line && BARE_NUMBER.test(shown(line)) && isPageAt(at, Number(shown(line))))
      furniture.add(line.no);
  }
}

/** "Minnesanteckningar, forts." */
const CONTINUED = /[,\s]*\(?forts(?:ättning)?\.?\)?$/iu;

/** Beside a page number, or in the middle of a sentence, a short line of words that the head has too is the page's header. */
function markHeadAgain(lines: readonly SourceLine[], furniture: Set<number>): void {
  const head = new Set(titleOf(lines).flatMap((line) => wordsOf(line.text)));
  lines.forEach((line, at) => {
    if (at < TOP || furniture.has(line.no) || LABEL.test(line.text) || isOfNote(lines, at)) return;
    const isBeside = [lines[at - 1], lines[at + 1]].some(
      (other) => other !== undefined && furniture.has(other.no),
    );
    const isPlaced = isBeside || (line.pageTop && line.page > 1) || interrupts(lines, at);
    // "GDVO mötesanteckningar 2022-06-09" is none of the note's own wherever it stands.
    if (!isPlaced && !(TITLE_WORD.test(line.text) && /\d{4}/u.test(line.text))) return;
    const words = wordsOf(line.text.replace(CONTINUED, ''));
    if (words.length === 0 || !words.every((word) => head.has(word))) return;
    furniture.add(line.no);
    markNumberBeside(lines, at, furniture);
  });
}

/** A line that may have the head's words and is the note's all the same: a row of a table or a list, a label, a sentence. */
function isOfNote(lines: readonly SourceLine[], at: number): boolean {
  const line = lines[at];
  if (line?.bullet !== null || line.text.length > (interrupts(lines, at) ? 120 : 70)) return true;
  if (isRestOfName(lines, at) || isRowBelowRow(lines, at)) return true;
  if (OFFICES.test(lines[at + 1]?.text ?? '')) return true;
  // A row of a list of meetings: "2024-12-05   09.00–11.45   Teams".
  if (/\d[.:]\d\d\s?[–-]\s?\d/u.test(line.text)) return true;
  return /[.:;?!]$|^\d{1,2}\s\p{Ll}|^\p{L}+\s?:|^(?:datum|tid|plats)$/iu.test(
    line.text.replace(CONTINUED, ''),
  );
}

/** The note's title, date and place: what stands above the people. */
function titleOf(lines: readonly SourceLine[]): readonly SourceLine[] {
  const top = lines.slice(0, TOP);
  const roster = top.findIndex((line) => ROSTER.test(line.text));
  const head = roster === -1 ? top : top.slice(0, roster);
  const labelled = head.findLastIndex((line) => WHEN_AND_WHERE.test(line.text));
  return labelled === -1 ? head : head.slice(0, labelled + 1);
}

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 1);

const keyOf = (line: SourceLine): string =>
  shown(line).toLowerCase().replaceAll(/\d+/gu, '#').replaceAll(/\s+/gu, ' ');

function markRepeated(lines: readonly SourceLine[], furniture: Set<number>): void {
  const places = new Map<string, number[]>();
  lines.forEach((line, at) => {
    if (furniture.has(line.no) || line.text.length < 3 || line.text.length > 160) return;
    const key = keyOf(line);
    const known = places.get(key);
    if (known) known.push(at);
    else places.set(key, [at]);
  });
  const edges = pageEdges(lines, furniture);
  for (const at of places.values()) {
    if (at.length < 2) continue;
    const first = lines[at[0] ?? 0];
    if (!first || isOwnLine(first) || countsTwice(at.map((place) => lines[place]))) continue;
    if (at.every((place) => isRestOfName(lines, place))) continue;
    const cutsIn =
      at.length > 2 && (/\s\|\s/u.test(first.text) || at.some((place) => interrupts(lines, place)));
    const atEdge = cutsIn ? at : at.filter((place) => edges.has(place));
    if (atEdge.length < at.length || !(cutsIn || isOnSeveralPages(lines, at, edges))) continue;
    for (const place of at) {
      const line = lines[place];
      // The top of the first page is the note's own head, even where later pages repeat it.
      if (line && !(place < EDGE + 2 && isOwnTitle(lines, line))) furniture.add(line.no);
    }
  }
}

/** "…, Region" over "Norrbotten": a name that was broken off goes on, however often. */
const isRestOfName = (lines: readonly SourceLine[], at: number): boolean =>
  /(?:,|\p{Ll}s|(?<!\p{L})(?:och|samt|Region|Kommunförbundet|Länsstyrelsen|Landstinget))$/u.test(
    lines[at - 1]?.text ?? '',
  ) &&
  (lines[at]?.text.split(' ').length ?? 9) <= 3 &&
  !/\d/u.test(lines[at]?.text ?? '');

/** Below it stand the offices of who signs: what is above them is whom they stand for. */
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

const TITLE_WORD = pattern(String.raw`anteckning|protokoll`);

/** The note's own title: its first printing, or a line that no titled one follows. */
function isOwnTitle(lines: readonly SourceLine[], line: SourceLine): boolean {
  const head = lines.slice(0, EDGE + 5);
  if (TITLE_WORD.test(line.text))
    return !head.some((other) =>
      other.no < line.no ? other.text === line.text : other.no > line.no && isFuller(other, line),
    );
  return !head.some((other) => other.no > line.no && TITLE_WORD.test(other.text));
}

/** "Mötesanteckning LSG" below the header's "Mötesanteckning": the note's title stands under its page header. */
const isFuller = (other: SourceLine, line: SourceLine): boolean =>
  other.text !== line.text &&
  /^(?:(?:minnes|mötes)?anteckning|protokoll)\p{L}*\s\p{Lu}/iu.test(other.text) &&
  !other.text.includes(':');

/** Only the page number counts on in a header: rows where two numbers differ (dates of meetings) are a list. */
function countsTwice(group: readonly (SourceLine | undefined)[]): boolean {
  const numbers = group.map((line) => line?.text.match(/\d+/gu) ?? []);
  const [first = []] = numbers;
  const differing = first.filter((value, index) => numbers.some((other) => other[index] !== value));
  return differing.length > 1;
}

/** "3. Ekonomi", "§ 3 Ekonomi": listed first and minuted after, an item comes twice. */
const NUMBERED_TITLE = /^(?:§\s?\d{1,3}\.?|\d{1,2}[.)])\s\p{L}/u;

function isOwnLine(line: SourceLine): boolean {
  if (PAGE_NUMBER_AT_END.test(line.text)) return false;
  return (
    line.bullet !== null ||
    LABEL.test(line.text) ||
    // The rest of a word or sentence that was broken off.
    /^\p{Ll}|[.:;,?!]$/u.test(line.text) ||
    NUMBERED_TITLE.test(line.text)
  );
}

function isOnSeveralPages(
  lines: readonly SourceLine[],
  at: readonly number[],
  edges: ReadonlyMap<number, Edge>,
): boolean {
  const near = at.map((place) => edges.get(place));
  const pages = new Set(near.map((edge) => edge?.break));
  const sides = new Set(near.map((edge) => edge?.side));
  return pages.size > 1 && sides.size === 1 && lines.length > 8;
}

/** Which page break a line stands near, and on which side of it: a header is not a footer elsewhere. */
interface Edge {
  break: number;
  side: 'above' | 'below';
}

/** Index of each line near a page's edge → that edge. */
function pageEdges(
  lines: readonly SourceLine[],
  furniture: ReadonlySet<number>,
): Map<number, Edge> {
  const breaks: number[] = [];
  lines.forEach((line, at) => {
    if (line.pageTop && line.page > 1) breaks.push(at);
    else if (furniture.has(line.no)) breaks.push(at);
    else if (isMarkedByBlank(lines, at)) breaks.push(at);
  });
  breaks.push(0, lines.length);
  const edges = new Map<number, Edge>();
  breaks
    .sort((a, b) => a - b)
    .forEach((at, edge) => {
      for (
        let place = Math.max(0, at - EDGE);
        place < Math.min(lines.length, at + EDGE);
        place += 1
      ) {
        if (!edges.has(place))
          edges.set(place, { break: edge, side: place < at ? 'above' : 'below' });
      }
    });
  return edges;
}

/** A page break that lost its form feed leaves one blank before the page's first line. */
export function isMarkedByBlank(lines: readonly SourceLine[], at: number): boolean {
  const line = lines[at];
  const before = lines[at - 1];
  const after = lines[at + 1];
  if (line?.indent !== 1 || line.bullet !== null) return false;
  return (before?.indent ?? 0) === 0 && (after?.indent ?? 0) === 0;
}

/** "Minnesanteckningar SRO 2017-10-27   1 (5)": the title stays, the page number goes. */
function cutPageNumber(line: SourceLine): void {
  const last = line.cells.at(-1);
  if (!last || line.cells.length < 2 || !PAGE_NUMBER.test(last.text)) {
    if (line.page === 1 && line.no < 4)
      line.text = line.text.replace(/\s+\d{1,2}\s?\(\s?\d{1,2}\s?\)$/u, '');
    return;
  }
  line.cells.pop();
  line.text = line.text.slice(0, -last.text.length).trimEnd();
}
