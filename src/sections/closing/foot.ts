/** The foot of a note, where it is signed. */
import type { Signatory } from '../../record/schema.js';
import type { FlowLine } from '../../text/flowline.js';

export interface Signatures {
  signatories: Signatory[];
  start: number;
  end: number;
  lines: FlowLine[];
}

/** How far from the note's end a lone name above a title is a signature. */
export const FOOT = 30;
