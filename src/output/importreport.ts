/** What became of the files of an import: the summary, the report, the archive's state. */
import { type FileOutcome, type ImportResult, type Outcome, OUTCOMES } from '../archive/index.js';
import type { ArchiveStatus } from '../archive/index.js';
import { sanitise } from './sanitise.js';

const NAMES = Object.keys(OUTCOMES) as Outcome[];
const WIDTH = 12;

/** Counts by outcome, which add up to the files seen. */
export function summary({ counts, seen, stopped }: ImportResult): string {
  const lines = countLines(counts);
  const total = `${String(seen).padStart(7)}  files seen`;
  const note = stopped ? '\nStopped. Import again to go on where it was.\n' : '\n';
  return `${[...lines, total].join('\n')}${note}`;
}

function countLines(counts: Partial<Record<Outcome, number>>): string[] {
  return NAMES.filter((outcome) => counts[outcome]).map(
    (outcome) =>
      `${String(counts[outcome]).padStart(7)}  ${outcome.padEnd(WIDTH)}${OUTCOMES[outcome]}`,
  );
}

export function statusText(status: ArchiveStatus, files: readonly FileOutcome[]): string {
  const period = status.from === null ? '' : `, ${status.from} to ${status.until ?? ''}`;
  const head = [
    sanitise(status.path),
    `${String(status.meetings)} meetings of ${String(status.bodies)} bodies${period}; ${String(status.manual)} entries by hand`,
    `last import: ${status.lastImport ?? 'none was finished'}`,
    '',
    ...countLines(status.outcomes),
    `${String(status.files).padStart(7)}  files`,
  ];
  const listed = files.map(
    ({ path, outcome, reason, advice, duplicateOf }) =>
      `${outcome.padEnd(WIDTH)}${sanitise(path)}${told(duplicateOf === null ? reason : `of ${duplicateOf}`)}${told(advice)}`,
  );
  return `${[...head, ...(listed.length > 0 ? ['', ...listed] : [])].join('\n')}\n`;
}

const told = (words: string | null): string => (words === null ? '' : `: ${sanitise(words)}`);

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

/** One line a file: CSV where the report's name ends so, else NDJSON. */
export async function fileReport(outcomes: readonly FileOutcome[], name: string): Promise<string> {
  if (!/\.csv$/iu.test(name))
    return outcomes.map((outcome) => `${JSON.stringify(outcome)}\n`).join('');
  const { stringify } = await import('csv-stringify/sync');
  return stringify([...outcomes], {
    header: true,
    delimiter: ';',
    bom: true,
    escape_formulas: true,
    columns: ['path', 'outcome', 'reason', 'advice', 'meeting', 'duplicateOf'],
  });
}

export const overtakenWords = (correction: ImportResult['overtaken'][number]): string =>
  `${correction.meeting}: the note has changed under the correction of ${correction.field}; the correction stands until it is undone`;
