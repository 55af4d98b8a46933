/**
 * Who was there, who was not, and who was invited: rosters by side, and lists under labels.
 *
 * The roster minus the absent is present. One person is one entry: an absent person who stands in the roster is that
 * entry with status "absent". "Inbjudna" counts in the head only.
 */
import { type Note, rangeOf } from '../../../note/note.js';
import type { Participant } from '../../../record/schema.js';
import type { FlowLine } from '../../../text/flowline.js';
import { isAttendance, type Label, readLabel, readLineLabel } from '../../labels.js';
import { readEntries } from '../entries.js';
import { readSideList, type SideList } from '../sidelist.js';
import { oneEach } from '../status.js';
import { readTold, type Told } from '../told.js';
import { type AttendanceRegion, type Attending, take } from './attending.js';
import { readLabelled } from './labelled.js';
import { listLines } from './listlines.js';
import { readBoardLabel } from './boardlabels.js';
import { readOfficer } from './officers.js';
import { readTables } from './tables.js';
import { readWordedLabel } from './wordedlabels.js';

export type { AttendanceRegion } from './attending.js';

export interface Attendance {
  participants: Participant[];
  /** "Ordförande: …" in the head. */
  chair: string | null;
  /** "Sekreterare: …" in the head. */
  secretary: string | null;
}

/** @param isItem tells the first line of an agenda item, where every section of people ends */
export function readAttendance(
  note: Note,
  regions: readonly AttendanceRegion[],
  isItem: (at: number) => boolean,
): Attendance {
  const attending: Attending = {
    note,
    isItem,
    present: [],
    absent: [],
    invited: [],
    chair: null,
    secretary: null,
    sawPresent: false,
    groupOfTable: null,
  };
  for (const region of regions)
    for (let at = region.from; at < region.to;) at = readAt(attending, at, region);
  const { present, absent, invited, chair, secretary } = attending;
  return { participants: oneEach(present, absent, invited), chair, secretary };
}

/** Reads what begins at `at`. @returns where to go on */
function readAt(attending: Attending, at: number, region: AttendanceRegion): number {
  const { note } = attending;
  const line = note.lines[at];
  if (!line) return at + 1;
  const past = readTables(attending, line, region);
  if (past !== null) return past;
  const ofSide = readSideList(line.text);
  if (ofSide) return takeSideList(attending, ofSide, line, region);
  const told = region.head ? readTold(note, line) : null;
  if (told) return takeTold(attending, told);
  if (takeAbsence(attending, line)) return at + 1;
  const label =
    (region.head ? readBoardLabel(note, line) : null) ??
    attendanceLabel(line, region) ??
    (region.head ? readWordedLabel(note, line, region.to) : null);
  if (label === null) return at + 1;
  return label.kind === 'chair' || label.kind === 'secretary'
    ? readOfficer(attending, label, line, region)
    : readLabelled(attending, label, line, region);
}

/** The line's label, if it is one over people. */
function attendanceLabel(line: FlowLine, region: AttendanceRegion): Label | null {
  const label =
    readLineLabel(line) ?? readLabel(line.text.replace(/^[a-hA-H][).]\s+(?=\p{L})/u, ''));
  if (label === null || (label.value === '' && /^[a-h][).]\s/iu.test(line.text))) return null;
  if (label.kind === 'chair' || label.kind === 'secretary') return label;
  if (!isAttendance(label.kind) || (label.kind === 'invited' && !region.head)) return null;
  return label;
}

/** "För Region Skåne (RS): Anna Berg (S), Lund; Per Ek" */
function takeSideList(
  attending: Attending,
  { side, people }: SideList,
  line: FlowLine,
  region: AttendanceRegion,
): number {
  const label: Label = { kind: 'present', word: '', value: people, colon: true };
  const [first, ...others] = listLines(attending, label, line, region);
  const inline = { ...first, text: people, cells: [{ text: people, x: 0 }] };
  const entries = readEntries([inline, ...others], attending.note, null);
  const end = line.at + 1 + others.length;
  const ofSide = entries.map((entry) => ({ ...entry, side }));
  take(attending, ofSide, line.at, end);
  return end;
}

function takeTold(attending: Attending, told: Told): number {
  const { present, absent, invited, lines, untold } = told;
  for (const sentence of untold)
    attending.note.diagnostics.add(
      'line-unclaimed',
      `No field holds this sentence: "${sentence.slice(0, 80)}"`,
      rangeOf(lines),
    );
  attending.absent.push(...absent);
  attending.invited.push(...invited);
  const end = (lines.at(-1)?.at ?? 0) + 1;
  take(attending, present, lines[0]?.at ?? end, end);
  return end;
}

const TELLS_ABSENCE =
  /(?:^|\.\s)(\p{Lu}(?:(?!\s(?:att|som|om)\s)[^.:;]){4,120}?)\s+(?:(?:har|hade)\s+(?:an)?mält\s+förhinder|(?:an)?mälde\s+förhinder|(?:har|hade)\s+(?:meddelat|fått)\s+förhinder|(?:(?:har|hade)\s+lämnat|lämnade)\s+återbud|är\s+frånvarande|hade\s+förhinder)\.?$/u;
/** "Frånvarande är Bengt Ek." */
const ABSENT_FIRST =
  /(?:^|\.\s)(?:Frånvarande|Förhindrade?|Förhinder|Återbud|Ej\snärvarande|(?:Meddelat|Anmält|Lämnat)\s(?:förfall|förhinder|återbud))(?:(?<=\.\s[\p{L} ]+):|\s(?:är|var|har|hade))\s(\p{Lu}[^.:;]{4,120})\.?$/u;

/** "Bengt Ek och Timo Lind har anmält förhinder." */
function takeAbsence({ note, absent }: Attending, line: FlowLine): boolean {
  if (readLabel(line.text) !== null) return false;
  const names = (TELLS_ABSENCE.exec(line.text) ?? ABSENT_FIRST.exec(line.text))?.[1];
  if (names === undefined) return false;
  const entries = readEntries([{ ...line, text: names, cells: [] }], note, null);
  if (entries.length === 0 || entries.some(({ name }) => name === null)) return false;
  absent.push(...entries.map((entry) => ({ ...entry, status: 'absent' as const })));
  return true;
}
