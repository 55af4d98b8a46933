/** Which records an import changed, and how: field by field. */
import type { Archive } from './database.js';

export interface RecordChange {
  run: number;
  path: string;
  meeting: string;
  /** The file had changed, or the reader of this program. */
  cause: 'file' | 'parser';
  fields: { field: string; before: unknown; after: unknown }[];
}

interface ChangeRow {
  run: number;
  path: string;
  meeting: string;
  cause: 'file' | 'parser';
  before: string;
  after: string;
}

/** @param run number of an import; by default the last one that changed something */
export function changesOf(archive: Archive, run: number | null = null): RecordChange[] {
  const rows = archive.all<ChangeRow>(
    'SELECT * FROM changes WHERE run = coalesce(?, (SELECT max(run) FROM changes)) ORDER BY path',
    run,
  );
  return rows.map(({ before, after, ...row }) => ({
    run: row.run,
    path: row.path,
    meeting: row.meeting,
    cause: row.cause,
    fields: changedFields(before, after),
  }));
}

/** @param before a record as JSON @param after another one */
export const changedFields = (before: string, after: string): RecordChange['fields'] =>
  differences(JSON.parse(before) as unknown, JSON.parse(after) as unknown, '');

/** Fields that a change of the reader or of a name moves without changing what is said. */
const UNTOLD = /^(?:source\.|.*\.lines(?:\.|$))/u;

function differences(before: unknown, after: unknown, field: string): RecordChange['fields'] {
  if (UNTOLD.test(field) || JSON.stringify(before) === JSON.stringify(after)) return [];
  if (!isBranch(before) || !isBranch(after)) return [{ field, before, after }];
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) =>
    differences(before[key], after[key], field === '' ? key : `${field}.${key}`),
  );
}

const isBranch = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object';
