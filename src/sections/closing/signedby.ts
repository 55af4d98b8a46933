/**
 * Who has signed by a signing service: "Anteckningen är digitalt signerad av:", and below it a line for each.
 *
 * signed := "… signerad av" line{1,5} ; line := name { "," office | organisation | time }
 */
import type { Note } from '../../note/note.js';
import type { Signatory } from '../../record/schema.js';
import { pattern } from '../../text/pattern.js';
import { isName } from '../people/name.js';
import type { Signatures } from './foot.js';
import { isRole } from './signaturerows.js';

const SIGNED_BY = pattern(
  String.raw`^.{0,80}(?:signera|underteckna|justera)(?:d|t|de|ts|des|s)(?:\s(?:via|per)\s[\p{L}-]+)?\s+av\s*:?$`,
);
const MOST = 5;

/** @returns null where the line does not head a list of signers */
export function readSignedBy(note: Note, at: number, to: number): Signatures | null {
  const heading = note.lines[at];
  if (!heading || !SIGNED_BY.test(heading.text)) return null;
  const signatories: Signatory[] = [];
  for (const line of note.lines.slice(at + 1, Math.min(to, at + 1 + MOST))) {
    const signer = readSigner(line.text);
    if (!signer) break;
    signatories.push(signer);
  }
  const end = at + 1 + signatories.length;
  return signatories.length > 0
    ? { signatories, start: at, end, lines: note.lines.slice(at, end) }
    : null;
}

/** "Ida Ek, justerare, Lidby", "Ida Ek, justerare, 2024-04-26 14:02" */
function readSigner(text: string): Signatory | null {
  const [name = '', ...parts] = text.split(/,\s+/u);
  const role = parts.find((part) => isRole(part));
  const rest = parts.filter((part) => part !== role && !/\d{2}/u.test(part));
  return isName(name) && role !== undefined
    ? { name, role, organisation: rest.join(', ') || null }
    : null;
}
