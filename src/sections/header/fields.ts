/** The labelled lines of a note's head, and the line that holds its date without a label. */
import { findDates, readTimes } from '../../dates/index.js';
import type { Note } from '../../note/note.js';
import type { FlowLine } from '../../text/flowline.js';
import { pattern } from '../../text/pattern.js';
import { gapAbove } from '../../text/wrapping.js';
import { type Label, readLabel } from '../labels.js';
import { ownDay } from './date.js';
import type { Field } from './field.js';

const OWN: readonly Label['kind'][] = ['date', 'dateTime', 'time', 'place', 'timePlace', 'form'];

/** Below it stands when the minutes were put up for the public to see, and taken down. */
const NOTICE = /^(?:anslag|bevis)(?:$|\s*[/:]|\s(?:om|och|anslag)(?!\p{L}))/iu;

/** Labels and values, side by side, one above the other, or all labels before all values. */
export function readFields(note: Note, to: number): Field[] {
  const fields: Field[] = [];
  const waiting: Field[] = [];
  let ofAdjusting = false;
  for (let at = 0; at < to; at += 1) {
    const line = note.lines[at];
    if (line && NOTICE.test(line.text)) break;
    if (!line || note.claims.of(line.no).includes('participants')) continue;
    const labels = labelsIn(line);
    if (labels.length === 0) {
      const taken =
        fillWaiting(waiting, line) || (isContinuation(line, fields) && addTo(fields.at(-1), line));
      if (!taken) waiting.length = 0;
      continue;
    }
    // "Justerare   Anna Ek" over "Plats och tid   Rådhuset 2014-04-24": where and when the minutes were adjusted.
    if (ofAdjusting && labels.some(({ kind }) => OWN.includes(kind))) continue;
    ofAdjusting = labels.some(({ kind }) => kind === 'adjuster');
    for (const label of labels) {
      if (!OWN.includes(label.kind)) {
        if (label.kind === 'caseNumber' || label.kind === 'agenda')
          note.claims.claim(line, `head: ${label.kind}`);
        continue;
      }
      const field = { label, value: label.value, lines: [line] };
      reportMisspelt(note, label, line);
      fields.push(field);
      if (label.value === '') waiting.push(field);
    }
  }
  return fields.filter(({ value }) => value !== '');
}

function reportMisspelt(note: Note, label: Label, line: FlowLine): void {
  if (label.misspelt)
    note.diagnostics.add('label-misspelt', `"${label.word}" was read as "${label.misspelt}".`, [
      line.no,
      line.no,
    ]);
}

/** "Datum: 3 maj   Tid: 13.00" holds two labels; "Datum   3 maj" a label and its value. */
function labelsIn(line: FlowLine): Label[] {
  const cells = line.cells.map((cell) => cell.text);
  const whole = readLabel(line.text);
  // "Tid  och plats: …": blanks inside a label part no cells.
  if (whole?.colon && whole.word.length > (cells[0]?.length ?? 0)) return [whole];
  if (cells.length > 1) {
    const read = cells.map((cell) => readLabel(cell));
    if (read.filter((label) => label?.colon).length > 1)
      return read.filter((label) => label !== null);
    // "Mötesdatum   Mötestid   Plats" over a row with as many values.
    if (read.every((label) => label?.value === '')) return read.filter((label) => label !== null);
    const first = read[0];
    if (first?.value === '') return [{ ...first, value: cells.slice(1).join(', ') }];
    // "Socialnämnden      Sammanträdesdatum 2016-09-19"
    const dated = read.find((label) => label?.kind === 'date' && label.value !== '');
    if (dated && !first) return [dated];
  }
  const label = readLabel(line.text) ?? readSpacedLabel(line.text);
  return label ? [label] : [];
}

/** "Plats Kommunhuset, sal B": in a head a label may do without its colon before a capital. */
function readSpacedLabel(text: string): Label | null {
  const match = /^(Plats|Lokal|Mötesform|Mötesplats)\s+(\p{Lu}.{2,100})$/u.exec(text);
  return match && !SENTENCE.test(text) ? readLabel(`${match[1] ?? ''}: ${match[2] ?? ''}`) : null;
}

function fillWaiting(waiting: Field[], line: FlowLine): boolean {
  if (fillRow(waiting, line)) return true;
  const at = waiting.findIndex((field) => fits(field.label, line.text));
  const field = waiting[at < 0 ? 0 : at];
  if (!field || (at < 0 && waiting.length > 1)) return false;
  field.value = line.text;
  field.lines.push(line);
  waiting.splice(at < 0 ? 0 : at, 1);
  return true;
}

/** Labels that stood side by side have their values side by side. */
function fillRow(waiting: Field[], line: FlowLine): boolean {
  const [first] = waiting;
  const areBeside =
    waiting.length > 1 && waiting.every((field) => field.lines[0] === first?.lines[0]);
  if (!areBeside || line.cells.length !== waiting.length) return false;
  for (const [at, field] of waiting.entries()) {
    field.value = line.cells[at]?.text ?? '';
    field.lines.push(line);
  }
  waiting.length = 0;
  return true;
}

function fits(label: Label, text: string): boolean {
  const hasDay = findDates(text, { reference: null, header: true }).some(
    (phrase) => phrase.unit === 'day',
  );
  if (label.kind === 'date' || label.kind === 'dateTime') return hasDay;
  if (label.kind === 'time') return readTimes(text, true) !== null;
  return !hasDay && readTimes(text) === null;
}

/** A place may wrap: the next line carries on in lower case or after a comma. */
function isContinuation(line: FlowLine, fields: readonly Field[]): boolean {
  const field = fields.at(-1);
  const before = field?.lines.at(-1);
  if (!field || before?.at !== line.at - 1 || field.value === '') return false;
  if (/,$|(?<!\p{L})(?:\p{L}*rum|sal|lokal|lokalen|hotell)$/iu.test(field.value)) return true;
  const isPlace = ['place', 'timePlace', 'form', 'dateTime', 'time'].includes(field.label.kind);
  if (isPlace && isBelowValue(before, line)) return true;
  return isPlace && gapAbove(line) <= 0 && /^[\p{Ll}(]|^kl\b/u.test(line.text);
}

/** "Tid och plats     13 oktober kl. 18.30", and where the value began, below it, "Församlingshemmet i Ösmarka". */
function isBelowValue(before: FlowLine, line: FlowLine): boolean {
  const [, value] = before.cells;
  const [cell] = line.cells;
  return (
    value !== undefined &&
    cell !== undefined &&
    line.cells.length === 1 &&
    gapAbove(line) <= 0 &&
    cell.x >= FAR_IN &&
    Math.abs(cell.x - value.x) <= 2 &&
    readLabel(line.text) === null
  );
}

/** Values of labels in a margin begin so many characters in, or further. */
const FAR_IN = 10;

function addTo(field: Field | undefined, line: FlowLine): boolean {
  if (!field) return false;
  field.value = `${field.value} ${line.text}`;
  field.lines.push(line);
  return true;
}

/** Words of a sentence: a date in one is no head's. */
export const SENTENCE = pattern(
  String.raw`\p{Ll}{3}[.!?]\s+\p{L}|\b(?:är|var|har|hade|börjar|gäller|ska|skall|kommer|det|som|att|blev|blir|inte|när)\b`,
);

/** The day of the web page or of the file is not the meeting's. */
const PUBLISHED = pattern(
  String.raw`^(?:publicera[dt]|uppdatera[dt]|senast\s+(?:uppdaterad|ändrad|sparad)|skapa[dt]|utskriven|utskrivet|justera[dt]|fastställ[dt]|godkän[dt]|inlagd|nedladda[dt])\b`,
);

/** "Utställningsdag: 24 maj": the day of something else. */
const OTHER_DAY = pattern(
  String.raw`^(?!\p{L}*(?:möte|träff|samman|datum|tid|dag\b))\p{L}[\p{L} ]{2,30}:\s|^\p{L}+(?<!mötes|(?:mån|tis|ons|tors|fre|lör|sön))dag:\s`,
);

/** "Uppföljning av punkter från förra mötet (2023-11-14)" */
const LAST_MEETING = pattern(
  String.raw`\b(?:förra|föregående|senaste)\s+(?:möte|träff|sammanträde|protokoll)`,
);

/** A date that stands without a label among the first lines: "Digitalt möte 13 juni 2023, kl. 9–12". */
export function readFreeDateLine(note: Note, to: number, fields: readonly Field[]): Field | null {
  if (fields.some(({ label }) => label.kind === 'date' || label.kind === 'dateTime')) return null;
  for (const line of note.lines.slice(0, Math.min(to, 14))) {
    if (
      note.claims.has(line.no) ||
      readLabel(line.text) !== null ||
      line.text.length > 110 ||
      line.bullet !== null ||
      PUBLISHED.test(line.text) ||
      OTHER_DAY.test(line.text) ||
      LAST_MEETING.test(line.text)
    )
      continue;
    if (
      !/^(?:[\p{Lu}\d]|mån|tis|ons|tors|fre|lör|sön|den\s\d)/u.test(line.text) ||
      SENTENCE.test(line.text)
    )
      continue;
    const phrase = ownDay(line.text);
    if (!phrase || /[.!?]$/u.test(line.text.replace(/\d\.?$/u, ''))) continue;
    const lines = [line, ...placeBelow(note, line, to)];
    note.claims.claim(lines, 'head: date');
    const value = lines.map(({ text }) => text).join(', ');
    return { label: { kind: 'dateTime', word: '', value, colon: false }, value, lines };
  }
  return null;
}

/** "Torsdagen den 6 februari 2020, kl. 8.15–10.30" over "Kommunhuset, sammanträdesrum Tallen". */
function placeBelow(note: Note, line: FlowLine, to: number): FlowLine[] {
  const below = note.lines[line.at + 1];
  const isPlace =
    below !== undefined &&
    below.at < to &&
    !note.claims.has(below.no) &&
    readLabel(below.text) === null &&
    below.bullet === null &&
    below.text.length < 80 &&
    (TIMES_FIRST.test(below.text) || (gapAbove(below) <= 0 && PLACE_WORD.test(below.text))) &&
    !/[.:!?]$|\(\p{Lu}{1,3}\)/u.test(below.text) &&
    !SENTENCE.test(below.text);
  return isPlace ? [below] : [];
}

/** "09.30 – 14.30, Kanalmagasinet": when on that day, and where. */
const TIMES_FIRST =
  /^(?:kl\.?\s?)?\d{1,2}[.:]\d\d\s?[–-]\s?\d{1,2}[.:]\d\d(?:$|,\s\p{L}[^.:;]{2,60}$)/iu;
const PLACE_WORD = pattern(
  String.raw`^\p{Lu}.*(?:hus(?:et)?|sal(?:en)?|\p{L}*rum(?:met)?|lokal(?:en)?|hotell(?:et)?|center|centrum|teams|zoom|skype|gatan\s\d+|vägen\s\d+|våning\s\d|plan\s\d)\b`,
);
