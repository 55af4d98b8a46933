/** A note's head: what the meeting was called, when and where it was. */
import type { Meeting } from '../../record/schema.js';
import { findDates, readTimes } from '../../dates/index.js';
import type { Note } from '../../note/note.js';
import type { Label } from '../labels.js';
import { chooseDate, ownDay } from './date.js';
import { readFields, readFreeDateLine } from './fields.js';
import { formOf, placeOf, withoutBreaks } from './place.js';
import { readTitle, type Title } from './title.js';

export interface Head {
  title: Title;
  date: string | null;
  startTime: string | null;
  endTime: string | null;
  place: string | null;
  form: Meeting['form'];
}

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
      .map(({ value }) => readTimes(withoutDays(withoutBreaks(value)), true))
      .find((found) => found !== null) ??
    (free ? readTimes(free.value) : null) ??
    // "Nätverksträff onsdag 24 maj 2023, 13.00–16.00": the meeting's own date line too.
    (ownDay(title.text) ? readTimes(withoutDays(title.text)) : null);
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
  for (const phrase of findDates(text, { reference: null, header: true }).toReversed()) {
    if (phrase.unit === 'day') text = `${text.slice(0, phrase.start)} , ${text.slice(phrase.end)}`;
  }
  return text;
}

const isTimed = (label: Label): boolean =>
  ['time', 'dateTime', 'timePlace', 'date'].includes(label.kind);
