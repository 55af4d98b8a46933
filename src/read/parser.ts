/** What an era's parser is: it says whether a note is of its form, by which lines, and reads it. */
import type { Agenda } from '../sections/agenda/items.js';
import type { Note } from '../note/note.js';

export interface Evidence {
  /** Source line numbers that convinced the parser. */
  lines: number[];
  /** What they show, in a few words. */
  reason: string;
  /** Claimed by its form alone: an era whose title stands over the note comes first. */
  byForm?: true;
}

export interface Parser {
  /** The era's name in `era` and for `--era`. */
  id: string;
  /** The lines that show the note to be of this form, or null. */
  identify: (note: Note) => Evidence | null;
  /** The agenda as notes of this form have it. */
  readAgenda: (note: Note) => Agenda | null;
}
