/** The labelled lines of a note's head: date, time, place, form. */
import type { Meeting } from '../../record/schema.js';
import { type DatePhrase, findDates, readTimes } from '../../dates/index.js';
import { squeeze } from '../../text/normalise.js';
import { pattern } from '../../text/pattern.js';
import type { FlowLine } from '../../text/flow.js';
import { gapAbove } from '../../text/wrapping.js';
import { type Note, rangeOf } from '../../note/note.js';
import { type Label, readLabel } from '../labels.js';
import { reportProblem } from '../meetings.js';
import { readTitle, type Title } from './title.js';

export interface Head {
  title: Title;
  date: string | null;
  startTime: string | null;
  endTime: string | null;
  place: string | null;
  form: Meeting['form'];
}

interface Field {
  label: Label;
  value: string;
  lines: FlowLine[];
}

const OWN: readonly Label['kind'][] = ['date', 'dateTime', 'time', 'place', 'timePlace', 'form'];

/** @param to index of the first line after the head */
export function readHead(note: Note, to: number): Head {
  const title = readTitle(note, to);
  note.claims.claim(title.lines, 'title');
  const fields = readFields(note, to);
  for (const field of fields) note.claims.claim(field.lines, `head: ${field.label.kind}`);
  const free = readFreeDateLine(note, to, fields);
  const date = chooseDate(note, title, fields, free, to);
  const times =
    fields
      .filter(({ label }) => isTimed(label))
      .map(({ value }) => readTimes(withoutDays(value), true))
      .find((found) => found !== null) ?? (free ? readTimes(free.value) : null);
  const place = placeOf(fields, free);
  return {
    title,
    date,
    startTime: times?.start ?? null,
    endTime: times?.end ?? null,
    place,
    form: formOf(
      [
        place ?? '',
        ...fields.filter(({ label }) => label.kind === 'form').map(({ value }) => value),
      ].join(' '),
    ),
  };
}

/** A day's figures are no time of day. */
function withoutDays(value: string): string {
  let text = value;
  for (const phrase of findDates(text, { reference: null, header: true }).reverse()) {
    if (phrase.unit === 'day') text = `${text.slice(0, phrase.start)} , ${text.slice(phrase.end)}`;
  }
  return text;
}

const isTimed = (label: Label): boolean =>
  ['time', 'dateTime', 'timePlace', 'date'].includes(label.kind);

/** Labels and values, side by side, one above the other, or all labels before all values. */
function readFields(note: Note, to: number): Field[] {
  const fields: Field[] = [];
  const waiting: Field[] = [];
  for (let at = 0; at < to; at += 1) {
    const line = note.lines[at];
    if (!line || note.claims.of(line.no).includes('participants')) continue;
    const labels = labelsIn(line);
    if (labels.length === 0) {
      const taken =
        fillWaiting(waiting, line) ||
        (isContinuation(note, line, fields) && addTo(fields.at(-1), line));
      if (!taken) waiting.length = 0;
      continue;
    }
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
    const first = read[0];
    if (first?.value === '') return [{ ...first, value: cells.slice(1).join(', ') }];
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
  const at = waiting.findIndex((field) => fits(field.label, line.text));
  const field = waiting[at < 0 ? 0 : at];
  if (!field || (at < 0 && waiting.length > 1)) return false;
  field.value = line.text;
  field.lines.push(line);
  waiting.splice(at < 0 ? 0 : at, 1);
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
function isContinuation(note: Note, line: FlowLine, fields: readonly Field[]): boolean {
  const field = fields.at(-1);
  const before = field?.lines.at(-1);
  if (!field || before?.at !== line.at - 1 || field.value === '') return false;
  if (/,$|(?<!\p{L})(?:\p{L}*rum|sal|lokal|lokalen|hotell)$/iu.test(field.value)) return true;
  const isPlace = ['place', 'timePlace', 'form', 'dateTime', 'time'].includes(field.label.kind);
  return (
    isPlace && gapAbove(line) <= 0 && /^[\p{Ll}(]|^kl\b/u.test(line.text) && note.lines.length > 0
  );
}

function addTo(field: Field | undefined, line: FlowLine): boolean {
  if (!field) return false;
  field.value = `${field.value} ${line.text}`;
  field.lines.push(line);
  return true;
}

/** Words of a sentence: a date in one is no head's. */
const SENTENCE = pattern(
  String.raw`\p{Ll}{3}[.!?]\s+\p{L}|\b(?:är|var|har|hade|börjar|gäller|ska|skall|kommer|det|som|att|blev|blir|inte|när)\b`,
);

/** The day of the web page or of the file is not the meeting's. */
const PUBLISHED = pattern(
  String.raw`^(?:publicera[dt]|uppdatera[dt]|senast\s+(?:uppdaterad|ändrad|sparad)|skapa[dt]|utskriven|utskrivet|justera[dt]|fastställ[dt]|godkän[dt]|inlagd|nedladda[dt])\b`,
);

/** A date that stands without a label among the first lines: "Digitalt möte 13 juni 2023, kl. 9–12". */
function readFreeDateLine(note: Note, to: number, fields: readonly Field[]): Field | null {
  if (fields.some(({ label }) => label.kind === 'date' || label.kind === 'dateTime')) return null;
  for (const line of note.lines.slice(0, Math.min(to, 14))) {
    if (
      note.claims.has(line.no) ||
      readLabel(line.text) !== null ||
      line.text.length > 110 ||
      line.bullet !== null ||
      PUBLISHED.test(line.text)
    )
      continue;
    if (
      !/^(?:[\p{Lu}\d]|mån|tis|ons|tors|fre|lör|sön|den\s\d)/u.test(line.text) ||
      SENTENCE.test(line.text)
    )
      continue;
    const phrase = ownDay(line.text, note);
    if (!phrase || /[.!?]$/u.test(line.text.replace(/\d\.?$/u, ''))) continue;
    note.claims.claim(line, 'head: date');
    return {
      label: { kind: 'dateTime', word: '', value: line.text, colon: false },
      value: line.text,
      lines: [line],
    };
  }
  return null;
}

function ownDay(text: string, note: Note): DatePhrase | null {
  const context = { reference: null, header: true };
  return (
    findDates(text, context).find(
      (phrase) =>
        phrase.unit === 'day' &&
        phrase.lead !== 'by' &&
        phrase.lead !== 'before' &&
        note.lines.length > 0,
    ) ?? null
  );
}

/** The date label's date; else the time label's; else the title's. They complete and check one another. */
function chooseDate(
  note: Note,
  title: Title,
  fields: readonly Field[],
  free: Field | null,
  to: number,
): string | null {
  const sources: Field[] = [
    ...fields.filter(({ label }) => label.kind === 'date' || label.kind === 'dateTime'),
    ...fields.filter(({ label }) => label.kind === 'time' || label.kind === 'timePlace'),
    ...(title.text === ''
      ? []
      : [
          {
            label: { kind: 'date' as const, word: '', value: '', colon: false },
            value: title.text,
            lines: title.lines,
          },
        ]),
    ...(free ? [free] : []),
  ];
  const found: { date: string; field: Field }[] = [];
  for (const field of sources) {
    const phrase = ownDay(field.value, note);
    if (!phrase) {
      if (field.label.kind === 'date' && field.label.word !== '') reportUnreadable(note, field);
      continue;
    }
    reportProblem(phrase, field.lines, note);
    const date = phrase.earliest ?? completeYear(phrase, field.value, note, title, to);
    if (date !== null) found.push({ date, field });
  }
  const first = found[0];
  for (const other of found.slice(1)) {
    if (first && other.date !== first.date) {
      note.diagnostics.add(
        'date-contradiction',
        `The head gives ${first.date} and ${other.date}.`,
        rangeOf(other.field.lines),
      );
    }
  }
  return first?.date ?? null;
}

function reportUnreadable(note: Note, field: Field): void {
  note.diagnostics.add(
    'date-unreadable',
    `"${field.value.slice(0, 60)}" could not be read as a date.`,
    rangeOf(field.lines),
  );
}

/** A day without its year gets it from a year in the head or, failing that, from its weekday among the note's years. */
function completeYear(
  phrase: DatePhrase,
  value: string,
  note: Note,
  title: Title,
  to: number,
): string | null {
  if (phrase.problem) return null;
  const head = note.lines
    .slice(0, Math.max(to, 1))
    .filter((line) => readLabel(line.text)?.kind !== 'agenda')
    .map((line) => line.text);
  const headYears = yearsIn([title.text, ...head].join(' '));
  const candidates =
    headYears.length > 0
      ? headYears
      : weekdayIn(value)
        ? yearsIn(note.lines.map((line) => line.text).join(' '))
        : [];
  const fitting = candidates
    .map((year) =>
      findDates(value, { reference: null, header: true, listYear: year }).find(
        (other) => other.unit === 'day',
      ),
    )
    .filter((other) => other?.earliest && other.problem !== 'weekday-mismatch')
    .map((other) => other?.earliest ?? '');
  if (fitting.length > 0 && (headYears.length > 0 || fitting.length === 1))
    return fitting[0] ?? null;
  return null;
}

const weekdayIn = (text: string): boolean =>
  pattern(String.raw`\b(?:mån|tis|ons|tors|fre|lör|sön)dag`).test(text);

function yearsIn(text: string): number[] {
  const years = [...text.matchAll(/(?<![\d/.:-])((?:19|20)\d\d)(?![\d/:]|-\d\d-?\d{4})/gu)].map(
    (match) => Number(match[1]),
  );
  return [...new Set(years)];
}

/** The text of "Plats" or "Mötesform", or what else stands on the line of the date. */
function placeOf(fields: readonly Field[], free: Field | null): string | null {
  const own =
    fields.find(({ label }) => label.kind === 'place') ??
    fields.find(({ label }) => label.kind === 'form');
  if (own) return own.value.replace(/\.$/u, '');
  const mixed = ['timePlace', 'dateTime', 'date', 'time'].flatMap((kind) =>
    fields.filter(({ label }) => label.kind === kind),
  );
  return (
    [...mixed, ...(free ? [free] : [])]
      .map(({ value }) => restOf(value))
      .find((rest) => rest !== null) ?? null
  );
}

/** A head line without its date and times. */
function restOf(value: string): string | null {
  let text = value;
  for (const phrase of findDates(text, { reference: null, header: true }).reverse()) {
    if (phrase.unit === 'day' || phrase.unit === 'week')
      text = `${text.slice(0, phrase.start)} , ${text.slice(phrase.end)}`;
  }
  for (let times = readTimes(text, true); times; times = readTimes(text, true)) {
    text = `${text.slice(0, times.from)} , ${text.slice(times.to)}`;
  }
  const rest = squeeze(text.replaceAll(WEEKDAYS, ' ').replaceAll(/\(\s*,?\s*\)/gu, ' '))
    // "Skypemöte mellan 16.10 och 17.00": what led to the times goes with them.
    .replaceAll(/(?<!\p{L})(?:mellan|från|fram till|till|och)(?=\s*(?:,|$))/giu, '')
    .replaceAll(/(?:\s*[,;]\s*)+/gu, ', ')
    .replaceAll(/(?<!\p{L})(?:klockan|kl\.?|den|tid:?|datum:?|plats:?)(?!\p{L})/giu, '')
    .replaceAll(/\s{2,}/gu, ' ')
    .replace(/^[\s,.;:–-]+|[\s,.;:–-]+$/gu, '');
  const isPlace =
    rest.length >= 3 &&
    rest.length <= 110 &&
    /\p{L}{2}/u.test(rest) &&
    /\p{Lu}|digital|teams|länk|skype/iu.test(rest);
  return isPlace &&
    !SENTENCE.test(rest) &&
    !/[{}<>;=%]|beslut|närvarande/iu.test(rest) &&
    (DIGITAL.test(rest) || HYBRID.test(rest) || !MEETING.test(rest))
    ? rest
    : null;
}

/** "Protokoll fört vid möte med Åsens vägförening", "Styrelsemöte", "Elevråd": a line that names the meeting is no place. */
const MEETING = pattern(
  String.raw`^(?:\p{L}*protokoll|\p{L}*anteckningar)\b|^\p{L}*(?:råd|nämnd|utskott|nätverk|styrelse|stämma)$|^(?!fysiskt)\p{L}*möte(?:$|\s(?:med|i|för|av)\b)`,
);

const WEEKDAYS = new RegExp(
  pattern(String.raw`\b(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?\b`).source,
  'giu',
);

const DIGITAL = pattern(
  String.raw`(?:teams|skype|zoom|digital\p{L}*|distans\p{L}*|webb?möte|video\p{L}*|telefon\p{L}*|länk|google meet|webex|online|nätmöte)`,
);
const HYBRID = pattern(String.raw`hybrid`);
const MIXED = pattern(String.raw`\b(?:alternativt|eller|samt|och|/|\+|med möjlighet)\b`);

export function formOf(place: string): Meeting['form'] {
  if (place.trim() === '') return null;
  if (HYBRID.test(place)) return 'hybrid';
  if (!DIGITAL.test(place)) return 'in-person';
  const physical = squeeze(place.replaceAll(new RegExp(DIGITAL.source, 'giu'), '')).replaceAll(
    /\([^()]*\)|möte\p{L}*|via|microsoft|på|,/giu,
    '',
  );
  return /\p{Lu}\p{Ll}{2,}/u.test(physical) && (MIXED.test(place) || /,|\//u.test(place))
    ? 'hybrid'
    : 'digital';
}

/** A date in the file's name that the text contradicts. */
export function checkFileName(note: Note, date: string | null): void {
  const name = note.document.source.path.split('/').at(-1) ?? '';
  const printed = /(?<!\d)((?:19|20)\d\d)-?(\d\d)-?(\d\d)(?!\d)/u.exec(name);
  if (!printed || date === null) return;
  const named = `${printed[1] ?? ''}-${printed[2] ?? ''}-${printed[3] ?? ''}`;
  const isDay =
    Number(printed[2]) >= 1 &&
    Number(printed[2]) <= 12 &&
    Number(printed[3]) >= 1 &&
    Number(printed[3]) <= 31;
  if (isDay && named !== date) {
    note.diagnostics.add(
      'date-contradiction',
      `The file's name says ${named}, the text ${date}; the text counts.`,
      null,
    );
  }
}
