/** The cells of one row, apart or run together, in the order of the columns. */
import type { FlowLine } from '../../../text/flowline.js';
import { joinFlow } from '../../../text/flow.js';
import { splitAtColumns } from '../../../text/cells.js';
import type { Note } from '../../../note/note.js';
import { readGroupHeading } from '../headings.js';
import { isName, leadingName, looksLikeOrganisation } from '../name.js';
import { readPerson } from '../person.js';
import { splitRole } from '../office.js';
import { FUNCTION, isTitleWord } from '../words/offices.js';
import { isOrganisationWord } from '../words/organisations.js';
import type { Heads } from './heads.js';
import { isPresence, presenceAtEnd } from './presence.js';

/** The row's cells in the order of the columns; null where the lines are no row. */
export function readRow(lines: readonly FlowLine[], heads: Heads, note: Note): string[] | null {
  const [line] = lines;
  if (!line || line.text.length > 160 || readGroupHeading(line.text)) return null;
  if (heads.stacked) return lines.length < 2 ? null : stackedCells(lines, heads, note);
  if (line.cells.length > 1) return placedOrSplit(line, heads, note);
  const apart = heads.x ? splitAtColumns(line.cells, heads.x, areNeighbours) : [];
  if (apart.length > 1) return placeCells({ ...line, cells: apart }, heads);
  if (heads.columns[0] !== 'name') return splitOrganisation(line.text, note);
  if (heads.columns[1] !== 'affiliation') return [line.text];
  const text = joinFlow(lines, note.flow);
  return (
    splitMarked(text, heads, note) ??
    splitWithMark(text, heads, note) ??
    splitWithAside(text, heads, note)
  );
}

/** "Ida Ek Region Skåne hälso- och sjukvårdsstrateg x": the mark behind the office. */
function splitWithMark(text: string, heads: Heads, note: Note): string[] | null {
  const { columns } = heads;
  const marked = columns.length === 4 && columns[3] === 'status' ? presenceAtEnd(text) : null;
  return (
    marked && [
      ...splitWithAside(marked.rest, { ...heads, columns: columns.slice(0, 3) }, note),
      marked.status,
    ]
  );
}

/** "Falkenbergs kommun Ulrika Vik    socialchef": where no column of names holds one, the first cell holds two. */
function placedOrSplit(line: FlowLine, heads: Heads, note: Note): string[] {
  const placed = placeCells(line, heads);
  const [first, second] = heads.columns;
  const isMissing =
    readPerson(placed[heads.columns.indexOf('name')] ?? '', note.known)?.name == null;
  const mayHoldTwo = first === 'affiliation' && second === 'name' && isMissing;
  return (mayHoldTwo ? splitOrganisation(line.text, note) : null) ?? placed;
}

/** A line for each cell; where there are more, the first and those of offices are the name's, the last are the mark's. */
function stackedCells(lines: readonly FlowLine[], heads: Heads, note: Note): string[] {
  if (lines.length <= heads.columns.length) return lines.map(({ text }) => text);
  const isMarked = heads.columns.includes('status');
  const mark = isMarked ? lines.findIndex(({ text }) => isPresence(text)) : lines.length - 1;
  const rest = lines.slice(1, mark).findIndex(({ text }) => !isOfficeBelow(text));
  const from = rest < 0 ? mark : rest + 1;
  return [lines.slice(0, from), lines.slice(from, mark), lines.slice(mark)].map((cell) =>
    joinFlow(cell, note.flow),
  );
}

/** "sjukvårdsdirektör", below "Anna Ek, hälso- och" */
const isOfficeBelow = (text: string): boolean =>
  /^\p{Ll}/u.test(text) && isTitleWord(text.split(' ').at(-1) ?? '');

/**
 * "Anna Ek (S), ordförande Lunds kommun Ja": what is left of the mark is the person with her office, and then whom she
 * stands for. @returns null where the row's last column is not that of presence, or says nothing
 */
function splitMarked(text: string, heads: Heads, note: Note): string[] | null {
  const isMarked = heads.columns.length === 3 && heads.columns[2] === 'status';
  const marked = isMarked ? presenceAtEnd(text) : null;
  if (!marked) return null;
  const words = marked.rest.split(' ');
  const starts = words
    .map((_, at) => at)
    .filter((at) => at >= 2 && /^\p{Lu}/u.test(words[at] ?? ''));
  const start = starts.find((at) => {
    const person = readPerson(words.slice(0, at).join(' '), note.known);
    const organisation = words.slice(at).join(' ');
    return (
      person?.name != null &&
      person.affiliation === null &&
      (looksLikeOrganisation(organisation) ||
        looksLikeOrganisation(organisation.split(',')[0] ?? '') ||
        note.known.organisations.has(organisation.toLowerCase()))
    );
  });
  if (start === undefined) return [marked.rest, '', marked.status];
  return [words.slice(0, start).join(' '), words.slice(start).join(' '), marked.status];
}

/** "Anna Ek (via länk) Lunds kommun socialchef": what stands in parentheses after the name is told of her. */
function splitWithAside(text: string, heads: Heads, note: Note): string[] {
  const [, name = '', aside = '', rest = ''] =
    /^(\p{Lu}\S+(?:\s\p{L}\S+){1,3})\s(\(\p{Ll}[^()]{2,40}\))\s(\S.*)$/u.exec(text) ?? [];
  if (aside === '') return splitFlat(text, heads, note);
  return splitFlat(`${name} ${rest}`, heads, note).map((cell, at) =>
    at === 0 ? `${cell} ${aside}` : cell,
  );
}

/** A word between others, with which no office begins and after which none does. */
const LEADS_ON = /^(?:för|i|på|av|och|med)$/u;

/** "René Lagerqvist Region Kronoberg vice ordförande": a name, an organisation and, where it has a column, an office. */
function splitFlat(text: string, heads: Heads, note: Note): string[] {
  const words = text.split(' ');
  const isOffice = (from: number): boolean => {
    const office = words.slice(from).join(' ');
    // "avdelningen för stöd": no office, and none after it within the same words.
    if ([words[from], words[from - 1]].some((word) => LEADS_ON.test(word ?? ''))) return false;
    const isTitle = splitRole(office).rest === '' && !isOrganisationWord(words[from] ?? '');
    return FUNCTION.test(office) || (isTitle && isTitleWord(words.at(-1) ?? ''));
  };
  const offices = words.map((_, at) => at).filter((at) => at >= 3 && isOffice(at));
  const end = heads.columns.includes('role') ? (offices[0] ?? words.length) : words.length;
  const restFrom = (at: number): string => words.slice(at, end).join(' ');
  const starts = words
    .map((_, at) => at)
    .filter((at) => at >= 2 && at < end && at <= 5)
    // "von" needs the name after it.
    .filter((at) => !/^\p{Ll}{2,3}$/u.test(words[at - 1] ?? ''));
  const start =
    starts.find((at) => note.known.organisations.has(restFrom(at).toLowerCase())) ??
    starts.find((at) => looksLikeOrganisation(restFrom(at))) ??
    starts.find(
      (at) =>
        isName(words.slice(0, at).join(' ')) &&
        looksLikeOrganisation(restFrom(at).split(',')[0] ?? ''),
    );
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

/** A name and an organisation, an organisation and an office, or anything and a mark of presence. */
const areNeighbours = (left: string, right: string): boolean =>
  (isName(left) &&
    /^\p{Lu}/u.test(right) &&
    (looksLikeOrganisation(right) || !/\s/u.test(right))) ||
  isPresence(right) ||
  // "…, vice ordföran- Kommunförbundet Skåne": a word that was broken off, where the next column begins.
  (/\p{Ll}-$/u.test(left) && /^\p{Lu}/u.test(right)) ||
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
