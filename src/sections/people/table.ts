/**
 * A roster set as a table whose first row names its columns: "Kommun | Deltagare", "Namn | Organisation | Roll".
 *
 * table := heads row+ ; a row stands on one line, its cells apart or flattened, or each cell on a line of its own
 */
import type { Participant } from '../../record/schema.js';
import type { FlowLine } from '../../text/flow.js';
import { splitAtColumns } from '../../text/cells.js';
import { pattern } from '../../text/pattern.js';
import { gapAbove } from '../../text/wrapping.js';
import { type Note, rangeOf } from '../../note/note.js';
import { readLabel } from '../labels.js';
import { readGroupHeading } from './headings.js';
import { readPeopleList } from './list.js';
import { isName, leadingName, looksLikeOrganisation, NAME_FORM } from './name.js';
import { toParticipant } from './participant.js';
import { type Person, readPerson, splitRole } from './person.js';
import { rowsByColumn, rowsUnderHeads } from './tablecolumns.js';
import { FUNCTION, isOrganisationWord, isTitleWord } from './vocabulary.js';

/** `other`: a head that is not known, beside two that are. */
type Column = 'name' | 'affiliation' | 'role' | 'party' | 'status' | 'other';

const HEADS: readonly [Column, RegExp][] = [
  [
    'name',
    pattern(
      String.raw`^(?:namn|deltagare|närvarande|representant(?:er)?|ledamot|ledamöter|person|kallade?)$`,
    ),
  ],
  [
    'affiliation',
    pattern(
      String.raw`^(?:kommun|organisation|huvudman|verksamhet|arbetsplats|representerar|förvaltning|region|från|delregion|företag|arbetsgivare|förening|myndighet)$`,
    ),
  ],
  ['role', pattern(String.raw`^(?:funktion|roll|titel|befattning|uppdrag)$`)],
  ['party', pattern(String.raw`^parti$`)],
  [
    'status',
    pattern(
      String.raw`^(?:närvaro|närv\.?|deltog|deltar|status|anmärkning(?:ar)?|anm\.?|kommentar(?:er)?|notering)$`,
    ),
  ],
];

interface Heads {
  columns: Column[];
  /** Where each column begins, where blanks keep them apart. */
  x: number[] | null;
  /** Every cell has a line of its own. */
  stacked: boolean;
  /** Index in the flow after the heads. */
  end: number;
}

export interface TableRoster {
  participants: Participant[];
  /** Index in the flow after the table. */
  end: number;
}

/** @param isEnd tells where something else begins @returns null where no table's heads stand at `at` */
export function readTableRoster(
  note: Note,
  at: number,
  isEnd: (line: FlowLine) => boolean,
): TableRoster | null {
  const heads = readHeads(note, at);
  if (!heads) return readApart(note, at, isEnd);
  return readColumns(note, heads, isEnd) ?? readRows(note, heads, isEnd);
}

/** Row by row, until a line is none. */
function readRows(
  note: Note,
  heads: Heads,
  isEnd: (line: FlowLine) => boolean,
): TableRoster | null {
  const participants: Participant[] = [];
  const marks: string[] = [];
  let end = heads.end;
  let group: string | null = null;
  while (end < note.lines.length) {
    const heading = headingIn(note.lines[end], heads);
    if (heading) {
      group = heading.group ?? group;
      end += 1;
      continue;
    }
    const lines = linesOfRow(note, end, heads);
    const cells = lines.some((line, at) => isEnd(line) && !isMarkCell(line, at, heads))
      ? null
      : readRow(lines, heads, note);
    if (!cells || peopleIn(cells, lines, heads, note).length === 0) break;
    end += lines.length;
    const wrapped = heads.stacked ? restOfCell(note, end) : wrappedLines(note, end, heads, isEnd);
    for (const line of wrapped)
      addWrapped(cells, heads.stacked ? inLast(line.text, heads) : placeCells(line, heads));
    end += wrapped.length;
    const people = peopleIn(cells, [...lines, ...wrapped], heads, note);
    const status = cells[heads.columns.indexOf('status')] ?? '';
    for (const person of people) {
      marks.push(status);
      participants.push({ ...person, group });
    }
  }
  if (heads.columns.includes('status')) markAbsent(participants, marks);
  return participants.length > 0 ? { participants, end } : null;
}

/** "Närvarande" in a cell of its own is no label. */
const isMarkCell = ({ text }: FlowLine, at: number, { stacked, columns }: Heads): boolean =>
  stacked && columns[at] === 'status' && (YES.test(text) || NO.test(text));

/** In a table whose cells have a line each the last cell may be empty, and then has none. */
function linesOfRow(note: Note, at: number, { stacked, columns }: Heads): FlowLine[] {
  const lines = note.lines.slice(at, at + (stacked ? columns.length : 1));
  const last = lines.at(-1);
  const mayBeEmpty = stacked && columns.length > 2 && columns.at(-1) === 'status';
  const remark = last?.text ?? '';
  const isRemark = [/^\p{Ll}/u, FUNCTION, YES, NO].some((words) => words.test(remark));
  return mayBeEmpty && !isRemark ? lines.slice(0, -1) : lines;
}

/** Column by column, each below its own head: "Kommun", all of them, "Deltagare", and theirs. */
function readApart(note: Note, at: number, isEnd: (line: FlowLine) => boolean): TableRoster | null {
  const first = headOf(note.lines[at]?.text ?? '');
  if (first !== 'name' && first !== 'affiliation') return null;
  const second = first === 'name' ? 'affiliation' : 'name';
  const heads: Heads = { columns: [first, second], x: null, stacked: true, end: at + 1 };
  const rows = rowsUnderHeads(
    note,
    at + 1,
    first === 'name',
    (line) => headOf(line.text) === second,
    isEnd,
  );
  const last = rows?.at(-1)?.[1];
  if (!rows || !last) return null;
  const participants = rows.flatMap((lines) =>
    peopleIn(
      lines.map(({ text }) => text),
      [lines[first === 'name' ? 0 : 1]],
      heads,
      note,
    ),
  );
  return { participants, end: last.at + 1 };
}

/** Column by column; a row without people is nobody. */
function readColumns(
  note: Note,
  heads: Heads,
  isEnd: (line: FlowLine) => boolean,
): TableRoster | null {
  const [first, second, third] = heads.columns;
  const isPair = heads.stacked && third === undefined && [first, second].includes('affiliation');
  const rows = isPair ? rowsByColumn(note, heads.end, first === 'name', isEnd) : null;
  const last = rows?.at(-1)?.[1];
  if (!rows || !last) return null;
  const participants = rows.flatMap((lines) => {
    const cells = lines.map(({ text }) => text);
    return peopleIn(cells, [lines[first === 'name' ? 0 : 1]], heads, note);
  });
  return { participants, end: last.at + 1 };
}

/** Who a row names, each with what its other cells say. */
function peopleIn(
  cells: readonly string[],
  lines: readonly FlowLine[],
  heads: Heads,
  note: Note,
): Participant[] {
  const status = cells[heads.columns.indexOf('status')] ?? '';
  return severalIn(cells, heads, note).flatMap((own) => {
    const person = toPerson(own, heads, note);
    if (!person) return [];
    const participant = toParticipant(person, null, rangeOf([...lines]));
    if (status !== '') setStatus(participant, status);
    return [participant];
  });
}

/** "Arvika | Anna Ek, Bo Lind": where the organisation has a column of its own, a row for each who is named. */
function severalIn(cells: readonly string[], heads: Heads, note: Note): (readonly string[])[] {
  const at = heads.columns.indexOf('name');
  if (!heads.columns.includes('affiliation')) return [cells];
  const people = readPeopleList(cells[at] ?? '', note.known, false).map(({ text }) => text);
  const parts = (cells[at] ?? '').split(/,\s|\s(?:och|samt)\s/u);
  const names = people.every((text) => isName(text)) ? people : parts;
  return names.length > 1 && names.every((text) => isName(text) || NAME_FORM.test(text))
    ? names.map((text) => cells.map((cell, no) => (no === at ? text : cell)))
    : [cells];
}

function personInColumn(text: string, note: Note): Person | null {
  const person = readPerson(text, note.known);
  if (person?.name) return person;
  const [, name, party = null] = NAME_FORM.exec(text) ?? [];
  if (name === undefined || looksLikeOrganisation(name)) return person;
  const none = { affiliation: null, role: null, function: null, remark: null };
  return { ...none, ...person, name, party };
}

/** "Ersättare (2)" between the rows begins a group; "Vakant plats" is nobody. */
function headingIn(line: FlowLine | undefined, heads: Heads): { group: string | null } | null {
  if (!line || !heads.columns.includes('other')) return null;
  if (VACANT.test(line.text)) return { group: null };
  return readGroupHeading(line.text.replace(/\s*\(\d+\)$/u, ''));
}

const VACANT = /^vakant(?:\s+plats)?$/iu;

function readHeads(note: Note, at: number): Heads | null {
  const line = note.lines[at];
  if (!line || line.text.length > 120) return null;
  const apart = line.cells.length > 1;
  // "Närvarande ledamöter" is a label, and no two heads.
  if (!apart && line.text.includes(' ') && readLabel(line.text) !== null) return null;
  const words = apart ? line.cells.map(({ text }) => text) : line.text.split(' ');
  const columns = apart ? withOthers(headsOf(words), words) : headsOf(words);
  if (columns.length > 1 && isTable(columns))
    return { columns, x: apart ? line.cells.map(({ x }) => x) : null, stacked: false, end: at + 1 };
  return stackedHeads(note, at);
}

function stackedHeads(note: Note, at: number): Heads | null {
  const columns: (Column | null)[] = [];
  for (const line of note.lines.slice(at, at + 4)) {
    const column = headOf(line.text);
    if (column === null) break;
    columns.push(column);
  }
  return columns.length > 1 && isTable(columns)
    ? { columns, x: null, stacked: true, end: at + columns.length }
    : null;
}

/** "Kommun/organisation" is a head of one column, named twice. */
function headOf(word: string): Column | null {
  const columns = word
    .replace(/:$/u, '')
    .split(/\s?\/\s?|\soch\s/u)
    .map((part) => HEADS.find(([, regexp]) => regexp.test(part))?.[0] ?? null);
  return columns.every((column) => column === columns[0]) ? (columns[0] ?? null) : null;
}

/** Beside a column of names "Närvarande" says whether they were. */
function headsOf(words: readonly string[]): (Column | null)[] {
  const columns = words.map((word) => headOf(word));
  const present = words.findIndex((word) => /^närvarande$/iu.test(word));
  const names = columns.filter((column) => column === 'name').length;
  return columns.map((column, at) => (at === present && names > 1 ? 'status' : column));
}

/** Beside names and marks of presence a head that is not known is one all the same. */
function withOthers(
  columns: readonly (Column | null)[],
  words: readonly string[],
): (Column | null)[] {
  const isMarked = columns.includes('name') && columns.includes('status');
  return columns.map((column, at) =>
    isMarked && column === null && /^\p{Lu}[^.:;,]{2,50}$/u.test(words[at] ?? '')
      ? 'other'
      : column,
  );
}

/** Every head has a column, none that is known comes twice, and one is the name's. */
function isTable(columns: readonly (Column | null)[]): columns is Column[] {
  const known = columns.filter((column) => column !== 'other');
  return (
    !columns.includes(null) && new Set(known).size === known.length && columns.includes('name')
  );
}

/** The row's cells in the order of the columns; null where the lines are no row. */
function readRow(lines: readonly FlowLine[], heads: Heads, note: Note): string[] | null {
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

function placeCells(line: FlowLine, heads: Heads): string[] {
  const row = heads.columns.map(() => '');
  splitAtColumns(line.cells, heads.x ?? [], areNeighbours).forEach((cell, index) => {
    const distances = heads.x?.map((x) => Math.abs(x - cell.x)) ?? [];
    const column = heads.x ? distances.indexOf(Math.min(...distances)) : index;
    if (column in row)
      row[column] = [row[column], cell.text].filter((text) => text !== '').join(' ');
  });
  return row;
}

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
      (name !== '' && !wrapsName(note, line, name)) ||
      (gapAbove(line) > 0 && !line.afterBreak) ||
      isEnd(line) ||
      !line.cells.every(({ x }) => isUnder(x, heads))
    )
      break;
    lines.push(line);
  }
  return lines;
}

/** "Annelie Thörn-" over "Ekman": the second half of a name that was broken off. */
const wrapsName = (note: Note, line: FlowLine, name: string): boolean =>
  (note.lines[line.at - 1]?.cells[0]?.text.endsWith('-') ?? false) &&
  /^\p{Lu}[\p{L}-]+$/u.test(name);

const isUnder = (x: number, heads: Heads): boolean =>
  heads.x?.some((head) => Math.abs(head - x) < 3) ?? false;

function addWrapped(cells: string[], more: readonly string[]): void {
  for (const [at, text] of more.entries())
    if (text !== '')
      cells[at] = `${cells[at] ?? ''}${cells[at]?.endsWith('-') ? '' : ' '}${text}`.trim();
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

function toPerson(cells: readonly string[], heads: Heads, note: Note): Person | null {
  const cell = (column: Column): string => cells[heads.columns.indexOf(column)] ?? '';
  const person = personInColumn(cell('name'), note);
  const isNamed = isName(person?.name ?? '') || NAME_FORM.test(person?.name ?? '');
  if (!person?.name || (!isNamed && heads.stacked)) return null;
  const [role, party, affiliation] = [cell('role'), cell('party'), cell('affiliation')];
  if (affiliation !== '') setAffiliation(person, affiliation);
  if (party !== '') person.party = party;
  if (role !== '' && FUNCTION.test(role)) person.function ??= role;
  else if (role !== '') person.role ??= role;
  heads.columns.forEach((column, at) => {
    const text = cells[at] ?? '';
    if (column !== 'other' || text === '' || MARK.test(text)) return;
    if (FUNCTION.test(text)) person.function ??= text;
    else person.remark ??= text;
  });
  return person;
}

/** A cross, a telephone number or an address in a column that nobody knows. */
const MARK = /^(?:\S+@\S+|[xX✓✔☒–—-]|\+?[\d\s()/–-]{6,})$/u;

/** "Region Östergötland, ordförande": the office in the body stands last. */
function setAffiliation(person: Person, text: string): void {
  const [, organisation = text, office] = /^(.+?),\s*([^,]+)$/u.exec(text) ?? [];
  const isOffice = office !== undefined && FUNCTION.test(office);
  person.affiliation = isOffice ? organisation : text;
  if (isOffice) person.function ??= office;
}

const YES = /^(?:ja|x|✓|✔|☒|närv\.?|närvarande|deltog|deltar|n|1)(?=$|[\s,])/iu;
const NO =
  /^(?:nej|frånv\.?|frånvarande|förhinder|anmält förhinder|ej närvarande|–|-|f|0)(?=$|[\s,])/iu;

/** "Ja, via Teams" is present, with the words kept. */
function setStatus(participant: Participant, text: string): void {
  const isAbsent = NO.test(text);
  if (isAbsent) participant.status = 'absent';
  const rest = text.replace(isAbsent ? NO : YES, '').replace(/^[\s,]+/u, '');
  if (rest === '') return;
  if (FUNCTION.test(rest)) participant.function ??= rest;
  else participant.remark ??= rest;
}

/** Where those who came are ticked and nobody is marked as absent, an empty cell says it. */
function markAbsent(participants: readonly Participant[], marks: readonly string[]): void {
  if (!marks.some((mark) => YES.test(mark)) || marks.some((mark) => NO.test(mark))) return;
  for (const [at, person] of participants.entries()) if (marks[at] === '') person.status = 'absent';
}
