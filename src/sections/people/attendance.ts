/**
 * Who was there, who was not, and who was invited: rosters by side, and lists under labels.
 *
 * The roster minus the absent is present. One person is one entry: an absent person who stands in the roster is that
 * entry with status "absent". "Inbjudna" counts in the head only.
 */
import type { Participant } from '../../record/schema.js';
import type { FlowLine } from '../../text/flow.js';
import { continues, gapAbove } from '../../text/wrapping.js';
import { type Note, rangeOf } from '../../note/note.js';
import { isAttendance, type Label, readLabel, readLineLabel } from '../labels.js';
import { readColumnRow, readGroupHeading, readGroupPair, readSideHeading } from './headings.js';
import { breaksOffInName, isEntry, needsPlace, organisationColumn } from './entrylines.js';
import { valueBelow } from '../labelstack.js';
import { readEntries } from './entries.js';
import { isName, leadingName, looksLikeOrganisation } from './name.js';
import { toParticipant } from './participant.js';
import { type Person, readPerson } from './person.js';
import { readInterleaved } from './interleaved.js';
import { readRoster } from './roster/roster.js';
import { readSideList, type SideList } from './sidelist.js';
import { markedAbsent, oneEach, statusOf } from './status.js';
import { readStatusColumns } from './statuscolumns.js';
import { readBareTable } from './baretable.js';
import { readTold, type Told } from './told.js';
import { rowsBelow } from './organisationrows.js';
import { readTableRoster } from './table/table.js';
import { FUNCTION, NOBODY, SEE_LIST } from './vocabulary.js';

export interface Attendance {
  participants: Participant[];
  /** "Ordförande: …" in the head. */
  chair: string | null;
  /** "Sekreterare: …" in the head. */
  secretary: string | null;
}

export interface AttendanceRegion {
  from: number;
  to: number;
  /** The note's head: only there "Inbjudna" counts. */
  head: boolean;
}

/** @param isItem tells the first line of an agenda item, where every section of people ends */
export function readAttendance(
  note: Note,
  regions: readonly AttendanceRegion[],
  isItem: (at: number) => boolean,
): Attendance {
  const reader = new AttendanceReader(note, isItem);
  for (const region of regions) reader.readRegion(region);
  return reader.result();
}

/** So many rows show whether organisations have a column of their own. */
const SIDE_TABLE = 4;

/** "Närvarande        För Boråsregionens kommuner (BK)": the label in the margin, the side's heading beside it. */
function sideInMargin(line: FlowLine): FlowLine | null {
  const [label, side] = line.cells;
  if (!label || !side || line.cells.length !== 2) return null;
  const read = readLabel(label.text);
  if (read?.value !== '' || !isAttendance(read.kind)) return null;
  if (readSideHeading(side.text) === null || readLabel(side.text) !== null) return null;
  return { ...line, text: side.text, cells: [side] };
}

/** People that were read, and the index in the flow after them. */
interface People {
  participants: Participant[];
  end: number;
}

class AttendanceReader {
  private readonly present: Participant[] = [];
  private readonly absent: Participant[] = [];
  private readonly invited: Participant[] = [];
  private chair: string | null = null;
  private secretary: string | null = null;
  private sawPresent = false;
  /** "Ersättare" over a table that names its columns. */
  private groupOfTable: string | null = null;

  constructor(
    private readonly note: Note,
    private readonly isItem: (at: number) => boolean,
  ) {}

  readRegion(region: AttendanceRegion): void {
    let at = region.from;
    while (at < region.to) at = this.readAt(at, region);
  }

  /** Reads what begins at `at`. @returns where to go on */
  private readAt(at: number, region: AttendanceRegion): number {
    const line = this.note.lines[at];
    if (!line) return at + 1;
    const beside = this.readBeside(line, region) ?? this.readSideTable(line, region);
    if (beside !== null) return beside;
    const roster = this.readRosterAt(line, region) ?? this.readTableAt(line, region);
    if (roster) {
      this.take(roster.participants, at, roster.end);
      return roster.end;
    }
    const ofSide = readSideList(line.text);
    if (ofSide) return this.readSideList(ofSide, at, region);
    const told = region.head ? readTold(this.note, line) : null;
    if (told) return this.takeTold(told);
    if (this.readTold(line)) return at + 1;
    const label = readLineLabel(line) ?? readLabel(stripItemLetter(line.text));
    if (label === null || (label.value === '' && /^[a-h][).]\s/iu.test(line.text))) return at + 1;
    if (label.kind === 'chair' || label.kind === 'secretary')
      return this.readOfficer(label, at, region);
    if (!isAttendance(label.kind)) return at + 1;
    if (label.kind === 'invited' && !region.head) return at + 1;
    return this.readLabelled(label, at, region);
  }

  private headsSideTable(line: FlowLine): boolean {
    if (readSideHeading(line.text) === null) return false;
    const below = this.note.lines.slice(line.at + 1, line.at + 1 + SIDE_TABLE);
    return organisationColumn(below, this.note) !== null;
  }

  /** "För arbetstagarna:" over organisations and, beside each, its people. @returns the index after them */
  private readSideTable(line: FlowLine, region: AttendanceRegion): number | null {
    const heading = readSideHeading(line.text);
    if (!heading || !this.headsSideTable(line)) return null;
    const rest = this.note.lines.slice(line.at + 1, region.to);
    const past = rest.findIndex(
      (next, at) => this.isListEnd(next, region) || (at > 0 && gapAbove(next) > 0),
    );
    const lines = past < 0 ? rest : rest.slice(0, past);
    const entries = readEntries(lines, this.note, null);
    if (entries.length === 0) return null;
    const end = line.at + 1 + lines.length;
    this.take(
      entries.map((entry) => ({ ...entry, side: heading.side })),
      line.at,
      end,
    );
    return end;
  }

  /** "Närvarande      Frånvarande": lists side by side. @returns the index after them */
  private readBeside(line: FlowLine, region: AttendanceRegion): number | null {
    const isEnd = (next: FlowLine): boolean =>
      next.at >= region.to ||
      this.isItem(next.at) ||
      readLabel(next.text)?.colon === true ||
      /^(?:\d{1,2}[.)]|§)\s/u.test(next.text);
    const lists = readStatusColumns(this.note, line.at, isEnd);
    if (!lists || lists.columns.every(({ participants }) => participants.length === 0)) return null;
    for (const { label, participants } of lists.columns) {
      const status = statusOf(label, this.note);
      const group = this.groupOf(label);
      this.listFor(status).push(
        ...participants.map((person) =>
          markedAbsent({
            ...person,
            group: person.group ?? group,
            status: person.status === 'absent' ? 'absent' : status,
          }),
        ),
      );
      this.learnNames(participants);
    }
    this.note.claims.claim(this.note.lines.slice(line.at, lists.end), 'participants');
    this.sawPresent = true;
    return lists.end;
  }

  private readRosterAt(line: FlowLine, region: AttendanceRegion): People | null {
    const heading = sideInMargin(line);
    if (heading === null) return this.readRosterFrom(line, region);
    this.note.lines[line.at] = heading;
    const roster = this.readRosterFrom(heading, region);
    this.note.lines[line.at] = line;
    return roster;
  }

  private readRosterFrom(line: FlowLine, region: AttendanceRegion): People | null {
    if (!this.startsRoster(line, region)) return null;
    const isEnd = (next: FlowLine): boolean => this.isEnd(next.at, region);
    const plain = readRoster(this.note, line.at, isEnd);
    const roster = readInterleaved(this.note, line.at, isEnd, plain) ?? plain;
    return roster.participants.length > 0 ? roster : null;
  }

  private readTableAt(line: FlowLine, region: AttendanceRegion): People | null {
    if (readSideList(line.text)) return null;
    const isEnd = (next: FlowLine): boolean => this.isEnd(next.at, region);
    const table = readTableRoster(this.note, line.at, isEnd);
    if (!table) return region.head ? readBareTable(this.note, line.at, region.to) : null;
    for (const person of table.participants) person.group ??= this.groupOfTable;
    this.groupOfTable = null;
    return table;
  }

  private takeTold({ present, absent, lines }: Told): number {
    this.absent.push(...absent);
    const end = (lines.at(-1)?.at ?? 0) + 1;
    this.take(present, lines[0]?.at ?? end, end);
    return end;
  }

  /** "Bengt Ek och Timo Lind har anmält förhinder." */
  private readTold(line: FlowLine): boolean {
    const names = TELLS_ABSENCE.exec(line.text)?.[1];
    if (names === undefined) return false;
    const entries = readEntries([{ ...line, text: names, cells: [] }], this.note, null);
    if (entries.length === 0 || entries.some(({ name }) => name === null)) return false;
    this.absent.push(...entries.map((entry) => ({ ...entry, status: 'absent' as const })));
    return true;
  }

  /** "För Region Skåne (RS): Anna Berg (S), Lund; Per Ek" */
  private readSideList({ side, people }: SideList, at: number, region: AttendanceRegion): number {
    const label: Label = { kind: 'present', word: '', value: people, colon: true };
    const lines = this.collect(label, at, region);
    const [first, ...others] = lines;
    if (!first) return at + 1;
    const inline = { ...first, text: people, cells: [{ text: people, x: 0 }] };
    const entries = readEntries([inline, ...others], this.note, null);
    this.take(
      entries.map((entry) => ({ ...entry, side })),
      at,
      at + lines.length,
    );
    return at + lines.length;
  }

  private startsRoster(line: FlowLine, region: AttendanceRegion): boolean {
    if (
      readColumnRow(
        line.text,
        line.cells.map((cell) => cell.text),
      )
    )
      return true;
    const isPair = region.head && readGroupPair(line.text) !== null;
    if (!isPair && readSideHeading(line.text) === null) return false;
    const next = this.note.lines[line.at + 1];
    if (!next || next.at >= region.to) return false;
    return (
      readGroupHeading(next.text) !== null ||
      readSideHeading(next.text) !== null ||
      /^(?:\p{Ll}.{0,60}\s)?\(\p{Lu}[\p{L}\d-]{1,11}\)/u.test(next.text) ||
      readPerson(next.text, this.note.known) !== null
    );
  }

  private startsList(line: FlowLine, region: AttendanceRegion): boolean {
    const isEnd = (next: FlowLine): boolean => this.isEnd(next.at, region);
    return this.startsRoster(line, region) || readTableRoster(this.note, line.at, isEnd) !== null;
  }

  private take(participants: Participant[], from: number, to: number): void {
    this.present.push(...participants.map((person) => markedAbsent(person)));
    this.learnNames(participants);
    this.note.claims.claim(this.note.lines.slice(from, to), 'participants');
    this.sawPresent = true;
  }

  private isEnd(at: number, region: AttendanceRegion): boolean {
    const line = this.note.lines[at];
    if (!line || at >= region.to || this.isItem(at)) return true;
    if (/^[a-hA-H][).]\s/u.test(line.text)) return true;
    if (this.headsSideTable(line)) return true;
    if (
      readSideHeading(line.text) !== null ||
      readColumnRow(
        line.text,
        line.cells.map((cell) => cell.text),
      ) !== null
    )
      return false;
    const label = readLabel(line.text);
    return (
      label !== null && !isBareOffice(label) && !(label.kind === 'others' && label.value === '')
    );
  }

  private readOfficer(label: Label, at: number, region: AttendanceRegion): number {
    const line = this.note.lines[at];
    const below = label.value === '' ? this.note.lines[valueBelow(this.note, at)] : undefined;
    const held = below ?? line;
    const person = held && region.head ? officerIn(label, held, this.note) : null;
    if (!person?.name || !line) return at + 1;
    this.secretary ??= secretaryAfter(line);
    const isNext = below?.at === at + 1;
    const used = below && !isNext ? [below] : [line, ...(below ? [below] : [])];
    this.note.claims.claim([line, ...used], label.kind === 'chair' ? 'participants' : 'noteTaker');
    if (label.kind === 'secretary') this.secretary ??= person.name;
    else {
      this.chair ??= person.name;
      const office = { ...person, function: label.word.toLowerCase() };
      this.present.push(toParticipant(office, null, rangeOf(used)));
    }
    return isNext ? at + 2 : at + 1;
  }

  private readLabelled(label: Label, at: number, region: AttendanceRegion): number {
    const lines = this.collect(label, at, region);
    const status = statusOf(label, this.note);
    const group = this.groupOf(label);
    if (label.kind === 'present') this.sawPresent = true;
    const [first, ...others] = lines;
    if (!first) return at + 1;
    const next = this.note.lines[at + 1];
    if (status === 'present' && label.value === '' && next && this.startsList(next, region)) {
      this.note.claims.claim(first, 'participants');
      this.groupOfTable = group;
      return at + 1;
    }
    const past = this.readRowsBelow(label, first, region);
    if (past !== null) return past;
    const entries = readEntries(
      [{ ...first, text: label.value, cells: cellsAfter(first, label) }, ...others],
      this.note,
      group,
    );
    const readNothing =
      entries.length === 0 && !NOBODY.test(label.value) && !SEE_LIST.test(label.value);
    if (readNothing && label.value !== '' && !label.colon) return at + 1;
    if (readNothing && label.value !== '') {
      this.note.diagnostics.add(
        'person-unreadable',
        `No person could be read after "${label.word}".`,
        rangeOf(lines),
      );
    }
    this.claimLabel(label, first);
    this.note.claims.claim(lines, 'participants');
    this.listFor(status).push(
      ...entries.map((entry) =>
        markedAbsent(entry.status === 'absent' ? entry : { ...entry, status }),
      ),
    );
    this.learnNames(entries);
    return (lines.at(-1)?.at ?? at) + 1;
  }

  /** An organisation a line, and its people on the next. @returns the index after them */
  private readRowsBelow(label: Label, line: FlowLine, region: AttendanceRegion): number | null {
    const isEnd = (next: FlowLine): boolean => this.isListEnd(next, region);
    const below = label.value === '' ? rowsBelow(this.note, line.at + 1, isEnd) : null;
    if (!below) return null;
    const status = statusOf(label, this.note);
    const people = readEntries(below.rows, this.note, this.groupOf(label));
    this.note.claims.claim([line, ...below.lines], 'participants');
    this.listFor(status).push(...people.map((entry) => ({ ...entry, status })));
    this.learnNames(people);
    return below.end;
  }

  /** Who stands in one list is known in the next, and in what the note tells of them. */
  private learnNames(people: readonly Participant[]): void {
    for (const { name, affiliation } of people) {
      if (name !== null) this.note.known.names.add(name.toLowerCase());
      // "Rädda Barnen", which looks like a name elsewhere.
      if (name !== null && affiliation !== null && /^\p{Lu}\p{Ll}+\s\p{Lu}/u.test(affiliation))
        this.note.known.organisations.add(affiliation.toLowerCase());
    }
  }

  private claimLabel(label: Label, line: FlowLine): void {
    if (label.misspelt) {
      this.note.diagnostics.add(
        'label-misspelt',
        `"${label.word}" was read as "${label.misspelt}".`,
        [line.no, line.no],
      );
    }
  }

  private listFor(status: Participant['status']): Participant[] {
    return status === 'absent' ? this.absent : status === 'invited' ? this.invited : this.present;
  }

  /** "Adjungerade", "Ersättare", "Beslutande" name a group; "Närvarande" and its like do not. */
  private groupOf(label: Label): string | null {
    if (label.kind === 'others') return label.word;
    if (/^(?:beslutande|ersättare)/iu.test(label.word)) return label.word;
    const isMembers = /^ledamöter/iu.test(label.word);
    return isMembers && (this.sawPresent || this.hasOthers()) ? label.word : null;
  }

  /** Beside a heading "Ersättare" or "Tjänstepersoner" the members are a group of their own. */
  private hasOthers(): boolean {
    return this.note.lines.some(({ text }) =>
      /^(?:(?:tjänstgörande\s+)?ersättare|suppleanter|tjänste(?:personer|män)|adjungerade|sekretariat(?:et)?)\s*:?$/iu.test(
        text,
      ),
    );
  }

  /** The label's line and those that carry on its list. */
  private collect(label: Label, at: number, region: AttendanceRegion): FlowLine[] {
    const first = this.note.lines[at];
    if (!first) return [];
    const lines = [first];
    if (NOBODY.test(label.value) || SEE_LIST.test(label.value)) return lines;
    const from = label.value === '' ? valueBelow(this.note, at) : at + 1;
    for (let next = from; next < region.to; next += 1) {
      const line = this.note.lines[next];
      const before = lines.at(-1);
      if (!line || !before || this.isListEnd(line, region)) break;
      if (!this.listGoesOn(label, lines, before, line)) break;
      lines.push(line);
    }
    return lines;
  }

  private listGoesOn(
    label: Label,
    lines: readonly FlowLine[],
    before: FlowLine,
    line: FlowLine,
  ): boolean {
    const isOpen =
      /(?:,|;|(?<!\p{L})och)$/u.test(before.text) ||
      needsPlace(before.text) ||
      breaksOffInName(before, line, this.note);
    if (isOpen) return true;
    // Bullets below a list on the label's own line are something else.
    if (label.value !== '' && line.bullet !== null && lines[0]?.bullet === null) return false;
    const isFirst = lines.length === 1 && label.value === '';
    if (isFirst && leadingName(line.text) !== null && line.text.length < 300) return true;
    if (isAbsentOrganisation(label, lines, line)) return true;
    if (tellsOfPerson(before, line)) return true;
    // Below a gap only what cannot be anything else is still the list.
    const goesOn = (gapAbove(line) <= 0 || line.afterBreak) && continues(before, line);
    return isEntry(line, this.note) || (!isFirst && goesOn);
  }

  private isListEnd(line: FlowLine, region: AttendanceRegion): boolean {
    if (this.isItem(line.at) || /^[a-hA-H][).]\s/u.test(line.text)) return true;
    const label = readLineLabel(line);
    if (label !== null && !isBareOffice(label)) return true;
    return this.startsRoster(line, region) || readSideList(line.text) !== null;
  }

  result(): Attendance {
    const participants = oneEach(this.present, this.absent, this.invited);
    return { participants, chair: this.chair, secretary: this.secretary };
  }
}

/** "Lekebergs kommun" on a line of its own under "Ej närvarande": nobody from there. */
const isAbsentOrganisation = (label: Label, lines: readonly FlowLine[], line: FlowLine): boolean =>
  label.kind === 'absent' &&
  label.value === '' &&
  line.gap <= (lines[1]?.gap ?? line.gap) &&
  line.text.length < 60 &&
  looksLikeOrganisation(line.text) &&
  !/[.:]$/u.test(line.text);

/** "Vänersborgs kommun" right below a name that has a line of its own, "ordförande" below that. */
const tellsOfPerson = (before: FlowLine, line: FlowLine): boolean =>
  gapAbove(line) <= 0 &&
  line.gap === 0 &&
  line.bullet === null &&
  line.text.length < 60 &&
  !/[.:]$/u.test(line.text) &&
  readLabel(line.text) === null &&
  (isName(before.text) || FUNCTION.test(line.text)) &&
  (looksLikeOrganisation(line.text) || FUNCTION.test(line.text));

/** "Ordförande: Anna Ek. Sekreterare: Bo Lind." */
const AFTER_CHAIR = /[.;,]\s(?:Mötess|S)ekreterare\s?:\s(\p{Lu}[^.:;,]{3,40})/u;

const secretaryAfter = ({ text }: FlowLine): string | null =>
  AFTER_CHAIR.exec(text)?.[1]?.trim() ?? null;

/** The person whom an officer's label names, on its line or on the one that holds its value. */
function officerIn(label: Label, line: FlowLine, note: Note): Person | null {
  const whole = label.value === '' ? line.text : label.value;
  // "Ordförande: Anna Ek. Sekreterare: Bo Lind."
  const value = whole.split(/[.;]\s+(?=\p{Lu}\p{Ll}+\s?:\s)/u)[0] ?? whole;
  // "Sekreterare: Anna Ek     Paragrafer 31–39": the next cell is about something else.
  const own = line.cells.find(({ text }) => text !== value && value.startsWith(text));
  const person = readPerson(own?.text ?? value, note.known);
  return person?.name && isTold(label, value, person.name) ? null : person;
}

/** "Ordförande Anna Ek inledde mötet med att …": no label, but a sentence. */
const isTold = (label: Label, value: string, name: string): boolean =>
  !label.colon &&
  label.value !== '' &&
  /^\s\p{Ll}/u.test(value.slice(name.length)) &&
  value.slice(name.length).trim().split(' ').length > 2;

const TELLS_ABSENCE =
  /^(\p{Lu}[^.:;]{4,120}?)\s+(?:har\s+(?:an)?mält\s+förhinder|är\s+frånvarande|hade\s+förhinder)\.?$/u;

/** "ordförande" and "sekreterare" without a colon are words of a wrapped cell. */
const isBareOffice = (label: Label): boolean =>
  !label.colon && (label.kind === 'chair' || label.kind === 'secretary');

const stripItemLetter = (text: string): string => text.replace(/^[a-hA-H][).]\s+(?=\p{L})/u, '');

function cellsAfter(line: FlowLine, label: Label): FlowLine['cells'] {
  const at = line.cells.findIndex(
    (cell) => cell.text.startsWith(label.value) && label.value !== '',
  );
  return at > 0 ? line.cells.slice(at) : [{ text: label.value, x: 0 }];
}
