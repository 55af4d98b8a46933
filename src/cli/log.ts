/** `sro log`: the assignments, soonest deadline first. */
import { buildLog, type LogEntry } from '../index.js';
import { colourFor, widthOf } from '../output/colour.js';
import { type DataFormat, isDataFormat, writeData } from '../output/data.js';
import { logTable } from '../output/logtable.js';
import { type Context, EXIT, type ExitCode, write } from './context.js';
import { readAll } from './read.js';

export interface LogCommandOptions {
  format: DataFormat | 'table';
  overdue?: boolean;
  asOf?: string;
  kind: 'uppdrag' | 'atagande' | 'all';
  all?: boolean;
}

export async function logCommand(
  paths: readonly string[],
  options: LogCommandOptions,
  context: Context,
): Promise<ExitCode> {
  const { results, failed } = await readAll(paths, {}, context);
  const meetings = results.flatMap(({ meeting }) => (meeting ? [meeting] : []));
  const entries = choose(buildLog(meetings, { today: options.asOf ?? context.today }), options);
  if (isDataFormat(options.format))
    await write(context.stdout, await writeData(entries, options.format, false));
  else await write(context.stdout, tableOrSentence(entries, options, context, meetings.length));
  return failed ? EXIT.badInput : EXIT.done;
}

function choose(entries: readonly LogEntry[], options: LogCommandOptions): LogEntry[] {
  return entries.filter(
    (entry) =>
      (options.kind === 'all' || entry.kind === options.kind) &&
      (options.all === true || entry.status === 'open') &&
      (options.overdue !== true || entry.timing === 'overdue'),
  );
}

function tableOrSentence(
  entries: readonly LogEntry[],
  options: LogCommandOptions,
  context: Context,
  notes: number,
): string {
  const colour = colourFor(context.stdout, context.env);
  if (entries.length > 0) return logTable(entries, colour, widthOf(context.stdout, context.env));
  const what = options.overdue ? 'försenade' : options.all ? '' : 'öppna';
  const kind =
    options.kind === 'atagande'
      ? 'åtaganden'
      : options.kind === 'all'
        ? 'uppdrag eller åtaganden'
        : 'uppdrag';
  return `Inga ${[what, kind].filter((word) => word !== '').join(' ')} i ${notes} ${notes === 1 ? 'anteckning' : 'anteckningar'} per ${options.asOf ?? context.today}.\n`;
}
