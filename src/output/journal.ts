/** The journal of what persons entered, for people: one line each, and what became of it. */
import type { ChalkInstance } from 'chalk';
import type { ListedLine } from '../archive/index.js';
import { WHOLE } from '../archive/withdrawn.js';
import { wrap } from './columns.js';
import { dateWindowSchema } from '../record/schema.js';
import { sanitise } from './sanitise.js';

const ACTION: Record<ListedLine['action'], string> = {
  done: 'slutfört',
  reopen: 'återupptaget',
  cancel: 'avbrutet',
  reschedule: 'ny tid',
  note: 'noterat',
  tie: 'hör ihop med',
  untie: 'hör inte ihop med',
  fix: 'rättat',
  undo: 'återtog rad',
};

export function showJournal(
  lines: readonly ListedLine[],
  colour: ChalkInstance,
  width: number,
): string {
  if (lines.length === 0) return 'Inget är infört för hand.\n';
  return lines.map((line) => showLine(line, colour, width)).join('');
}

const INDENT = '      ';

function showLine(line: ListedLine, colour: ChalkInstance, width: number): string {
  const void_ = line.undoneBy === null ? '' : ` (återtagen av rad ${String(line.undoneBy)})`;
  const head = `${String(line.id).padStart(4)}  ${line.date}  ${colour.cyan(sanitise(line.target))}  ${journalWords(line)}${colour.yellow(void_)}`;
  const who = [line.person, line.why].filter((words) => words !== null && words !== '').join(': ');
  const more = who === '' ? [] : wrap(sanitise(who), width - INDENT.length);
  return [head, ...more.map((words) => colour.dim(INDENT + words))].join('\n').concat('\n');
}

/** What a line says was done, and with what: "ny tid senast i maj 2027". */
export function journalWords({ action, value, undoes }: ListedLine): string {
  if (action === 'fix' && (value as { field?: unknown } | null)?.field === WHOLE) return 'uttaget';
  return `${ACTION[action]} ${sanitise(valueWords(action, value, undoes))}`.trimEnd();
}

function valueWords(action: ListedLine['action'], value: unknown, undoes: number | null): string {
  if (action === 'undo') return String(undoes ?? '');
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (action !== 'fix') return valueText(value);
  const { field, value: now } = value as { field: string; value: unknown };
  return `${field}: ${valueText(now)}`;
}

/** A value of a record for people: a deadline by its words, else as JSON. */
export function valueText(value: unknown): string {
  const window = dateWindowSchema.safeParse(value);
  if (!window.success) return JSON.stringify(value);
  const { text, earliest, latest } = window.data;
  const days = earliest === latest ? earliest : `${earliest ?? ''}/${latest ?? ''}`;
  return days === null || days === text ? text : `”${text}” (${days})`;
}
