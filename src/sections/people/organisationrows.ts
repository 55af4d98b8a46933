/**
 * Lists in which an organisation stands before its people and nothing but the line or a blank parts them.
 *
 * below  := organisation line, people line, …          a table of two columns whose cells have a line each
 * blocks := (organisation line, people line+)+
 * before := organisation people, on one line           the same table, run together
 */
import type { Note } from '../../note/note.js';
import type { FlowLine } from '../../text/flowline.js';
import { gapAbove } from '../../text/wrapping.js';
import { readLabel } from '../labels.js';
import { endsBlock, type Logical } from './logicallines.js';
import { isName, leadingName, looksLikeOrganisation } from './name.js';
import { readPerson } from './person.js';

const FEWEST = 3;
/** So many people are named elsewhere without the word before them. */
const FEWEST_TOLD = 2;

/** People, each line with its organisation before it. */
export interface OrganisationRows {
  rows: FlowLine[];
  /** The note's own lines that they were read from. */
  lines: FlowLine[];
  /** The index in the flow after them. */
  end: number;
}

/** @param from the first line below the label @returns the rows and the index after them; null where lines do not alternate */
export function rowsBelow(
  note: Note,
  from: number,
  isEnd: (line: FlowLine) => boolean,
): OrganisationRows | null {
  const rows: FlowLine[] = [];
  let at = from;
  for (; ; at += 2) {
    const [organisation, people] = [note.lines[at], note.lines[at + 1]];
    if (!organisation || !people || isEnd(organisation) || isEnd(people)) break;
    if (!isOrganisation(organisation) || !arePeople(people.text)) break;
    const text = `${organisation.text}: ${people.text}`;
    rows.push({ ...people, text, cells: [], bullet: null });
  }
  return rows.length >= FEWEST ? { rows, lines: note.lines.slice(from, at), end: at } : null;
}

/** Blocks of an organisation over its people; fewer may be a heading of something else. */
export const FEWEST_BLOCKS = 2;

/** @returns as `rowsBelow`, for "Region Kronoberg" over the lines of its people, "Alvesta kommun" over its, with a gap between or without */
export function blocksBelow(
  note: Note,
  from: number,
  isEnd: (line: FlowLine) => boolean,
): OrganisationRows | null {
  const rows: FlowLine[] = [];
  let organisation: FlowLine | null = null;
  let blocks = 0;
  let at = from;
  for (; at < note.lines.length; at += 1) {
    const line = note.lines[at];
    if (!line || isEnd(line)) break;
    if (headsBlock(line, note)) {
      organisation = line;
      blocks += 1;
    } else if (
      organisation &&
      (at === organisation.at + 1 || gapAbove(line) <= 0) &&
      isNamed(line, note)
    ) {
      const text = isPerson(line, note) ? `${organisation.text}: ${line.text}` : line.text;
      rows.push({ ...line, text, cells: [], bullet: null });
    } else break;
  }
  return blocks >= FEWEST_BLOCKS ? { rows, lines: note.lines.slice(from, at), end: at } : null;
}

/** An organisation right over somebody of its own; below a name that a gap sets apart it is that one's. */
const headsBlock = (line: FlowLine, note: Note): boolean =>
  isOrganisation(line) &&
  !endsBlock(line, note.lines[line.at + 1] ?? line) &&
  looksLikeOrganisation(line.text) &&
  isNamed(note.lines[line.at + 1], note);

/** Somebody, whether or not an organisation is told too. */
const isNamed = (line: FlowLine | undefined, note: Note): boolean =>
  line !== undefined &&
  line.text.length < 90 &&
  /^\p{Lu}[\p{L}-]+\s\p{Lu}[^:]*$/u.test(line.text) &&
  readPerson(line.text, note.known)?.name != null;

/** "Anna Ek (S), ordförande", "Bo Lind, socialchef": a name, and nobody's organisation after it. */
const isPerson = (line: FlowLine | undefined, note: Note): boolean => {
  const person = line && line.text.length < 90 ? readPerson(line.text, note.known) : null;
  return person?.name != null && person.affiliation === null;
};

/** A word or three with capitals, and nobody's name. */
const isOrganisation = ({ text, bullet }: FlowLine): boolean =>
  bullet === null &&
  /^\p{Lu}[^,.:;()]{1,40}$/u.test(text) &&
  text.split(' ').length <= 3 &&
  !isName(text) &&
  readLabel(text) === null;

export const arePeople = (text: string): boolean =>
  text.split(/,\s|\soch\s/u).every((part) => isName(part.trim()));

/** "Lund Anna Ek, Bo Lind": where the note tells of "Anna Ek" elsewhere, what stands before her is no part of her name. */
export function rowsBefore(lines: readonly FlowLine[], note: Note): Logical[] | null {
  const shown = lines.filter(({ text }) => text !== '');
  const split = shown.map((line) => {
    const [, organisation = '', people = ''] =
      /^(\p{Lu}[\p{L}-]+)\s(\p{Lu}.+)$/u.exec(line.text) ?? [];
    return { line, organisation, people, isRow: people !== '' && arePeople(people) };
  });
  const rows = split.filter(({ isRow }) => isRow);
  if (rows.length < FEWEST || rows.length < shown.length) return null;
  const told = rows.filter(({ line, organisation, people }) => {
    const name = leadingName(people) ?? '';
    return note.lines.some(
      ({ at, text }) =>
        at !== line.at && text.includes(name) && !text.includes(`${organisation} ${name}`),
    );
  });
  if (told.length < FEWEST_TOLD) return null;
  return rows.map(({ line, organisation, people }) => ({
    lines: [line],
    text: `${organisation}: ${people}`,
  }));
}
