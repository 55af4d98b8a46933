/** The headings within a roster: pairs of sides and of groups, single sides, and what ends the sides. */
import type { FlowLine } from '../../../text/flowline.js';
import { gapAbove } from '../../../text/wrapping.js';
import { splitFlatRow } from '../columns.js';
import { endsBlock, needsPlace } from '../logicallines.js';
import { leadingName } from '../name.js';
import { readPerson } from '../person.js';
import {
  isKindOfSide,
  isOfNoSide,
  isRegionAlone,
  readGroupHeading,
  readGroupPair,
  readSideHeading,
  readSidePair,
  readSideRemainder,
  readTwoRemainders,
} from '../headings.js';
import { headsRegion, precedesKind } from '../regionside.js';
import { isOrganisationWord } from '../words/organisations.js';
import { isWorded, type Section, sectionOf, withSecond } from './section.js';
import { addToken, isOpen, type Roster, textOf } from './token.js';

/** @returns false where the line is no heading; else the rows below stand in the section that it begins */
export function readHeading(roster: Roster, line: FlowLine): boolean {
  const cells = line.cells.map((cell) => cell.text);
  const pair = readSidePair(line.text, cells);
  if (pair) {
    const section = sectionOf(pair, line);
    const rightAt = section.rightAt === null ? null : columnNear(roster, line.at, section.rightAt);
    roster.section = { ...section, rightAt, worded: isWorded(line.text) };
    return true;
  }
  return (
    readPairOfGroups(roster, line) ||
    readRemainder(roster, line) ||
    readOtherSide(roster, line) ||
    readNextSide(roster, line) ||
    readNoSide(roster, line) ||
    readSide(roster, line)
  );
}

/** So many rows of a column begin where the column does. */
const FEWEST_ROWS = 3;
/** A heading may stand so many characters from where its column begins. */
const ASIDE = 12;
const MOST_ROWS = 25;

/** Where the second cells of the rows below begin, if they agree: a heading may be centred over its column. */
function columnNear({ note }: Roster, at: number, rightAt: number): number {
  const counts = new Map<number, number>();
  for (const { cells } of note.lines.slice(at + 1, at + 1 + MOST_ROWS)) {
    const x = cells.length === 2 ? (cells[1]?.x ?? 0) : 0;
    if (x > 0 && Math.abs(x - rightAt) <= ASIDE) counts.set(x, (counts.get(x) ?? 0) + 1);
  }
  const [best] = [...counts].sort((one, other) => other[1] - one[1]);
  return best && best[1] >= FEWEST_ROWS ? Math.min(best[0], rightAt) : rightAt;
}

function readSide(roster: Roster, line: FlowLine): boolean {
  const side = line.cells.length === 1 ? sideOf(roster, line) : null;
  if (side === null || isCellOfRow(roster, line)) return false;
  const { section } = roster;
  const isSecond = section.sides.length === 1 && section.sides[0] !== null && !hasRows(roster);
  roster.section = isSecond
    ? withSecond(section, side, line, hasFlatRows(roster, line.at))
    : { ...sectionOf([side], line), worded: isWorded(line.text) };
  return true;
}

/** "Ledamöter   Tjänstepersoner": two columns of one body, each a group. */
function readPairOfGroups(roster: Roster, line: FlowLine): boolean {
  const pair = readGroupPair(line.text);
  if (!pair) return false;
  roster.section = sectionOf([null, null], line);
  pair.forEach((group, at) => {
    addToken(roster, { text: group, placed: at === 0 ? 0 : 1 }, line, group);
  });
  return true;
}

/** "Kommuner" heads a side where the other one is of its kind; else it is a group, or the rest of an organisation. */
function sideOf(roster: Roster, { text }: FlowLine): string | null {
  const isKind = isKindOfSide(text);
  const isPlainSide =
    isKind &&
    !/\p{Ll}s$/u.test(lastPerson(roster)) &&
    roster.section.sides.every(
      (known) => known === null || isKindOfSide(known) || isRegionAlone(known),
    );
  if (!isPlainSide && (isKind || readGroupHeading(text) !== null)) return null;
  return readSideHeading(text)?.side ?? null;
}

const hasRows = ({ tokens, section }: Roster): boolean =>
  tokens.some((token) => token.section === section);

/** "… ordf." over "Regionutvecklingsnämnden (RUN)": below headings with "För" what is called so is whose chair she is. */
const isCellOfRow = (roster: Roster, { text }: FlowLine): boolean =>
  roster.section.worded && hasRows(roster) && !isWorded(text);

/** "Region Gävleborg" over its people, after or before "Kommunerna" over theirs: a name of the other kind is a side. */
function readOtherSide(roster: Roster, line: FlowLine): boolean {
  const { note, section } = roster;
  const [side] = section.sides;
  const isSingle = section.sides.length === 1;
  const followsKind = typeof side === 'string' && isKindOfSide(side);
  if (!isSingle || !(followsKind || (side === null && precedesKind(note, line)))) return false;
  if (!headsRegion(note, line)) return false;
  roster.section = sectionOf([line.text.replace(/:$/u, '')]);
  return true;
}

/**
 * "Polisen", "Trafikverket" over their people, after sides that stand one after the other: where everybody above tells
 * more than a name on a line of its own, an organisation alone neither ends an entry nor is one.
 */
function readNextSide(roster: Roster, line: FlowLine): boolean {
  const { note, section, tokens } = roster;
  const [side] = section.sides;
  const next = note.lines[line.at + 1];
  const people = tokens.filter((token) => token.group === null);
  const isHeading =
    typeof side === 'string' &&
    section.sides.length === 1 &&
    !section.worded &&
    hasRows(roster) &&
    ORGANISATION_ALONE.test(line.text) &&
    line.text.split(/[\s:]/u).some((word) => isOrganisationWord(word)) &&
    readSideHeading(line.text) === null &&
    line.bullet === null &&
    next !== undefined &&
    !endsBlock(line, next) &&
    isTold(next.text, note) &&
    people.every((token) => token.lines.length === 1 && isTold(textOf(token, note), note)) &&
    !isOpen(lastPerson(roster));
  if (isHeading) roster.section = sectionOf([line.text.replace(/:$/u, '')]);
  return isHeading;
}

const ORGANISATION_ALONE = /^\p{Lu}[\p{L}-]+(?:\s[\p{L}-]+){0,3}:?$/u;

/** Somebody with what they are or where they are from: "Linda Kivik, strategisk planerare". */
const isTold = (text: string, note: Roster['note']): boolean =>
  /,\s|\)$/u.test(text) && leadingName(text) !== null && readPerson(text, note.known) !== null;

/**
 * The sides are over where "Övriga" or "Sekretariat" begins, and those people are of neither: below sides one after the
 * other, and below columns where nobody stands in the second one any more. Where the sides have groups of their own it
 * is one more of these.
 */
function readNoSide(roster: Roster, line: FlowLine): boolean {
  const { section } = roster;
  const hasGroups = roster.tokens.some((token) => token.group !== null);
  const isOver =
    !hasGroups &&
    (section.sides.length === 1
      ? sidesSeen(roster) >= 2
      : hasRows(roster) && isAloneBelow(roster, line));
  if (!isOver || line.cells.length > 1 || !isOfBoth(line.text)) return false;
  roster.section = sectionOf([null]);
  addToken(roster, { text: line.text, placed: 0 }, line, line.text.replace(/:$/u, ''));
  return true;
}

/** Below columns that blanks keep apart: rows with nothing in the second one, down to the roster's end or a gap. */
function isAloneBelow({ note, section }: Roster, line: FlowLine): boolean {
  if (section.rightAt === null || (line.cells[0]?.x ?? 0) >= section.rightAt - ASIDE) return false;
  const rows = note.lines.slice(line.at + 1, line.at + MOST_ROWS);
  const end = rows.findIndex((row) => gapAbove(row) > 0);
  const own = end < 0 ? rows : rows.slice(0, end);
  return own.length >= 2 && own.every(({ cells }) => cells.length === 1);
}

/** "Övriga", or "Tjänstepersoner" where no side has had a group of its own. */
const isOfBoth = (text: string): boolean =>
  isOfNoSide(text) || /^tjänste(?:personer|män)$/iu.test(readGroupHeading(text)?.group ?? '');

/** The last person's words; "" after a group's heading. */
function lastPerson({ tokens, note }: Roster): string {
  const last = tokens.at(-1);
  return last?.group === null ? textOf(last, note) : '';
}

/** How many sides have had people of their own. */
const sidesSeen = ({ tokens }: Roster): number =>
  new Set(tokens.flatMap((token) => token.section.sides.filter((side) => side !== null))).size;

/** Headings wrapped onto two lines may stand over rows that are not: "Kommunpolitiker Regionpolitiker". */
function hasFlatRows({ note }: Roster, at: number): boolean {
  const rows = note.lines.slice(at + 1, at + 9);
  const flat = rows.filter(
    (row) => row.cells.length === 1 && splitFlatRow(row.text, note.known).length === 2,
  );
  return flat.length >= 2;
}

/** A side heading may wrap: "(VGK)" or "kommunalförbund (VGK)" below it ends with its abbreviation. */
function readRemainder(roster: Roster, line: FlowLine): boolean {
  if (hasRows(roster)) return false;
  const { section } = roster;
  if (readSidePlace(section, line)) return true;
  const found = line.cells.map((cell) => ({
    x: cell.x,
    abbreviation: readSideRemainder(cell.text),
  }));
  const both = section.sides.length === 2 ? readTwoRemainders(line.text) : null;
  if (both) {
    section.sides = both;
    return true;
  }
  if (found.some(({ abbreviation }) => abbreviation === null)) return false;
  for (const { x, abbreviation } of found) {
    // Below one another the last heading is the one that goes on; beside one another the place tells.
    const isLast = section.rightAt === null || x >= section.rightAt - 3;
    section.sides[isLast ? section.sides.length - 1 : 0] = abbreviation;
  }
  return true;
}

/** "Närvarande Norrbottens" over "Kommuner", "Närvarande Kommunerna i" over "Halland": the rest of a side's name. */
function readSidePlace({ sides, rightAt }: Section, line: FlowLine): boolean {
  const [cell] = line.cells;
  if (!cell || line.cells.length > 1 || !REST_OF_NAME.test(line.text)) return false;
  const isLeft = rightAt !== null && cell.x < rightAt - 3;
  const at = isLeft || !goesOn(sides.at(-1)) ? 0 : sides.length - 1;
  const side = sides[at];
  if (!goesOn(side)) return false;
  sides[at] = `${side} ${line.text.replace(/:$/u, '')}`;
  return true;
}

const REST_OF_NAME = /^\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+|\slän)?:?$/u;

const goesOn = (side: string | null | undefined): side is string =>
  typeof side === 'string' &&
  (/(?:\p{Ll}s|\s(?:i|för|av|och))$/u.test(side) || needsPlace(side) || /samverkan$/iu.test(side));
