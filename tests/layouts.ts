/** A note laid out in another way: the same words on other lines, pages and columns. */
import { parseNote } from '../src/index.js';
import { openNote } from '../src/read/open.js';
import type { FlowLine } from '../src/text/flowline.js';
import { endsSentence } from '../src/text/wrapping.js';
import { toParagraphs } from '../src/text/paragraph.js';

const linesOf = (text: string): string[] => text.split(/\r\n|\r|\n/u);
const isBlank = (line: string | undefined): boolean => (line ?? '').trim() === '';

export const doubleSpaced = (text: string): string => linesOf(text).join('\n\n');

/** How many lines a page holds at least. */
const PAGE = 30;

/**
 * Where a page may end without taking anything from the note: before a blank line, or within a sentence. A sentence
 * that ends on a page's last line leaves open whether its paragraph does too, and that is read as an end.
 */
function pageEnds(lines: readonly string[]): Set<number> {
  const ends = new Set<number>();
  let since = 0;
  lines.forEach((line, at) => {
    since += 1;
    const isOpen = isBlank(lines[at + 1]) || !endsSentence(line.trimEnd());
    if (since < PAGE || isBlank(line) || !isOpen || at > lines.length - 4) return;
    ends.add(at);
    since = 0;
  });
  return ends;
}

/** A form feed at each page's end, and before it the page's number if asked for. */
export function paged(text: string, pageNumber?: (page: number, pages: number) => string): string {
  const lines = linesOf(text);
  const ends = pageEnds(lines);
  let page = 0;
  return lines
    .flatMap((line, at) => {
      if (!ends.has(at)) return [line];
      page += 1;
      return [line, ...(pageNumber ? ['', pageNumber(page, ends.size + 1), ''] : []), '\f'];
    })
    .join('\n')
    .replaceAll('\f\n', '\f');
}

const LABEL =
  /^(\s*)(Datum|Tid|Plats|Mötesform|Närvarande|Deltagare|Frånvarande|Inbjudna|Ställningstagande|Beslut|Föredragande|Dagordning)(?=\s*:)/gmu;

export const labelsInCapitals = (text: string): string =>
  text.replaceAll(LABEL, (label) => label.toUpperCase());

/** The second column of a note made with `-layout` begins `by` characters further to the right, or after a tab. */
export function columnsMoved(text: string, gap: string): string {
  const lines = linesOf(text);
  const starts = lines.flatMap((line) =>
    line.includes('\t')
      ? []
      : [...line.matchAll(/\S {3,}(?=\S)/gu)].map((found) => found.index + found[0].length),
  );
  const column = mostCommon(starts);
  if (column === null) return text;
  const move = (line: string): string =>
    line.length > column && /^ {2}\S/u.test(line.slice(column - 2, column + 1))
      ? line.slice(0, column) + gap + line.slice(column)
      : line;
  return lines.map((line) => move(line)).join('\n');
}

function mostCommon(values: readonly number[]): number | null {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best && best[1] > 2 ? best[0] : null;
}

function wrap(text: string, width: number, first: string): string[] {
  const lines: string[] = [];
  let line = first;
  let isFresh = true;
  for (const word of text.split(' ')) {
    if (!isFresh && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line += isFresh ? word : ` ${word}`;
    }
    isFresh = false;
  }
  return [...lines, line];
}

/** The prose of the items wrapped at another width, its paragraphs kept apart by blank lines; the rest stays. */
export function rewrapped(text: string, path: string, width: number): string {
  const { document, claims } = parseNote(Buffer.from(text), path);
  if (!document || !claims) throw new Error(`${path} is not read`);
  const note = openNote(document);
  const isProse = (line: FlowLine): boolean =>
    claims.of(line.no).every((field) => /^(?:agenda: text|assignments)$/u.test(field)) &&
    line.cells.length === 1 &&
    !/https?:/u.test(line.text);
  const replaced = new Map<number, string[]>();
  const dropped = new Set<number>();
  for (const { lines, text: words, bullet } of toParagraphs(note.lines, note.flow)) {
    const [first] = lines;
    if (!first || lines.length < 2 || !lines.every((line) => isProse(line))) continue;
    const gap = Array.from({ length: first.spacing }, () => '');
    const apart = Array.from({ length: first.spacing + 1 }, () => '');
    const wrapped = wrap(words, width, bullet === null ? '' : `${bullet} `);
    const last = lines.at(-1)?.no ?? first.no;
    const own = new Set(lines.map((line) => line.no));
    // The head and foot of a page within the paragraph stand below it.
    const parting = linesOf(document.text)
      .slice(first.no - 1, last)
      .filter((line, at) => line.trim() !== '' && !own.has(first.no + at));
    replaced.set(first.no, [
      ...apart,
      ...wrapped.flatMap((line, at) => (at === 0 ? [line] : [...gap, line])),
      ...apart,
      ...parting,
      ...(parting.length > 0 ? apart : []),
    ]);
    for (let no = first.no; no <= last; no += 1) dropped.add(no);
  }
  return linesOf(document.text)
    .flatMap((line, at) => replaced.get(at + 1) ?? (dropped.has(at + 1) ? [] : [line]))
    .join('\n');
}
