/** Whom a row names, each with what its other cells say. */
import type { Participant } from '../../../record/schema.js';
import type { FlowLine } from '../../../text/flowline.js';
import { type Note, rangeOf } from '../../../note/note.js';
import { readPeopleList } from '../list.js';
import { isName, looksLikeOrganisation, NAME_FORM } from '../name.js';
import { isRole } from '../office.js';
import { toParticipant } from '../participant.js';
import type { Person } from '../persontype.js';
import { readPerson } from '../person.js';
import { FUNCTION, isTitleWord } from '../words/offices.js';
import { isOrganisationWord } from '../words/organisations.js';
import { REMARK } from '../words/presence.js';
import type { Column, Heads } from './heads.js';
import { setStatus } from './presence.js';

/** Who a row names, each with what its other cells say. */
export function peopleIn(
  cells: readonly string[],
  lines: readonly FlowLine[],
  heads: Heads,
  note: Note,
): Participant[] {
  const status = cells[heads.columns.indexOf('status')] ?? '';
  return severalIn(cells, heads, note).flatMap((own) => {
    const person = toPerson(own, heads, note);
    if (!person) return [];
    const participant = toParticipant(person, null, rangeOf([...lines]));
    if (status !== '') setStatus(participant, status);
    return [participant];
  });
}

/** "Arvika | Anna Ek, Bo Lind": where the organisation has a column of its own, a row for each who is named. */
function severalIn(cells: readonly string[], heads: Heads, note: Note): (readonly string[])[] {
  const at = heads.columns.indexOf('name');
  if (!heads.columns.includes('affiliation')) return [cells];
  const people = readPeopleList(cells[at] ?? '', note.known, false).map(({ text }) => text);
  const parts = (cells[at] ?? '').split(/,\s|\s(?:och|samt)\s/u);
  const names = people.every((text) => isName(text)) ? people : parts;
  return names.length > 1 && names.every((text) => isName(text) || NAME_FORM.test(text))
    ? names.map((text) => cells.map((cell, no) => (no === at ? text : cell)))
    : [cells];
}

function personInColumn(text: string, note: Note): Person | null {
  const person = readPerson(text, note.known);
  if (person?.name) return person;
  const [, name, party = null] = NAME_FORM.exec(text) ?? [];
  if (name === undefined || looksLikeOrganisation(name)) return person;
  const none = { affiliation: null, role: null, function: null, remark: null };
  return { ...none, ...person, name, party };
}

function toPerson(cells: readonly string[], heads: Heads, note: Note): Person | null {
  const cell = (column: Column): string => cells[heads.columns.indexOf(column)] ?? '';
  const person = personInColumn(cell('name'), note);
  const isNamed = isName(person?.name ?? '') || NAME_FORM.test(person?.name ?? '');
  if (!person?.name || (!isNamed && heads.stacked)) return null;
  const [role, party, affiliation] = [cell('role'), cell('party'), cell('affiliation')];
  if (affiliation !== '') setAffiliation(person, affiliation);
  if (party !== '') person.party = party;
  if (role !== '') setRole(person, role);
  heads.columns.forEach((column, at) => {
    const text = cells[at] ?? '';
    if (column !== 'other' || text === '' || MARK.test(text)) return;
    if (FUNCTION.test(text)) person.function ??= text;
    else person.remark ??= text;
  });
  return person;
}

/** A cross, a telephone number or an address in a column that nobody knows. */
const MARK = /^(?:\S+@\S+|[xX✓✔☒–—-]|\+?[\d\s()/–-]{6,})$/u;

/** "socialchef, ordförande": the office in the body stands last. */
function setRole(person: Person, text: string): void {
  const [, role, office = text] = /^(.+?),\s*([^,]+)$/u.exec(text) ?? [];
  if (!FUNCTION.test(office)) person.role ??= text;
  else {
    person.function ??= office;
    if (role !== undefined) person.role ??= role;
  }
}

/** "Region Östergötland, ordförande"; "Västkom, direktör, ordförande"; "Lunds kommun (till kl. 10)"; "Länssamordnare", who stands for nobody. */
function setAffiliation(person: Person, printed: string): void {
  const [, before = printed, aside] = /^(.+?)\s*\(([^()]+)\)$/u.exec(printed) ?? [];
  const isAside = aside !== undefined && REMARK.test(aside);
  if (isAside) person.remark ??= aside;
  const text = isAside ? before : printed;
  if (!/\s/u.test(text) && isTitleWord(text) && !isOrganisationWord(text)) {
    person.role ??= text;
    return;
  }
  const [organisation = text, ...offices] = text.split(/,\s*/u);
  const areOffices = offices.every((office) => FUNCTION.test(office) || isRole(office));
  person.affiliation = areOffices ? organisation : text;
  if (!areOffices) return;
  for (const office of offices) {
    if (FUNCTION.test(office)) person.function ??= office;
    else person.role = person.role === null ? office : `${person.role}, ${office}`;
  }
}
