/**
 * Who signs, each after his office: "Ordförande: Ida Ek", "Sekreterare    Bo Lind    Paragrafer §§ 21–26". At a note's
 * end, or under "Underskrifter" on the first page of a board's minutes.
 *
 * signers := heading? signer{2,} ; heading := "Underskrifter"
 *         | "Underskrifter" in the margin of the first signer
 * signer  := office ":" name [ "," organisation ] | office "  " name [ "  " words ] | office "  " rule [ "  " words ] ⏎ name
 *         | office "  " rule "  " name, the blanks lost or not
 */
import type { Note } from '../../note/note.js';
import type { FlowLine } from '../../text/flowline.js';
import type { Signatory } from '../../record/schema.js';
import { pattern } from '../../text/pattern.js';
import { isName } from '../people/name.js';
import { FOOT, type Signatures } from './foot.js';
import { isRule } from './signaturerows.js';

const OFFICE = String.raw`(?:(?:mötes|års?mötes|stämmo)?ordförande|vice\s+ordförande|(?:mötes|protokolls)?sekreterare|(?:protokolls)?justera(?:re|nde)|justeringsman|justera[st]|vid\s+protokollet)`;
const IN_LINE = pattern(`^(${OFFICE})(?:\\s+[12])?\\s*:\\s+(\\p{Lu}[^:;]{3,60})$`);
const ALONE = pattern(`^${OFFICE}\\s*:?$`);
/** "Ordförande ______________ Roger Blad" */
const RULED = pattern(String.raw`^(${OFFICE})\s+[_.…]{4,}\s+(\p{Lu}[^:;_]{3,40})$`);
/** They say that one signs, and not as what. */
const NO_OFFICE = pattern(String.raw`^(?:justera[st]|vid\s+protokollet)$`);
const HEADING = /^underskrift(?:er)?:?$/iu;

interface Signer {
  signatory: Signatory;
  /** Who takes the notes signs only where an office says so. */
  signs: boolean;
  /** How many lines it fills. */
  length: number;
}

/** @returns null where fewer than two signers follow each other at `at`, in the note's foot */
export function readLabelledSigners(note: Note, at: number, to: number): Signatures | null {
  const first = note.lines[at];
  if (!first || at < note.lines.length - FOOT) return null;
  return readSigners(note, at, HEADING.test(first.text) ? at + 1 : at, to);
}

/** Those under "Underskrifter" above the first item, which begins at `to`. */
export function findSignersInHead(note: Note, to: number): Signatures | null {
  const head = note.lines.slice(0, to);
  const heading =
    head.find(({ cells }) => HEADING.test(cells[0]?.text ?? '')) ??
    head.find(({ text }) => RULED.test(text));
  if (!heading) return null;
  const isInMargin = heading.cells.length > 1 || RULED.test(heading.text);
  return readSigners(note, heading.at, isInMargin ? heading.at : heading.at + 1, to);
}

function readSigners(note: Note, start: number, from: number, to: number): Signatures | null {
  const signers: Signer[] = [];
  let end = from;
  while (end < to) {
    const signer = readSigner(note, end);
    if (!signer) break;
    signers.push(signer);
    end += signer.length;
  }
  const signatories = signers.filter(({ signs }) => signs).map(({ signatory }) => signatory);
  if (signers.length < 2 || signatories.length === 0) return null;
  return { signatories, start, end, lines: note.lines.slice(start, end) };
}

function readSigner(note: Note, at: number): Signer | null {
  const line = note.lines[at];
  if (line?.bullet !== null) return null;
  const inLine = line.cells.length === 1 ? IN_LINE.exec(line.text) : null;
  if (inLine) return toSigner(inLine[1] ?? '', inLine[2] ?? '', 1);
  const [, ruledOffice = '', ruledName = ''] = RULED.exec(line.text) ?? [];
  if (isName(ruledName)) return toSigner(ruledOffice, ruledName, 1);
  const [first = '', ...rest] = line.cells.map(({ text }) => text);
  const [office, name, afterRule] = HEADING.test(first) ? rest : [first, ...rest];
  if (office === undefined || name === undefined || !ALONE.test(office)) return null;
  if (!isRule(name)) return toSigner(office, name, 1);
  if (afterRule !== undefined && isName(afterRule)) return toSigner(office, afterRule, 1);
  return toSigner(office, nameBelow(note.lines[at + 1]), 2);
}

const nameBelow = (line: FlowLine | undefined): string =>
  line?.cells.length === 1 ? line.text : '';

function toSigner(printed: string, words: string, length: number): Signer | null {
  const office = printed.replace(/\s*:$/u, '');
  const [name = '', ...rest] = words.split(/,\s+/u);
  if (!isName(name)) return null;
  const role = NO_OFFICE.test(office) ? null : office;
  const signatory = { name, role, organisation: rest.join(', ') || null };
  return { signatory, signs: !/^vid\s/iu.test(office), length };
}
