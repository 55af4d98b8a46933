/** What begins a point of a decision: a bullet, a number, a letter, "att", or a verb that decides. */
import type { Note } from '../../note/note.js';
import { DEEPER, type FlowLine } from '../../text/flowline.js';
import type { Paragraph } from '../../text/paragraph.js';

export interface Point {
  paragraph: Paragraph;
  /** The source lines, the label's own among them where the text begins there. */
  lines: FlowLine[];
}

export const MARK = /^(?:(\d{1,2})[.)]|([a-z])\))(?:\s+(?=\S)|(?=\p{Ll}{3}))/u;
export const ATT = /^att\s+\p{L}/iu;

/** A bullet, a number, a letter or "att" begins it. */
export const isMarked = (line: FlowLine): boolean =>
  line.bullet !== null || MARK.test(line.text) || ATT.test(line.text);

const DECIDES = String.raw`(?:noterar|ställer|ger|beslutar|godkänner|rekommenderar|bordlägger|uppdrar|avslår|återremitterar|lägger|antar|fastställer)\s`;
const SAME_SUBJECT_DECIDES = new RegExp(String.raw`^.{2,60}?\s${DECIDES}`, 'u');
const VERB_FIRST = new RegExp(`^${DECIDES}`, 'u');

/** A point by its bullet, by its verb without a subject, or by an indent that is left where a bullet was lost. */
export const isListed = (note: Note, { bullet, text, indent, at }: FlowLine): boolean =>
  bullet !== null ||
  VERB_FIRST.test(text) ||
  indent >= (note.lines[at - 1]?.indent ?? Infinity) + DEEPER;

/** "SRO noterar …" as the first point does; "utser …" below "noterar …", whose subject stands over them all. */
export const begins = (line: FlowLine, subject: string): boolean =>
  VERB_FIRST.test(`${subject} `)
    ? VERB_FIRST.test(line.text) || /^\p{Ll}{3,}r\s/u.test(line.text)
    : /^\p{Lu}/u.test(subject) &&
      line.text.startsWith(`${subject} `) &&
      SAME_SUBJECT_DECIDES.test(line.text);

export function markKind(line: FlowLine | undefined): string {
  if (!line) return '';
  if (line.bullet !== null) return 'bullet';
  const mark = MARK.exec(line.text);
  return mark ? (mark[1] === undefined ? 'letter' : 'number') : 'att';
}

/** "b)" after "a)": elsewhere a lettered line is a part of the item. */
export function isNextLetter(points: readonly Point[], line: FlowLine): boolean {
  const letter = MARK.exec(line.text)?.[2];
  const before = MARK.exec(points.at(-1)?.lines[0]?.text ?? '')?.[2];
  return (
    letter !== undefined &&
    before !== undefined &&
    letter.codePointAt(0) === (before.codePointAt(0) ?? 0) + 1
  );
}

/** Numbers go on counting; a number that does not is an agenda item or another list. */
export function isNextMark(points: readonly Point[], line: FlowLine): boolean {
  const number = MARK.exec(line.text)?.[1];
  if (number === undefined) return true;
  const before = MARK.exec(points.at(-1)?.lines[0]?.text ?? '')?.[1];
  return before === undefined || Number(number) === Number(before) + 1;
}

export const withoutMark = (text: string): string => text.replace(MARK, '');
