/**
 * Signatures at a note's end.
 *
 * block := names row* ; the columns of the rows are the columns of the names, flattened or kept apart
 * row   := role | organisation, one for each column
 */
import type { Signatory } from '../../record/schema.js';
import type { FlowLine } from '../../text/flow.js';
import type { Note } from '../../note/note.js';
import { isMeetingListHeading, readNextMeeting } from '../meetings.js';
import { readLabel } from '../labels.js';
import { isName, looksLikeOrganisation, nameKey } from '../people/name.js';
import { splitRole } from '../people/person.js';
import { CHAIR_WORD, ROLE_WORD } from '../people/vocabulary.js';

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
    const block = readAt(note, at, to, keys);
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

/** The block of signatures that begins at `at`, or null. */
function readAt(note: Note, at: number, to: number, keys: ReadonlySet<string>): Signatures | null {
  const line = note.lines[at];
  const names = line ? namesIn(line, keys) : null;
  if (!line || !names) return null;
  const stacked = names.length === 1 ? stackedNames(note, at, to, keys) : null;
  if (stacked) return readStacked(note, at, to, stacked);
  return isBlockStart(note, line, names, keys) ? readBlock(note, at, to, names) : null;
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
  return names.length >= 2 && !afterLabel && titled && names.some((name) => keys.has(nameKey(name)))
    ? names
    : null;
}

function readStacked(note: Note, at: number, to: number, names: readonly string[]): Signatures {
  const columns = names.map((name) => newColumn(name));
  let end = at + names.length;
  for (let row = 0; end < Math.min(to, at + names.length * 4); end += 1, row += 1) {
    const line = note.lines[end];
    if (!line || !isSignatureRow(line)) break;
    addCell(columns[row % columns.length], line.text);
  }
  return {
    signatories: columns.map(toSignatory),
    start: at,
    end,
    lines: note.lines.slice(at, end),
  };
}

interface Column {
  name: string;
  roles: string[];
  organisations: string[];
}

const newColumn = (name: string): Column => ({ name, roles: [], organisations: [] });

function addCell(column: Column | undefined, cell: string): void {
  if (column && cell !== '') (isRole(cell) ? column.roles : column.organisations).push(cell);
}

const toSignatory = ({ name, roles, organisations }: Column): Signatory => ({
  name,
  role: roles.length > 0 ? roles.join(', ') : null,
  organisation: organisations.length > 0 ? organisations.join(', ') : null,
});

/** A title or an organisation below a signature, and no other section. */
function isSignatureRow(line: FlowLine): boolean {
  if (line.text.length > 130 || /https?:/u.test(line.text) || line.bullet !== null) return false;
  if (readNextMeeting(line.text) !== null || isMeetingListHeading(line.text)) return false;
  const label = readLabel(line.text);
  if (label !== null && (label.colon || (label.kind !== 'chair' && label.kind !== 'adjuster')))
    return false;
  if (/\d/u.test(line.text)) return false;
  return isTitleRow(line.text) || line.cells.length > 1;
}

/** One to three names and nothing else. */
function namesIn(line: FlowLine, keys: ReadonlySet<string>): string[] | null {
  if (line.bullet !== null || line.text.length > 110) return null;
  const cells = line.cells.map((cell) => cell.text);
  if (cells.length >= 2 && cells.length <= 3)
    return cells.every((cell) => isName(cell)) ? cells : null;
  const words = line.text.split(' ');
  for (let size = 2; size <= words.length - 2; size += 1) {
    const halves = [words.slice(0, size).join(' '), words.slice(size).join(' ')];
    if (halves.every((half) => isName(half)) && halves.some((half) => keys.has(nameKey(half))))
      return preferKnown(words, keys) ?? halves;
  }
  if (
    words.length === 4 &&
    isName(words.slice(0, 2).join(' ')) &&
    isName(words.slice(2).join(' '))
  ) {
    return [words.slice(0, 2).join(' '), words.slice(2).join(' ')];
  }
  return isName(line.text) ? [line.text] : null;
}

function preferKnown(words: readonly string[], keys: ReadonlySet<string>): string[] | null {
  for (let size = 2; size <= words.length - 2; size += 1) {
    const halves = [words.slice(0, size).join(' '), words.slice(size).join(' ')];
    if (halves.every((half) => keys.has(nameKey(half)))) return halves;
  }
  return null;
}

/** Names alone are a signature after a wide gap or a rule, or with titles below them. */
function isBlockStart(
  note: Note,
  line: FlowLine,
  names: readonly string[],
  keys: ReadonlySet<string>,
): boolean {
  const next = note.lines[line.at + 1];
  const titled = next !== undefined && next.text.length < 120 && isTitleRow(next.text);
  const ruled = /_{4,}|\.{8,}/u.test(note.lines[line.at - 1]?.text ?? '');
  const wide = line.gap > line.spacing + 2;
  const known = names.some((name) => keys.has(nameKey(name)));
  if (names.length >= 2) return titled || ruled || (known && wide);
  const inFoot = line.at > note.lines.length - FOOT;
  return known && (ruled || (titled && (wide || inFoot)));
}

function isTitleRow(text: string): boolean {
  if (/^\d/u.test(text) || (/[.!?:]$/u.test(text) && !text.endsWith('ordf.'))) return false;
  return text.split(' ').some((word) => ROLE_WORD.test(word)) || looksLikeOrganisation(text);
}

function readBlock(note: Note, at: number, to: number, names: readonly string[]): Signatures {
  const columns = names.map((name) => newColumn(name));
  let end = at + 1;
  for (; end < Math.min(to, at + 6); end += 1) {
    const line = note.lines[end];
    if (!line || !isSignatureRow(line)) break;
    splitRow(line, columns.length, note).forEach((cell, index) => {
      addCell(columns[index], cell);
    });
  }
  return {
    signatories: columns.map(toSignatory),
    start: at,
    end,
    lines: note.lines.slice(at, end),
  };
}

const isRole = (text: string): boolean =>
  CHAIR_WORD.test(text) ||
  ROLE_WORD.test(text.split(' ').at(-1) ?? '') ||
  (splitRole(text).role !== null && splitRole(text).rest === '');

/** Cells of a row: by blanks, else at the word after which both sides are a title or an organisation. */
function splitRow(line: FlowLine, count: number, note: Note): string[] {
  const cells = line.cells.map((cell) => cell.text);
  if (cells.length === count || count === 1) return count === 1 ? [line.text] : cells;
  if (count !== 2 || cells.length > 2) return [line.text];
  const words = line.text.split(' ');
  const options = words.slice(1).map((_, index) => {
    const left = words.slice(0, index + 1).join(' ');
    const right = words.slice(index + 1).join(' ');
    return { left, right, cost: halfCost(left, note) + halfCost(right, note) };
  });
  const best = options.sort((a, b) => a.cost - b.cost)[0];
  return best && best.cost < 3 ? [best.left, best.right] : [line.text];
}

function halfCost(text: string, note: Note): number {
  if (CHAIR_WORD.test(text) || note.known.organisations.has(text.toLowerCase())) return 0;
  const words = text.split(' ');
  const ends = looksLikeOrganisation(words.at(-1) ?? '') || ROLE_WORD.test(words.at(-1) ?? '');
  if (/^Region\s\p{Lu}\p{L}+$/u.test(text)) return 0.1;
  if (/^Region$/u.test(text)) return 1.5;
  const inner = words
    .slice(0, -1)
    .filter((word) => looksLikeOrganisation(word) || CHAIR_WORD.test(word)).length;
  return (ends ? 0.2 : 1.5) + inner + (/^\p{Lu}/u.test(text) ? 0 : 1);
}
