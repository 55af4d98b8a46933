/**
 * A roster: who was there, by side and group.
 *
 * roster := pair row* | (side | group | row)*
 * row    := cell [ cell ] ; cell := person | group ; either may be empty; a cell may wrap onto the next line
 * In a pair the columns are those of the two side headings; where blanks keep columns apart their positions count.
 */
import type { Participant } from '../../record/schema.js';
import type { FlowLine } from '../../text/flow.js';
import { type Note, rangeOf } from '../../read/note.js';
import { splitFlatContinuation, splitFlatRow } from './columns.js';
import { readGroupHeading, readSideHeading, readSidePair } from './headings.js';
import { leadingName } from './name.js';
import { readPerson } from './person.js';
import { splitGroups } from './list.js';

interface Entry {
  text: string;
  lines: FlowLine[];
  side: string | null;
  group: string | null;
  emphasised: string[];
  /** The column was read from the line's shape, not from the words. */
  placed: boolean;
  /** 0 left or only column, 1 right. */
  column: 0 | 1;
}

interface Column {
  side: string | null;
  group: string | null;
}

export interface RosterResult {
  participants: Participant[];
  /** Index in the flow after the last line that belongs to the roster. */
  end: number;
}

class RosterReader {
  readonly entries: Entry[] = [];
  private columns: [Column] | [Column, Column];
  /** Where the right column begins, for lines whose columns blanks keep apart; else null. */
  private rightAt: number | null = null;

  constructor(private readonly note: Note, side: string | null) {
    this.columns = [{ side, group: null }];
  }

  /** @returns false where the line is no part of a roster */
  read(line: FlowLine): boolean {
    const cells = line.cells.map((cell) => cell.text);
    const pair = readSidePair(line.text, cells);
    if (pair) {
      this.columns = [{ side: pair[0], group: null }, { side: pair[1], group: null }];
      const right = line.cells[1];
      this.rightAt = cells.length === 2 && right && right.x >= 20 ? right.x : null;
      return true;
    }
    const side = line.cells.length === 1 ? readSideHeading(line.text) : null;
    if (side && !this.isOnlySideCell(line)) {
      this.columns = [{ side: side.side, group: null }];
      this.rightAt = null;
      return true;
    }
    return this.columns.length === 2 ? this.readRow(line, this.columns) : this.readSingle(line);
  }

  /** In a pair of columns a lone "Tjänstepersoner för VGR" is a group, not a new side. */
  private isOnlySideCell(line: FlowLine): boolean {
    return readGroupHeading(line.text) !== null;
  }

  private readSingle(line: FlowLine): boolean {
    const column = this.columns[0];
    const group = readGroupHeading(line.text);
    if (group) {
      column.group = group.group;
      return true;
    }
    const text = line.cells.length > 1 ? line.cells.map((cell) => cell.text).join(', ') : line.text;
    return this.place(text, line, 0, true);
  }

  private readRow(line: FlowLine, columns: [Column, Column]): boolean {
    const cells = this.cellsOf(line);
    let understood = false;
    cells.forEach(({ text, column, placed }) => {
      const group = readGroupHeading(text);
      if (group) {
        columns[column].group = group.group;
        understood = true;
      } else if (this.place(text, line, column, placed)) {
        understood = true;
      }
    });
    return understood;
  }

  private cellsOf(line: FlowLine): { text: string; column: 0 | 1; placed: boolean }[] {
    if (this.rightAt !== null) return this.cellsByPosition(line, this.rightAt);
    if (line.cells.length === 2) {
      return line.cells.map((cell, at) => ({ text: cell.text, column: at === 0 ? 0 : 1, placed: true }));
    }
    const split = this.looksLikeRow(line.text)
      ? splitFlatRow(line.text, this.note.known)
      : this.splitContinuation(line.text);
    if (split.length === 2) {
      return split.map((text, at) => ({ text, column: at === 0 ? 0 : 1, placed: true }));
    }
    if (line.indent >= 1) return [{ text: split[0], column: 1, placed: true }];
    if (line.trailing >= 2) return [{ text: split[0], column: 0, placed: true }];
    return [{ text: split[0], column: this.guessColumn(split[0]), placed: false }];
  }

  private looksLikeRow(text: string): boolean {
    if (readGroupHeading(text) !== null || splitFlatRow(text, this.note.known).length === 2) return true;
    return readPerson(text, this.note.known) !== null;
  }

  private splitContinuation(text: string): [string] | [string, string] {
    const open = this.entries.slice(-2).filter((entry) => isOpen(entry.text));
    return open.length === 2 ? splitFlatContinuation(text, this.note.known) : [text];
  }

  private cellsByPosition(line: FlowLine, rightAt: number): { text: string; column: 0 | 1; placed: boolean }[] {
    const left = line.cells.filter((cell) => cell.x < rightAt - 3).map((cell) => cell.text);
    const right = line.cells.filter((cell) => cell.x >= rightAt - 3).map((cell) => cell.text);
    const cells: { text: string; column: 0 | 1; placed: boolean }[] = [];
    if (left.length > 0) cells.push({ text: left.join(', '), column: 0, placed: true });
    if (right.length > 0) cells.push({ text: right.join(', '), column: 1, placed: true });
    return cells;
  }

  /** A lone cell that its line does not place belongs to the side that it names, or whose organisations it shares. */
  private guessColumn(text: string): 0 | 1 {
    const scores = [this.sideScore(text, 0), this.sideScore(text, 1)] as const;
    return scores[1] > scores[0] ? 1 : 0;
  }

  private sideScore(text: string, column: 0 | 1): number {
    const side = this.columns[column]?.side ?? '';
    const words = text.toLowerCase().split(/[\s,()]+/u);
    const own = this.entries.filter((entry) => entry.column === column && entry.placed);
    const partyShare = own.filter((entry) => /\(\p{Lu}{1,2}\)/u.test(entry.text)).length / Math.max(1, own.length);
    const hasParty = /\(\p{Lu}{1,2}\)/u.test(text) ? 1 : 0;
    const shared = own.some((entry) => sharedOrganisation(entry.text, text));
    return (words.includes(side.toLowerCase()) ? 3 : 0) + (shared ? 2 : 0) - Math.abs(partyShare - hasParty) * 0.5;
  }

  /** Adds a person, or carries on the wrapped cell above. */
  private place(text: string, line: FlowLine, column: 0 | 1, placed: boolean): boolean {
    const home = this.columns[column] ?? this.columns[0];
    const above = this.entries.findLast((entry) => entry.column === column) ?? this.entries.at(-1);
    if (above && carriesOn(above.text, text, this.note)) {
      above.text = `${above.text} ${text}`;
      above.lines.push(line);
      return true;
    }
    if (readPerson(text, this.note.known) === null) return false;
    this.entries.push({
      text, lines: [line], side: home.side, group: home.group, emphasised: line.emphasised, placed, column,
    });
    return true;
  }
}

/** The last word after a comma names the same organisation. */
function sharedOrganisation(a: string, b: string): boolean {
  const last = (text: string): string => (text.split(',')[1] ?? '').trim().toLowerCase();
  return last(a) !== '' && last(a) === last(b);
}

/** A cell that ends with a comma, a hyphen, an abbreviated title, a preposition or a lone title goes on. */
function isOpen(text: string): boolean {
  return /(?:[,-]|ordf\.|dir\.|(?<!\p{L})(?:och|för|inom|av|vid|i|tillförordnad|tf|vice|förste|andre))$/u.test(text);
}

function carriesOn(above: string, text: string, note: Note): boolean {
  if (readGroupHeading(text)) return false;
  const startsPerson = readPerson(text, note.known) !== null;
  if (/^[\p{Ll}(]/u.test(text)) return true;
  if (startsPerson) return /(?:-|[^.],)$/u.test(above) && splitGroups(text, note.known).length === 1 && leadingName(text) === text && note.known.organisations.has(text.toLowerCase());
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
  return { participants: toParticipants(reader.entries, note), end: at };
}

/** Running text: a sentence with few capitals. */
function isProse(line: FlowLine): boolean {
  const words = line.text.split(' ');
  if (words.length < 9) return false;
  const capitals = words.filter((word) => /^[\p{Lu}(]/u.test(word)).length;
  return capitals / words.length < 0.2;
}

/** Left column first, each from top to bottom. */
function toParticipants(entries: readonly Entry[], note: Note): Participant[] {
  return entries.flatMap((entry) => {
    const person = readPerson(entry.text, note.known, entry.emphasised);
    if (!person) return [];
    const { name, party, affiliation, role, function: part, remark } = person;
    return [
      {
        name, party, affiliation, role, function: part, side: entry.side, group: entry.group,
        status: 'present' as const, remark, lines: rangeOf(entry.lines),
      },
    ];
  });
}
