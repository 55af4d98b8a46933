/** The cells of one row, apart or run together, in the order of the columns. */
import type { FlowLine } from '../../../text/flow.js';
import { splitAtColumns } from '../../../text/cells.js';
import type { Note } from '../../../note/note.js';
import { readGroupHeading } from '../headings.js';
import { isName, leadingName, looksLikeOrganisation } from '../name.js';
import { splitRole } from '../person.js';
import { FUNCTION, isOrganisationWord, isTitleWord } from '../vocabulary.js';
import type { Heads } from './heads.js';

/** The row's cells in the order of the columns; null where the lines are no row. */
export function readRow(lines: readonly FlowLine[], heads: Heads, note: Note): string[] | null {
  const [line] = lines;
  if (!line || line.text.length > 160 || readGroupHeading(line.text)) return null;
  if (heads.stacked)
    return lines.length >= Math.min(2, heads.columns.length) ? lines.map(({ text }) => text) : null;
  if (line.cells.length > 1) return placeCells(line, heads);
  const apart = heads.x ? splitAtColumns(line.cells, heads.x, areNeighbours) : [];
  if (apart.length > 1) return placeCells({ ...line, cells: apart }, heads);
  if (heads.columns[0] !== 'name') return splitOrganisation(line.text, note);
  return heads.columns[1] === 'affiliation' ? splitFlat(line.text, heads, note) : [line.text];
}

/** "René Lagerqvist Region Kronoberg vice ordförande": a name, an organisation and, where it has a column, an office. */
function splitFlat(text: string, heads: Heads, note: Note): string[] {
  const words = text.split(' ');
  const isOffice = (from: number): boolean => {
    const office = words.slice(from).join(' ');
    const isTitle = splitRole(office).rest === '' && !isOrganisationWord(words[from] ?? '');
    return FUNCTION.test(office) || (isTitle && isTitleWord(words.at(-1) ?? ''));
  };
  const offices = words.map((_, at) => at).filter((at) => at >= 3 && isOffice(at));
  const end = heads.columns.includes('role') ? (offices[0] ?? words.length) : words.length;
  const restFrom = (at: number): string => words.slice(at, end).join(' ');
  const starts = words.map((_, at) => at).filter((at) => at >= 2 && at < end && at <= 5);
  const start =
    starts.find((at) => note.known.organisations.has(restFrom(at).toLowerCase())) ??
    starts.find((at) => looksLikeOrganisation(restFrom(at)));
  if (start === undefined) return [text];
  const cells = [words.slice(0, start).join(' '), restFrom(start), words.slice(end).join(' ')];
  return heads.columns.map((column) =>
    column === 'name'
      ? (cells[0] ?? '')
      : column === 'affiliation'
        ? (cells[1] ?? '')
        : column === 'role'
          ? (cells[2] ?? '')
          : '',
  );
}

/** A name and an organisation, or an organisation and an office. */
const areNeighbours = (left: string, right: string): boolean =>
  (isName(left) &&
    /^\p{Lu}/u.test(right) &&
    (looksLikeOrganisation(right) || !/\s/u.test(right))) ||
  (looksLikeOrganisation(left) &&
    (FUNCTION.test(right) ||
      (/^\p{Ll}/u.test(right) && isTitleWord(right.split(' ').at(-1) ?? ''))));

export function placeCells(line: FlowLine, heads: Heads): string[] {
  const row = heads.columns.map(() => '');
  splitAtColumns(line.cells, heads.x ?? [], areNeighbours).forEach((cell, index) => {
    const distances = heads.x?.map((x) => Math.abs(x - cell.x)) ?? [];
    const column = heads.x ? distances.indexOf(Math.min(...distances)) : index;
    if (column in row)
      row[column] = [row[column], cell.text].filter((text) => text !== '').join(' ');
  });
  return row;
}

/** "Region Kalmar län Anna Berg": the organisation ends where a name begins, as early as it can. */
function splitOrganisation(text: string, note: Note): string[] | null {
  const words = text.split(' ');
  const options = words
    .slice(1)
    .map((_, index) => ({
      left: words.slice(0, index + 1).join(' '),
      right: words.slice(index + 1).join(' '),
    }))
    .filter(({ right }) => leadingName(right) !== null);
  const known = options.find(
    ({ left }) => note.known.organisations.has(left.toLowerCase()) || looksLikeOrganisation(left),
  );
  // Whom the note names elsewhere has that name: "Lilla Edet Pia Ek".
  const told = options.find(({ right }) => {
    const name = leadingName(right) ?? right;
    return note.lines.some((line) => line.text.includes(name) && !line.text.includes(text));
  });
  const best = known ?? told ?? options[0];
  return best ? [best.left, best.right] : null;
}
