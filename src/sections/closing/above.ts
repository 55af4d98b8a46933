/** What stands above the names of signers: rules to sign on, and above them the roles. */
import type { Note } from '../../note/note.js';
import { isRule, readHeadRow, takesNotes } from './signaturerows.js';

/** What stands above the names: rules to sign on, and above them the roles. */
export interface Above {
  start: number;
  ruled: boolean;
  roles: (string | null)[] | null;
  /** The first name is that of who took the notes. */
  takesNotes: boolean;
}

export function readAbove(note: Note, at: number, from: number, count: number): Above {
  let start = at;
  while (start > from && start > at - 2 && isRule(note.lines[start - 1]?.text ?? '')) start -= 1;
  const ruled = start < at || /_{4,}|\.{8,}|…{3,}/u.test(note.lines[at - 1]?.text ?? '');
  const head = start > from ? note.lines[start - 1] : undefined;
  const names = note.lines[at];
  const roles = head && names ? readHeadRow(head, names, count, note) : null;
  const taker = head !== undefined && roles !== null && takesNotes(head, count, note);
  return { start: roles ? start - 1 : start, ruled, roles, takesNotes: taker };
}
