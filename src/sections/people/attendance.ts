/**
 * Who was there, who was not, and who was invited: rosters by side, and lists under labels.
 *
 * The roster minus the absent is present. One person is one entry: an absent person who stands in the roster is that
 * entry with status "absent". "Inbjudna" counts in the head only.
 */
import type { Participant } from '../../record/schema.js';
import { type FlowLine, joinFlow } from '../../text/flow.js';
import { continues, isFull, gapAbove } from '../../text/wrapping.js';
import { type Note, rangeOf } from '../../note/note.js';
import { isAttendance, type Label, readLabel } from '../labels.js';
import { readGroupHeading, readSideHeading, readSidePair } from './headings.js';
import { listHasAttributes, readPeopleList } from './list.js';
import { isName, leadingName, looksLikeOrganisation, sameName } from './name.js';
import { officeInFront, readPerson } from './person.js';
import { readRoster } from './roster.js';
import { readBareTable } from './baretable.js';
import { readTableRoster } from './table.js';
import { NOBODY, ROLE_QUALIFIERS, ROLE_WORD, SEE_LIST } from './vocabulary.js';

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
    if (this.startsRoster(line, region)) {
      const roster = readRoster(this.note, at, (next) => this.isEnd(next.at, region));
      if (roster.participants.length > 0) {
        this.take(roster.participants, at, roster.end);
        return roster.end;
      }
    }
    const ofSide = readSideList(line.text);
    if (ofSide) return this.readSideList(ofSide, at, region);
    const table = readTableRoster(this.note, at, (next) => this.isEnd(next.at, region));
    if (table) {
      for (const person of table.participants) person.group = this.groupOfTable;
      this.groupOfTable = null;
      this.take(table.participants, at, table.end);
      return table.end;
    }
    const bare = region.head ? readBareTable(this.note, at, region.to) : null;
    if (bare) {
      this.take(bare.participants, at, bare.end);
      return bare.end;
    }
    const label = readLabel(stripItemLetter(line.text));
    if (label === null) return at + 1;
    if (label.kind === 'chair' || label.kind === 'secretary')
      return this.readOfficer(label, at, region);
    if (!isAttendance(label.kind)) return at + 1;
    if (label.kind === 'invited' && !region.head) return at + 1;
    return this.readLabelled(label, at, region);
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
      readSidePair(
        line.text,
        line.cells.map((cell) => cell.text),
      )
    )
      return true;
    if (readSideHeading(line.text) === null) return false;
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
    this.note.claims.claim(this.note.lines.slice(from, to), 'participants');
    this.sawPresent = true;
  }

  private isEnd(at: number, region: AttendanceRegion): boolean {
    const line = this.note.lines[at];
    if (!line || at >= region.to || this.isItem(at)) return true;
    if (/^[a-hA-H][).]\s/u.test(line.text)) return true;
    if (
      readSideHeading(line.text) !== null ||
      readSidePair(
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
    const value = label.value === '' ? (this.note.lines[at + 1]?.text ?? '') : label.value;
    const person = readPerson(value, this.note.known);
    if (!line || !person?.name || !region.head) return at + 1;
    const used = this.note.lines.slice(at, label.value === '' ? at + 2 : at + 1);
    this.note.claims.claim(used, label.kind === 'chair' ? 'participants' : 'noteTaker');
    if (label.kind === 'secretary') this.secretary ??= person.name;
    else {
      this.chair ??= person.name;
      this.present.push(
        toParticipant({ ...person, function: label.word.toLowerCase() }, null, rangeOf(used)),
      );
    }
    return at + used.length;
  }

  private readLabelled(label: Label, at: number, region: AttendanceRegion): number {
    const lines = this.collect(label, at, region);
    const status = statusOf(label);
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
    this.listFor(status).push(...entries.map((entry) => markedAbsent({ ...entry, status })));
    return at + Math.max(1, lines.length);
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
    return isMembers && (this.sawPresent || this.hasSubstitutes()) ? label.word : null;
  }

  /** Beside a heading "Ersättare" the members are a group of their own. */
  private hasSubstitutes(): boolean {
    return this.note.lines.some(({ text }) => /^(?:tjänstgörande\s+)?ersättare\s*:?$/iu.test(text));
  }

  /** The label's line and those that carry on its list. */
  private collect(label: Label, at: number, region: AttendanceRegion): FlowLine[] {
    const first = this.note.lines[at];
    if (!first) return [];
    const lines = [first];
    if (NOBODY.test(label.value) || SEE_LIST.test(label.value)) return lines;
    for (let next = at + 1; next < region.to; next += 1) {
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
      /(?:,|;|(?<!\p{L})och)$/u.test(before.text) || breaksOffInName(before, line, this.note);
    if (isOpen) return true;
    // Bullets below a list on the label's own line are something else.
    if (label.value !== '' && line.bullet !== null && lines[0]?.bullet === null) return false;
    const isFirst = lines.length === 1 && label.value === '';
    if (isFirst && leadingName(line.text) !== null && line.text.length < 300) return true;
    // Below a gap only what cannot be anything else is still the list.
    const goesOn = gapAbove(line) <= 0 && continues(before, line);
    return isEntry(line, this.note) || (!isFirst && goesOn);
  }

  private isListEnd(line: FlowLine, region: AttendanceRegion): boolean {
    if (this.isItem(line.at) || /^[a-hA-H][).]\s/u.test(line.text)) return true;
    const label = readLabel(line.text);
    if (label !== null && !isBareOffice(label)) return true;
    return this.startsRoster(line, region) || readSideList(line.text) !== null;
  }

  result(): Attendance {
    const participants = mergePresent(this.present);
    for (const person of this.absent) {
      const known = participants.find((other) => isSamePerson(other, person));
      if (known) known.status = 'absent';
      else if (!participants.includes(person)) participants.push(person);
    }
    for (const guest of this.invited) {
      const known = participants.find((other) => isSamePerson(other, guest));
      if (!known) participants.push(guest);
    }
    return { participants, chair: this.chair, secretary: this.secretary };
  }
}

const ABSENT = /^(?:frånvarande|frånv\.?|förhinder|anmält\s+förhinder|ej\s+närvarande|förfall)$/iu;

/** "Ritva Ek, Haparanda stad, frånvarande": the roster itself says who was not there. */
function markedAbsent(person: Participant): Participant {
  if (person.remark === null || !ABSENT.test(person.remark)) return person;
  return { ...person, status: 'absent', remark: null };
}

interface SideList {
  side: string;
  people: string;
}

const SIDE_LIST =
  /^((?:för|från|närvarande|deltagare|representanter)\s[^:;]{2,80}?)\s*:\s+(\p{Lu}.{3,})$/iu;

/** A side's heading and its people on one line. */
function readSideList(text: string): SideList | null {
  const [, heading = '', people = ''] = SIDE_LIST.exec(text) ?? [];
  const side = heading === '' ? null : readSideHeading(heading);
  return side && leadingName(people) !== null ? { side: side.side, people } : null;
}

/** A running list whose last name is broken off: "…, Per Ek, Anna⏎Lind, …". */
function breaksOffInName(before: FlowLine, line: FlowLine, note: Note): boolean {
  if (gapAbove(line) > 1 || !/[,;]/u.test(before.text)) return false;
  const last = before.text
    .replace(/^.*[,;]/u, '')
    .replace(/^.*\soch\s/u, '')
    .trim()
    // "kommunalråd Mikael": half a name after a title.
    .replace(/^(?:\p{Ll}[\p{L}-]*\s+)+(?=\p{Lu}[\p{L}-]+$)/u, '');
  if (note.known.organisations.has(last.toLowerCase()) || looksLikeOrganisation(last)) return false;
  const isHalf =
    /^\p{Lu}[\p{L}-]+$/u.test(last) &&
    /^\p{Lu}[\p{L}-]+(?:[,;.]|$|\s(?:och|\p{Lu}|\())/u.test(line.text);
  return isHalf && (/[,;]/u.test(line.text) || line.text.split(' ').length <= 2);
}

/** "ordförande" and "sekreterare" without a colon are words of a wrapped cell. */
const isBareOffice = (label: Label): boolean =>
  !label.colon && (label.kind === 'chair' || label.kind === 'secretary');

function statusOf(label: Label): Participant['status'] {
  if (label.kind === 'absent') return 'absent';
  return label.kind === 'invited' ? 'invited' : 'present';
}

function isSamePerson(a: Participant, b: Participant): boolean {
  if (a.name === null || b.name === null)
    return a.name === b.name && a.affiliation === b.affiliation;
  return sameName(a.name, b.name);
}

/** Somebody listed twice is one entry: the first, completed by what the second adds. */
function mergePresent(present: readonly Participant[]): Participant[] {
  const merged: Participant[] = [];
  for (const person of present) {
    const known = merged.find((other) => isSamePerson(other, person));
    if (!known) merged.push(person);
    else {
      known.party ??= person.party;
      known.affiliation ??= person.affiliation;
      known.role ??= person.role;
      known.function ??= person.function;
      known.remark ??= person.remark;
    }
  }
  return merged;
}

const stripItemLetter = (text: string): string => text.replace(/^[a-hA-H][).]\s+(?=\p{L})/u, '');

/** "(S) Anna Ek, Nässjö" */
const PARTY_ENTRY = /^\(\p{L}{1,2}\)\s+\p{Lu}/u;
const NUMBERED_ENTRY = /^\d{1,2}[.)]\s+(?=\p{Lu})/u;

/** A line that can only be a list's next entry: a person, an organisation with its people, a group. */
function isEntry(line: FlowLine, note: Note): boolean {
  const text = officeInFront(
    line.text.replace(NUMBERED_ENTRY, '').replace(/^\(\p{L}{1,2}\)\s+/u, ''),
  ).rest;
  if (text.length > 160) return false;
  if (readGroupHeading(text) !== null) return true;
  if (organisationList(text) || isOrganisationHeading(line, note)) return true;
  const name = leadingName(text);
  if (name === null) return false;
  const rest = text.slice(name.length);
  const person = readPerson(text, note.known);
  if (person === null) return false;
  return (
    (rest === '' ||
      /^\s*[,(–-]/u.test(rest) ||
      line.cells.length > 1 ||
      (startsWithTitle(rest) && rest.split(' ').length < 8) ||
      note.known.organisations.has(rest.trim().toLowerCase())) &&
    !/[.!?]$/u.test(text.replace(/ordf\.$/u, ''))
  );
}

/** "Anna Berg utvecklingschef …", not "Anna Berg hälsas välkommen". */
function startsWithTitle(rest: string): boolean {
  const first = rest.trim().split(' ')[0] ?? '';
  return ROLE_WORD.test(first) || ROLE_QUALIFIERS.includes(first.toLowerCase());
}

/** "Kumla kommun" over bullets that name its people. */
function isOrganisationHeading(line: FlowLine, note: Note): boolean {
  const next = note.lines[line.at + 1];
  return (
    line.bullet === null &&
    next !== undefined &&
    next.bullet !== null &&
    line.text.length < 70 &&
    /^\p{Lu}[^.:;!?]+:?$/u.test(line.text) &&
    looksLikeOrganisation(line.text.replace(/:$/u, '')) &&
    readPerson(next.text, note.known)?.name != null
  );
}

const ORGANISATION_LIST = /^([^:,]{2,70}?)\s*:\s+(\S.*)$/u;

function organisationList(text: string): { organisation: string; people: string } | null {
  const match = ORGANISATION_LIST.exec(text);
  if (!match || readLabel(text) !== null) return null;
  const [, organisation = '', people = ''] = match;
  if (readGroupHeading(organisation)) return null;
  return leadingName(people) === null ? null : { organisation: organisation.trim(), people };
}

function cellsAfter(line: FlowLine, label: Label): FlowLine['cells'] {
  const at = line.cells.findIndex(
    (cell) => cell.text.startsWith(label.value) && label.value !== '',
  );
  return at > 0 ? line.cells.slice(at) : [{ text: label.value, x: 0 }];
}

interface Logical {
  lines: FlowLine[];
  text: string;
}

/** Reads the lines under one label: entries by line, in running lists, by organisation, or mixed. */
function readEntries(
  lines: readonly FlowLine[],
  note: Note,
  labelGroup: string | null,
): Participant[] {
  const participants: Participant[] = [];
  let group = labelGroup;
  const logical = toLogicalLines(lines, note).flatMap((entry) => partOrganisations(entry));
  const hasAttributes = logical.some(({ text }) => listHasAttributes(text, note.known));
  let organisation: string | null = null;
  let underHeading = false;
  for (const entry of logical) {
    const heading = readGroupHeading(entry.text);
    if (heading) {
      group = heading.group;
      organisation = null;
      continue;
    }
    const [first] = entry.lines;
    if (first && entry.lines.length === 1 && isOrganisationHeading(first, note)) {
      group = null;
      organisation = entry.text.replace(/:$/u, '');
      underHeading = true;
      continue;
    }
    const inGroup = /^([^:]{3,60}?)\s*:\s+(\S.*)$/u.exec(entry.text);
    const groupOfList = inGroup && readGroupHeading(inGroup[1] ?? '');
    const byOrganisation = groupOfList ? null : organisationList(entry.text);
    if (byOrganisation) organisation = byOrganisation.organisation;
    if (byOrganisation || entry.lines[0]?.bullet === null) underHeading = false;
    const text = groupOfList ? (inGroup[2] ?? '') : (byOrganisation?.people ?? entry.text);
    const people = readPeopleList(
      text,
      note.known,
      byOrganisation ? listHasAttributes(text, note.known) : hasAttributes,
    );
    for (const found of people) {
      const person = found.person;
      if ((byOrganisation || underHeading) && person.affiliation === null)
        person.affiliation = organisation;
      const where = linesOf(found.text, entry.lines);
      participants.push(
        toParticipant(person, groupOfList ? groupOfList.group : group, rangeOf(where)),
      );
    }
  }
  return participants;
}

/** "Arvika: Anna Ek. Eda: Per Lind, Siv Holm." is a list for each organisation. */
function partOrganisations(entry: Logical): Logical[] {
  const texts = entry.text.split(/(?<=[.;])\s+(?=\p{Lu}[^:.;]{1,40}:\s\p{Lu})/u);
  const areLists = texts.length > 1 && texts.every((text) => organisationList(text) !== null);
  if (!areLists) return [entry];
  return texts.map((text) => ({ ...entry, text: text.replace(/[.;]$/u, '') }));
}

/** Joins lines that one entry or one running list has wrapped over. */
function toLogicalLines(lines: readonly FlowLine[], note: Note): Logical[] {
  const logical: Logical[] = [];
  const byLine = hasPersonPerLine(lines, note);
  for (const line of lines) {
    if (line.text === '') continue;
    const printed =
      line.cells.length > 1 && line.bullet === null
        ? line.cells.map((cell) => cell.text).join(', ')
        : line.text;
    const text = printed.replace(NUMBERED_ENTRY, '');
    const open = logical.at(-1);
    const before = open?.lines.at(-1);
    if (open && before && wraps(before, line, note, byLine)) {
      open.lines.push(line);
    } else {
      logical.push({ lines: [line], text });
    }
  }
  for (const entry of logical) {
    if (entry.lines.length > 1) entry.text = joinFlow(entry.lines, note.flow);
  }
  return logical;
}

/** Most lines hold one person each: then a full line is no sign that its entry goes on. */
function hasPersonPerLine(lines: readonly FlowLine[], note: Note): boolean {
  const filled = lines.filter((line) => line.text !== '' && readGroupHeading(line.text) === null);
  const people = filled.map(
    (line) =>
      readPeopleList(line.text, note.known).filter(({ person }) => person.name !== null).length,
  );
  const single = filled.filter(
    (line, at) => people[at] === 1 && leadingName(line.text) !== null,
  ).length;
  return filled.length >= 3 && single >= filled.length * 0.7;
}

function wraps(before: FlowLine, line: FlowLine, note: Note, byLine: boolean): boolean {
  if (line.bullet !== null || readGroupHeading(line.text) || organisationList(line.text))
    return false;
  if (NUMBERED_ENTRY.test(line.text) || PARTY_ENTRY.test(line.text)) return false;
  if (isOrganisationHeading(line, note)) return false;
  // A list whose titles stand before the names: "…, oppositionsråd⏎Anna Ek (KD), …".
  if (
    officeInFront(before.text).office !== null &&
    ROLE_WORD.test(/,\s(\p{Ll}+)$/u.exec(before.text)?.[1] ?? '')
  )
    return true;
  if (/(?:[,;-]|(?<!\p{L})(?:och|samt|för|inom|av|vid|i))$/u.test(before.text)) return true;
  if (/^[\p{Ll}(]/u.test(line.text)) return true;
  if (readGroupHeading(before.text)) return false;
  if (byLine && leadingName(line.text) !== null) return false;
  if (breaksOffInName(before, line, note)) return true;
  const runningList = before.text.split(',').length > 2;
  const startsEntry =
    readPerson(line.text, note.known) !== null && (isName(line.text) || /[,(–]/u.test(line.text));
  return isFull(before, line) && (runningList || !startsEntry);
}

/** The source lines that hold an entry's words. */
function linesOf(text: string, lines: readonly FlowLine[]): FlowLine[] {
  const words = text.split(/[\s,()]+/u).filter((word) => word.length > 1);
  const holds = (line: FlowLine, word: string): boolean =>
    line.text.includes(word) || line.raw.includes(word);
  for (let size = 1; size <= lines.length; size += 1) {
    for (let from = 0; from + size <= lines.length; from += 1) {
      const window = lines.slice(from, from + size);
      if (words.every((word) => window.some((line) => holds(line, word)))) return window;
    }
  }
  return [...lines];
}

type PersonFields = Omit<Participant, 'side' | 'group' | 'status' | 'lines'>;

function toParticipant(
  person: PersonFields,
  group: string | null,
  lines: Participant['lines'],
): Participant {
  const { name, party, affiliation, role, function: part, remark } = person;
  return {
    name,
    party,
    affiliation,
    role,
    function: part,
    side: null,
    group,
    status: 'present',
    remark,
    lines,
  };
}
