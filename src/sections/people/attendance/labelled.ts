/** Lists under a label, such as "Närvarande: Anna Ek (S), Lund; Bo Lind", or with the people below. */
import { rangeOf } from '../../../note/note.js';
import type { Participant } from '../../../record/schema.js';
import type { FlowLine } from '../../../text/flowline.js';
import type { Label } from '../../labels.js';
import { readEntries } from '../entries.js';
import { blocksBelow, rowsBelow } from '../organisationrows.js';
import { rowsAfterDash, rowsInParentheses } from '../organisationbeside.js';
import { statusOf } from '../status.js';
import { NOBODY, SEE_LIST } from '../words/presence.js';
import {
  addTo,
  type AttendanceRegion,
  type Attending,
  groupOf,
  tellMisspelt,
} from './attending.js';
import { endsList, startsTable } from './ends.js';
import { type LabelledLines, listLines } from './listlines.js';

/** @returns the index in the flow where to go on */
export function readLabelled(
  attending: Attending,
  label: Label,
  line: FlowLine,
  region: AttendanceRegion,
): number {
  const { note } = attending;
  const status = statusOf(label, note);
  // What the group is called depends on whether a list of the present came before.
  const group = groupOf(attending, label);
  if (label.kind === 'present') attending.sawPresent = true;
  const next = note.lines[line.at + 1];
  const headsTable = status === 'present' && label.value === '' && next !== undefined;
  if (headsTable && startsTable(attending, next, region)) {
    note.claims.claim(line, 'participants');
    attending.groupOfTable = group;
    return line.at + 1;
  }
  return (
    readRowsBelow(attending, label, line, region) ??
    readList(attending, { label, status, group, lines: listLines(attending, label, line, region) })
  );
}

interface List {
  label: Label;
  status: Participant['status'];
  group: string | null;
  lines: LabelledLines;
}

function readList(attending: Attending, { label, status, group, lines }: List): number {
  const { note } = attending;
  const [first, ...others] = lines;
  const own = { ...first, text: label.value, cells: cellsAfter(first, label) };
  const shown = [own, ...others];
  const entries = readEntries(rowsInParentheses(shown, note) ?? shown, note, group);
  const isUnread =
    entries.length === 0 &&
    label.value !== '' &&
    !NOBODY.test(label.value) &&
    !SEE_LIST.test(label.value);
  if (isUnread && !label.colon) return first.at + 1;
  if (isUnread)
    note.diagnostics.add(
      'person-unreadable',
      `No person could be read after "${label.word}".`,
      rangeOf(lines),
    );
  tellMisspelt(note, label, first);
  note.claims.claim(lines, 'participants');
  addTo(attending, status, entries);
  return (lines.at(-1) ?? first).at + 1;
}

/** An organisation a line, and its people on the next. @returns the index after them */
function readRowsBelow(
  attending: Attending,
  label: Label,
  line: FlowLine,
  region: AttendanceRegion,
): number | null {
  const { note } = attending;
  const isEnd = (next: FlowLine): boolean => endsList(attending, next, region);
  const from = line.at + 1;
  const below =
    label.value === ''
      ? (rowsBelow(note, from, isEnd) ??
        rowsAfterDash(note, from, isEnd) ??
        blocksBelow(note, from, isEnd))
      : null;
  if (!below) return null;
  const people = readEntries(below.rows, note, groupOf(attending, label));
  note.claims.claim([line, ...below.lines], 'participants');
  addTo(attending, statusOf(label, note), people);
  return below.end;
}

function cellsAfter(line: FlowLine, label: Label): FlowLine['cells'] {
  const at = line.cells.findIndex(
    (cell) => cell.text.startsWith(label.value) && label.value !== '',
  );
  return at > 0 ? line.cells.slice(at) : [{ text: label.value, x: 0 }];
}
