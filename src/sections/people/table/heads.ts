/** The heads of a table of people: "Kommun | Deltagare", "Namn | Organisation | Roll", on one line or each on its own. */
import { pattern } from '../../../text/pattern.js';
import type { Note } from '../../../note/note.js';
import { readLabel } from '../../labels.js';

/** `other`: a head that is not known, beside two that are. */
export type Column = 'name' | 'affiliation' | 'role' | 'party' | 'status' | 'other';

const HEADS: readonly [Column, RegExp][] = [
  [
    'name',
    pattern(
      String.raw`^(?:namn|deltagare|närvarande|representant(?:er)?|ledamot|ledamöter|person|kallade?)$`,
    ),
  ],
  [
    'affiliation',
    pattern(
      String.raw`^(?:kommun|organisation|enhet|avdelning|huvudman|verksamhet|arbetsplats|representerar|förvaltning|region|från|delregion|företag|arbetsgivare|förening|myndighet)$`,
    ),
  ],
  ['role', pattern(String.raw`^(?:funktion|roll|titel|befattning|uppdrag)$`)],
  ['party', pattern(String.raw`^parti$`)],
  [
    'status',
    pattern(
      String.raw`^(?:närvaro|närv\.?|deltog|deltar|status|anmärkning(?:ar)?|anm\.?|kommentar(?:er)?|notering)$`,
    ),
  ],
];

export interface Heads {
  columns: Column[];
  /** Where each column begins, where blanks keep them apart. */
  x: number[] | null;
  /** Every cell has a line of its own. */
  stacked: boolean;
  /** Index in the flow after the heads. */
  end: number;
}

export function readHeads(note: Note, at: number): Heads | null {
  const line = note.lines[at];
  if (!line || line.text.length > 120) return null;
  const apart = line.cells.length > 1;
  // "Närvarande ledamöter" is a label, and no two heads.
  if (!apart && line.text.includes(' ') && readLabel(line.text) !== null) return null;
  const words = apart ? line.cells.map(({ text }) => text) : line.text.split(' ');
  const columns = apart ? withOthers(headsOf(words), words) : headsOf(words);
  if (columns.length > 1 && isTable(columns))
    return { columns, x: apart ? line.cells.map(({ x }) => x) : null, stacked: false, end: at + 1 };
  return stackedHeads(note, at);
}

function stackedHeads(note: Note, at: number): Heads | null {
  const columns: (Column | null)[] = [];
  for (const line of note.lines.slice(at, at + 4)) {
    const column = headOf(line.text);
    if (column === null) break;
    columns.push(column);
  }
  return columns.length > 1 && isTable(columns)
    ? { columns, x: null, stacked: true, end: at + columns.length }
    : null;
}

/** "Kommun/organisation" is a head of one column, named twice. */
export function headOf(word: string): Column | null {
  const columns = word
    .replace(/:$/u, '')
    .split(/\s?\/\s?|\soch\s/u)
    .map((part) => HEADS.find(([, regexp]) => regexp.test(part))?.[0] ?? null);
  return columns.every((column) => column === columns[0]) ? (columns[0] ?? null) : null;
}

/** Beside a column of names "Närvarande" says whether they were. */
function headsOf(words: readonly string[]): (Column | null)[] {
  const columns = words.map((word) => headOf(word));
  const present = words.findIndex((word) => /^närvarande$/iu.test(word));
  const names = columns.filter((column) => column === 'name').length;
  return columns.map((column, at) => (at === present && names > 1 ? 'status' : column));
}

/** Beside names and marks of presence a head that is not known is one all the same. */
function withOthers(
  columns: readonly (Column | null)[],
  words: readonly string[],
): (Column | null)[] {
  const isMarked = columns.includes('name') && columns.includes('status');
  return columns.map((column, at) =>
    isMarked && column === null && /^\p{Lu}[^.:;,]{2,50}$/u.test(words[at] ?? '')
      ? 'other'
      : column,
  );
}

/** Every head has a column, none that is known comes twice, and one is the name's. */
function isTable(columns: readonly (Column | null)[]): columns is Column[] {
  const known = columns.filter((column) => column !== 'other');
  return (
    !columns.includes(null) && new Set(known).size === known.length && columns.includes('name')
  );
}
