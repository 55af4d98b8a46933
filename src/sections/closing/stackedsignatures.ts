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

export function readStacked(
  note: Note,
  at: number,
  to: number,
  names: readonly string[],
): Signatures {
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
