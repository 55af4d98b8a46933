/** Which lines under a label are a list of people, and which of them are one entry. */
import type { Note } from '../../note/note.js';
import type { FlowLine } from '../../text/flowline.js';
import { gapAbove } from '../../text/wrapping.js';
import { readPresenterLabel } from '../agenda/metadata.js';
import { readLabel } from '../labels.js';
import { readGroupHeading } from './headings.js';
import { isName, leadingName, looksLikeOrganisation, PARTICLE } from './name.js';
import { officeInFront } from './office.js';
import { readPerson } from './person.js';
import { withoutTick } from './ticks.js';
import { isTitleWord, ROLE_QUALIFIERS } from './words/offices.js';

/** "(S) Anna Ek, Nässjö" */
export const PARTY_ENTRY = /^\(\p{L}{1,2}\)\s+\p{Lu}/u;
export const NUMBERED_ENTRY = /^\d{1,2}[.)]\s+(?=\p{Lu})/u;

/** A line that can only be a list's next entry: a person, an organisation with its people, a group. */
export function isEntry(line: FlowLine, note: Note): boolean {
  const text = officeInFront(
    line.text.replace(NUMBERED_ENTRY, '').replace(/^\(\p{L}{1,2}\)\s+/u, ''),
  ).rest;
  if (text.length > 160) return false;
  if (NOBODY_FROM.test(text) || isRowOfNobody(line)) return true;
  if (readGroupHeading(text) !== null) return true;
  if (organisationList(text) || groupList(text) || isOrganisationHeading(line, note)) return true;
  if (isRowOfPlace(line)) return true;
  const name = leadingName(text);
  if (name === null) return false;
  const person = readPerson(text, note.known);
  if (person?.name == null) return false;
  const rest = withoutTick(text.slice(person.name.length));
  return (
    (rest === '' ||
      /^\s*[,(–-]/u.test(rest) ||
      line.cells.length > 1 ||
      (startsWithTitle(rest) && rest.split(' ').length < 8) ||
      standsFor(rest) ||
      note.known.organisations.has(rest.trim().toLowerCase())) &&
    !/[.!?]$/u.test(text.replace(/ordf\.$/u, ''))
  );
}

/** "Anna Ek Vänersborgs kommun": a name, and right after it an organisation. */
const standsFor = (rest: string): boolean =>
  /^\s\p{Lu}[^.:;]{2,60}$/u.test(rest) &&
  rest.trim().split(' ').length <= 5 &&
  looksLikeOrganisation(rest.trim());

/** "Anna Berg utvecklingschef …", not "Anna Berg hälsas välkommen". */
function startsWithTitle(rest: string): boolean {
  const first = rest.trim().split(' ')[0] ?? '';
  return isTitleWord(first) || ROLE_QUALIFIERS.includes(first.toLowerCase());
}

/** "Kumla kommun" over bullets that name its people. */
export function isOrganisationHeading(line: FlowLine, note: Note): boolean {
  const next = note.lines[line.at + 1];
  return (
    line.bullet === null &&
    next !== undefined &&
    next.bullet !== null &&
    line.text.length < 70 &&
    /^\p{Lu}[^.:;!?]+:?$/u.test(line.text) &&
    looksLikeOrganisation(line.text.replace(/:$/u, '')) &&
    readPerson(next.text, note.known)?.name != null
  );
}

/** "Siv Ek. Kil: Bo Lind" begins with the end of the list before. */
const ORGANISATION_LIST = /^((?![^:]*\p{Ll}{2}\.\s)[^:,]{2,70}?)\s*:\s+(\S.*)$/u;

export function organisationList(text: string): { organisation: string; people: string } | null {
  const match = ORGANISATION_LIST.exec(text);
  if (!match || readLabel(text) !== null) return null;
  const [, organisation = '', people = ''] = match;
  if (readGroupHeading(organisation) || OF_PEOPLE.test(organisation)) return null;
  return leadingName(people) === null ? null : { organisation: organisation.trim(), people };
}

/** "Sara", "Sara van der" */
const HALF_NAME = new RegExp(`^\\p{Lu}[\\p{L}-]+(?:\\s${PARTICLE})*$`, 'u');

const REST_OF_NAME = new RegExp(
  `^\\p{Lu}[\\p{L}’'-]+(?:[,;.]|$|\\s(?:och|\\p{Lu}|\\(|${PARTICLE}\\s))`,
  'u',
);

/** A running list whose last name is broken off: "…, Per Ek, Anna⏎Lind, …". */
export function breaksOffInName(before: FlowLine, line: FlowLine, note: Note): boolean {
  if (gapAbove(line) > 1 || !/[,;]/u.test(before.text)) return false;
  const last = before.text
    .replace(/^.*[,;]/u, '')
    .replace(/^.*\soch\s/u, '')
    .trim()
    // "kommunalråd Mikael": half a name after a title.
    .replace(/^(?:\p{Ll}[\p{L}-]*\s+)+(?=\p{Lu}[\p{L}-]+$)/u, '');
  if (note.known.organisations.has(last.toLowerCase()) || looksLikeOrganisation(last)) return false;
  // "…, Päivi Berg⏎Ström och Eero Ek": the note knows her with both her surnames.
  const next = /^\p{Lu}[\p{L}’'-]+/u.exec(line.text)?.[0] ?? '';
  if (next !== '' && note.known.names.has(`${last} ${next}`.toLowerCase())) return true;
  // "…, Yngve Berg⏎Gyllensten, Östhammar": two attributes in a row are a name's last word and an attribute.
  const [first = '', second = ''] = line.text.split(',').map((part) => part.trim());
  const goesOn = /^\p{Lu}[\p{L}-]+$/u.test(first) && second !== '' && leadingName(second) === null;
  if (goesOn && isName(last) && !looksLikeOrganisation(first)) return true;
  return HALF_NAME.test(last) && REST_OF_NAME.test(line.text) && isRestOfEntry(before, line);
}

function isRestOfEntry(before: FlowLine, { text }: FlowLine): boolean {
  if (/[,;]|^\S+\soch\s\p{Lu}/u.test(text) || text.split(' ').length <= 2) return true;
  // "…, Per Ek (Skövde), Ellen⏎Lind (Region Skåne)"
  return before.text.includes('),') && /^\S+\s\([^)]+\)/u.test(text);
}

/** "Skäggeryd: -" */
export const NOBODY_FROM =
  /^[^:]{2,60}:\s*(?:[–—-]|ingen|ej\s+(?:representera(?:d|de|t)|närvarande)|vakant)$/iu;

/** "Vision        –": nobody came from there. */
export function isRowOfNobody(line: FlowLine): boolean {
  const [, second, third] = line.cells.map((cell) => cell.text);
  return second !== undefined && third === undefined && NOBODY_FROM.test(`x: ${second}`);
}

/** "Kommunerna: Anna Ek (S), Eslöv, Bo Lind" */
export function groupList(text: string): { group: string; people: string } | null {
  const [, heading = '', people = ''] = /^([^:]{3,60}?)\s*:\s+(\S.*)$/u.exec(text) ?? [];
  // "Föredragande: Anna Ek" is a line of an item.
  if (heading === '' || readPresenterLabel(text) !== null) return null;
  const group = readGroupHeading(heading)?.group ?? (OF_PEOPLE.test(heading) ? heading : null);
  return group !== null && leadingName(people) !== null ? { group, people } : null;
}

/** "Styrelseledamöter: …", "Elevrepresentanter: …": what those who follow are, and no organisation of theirs. */
const OF_PEOPLE =
  /^\p{Lu}\p{L}*(?:ledamöter|suppleanter|ersättare|revisor(?:er)?|tjänstemän|tjänstepersoner|representanter|valberedning|föräldrar|elever|personal)$/iu;

/** "Hammarö        Lovisa Arnesdotter": one word that is no title, and beside it a whole name. */
export function isRowOfPlace({ cells, bullet }: FlowLine): boolean {
  const [place, people, more] = cells.map(({ text }) => text);
  return (
    bullet === null &&
    place !== undefined &&
    people !== undefined &&
    more === undefined &&
    /^\p{Lu}\p{Ll}{2,}(?:-\p{L}+)?$/u.test(place) &&
    !isTitleWord(place.toLowerCase()) &&
    readLabel(place) === null &&
    readGroupHeading(place) === null &&
    isName(leadingName(people) ?? '')
  );
}
