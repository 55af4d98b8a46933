/** Where rosters and lists of people begin, and where they end. */
import type { FlowLine } from '../../../text/flowline.js';
import type { Note } from '../../../note/note.js';
import { type Label, readLabel, readLineLabel } from '../../labels.js';
import { organisationColumn } from '../logicallines.js';
import { readColumnRow, readGroupHeading, readGroupPair, readSideHeading } from '../headings.js';
import { readPerson } from '../person.js';
import { headsRegion, precedesKind } from '../regionside.js';
import { isWorded } from '../roster/section.js';
import { readSideList } from '../sidelist.js';
import { readHeads } from '../table/heads.js';
import { readTableRoster } from '../table/table.js';
import type { AttendanceRegion, Attending } from './attending.js';
import { readBoardLabel } from './boardlabels.js';
import { readWordedLabel } from './wordedlabels.js';

/** So many rows show whether organisations have a column of their own. */
const SIDE_TABLE = 4;

/** "a) Val av justerare" */
const isLettered = (text: string): boolean => /^[a-hA-H][).]\s/u.test(text);

/** "ordförande" and "sekreterare" without a colon are words of a wrapped cell. */
const isBareOffice = (label: Label): boolean =>
  !label.colon && (label.kind === 'chair' || label.kind === 'secretary');

const columnRow = (line: FlowLine): ReturnType<typeof readColumnRow> =>
  readColumnRow(
    line.text,
    line.cells.map((cell) => cell.text),
  );

/** "För arbetstagarna:" over a table whose organisations have a column of their own. */
export function headsSideTable(note: Note, line: FlowLine): boolean {
  if (readSideHeading(line.text) === null || isOfficeInParentheses(note, line)) return false;
  const below = note.lines.slice(line.at + 1, line.at + 1 + SIDE_TABLE);
  return organisationColumn(below, note) !== null;
}

/** Whether the line is the first of a roster: headings of columns or sides over people. */
export function startsRoster(
  { note }: Attending,
  line: FlowLine,
  region: AttendanceRegion,
): boolean {
  if (columnRow(line) || (headsRegion(note, line) && precedesKind(note, line))) return true;
  if (isOfficeInParentheses(note, line)) return false;
  const isPair = region.head && readGroupPair(line.text) !== null;
  if (!isPair && readSideHeading(line.text) === null) return false;
  const next = note.lines[line.at + 1];
  if (!next || next.at >= region.to) return false;
  return (
    readGroupHeading(next.text) !== null ||
    readSideHeading(next.text) !== null ||
    /^(?:\p{Ll}.{0,60}\s)?\(\p{Lu}[\p{L}\d-]{1,11}\)/u.test(next.text) ||
    readPerson(next.text, note.known) !== null
  );
}

/**
 * "Styrelsen för …" over "Sjukhus (SjS)", "Lidby          (HSS)": where sides are headed with "För", what ends with an
 * abbreviation otherwise is somebody's organisation.
 */
const isOfficeInParentheses = (note: Note, line: FlowLine): boolean =>
  /\(\p{Lu}[\p{L}\d-]{1,11}\)\s*:?$/u.test(line.text) &&
  !isWorded(line.text) &&
  note.lines.some(({ text }) => isWorded(text) && /\(\p{Lu}[\p{L}\d-]{1,11}\)\s*:?$/u.test(text));

/** Whether the line is the first of a roster or of a table of people. */
export const startsTable = (
  attending: Attending,
  line: FlowLine,
  region: AttendanceRegion,
): boolean =>
  startsRoster(attending, line, region) ||
  readTableRoster(attending.note, line.at, (next) => endsRoster(attending, next, region)) !== null;

/** Whether a roster ends before the line. */
export function endsRoster(
  { note, isItem }: Attending,
  line: FlowLine,
  region: AttendanceRegion,
): boolean {
  if (line.at >= region.to || isItem(line.at) || isLettered(line.text)) return true;
  if (headsSideTable(note, line)) return true;
  if (readSideHeading(line.text) !== null || columnRow(line) !== null) return false;
  if (isFirstGroup(note, line)) return false;
  // "Anna Ek," over "handläggare": her office, and no label.
  if (note.lines[line.at - 1]?.text.endsWith(',')) return false;
  const label = readLabel(line.text);
  return label !== null && !isBareOffice(label) && !(label.kind === 'others' && label.value === '');
}

/** "Ledamöter" right below "För Region Norr (RN)": those of the side, and no list of its own. */
const isFirstGroup = (note: Note, line: FlowLine): boolean =>
  readGroupHeading(line.text) !== null &&
  readSideHeading(note.lines[line.at - 1]?.text ?? '') !== null;

/** Whether a list under a label ends before the line. */
export function endsList(attending: Attending, line: FlowLine, region: AttendanceRegion): boolean {
  if (attending.isItem(line.at) || isLettered(line.text)) return true;
  const label = readLineLabel(line);
  if (label !== null && !isBareOffice(label)) return true;
  if (region.head && readWordedLabel(attending.note, line, region.to) !== null) return true;
  if (region.head && readBoardLabel(attending.note, line) !== null) return true;
  return (
    startsRoster(attending, line, region) ||
    readSideList(line.text) !== null ||
    readHeads(attending.note, line.at)?.columns.includes('status') === true
  );
}
