/** Who came, who did not and who was asked to: by the label of a list, and by where else a person stands. */
import type { Participant } from '../../record/schema.js';
import { pattern } from '../../text/pattern.js';
import type { Note } from '../../note/note.js';
import { type Label, readLabel } from '../labels.js';
import { sameName } from './name.js';
import { ABSENCE } from './words/presence.js';

/** Who was called was there, unless the note lists beside them those who were. */
export function statusOf(label: Label, note: Note): Participant['status'] {
  if (label.kind === 'absent') return 'absent';
  if (isCalled(label) && note.lines.some(({ text }) => isPresentBeside(text))) return 'invited';
  return label.kind === 'invited' ? 'invited' : 'present';
}

const isCalled = (label: Label): boolean => /^kallade/iu.test(label.word);

function isPresentBeside(text: string): boolean {
  const label = readLabel(text);
  return label?.kind === 'present' && !isCalled(label);
}

const ABSENT = pattern(String.raw`^${ABSENCE}(?:\s+(?:med|utan|samma)\s.+)?$`);

/** Why, or who came instead. */
const AWAY =
  /^(?:tjänstledig|sjukskriven|sjuk(?:anmäld)?|föräldraledig|vab|ersätts\s+av\s.+|ersatt(?:es)?\s+av\s.+|semester|bortrest|ledig)$/iu;

/** "Ritva Ek, Haparanda stad, frånvarande": the roster itself says who was not there. */
export function markedAbsent(person: Participant): Participant {
  const parts = person.remark?.split(', ') ?? [];
  const others = parts.filter((part) => !ABSENT.test(part));
  if (others.length === parts.length && !parts.some((part) => AWAY.test(part))) return person;
  return { ...person, status: 'absent', remark: others.length > 0 ? others.join(', ') : null };
}

/** "Frånvarande: Anna Ek. Bo Lind ansluter under punkt 5.": who is told of beside the absent was there for a part. */
const CAME =
  /^(?:ansl[uö]t\p{L}*|deltar|deltog|kommer|kom|anländer|anlände|lämnar|lämnade|går|gick)\s(?!(?:inte|ej|icke|(?:in\s)?återbud|förhinder)(?!\p{L}))/u;

/** One person is one entry: the absent are absent wherever else they stand, guests are guests where they stand nowhere else. */
export function oneEach(
  present: readonly Participant[],
  absent: readonly Participant[],
  invited: readonly Participant[],
): Participant[] {
  const participants = mergePresent(present);
  for (const person of absent) {
    const known = participants.find((other) => isSamePerson(other, person));
    const isHere = CAME.test(person.remark ?? '');
    if (isHere && known) known.remark ??= person.remark;
    else if (isHere) participants.push({ ...person, status: 'present' });
    else if (known) {
      known.status = 'absent';
      known.remark ??= person.remark;
    } else if (!participants.includes(person)) participants.push(person);
  }
  for (const guest of invited) {
    const known = participants.find((other) => isSamePerson(other, guest));
    if (!known) participants.push(guest);
    else complete(known, guest);
  }
  return participants;
}

function isSamePerson(a: Participant, b: Participant): boolean {
  if (a.name === null || b.name === null)
    return a.name === b.name && a.affiliation === b.affiliation;
  return sameName(a.name, b.name);
}

/** What the other list says besides of the same person. */
function complete(known: Participant, other: Participant): void {
  known.party ??= other.party;
  known.affiliation ??= other.affiliation;
  known.role ??= other.role;
  known.function ??= other.function;
}

/** Somebody listed twice is one entry: the first, completed by what the second adds. */
function mergePresent(present: readonly Participant[]): Participant[] {
  const merged: Participant[] = [];
  for (const person of present) {
    const known = merged.find((other) => isSamePerson(other, person));
    if (!known) merged.push(person);
    else {
      complete(known, person);
      known.remark ??= person.remark;
    }
  }
  return merged;
}
