/** The foot of a note: signatures, who took the notes, meetings to come. It begins inside the last item's lines. */
import { type DateContext, findDates } from '../dates/index.js';
import type { Milestone, Signatory, UpcomingMeeting } from '../record/schema.js';
import type { FlowLine } from '../text/flowline.js';
import { pattern } from '../text/pattern.js';
import { gapAbove } from '../text/wrapping.js';
import { findNoteTaker, type NoteTaker } from '../sections/closing/notetaker.js';
import { isRule, namesIn } from '../sections/closing/signaturerows.js';
import { readActionList } from '../sections/assignments/actionlist.js';
import { findSignersInHead } from '../sections/closing/labelledsignatures.js';
import { findSignatures } from '../sections/closing/signatures.js';
import { readLabel } from '../sections/labels.js';
import { readComing } from '../sections/meetings/coming.js';
import { isMeetingListHeading, readNextMeeting } from '../sections/meetings/headings.js';
import { readPeopleList } from '../sections/people/list.js';
import { nameKey } from '../sections/people/name.js';
import { readMilestones } from '../sections/milestones/milestones.js';
import { readWheel } from '../sections/milestones/wheel.js';
import type { Note } from '../note/note.js';

export interface Closing {
  signatories: Signatory[];
  noteTaker: NoteTaker | null;
  meetings: UpcomingMeeting[];
  milestones: Milestone[];
}

/** Index of the first line of the foot, at the earliest `from`. */
export function findClosing(
  note: Note,
  from: number,
  people: readonly string[],
  dates: DateContext,
): number {
  const signatures = findSignatures(note, from, note.lines.length, people);
  for (let at = from; at < note.lines.length; at += 1) {
    const line = note.lines[at];
    if (!line || signatures?.start === at || beginsFoot(note, line, dates)) return at;
  }
  return note.lines.length;
}

function beginsFoot(note: Note, line: FlowLine, dates: DateContext): boolean {
  if (line.text.length > 200 || line.bullet !== null) return false;
  // "b) Kommande möten" heads a part of the item.
  if (/^[a-h]\)\s/iu.test(line.text)) return false;
  if (isRule(line.text) || /^underskrift(?:er)?:?$/iu.test(line.text)) return true;
  if (tellsOfComing(note, line, dates) || (gapAbove(line) > 1 && OF_NOTE.test(line.text)))
    return true;
  if (
    readNextMeeting(line.text) !== null &&
    findDates(line.text, dates).some((phrase) => phrase.problem !== undefined)
  )
    return true;
  const label = readLabel(line.text);
  if (label?.kind === 'adjuster') return true;
  if (label?.kind !== 'secretary' && !/^\(?(?:anteckn|vid |minnesanteckningar)/iu.test(line.text))
    return false;
  return findNoteTaker(note, line.at, line.at + 1) !== null;
}

/** Far below the last item: when the meeting was over, what has become of its notes. */
const OF_NOTE = pattern(
  String.raw`^(?:(?:mötet|sammanträdet|träffen)\s(?:avslut|slut|varade|pågick)|(?:\p{L}*anteckning(?:en|arna)|protokollet)\s(?:har|är|skickas|läggs|publiceras|justeras|godkänns)|(?:bilder|presentationer|bildspel)(?:na|et)?\s(?:från|finns))`,
);

/** "Nästa möte …", or a list of meetings under its heading or after it on the line. */
function tellsOfComing(note: Note, line: FlowLine, dates: DateContext): boolean {
  const heading = /^([^:]{4,60}):\s/u.exec(line.text)?.[1] ?? line.text;
  if (!isMeetingListHeading(heading) && readNextMeeting(line.text) === null) return false;
  const reference = dates.reference ?? '2000-01-01';
  const coming = readComing(note, line.at, note.lines.length, { ...dates, reference });
  return coming !== null && (coming.meetings.length > 0 || coming.milestones.length > 0);
}

/** "Nästa möte: torsdag 27 maj" above the items: some extraction writes a page's foot before the rest. */
export function readComingInHead(note: Note, to: number, dates: DateContext): UpcomingMeeting[] {
  const found: UpcomingMeeting[] = [];
  for (const line of note.lines.slice(0, to)) {
    if (note.claims.has(line.no) || readNextMeeting(line.text) === null) continue;
    const coming = readComing(note, line.at, Math.min(to, line.at + 1), dates);
    if (!coming || coming.meetings.length === 0) continue;
    found.push(...coming.meetings);
    note.claims.claim(coming.lines, 'upcomingMeetings');
  }
  return found;
}

/** Who signs on the first page, as boards' minutes are signed; read before the people, whose labels are the same words. */
export function readSignersInHead(note: Note, to: number): Signatory[] {
  const signatures = findSignersInHead(note, to);
  if (signatures) note.claims.claim(signatures.lines, 'signatories');
  return signatures?.signatories ?? [];
}

export function readClosing(
  note: Note,
  from: number,
  people: readonly string[],
  dates: DateContext,
): Closing {
  const closing: Closing = { signatories: [], noteTaker: null, meetings: [], milestones: [] };
  const to = note.lines.length;
  const signatures = findSignatures(note, from, to, people);
  if (signatures) {
    closing.signatories = signatures.signatories;
    note.claims.claim(signatures.lines, 'signatories');
  }
  closing.noteTaker = findNoteTaker(note, from, to);
  if (closing.noteTaker) note.claims.claim(closing.noteTaker.lines, 'noteTaker');
  for (let at = from; at < to; at += 1) {
    const line = note.lines[at];
    if (!line) break;
    if (isRule(line.text)) note.claims.claim(line, 'signatories');
    if (readAdjuster(note, line, closing)) continue;
    at = readComingAt(note, at, to, dates, closing) ?? at;
  }
  readRows(note, from, dates, closing);
  return closing;
}

/** Rows and sentences that give a date and what is to happen. */
function readRows(note: Note, from: number, dates: DateContext, closing: Closing): void {
  const isEnd = (line: FlowLine): boolean => note.claims.has(line.no);
  let at = from;
  for (const line of note.lines.slice(from)) {
    if (note.claims.has(line.no) || line.at < at) continue;
    // What is to be done until when is the list's, and read with it.
    at = readActionList(note, line.at, note.lines.length, isEnd)?.end ?? line.at;
    if (at > line.at) continue;
    const found = readMilestones(note, [line], { item: null, dates }, new Set());
    if (found.length > 0) note.claims.claim(line, 'milestones');
    closing.milestones.push(...found);
  }
}

function readComingAt(
  note: Note,
  at: number,
  to: number,
  dates: DateContext,
  closing: Closing,
): number | null {
  const line = note.lines[at];
  const wheel = readWheel(note, at, to, { item: null, dates });
  if (wheel) {
    closing.meetings.push(...wheel.meetings);
    closing.milestones.push(...wheel.milestones);
    note.claims.claim(note.lines.slice(at, wheel.end), 'milestones');
    return wheel.end - 1;
  }
  if (line && note.claims.has(line.no) && readNextMeeting(line.text) === null) return null;
  const coming = readComing(note, at, to, dates);
  if (!coming || (coming.meetings.length === 0 && coming.milestones.length === 0)) return null;
  closing.meetings.push(...coming.meetings);
  closing.milestones.push(...coming.milestones);
  note.claims.claim(coming.lines, 'upcomingMeetings');
  return coming.end - 1;
}

/** "2024-04-26 14:02" after a digital signature. */
const SIGNED_AT = /,?\s*\d{4}-\d\d-\d\d(?:,?\s+(?:kl\.?\s*)?\d{1,2}[.:]\d\d(?:[.:]\d\d)?)?$/u;

/** So many lines below the label may hold those who sign. */
const MOST_SIGNERS = 4;

/** The names after the label: beside it in cells of their own, or on the lines below. */
function signersAfter(
  note: Note,
  line: FlowLine,
  inline: string,
): { value: string; used: FlowLine[] } {
  const beside = line.cells.slice(1).map(({ text }) => text);
  if (inline !== '') return { value: beside.length > 1 ? beside.join('; ') : inline, used: [line] };
  const keys = new Set([...note.known.names].map((name) => nameKey(name)));
  const names: string[] = [];
  let used = [line];
  for (const next of note.lines.slice(line.at + 1, line.at + 1 + MOST_SIGNERS)) {
    const apart = namesIn(next, keys);
    const isKnown = apart?.every((name) => keys.has(nameKey(name))) ?? false;
    // Below the first name only others of the meeting's, and the times of their signatures.
    if (names.length > 0 && !isKnown && !SIGNED_AT.test(next.text)) break;
    const cells = apart ? apart.join('; ') : next.cells.map(({ text }) => text).join('; ');
    if (!isRule(next.text)) names.push(cells.replace(SIGNED_AT, ''));
    used = note.lines.slice(line.at, next.at + 1);
  }
  return { value: names.join('; '), used };
}

/** "Justerare: Anna Berg (S)" on the line or below it. */
function readAdjuster(note: Note, line: FlowLine, closing: Closing): boolean {
  const label = readLabel(line.text);
  if (label?.kind !== 'adjuster') return false;
  const { value, used } = signersAfter(note, line, label.value);
  const people = readPeopleList(value, note.known).filter(({ person }) => person.name !== null);
  note.claims.claim(people.length > 0 ? used : [line], 'signatories');
  for (const { person } of people) {
    if (person.name === null || closing.signatories.some((other) => other.name === person.name))
      continue;
    closing.signatories.push({
      name: person.name,
      role: person.role ?? person.function,
      organisation: person.affiliation,
    });
  }
  return people.length > 0;
}
