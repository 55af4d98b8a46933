/**
 * Lists side by side: "Närvarande" beside "Frånvarande", each over a column of its own.
 *
 * table := heading heading+ line+    on one line, blanks between; each cell belongs to the column it stands in
 * A label of something else in a column ("Kopia till") ends that column.
 */
import type { Participant } from '../../record/schema.js';
import { splitAtColumns } from '../../text/cells.js';
import type { FlowLine } from '../../text/flowline.js';
import type { Note } from '../../note/note.js';
import { isAttendance, type Label, readLabel } from '../labels.js';
import { readEntries } from './entries.js';
import { readPerson } from './person.js';

export interface StatusColumn {
  label: Label;
  participants: Participant[];
}

export interface StatusColumns {
  columns: StatusColumn[];
  /** Index in the flow after the lists. */
  end: number;
}

/** @returns null where the line does not hold two labels of attendance or more, all without values */
export function readStatusColumns(
  note: Note,
  at: number,
  isEnd: (line: FlowLine) => boolean,
): StatusColumns | null {
  const head = note.lines[at];
  if (!head || head.cells.length < 2) return null;
  const labels = head.cells
    .map(({ text }) => readLabel(text))
    .filter((label): label is Label => label?.value === '' && isColumnHead(label));
  const kinds = new Set(labels.map(({ kind }) => kind));
  if (labels.length < head.cells.length || kinds.size < labels.length) return null;
  if (!labels.some(({ kind }) => isAttendance(kind))) return null;
  const starts = head.cells.map(({ x }) => x);
  const cells: FlowLine[][] = starts.map(() => []);
  const over = new Set<number>();
  let end = at + 1;
  for (; end < note.lines.length; end += 1) {
    const line = note.lines[end];
    if (!line || isEnd(line)) break;
    placeCells(line, starts, note).forEach(({ column, cell }) => {
      if (readLabel(cell.text)?.value === '') over.add(column);
      if (!over.has(column) && !NOBODY_HERE.test(cell.text)) cells[column]?.push(cell);
    });
  }
  const columns = labels.map((label, column) => ({
    label,
    participants: isAttendance(label.kind) ? readEntries(cells[column] ?? [], note, null) : [],
  }));
  return { columns, end };
}

/** Whom the note was sent to has a column beside those who were there. */
const isColumnHead = ({ kind }: Label): boolean => isAttendance(kind) || kind === 'caseNumber';

const NOBODY_HERE = /^[–—-]$/u;

function placeCells(
  line: FlowLine,
  starts: readonly number[],
  note: Note,
): { column: number; cell: FlowLine }[] {
  return splitAtColumns(line.cells, starts.slice(1), (one, other) =>
    [one, other].every((text) => readPerson(text, note.known) !== null),
  ).map(({ text, x }) => ({
    column: Math.max(
      0,
      starts.findLastIndex((start) => start <= x + 3),
    ),
    cell: { ...line, text, cells: [{ text, x: 0 }] },
  }));
}
