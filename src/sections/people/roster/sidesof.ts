/** Which column, and so which side, each entry of a roster stands in. */
import type { Note } from '../../../note/note.js';
import { moveEmptyHeadings } from '../emptyheadings.js';
import { kindOf, kindOfGroup } from '../kinds.js';
import { readPerson } from '../person.js';
import { namesSide } from '../sidenames.js';
import { type Cell, chooseColumns, type ColumnNo } from '../sides.js';
import { isSecretary } from '../words/offices.js';
import type { Section } from './section.js';
import { textOf, type Token } from './token.js';

/** So small a part of a roster's cells may be taken for placed by mistake. */
const FEW_PLACED = 0.1;

/** @returns each token's column, counted within its section */
export function columnsOf(tokens: readonly Token[], note: Note): Map<Token, ColumnNo> {
  const columns = new Map<Token, ColumnNo>();
  for (const section of new Set(tokens.map((token) => token.section))) {
    const own = tokens.filter((token) => token.section === section);
    const chosen = section.sides.length === 1 ? [] : chooseIn(section, own, note);
    const headings = own.map(({ group }) => group !== null);
    const isFree = section.sides.length > 1 && own.every(({ placed }) => placed === null);
    const moved = isFree ? moveEmptyHeadings(headings, chosen) : chosen;
    own.forEach((token, at) => columns.set(token, moved[at] === 1 ? 1 : 0));
  }
  return columns;
}

function chooseIn(section: Section, own: readonly Token[], note: Note): readonly ColumnNo[] {
  const isTight = (token: Token): boolean => token.lines[0]?.gap === 0;
  const areParted = own.slice(1).filter((token) => !isTight(token)).length > own.length / 2;
  const bound = section.tight || areRowByRow(own) ? 'beside' : 'below';
  return chooseColumns(
    own.map((token) => cellOf(token, note, areParted && isTight(token) ? bound : null)),
    section.stacked || areAllUnplaced(own),
  );
}

/** Headings side by side stand over cells that each have a line of their own: the lines of a row alternate all the same. */
function areAllUnplaced(tokens: readonly Token[]): boolean {
  const people = tokens.filter(({ group }) => group === null);
  return people.filter(({ placed }) => placed !== null).length <= people.length * FEW_PLACED;
}

/** "Kommunpolitiker" right over "Regionpolitiker": no group is empty, so the two stood beside each other. */
const areRowByRow = (tokens: readonly Token[]): boolean =>
  tokens.some(
    (token, at) =>
      token.group !== null && token.lines[0]?.gap === 0 && tokens[at - 1]?.group != null,
  );

/** @param bound where it stands beside the cell before, in a roster whose cells gaps part */
function cellOf(token: Token, note: Note, bound: 'below' | 'beside' | null): Cell {
  const text = textOf(token, note);
  const person = token.group === null ? readPerson(text, note.known) : null;
  const named = token.section.sides.findIndex(
    (side) => side !== null && namesSide(text, side, note),
  );
  return {
    organisation: person?.affiliation?.toLowerCase() ?? null,
    kind: person ? kindIn(token.section, person.party, text) : kindOfGroup(text),
    placed: token.placed,
    named: named === 0 ? 0 : named === 1 ? 1 : null,
    bound,
    isHeading: token.group !== null,
    isSecretary: person?.affiliation === null && isSecretary(person.role ?? ''),
  };
}

/** Of two groups the politicians' party tells them from the officials; of two sides their organisations do. */
const kindIn = ({ sides }: Section, party: string | null, text: string): string | null =>
  sides.length > 1 && sides.every((side) => side === null)
    ? party === null
      ? 'official'
      : 'politician'
    : kindOf(text);
