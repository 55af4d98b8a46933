/**
 * A roster: who was there, by side and group.
 *
 * roster := pair row* | (side | group | row)*
 * pair   := side side, on one line or on two
 * row    := cell [ cell ] ; cell := person | group ; either may be empty; a cell may wrap onto the next line
 * In a pair the columns are those of the two side headings. Where blanks keep columns apart their positions count;
 * where every cell has a line of its own the sides are told by sides.ts.
 */
import type { Participant } from '../../record/schema.js';
import { joinCells, splitAtColumns } from '../../text/cells.js';
import { type FlowLine, joinFlow } from '../../text/flow.js';
import { type Note, rangeOf } from '../../note/note.js';
import type { Entry } from './columnentries.js';
import { splitFlatContinuation, splitFlatRow } from './columns.js';
import {
  isKindOfSide,
  isOfNoSide,
  readGroupHeading,
  readGroupPair,
  readSideHeading,
  readSidePair,
} from './headings.js';
import { needsPlace } from './entrylines.js';
import { kindOf } from './kinds.js';
import { leadingName } from './name.js';
import { toParticipant } from './participant.js';
import { readPerson } from './person.js';
import { chooseColumns, type ColumnNo } from './sides.js';

interface Token {
  parts: { text: string; softHyphen: boolean }[];
  lines: FlowLine[];
  /** The pair of side headings, or the single one, under which it stands. */
  section: Section;
  group: string | null;
  emphasised: string[];
  placed: ColumnNo | null;
}

interface Section {
  sides: (string | null)[];
  /** The two headings stood on two lines: so do the cells of a row. */
  stacked: boolean;
  /** The second heading stood right below the first, so beside it. */
  tight: boolean;
  /** Its headings begin with "För", as all others in the roster do then. */
  worded: boolean;
  /** Where the left column begins. */
  leftAt: number;
  /** Where the right column begins, for lines whose columns blanks keep apart; else null. */
  rightAt: number | null;
}

/** A section with these sides; a heading that is one line, or has two cells, tells where its columns begin. */
function sectionOf(sides: (string | null)[], heading?: FlowLine): Section {
  const [left, right] = heading?.cells ?? [];
  const isAside = heading?.cells.length === 2 && right !== undefined && right.x >= FEWEST_ASIDE;
  return {
    sides,
    stacked: false,
    tight: false,
    worded: false,
    leftAt: left?.x ?? 0,
    rightAt: isAside ? right.x : null,
  };
}

const SIDE_REMAINDER = /^(?:\p{Ll}.{0,60}\s)?\((\p{Lu}[\p{L}\d-]{1,11})\)$/u;

const WORDED = /^(?:för|från)\s/iu;

const REGION_ALONE =
  /^(?:Region(?:en)?|Landstinget)(?:\s(?:i|för)\s|\s)?(?:\p{Lu}\p{L}+(?:\s\p{L}+){0,2})?:?$/u;

/** So small a part of a roster's cells may be taken for placed by mistake. */
const FEW_PLACED = 0.1;

/** A right column begins at least so many characters after the left one. */
const FEWEST_ASIDE = 20;

/** A cell does not wrap over more lines than this. */
const MOST_LINES = 6;

export interface RosterResult {
  participants: Participant[];
  /** What was read under each side. */
  columns: Entry[][];
  /** Index in the flow after the last line that belongs to the roster. */
  end: number;
}

interface PlacedText {
  text: string;
  placed: ColumnNo | null;
}

class RosterReader {
  readonly tokens: Token[] = [];
  private section: Section;

  constructor(
    private readonly note: Note,
    side: string | null,
  ) {
    this.section = sectionOf([side]);
  }

  /** @returns false where the line is no part of a roster */
  read(line: FlowLine): boolean {
    return this.readHeading(line) || this.readRow(line);
  }

  private readHeading(line: FlowLine): boolean {
    const pair = readSidePair(
      line.text,
      line.cells.map((cell) => cell.text),
    );
    if (pair) {
      this.section = { ...sectionOf(pair, line), worded: WORDED.test(line.text) };
      return true;
    }
    if (this.readGroupPair(line)) return true;
    if (this.readSideRemainder(line) || this.readOtherSide(line) || this.readNoSide(line))
      return true;
    const side = line.cells.length === 1 ? this.sideOf(line) : null;
    if (side === null || this.isCellOfRow(line)) return false;
    const isSecond =
      this.section.sides.length === 1 && this.section.sides[0] !== null && !this.hasRows();
    this.section = isSecond
      ? this.withSecond(side, line)
      : { ...sectionOf([side], line), worded: WORDED.test(line.text) };
    return true;
  }

  /** "Ledamöter   Tjänstepersoner": two columns of one body, each a group. */
  private readGroupPair(line: FlowLine): boolean {
    const pair = readGroupPair(line.text);
    if (!pair) return false;
    this.section = sectionOf([null, null], line);
    pair.forEach((group, at) => {
      this.tokens.push(this.token({ text: group, placed: at === 0 ? 0 : 1 }, line, group));
    });
    return true;
  }

  /** "Kommuner" heads a side where the other one is of its kind; else it is a group, or the rest of an organisation. */
  private sideOf({ text }: FlowLine): string | null {
    const isKind = isKindOfSide(text);
    const isPlainSide =
      isKind &&
      !/\p{Ll}s$/u.test(this.lastText()) &&
      this.section.sides.every((known) => known === null || isKindOfSide(known));
    if (!isPlainSide && (isKind || readGroupHeading(text) !== null)) return null;
    return readSideHeading(text)?.side ?? null;
  }

  private hasRows(): boolean {
    return this.tokens.some((token) => token.section === this.section);
  }

  /** "… ordf." over "Regionutvecklingsnämnden (RUN)": in a column of people what is called so is whose chair she is. */
  private isCellOfRow({ text }: FlowLine): boolean {
    const isPair = this.section.sides.length > 1;
    return isPair && this.section.worded && this.hasRows() && !WORDED.test(text);
  }

  /** The second heading of a pair: far to the right it begins the right column, else its rows are told by what they say. */
  private withSecond(side: string, line: FlowLine): Section {
    const { sides, leftAt } = this.section;
    const x = line.cells[0]?.x ?? 0;
    const isAside = x - leftAt >= FEWEST_ASIDE;
    return {
      sides: [sides[0] ?? null, side],
      stacked: !isAside && !this.hasFlatRows(line.at),
      tight: line.gap === 0,
      worded: this.section.worded && WORDED.test(line.text),
      leftAt,
      rightAt: isAside ? x : null,
    };
  }

  /** "Region Gävleborg" over its people, after "Kommunerna" over theirs: a name of the other kind is a side here. */
  private readOtherSide(line: FlowLine): boolean {
    const [side] = this.section.sides;
    const isSingle = this.section.sides.length === 1 && side !== undefined && side !== null;
    const next = this.note.lines[line.at + 1];
    if (!isSingle || !isKindOfSide(side) || !REGION_ALONE.test(line.text) || !next) return false;
    if (readPerson(next.text, this.note.known) === null || line.bullet !== null) return false;
    const sides = [line.text.replace(/:$/u, '')];
    this.section = sectionOf(sides);
    return true;
  }

  /**
   * Sides one after the other are over where "Övriga" or "Sekretariat" begins: those people are of neither. Where the
   * sides have groups of their own it is one more of these.
   */
  private readNoSide(line: FlowLine): boolean {
    const hasGroups = this.tokens.some((token) => token.group !== null);
    const isOver = this.section.sides.length === 1 && this.sidesSeen >= 2 && !hasGroups;
    if (!isOver || line.cells.length > 1 || !isOfNoSide(line.text)) return false;
    this.section = sectionOf([null]);
    this.tokens.push(
      this.token({ text: line.text, placed: 0 }, line, line.text.replace(/:$/u, '')),
    );
    return true;
  }

  private lastText(): string {
    const last = this.tokens.at(-1);
    return last?.group === null ? textOf(last, this.note) : '';
  }

  /** How many sides have had people of their own. */
  private get sidesSeen(): number {
    return new Set(
      this.tokens.flatMap((token) => token.section.sides.filter((side) => side !== null)),
    ).size;
  }

  /** Headings wrapped onto two lines may stand over rows that are not: "Kommunpolitiker Regionpolitiker". */
  private hasFlatRows(at: number): boolean {
    const rows = this.note.lines.slice(at + 1, at + 9);
    const flat = rows.filter(
      (row) => row.cells.length === 1 && splitFlatRow(row.text, this.note.known).length === 2,
    );
    return flat.length >= 2;
  }

  /** A side heading may wrap: "(VGK)" or "kommunalförbund (VGK)" below it ends with its abbreviation. */
  private readSideRemainder(line: FlowLine): boolean {
    if (this.hasRows()) return false;
    if (this.readSidePlace(line)) return true;
    const found = line.cells.map((cell) => ({
      x: cell.x,
      abbreviation: SIDE_REMAINDER.exec(cell.text)?.[1],
    }));
    if (found.some(({ abbreviation }) => abbreviation === undefined)) return false;
    for (const { x, abbreviation } of found) {
      const isRight = this.section.rightAt !== null && x >= this.section.rightAt - 3;
      this.section.sides[isRight && this.section.sides.length > 1 ? 1 : 0] = abbreviation ?? null;
    }
    return true;
  }

  /** "Närvarande Norrbottens" over "Kommuner": the second word of the side's name. */
  private readSidePlace(line: FlowLine): boolean {
    const at = this.section.sides.length - 1;
    const side = this.section.sides[at];
    const goesOn =
      typeof side === 'string' &&
      (/\p{Ll}s$/u.test(side) || needsPlace(side) || /samverkan$/iu.test(side)) &&
      line.cells.length === 1 &&
      /^\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+)?:?$/u.test(line.text);
    if (!goesOn) return false;
    this.section.sides[at] = `${side} ${line.text.replace(/:$/u, '')}`;
    return true;
  }

  private readRow(line: FlowLine): boolean {
    let understood = false;
    for (const cell of this.cellsOf(line)) {
      const group = this.restOfName(cell) ? null : readGroupHeading(cell.text);
      if (group) this.tokens.push(this.token(cell, line, group.group));
      if (group || this.place(cell, line)) understood = true;
    }
    return understood;
  }

  /** "… beredning Norrbottens" over "Kommuner": a group's word that an organisation above needs. */
  private restOfName(cell: PlacedText): boolean {
    const above = this.cellAbove(cell);
    const text = above ? textOf(above, this.note) : '';
    return isKindOfSide(cell.text) && /\s\p{Lu}\p{L}+s$/u.test(text);
  }

  private token(cell: PlacedText, line: FlowLine, group: string | null): Token {
    return {
      parts: [{ text: cell.text, softHyphen: line.softHyphen }],
      lines: [line],
      section: this.section,
      group,
      emphasised: line.emphasised,
      placed: cell.placed,
    };
  }

  private cellsOf(line: FlowLine): PlacedText[] {
    if (this.section.sides.length === 1) {
      return [
        {
          text: line.cells.length > 1 ? joinCells(line.cells) : line.text,
          placed: 0,
        },
      ];
    }
    if (this.section.stacked) return [{ text: line.text, placed: null }];
    if (this.section.rightAt !== null) return this.cellsByPosition(line, this.section.rightAt);
    if (line.cells.length === 2)
      return line.cells.map((cell, at) => ({ text: cell.text, placed: at === 0 ? 0 : 1 }));
    const split = this.looksLikeRow(line.text)
      ? splitFlatRow(line.text, this.note.known)
      : this.splitContinuation(line.text);
    if (split.length === 2) return split.map((text, at) => ({ text, placed: at === 0 ? 0 : 1 }));
    const placed = line.indent >= 1 ? 1 : line.trailing >= 2 && this.trailingTells() ? 0 : null;
    return [{ text: split[0], placed }];
  }

  /** Two blanks at a line's end mark an empty right cell, unless full rows end with them too. */
  private trailingTells(): boolean {
    const rows = this.note.lines.filter((line) => line.trailing >= 2).length;
    return rows < this.note.lines.length * 0.4;
  }

  private looksLikeRow(text: string): boolean {
    if (readGroupHeading(text) !== null || splitFlatRow(text, this.note.known).length === 2)
      return true;
    return readPerson(text, this.note.known) !== null;
  }

  private splitContinuation(text: string): [string] | [string, string] {
    const open = this.tokens
      .slice(-2)
      .map((token) => textOf(token, this.note))
      .filter((above) => isOpen(above));
    return open.length === 2 && !open.some((above) => above.endsWith('-'))
      ? splitFlatContinuation(text, this.note.known)
      : [text];
  }

  private cellsByPosition(line: FlowLine, rightAt: number): PlacedText[] {
    const cells = splitAtColumns(
      line.cells,
      [rightAt],
      (one, other) =>
        leadingName(other) !== null &&
        /[,(]/u.test(other) &&
        [one, other].every((text) => readPerson(text, this.note.known) !== null),
    );
    const left = cells.filter((cell) => cell.x < rightAt - 3);
    const right = cells.filter((cell) => cell.x >= rightAt - 3);
    const texts: PlacedText[] = [];
    if (left.length > 0) texts.push({ text: joinCells(left), placed: 0 });
    if (right.length > 0) texts.push({ text: joinCells(right), placed: 1 });
    return texts;
  }

  /** Adds a person, or carries on the wrapped cell above. */
  private place(cell: PlacedText, line: FlowLine): boolean {
    const above = this.cellAbove(cell);
    if (
      above &&
      above.parts.length < MOST_LINES &&
      carriesOn(textOf(above, this.note), cell.text, this.note)
    ) {
      above.parts.push({ text: cell.text, softHyphen: line.softHyphen });
      above.lines.push(line);
      return true;
    }
    if (readPerson(cell.text, this.note.known) === null) return false;
    this.tokens.push(this.token(cell, line, null));
    return true;
  }

  /** The cell that this one may carry on: of its column, else of the last row the one that is still open. */
  private cellAbove(cell: PlacedText): Token | undefined {
    const persons = this.tokens.filter(
      (token) => token.group === null && token.section === this.section,
    );
    const last = persons.at(-1);
    if (cell.placed !== null)
      return persons.findLast((token) => token.placed === cell.placed) ?? last;
    const row = persons.filter((token) => token.lines.at(-1) === last?.lines.at(-1));
    const open = row.filter((token) => isOpen(textOf(token, this.note)));
    return open.find((token) => textOf(token, this.note).endsWith('-')) ?? open[0] ?? last;
  }
}

const textOf = (token: Token, note: Note): string => joinFlow(token.parts, note.flow);

/** A cell that ends with a comma, a hyphen, an abbreviated title, a preposition or a lone qualifier goes on. */
function isOpen(text: string): boolean {
  return /(?:[,-]|ordf\.|dir\.|(?<!\p{L})(?:och|för|inom|av|vid|i|tillförordnad|tf|vice|förste|andre))$/u.test(
    text,
  );
}

function carriesOn(above: string, text: string, note: Note): boolean {
  if (isKindOfSide(text) && /\s\p{Lu}\p{L}+s$/u.test(above)) return true;
  if (readGroupHeading(text)) return false;
  if (/^[\p{Ll}(]/u.test(text)) return true;
  if (readPerson(text, note.known) !== null)
    return leadingName(text) === text && note.known.organisations.has(text.toLowerCase());
  if (above.lastIndexOf('(') > above.lastIndexOf(')')) return true;
  return text.length < 80 && !/[.:]$/u.test(text) && (isOpen(above) || /^\p{Lu}/u.test(text));
}

/** Reads roster lines from `start` for as long as they are such; `isEnd` tells where another section begins. */
export function readRoster(
  note: Note,
  start: number,
  isEnd: (line: FlowLine) => boolean,
  side: string | null = null,
): RosterResult {
  const reader = new RosterReader(note, side);
  let at = start;
  for (; at < note.lines.length; at += 1) {
    const line = note.lines[at];
    if (!line || (at > start && isEnd(line)) || isProse(line) || !reader.read(line)) break;
  }
  const columns = columnsOf(reader.tokens, note);
  return {
    participants: withGroups(reader.tokens, columns, note),
    columns: ([0, 1] as const).map((column) =>
      reader.tokens
        .filter((token) => token.group === null && columns.get(token) === column)
        .map((token) => toEntry(token)),
    ),
    end: at,
  };
}

const toEntry = ({ lines, parts, group }: Token): Entry => ({
  lines: lines.map((line, at) => ({ ...line, text: parts[at]?.text ?? line.text })),
  group,
});

/** Running text: a sentence with few capitals. */
function isProse(line: FlowLine): boolean {
  const words = line.text.split(' ');
  if (words.length < 9 || line.cells.length > 1) return false;
  const capitals = words.filter((word) => /^[\p{Lu}(]/u.test(word)).length;
  return capitals / words.length < 0.2;
}

function columnsOf(tokens: readonly Token[], note: Note): Map<Token, ColumnNo> {
  const sections = [...new Set(tokens.map((token) => token.section))];
  const columns = new Map<Token, ColumnNo>();
  for (const section of sections) {
    const own = tokens.filter((token) => token.section === section);
    const isTight = (token: Token): boolean => token.lines[0]?.gap === 0;
    const areParted = own.slice(1).filter((token) => !isTight(token)).length > own.length / 2;
    const bound = section.tight || areRowByRow(own) ? 'beside' : 'below';
    const chosen = chooseColumns(
      own.map((token) => cellOf(token, note, areParted && isTight(token) ? bound : null)),
      section.stacked || areAllUnplaced(own),
    );
    own.forEach((token, at) =>
      columns.set(token, section.sides.length === 1 ? 0 : (chosen[at] ?? 0)),
    );
  }
  return columns;
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
function cellOf(
  token: Token,
  note: Note,
  bound: 'below' | 'beside' | null,
): Parameters<typeof chooseColumns>[0][number] {
  const person = token.group === null ? readPerson(textOf(token, note), note.known) : null;
  const words = textOf(token, note)
    .toLowerCase()
    .split(/[\s,()]+/u);
  const named = token.section.sides.findIndex(
    (side) => side !== null && words.includes(side.toLowerCase()),
  );
  return {
    organisation: person?.affiliation?.toLowerCase() ?? null,
    kind: person ? kindIn(token.section, person.party, textOf(token, note)) : null,
    placed: token.placed,
    named: named === 0 ? 0 : named === 1 ? 1 : null,
    bound,
  };
}

/** Of two groups the politicians' party tells them from the officials; of two sides their organisations do. */
const kindIn = ({ sides }: Section, party: string | null, text: string): string | null =>
  sides.length > 1 && sides.every((side) => side === null)
    ? party === null
      ? 'official'
      : 'politician'
    : kindOf(text);

/** Each person's group is the last heading above in the same column. */
function withGroups(
  tokens: readonly Token[],
  columns: ReadonlyMap<Token, ColumnNo>,
  note: Note,
): Participant[] {
  const participants: Participant[] = [];
  const groups = new Map<Section, [string | null, string | null]>();
  for (const token of tokens) {
    const column = columns.get(token) ?? 0;
    const known = groups.get(token.section) ?? [null, null];
    groups.set(token.section, known);
    if (token.group !== null) {
      known[column] = token.group;
      continue;
    }
    const person = readPerson(textOf(token, note), note.known, token.emphasised);
    if (!person) continue;
    participants.push({
      ...toParticipant(person, known[column], rangeOf(token.lines)),
      side: token.section.sides[column] ?? null,
    });
  }
  return participants;
}
