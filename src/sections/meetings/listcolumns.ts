/** Tables of meetings that were pulled out cell by cell: heads and the cells of each row, one a line, or one column below the other. */
import { type DateContext, type DatePhrase, findDates, readTimes } from '../../dates/index.js';
import type { Note } from '../../note/note.js';
import type { FlowLine } from '../../text/flowline.js';
import { pattern } from '../../text/pattern.js';
import { readLabel } from '../labels.js';
import { isName } from '../people/name.js';
import { defined, type Details, NO_DETAILS, timesIn } from './details.js';

/** One printed day with what its line says besides. */
export interface Row {
  phrase: DatePhrase;
  line: FlowLine;
  details: Partial<Details>;
}

/** The heading row of a table of meetings. */
export const TABLE_HEAD = pattern(
  String.raw`^(?:(?:datum|tid|plats|veckodag|dag|lokal|form|möte|mötesform|klockslag)\s*)+$`,
);

export const isTableHead = (text: string): boolean => TABLE_HEAD.test(text);

export interface Columns {
  rows: Row[];
  lines: FlowLine[];
}

/** Head, its cells, the next head, as many cells, …: the first head is that of the dates. */
export function readColumns(
  note: Note,
  from: number,
  to: number,
  dates: DateContext,
): Columns | null {
  const groups: FlowLine[][] = [];
  const lines: FlowLine[] = [];
  for (let at = from; at < to; at += 1) {
    const line = note.lines[at];
    const count = groups[0]?.length ?? null;
    const isHead = line !== undefined && TABLE_HEAD.test(line.text);
    if (!line || (!isHead && groups.length === 0)) break;
    if (!isHead && count !== null && groups.length > 1 && groups.at(-1)?.length === count) break;
    lines.push(line);
    if (isHead) groups.push([]);
    else groups.at(-1)?.push(line);
  }
  const [days = [], ...others] = groups;
  if (days.length === 0 || others.length === 0) return null;
  if (others.some((cells) => cells.length !== days.length)) return null;
  const rows = days.flatMap((line, index) => {
    const phrase = findDates(line.text, dates)[0];
    if (phrase?.start !== 0) return [];
    const cells = others.map((column) => column[index]?.text ?? '');
    return [{ phrase, line, details: cellDetails(cells) }];
  });
  return rows.length === days.length ? { rows, lines } : null;
}

/** "Datum", "Tid", "Plats", and then the cells of each row, one a line. */
export function readCells(
  note: Note,
  from: number,
  to: number,
  dates: DateContext,
): Columns | null {
  let at = from;
  while (at < to && CELL_HEAD.test(note.lines[at]?.text ?? '')) at += 1;
  const count = at - from;
  if (count < 2) return null;
  const rows: Row[] = [];
  for (; at + count <= to; at += count) {
    const [line, ...others] = note.lines.slice(at, at + count);
    const phrase = line ? findDates(line.text, dates)[0] : undefined;
    if (!line || phrase?.start !== 0 || others.some(({ text }) => text.length > 60)) break;
    rows.push({ phrase, line, details: cellDetails(others.map(({ text }) => text)) });
  }
  return rows.length > 0 ? { rows, lines: note.lines.slice(from, at) } : null;
}

/** Days one below the other, and then as many places: a table without heads. */
export function readStack(
  note: Note,
  from: number,
  to: number,
  dates: DateContext,
): Columns | null {
  const rows: Row[] = [];
  for (const line of note.lines.slice(from, to)) {
    const [phrase] = findDates(line.text, dates);
    if (phrase?.unit !== 'day' || phrase.text !== line.text) break;
    rows.push({ phrase, line, details: {} });
  }
  const places = note.lines.slice(from + rows.length, Math.min(to, from + rows.length * 2));
  const [, second = rows[0]] = rows;
  const arePlaces = places.every(
    (line) => isPlaceAlone(line) && line.gap <= (second?.line.gap ?? 0),
  );
  if (rows.length < 2 || places.length < rows.length || !arePlaces) return null;
  rows.forEach(
    (row, at) => (row.details = defined({ ...NO_DETAILS, place: places[at]?.text ?? null })),
  );
  return { rows, lines: note.lines.slice(from, from + rows.length * 2) };
}

const isPlaceAlone = ({ text, bullet, cells }: FlowLine): boolean =>
  bullet === null &&
  cells.length === 1 &&
  PLACE_ALONE.test(text) &&
  readLabel(text) === null &&
  !isName(text);

const PLACE_ALONE = /^\p{Lu}[^\d.:!?]{2,40}$/u;

/** One head of such a table. */
const CELL_HEAD = pattern(
  String.raw`^(?:datum|dag|tid|klockslag|plats|lokal|form|mötesform|möte|veckodag)$`,
);

function cellDetails(cells: readonly string[]): Partial<Details> {
  const timed = cells.find((cell) => readTimes(cell) !== null);
  const place = cells.find((cell) => readTimes(cell) === null && /\p{L}/u.test(cell)) ?? null;
  return defined({ ...NO_DETAILS, ...(timed === undefined ? {} : timesIn(timed)), place });
}
