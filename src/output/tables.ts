/** The archive as tables for a Swedish Excel: UTF-8 with byte order mark, semicolons, formula cells made harmless. */
import { stringify } from 'csv-stringify/sync';
import type { Archive } from '../archive/index.js';

const TABLES = [
  'meetings',
  'agenda_items',
  'decisions',
  'assignments',
  'participants',
  'milestones',
];

/** @returns CSV text by the name of the view that it shows */
export function exportTables(archive: Archive): Record<string, string> {
  return Object.fromEntries(
    TABLES.map((name) => [
      name,
      stringify(archive.all(`SELECT * FROM ${name}`), {
        header: true,
        delimiter: ';',
        bom: true,
        escape_formulas: true,
        record_delimiter: 'windows',
      }),
    ]),
  );
}
