/** One assignment with its history, one matter's timeline, agreements that run out, the audit: for people. */
import type { ChalkInstance } from 'chalk';
import type { AuditRow } from '../log/audit.js';
import type { Expiring } from '../log/expiring.js';
import type { MatterStep } from '../log/matter.js';
import type { LogEntry } from '../log/types.js';
import { wrap } from './columns.js';
import { deadlineWords, EVENT, givenWords, nextWords, statusWord } from './logtable.js';
import { sanitise } from './sanitise.js';

const place = (path: string | null, lines: [number, number] | null): string =>
  path === null || lines === null
    ? ''
    : `${path}:${lines[0]}${lines[1] > lines[0] ? `-${lines[1]}` : ''}`;

const indent = (text: string, width: number, by: string): string[] =>
  wrap(sanitise(text), width - by.length).map((line) => by + line);

export function showEntry(entry: LogEntry, colour: ChalkInstance, width: number): string {
  const head = [
    ...wrap(sanitise(entry.task), width).map((line) => colour.bold(line)),
    `Id:        ${entry.id} (${entry.kind})`,
    `Status:    ${statusWord(entry)}`,
    ...indent(`Deadline:  ${deadlineWords(entry)}`, width, ''),
    ...indent(`Ansvariga: ${entry.assignees.join(', ') || '–'}`, width, ''),
    ...indent(`Givet:     ${givenWords(entry)}`, width, ''),
    `Väntas:    ${nextWords(entry)}`,
    ...(entry.tied.length > 0 ? [`Hör ihop:  ${entry.tied.join(', ')}`] : []),
    '',
    'Historik',
  ];
  const steps = entry.history.flatMap((step, at) => [
    `  ${step.date ?? 'odaterat'}  ${colour.cyan(EVENT[step.event])}${deadlineSet(entry, at)}${byHand(step)}`,
    ...(step.text === '' ? [] : indent(step.text, width, '      ')),
    ...(step.path === null ? [] : [colour.dim(`      ${sanitise(place(step.path, step.lines))}`)]),
  ]);
  return `${[...head, ...steps].join('\n')}\n`;
}

/** Which deadline a rescheduling set: what the next one found, or what holds now. */
function deadlineSet({ history, due }: LogEntry, at: number): string {
  const before = history[at]?.previousDue;
  if (history[at]?.event !== 'rescheduled') return '';
  const next = history.slice(at + 1).find((step) => step.previousDue !== null)?.previousDue;
  const now = (next ?? due)?.text ?? '';
  return ` ${sanitise(now)}${before ? `, förut ${sanitise(before.text)}` : ''}`;
}

const byHand = ({ origin, by }: LogEntry['history'][number]): string =>
  origin === 'manual' ? ` (manuellt${by === null ? '' : `, ${sanitise(by)}`})` : '';

export function showMatter(
  steps: readonly MatterStep[],
  query: string,
  colour: ChalkInstance,
  width: number,
): string {
  if (steps.length === 0) return `Ingenting om ”${sanitise(query)}” i anteckningarna.\n`;
  return steps
    .flatMap((step) => [
      `${colour.bold(step.date ?? 'odaterat')}  ${sanitise(step.body ?? '')}  ${step.kind === 'milestone' ? 'hållpunkt' : ''}`.trimEnd(),
      ...indent(step.title, width, '  '),
      ...step.decisions.flatMap((text) => indent(`→ ${text}`, width, '    ')),
      colour.dim(`    ${sanitise(place(step.path, step.lines))}`),
    ])
    .join('\n')
    .concat('\n');
}

export function showExpiring(
  entries: readonly Expiring[],
  today: string,
  colour: ChalkInstance,
  width: number,
): string {
  if (entries.length === 0) return `Inga överenskommelser med slutdatum per ${today}.\n`;
  return entries
    .flatMap((entry) => [
      `${entry.state === 'expired' ? colour.red('har gått ut') : colour.yellow('går ut')} ${entry.until}  (beslutad ${entry.decided ?? 'odaterat'}, ${sanitise(entry.body ?? '')})`,
      ...indent(entry.agreement, width, '  '),
      colour.dim(`  ${sanitise(place(entry.path, entry.lines))}`),
    ])
    .join('\n')
    .concat('\n');
}

const WHERE: Record<AuditRow['where'], string> = {
  decision: 'i protokollets beslut',
  assignment: 'i loggen',
  remainder: 'utanför, med skäl',
  unexplained: 'UTAN FÖRKLARING',
};

export function showAudit(rows: readonly AuditRow[], colour: ChalkInstance, width: number): string {
  const count = (where: AuditRow['where']): number =>
    rows.filter((row) => row.where === where).length;
  const lines = rows
    .filter(({ where }) => where === 'remainder' || where === 'unexplained')
    .flatMap((row) => [
      `${row.where === 'unexplained' ? colour.red('oförklarad') : colour.dim(row.reason ?? '')}  ${sanitise(place(row.path, row.lines))}`,
      ...indent(row.text, width, '    '),
    ]);
  const kinds: AuditRow['where'][] = ['assignment', 'decision', 'remainder', 'unexplained'];
  const sums = kinds.map((where) => `  ${WHERE[where].padEnd(24)} ${count(where)}`);
  return `${[...lines, '', `Meningar som beslutar eller ger uppdrag: ${rows.length}`, ...sums].join('\n')}\n`;
}
