/** Text → SourceDocument: lines with their pages, cells, bullets and gaps. Line numbers always refer to the source. */
import { type MendedLine, mendWords } from './broken.js';
import { withoutMargin } from './margin.js';
import { readMarkdown } from './markdown.js';
import { normaliseCharacters, squeeze } from './normalise.js';
import { readPipeRow } from './pipes.js';
import type { Cell, SourceLine } from './sourceline.js';
import { closeUp } from './spacedout.js';

export interface SourceInfo {
  path: string;
  sha256: string;
  encoding: string;
  encodingConfidence: number;
  mediaType: string;
  /** For each page, by form feeds, the number of its first line. */
  pageStarts: number[];
}

export interface SourceDocument {
  /** The decoded source text. */
  text: string;
  source: SourceInfo;
  lines: SourceLine[];
}

/** Numbers of the lines at which pages begin; a page without a line has none. */
export function pageStartsOf(lines: readonly SourceLine[]): number[] {
  return lines.filter((line, at) => line.page !== lines[at - 1]?.page).map((line) => line.no);
}

/** Longer lines are cut for reading (never in `raw`): no pattern may meet an unbounded line. */
export const MAX_LINE = 20_000;

/**
 * What a font of symbols draws as a bullet, extraction may print as the letter or sign of that code ("ü", "Ø", "§"), as
 * a lost letter, or as a question mark.
 */
const BULLET =
  /^([•●○◦▪■□▫‣⁃∙·➢➤►▶✓✔➔→\uE000-\uF8FF]|[-–—*+](?=\s|$)|[?>\uFFFDüØ§](?=\s{1,8}\p{L})|o(?=\s{1,8}\p{L}|\s*$))\s*/u;

/** "hälsooch sjukvård": extraction took the hyphen at a line's end for the page's. No word of the language ends so. */
const LOST_HYPHEN = /(?<!\p{L})(\p{L}\p{Ll}{3,14})och(?=\s\p{Ll})/gu;

/** Splits decoded text at LF, CRLF or CR; a form feed begins a page, not a line. */
export function toLines(text: string): SourceLine[] {
  const lines: SourceLine[] = [];
  let page = 1;
  let atTop = true;
  let gap = 0;
  const ends = /[\n\r]/u.test(text) ? /\r\n|\n|\r/u : /[\u0085\u2028\u2029]/u;
  const raws = text.split(ends).map((raw) => ownCopy(raw));
  const bodies = withoutMargin(raws);
  const least = hasStrayBlanks(bodies) ? 3 : 2;
  mendWords(bodies).forEach((mended, index) => {
    const raw = raws[index] ?? '';
    const feeds = raw.split('\f').length - 1;
    if (feeds > 0) {
      page += feeds;
      atTop = true;
    }
    const line = readLine(raw, bodies[index] ?? '', mended, index + 1, page, least);
    if (line.text === '' && line.bullet === null) {
      if (!mended.isTaken) gap += 1;
    } else {
      line.gap = gap;
      line.pageTop = atTop;
      gap = 0;
      atTop = false;
    }
    lines.push(line);
  });
  markUnderlined(lines);
  return lines;
}

/** A rule right below a line of its own: Markdown's other way to write a heading. */
function markUnderlined(lines: SourceLine[]): void {
  lines.forEach((rule, at) => {
    const level = /^={3,}\s*$/u.test(rule.body) ? 1 : /^-{3,}\s*$/u.test(rule.body) ? 2 : 0;
    const [title, next] = [lines[at - 1], lines[at + 1]];
    const isAlone = title?.text !== '' && (title?.gap !== 0 || at === 1);
    if (level === 0 || !title || !isAlone || next?.text || title.bullet !== null) return;
    if (title.headingLevel === 0 && title.text.length < LONGEST_TITLE) title.headingLevel = level;
  });
}
const LONGEST_TITLE = 120;

const LATIN = /^[\0-\xFF]*$/u;

/**
 * The same line, stored by itself. A piece of a text that holds one dash or bullet takes two bytes a character, and the
 * engine's patterns take twice as long for it; it also keeps the whole text in memory.
 */
const ownCopy = (line: string): string =>
  LATIN.test(line) ? Buffer.from(line, 'latin1').toString('latin1') : line;

/** Some tools put a blank too many between words here and there: two of them part no cells then. */
function hasStrayBlanks(raws: readonly string[]): boolean {
  const long = raws.filter((raw) => raw.length > 50);
  const stray = long.filter(
    (raw) => /\p{L}[,.]? {2}\p{Ll}/u.test(raw) && !/ {3}/u.test(raw.trim()),
  );
  return stray.length >= 3 && stray.length >= long.length * 0.1;
}

function readLine(
  raw: string,
  body: string,
  mended: MendedLine,
  no: number,
  page: number,
  least: number,
): SourceLine {
  const plain = normaliseCharacters(closeUp(mended.text.slice(0, MAX_LINE).replaceAll('\f', '')));
  const markdown = readMarkdown(plain);
  const row = readPipeRow(markdown.text);
  const trimmed = row ? row.map(({ text }) => text).join(' ') : markdown.text.trim();
  const bullet = BULLET.exec(trimmed);
  const said = bullet ? trimmed.slice(bullet[0].length) : trimmed;
  return {
    no,
    raw,
    body,
    text: squeeze(said).replaceAll(LOST_HYPHEN, '$1- och'),
    bullet: bullet?.[1] ?? null,
    indent: plain.length - plain.trimStart().length,
    trailing: plain.length - plain.trimEnd().length,
    page,
    pageTop: false,
    gap: 0,
    cells: row ?? splitCells(markdown.text, least),
    until: mended.until + 1,
    goesOn: mended.goesOn,
    softHyphen: /\u00AD\s*$/u.test(mended.text),
    strong: markdown.strong,
    headingLevel: markdown.headingLevel,
    emphasised: markdown.emphasised,
    links: markdown.links,
  };
}

/** So far apart are the columns of a table whose cells a tab parts, wherever their words end. */
const TAB = 40;

/** Cells are held apart by a tab, or by so many blanks (usually two) or more. */
export function splitCells(line: string, least = 2): Cell[] {
  if (line.includes('\t'))
    return line
      .split('\t')
      .flatMap((part, column) =>
        splitCells(part, least).map(({ text, x }) => ({ text, x: x + column * TAB })),
      );
  const cells: Cell[] = [];
  const separator = least > 2 ? / {3,}/gu : / {2,}/gu;
  let start = 0;
  const push = (end: number): void => {
    const part = line.slice(start, end);
    const text = squeeze(part);
    if (text !== '') cells.push({ text, x: start + part.length - part.trimStart().length });
  };
  for (const found of line.matchAll(separator)) {
    push(found.index);
    start = found.index + found[0].length;
  }
  push(line.length);
  return isJustified(cells)
    ? [{ text: cells.map(({ text }) => text).join(' '), x: cells[0]?.x ?? 0 }]
    : cells;
}

/** "Anna      Ek   (S),   Lund,       och   Bo": the words of a line that was stretched to the margin are no cells. */
function isJustified(cells: readonly Cell[]): boolean {
  const single = cells.filter(({ text }) => !text.includes(' ')).length;
  return (
    cells.length >= 5 &&
    single >= cells.length * 0.8 &&
    cells.some(({ text }) => /^(?:och|samt|av|för|i|att|som|med|på|till|är)$/u.test(text))
  );
}
