/** What the head of an item holds, as it is read line by line. */
import type { AgendaItem, AgendaType, Link, Presenter } from '../../record/schema.js';
import type { FlowLine } from '../../text/flowline.js';
import type { Note } from '../../note/note.js';

export interface ItemHead {
  title: string;
  types: AgendaType[];
  minutes: number | null;
  slot: AgendaItem['slot'];
  presenters: Presenter[];
  attachments: Link[];
  /** Lines of the metadata. */
  lines: FlowLine[];
}

/** Adds lines to the head, which are its own from now on. @returns the index after them */
export function take(note: Note, head: ItemHead, lines: FlowLine[], field: string): number {
  head.lines.push(...lines);
  note.claims.claim(lines, field);
  return (lines.at(-1)?.at ?? 0) + 1;
}
