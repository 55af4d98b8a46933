/** Rows of markdown tables: "| Anna Ek | Lunds kommun |", and the rule below their heads, "|---|:--|". */
import type { Cell } from './sourceline.js';
import { squeeze } from './normalise.js';

const ROW = /^\s*\|(.*\|.*)\|\s*$/u;
const RULE = /^[\s|:-]*$/u;

/** So far apart are the columns, in characters: bars stand wherever the words before them end. */
const COLUMN = 60;

/** The cells of a row, empty ones left out; none for the rule. @returns null where the line is no row */
export function readPipeRow(line: string): Cell[] | null {
  const inner = ROW.exec(line)?.[1];
  if (inner === undefined) return null;
  if (RULE.test(inner)) return [];
  return inner
    .split('|')
    .map((part, column) => ({ text: squeeze(part), x: column * COLUMN }))
    .filter(({ text }) => text !== '');
}
