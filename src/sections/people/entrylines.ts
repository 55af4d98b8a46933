/** Which lines under a label are a list of people, and which of them are one entry. */
import type { FlowLine } from '../../text/flowline.js';
import { joinFlow } from '../../text/flow.js';
import { joinCells } from '../../text/cells.js';
import { gapAbove, isFull } from '../../text/wrapping.js';
import type { Note } from '../../note/note.js';
import { readPresenterLabel } from '../agenda/metadata.js';
import { readLabel } from '../labels.js';
import { readGroupHeading } from './headings.js';
import { withoutTick } from './ticks.js';
import { readPeopleList } from './list.js';
import { isName, leadingName, looksLikeOrganisation, PARTICLE } from './name.js';
import { officeInFront } from './office.js';
import { readPerson } from './person.js';
import { FUNCTION, ROLE_QUALIFIERS, isTitleWord } from './words/offices.js';

/** "(S) Anna Ek, Nässjö" */
const PARTY_ENTRY = /^\(\p{L}{1,2}\)\s+\p{Lu}/u;
const NUMBERED_ENTRY = /^\d{1,2}[.)]\s+(?=\p{Lu})/u;

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
  const isHalf = HALF_NAME.test(last) && REST_OF_NAME.test(line.text);
  const isRest = /[,;]|^\S+\soch\s\p{Lu}/u.test(line.text) || line.text.split(' ').length <= 2;
  return isHalf && isRest;
}

/** "Skäggeryd: -" */
export const NOBODY_FROM = /^[^:]{2,60}:\s*(?:[–—-]|ingen|ej\s+representera(?:d|de|t)|vakant)$/iu;

/** "Vision        –": nobody came from there. */
function isRowOfNobody(line: FlowLine): boolean {
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

export interface Logical {
  lines: FlowLine[];
  text: string;
  /** It holds one person and what she stands for. */
  isOne?: boolean;
}

/** Joins lines that one entry or one running list has wrapped over. */
export function toLogicalLines(lines: readonly FlowLine[], note: Note): Logical[] {
  const logical: Logical[] = [];
  const byLine = hasPersonPerLine(lines, note);
  const beside = organisationColumn(lines, note);
  for (const line of lines) {
    if (line.text === '') continue;
    const printed =
      line.cells.length > 1 && line.bullet === null
        ? joinCells(asList(line.cells, beside))
        : line.text;
    const text = printed.replace(NUMBERED_ENTRY, '');
    const open = logical.at(-1);
    const before = open?.lines.at(-1);
    const from = open && standsUnderPeople(line, open, note) ? organisationList(open.text) : null;
    if (from) logical.push({ lines: [line], text: `${from.organisation}: ${line.text}` });
    else if (open && before && wraps(before, line, note, byLine)) {
      open.lines.push(line);
    } else {
      logical.push({ lines: [line], text });
    }
  }
  for (const entry of logical) {
    if (entry.lines.length > 1) entry.text = joinFlow(entry.lines, note.flow);
  }
  return logical;
}

/**
 * "Region Gävleborg: Anna Ek, chef" over "Bo Lind, controller" below "Anna": the next person from there.
 */
function standsUnderPeople(line: FlowLine, open: Logical, note: Note): boolean {
  const people = organisationList(open.text)?.people ?? '';
  const above = open.lines[0];
  if (people === '' || !above || line.bullet !== null || readPerson(line.text, note.known) === null)
    return false;
  const indent = line.cells[0]?.x ?? 0;
  const name = people.slice(0, LENGTH_TOLD);
  const cell = above.cells.find(({ text }) => text.includes(name));
  const column = cell ? cell.x + cell.text.indexOf(name) : above.cells[0]?.x;
  return indent >= FEWEST_INDENT && column === indent;
}

/** So many characters tell whose name it is. */
const LENGTH_TOLD = 12;

/** Fewer blanks do not put a line below what follows a colon. */
const FEWEST_INDENT = 6;

/** "Vision          Anna Ek, Bo Lind": where the people's column begins, if three rows or more have one and names alone. */
export function organisationColumn(lines: readonly FlowLine[], note: Note): number | null {
  const rows = lines.filter((line) => line.cells.length === 2 && line.bullet === null);
  const x = rows[0]?.cells[1]?.x;
  if (x === undefined) return null;
  if (rows.length < FEWEST_ROWS)
    return rows.length === lines.length && rows.every((row) => isRowOfPlace(row)) ? x : null;
  const areAligned = rows.every(({ cells }) => Math.abs((cells[1]?.x ?? 0) - x) <= 2);
  const first = rows.map(({ cells }) => cells[0]?.text ?? '');
  const second = rows.map(({ cells }) => cells[1]?.text ?? '');
  const people = second.filter((text) => leadingName(text) !== null).length;
  const organisations = first.filter(
    (text) => !isName(text) && !/[,(]/u.test(text) && readPerson(text, note.known) === null,
  ).length;
  return areAligned && people >= rows.length / 2 && organisations >= rows.length / 2 ? x : null;
}

const FEWEST_ROWS = 3;

/** "Hammarö        Lovisa Arnesdotter": one word that is no title, and beside it a whole name. */
function isRowOfPlace({ cells, bullet }: FlowLine): boolean {
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

const asList = (cells: FlowLine['cells'], beside: number | null): FlowLine['cells'] =>
  beside === null || cells.length !== 2
    ? cells
    : cells.map((cell, at) =>
        at === 0 ? { ...cell, text: `${cell.text.replace(/:$/u, '')}:` } : cell,
      );

/** Most lines hold one person each: then a full line is no sign that its entry goes on. */
function hasPersonPerLine(lines: readonly FlowLine[], note: Note): boolean {
  const filled = lines.filter((line) => line.text !== '' && readGroupHeading(line.text) === null);
  const people = filled.map(
    (line) =>
      readPeopleList(line.text, note.known).filter(({ person }) => person.name !== null).length,
  );
  const single = filled.filter(
    (line, at) => people[at] === 1 && leadingName(line.text) !== null,
  ).length;
  return filled.length >= 3 && single >= filled.length * 0.7;
}

function wraps(before: FlowLine, line: FlowLine, note: Note, byLine: boolean): boolean {
  if (needsPlace(before.text) && isNextPerson(before.text, line.text)) return false;
  if (beginsEntry(line, note) || isRowOfNobody(before) || isRowOfNobody(line)) return false;
  if (isOpen(before.text) || /^[\p{Ll}(]/u.test(line.text)) return true;
  if (goesOnToSemicolon(before.text, line.text)) return true;
  if (lacksOrganisation(before.text, line.text)) return true;
  // "… Grums:" over the name of who came from there.
  if (/\.\s\p{Lu}\p{L}+:$/u.test(before.text)) return true;
  if (readGroupHeading(before.text)) return false;
  if (byLine && leadingName(line.text) !== null) return false;
  if (breaksOffInName(before, line, note)) return true;
  const runningList = before.text.split(',').length > 2;
  const startsEntry =
    readPerson(line.text, note.known) !== null && (isName(line.text) || /[,(–]/u.test(line.text));
  return isFull(before, line) && (runningList || !startsEntry);
}

/** "…; Dan Ek, strateg" over "Skaraborg; Ida Lind": nobody's name stands before the mark. */
function goesOnToSemicolon(before: string, line: string): boolean {
  const rest = /^([^;:]{2,60});\s/u.exec(line)?.[1];
  return rest !== undefined && /;\s/u.test(before) && leadingName(rest) === null;
}

/** "…, Ida Ek, direktör" over "Region Dalarna, Bo Lind, chef Mora": in a running list whose official she is. */
function lacksOrganisation(before: string, line: string): boolean {
  const [first = '', ...rest] = line.split(/,\s/u);
  const last = /(?<!\p{L})([\p{Ll}-]+)$/u.exec(before)?.[1] ?? '';
  return (
    before.split(',').length > 3 &&
    isTitleWord(last) &&
    !FUNCTION.test(last) &&
    looksLikeOrganisation(first) &&
    leadingName(rest.join(', ')) !== null
  );
}

/** "Maja Ek (MP), Arboga" below "…, Region" is no place; nor is "Maja Ek, Arboga" below "…, Länsstyrelsen", which needs none. */
function isNextPerson(before: string, line: string): boolean {
  const name = leadingName(line);
  if (name === null || looksLikeOrganisation(name)) return false;
  const rest = line.slice(name.length);
  return (
    /^\s\(\p{Lu}{1,2}\)/u.test(rest) || (before.endsWith('Länsstyrelsen') && /^,\s/u.test(rest))
  );
}

/** A bullet, a number, a party or a heading: nothing above it goes on in such a line. */
const beginsEntry = (line: FlowLine, note: Note): boolean =>
  line.bullet !== null ||
  readGroupHeading(line.text) !== null ||
  organisationList(line.text) !== null ||
  groupList(line.text) !== null ||
  NUMBERED_ENTRY.test(line.text) ||
  PARTY_ENTRY.test(line.text) ||
  isOrganisationHeading(line, note);

/** "…, Region": the place that belongs to it stands on the next line. */
export const needsPlace = (text: string): boolean =>
  /(?<!\p{L})(?:Region|Kommunförbundet|Regionförbundet|Landstinget|Länsstyrelsen|Samordningsförbundet)$/u.test(
    text,
  );

/** It ends with a comma, a hyphen or a preposition, or with a title in a list whose titles stand before the names. */
const isOpen = (text: string): boolean =>
  needsPlace(text) ||
  text.lastIndexOf('(') > text.lastIndexOf(')') ||
  /(?:[,;-]|(?<!\p{L})(?:och|samt|för|inom|av|vid|i))$/u.test(text) ||
  (officeInFront(text).office !== null && endsWithTitle(text));

/** "…, kommunchef" before the next line's name; "…, ordförande" is what the one before is here. */
function endsWithTitle(text: string): boolean {
  const last = /,\s(\p{Ll}+)$/u.exec(text)?.[1] ?? '';
  return isTitleWord(last) && !FUNCTION.test(last);
}

/**
 * A list set in columns, several people on a line and each cell wrapping in its own column: the cells of each column one
 * below the other. @returns null where the lines are no such grid
 */
export function readGrid(lines: readonly FlowLine[], note: Note): Logical[] | null {
  const rows = lines.filter((line) => line.text !== '');
  const widest = rows.reduce<FlowLine | null>(
    (most, line) => (most && most.cells.length >= line.cells.length ? most : line),
    null,
  );
  const starts = widest?.cells.map(({ x }) => x) ?? [];
  if (
    starts.length < 2 ||
    rows.length < 2 ||
    !widest?.cells.every((cell) => isWhole(cell.text, note))
  )
    return null;
  const entries: Logical[] = [];
  const open: (Logical | undefined)[] = starts.map(() => undefined);
  for (const line of rows) {
    if (line.bullet !== null) return null;
    for (const cell of line.cells) {
      const column = starts.findIndex((x) => Math.abs(x - cell.x) <= 2);
      if (column < 0) return null;
      const above = open[column];
      if (above && !isWhole(cell.text, note)) {
        above.text = joinFlow([{ text: above.text }, { text: cell.text }], note.flow);
        above.lines.push(line);
        continue;
      }
      const entry = { lines: [line], text: cell.text };
      open[column] = entry;
      entries.push(entry);
    }
  }
  const wraps = entries.some((entry) => entry.lines.length > 1);
  return wraps && entries.every((entry) => isWhole(entry.text, note)) ? entries : null;
}

/** A name and, after a comma or in parentheses, who that is. */
const isWhole = (text: string, note: Note): boolean =>
  leadingName(text) !== null &&
  /^[^,(]+[,(]/u.test(text) &&
  readPerson(text, note.known)?.name != null;
