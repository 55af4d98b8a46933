/**
 * Signatures at a note's end.
 *
 * block := head? rule* names rule* row* ; the columns of the rows are the columns of the names, flattened or kept apart
 * head  := role | "Vid protokollet" | "Justeras", one for each column
 * row   := role | organisation, one for each column
 */
import type { Note } from '../../note/note.js';
import type { FlowLine } from '../../text/flowline.js';
import { gapAbove } from '../../text/wrapping.js';
import { readLabel } from '../labels.js';
import { isName, nameKey } from '../people/name.js';
import { FOOT, type Signatures } from './foot.js';
import { readLabelledSigners } from './labelledsignatures.js';
import { readLastStrangers } from './laststrangers.js';
import { readSignedBy } from './signedby.js';
import { isBlockStart, readBlock } from './signatureblock.js';
import { isOffice, namesIn, takesNotes } from './signaturerows.js';
import { readAbove } from './above.js';
import { readPairs, readStacked, stackedNames } from './stackedsignatures.js';

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
    const read = readAt(note, at, from, to, keys);
    if (!read) continue;
    const block = withPlaceAbove(note, read, from);
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

/** "Lidby 2026-02-12", "Lidby dag som ovan", "Protokollet justeras" above the signatures: where and when one signs. */
const PLACE_AND_DAY =
  /^(?:(?!\p{L}+dag(?:en)?\s)\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?,?\s(?:den\s)?(?:\d{1,2}\s\p{L}{3,9}\s\d{4}|\d{4}-\d\d-\d\d|dag\ssom\sovan)|(?:protokollet|anteckningarna)\s(?:justeras|godkänns))\s*:?$/iu;

function withPlaceAbove(note: Note, block: Signatures, from: number): Signatures {
  const above = note.lines[block.start - 1];
  if (!above || above.at < from || above.bullet !== null || !PLACE_AND_DAY.test(above.text))
    return block;
  return { ...block, start: above.at, lines: [above, ...block.lines] };
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
  const signed = readSignedBy(note, at, to) ?? readLabelledSigners(note, at, to);
  if (signed) return signed;
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
  const isApart =
    own !== null ||
    gapAbove(line) > 0 ||
    readLabel(head?.text ?? '') !== null ||
    endsNote(note, line, keys);
  if (taken === 0 && !isApart) return null;
  const start = taken > 0 ? line.at - 1 : line.at;
  return {
    signatories: signers.map((signer) => ({ ...signer, organisation: null })),
    start,
    end: line.at + 1,
    lines: note.lines.slice(start, line.at + 1),
  };
}

/** Two lines or more, each a participant's name with an office, and nothing below them. */
function endsNote(note: Note, line: FlowLine, keys: ReadonlySet<string>): boolean {
  const isSigner = ({ text }: FlowLine): boolean => {
    const [, name = '', role = ''] = /^([^,]+),\s+([^,]+)$/u.exec(text) ?? [];
    return isOffice(role) && keys.has(nameKey(name));
  };
  const last = note.lines.slice(line.at);
  const above = note.lines[line.at - 1];
  const count = last.length + (above && isSigner(above) ? 1 : 0);
  return count >= 2 && last.every((one) => isSigner(one));
}

/** "Justeras          Anna Ek, ordförande": what stands beside the label in the margin. */
function besideLabel({ cells }: FlowLine): FlowLine['cells'] | null {
  const [label, ...beside] = cells;
  return beside.length > 0 && /^justera[st]\s?:?$/iu.test(label?.text ?? '') ? beside : null;
}
