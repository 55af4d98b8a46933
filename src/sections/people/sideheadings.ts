/**
 * Headings of a roster's sides that did not fit their columns, put together before anything is read of them.
 *
 * torn := left right rest rest      each cell on a line of its own, as the page had them beside one another
 *       | left { middle } rest      one heading, and then the other
 *       | left "  " right ; rest [ "  " rest ]      columns that blanks keep apart, or that run together
 * left, right begin with "För"; rest ends with the side's abbreviation ("kommunalförbund (VGK)", "(VGR)").
 */
import { type FlowLine, numberLines } from '../../text/flowline.js';
import { isName } from './name.js';
import { isParty } from './parentheses.js';

const OPEN = /^(?:För|Från)\s\p{Lu}[\p{L}\d\s,-]{1,70}$/u;
const WORDED = /^(?:För|Från)\s\p{Lu}/u;
const REST = /^(?:(?!För\s|Från\s)(\p{L}[\p{L}\d\s-]{0,60})\s)?\((\p{Lu}[\p{L}\d-]{1,11})\)\s*:?$/u;
const MIDDLE = /^(?!För\s|Från\s)\p{L}[\p{L}\s-]{1,60}$/u;
const TWO_OPEN = /^((?:För|Från)\s\p{Lu}[^()]{1,70}?)\s((?:För|Från)\s\p{Lu}[^()]{1,70})$/u;
const TWO_RESTS =
  /^([^()]{0,60}\(\p{Lu}[\p{L}\d-]{1,11}\))\s([^()]{0,60}\(\p{Lu}[\p{L}\d-]{1,11}\))$/u;

/** A heading ends so, and no person: "Ida Ek (KD)". */
function isRest(text: string): boolean {
  const [, words = '', letters = ''] = REST.exec(text) ?? [];
  return letters !== '' && !isParty(letters) && !isName(words);
}

/** @returns the lines with each torn heading on one line; the same lines where there is none */
export function joinSideHeadings(lines: FlowLine[]): FlowLine[] {
  if (!lines.some(({ text }) => WORDED.test(text))) return lines;
  const joined: FlowLine[] = [];
  for (let at = 0; at < lines.length;) {
    const whole = joinAt(lines, at);
    if (whole) joined.push(...whole.lines);
    else joined.push(...lines.slice(at, at + 1));
    at += whole?.taken ?? 1;
  }
  return numberLines(joined);
}

/** A heading has no more lines, however narrow its column. */
const MOST_LINES = 4;

interface Joined {
  lines: FlowLine[];
  /** How many lines they were. */
  taken: number;
}

function joinAt(lines: readonly FlowLine[], at: number): Joined | null {
  const line = lines[at];
  if (!line || !WORDED.test(line.text) || line.bullet !== null) return null;
  if (line.cells.length === 2) return joinColumns(line, lines[at + 1]);
  return line.cells.length === 1
    ? (joinRunTogether(line, lines[at + 1]) ??
        joinBesideEachOther(lines.slice(at, at + 4)) ??
        joinBelow(lines.slice(at, at + MOST_LINES)))
    : null;
}

/** "För A fyra    För B (B)" over "förbund (A)    Politiker": what is left of the second line stays. */
function joinColumns(line: FlowLine, next: FlowLine | undefined): Joined | null {
  const [left, right] = line.cells;
  if (!left || !right || !next || ![left, right].every(({ text }) => WORDED.test(text)))
    return null;
  const isLeft = (x: number): boolean => x < right.x - 3;
  const restOf = (open: string, ofLeft: boolean): (typeof next.cells)[number] | undefined =>
    OPEN.test(open)
      ? next.cells.find(({ text, x }) => isLeft(x) === ofLeft && isRest(text))
      : undefined;
  const rests = [restOf(left.text, true), restOf(right.text, false)];
  if (rests.every((rest) => rest === undefined)) return null;
  const cells = [left, right].map((cell, column) => ({
    ...cell,
    text: [cell.text, rests[column]?.text ?? ''].join(' ').trim(),
  }));
  const others = next.cells.filter((cell) => !rests.includes(cell));
  const heading = { ...line, text: cells.map(({ text }) => text).join(' '), cells, until: next.no };
  const below = { ...next, text: others.map(({ text }) => text).join(' '), cells: others };
  return {
    lines: others.length === 0 ? [heading] : [{ ...heading, until: line.until }, below],
    taken: 2,
  };
}

/** "För A fyra För B" over "förbund (A) regionen (B)" */
function joinRunTogether(line: FlowLine, next: FlowLine | undefined): Joined | null {
  const [, left, right] = TWO_OPEN.exec(line.text) ?? [];
  const [, one = '', other = ''] = TWO_RESTS.exec(next?.text ?? '') ?? [];
  if (left === undefined || right === undefined || !next || !isRest(one) || !isRest(other))
    return null;
  return { lines: [withText(line, `${left} ${one} ${right} ${other}`, next.until)], taken: 2 };
}

/** "För A fyra", "För B", "förbund (A)", "(B)": the cells of two columns, line by line. */
function joinBesideEachOther(lines: readonly FlowLine[]): Joined | null {
  const [left, right, one, other] = lines;
  if (!left || !right || !one || !OPEN.test(left.text) || !WORDED.test(right.text)) return null;
  if (!isRest(one.text)) return null;
  const heading = withText(left, `${left.text} ${one.text}`, left.until);
  if (!OPEN.test(right.text)) return { lines: [heading, { ...right, until: one.until }], taken: 3 };
  if (!other || !isRest(other.text)) return null;
  return {
    lines: [heading, withText(right, `${right.text} ${other.text}`, other.until)],
    taken: 4,
  };
}

/** "För B" over "regionen (B)", with lines between them or none. */
function joinBelow([line, ...below]: readonly FlowLine[]): Joined | null {
  if (!line || !OPEN.test(line.text)) return null;
  const end = below.findIndex(({ text }) => isRest(text));
  const middles = below.slice(0, Math.max(0, end));
  if (end < 0 || !middles.every(({ text }) => MIDDLE.test(text) && !isName(text))) return null;
  const rests = below.slice(0, end + 1);
  const text = [line, ...rests].map((one) => one.text).join(' ');
  return { lines: [withText(line, text, rests.at(-1)?.until ?? line.until)], taken: end + 2 };
}

const withText = (line: FlowLine, text: string, until: number): FlowLine => ({
  ...line,
  text,
  cells: [{ text, x: line.cells[0]?.x ?? 0 }],
  until,
});
