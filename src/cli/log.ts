/** `sro log`: what was decided and who is to do what, from notes or from the archive. */
import {
  findExpiring,
  type LogEntry,
  type Meeting,
  type NoteResult,
  oneEach,
  readLog,
  type Suggestion,
} from '../index.js';
import { addDays } from '../dates/index.js';
import { colourFor, widthOf } from '../output/colour.js';
import { type DataFormat, isDataFormat } from '../output/data.js';
import { showExpiring } from '../output/details.js';
import { logTable } from '../output/logtable.js';
import { sanitise } from '../output/sanitise.js';
import { answer, putData } from './answer.js';
import { besideTheArchive, readingArchive } from './archive.js';
import { type Context, EXIT, type ExitCode, write } from './context.js';
import { readAll } from './read.js';
import { inOrder } from '../text/order.js';

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
  archive?: string;
}

/** Oldest file first, as in the archive: of two notes of one meeting that tell no version, the later one holds. */
export const meetingsOf = (results: readonly NoteResult[]): Meeting[] =>
  results
    .toSorted((a, b) => (a.modified ?? 0) - (b.modified ?? 0) || inOrder(a.path, b.path))
    .flatMap(({ meeting }) => (meeting ? [meeting] : []));

export async function logCommand(
  paths: readonly string[],
  options: LogCommandOptions,
  context: Context,
): Promise<ExitCode> {
  const today = options.asOf ?? context.today;
  if (paths.length > 0)
    return (
      (await besideTheArchive(options.archive, context)) ??
      logFromNotes(paths, options, context, today)
    );
  return readingArchive(options.archive, context, async (archive) => {
    const { bodiesNamed, logOf, meetingsOf: archived } = await import('../archive/index.js');
    const bodies = options.body === undefined ? null : bodiesNamed(archive, options.body);
    if (options.expiring) return writeExpiring(archived(archive), today, options, context, false);
    const query = {
      today,
      kind: options.kind,
      closed: options.all ?? false,
      overdue: options.overdue ?? false,
      since: options.since,
      until: options.until,
    };
    const log = logOf(archive, query);
    // Only a calendar tells of meetings to come.
    const meetings = options.format === 'ics' ? oneEach(archived(archive), today).meetings : [];
    return writeLog(
      { ...log, count: log.meetings, meetings, bodies },
      options,
      context,
      today,
      false,
    );
  });
}

async function logFromNotes(
  paths: readonly string[],
  options: LogCommandOptions,
  context: Context,
  today: string,
): Promise<ExitCode> {
  const { results, failed } = await readAll(paths, {}, context);
  const meetings = meetingsOf(results);
  if (options.expiring) return writeExpiring(meetings, today, options, context, failed);
  const log = readLog(meetings, { today });
  for (const { meeting, by } of log.superseded) {
    await write(
      context.stderr,
      `${sanitise(meeting.source.path)}: samma möte som ${sanitise(by.source.path)}, som gäller\n`,
    );
  }
  const count = meetings.length;
  const { meetings: leading } = oneEach(meetings, today);
  const bodies = options.body === undefined ? null : namesOfBodies(leading, options.body);
  return writeLog({ ...log, count, meetings: leading, bodies }, options, context, today, failed);
}

/** A log, wherever it came from. */
interface Shown {
  entries: readonly LogEntry[];
  suggestions: readonly Suggestion[];
  /** Notes that it was made from. */
  count: number;
  meetings: readonly Meeting[];
  /** Names of the bodies that were asked for; null for all. */
  bodies: readonly string[] | null;
}

/** By a part of the name, or of the name that the body has in full. */
const namesOfBodies = (meetings: readonly Meeting[], asked: string): string[] =>
  meetings.flatMap(({ body }) =>
    body && [body.name, body.fullName ?? ''].some((name) => hasWords(name, asked))
      ? [body.name]
      : [],
  );

const hasWords = (text: string, words: string): boolean =>
  text.toLowerCase().includes(words.toLowerCase());

async function writeLog(
  log: Shown,
  options: LogCommandOptions,
  context: Context,
  today: string,
  failed: boolean,
): Promise<ExitCode> {
  const entries = choose(log, options, today);
  if (isDataFormat(options.format)) await putData(entries, options.format, false, context);
  else await write(context.stdout, await render(entries, log, options, context, today));
  await writeSuggestions(log.suggestions, entries, options, context);
  // What is overdue is overdue, whatever else could not be read: stderr has told of that.
  if (options.exitCode && entries.some(({ timing }) => timing === 'overdue')) return EXIT.overdue;
  return failed ? EXIT.badInput : EXIT.done;
}

async function writeSuggestions(
  suggestions: readonly Suggestion[],
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
function choose({ entries, bodies }: Shown, options: LogCommandOptions, today: string): LogEntry[] {
  const { kind, all, overdue, within, assignee, since, until } = options;
  const given = (entry: LogEntry): string => entry.meeting.date ?? '';
  const tests: (Test | false)[] = [
    kind !== 'all' && ((entry) => entry.kind === kind),
    all !== true && ((entry) => entry.status === 'open'),
    overdue === true && ((entry) => entry.timing === 'overdue'),
    within !== undefined && ((entry) => endOf(entry) <= addDays(today, within)),
    assignee !== undefined && ((entry) => hasWords(entry.assignees.join(', '), assignee)),
    bodies !== null && ((entry) => entry.body !== null && bodies.includes(entry.body)),
    since !== undefined && ((entry) => given(entry) >= since),
    until !== undefined && ((entry) => given(entry) !== '' && given(entry) <= until),
  ];
  return entries.filter((entry) => tests.every((test) => test === false || test(entry)));
}

/** The end of the window, or of all days where there is none. */
const endOf = ({ due }: LogEntry): string => due?.latest ?? due?.earliest ?? '9999-12-31';

async function render(
  entries: readonly LogEntry[],
  { meetings, count }: Shown,
  options: LogCommandOptions,
  context: Context,
  today: string,
): Promise<string> {
  switch (options.format) {
    case 'csv':
      return (await import('../output/logcsv.js')).logCsv(entries);
    case 'md':
      return (await import('../output/logmarkdown.js')).logMarkdown(entries, today);
    case 'ics':
      return (await import('../output/logcalendar.js')).logCalendar(entries, meetings, today);
    case 'html':
      return (await import('../output/loghtml.js')).logHtml(entries, today);
    case 'table':
    case 'json':
    case 'ndjson':
    case 'yaml':
      return tableOrSentence(entries, options, context, count, today);
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
  const among = selection(options);
  return `Inga ${words} i ${notes} ${notes === 1 ? 'anteckning' : 'anteckningar'} per ${today}${among === '' ? '' : ` (urval: ${among})`}.\n`;
}

/** The options that narrowed the log: an empty answer to a misspelt name must not read as "there are none". */
const selection = ({ within, assignee, body, since, until }: LogCommandOptions): string =>
  Object.entries({ within, assignee, body, since, until })
    .flatMap(([name, value]) =>
      value === undefined
        ? []
        : [`--${name} ${sanitise(String(value))}${name === 'within' ? 'd' : ''}`],
    )
    .join(' ');

async function writeExpiring(
  meetings: readonly Meeting[],
  today: string,
  options: LogCommandOptions,
  context: Context,
  failed: boolean,
): Promise<ExitCode> {
  const found = findExpiring(meetings, today);
  await answer(found, options.format, false, context, () =>
    showExpiring(found, today, ...terminal(context)),
  );
  return failed ? EXIT.badInput : EXIT.done;
}

/** Colour and width of the terminal that the answer goes to. */
export const terminal = ({ stdout, env }: Context): [ReturnType<typeof colourFor>, number] => [
  colourFor(stdout, env),
  widthOf(stdout, env),
];
