/**
 * A roster set as a table whose first row names its columns: "Kommun | Deltagare", "Namn | Organisation | Roll".
 *
 * table := heads row+ ; a row stands on one line, its cells apart or flattened, or each cell on a line of its own
 */
import type { Participant } from '../../../record/schema.js';
import type { FlowLine } from '../../../text/flowline.js';
import type { Note } from '../../../note/note.js';
import { readGroupHeading } from '../headings.js';
import { isName } from '../name.js';
import { FUNCTION, isTitleWord } from '../words/offices.js';
import { readRow } from './cells.js';
import { rowsByColumn, rowsUnderHeads } from './columns.js';
import { headOf, type Heads, readHeads } from './heads.js';
import { peopleIn } from './people.js';
import { endsWithMark, isPresence, markAbsent } from './presence.js';
import { addWrappedCells } from './wrapped.js';

export interface TableRoster {
  participants: Participant[];
  /** Index in the flow after the table. */
  end: number;
}

/** @param isEnd tells where something else begins @returns null where no table's heads stand at `at` */
export function readTableRoster(
  note: Note,
  at: number,
  isEnd: (line: FlowLine) => boolean,
): TableRoster | null {
  const heads = readHeads(note, at);
  if (!heads) return readApart(note, at, isEnd);
  return readColumns(note, heads, isEnd) ?? readRows(note, heads, isEnd);
}

/** Row by row, until a line is none. */
function readRows(
  note: Note,
  heads: Heads,
  isEnd: (line: FlowLine) => boolean,
): TableRoster | null {
  const participants: Participant[] = [];
  const marks: string[] = [];
  let end = heads.end;
  let group: string | null = null;
  while (end < note.lines.length) {
    const heading = headingIn(note.lines[end], heads);
    if (heading) {
      group = heading.group ?? group;
      end += 1;
      continue;
    }
    const lines = linesOfRow(note, end, heads);
    const cells = lines.some((line, at) => isEnd(line) && !isMarkCell(line, at, heads))
      ? null
      : readRow(lines, heads, note);
    if (!cells || peopleIn(cells, lines, heads, note).length === 0) break;
    end += lines.length;
    const wrapped = addWrappedCells(note, end, cells, heads, isEnd);
    end += wrapped.length;
    const people = peopleIn(cells, [...lines, ...wrapped], heads, note);
    const status = cells[heads.columns.indexOf('status')] ?? '';
    for (const person of people) {
      marks.push(status);
      participants.push({ ...person, group });
    }
  }
  if (heads.columns.includes('status')) markAbsent(participants, marks);
  return participants.length > 0 ? { participants, end } : null;
}

/** "Närvarande" in a cell of its own is no label. */
const isMarkCell = ({ text }: FlowLine, at: number, { stacked, columns }: Heads): boolean =>
  stacked && columns.includes('status') && at > 0 && isPresence(text);

/** A row of three columns whose cells wrap has no more lines than this. */
const MOST_LINES = 6;

/** A row whose cells wrap ends with its mark of presence or its office: what ends the row on one line does so here. */
function linesToEnd(note: Note, at: number, heads: Heads): FlowLine[] | null {
  const { stacked, columns, x } = heads;
  const last = columns.at(-1);
  if (
    columns.length < 3 ||
    columns.length > 4 ||
    x !== null ||
    (last !== 'status' && last !== 'role')
  )
    return null;
  const lines = note.lines.slice(at, at + MOST_LINES);
  const end = lines.findIndex(({ text }, index) => (!stacked || index >= 2) && endsRow(text, last));
  if (end < 0 || lines.slice(1, end + 1).some(({ text }) => isName(text))) return null;
  const isOpen = OPENS.test(lines[end]?.text ?? '');
  const past = isOpen
    ? lines.findIndex(({ text }, index) => index > end && text.endsWith(')'))
    : end;
  return past < 0 ? null : lines.slice(0, past + 1);
}

const endsRow = (text: string, last: 'status' | 'role'): boolean =>
  last === 'status'
    ? endsWithMark(text) || OPENS.test(text)
    : FUNCTION.test(text) || isTitleWord(text.split(' ').at(-1) ?? '');

/** "Ja (till och med": the mark's own words go on below. */
const OPENS = /(?:^|\s)(?:ja|nej|närvarande)\s\([^()]*$/iu;

/** In a table whose cells have a line each the last cell may be empty, and then has none. */
function linesOfRow(note: Note, at: number, heads: Heads): FlowLine[] {
  const { stacked, columns } = heads;
  const whole = linesToEnd(note, at, heads);
  if (whole) return whole;
  const lines = note.lines.slice(at, at + (stacked ? columns.length : 1));
  const last = lines.at(-1);
  const mayBeEmpty = stacked && columns.length > 2 && columns.at(-1) === 'status';
  const remark = last?.text ?? '';
  const isRemark = /^\p{Ll}/u.test(remark) || FUNCTION.test(remark) || isPresence(remark);
  return mayBeEmpty && !isRemark ? lines.slice(0, -1) : lines;
}

/** Column by column, each below its own head: "Kommun", all of them, "Deltagare", and theirs. */
function readApart(note: Note, at: number, isEnd: (line: FlowLine) => boolean): TableRoster | null {
  const first = headOf(note.lines[at]?.text ?? '');
  if (first !== 'name' && first !== 'affiliation') return null;
  const second = first === 'name' ? 'affiliation' : 'name';
  const heads: Heads = { columns: [first, second], x: null, stacked: true, end: at + 1 };
  const rows = rowsUnderHeads(
    note,
    at + 1,
    first === 'name',
    (line) => headOf(line.text) === second,
    isEnd,
  );
  const last = rows?.at(-1)?.[1];
  if (!rows || !last) return null;
  const participants = rows.flatMap((lines) =>
    peopleIn(
      lines.map(({ text }) => text),
      [lines[first === 'name' ? 0 : 1]],
      heads,
      note,
    ),
  );
  return { participants, end: last.at + 1 };
}

/** Column by column; a row without people is nobody. */
function readColumns(
  note: Note,
  heads: Heads,
  isEnd: (line: FlowLine) => boolean,
): TableRoster | null {
  const [first, second, third] = heads.columns;
  const isPair = heads.stacked && third === undefined && [first, second].includes('affiliation');
  const rows = isPair ? rowsByColumn(note, heads.end, first === 'name', isEnd) : null;
  const last = rows?.at(-1)?.[1];
  if (!rows || !last) return null;
  const participants = rows.flatMap((lines) => {
    const cells = lines.map(({ text }) => text);
    return peopleIn(cells, [lines[first === 'name' ? 0 : 1]], heads, note);
  });
  return { participants, end: last.at + 1 };
}

/** "Ersättare (2)" between the rows begins a group; "Vakant plats" is nobody. */
function headingIn(line: FlowLine | undefined, heads: Heads): { group: string | null } | null {
  if (!line || !heads.columns.includes('other')) return null;
  if (VACANT.test(line.text)) return { group: null };
  return readGroupHeading(line.text.replace(/\s*\(\d+\)$/u, ''));
}

const VACANT = /^vakant(?:\s+plats)?$/iu;
