/** Signatures cell by cell: names one below the other, then the titles in the same order. */
import type { Note } from '../../note/note.js';
import type { FlowLine } from '../../text/flowline.js';
import { readLabel } from '../labels.js';
import { isName, looksLikeOrganisation, nameKey } from '../people/name.js';
import type { Signatures } from './foot.js';
import {
  addCell,
  type Column,
  isOfficeOfSigner,
  newColumn,
  PLACE,
  toSignatory,
} from './signatureblock.js';
import { isOffice, isSignatureRow, isTitleRow, splitRow } from './signaturerows.js';

/** Cell by cell, each name with its organisation below it, and then the offices in the same order. */
export function readPairs(note: Note, at: number, to: number): Signatures | null {
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

/** Cell by cell: the names one below the other, then the titles in the same order. */
export function stackedNames(
  note: Note,
  at: number,
  to: number,
  keys: ReadonlySet<string>,
): string[] | null {
  const names = namesBelow(note.lines.slice(at, Math.min(to, at + 3)));
  const label = readLabel(note.lines[at - 1]?.text ?? '');
  const afterLabel = label?.kind === 'secretary' && label.value === '';
  const offices = note.lines
    .slice(at + names.length, Math.min(to, at + names.length * 3))
    .filter(({ text }) => isOfficeOfSigner(text)).length;
  const known = names.some((name) => keys.has(nameKey(name))) || offices === names.length;
  const title = note.lines.slice(at + names.length, to)[0]?.text ?? '';
  const titled = isTitleRow(title) || (PLACE.test(title) && offices === names.length);
  return names.length >= 2 && !afterLabel && titled && title.length < 80 && known ? names : null;
}

/** The names with a line each that the lines begin with. */
function namesBelow(lines: readonly FlowLine[]): string[] {
  const end = lines.findIndex(
    ({ text, bullet, cells }) =>
      bullet !== null || cells.length > 1 || text.split(' ').length > 4 || !isName(text),
  );
  return lines.slice(0, end < 0 ? lines.length : end).map(({ text }) => text);
}

export function readStacked(
  note: Note,
  at: number,
  to: number,
  names: readonly string[],
): Signatures {
  let end = at + names.length;
  for (; end < Math.min(to, at + names.length * 4); end += 1) {
    const line = note.lines[end];
    if (!line || !(isSignatureRow(line) || isCellOfSigner(note, line, names.length))) break;
  }
  const titles = splitTitles(note.lines.slice(at + names.length, end), names.length, note);
  return {
    signatories: dealTitles(names, titles).map(toSignatory),
    start: at,
    end,
    lines: note.lines.slice(at, end),
  };
}

/** A municipality, or the short name of an organisation ("VästKom", "RJL"). */
const isCellOfSigner = (note: Note, line: FlowLine, count: number): boolean =>
  isPlaceOfSigner(note, line, count) ||
  /^(?:\p{Lu}\p{Ll}+\p{Lu}\p{L}+|\p{Lu}{2,6})$/u.test(line.text);

/** "Alvesta" between the names and their offices, or below them: the municipality of one of them. */
const isPlaceOfSigner = (note: Note, { text, at }: FlowLine, count: number): boolean =>
  PLACE.test(text) &&
  (note.lines.slice(at + 1, at + 1 + count).some((line) => isOfficeOfSigner(line.text)) ||
    (note.lines.slice(at - count, at).some((line) => isOfficeOfSigner(line.text)) &&
      note.lines.some((line) => line.at < at - count && line.text.includes(text))));

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
