/** The log for a Swedish Excel: UTF-8 with byte order mark, semicolons, formula cells made harmless. */
import { stringify } from 'csv-stringify/sync';
import type { LogEntry } from '../log/types.js';
import { deadlineWords, givenWords, lastWords, nextWords, statusWord } from './logtable.js';

const HEADINGS = [
  'Id',
  'Status',
  'Typ',
  'Organ',
  'Uppdrag',
  'Ansvariga',
  'Deadline',
  'Deadline senast',
  'Dagar över',
  'Givet',
  'Punkt',
  'Senaste händelse',
  'Väntas',
  'Historik',
];

export function logCsv(entries: readonly LogEntry[]): string {
  const rows = entries.map((entry) => [
    entry.id,
    statusWord(entry),
    entry.kind,
    entry.body ?? '',
    entry.task,
    entry.assignees.join(', '),
    deadlineWords(entry),
    entry.due?.latest ?? '',
    entry.daysOverdue ?? '',
    entry.meeting.date ?? '',
    givenWords(entry),
    lastWords(entry),
    nextWords(entry),
    entry.history.map(({ date, event }) => `${date ?? ''} ${event}`).join(' | '),
  ]);
  return stringify([HEADINGS, ...rows.map((row) => row.map(String))], {
    bom: true,
    delimiter: ';',
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}
