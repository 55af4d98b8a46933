/** Rosters and tables of people: by side, with columns of their own, or lists side by side. */
import type { Participant } from '../../../record/schema.js';
import type { FlowLine } from '../../../text/flowline.js';
import { gapAbove } from '../../../text/wrapping.js';
import { isAttendance, readLabel } from '../../labels.js';
import { readBareTable } from '../baretable.js';
import { readEntries } from '../entries.js';
import { readSideHeading } from '../headings.js';
import { readInterleaved } from '../interleaved.js';
import { readRoster } from '../roster/roster.js';
import { blocksBelow } from '../organisationrows.js';
import { rowsAfterDash } from '../organisationbeside.js';
import { readSideList } from '../sidelist.js';
import { statusOf } from '../status.js';
import { readStatusColumns } from '../statuscolumns.js';
import { readTableRoster } from '../table/table.js';
import { addTo, type AttendanceRegion, type Attending, groupOf, take } from './attending.js';
import { endsList, endsRoster, headsSideTable, startsRoster } from './ends.js';

/** Reads the roster or table that begins with the line. @returns the index after it; null where none does */
export function readTables(
  attending: Attending,
  line: FlowLine,
  region: AttendanceRegion,
): number | null {
  const aside = readBeside(attending, line, region) ?? readSideTable(attending, line, region);
  if (aside !== null) return aside;
  const people =
    readRosterAt(attending, line, region) ??
    readTableAt(attending, line, region) ??
    readBlocks(attending, line, region);
  if (!people) return null;
  take(attending, people.participants, line.at, people.end);
  return people.end;
}

/** People that were read, and the index in the flow after them. */
interface People {
  participants: Participant[];
  end: number;
}

/** "Närvarande      Frånvarande": lists side by side. @returns the index after them */
function readBeside(attending: Attending, line: FlowLine, region: AttendanceRegion): number | null {
  const { note } = attending;
  const isEnd = (next: FlowLine): boolean =>
    next.at >= region.to ||
    attending.isItem(next.at) ||
    readLabel(next.text)?.colon === true ||
    /^(?:\d{1,2}[.)]|§)\s/u.test(next.text);
  const lists = readStatusColumns(note, line.at, isEnd);
  if (!lists || lists.columns.every(({ participants }) => participants.length === 0)) return null;
  for (const { label, participants } of lists.columns) {
    const group = groupOf(attending, label);
    const people = participants.map((person) => ({ ...person, group: person.group ?? group }));
    addTo(attending, statusOf(label, note), people);
  }
  note.claims.claim(note.lines.slice(line.at, lists.end), 'participants');
  attending.sawPresent = true;
  return lists.end;
}

/** "För arbetstagarna:" over organisations and, beside each, its people. @returns the index after them */
function readSideTable(
  attending: Attending,
  line: FlowLine,
  region: AttendanceRegion,
): number | null {
  const { note } = attending;
  const heading = readSideHeading(line.text);
  if (!heading) return null;
  const dashed = readDashedSide(attending, line, region, heading.side);
  if (dashed !== null) return dashed;
  if (!headsSideTable(note, line)) return null;
  const rest = note.lines.slice(line.at + 1, region.to);
  const past = rest.findIndex(
    (next, at) => endsList(attending, next, region) || (at > 0 && gapAbove(next) > 0),
  );
  const lines = past < 0 ? rest : rest.slice(0, past);
  const entries = readEntries(lines, note, null);
  if (entries.length === 0) return null;
  const end = line.at + 1 + lines.length;
  const people = entries.map((entry) => ({ ...entry, side: heading.side }));
  take(attending, people, line.at, end);
  return end;
}

/** "Från kommunerna:" over "Alby kommun – Ida Ek, planerare". @returns the index after them */
function readDashedSide(
  attending: Attending,
  line: FlowLine,
  region: AttendanceRegion,
  side: string,
): number | null {
  const isEnd = (next: FlowLine): boolean => endsList(attending, next, region);
  const below = line.cells.length === 1 ? rowsAfterDash(attending.note, line.at + 1, isEnd) : null;
  if (!below) return null;
  const people = readEntries(below.rows, attending.note, null);
  const ofSide = people.map((person) => ({ ...person, side }));
  take(attending, ofSide, line.at, below.end);
  return below.end;
}

/** Organisations over their people, in a head that has no word for the present. */
function readBlocks(attending: Attending, line: FlowLine, region: AttendanceRegion): People | null {
  if (!region.head || attending.sawPresent) return null;
  const isEnd = (next: FlowLine): boolean =>
    next.at >= region.to || (next !== line && endsList(attending, next, region));
  const below = blocksBelow(attending.note, line.at, isEnd);
  return below && { participants: readEntries(below.rows, attending.note, null), end: below.end };
}

function readRosterAt(
  attending: Attending,
  line: FlowLine,
  region: AttendanceRegion,
): People | null {
  const { lines } = attending.note;
  const heading = sideInMargin(line);
  if (heading === null) return readRosterFrom(attending, line, region);
  lines[line.at] = heading;
  const roster = readRosterFrom(attending, heading, region);
  lines[line.at] = line;
  return roster;
}

/** "Närvarande        För Boråsregionens kommuner (BK)": the label in the margin, the side's heading beside it. */
function sideInMargin(line: FlowLine): FlowLine | null {
  const [label, side] = line.cells;
  if (!label || !side || line.cells.length !== 2) return null;
  const read = readLabel(label.text);
  if (read?.value !== '' || !isAttendance(read.kind)) return null;
  if (readSideHeading(side.text) === null || readLabel(side.text) !== null) return null;
  return { ...line, text: side.text, cells: [side] };
}

function readRosterFrom(
  attending: Attending,
  line: FlowLine,
  region: AttendanceRegion,
): People | null {
  if (!startsRoster(attending, line, region)) return null;
  const isEnd = (next: FlowLine): boolean => endsRoster(attending, next, region);
  const plain = readRoster(attending.note, line.at, isEnd);
  const roster = readInterleaved(attending.note, line.at, isEnd, plain) ?? plain;
  return roster.participants.length > 0 ? roster : null;
}

function readTableAt(
  attending: Attending,
  line: FlowLine,
  region: AttendanceRegion,
): People | null {
  if (readSideList(line.text)) return null;
  const isEnd = (next: FlowLine): boolean => endsRoster(attending, next, region);
  const table = readTableRoster(attending.note, line.at, isEnd);
  if (!table) return region.head ? readBareTable(attending.note, line.at, region.to) : null;
  for (const person of table.participants) person.group ??= attending.groupOfTable;
  attending.groupOfTable = null;
  return table;
}
