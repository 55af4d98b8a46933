/**
 * A table of two columns that extraction wrote column by column: all organisations, and then all people, in the same
 * order and as many.
 */
import type { FlowLine } from '../../../text/flowline.js';
import type { Note } from '../../../note/note.js';
import { leadingName, NAME_FORM } from '../name.js';

/** Fewer rows may as well be anything else. */
const FEWEST = 3;
const MOST = 60;
/** Nobody came from there. */
const NOBODY_THERE = /^(?:[–—-]|ingen)$/iu;

/**
 * @param from index in the flow of the first line below the heads
 * @param nameFirst whether the first column is that of the people
 * @returns for each row its two lines, in the order of the columns; null where the lines are no such table
 */
export function rowsByColumn(
  note: Note,
  from: number,
  nameFirst: boolean,
  isEnd: (line: FlowLine) => boolean,
): [FlowLine, FlowLine][] | null {
  const rest = note.lines.slice(from, from + MOST * 2);
  const end = rest.findIndex((line) => isEnd(line));
  const lines = (end < 0 ? rest : rest.slice(0, end)).flatMap((line) => withDash(line));
  const count = lines.findIndex((line) => isPerson(line) !== nameFirst);
  if (count < FEWEST || lines.length < count * 2) return null;
  const [first, second] = [lines.slice(0, count), lines.slice(count, count * 2)];
  const people = nameFirst ? first : second;
  const others = nameFirst ? second : first;
  if (!people.every(isPerson) || others.some(isPerson)) return null;
  return first.flatMap((line, at) => {
    const beside = second[at];
    return beside ? [[line, beside] satisfies [FlowLine, FlowLine]] : [];
  });
}

/**
 * @param from index in the flow of the first line below the first head
 * @param isHead tells the second column's head
 * @returns as {@link rowsByColumn}
 */
export function rowsUnderHeads(
  note: Note,
  from: number,
  nameFirst: boolean,
  isHead: (line: FlowLine) => boolean,
  isEnd: (line: FlowLine) => boolean,
): [FlowLine, FlowLine][] | null {
  const head = note.lines.slice(from, from + MOST).findIndex((line) => isHead(line));
  if (head < FEWEST) return null;
  const first = note.lines.slice(from, from + head);
  const second = note.lines.slice(from + head + 1, from + head * 2 + 1);
  if (second.length < head || [...first, ...second].some((line) => isEnd(line))) return null;
  const people = nameFirst ? first : second;
  const others = nameFirst ? second : first;
  // "Lilla Edet" looks like a name: the heads say which column is which.
  const named = others.filter((line) => isPerson(line)).length;
  if (!people.every((line) => mayBePeople(line)) || named * 2 > others.length) return null;
  return first.flatMap((line, at) => {
    const beside = second[at];
    return beside ? [[line, beside] satisfies [FlowLine, FlowLine]] : [];
  });
}

/** Under its head a name needs no more than its form. */
const mayBePeople = (line: FlowLine): boolean =>
  isPerson(line) || line.text.split(/,\s|\soch\s/u).every((part) => NAME_FORM.test(part));

/** A dash on a line of its own was taken for the next line's bullet. */
const withDash = (line: FlowLine): FlowLine[] =>
  NOBODY_THERE.test(line.bullet ?? '')
    ? [
        { ...line, text: '–', bullet: null },
        { ...line, bullet: null },
      ]
    : [line];

const isPerson = (line: FlowLine): boolean =>
  leadingName(line.text) !== null || NOBODY_THERE.test(line.text);
