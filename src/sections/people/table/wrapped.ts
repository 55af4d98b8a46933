/** Cells that go on below their row. */
import type { FlowLine } from '../../../text/flowline.js';
import { gapAbove } from '../../../text/wrapping.js';
import type { Note } from '../../../note/note.js';
import { readGroupHeading } from '../headings.js';
import { SURNAME_END } from '../name.js';
import { placeCells } from './cells.js';
import type { Heads } from './heads.js';

/** "Närvarande t.o.m. kl." over "15.00": the last cell of a row has wrapped. */
function restOfCell(note: Note, at: number): FlowLine[] {
  const [before, line] = [note.lines[at - 1], note.lines[at]];
  const isRest =
    before && line?.gap === 0 && /^[\d(]/u.test(line.text) && /[\p{Ll}.]$/u.test(before.text);
  return isRest ? [line] : [];
}

const inLast = (text: string, { columns }: Heads): string[] =>
  columns.map((_, at) => (at === columns.length - 1 ? text : ''));

/** Lines below a row that have no name of their own: its cells have wrapped. */
function wrappedLines(
  note: Note,
  from: number,
  heads: Heads,
  isEnd: (line: FlowLine) => boolean,
): FlowLine[] {
  const lines: FlowLine[] = [];
  const names = heads.x?.[heads.columns.indexOf('name')];
  if (heads.stacked || names === undefined) return lines;
  for (const line of note.lines.slice(from, from + 3)) {
    const name = line.cells.find(({ x }) => Math.abs(x - names) < 3)?.text ?? '';
    if (
      (name !== '' && !wrapsName(note, line, name, heads)) ||
      (gapAbove(line) > 0 && !line.afterBreak && !isCloserToRow(note, line)) ||
      isEnd(line) ||
      !line.cells.every(({ x }) => isUnder(x, heads))
    )
      break;
    lines.push(line);
  }
  return lines;
}

/** Where every row stands over a gap, what has wrapped stands over a smaller one. */
const isCloserToRow = (note: Note, line: FlowLine): boolean =>
  line.cells.length === 1 && line.gap < (note.lines[line.at + 1]?.gap ?? 0);

/**
 * "Ida Vik-" over "Holm", "Per Ek, hälso- och" over "sjukvårdsdirektör", "Ida Ek" over "(förhinder)" or over
 * "Norberg", which nothing stands beside: the rest of what was broken off.
 */
function wrapsName(note: Note, line: FlowLine, name: string, heads: Heads): boolean {
  const row = note.lines[line.at - 1];
  const above = (row && placeCells(row, heads)[heads.columns.indexOf('name')]) ?? '';
  const isAlone = line.cells.length === 1 && (note.lines[line.at - 1]?.cells.length ?? 0) > 1;
  return (
    (isAlone && (/^\([^()]+\)$/u.test(name) || isSurname(note, name))) ||
    (above.endsWith('-') && /^\p{Lu}[\p{L}-]+$/u.test(name)) ||
    (/,\s.*(?:och|-|vice|förste|andre|tillförordnad|tf\.?|bitr\.?)$|,$/u.test(above) &&
      /^\p{Ll}/u.test(name))
  );
}

/** "Norberg", and neither a heading nor a place or an office. */
const isSurname = (note: Note, word: string): boolean =>
  /^\p{Lu}\p{Ll}+$/u.test(word) &&
  SURNAME.test(word) &&
  readGroupHeading(word) === null &&
  !note.known.organisations.has(word.toLowerCase());

const SURNAME = new RegExp(`${SURNAME_END}$`, 'u');

const isUnder = (x: number, heads: Heads): boolean =>
  heads.x?.some((head) => Math.abs(head - x) < 3) ?? false;

/** Adds to a row's cells what has wrapped below it. @returns the lines that it took */
export function addWrappedCells(
  note: Note,
  at: number,
  cells: string[],
  heads: Heads,
  isEnd: (line: FlowLine) => boolean,
): FlowLine[] {
  const lines = heads.stacked ? restOfCell(note, at) : wrappedLines(note, at, heads, isEnd);
  for (const line of lines)
    addWrapped(cells, heads.stacked ? inLast(line.text, heads) : placeCells(line, heads));
  return lines;
}

/** "vice ordföran-" over "de" is one word, "Ida Vik-" over "Holm" keeps its hyphen, as "hälso-" over "och" does. */
function joined(cell: string, more: string): string {
  if (!cell.endsWith('-')) return `${cell} ${more}`.trim();
  if (/^(?:och|eller|samt)(?!\p{L})/u.test(more)) return `${cell} ${more}`;
  return /^\p{Ll}/u.test(more) ? `${cell.slice(0, -1)}${more}` : `${cell}${more}`;
}

function addWrapped(cells: string[], more: readonly string[]): void {
  for (const [at, text] of more.entries())
    if (text !== '') cells[at] = joined(cells[at] ?? '', text);
}
