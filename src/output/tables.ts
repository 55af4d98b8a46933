/** The archive as tables for a Swedish Excel: UTF-8 with byte order mark, semicolons, formula cells made harmless. */
import { stringify } from 'csv-stringify/sync';
import type { Archive, Row } from '../archive/index.js';

const VIEWS = [
  'meetings',
  'agenda_items',
  'decisions',
  'assignments',
  'participants',
  'milestones',
  'signatories',
  'upcoming_meetings',
  'log',
  'history',
];

/** Name of the file → what it holds. */
const TABLES: Record<string, string> = {
  ...Object.fromEntries(VIEWS.map((name) => [name, `SELECT * FROM ${name}`])),
  files: `SELECT path, outcome, reason, advice, duplicate_of, gone IS NOT NULL AS gone,
    (SELECT meeting FROM notes WHERE notes.id = files.note) AS meeting FROM files ORDER BY path`,
  journal:
    'SELECT id, entered, date, action, target, value, person, why, undoes FROM journal ORDER BY id',
};

/** Columns that hold a JSON list of words. */
const LISTS = ['assignees'];

function asCells(row: Row): Row {
  const cells = { ...row };
  for (const name of LISTS)
    if (typeof cells[name] === 'string')
      cells[name] = (JSON.parse(cells[name]) as string[]).join(', ');
  return cells;
}

/** @returns CSV text by the name of what it shows */
export function exportTables(archive: Archive): Record<string, string> {
  return Object.fromEntries(
    Object.entries(TABLES).map(([name, query]) => [
      name,
      stringify(archive.all(query).map(asCells), {
        header: true,
        delimiter: ';',
        bom: true,
        escape_formulas: true,
        record_delimiter: 'windows',
      }),
    ]),
  );
}
