/**
 * Signatures of people whom the note does not know: its very last lines, and nothing but names with their offices.
 *
 * last := (name office){2,3} | name{2,3} office{2,3} | names offices      the offices beside or below one another
 */
import type { Signatory } from '../../record/schema.js';
import type { FlowLine } from '../../text/flowline.js';
import { gapAbove } from '../../text/wrapping.js';
import type { Note } from '../../note/note.js';
import { isName } from '../people/name.js';
import { isRole, splitRow } from './signaturerows.js';

const FEWEST = 2;
const MOST = 3;

export interface LastStrangers {
  signatories: Signatory[];
  lines: FlowLine[];
}

/** @returns null where the lines from `at` to the note's end are no names with as many offices */
export function readLastStrangers(note: Note, at: number): LastStrangers | null {
  if (note.lines.length - at > MOST * 2) return null;
  const lines = note.lines.slice(at);
  const [first] = lines;
  if (!first || gapAbove(first) <= 0) return null;
  if (lines.some(({ text, bullet }) => bullet !== null || text.length > 90)) return null;
  const texts = lines.map(({ text }) => text);
  const signers = inPairs(texts) ?? inColumns(lines, note) ?? inRows(lines, note);
  return (
    signers && {
      signatories: signers.map(([name, role]) => ({ name, role, organisation: null })),
      lines,
    }
  );
}

/** Four words with capitals may as well be two names. */
const isOneName = (text: string): boolean =>
  isName(text) &&
  !isRole(text) &&
  text.split(' ').filter((word) => /^\p{Lu}/u.test(word)).length <= 3;

type Signer = [name: string, role: string];

const areSigners = (signers: readonly Signer[]): boolean =>
  signers.length >= FEWEST &&
  signers.length <= MOST &&
  signers.every(([name, role]) => isOneName(name) && isRole(role));

/** "Anna Ek" over "Direktör", "Bo Lind" over "Förvaltningschef" */
function inPairs(texts: readonly string[]): Signer[] | null {
  if (texts.length % 2 !== 0) return null;
  const signers = texts.flatMap((text, at): Signer[] =>
    at % 2 === 0 ? [[text, texts[at + 1] ?? '']] : [],
  );
  return areSigners(signers) ? signers : null;
}

/** The names one below the other, and then the offices: a line each, or on one. */
function inColumns(lines: readonly FlowLine[], note: Note): Signer[] | null {
  const names = lines.findIndex(({ text }) => !isOneName(text));
  const rest = lines.slice(Math.max(0, names));
  const [row] = rest;
  if (names < FEWEST || !row) return null;
  const offices = rest.length === 1 ? splitRow(row, names, note) : rest.map(({ text }) => text);
  if (offices.length !== names) return null;
  const signers = offices.map((office, at): Signer => [lines[at]?.text ?? '', office]);
  return areSigners(signers) ? signers : null;
}

/** "Anna Ek Bo Lind" over "Direktör Förvaltningschef": the names can be parted in one way only. */
function inRows(lines: readonly FlowLine[], note: Note): Signer[] | null {
  const [names, row, ...others] = lines;
  if (!names || !row || others.length > 0) return null;
  const offices = splitRow(row, 2, note);
  const words = names.text.split(' ');
  const cells = names.cells.map(({ text }) => text);
  const halves =
    cells.length === 2
      ? [cells]
      : words
          .map((_, at) => [words.slice(0, at).join(' '), words.slice(at).join(' ')])
          .filter((parts) => parts.every((part) => isName(part)));
  const [only] = halves;
  if (halves.length !== 1 || !only || offices.length !== 2) return null;
  const signers = only.map((name, at): Signer => [name, offices[at] ?? '']);
  return areSigners(signers) ? signers : null;
}
