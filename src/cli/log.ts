/** `sro log`, `sro show`, `sro matter`, `sro audit`: what was decided, how far it has come, and whether all is there. */
import {
  audit,
  findExpiring,
  findMatter,
  type LogEntry,
  type Meeting,
  type NoteResult,
  readLog,
  sentencesIn,
} from '../index.js';
import { addDays } from '../dates/index.js';
import { colourFor, widthOf } from '../output/colour.js';
import { type DataFormat, isDataFormat, writeData } from '../output/data.js';
import { showAudit, showEntry, showExpiring, showMatter } from '../output/details.js';
import { logTable } from '../output/logtable.js';
import { sanitise } from '../output/sanitise.js';
import { type Context, EXIT, type ExitCode, write } from './context.js';
import { readAll } from './read.js';

export interface LogCommandOptions {
  format: DataFormat | 'table' | 'csv' | 'md' | 'ics' | 'html';
  overdue?: boolean;
  asOf?: string;
  kind: 'uppdrag' | 'atagande' | 'all';
  all?: boolean;
  within?: number;
  assignee?: string;
  body?: string;
  since?: string;
  until?: string;
  expiring?: boolean;
  exitCode?: boolean;
}

const meetingsOf = (results: readonly NoteResult[]): Meeting[] =>
  results.flatMap(({ meeting }) => (meeting ? [meeting] : []));

export async function logCommand(
  paths: readonly string[],
  options: LogCommandOptions,
  context: Context,
): Promise<ExitCode> {
  const { results, failed } = await readAll(paths, {}, context);
  const meetings = meetingsOf(results);
  const today = options.asOf ?? context.today;
  if (options.expiring) return writeExpiring(meetings, today, options, context, failed);
  const log = readLog(meetings, { today });
  for (const { meeting, by } of log.superseded) {
    await write(
      context.stderr,
      `${sanitise(meeting.source.path)}: samma möte som ${sanitise(by.source.path)}, som gäller\n`,
    );
  }
  const entries = choose(log.entries, options, today);
  await write(context.stdout, await render(entries, meetings, options, context, today));
  await writeSuggestions(log.suggestions, entries, options, context);
  if (failed) return EXIT.badInput;
  return options.exitCode && entries.some(({ timing }) => timing === 'overdue')
    ? EXIT.overdue
    : EXIT.done;
}

async function writeSuggestions(
  suggestions: ReturnType<typeof readLog>['suggestions'],
  entries: readonly LogEntry[],
  options: LogCommandOptions,
  context: Context,
): Promise<void> {
  if (options.format !== 'table') return;
  const shown = new Set(entries.map(({ id }) => id));
  for (const { id, meeting, item, score } of suggestions.filter((one) => shown.has(one.id))) {
    await write(
      context.stderr,
      `förslag: ${id} kan höra ihop med ${sanitise(meeting)}, ”${sanitise(item)}” (${score})\n`,
    );
  }
}

type Test = (entry: LogEntry) => boolean;

/** Each option is one test; an entry is shown where all that were asked for hold. */
function choose(
  entries: readonly LogEntry[],
  options: LogCommandOptions,
  today: string,
): LogEntry[] {
  const { kind, all, overdue, within, assignee, body, since, until } = options;
  const has = (text: string, words: string): boolean =>
    text.toLowerCase().includes(words.toLowerCase());
  const given = (entry: LogEntry): string => entry.meeting.date ?? '';
  const tests: (Test | false)[] = [
    kind !== 'all' && ((entry) => entry.kind === kind),
    all !== true && ((entry) => entry.status === 'open'),
    overdue === true && ((entry) => entry.timing === 'overdue'),
    within !== undefined && ((entry) => endOf(entry) <= addDays(today, within)),
    assignee !== undefined && ((entry) => has(entry.assignees.join(', '), assignee)),
    body !== undefined && ((entry) => has(entry.body ?? '', body)),
    since !== undefined && ((entry) => given(entry) >= since),
    until !== undefined && ((entry) => given(entry) !== '' && given(entry) <= until),
  ];
  return entries.filter((entry) => tests.every((test) => test === false || test(entry)));
}

/** The end of the window, or of all days where there is none. */
const endOf = ({ due }: LogEntry): string => due?.latest ?? due?.earliest ?? '9999-12-31';

async function render(
  entries: readonly LogEntry[],
  meetings: readonly Meeting[],
  options: LogCommandOptions,
  context: Context,
  today: string,
): Promise<string> {
  const { format } = options;
  if (isDataFormat(format)) return writeData(entries, format, false);
  switch (format) {
    case 'csv':
      return (await import('../output/logcsv.js')).logCsv(entries);
    case 'md':
      return (await import('../output/logmarkdown.js')).logMarkdown(entries, today);
    case 'ics':
      return (await import('../output/logcalendar.js')).logCalendar(entries, meetings, today);
    case 'html':
      return (await import('../output/loghtml.js')).logHtml(entries, today);
    case 'table':
      return tableOrSentence(entries, options, context, meetings.length, today);
  }
}

function tableOrSentence(
  entries: readonly LogEntry[],
  options: LogCommandOptions,
  context: Context,
  notes: number,
  today: string,
): string {
  const colour = colourFor(context.stdout, context.env);
  if (entries.length > 0) return logTable(entries, colour, widthOf(context.stdout, context.env));
  const what = options.overdue ? 'försenade' : options.all ? '' : 'öppna';
  const kind = { uppdrag: 'uppdrag', atagande: 'åtaganden', all: 'uppdrag eller åtaganden' }[
    options.kind
  ];
  const words = [what, kind].filter((word) => word !== '').join(' ');
  return `Inga ${words} i ${notes} ${notes === 1 ? 'anteckning' : 'anteckningar'} per ${today}.\n`;
}

async function writeExpiring(
  meetings: readonly Meeting[],
  today: string,
  options: LogCommandOptions,
  context: Context,
  failed: boolean,
): Promise<ExitCode> {
  const found = findExpiring(meetings, today);
  const text = isDataFormat(options.format)
    ? await writeData(found, options.format, false)
    : showExpiring(found, today, ...terminal(context));
  await write(context.stdout, text);
  return failed ? EXIT.badInput : EXIT.done;
}

/** Colour and width of the terminal that the answer goes to. */
const terminal = ({ stdout, env }: Context): [ReturnType<typeof colourFor>, number] => [
  colourFor(stdout, env),
  widthOf(stdout, env),
];

export interface ReadOnlyOptions {
  format: DataFormat | 'text';
  asOf?: string;
}

export async function showCommand(
  id: string,
  paths: readonly string[],
  options: ReadOnlyOptions,
  context: Context,
): Promise<ExitCode> {
  const { results, failed } = await readAll(paths, {}, context);
  const { entries } = readLog(meetingsOf(results), { today: options.asOf ?? context.today });
  const found = entries.filter((entry) => entry.id === id);
  const near = found.length > 0 ? found : entries.filter((entry) => entry.id.startsWith(id));
  const [entry] = near;
  if (!entry || near.length > 1) {
    const why =
      near.length > 1
        ? `flera uppdrag börjar på ${id}: ${near.map((one) => one.id).join(', ')}`
        : `inget uppdrag har id ${id}`;
    await write(context.stderr, `sro show: ${sanitise(why)}\n`);
    return EXIT.badInput;
  }
  const text =
    options.format === 'text'
      ? showEntry(entry, ...terminal(context))
      : await writeData([entry], options.format, true);
  await write(context.stdout, text);
  return failed ? EXIT.badInput : EXIT.done;
}

export async function matterCommand(
  query: string,
  paths: readonly string[],
  options: ReadOnlyOptions,
  context: Context,
): Promise<ExitCode> {
  const { results, failed } = await readAll(paths, {}, context);
  const steps = findMatter(meetingsOf(results), query);
  const text =
    options.format === 'text'
      ? showMatter(steps, query, ...terminal(context))
      : await writeData(steps, options.format, false);
  await write(context.stdout, text);
  return failed ? EXIT.badInput : EXIT.done;
}

export async function auditCommand(
  paths: readonly string[],
  options: ReadOnlyOptions,
  context: Context,
): Promise<ExitCode> {
  const { results, failed } = await readAll(paths, {}, context);
  const texts = results.flatMap(({ meeting, document }) =>
    meeting && document ? [{ meeting, sentences: sentencesIn(document) }] : [],
  );
  const rows = audit(texts);
  const text =
    options.format === 'text'
      ? showAudit(rows, ...terminal(context))
      : await writeData(rows, options.format, false);
  await write(context.stdout, text);
  return failed || rows.some(({ where }) => where === 'unexplained') ? EXIT.badInput : EXIT.done;
}
