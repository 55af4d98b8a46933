/** The log as a table in Swedish that fits the terminal. */
import type { ChalkInstance } from 'chalk';
import type { LogEntry, Timing } from '../log/types.js';
import { columnWidths, layoutRow, wrap } from './columns.js';
import { sanitise } from './sanitise.js';

const STATUS: Record<Timing, string> = {
  overdue: 'försenad',
  due: 'pågår',
  upcoming: 'kommande',
  undated: 'utan datum',
};
export const EVENT: Record<LogEntry['history'][number]['event'], string> = {
  given: 'gavs',
  reported: 'rapporterades',
  rescheduled: 'ny tid',
  completed: 'slutfördes',
  cancelled: 'avbröts',
  reopened: 'återupptogs',
  noted: 'noterat',
};
const BASIS = { deadline: 'senast', meeting: 'möte', milestone: 'hållpunkt' } as const;

export function statusWord(entry: LogEntry): string {
  if (entry.status === 'done') return 'klar';
  if (entry.status === 'cancelled') return 'avbruten';
  return entry.timing === null ? 'öppen' : STATUS[entry.timing];
}

/** The deadline as it was worded, and as a date. */
export function deadlineWords(entry: LogEntry): string {
  if (entry.due === null) return 'inget datum';
  const date =
    entry.due.latest ?? (entry.due.earliest === null ? null : `från ${entry.due.earliest}`);
  const over =
    entry.daysOverdue === null
      ? ''
      : `, ${entry.daysOverdue} ${entry.daysOverdue === 1 ? 'dag' : 'dagar'} över`;
  return date === null
    ? `”${entry.due.text}”`
    : `${date}${over} (”${entry.due.text}”${entry.due.inferred ? ', år antaget' : ''})`;
}

export function givenWords(entry: LogEntry): string {
  const date = entry.meeting.date ?? 'odaterat möte';
  const number = entry.item.number === null ? '' : ` § ${entry.item.number}`;
  return `${entry.body ?? 'okänt organ'} ${date}${number}${entry.item.title === null ? '' : ` ${entry.item.title}`}`;
}

export function lastWords(entry: LogEntry): string {
  const last = entry.history.at(-1);
  return last ? `${EVENT[last.event]} ${last.date ?? ''}`.trim() : '';
}

export function nextWords(entry: LogEntry): string {
  return entry.nextExpected
    ? `${entry.nextExpected.date} (${BASIS[entry.nextExpected.basis]})`
    : '–';
}

const COLUMNS = [
  { heading: 'Status', width: 10 },
  { heading: 'Id', width: 6 },
  { heading: 'Deadline', width: null, weight: 2 },
  { heading: 'Uppdrag', width: null, weight: 4 },
  { heading: 'Vem', width: null, weight: 2 },
  { heading: 'Gavs', width: null, weight: 2 },
  { heading: 'Senast', width: 13 },
  { heading: 'Väntas', width: 11 },
];
/** Below this width entries are written as paragraphs. */
const NARROW = 116;

export function logTable(
  entries: readonly LogEntry[],
  colour: ChalkInstance,
  width: number,
): string {
  return width < NARROW ? paragraphs(entries, colour, width) : table(entries, colour, width);
}

function cellsOf(entry: LogEntry): string[] {
  const who = entry.assignees.length > 0 ? entry.assignees.join(', ') : '–';
  return [
    statusWord(entry),
    entry.id,
    deadlineWords(entry),
    entry.task,
    who,
    givenWords(entry),
    lastWords(entry),
    nextWords(entry),
  ].map((cell) => sanitise(cell));
}

function painter(entry: LogEntry, colour: ChalkInstance): (text: string, column: number) => string {
  return (text, column) => {
    if (column > 0) return column === 1 ? colour.dim(text) : text;
    if (entry.status !== 'open') return colour.dim(text);
    return {
      overdue: colour.red.bold,
      due: colour.yellow,
      upcoming: colour.green,
      undated: colour.magenta,
    }[entry.timing ?? 'undated'](text);
  };
}

function table(entries: readonly LogEntry[], colour: ChalkInstance, width: number): string {
  const widths = columnWidths(COLUMNS, width);
  const head = layoutRow(
    COLUMNS.map((column) => column.heading),
    widths,
    (text) => colour.bold(text),
  );
  const rows = entries.map((entry) => layoutRow(cellsOf(entry), widths, painter(entry, colour)));
  return `${[head, ...rows].join('\n')}\n`;
}

function paragraphs(entries: readonly LogEntry[], colour: ChalkInstance, width: number): string {
  return entries
    .map((entry) => {
      const [
        status = '',
        id = '',
        deadline = '',
        task = '',
        who = '',
        given = '',
        last = '',
        next = '',
      ] = cellsOf(entry);
      const lines = wrap(task, width - 2).map((line) => `  ${line}`);
      const facts = [
        `Deadline: ${deadline}`,
        `Vem: ${who}`,
        `Gavs: ${given}`,
        `Senast: ${last}`,
        `Väntas: ${next}`,
      ];
      return [
        `${painter(entry, colour)(status, 0)}  ${colour.dim(id)}`,
        ...lines,
        ...facts.flatMap((fact) => wrap(fact, width - 2)).map((line) => `  ${line}`),
      ].join('\n');
    })
    .join('\n\n')
    .concat('\n');
}
