/** Headers and footers that come again at the edges of several pages. */
import type { SourceLine } from '../sourceline.js';
import { PAGE_NUMBER_AT_END } from './numbers.js';
import { EDGE, LABEL, TITLE_WORD, interrupts, isLabelOrDay, isRestOfName, shown } from './page.js';

const keyOf = (line: SourceLine): string =>
  shown(line).toLowerCase().replaceAll(/\d+/gu, '#').replaceAll(/\s+/gu, ' ');

export function markRepeated(lines: readonly SourceLine[], furniture: Set<number>): void {
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
    if (!first || (at.length < 3 && WHEN_LABEL.test(first.text))) continue;
    if (isOwnLine(first) || countsTwice(at.map((place) => lines[place]))) continue;
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

/** The note's own title: its first printing, or a line that none with a title and a name follows. */
function isOwnTitle(lines: readonly SourceLine[], line: SourceLine): boolean {
  const head = lines.slice(0, EDGE + 5);
  // A head that is printed twice is the note's own once.
  const isAgain = (one: SourceLine): boolean =>
    head.some((other) => other.no < one.no && other.text === one.text);
  if (isAgain(line)) return false;
  if (TITLE_WORD.test(line.text))
    return !head.some((other) => other.no > line.no && isFuller(other, line));
  return !head.some(
    (other, at) =>
      other.no > line.no &&
      TITLE_WORD.test(other.text) &&
      !isAgain(other) &&
      !(head[at - 1] === line && !/\d/u.test(line.text) && isKindAlone(other, head[at + 1])),
  );
}

/** "Anteckningar från nätverksträff 2024-03-01", and no name below it: whose they are stands right above. */
const isKindAlone = (line: SourceLine, below?: SourceLine): boolean =>
  KIND_ALONE.test(line.text) && (below === undefined || isLabelOrDay(below.text));

const KIND_ALONE =
  /^(?:(?:minnes|mötes|nätverks)?anteckning(?:ar(?:na)?)?|protokoll)(?:\s(?:från|vid|fört\svid)\s(?:nätverks|samråds|sam)?(?:möte|träff|sammanträde)t?)?(?:[\s,]+(?:\p{L}+dag(?:en)?\s)?(?:den\s)?\d[\p{L}\d\s/.:–-]*)?$/iu;

/** "Mötesanteckning LSG", "Mötesanteckning 2021-11-19" below the header's "Mötesanteckning": the title is under its header. */
const isFuller = (other: SourceLine, line: SourceLine): boolean =>
  other.text !== line.text &&
  /^(?:(?:minnes|mötes|nätverks)?anteckning|protokoll)\p{L}*\s[\p{Lu}\d]/iu.test(other.text) &&
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

/** "www.exempel.se" begins in lower case and is the rest of nothing. */
const ADDRESS = /^(?:https?:\/\/|www\.)\S+$/u;

/** "Tid: 13.00–15.00" in the head, and again with the next meeting. */
const WHEN_LABEL = /^(?:datum|tid|plats|mötesform)\s*:\s/iu;

function isOwnLine(line: SourceLine): boolean {
  if (PAGE_NUMBER_AT_END.test(line.text) || ADDRESS.test(line.text)) return false;
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
