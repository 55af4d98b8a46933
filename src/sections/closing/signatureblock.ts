/** One block of signatures: names side by side, and below each its cells. */
import type { Note } from '../../note/note.js';
import type { Signatory } from '../../record/schema.js';
import type { FlowLine } from '../../text/flowline.js';
import { gapAbove } from '../../text/wrapping.js';
import { nameKey } from '../people/name.js';
import {
  isOffice,
  isRole,
  isRowOfChairs,
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
export function isBlockStart(
  note: Note,
  line: FlowLine,
  names: readonly string[],
  above: Above,
  keys: ReadonlySet<string>,
): boolean {
  const below = note.lines.slice(line.at + 1, line.at + 3);
  const next = below.find(({ text }) => !isRule(text));
  const titled = next !== undefined && next.text.length < 120 && isTitleRow(next.text);
  const ruled = above.ruled || isRule(below[0]?.text ?? '');
  const wide = gapAbove(line) > 2;
  const known = names.some((name) => keys.has(nameKey(name)));
  if (names.length >= 2) return titled || ruled || (known && (wide || above.roles !== null));
  const inFoot = line.at > note.lines.length - FOOT;
  if (inFoot && next && isOfficeOfSigner(next.text)) return true;
  return known && (ruled || (titled && (wide || inFoot || above.roles !== null)));
}

/** "Ordförande", "Vice ordförande, Eksjö kommun": whoever stands above it signs, listed as a participant or not. */
export const isOfficeOfSigner = (text: string): boolean =>
  /^(?:(?:(?:förste|andre|tredje)\s+)?(?:vice\s+)?ordförande|justerare|sekreterare|sammankallande)(?:,\s\p{Lu}[^.:]{3,50})?$/iu.test(
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
  let end = at + 1;
  const stacked = cellByCell(note.lines.slice(end, Math.min(to, end + 2 * names.length)), names);
  for (const [index, text] of stacked.entries()) addCell(columns[index % names.length], text);
  end += stacked.length;
  for (; end < Math.min(to, at + 6); end += 1) {
    const line = note.lines[end];
    const hasRole = columns.some(({ roles }) => roles.length > 0);
    if (line && isRule(line.text) && !hasRole) continue;
    if (!line || !isSignatureRow(line) || (hasRole && startsBlock(note, line))) break;
    cellsBelow(line, note.lines[at], columns.length, note).forEach((cell, index) => {
      addCell(columns[index], cell);
    });
  }
  // The offices of two below one name: the other name is torn, and whose the cells are nobody can tell.
  if (columns.length === 1 && columns[0]?.roles.some(isRowOfChairs))
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

/**
 * The names on one line, and below it each one's office on a line of its own; between them each one's organisation
 * may stand ("Håbo kommun" over "Sala kommun" over "Ordförande" over "Vice ordförande").
 */
function cellByCell(below: readonly FlowLine[], names: readonly string[]): string[] {
  const count = names.length;
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
  if (split.length === count || names?.cells.length !== count) return split;
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
  return isRule(note.lines[line.at + 1]?.text ?? '') && readHeadRow(line, 1, note) !== null;
}
