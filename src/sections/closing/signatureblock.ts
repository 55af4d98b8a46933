/** One block of signatures: names side by side, and below each its cells. */
import type { Note } from '../../note/note.js';
import type { Signatory } from '../../record/schema.js';
import type { FlowLine } from '../../text/flowline.js';
import { gapAbove } from '../../text/wrapping.js';
import { nameKey } from '../people/name.js';
import {
  isOffice,
  isRole,
  isRowOfOffices,
  isRule,
  isSignatureRow,
  isTitleRow,
  readHeadRow,
  splitRow,
} from './signaturerows.js';
import { FOOT, type Signatures } from './foot.js';
import type { Above } from './above.js';

export interface Column {
  name: string;
  roles: string[];
  organisations: string[];
}

export const newColumn = (name: string): Column => ({ name, roles: [], organisations: [] });

export function addCell(column: Column | undefined, cell: string): void {
  if (!column || cell === '') return;
  // "Ordförande, Tierps kommun"
  const [role = '', ...rest] = cell.split(/,\s+/u);
  if (rest.length > 0 && isRole(role)) {
    column.roles.push(role);
    column.organisations.push(rest.join(', '));
  } else (isRole(cell) ? column.roles : column.organisations).push(cell);
}

export const toSignatory = ({ name, roles, organisations }: Column): Signatory => ({
  name,
  role: roles.length > 0 ? roles.join(', ') : null,
  organisation: organisations.length > 0 ? organisations.join(', ') : null,
});

/** Names alone are a signature after a wide gap, under a rule or a role, or with titles below them. */
export const isBlockStart = (
  ...[note, line, names, above, keys]: Parameters<typeof standsAsSignature>
): boolean =>
  !isLedTo(note.lines[line.at - 1], line) && standsAsSignature(note, line, names, above, keys);

function standsAsSignature(
  note: Note,
  line: FlowLine,
  names: readonly string[],
  above: Above,
  keys: ReadonlySet<string>,
): boolean {
  const below = note.lines.slice(line.at + 1, line.at + 3);
  const next = below.find(({ text }) => !isRule(text));
  const titled = next !== undefined && isRowOfTitles(note, next, names.length);
  const ruled = above.ruled || isRule(below[0]?.text ?? '');
  const wide = gapAbove(line) > 2;
  const known = names.some((name) => keys.has(nameKey(name)));
  const inFoot = line.at > note.lines.length - FOOT;
  // Whoever an annual meeting chose to chair it need not be in a list of those present.
  const signs = above.roles !== null && (known || inFoot);
  if (names.length >= 2) return titled || ruled || signs || (known && wide);
  if (inFoot && next && isOfficeOfSigner(next.text)) return true;
  return known && (ruled || (titled && (wide || inFoot || above.roles !== null)));
}

const isRowOfTitles = (note: Note, line: FlowLine, count: number): boolean =>
  line.text.length < 120 && (isTitleRow(line.text) || isRowOfPlaces(note, line, count));

/** "- Boka lokal –" over "Ida Ek": who is to do it. */
const isLedTo = (before: FlowLine | undefined, line: FlowLine): boolean =>
  before !== undefined &&
  gapAbove(line) <= 0 &&
  /\p{L}.*(?:[,–—-]|\s(?:och|samt))$/u.test(before.text);

/**
 * "Kungsbacka", "Umeå   Lycksele": municipalities of those who sign, above their offices, or below them where the note
 * names them elsewhere.
 */
function isRowOfPlaces(note: Note, line: FlowLine, count: number): boolean {
  const cells = line.cells.length > 1 ? line.cells.map(({ text }) => text) : line.text.split(' ');
  if (line.bullet !== null || cells.length !== count || !cells.every((cell) => PLACE.test(cell)))
    return false;
  const isKnown = (place: string): boolean =>
    note.lines.some((other) => other.at < line.at && other.text.includes(place));
  return (
    holdsOffices(note, line.at + 1, count) ||
    (holdsOffices(note, line.at - 1, count) && cells.every(isKnown))
  );
}

function holdsOffices(note: Note, at: number, count: number): boolean {
  const line = note.lines[at];
  const cells = line ? splitRow(line, count, note) : [];
  return cells.length === count && cells.every((cell) => isOfficeOfSigner(cell));
}

export const PLACE = /^(?!Region(?:en)?$|Landstinget$)\p{Lu}\p{L}+(?:[\s-]\p{L}+)?$/u;

/** "Ordförande", "Vice ordförande, Eksjö kommun": whoever stands above it signs, listed as a participant or not. */
export const isOfficeOfSigner = (text: string): boolean =>
  /^(?:(?:(?:förste|andre|tredje|[123]:[ea])\s+)?(?:vice\s+)?ordförande|justerare|sekreterare|sammankallande)(?:,\s\p{Lu}[^.:]{3,50})?$/iu.test(
    text,
  );

export function readBlock(
  note: Note,
  at: number,
  to: number,
  names: readonly string[],
  above: Above,
): Signatures {
  const columns = names.map((name) => newColumn(name));
  const end = fillColumns(columns, note, at, to);
  // The offices of two below one name: the other name is torn, and whose the cells are nobody can tell.
  if (columns.length === 1 && columns[0]?.roles.some(isRowOfOffices))
    columns[0] = newColumn(columns[0].name);
  columns.forEach((column, index) => {
    const role = above.roles?.[index];
    if (role && column.roles.length === 0) column.roles.push(role);
  });
  const [first, ...others] = columns;
  const isTaker = above.takesNotes && first?.roles.length === 0 && first.organisations.length === 0;
  return {
    signatories: (isTaker ? others : columns).map(toSignatory),
    start: above.start,
    end,
    lines: note.lines.slice(above.start, end),
  };
}

/** The rows below the names go into their columns. @returns the index of the line after them */
function fillColumns(columns: readonly Column[], note: Note, at: number, to: number): number {
  const count = columns.length;
  const stacked = cellByCell(note.lines.slice(at + 1, Math.min(to, at + 1 + 2 * count)), count);
  for (const [index, text] of stacked.entries()) addCell(columns[index % count], text);
  let end = at + 1 + stacked.length;
  let isWhole = true;
  for (; end < Math.min(to, at + 6); end += 1) {
    const line = note.lines[end];
    const hasRole = columns.some(({ roles }) => roles.length > 0);
    if (line && isRule(line.text) && !hasRole) continue;
    if (!line || !belongsToBlock(note, line, count) || (hasRole && startsBlock(note, line))) break;
    if (hasRole && isLetterFoot(note, line)) break;
    const cells = cellsBelow(line, note.lines[at], count, note);
    isWhole &&= cells.length === count;
    cells.forEach((cell, index) => {
      addCell(columns[index], cell);
    });
  }
  // A cell has wrapped, or two have run together: whose organisations they are nobody can tell.
  if (!isWhole) for (const column of columns) column.organisations = [];
  return end;
}

const belongsToBlock = (note: Note, line: FlowLine, count: number): boolean =>
  isSignatureRow(line) || isRowOfPlaces(note, line, count);

/** "Region Örebro län" below a gap, where the rows above have none: the foot of the letter paper. */
function isLetterFoot(note: Note, line: FlowLine): boolean {
  const before = note.lines[line.at - 1];
  return before !== undefined && gapAbove(before) <= 0 && gapAbove(line) > 0;
}

/**
 * The names on one line, and below it each one's office on a line of its own; between them each one's organisation
 * may stand ("Håbo kommun" over "Sala kommun" over "Ordförande" over "Vice ordförande").
 */
function cellByCell(below: readonly FlowLine[], count: number): string[] {
  const texts = below.map(({ text }) => text);
  const areOffices = (cells: readonly string[]): boolean =>
    cells.length === count && cells.every((text) => isOffice(text));
  if (count < 2) return [];
  if (areOffices(texts.slice(0, count))) return texts.slice(0, count);
  const places = below.slice(0, count);
  const arePlaces = places.every(
    (line) =>
      line.bullet === null && /^\p{Lu}[^.:;\d]{1,60}$/u.test(line.text) && !isOffice(line.text),
  );
  return arePlaces && areOffices(texts.slice(count)) ? texts : [];
}

/** How far from its name a title may begin, in characters. */
const REACH = 8;

/** A row with fewer cells than there are names: each stands below the name where it begins. */
function cellsBelow(
  line: FlowLine,
  names: FlowLine | undefined,
  count: number,
  note: Note,
): string[] {
  const split = splitRow(line, count, note);
  const areApart = names?.cells.length === count;
  const isOneCell =
    areApart && line.cells.length === 1 && line.text.length < (names.cells[1]?.x ?? 0);
  if (!areApart || (split.length === count && !isOneCell)) return split;
  const cells = names.cells.map(() => '');
  for (const { text, x } of line.cells) {
    const at = names.cells.findIndex((name) => Math.abs(name.x - x) <= REACH);
    if (at < 0) return split;
    cells[at] = text;
  }
  return cells;
}

/** The words above the next block's rule belong to that block. */
function startsBlock(note: Note, line: FlowLine): boolean {
  return isRule(note.lines[line.at + 1]?.text ?? '') && readHeadRow(line, line, 1, note) !== null;
}
