/**
 * Signatures at a note's end.
 *
 * block := head? rule* names rule* row* ; the columns of the rows are the columns of the names, flattened or kept apart
 * head  := role | "Vid protokollet" | "Justeras", one for each column
 * row   := role | organisation, one for each column
 */
import type { Signatory } from '../../record/schema.js';
import type { FlowLine } from '../../text/flow.js';
import { gapAbove } from '../../text/wrapping.js';
import type { Note } from '../../note/note.js';
import { readLabel } from '../labels.js';
import { isName, looksLikeOrganisation, nameKey } from '../people/name.js';
import { readLastStrangers } from './laststrangers.js';
import {
  isOffice,
  isRole,
  isRowOfChairs,
  isRule,
  isSignatureRow,
  isTitleRow,
  namesIn,
  readHeadRow,
  splitRow,
  takesNotes,
} from './signaturerows.js';

export interface Signatures {
  signatories: Signatory[];
  start: number;
  end: number;
  lines: FlowLine[];
}

/** How far from the note's end a lone name above a title is a signature. */
const FOOT = 30;

/** @param people names of the note's participants, which a signature repeats */
export function findSignatures(
  note: Note,
  from: number,
  to: number,
  people: readonly string[],
): Signatures | null {
  const keys = new Set(people.map((name) => nameKey(name)));
  const blocks: Signatures[] = [];
  for (let at = from; at < to; at += 1) {
    const block = readAt(note, at, from, to, keys);
    if (!block) continue;
    blocks.push(block);
    at = block.end - 1;
  }
  const [first] = blocks;
  if (!first) return null;
  return {
    signatories: blocks.flatMap((block) => block.signatories),
    start: first.start,
    end: blocks.at(-1)?.end ?? first.end,
    lines: blocks.flatMap((block) => block.lines),
  };
}

/** The block of signatures whose names begin at `at`, or null. */
function readAt(
  note: Note,
  at: number,
  from: number,
  to: number,
  keys: ReadonlySet<string>,
): Signatures | null {
  const line = note.lines[at];
  const titled = line ? readTitled(note, line, from, keys) : null;
  if (titled) return titled;
  const paired = readPairs(note, at, to);
  if (paired) return paired;
  const names = line ? namesIn(line, keys) : null;
  if (!line || !names) return lastStrangers(note, at, to);
  const stacked = names.length === 1 ? stackedNames(note, at, to, keys) : null;
  if (stacked) return readStacked(note, at, to, stacked);
  const above = readAbove(note, at, from, names.length);
  return isBlockStart(note, line, names, above, keys)
    ? readBlock(note, at, to, names, above)
    : lastStrangers(note, at, to);
}

function lastStrangers(note: Note, at: number, to: number): Signatures | null {
  const last = to === note.lines.length ? readLastStrangers(note, at) : null;
  return last && { ...last, start: at, end: to };
}

/**
 * "Anna Ek, ordförande" on a line of its own in the foot, or beside who took the notes: name and office of who signs.
 * @returns null where the line is no such, or the name is no participant's
 */
function readTitled(
  note: Note,
  line: FlowLine,
  from: number,
  keys: ReadonlySet<string>,
): Signatures | null {
  if (line.bullet !== null || line.cells.length > 3 || line.at < note.lines.length - FOOT)
    return null;
  const own = besideLabel(line);
  const cells = (own ?? line.cells).map(({ text }) => /^([^,]+),\s+([^,]+)$/u.exec(text));
  const signers = cells.flatMap((match) => {
    const [, name = '', role = ''] = match ?? [];
    return isOffice(role) && isName(name) && keys.has(nameKey(name)) ? [{ name, role }] : [];
  });
  const head = line.at > from ? note.lines[line.at - 1] : undefined;
  const taken = head !== undefined && takesNotes(head, cells.length, note) ? 1 : 0;
  if (signers.length === 0 || signers.length + taken < cells.length) return null;
  const isApart = own !== null || gapAbove(line) > 0 || readLabel(head?.text ?? '') !== null;
  if (taken === 0 && !isApart) return null;
  const start = taken > 0 ? line.at - 1 : line.at;
  return {
    signatories: signers.map((signer) => ({ ...signer, organisation: null })),
    start,
    end: line.at + 1,
    lines: note.lines.slice(start, line.at + 1),
  };
}

/** "Justeras          Anna Ek, ordförande": what stands beside the label in the margin. */
function besideLabel({ cells }: FlowLine): FlowLine['cells'] | null {
  const [label, ...beside] = cells;
  return beside.length > 0 && /^justera[st]\s?:?$/iu.test(label?.text ?? '') ? beside : null;
}

/** Cell by cell, each name with its organisation below it, and then the offices in the same order. */
function readPairs(note: Note, at: number, to: number): Signatures | null {
  const signers: { name: string; organisation: string }[] = [];
  for (let next = at; next + 1 < to; next += 2) {
    const [name, organisation] = [note.lines[next]?.text ?? '', note.lines[next + 1]?.text ?? ''];
    if (!isName(name) || isOffice(organisation) || !looksLikeOrganisation(organisation)) break;
    signers.push({ name, organisation });
  }
  const end = at + signers.length * 3;
  const offices = note.lines.slice(at + signers.length * 2, Math.min(end, to));
  const areOffices =
    offices.length === signers.length && offices.every(({ text }) => isOffice(text));
  return signers.length > 1 && areOffices
    ? {
        signatories: signers.map((signer, index) => ({
          name: signer.name,
          role: offices[index]?.text ?? null,
          organisation: signer.organisation,
        })),
        start: at,
        end,
        lines: note.lines.slice(at, end),
      }
    : null;
}

/** What stands above the names: rules to sign on, and above them the roles. */
interface Above {
  start: number;
  ruled: boolean;
  roles: (string | null)[] | null;
  /** The first name is that of who took the notes. */
  takesNotes: boolean;
}

function readAbove(note: Note, at: number, from: number, count: number): Above {
  let start = at;
  while (start > from && start > at - 2 && isRule(note.lines[start - 1]?.text ?? '')) start -= 1;
  const ruled = start < at || /_{4,}|\.{8,}|…{3,}/u.test(note.lines[at - 1]?.text ?? '');
  const head = start > from ? note.lines[start - 1] : undefined;
  const roles = head ? readHeadRow(head, count, note) : null;
  const taker = head !== undefined && roles !== null && takesNotes(head, count, note);
  return { start: roles ? start - 1 : start, ruled, roles, takesNotes: taker };
}

/** Cell by cell: the names one below the other, then the titles in the same order. */
function stackedNames(
  note: Note,
  at: number,
  to: number,
  keys: ReadonlySet<string>,
): string[] | null {
  const names: string[] = [];
  for (let next = at; next < Math.min(to, at + 3); next += 1) {
    const line = note.lines[next];
    const isOne =
      line?.bullet === null && line.cells.length === 1 && line.text.split(' ').length <= 4;
    const name = isOne && isName(line.text) ? line.text : null;
    if (name === null) break;
    names.push(name);
  }
  const title = note.lines[at + names.length];
  const titled =
    title !== undefined && title.at < to && isTitleRow(title.text) && title.text.length < 80;
  const label = readLabel(note.lines[at - 1]?.text ?? '');
  const afterLabel = label?.kind === 'secretary' && label.value === '';
  const offices = note.lines
    .slice(at + names.length, Math.min(to, at + names.length * 3))
    .filter(({ text }) => isOfficeOfSigner(text)).length;
  const known = names.some((name) => keys.has(nameKey(name))) || offices === names.length;
  return names.length >= 2 && !afterLabel && titled && known ? names : null;
}

function readStacked(note: Note, at: number, to: number, names: readonly string[]): Signatures {
  let end = at + names.length;
  for (; end < Math.min(to, at + names.length * 4); end += 1) {
    const line = note.lines[end];
    if (!line || !(isSignatureRow(line) || isPlaceOfSigner(note, line, names.length))) break;
  }
  const titles = splitTitles(note.lines.slice(at + names.length, end), names.length, note);
  return {
    signatories: dealTitles(names, titles).map(toSignatory),
    start: at,
    end,
    lines: note.lines.slice(at, end),
  };
}

/** "Alvesta" between the names and their offices: the municipality of one of them. */
const isPlaceOfSigner = (note: Note, line: FlowLine, count: number): boolean =>
  /^\p{Lu}\p{L}+(?:[\s-]\p{L}+)?$/u.test(line.text) &&
  note.lines.slice(line.at + 1, line.at + 1 + count).some(({ text }) => isOfficeOfSigner(text));

/** One title a line; where their number does not come out even, a line may hold a row of them. */
function splitTitles(lines: readonly FlowLine[], count: number, note: Note): string[] {
  if (lines.length % count === 0) return lines.map(({ text }) => text);
  const row = lines.find((line) => splitRow(line, count, note).length === count);
  return lines.flatMap((line) => (line === row ? splitRow(line, count, note) : [line.text]));
}

/** The titles row by row, or signature by signature: whichever gives nobody two titles or two organisations. */
function dealTitles(names: readonly string[], titles: readonly string[]): Column[] {
  const each = Math.ceil(titles.length / names.length);
  const deal = (columnOf: (index: number) => number): Column[] => {
    const columns = names.map((name) => newColumn(name));
    titles.forEach((title, index) => {
      addCell(columns[columnOf(index)], title);
    });
    return columns;
  };
  const doubled = (columns: readonly Column[]): number =>
    columns.filter(({ roles, organisations }) => roles.length > 1 || organisations.length > 1)
      .length;
  const byRow = deal((index) => index % names.length);
  const byName = deal((index) => Math.floor(index / each));
  return doubled(byName) < doubled(byRow) ? byName : byRow;
}

interface Column {
  name: string;
  roles: string[];
  organisations: string[];
}

const newColumn = (name: string): Column => ({ name, roles: [], organisations: [] });

function addCell(column: Column | undefined, cell: string): void {
  if (!column || cell === '') return;
  // "Ordförande, Tierps kommun"
  const [role = '', ...rest] = cell.split(/,\s+/u);
  if (rest.length > 0 && isRole(role)) {
    column.roles.push(role);
    column.organisations.push(rest.join(', '));
  } else (isRole(cell) ? column.roles : column.organisations).push(cell);
}

const toSignatory = ({ name, roles, organisations }: Column): Signatory => ({
  name,
  role: roles.length > 0 ? roles.join(', ') : null,
  organisation: organisations.length > 0 ? organisations.join(', ') : null,
});

/** Names alone are a signature after a wide gap, under a rule or a role, or with titles below them. */
function isBlockStart(
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
const isOfficeOfSigner = (text: string): boolean =>
  /^(?:(?:(?:förste|andre|tredje)\s+)?(?:vice\s+)?ordförande|justerare|sekreterare|sammankallande)(?:,\s\p{Lu}[^.:]{3,50})?$/iu.test(
    text,
  );

function readBlock(
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
