/** The lines of a list joined where one entry or one running list has wrapped. */
import type { Note } from '../../note/note.js';
import { joinCells } from '../../text/cells.js';
import { joinFlow } from '../../text/flow.js';
import type { FlowLine } from '../../text/flowline.js';
import { gapAbove, isFull } from '../../text/wrapping.js';
import {
  breaksOffInName,
  groupList,
  isOrganisationHeading,
  isRowOfNobody,
  isRowOfPlace,
  NUMBERED_ENTRY,
  organisationList,
  PARTY_ENTRY,
} from './entrylines.js';
import { isCommonFirstName } from './firstnames.js';
import { readGroupHeading } from './headings.js';
import { readPeopleList } from './list.js';
import { isName, leadingName, looksLikeOrganisation } from './name.js';
import { officeInFront } from './office.js';
import { readPerson } from './person.js';
import { FUNCTION, isTitleWord } from './words/offices.js';

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

export function wraps(before: FlowLine, line: FlowLine, note: Note, byLine: boolean): boolean {
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
  return isFull(before, line) && !(startsEntry && (!runningList || isSurelyName(line.text)));
}

/** "Ulla Vik (S), …", "Anna Ek, …": below what does not end with a comma the next entry, however long the line above. */
const isSurelyName = (text: string): boolean =>
  /^[^,(]+\((?:S|M|C|L|FP|V|KD|MP|SD)\)/iu.test(text) ||
  isCommonFirstName(text.split(/[\s,]/u)[0] ?? '');

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

/** A line right below another, and a gap below it: it ends what stands above, and heads nothing. */
export const endsBlock = (line: FlowLine, next: FlowLine): boolean =>
  gapAbove(line) <= 0 && gapAbove(next) > 0;
