/**
 * A roster: who was there, by side and group.
 *
 * roster := pair row* | (side | group | row)*
 * pair   := side side, on one line or on two
 * row    := cell [ cell ] ; cell := person | group ; either may be empty; a cell may wrap onto the next line
 * In a pair the columns are those of the two side headings. Where blanks keep columns apart their positions count;
 * where every cell has a line of its own the sides are told by sides.ts.
 */
import { type Note, rangeOf } from '../../../note/note.js';
import type { Participant } from '../../../record/schema.js';
import type { FlowLine } from '../../../text/flowline.js';
import type { Entry } from '../columnentries.js';
import { toParticipant } from '../participant.js';
import { readPerson } from '../person.js';
import type { ColumnNo } from '../sides.js';
import { readHeading } from './headings.js';
import { readRow } from './rows.js';
import { type Section, sectionOf } from './section.js';
import { columnsOf } from './sidesof.js';
import { type Roster, textOf, toEntry, type Token } from './token.js';

export interface RosterResult {
  participants: Participant[];
  /** What was read under each side. */
  columns: Entry[][];
  /** Index in the flow after the last line that belongs to the roster. */
  end: number;
}

/** Reads roster lines from `start` for as long as they are such; `isEnd` tells where another section begins. */
export function readRoster(
  note: Note,
  start: number,
  isEnd: (line: FlowLine) => boolean,
  side: string | null = null,
): RosterResult {
  const roster: Roster = { note, tokens: [], section: sectionOf([side]) };
  let at = start;
  for (; at < note.lines.length; at += 1) {
    const line = note.lines[at];
    if (!line || (at > start && isEnd(line)) || isProse(line)) break;
    if (!readHeading(roster, line) && !readRow(roster, line)) break;
  }
  const columns = columnsOf(roster.tokens, note);
  return {
    participants: withGroups(roster.tokens, columns, note),
    columns: ([0, 1] as const).map((column) =>
      roster.tokens
        .filter((token) => token.group === null && columns.get(token) === column)
        .map((token) => toEntry(token)),
    ),
    end: at,
  };
}

/** Running text: a sentence with few capitals. */
function isProse(line: FlowLine): boolean {
  const words = line.text.split(' ');
  if (words.length < 9 || line.cells.length > 1) return false;
  const capitals = words.filter((word) => /^[\p{Lu}(]/u.test(word)).length;
  return capitals / words.length < 0.2;
}

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
