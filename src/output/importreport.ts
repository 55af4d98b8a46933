/** What became of the files of an import: the summary, the report, the archive's state. */
import {
  type ArchiveStatus,
  type FileOutcome,
  type ImportResult,
  type ListedFile,
  type Loosened,
  type Outcome,
  OUTCOMES,
} from '../archive/index.js';
import { sanitise } from './sanitise.js';

const NAMES = Object.keys(OUTCOMES) as Outcome[];
const WIDTH = 12;

/** Counts by outcome, which add up to the files seen. */
export function summary(
  { counts, seen, stopped, gone, withdrawn }: ImportResult,
  path: string,
): string {
  const lines = countLines(counts);
  const total = `${String(seen).padStart(7)}  ${seen === 1 ? 'file' : 'files'} seen; the archive is ${sanitise(path)}`;
  if (gone.length > 0)
    lines.push(`${String(gone.length).padStart(7)}  (gone: here before; their notes are kept)`);
  if (withdrawn > 0)
    lines.push(
      `${String(withdrawn).padStart(7)}  (of meetings that were taken out: kept, not shown)`,
    );
  const note = stopped ? '\nStopped. Import again to go on where it was.\n' : '\n';
  return `${[...lines, total].join('\n')}${note}`;
}

function countLines(counts: Partial<Record<Outcome, number>>): string[] {
  return NAMES.filter((outcome) => counts[outcome]).map(
    (outcome) =>
      `${String(counts[outcome]).padStart(7)}  ${outcome.padEnd(WIDTH)}${OUTCOMES[outcome]}`,
  );
}

export function statusText(status: ArchiveStatus, files: readonly ListedFile[]): string {
  const period = status.from === null ? '' : `, ${status.from} to ${status.until ?? ''}`;
  const withdrawn = status.withdrawn === 0 ? '' : `, ${String(status.withdrawn)} taken out`;
  const head = [
    sanitise(status.path),
    `${counted(status.meetings, 'meeting', 'meetings')} of ${counted(status.bodies, 'body', 'bodies')}${period}${withdrawn}; ${counted(status.manual, 'entry', 'entries')} by hand`,
    `last import: ${status.lastImport ?? 'none was finished'}`,
    '',
    ...countLines(status.outcomes),
    `${String(status.files).padStart(7)}  ${status.files === 1 ? 'file' : 'files'}`,
    ...(status.gone > 0 ? [`${String(status.gone).padStart(7)}  of these are gone`] : []),
  ];
  const listed = files.map(
    ({ path, outcome, reason, advice, duplicateOf, gone }) =>
      `${(gone ? 'gone' : outcome).padEnd(WIDTH)}${sanitise(path)}${told(duplicateOf === null ? reason : `of ${duplicateOf}`)}${told(advice)}`,
  );
  return `${[...head, ...(listed.length > 0 ? ['', ...listed] : [])].join('\n')}\n`;
}

const told = (words: string | null): string =>
  words === null ? '' : `: ${sanitise(words).replace(/\.$/u, '')}`;

/** How many files that could not be read are named at the end of an import. */
const NAMED = 20;

/** One line for each file that could not be read, and where to find the rest. */
export function troubleLines(files: readonly FileOutcome[]): string {
  const lines = files
    .slice(0, NAMED)
    .map(({ path, reason, advice }) => `${sanitise(path)}${told(reason)}${told(advice)}\n`);
  const more = files.length - lines.length;
  return lines.join('') + (more > 0 ? `… and ${String(more)} more: sro status --files\n` : '');
}

/** In this order: a report is known again by its beginning. */
const COLUMNS = ['path', 'outcome', 'reason', 'advice', 'meeting', 'duplicateOf'];

/** One line a file: CSV where the report's name ends so, else NDJSON. */
export async function fileReport(outcomes: readonly FileOutcome[], name: string): Promise<string> {
  if (!/\.csv$/iu.test(name))
    return outcomes.map((outcome) => `${JSON.stringify(outcome, COLUMNS)}\n`).join('');
  const { stringify } = await import('csv-stringify/sync');
  return stringify([...outcomes], {
    header: true,
    delimiter: ';',
    bom: true,
    escape_formulas: true,
    columns: COLUMNS,
  });
}

/** Paths that were named and name nothing. */
export const missingLines = (paths: readonly string[]): string =>
  paths.map((path) => `${sanitise(path)}: there is nothing of that name\n`).join('');

/** Files that have gone since an earlier import. */
export function goneLines(paths: readonly string[]): string {
  const lines = paths.slice(0, NAMED).map((path) => `${sanitise(path)}: it is gone\n`);
  const more = paths.length - lines.length;
  return lines.join('') + (more > 0 ? `… and ${String(more)} more: sro status --files\n` : '');
}

/** What was entered by hand and no longer fits the notes: a person decides what becomes of it. */
export function looseLines({ loose, renamed, overtaken }: Loosened): string {
  return [
    ...renamed.map(
      ({ old, entry }) =>
        `${old} is now ${entry}: its task has been reworded; what was entered by hand follows it`,
    ),
    ...loose.map(
      ({ id, about, lines }) =>
        `${id} is no longer in the notes${about === null ? '' : ` (${about.meeting}: ${shortened(about.task)})`}; ` +
        `${counted(lines.length, 'entry by hand hangs', 'entries by hand hang')} on it: ${lines.map(({ action, date }) => `${action} ${date}`).join(', ')}; ` +
        `where it has become another one, say so: sro tie ${id} ID`,
    ),
    ...overtaken.map(
      ({ meeting, line, field, now }) =>
        `${meeting}: the note has changed under the correction of ${field}` +
        ` (now ${now === undefined ? 'nothing' : shortened(JSON.stringify(now))}); the correction stands until it is undone (sro undo ${String(line)})`,
    ),
  ]
    .map((line) => `${sanitise(line)}\n`)
    .join('');
}

const shortened = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);

const counted = (count: number, one: string, many: string): string =>
  `${String(count)} ${count === 1 ? one : many}`;
