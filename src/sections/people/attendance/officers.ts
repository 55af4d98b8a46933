/** "Ordförande: Anna Ek" and "Sekreterare: Bo Lind" in a note's head. */
import { type Note, rangeOf } from '../../../note/note.js';
import type { FlowLine } from '../../../text/flowline.js';
import type { Label } from '../../labels.js';
import { valueBelow } from '../../labelstack.js';
import { toParticipant } from '../participant.js';
import type { Person } from '../persontype.js';
import { readPerson } from '../person.js';
import type { AttendanceRegion, Attending } from './attending.js';

/** @returns the index in the flow where to go on */
export function readOfficer(
  attending: Attending,
  label: Label,
  line: FlowLine,
  region: AttendanceRegion,
): number {
  const { note } = attending;
  const below = label.value === '' ? note.lines[valueBelow(note, line.at)] : undefined;
  const person = region.head ? officerIn(label, below ?? line, note) : null;
  if (!person?.name) return line.at + 1;
  attending.secretary ??= secretaryAfter(line);
  const isNext = below?.at === line.at + 1;
  const used = below && !isNext ? [below] : [line, ...(below ? [below] : [])];
  note.claims.claim([line, ...used], label.kind === 'chair' ? 'participants' : 'noteTaker');
  if (label.kind === 'secretary') attending.secretary ??= person.name;
  else {
    attending.chair ??= person.name;
    const office = { ...person, function: label.word.toLowerCase() };
    attending.present.push(toParticipant(office, null, rangeOf(used)));
  }
  return isNext ? line.at + 2 : line.at + 1;
}

/** "Ordförande: Anna Ek. Sekreterare: Bo Lind." */
const AFTER_CHAIR = /[.;,]\s(?:Mötess|S)ekreterare\s?:\s(\p{Lu}[^.:;,]{3,40})/u;

const secretaryAfter = ({ text }: FlowLine): string | null =>
  AFTER_CHAIR.exec(text)?.[1]?.trim() ?? null;

/** The person whom an officer's label names, on its line or on the one that holds its value. */
function officerIn(label: Label, line: FlowLine, note: Note): Person | null {
  const whole = label.value === '' ? line.text : label.value;
  // "Ordförande: Anna Ek. Sekreterare: Bo Lind."
  const value = whole.split(/[.;]\s+(?=\p{Lu}\p{Ll}+\s?:\s)/u)[0] ?? whole;
  // "Sekreterare: Anna Ek     Paragrafer 31–39": the next cell is about something else.
  const own = line.cells.find(({ text }) => text !== value && value.startsWith(text));
  const person = readPerson(own?.text ?? value, note.known);
  return person?.name && isTold(label, value, person.name) ? null : person;
}

/** "Ordförande Anna Ek inledde mötet med att …": no label, but a sentence. */
const isTold = (label: Label, value: string, name: string): boolean =>
  !label.colon &&
  label.value !== '' &&
  /^\s\p{Ll}/u.test(value.slice(name.length)) &&
  value.slice(name.length).trim().split(' ').length > 2;
