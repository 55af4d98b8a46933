/** The log as a Markdown table, ready to paste into the next agenda. */
import type { LogEntry } from '../log/types.js';
import { deadlineWords, givenWords, lastWords, nextWords, statusWord } from './logtable.js';
import { sanitise } from './sanitise.js';

const cell = (text: string): string =>
  sanitise(text)
    .replaceAll('\\', '\\\\')
    .replaceAll(/[|<>*_`[\]]/gu, '\\$&');

export function logMarkdown(entries: readonly LogEntry[], today: string): string {
  const head = `## Beslutslogg per ${today}\n\n`;
  if (entries.length === 0) return `${head}Inga uppdrag.\n`;
  const rows = entries.map((entry) =>
    [
      statusWord(entry),
      deadlineWords(entry),
      entry.task,
      entry.assignees.join(', ') || '–',
      givenWords(entry),
      lastWords(entry),
      nextWords(entry),
      entry.id,
    ]
      .map(cell)
      .join(' | '),
  );
  return `${head}| Status | Deadline | Uppdrag | Ansvariga | Givet | Senast | Väntas | Id |\n|---|---|---|---|---|---|---|---|\n${rows.map((row) => `| ${row} |`).join('\n')}\n`;
}
