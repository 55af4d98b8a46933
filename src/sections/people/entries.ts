/** The entries of a list of people: one on each line, in running lists, by organisation, or mixed. */
import type { Participant } from '../../record/schema.js';
import type { FlowLine } from '../../text/flowline.js';
import { type Note, rangeOf } from '../../note/note.js';
import { gapAbove } from '../../text/wrapping.js';
import { groupList, NOBODY_FROM, isOrganisationHeading, organisationList } from './entrylines.js';
import { type Logical, toLogicalLines } from './logicallines.js';
import { readGrid } from './grid.js';
import { splitFlatRow } from './columns.js';
import { readGroupHeading } from './headings.js';
import { listHasAttributes, readNameAndAttribute, readPeopleList } from './list.js';
import { isName, leadingName, looksLikeOrganisation } from './name.js';
import { rowsBefore } from './organisationrows.js';
import { withoutParty } from './parentheses.js';
import { toParticipant } from './participant.js';
import { isTicked, markUnticked } from './ticks.js';
import { FUNCTION } from './words/offices.js';

/** What the headings above an entry say of all below them. */
interface Under {
  group: string | null;
  organisation: string | null;
}

/** @param labelGroup the group that the list's own label names */
export function readEntries(
  lines: readonly FlowLine[],
  note: Note,
  labelGroup: string | null,
): Participant[] {
  const entries = (
    readGrid(lines, note) ??
    flatRows(lines, note) ??
    blocks(lines) ??
    rowsBefore(lines, note) ??
    toLogicalLines(lines, note)
  ).flatMap((entry) => partOrganisations(entry));
  const areSingle = isOnePerBullet(entries) || isOnePerLine(entries, note);
  const logical = areSingle ? entries.map((entry) => ({ ...entry, isOne: true })) : entries;
  const hasAttributes = logical.some(({ text }) => listHasAttributes(text, note.known));
  let under: Under = { group: labelGroup, organisation: null };
  const participants: Participant[] = [];
  const ticked: boolean[] = [];
  for (const entry of logical) {
    const heading = readHeading(entry, note);
    if (heading) {
      under = heading;
      continue;
    }
    // Below its bullets an organisation's heading says nothing any more.
    if (entry.lines[0]?.bullet === null) under = { ...under, organisation: null };
    const people = readEntry(entry, under, note, hasAttributes);
    participants.push(...people);
    ticked.push(...people.map(({ name }) => isTicked(entry.text, name)));
  }
  markUnticked(participants, ticked);
  return participants;
}

/** So many lines, and this share of all, hold two people each. */
const FEWEST_ROWS = 3;
const MOST_OF_THEM = 0.8;
const MANY_OF_THEM = 0.5;

/**
 * "Anna Ek, Lund kommun Bo Lind, Region Skåne": two columns that were run together, each cell a person with what she
 * stands for. @returns null where most lines are no such rows
 */
function flatRows(lines: readonly FlowLine[], note: Note): Logical[] | null {
  const shown = lines.filter((line) => line.text !== '');
  if (shown.some((line) => line.cells.length > 1 || line.bullet !== null)) return null;
  // A running list breaks off within its entries.
  if (shown.filter(({ text }) => /[,-]$/u.test(text)).length > 1) return null;
  const rows = shown.map((line) => ({ line, cells: splitFlatRow(line.text, note.known) }));
  const pairs = rows.filter(({ cells }) => cells.length === 2 && cells.every(isWholeCell));
  if (pairs.length < FEWEST_ROWS || pairs.length < shown.length * MOST_OF_THEM) return null;
  return rows.flatMap(({ line, cells }) =>
    cells.map((text) => ({ lines: [line], text, isOne: true })),
  );
}

/** "Anna Ek (S)" over "Lunds kommun" over "ordförande", a gap before the next name: a table whose cells have a line each. */
function blocks(lines: readonly FlowLine[]): Logical[] | null {
  const found: FlowLine[][] = [];
  for (const line of lines.filter(({ text }) => text !== '')) {
    const open = found.at(-1);
    if (!open || gapAbove(line) > 0) found.push([line]);
    else open.push(line);
  }
  const whole = found.filter(
    ([first, ...others]) => first && isName(withoutParty(first.text)) && others.length > 0,
  );
  if (whole.length < FEWEST_BLOCKS && !isBlockAlone(found)) return null;
  if (whole.length < found.length * MOST_OF_THEM) return null;
  const hasNameBelow = found.some(([, ...others]) =>
    others.some(({ text }) => isName(withoutParty(text))),
  );
  if (hasNameBelow) return null;
  return found.map((block) => ({
    lines: block,
    text: block.map(({ text }) => text).join(', '),
    isOne: true,
  }));
}

const FEWEST_BLOCKS = 2;

/** "Anna Ek" over "Lunds kommun" over "Ledamot", and nobody else. */
const isBlockAlone = ([block = [], ...others]: readonly FlowLine[][]): boolean =>
  others.length === 0 &&
  block.length === 3 &&
  looksLikeOrganisation(block[1]?.text ?? '') &&
  FUNCTION.test(block[2]?.text ?? '');

/** A person to each bullet, and most of them with what they stand for. */
const isOnePerBullet = (entries: readonly Logical[]): boolean =>
  entries.length >= FEWEST_ROWS &&
  entries.every(({ lines, text }) => lines[0]?.bullet != null && leadingName(text) !== null) &&
  entries.filter(({ text }) => text.includes(',')).length >= entries.length * MOST_OF_THEM;

/**
 * A person to each line, and what most of them stand for is nobody's name: then it is none in the others either
 * ("Paulina Ek, Autism Almby").
 */
function isOnePerLine(entries: readonly Logical[], note: Note): boolean {
  const parts = entries.map(({ text }) => text.split(/,\s/u));
  const told = parts.filter(([, second]) => second !== undefined);
  return (
    entries.length > FEWEST_ROWS &&
    entries.every(({ lines, text }) => lines.length === 1 && leadingName(text) !== null) &&
    parts.every((own) => own.length <= 3) &&
    told.length >= entries.length * MOST_OF_THEM &&
    told.filter(
      ([, second = '']) =>
        leadingName(second) === null || note.known.organisations.has(second.toLowerCase()),
    ).length >=
      told.length * MANY_OF_THEM
  );
}

/** A name, a comma, and what it stands for; nobody else's. */
const isWholeCell = (text: string): boolean =>
  leadingName(text) !== null && /^[^,]+,\s*\p{L}/u.test(text) && text.split(',').length <= 3;

/** "Tjänstepersoner", or "Kumla kommun" over bullets. */
function readHeading(entry: Logical, note: Note): Under | null {
  const heading = readGroupHeading(entry.text);
  if (heading) return { group: heading.group, organisation: null };
  const [first] = entry.lines;
  return first && entry.lines.length === 1 && isOrganisationHeading(first, note)
    ? { group: null, organisation: entry.text.replace(/:$/u, '') }
    : null;
}

function readEntry(
  entry: Logical,
  under: Under,
  note: Note,
  hasAttributes: boolean,
): Participant[] {
  if (NOBODY_FROM.test(entry.text)) return [];
  const inGroup = groupList(entry.text);
  const listed = inGroup ? null : organisationList(entry.text);
  const text = inGroup?.people ?? listed?.people ?? entry.text;
  const organisation = listed?.organisation ?? under.organisation;
  const one = entry.isOne ? readNameAndAttribute(text, note.known) : null;
  const people =
    one ??
    readPeopleList(text, note.known, listed ? listHasAttributes(text, note.known) : hasAttributes);
  return people.map((found) =>
    toParticipant(
      { ...found.person, affiliation: found.person.affiliation ?? organisation },
      inGroup ? inGroup.group : under.group,
      rangeOf(linesOf(found.text, entry.lines)),
    ),
  );
}

/** "Arvika: Anna Ek. Eda: Per Lind, Siv Holm." is a list for each organisation. */
function partOrganisations(entry: Logical): Logical[] {
  const texts = entry.text.split(/(?<=[.;])\s+(?=\p{Lu}[^:.;]{1,40}:\s\p{Lu})/u);
  const areLists = texts.length > 1 && texts.every((text) => organisationList(text) !== null);
  if (!areLists) return [entry];
  return texts.map((text) => ({ ...entry, text: text.replace(/[.;]$/u, '') }));
}

/** The source lines that hold an entry's words. */
function linesOf(text: string, lines: readonly FlowLine[]): FlowLine[] {
  const words = text.split(/[\s,()]+/u).filter((word) => word.length > 1);
  const holds = (line: FlowLine, word: string): boolean =>
    line.text.includes(word) || line.raw.includes(word);
  for (let size = 1; size <= lines.length; size += 1) {
    for (let from = 0; from + size <= lines.length; from += 1) {
      const window = lines.slice(from, from + size);
      if (words.every((word) => window.some((line) => holds(line, word)))) return window;
    }
  }
  return [...lines];
}
