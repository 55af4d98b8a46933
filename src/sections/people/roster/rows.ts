/** The rows of a roster: cut into their cells, each a person, a group's heading, or the rest of the wrapped cell above. */
import { joinCells, splitAtColumns } from '../../../text/cells.js';
import type { FlowLine } from '../../../text/flowline.js';
import { splitFlatContinuation, splitFlatRow } from '../columns.js';
import { isRestOfEntry, readGroupHeading } from '../headings.js';
import { leadingName } from '../name.js';
import { readPerson } from '../person.js';
import {
  addToken,
  carriesOn,
  isOpen,
  type PlacedText,
  type Roster,
  textOf,
  type Token,
} from './token.js';

/** A cell does not wrap over more lines than this. */
const MOST_LINES = 6;

/** @returns false where the line is no row of a roster */
export function readRow(roster: Roster, line: FlowLine): boolean {
  let understood = false;
  for (const cell of cellsOf(roster, line)) {
    const isRest = isRestOfName(roster, cell) || isSidesName(roster, cell);
    const group = isRest ? null : readGroupHeading(cell.text);
    if (group) addToken(roster, cell, line, group.group);
    if (group || place(roster, cell, line)) understood = true;
  }
  return understood;
}

/** "… beredning Norrbottens" over "Kommuner": a group's word that an organisation above needs. */
function isRestOfName(roster: Roster, cell: PlacedText): boolean {
  const above = cellAbove(roster, cell);
  const text = above ? textOf(above, roster.note) : '';
  return isRestOfEntry(text, cell.text);
}

/** "Kommunerna i Halland" below "Ida Ek, processledare": the side itself, whose official she is. */
function isSidesName(roster: Roster, cell: PlacedText): boolean {
  const text = cell.text.toLowerCase();
  return (
    cellAbove(roster, cell) !== undefined &&
    roster.section.sides.some((side) => side?.toLowerCase() === text)
  );
}

function cellsOf(roster: Roster, line: FlowLine): PlacedText[] {
  const { section } = roster;
  if (section.sides.length === 1) {
    const two = line.cells.length === 1 ? twoPeople(roster, line.text) : null;
    if (two) return two.map((cell) => ({ ...cell, placed: 0 }));
    return [{ text: line.cells.length > 1 ? joinCells(line.cells) : line.text, placed: 0 }];
  }
  if (section.stacked) return twoPeople(roster, line.text) ?? [{ text: line.text, placed: null }];
  if (section.rightAt !== null) return cellsByPosition(roster, line, section.rightAt);
  if (line.cells.length === 2)
    return line.cells.map((cell, at) => ({ text: cell.text, placed: at === 0 ? 0 : 1 }));
  return cellsByWords(roster, line);
}

/** Among cells that have a line each, one that holds both of its row: two people, or the headings of two groups. */
function twoPeople({ note }: Roster, text: string): PlacedText[] | null {
  const split = splitFlatRow(text, note.known);
  const arePeople = split.every(
    (part) =>
      /,|\((?:S|M|C|L|FP|V|KD|MP|SD)\)/iu.test(part) &&
      // "Ida Ek," needs what she stands for.
      !part.endsWith(',') &&
      readPerson(part, note.known) !== null,
  );
  const areGroups = split.every((part) => readGroupHeading(part) !== null);
  return split.length === 2 && (arePeople || areGroups)
    ? split.map((part, at) => ({ text: part, placed: at === 0 ? 0 : 1 }))
    : null;
}

function cellsByWords(roster: Roster, line: FlowLine): PlacedText[] {
  const split = looksLikeRow(roster, line.text)
    ? splitFlatRow(line.text, roster.note.known)
    : splitContinuation(roster, line.text);
  if (split.length === 2) return split.map((text, at) => ({ text, placed: at === 0 ? 0 : 1 }));
  const placed = line.indent >= 1 ? 1 : line.trailing >= 2 && trailingTells(roster) ? 0 : null;
  return [{ text: split[0], placed }];
}

/** Two blanks at a line's end mark an empty right cell, unless full rows end with them too. */
function trailingTells({ note }: Roster): boolean {
  const rows = note.lines.filter((line) => line.trailing >= 2).length;
  return rows < note.lines.length * 0.4;
}

const looksLikeRow = ({ note }: Roster, text: string): boolean =>
  readGroupHeading(text) !== null ||
  splitFlatRow(text, note.known).length === 2 ||
  readPerson(text, note.known) !== null;

function splitContinuation({ tokens, note }: Roster, text: string): [string] | [string, string] {
  const open = tokens
    .slice(-2)
    .map((token) => textOf(token, note))
    .filter((above) => isOpen(above));
  return open.length === 2 && !open.some((above) => above.endsWith('-'))
    ? splitFlatContinuation(text, note.known)
    : [text];
}

function cellsByPosition({ note }: Roster, line: FlowLine, rightAt: number): PlacedText[] {
  const cells = splitAtColumns(
    line.cells,
    [rightAt],
    (one, other) =>
      leadingName(other) !== null &&
      /[,(]/u.test(other) &&
      [one, other].every((text) => readPerson(text, note.known) !== null),
  );
  const left = cells.filter((cell) => cell.x < rightAt - 3);
  const right = cells.filter((cell) => cell.x >= rightAt - 3);
  const texts: PlacedText[] = [];
  if (left.length > 0) texts.push({ text: joinCells(left), placed: 0 });
  if (right.length > 0) texts.push({ text: joinCells(right), placed: 1 });
  return texts;
}

/** Adds a person, or carries on the wrapped cell above. */
function place(roster: Roster, cell: PlacedText, line: FlowLine): boolean {
  const { note } = roster;
  const above = cellAbove(roster, cell);
  const isRest =
    above !== undefined &&
    above.parts.length < MOST_LINES &&
    (carriesOn(textOf(above, note), cell.text, note) || isSidesName(roster, cell));
  if (isRest) {
    above.parts.push({ text: cell.text, softHyphen: line.softHyphen });
    above.lines.push(line);
    return true;
  }
  if (readPerson(cell.text, note.known) === null) return false;
  addToken(roster, cell, line, null);
  return true;
}

/** The cell that this one may carry on: of its column, else of the last row the one that is still open. */
function cellAbove({ tokens, section, note }: Roster, cell: PlacedText): Token | undefined {
  const persons = tokens.filter((token) => token.group === null && token.section === section);
  const last = persons.at(-1);
  // "2)" ends what "(kom under punkt" began.
  const opened = persons.slice(-2).find((token) => OPENED.test(textOf(token, note)));
  if (opened && /^[^()]{1,20}\)/u.test(cell.text)) return opened;
  if (cell.placed !== null)
    return persons.findLast((token) => token.placed === cell.placed) ?? last;
  const row = persons.filter((token) => token.lines.at(-1) === last?.lines.at(-1));
  const open = row.filter((token) => isOpen(textOf(token, note)));
  return open.find((token) => textOf(token, note).endsWith('-')) ?? open[0] ?? last;
}

const OPENED = /\([^()]*$/u;
