/** What has been read of who was there, and how more is added to it. */
import { type Note, rangeOf } from '../../../note/note.js';
import type { Participant } from '../../../record/schema.js';
import type { FlowLine } from '../../../text/flowline.js';
import type { Label } from '../../labels.js';
import { markedAbsent } from '../status.js';

export interface AttendanceRegion {
  from: number;
  to: number;
  /** The note's head: only there "Inbjudna" counts. */
  head: boolean;
}

export interface Attending {
  readonly note: Note;
  /** Tells the first line of an agenda item, where every section of people ends. */
  readonly isItem: (at: number) => boolean;
  readonly present: Participant[];
  readonly absent: Participant[];
  readonly invited: Participant[];
  /** "Ordförande: …" in the head. */
  chair: string | null;
  /** "Sekreterare: …" in the head. */
  secretary: string | null;
  /** A list of the present has been read. */
  sawPresent: boolean;
  /** "Ersättare" over a table that names its columns. */
  groupOfTable: string | null;
}

/** Adds those of the flow's lines `from` to before `to`, which hold nothing else. */
export function take(
  attending: Attending,
  participants: readonly Participant[],
  from: number,
  to: number,
): void {
  addTo(attending, 'present', participants);
  attending.note.claims.claim(attending.note.lines.slice(from, to), 'participants');
  attending.sawPresent = true;
}

/** Adds people of a list with this status; who is marked as absent in it is that. */
export function addTo(
  attending: Attending,
  status: Participant['status'],
  people: readonly Participant[],
): void {
  attending[status].push(
    ...people.map((person) =>
      markedAbsent(person.status === 'absent' ? person : { ...person, status }),
    ),
  );
  learnNames(attending.note, people);
}

/** Who stands in one list is known in the next, and in what the note tells of them. */
function learnNames(note: Note, people: readonly Participant[]): void {
  for (const { name, affiliation } of people) {
    if (name === null) continue;
    note.known.names.add(name.toLowerCase());
    // "Rädda Barnen", which looks like a name elsewhere.
    if (affiliation !== null && /^\p{Lu}\p{Ll}+\s\p{Lu}/u.test(affiliation))
      note.known.organisations.add(affiliation.toLowerCase());
  }
}

/** "Adjungerade", "Ersättare", "Beslutande" name a group; "Närvarande" and its like do not. */
export function groupOf(attending: Attending, label: Label): string | null {
  if (label.kind === 'others') return label.word;
  if (/^(?:beslutande|ersättare|närvarande\sbeslutande)/iu.test(label.word)) return label.word;
  const isMembers = /^ledamöter/iu.test(label.word);
  return isMembers && (attending.sawPresent || hasOthers(attending.note)) ? label.word : null;
}

/** Beside a heading "Ersättare" or "Tjänstepersoner" the members are a group of their own. */
const hasOthers = (note: Note): boolean =>
  note.lines.some(({ text, cells }) =>
    /^(?:(?:tjänstgörande\s+)?ersättare|suppleanter|(?:\p{L}+ande\s+)?tjänste(?:personer|män)|adjungerade|sekretariat(?:et)?|övriga(?:\s(?:närvarande|deltagare))?)\s*:?$/iu.test(
      cells.length > 1 ? (cells[0]?.text ?? '') : text.replace(/:\s.*$/u, ':'),
    ),
  );

/** "Deltgare" was read as "Deltagare": said, with the label's line. */
export function tellMisspelt(note: Note, label: Label, line: FlowLine): void {
  if (!label.misspelt) return;
  note.diagnostics.add(
    'label-misspelt',
    `"${label.word}" was read as "${label.misspelt}".`,
    rangeOf([line]),
  );
}
