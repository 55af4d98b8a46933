/** The meeting's date: its labelled line, its title, or the line that holds it, each completed by the others. */
import { type DatePhrase, findDates } from '../../dates/index.js';
import { pattern } from '../../text/pattern.js';
import { type Note, rangeOf } from '../../note/note.js';
import { readLabel } from '../labels.js';
import { reportProblem } from '../meetings/days.js';
import type { Field } from './field.js';
import type { Title } from './title.js';

/** The day that a line of the head gives as its own: no deadline. */
export function ownDay(text: string): DatePhrase | null {
  const context = { reference: null, header: true };
  return (
    findDates(text, context).find(
      (phrase) => phrase.unit === 'day' && phrase.lead !== 'by' && phrase.lead !== 'before',
    ) ?? null
  );
}

/** "Datum för mötet", where "Datum" on a letterhead is the day of writing. */
const OF_MEETING = /mötet?|mötes|sammanträde/iu;

interface DayOf {
  /** yyyy-mm-dd */
  date: string;
  field: Field;
}

/**
 * The date label's date; else the time label's; else the title's. They complete and check one another.
 *
 * @param to the line below the head
 * @returns yyyy-mm-dd, or null where no line gives a whole date
 */
export function chooseDate(
  note: Note,
  title: Title,
  fields: readonly Field[],
  free: Field | null,
  to: number,
): string | null {
  const found = [...byWeight(title, fields), ...(free ? [free] : [])]
    .map((field) => readDay(note, title, field, to))
    .filter((day) => day !== null);
  reportContradictions(note, found);
  return found[0]?.date ?? null;
}

/** The fields that may hold the day, the one to be believed first. */
function byWeight(title: Title, fields: readonly Field[]): Field[] {
  const dated = fields.filter(({ label }) => label.kind === 'date' || label.kind === 'dateTime');
  const timed = fields.filter(({ label }) => label.kind === 'time' || label.kind === 'timePlace');
  const ofMeeting = (field: Field): boolean => OF_MEETING.test(field.label.word);
  return [
    ...dated.filter(ofMeeting),
    ...dated.filter((field) => !ofMeeting(field)),
    ...timed,
    ...(title.text === '' ? [] : [asField(title)]),
  ];
}

const asField = ({ text, lines }: Title): Field => ({
  label: { kind: 'date', word: '', value: '', colon: false },
  value: text,
  lines,
});

function readDay(note: Note, title: Title, field: Field, to: number): DayOf | null {
  const phrase = ownDay(field.value);
  if (!phrase) {
    if (field.label.kind === 'date' && field.label.word !== '') reportUnreadable(note, field);
    return null;
  }
  reportProblem(phrase, field.lines, note);
  const date = phrase.earliest ?? completeYear(phrase, field.value, note, title, to);
  return date === null ? null : { date, field };
}

function reportContradictions(note: Note, [first, ...others]: readonly DayOf[]): void {
  for (const { date, field } of others) {
    if (!first || date === first.date) continue;
    note.diagnostics.add(
      'date-contradiction',
      `The head gives ${first.date} and ${date}.`,
      rangeOf(field.lines),
    );
  }
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
