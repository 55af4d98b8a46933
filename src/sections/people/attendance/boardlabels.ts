/** The labels of a board's minutes whose margin was lost: "Beslutande Roger Blad (M), ordförande". */
import { oncePer } from '../../../text/remember.js';
import type { FlowLine } from '../../../text/flowline.js';
import type { Note } from '../../../note/note.js';
import { type Label, kindOfLabel } from '../../labels.js';
import { leadingName } from '../name.js';

const IN_FRONT =
  /^(Beslutande|(?:Ej\s|Icke\s)?[Tt]jänstgörande\sersättare|Ersättare|Tjänstepersoner|Tjänstemän|Övriga(?:\s(?:närvarande|deltagare))?|Ledamöter|Frånvarande)\s(\p{Lu}.*)$/u;

/** Elsewhere such words before a name are another column's: one of them must say who decided. */
const isOfBoard = oncePer((note: Note): boolean =>
  note.lines
    .slice(0, HEAD)
    .some(({ text }) => /^Beslutande\s/u.test(text) && isPerson(IN_FRONT.exec(text)?.[2] ?? '')),
);

/** So many lines can be a board's first page. */
const HEAD = 60;

/** @returns null where the line has no such label, or nobody after it */
export function readBoardLabel(note: Note, line: FlowLine): Label | null {
  const [, word = '', value = ''] = IN_FRONT.exec(line.text) ?? [];
  const kind = word === '' || line.cells.length > 1 ? null : kindOfLabel(word);
  return kind && isPerson(value) && isOfBoard(note) ? { kind, word, value, colon: true } : null;
}

/** A name, and a party or an office. */
const isPerson = (text: string): boolean => leadingName(text) !== null && /,\s|\(\p{L}/u.test(text);
