/** The first heading and the body that it and the lines below it name. */
import type { Note } from '../../note/note.js';
import type { Meeting } from '../../record/schema.js';
import type { FlowLine } from '../../text/flowline.js';
import { joinFlow } from '../../text/flow.js';
import { bodyAbove, bodyNameIn, isOfWhom, labelledBody, organIn, readBodyLines } from './body.js';
import { inFull, isShortFor, nameBody, NAMES_BODY, shortened } from './bodyname.js';
import { isLetterhead, withoutLabels, withoutLetterhead, withoutPage } from './headline.js';
import { findTitleLine } from './titleline.js';
import { withoutDate, wrapped } from './titlewrap.js';

export interface Title {
  title: string | null;
  body: Meeting['body'];
  lines: FlowLine[];
  /** The words of title and body lines, dates included. */
  text: string;
}

/** @param to index of the first line that is no part of the head */
export function readTitle(note: Note, to: number): Title {
  const start = findTitleLine(note, to);
  if (start === null) return { title: null, body: null, lines: [], text: '' };
  const titleLines = wrapped(note, start, to);
  const printed = joinFlow(
    titleLines.map((line) => withoutPage(line)),
    note.flow,
  );
  let after = start + titleLines.length;
  const title = withoutLetterhead(withoutDate(printed), note.lines[after]);
  // A page header above the title says the same again.
  while (withoutDate(note.lines[after]?.text ?? '') === title && title !== '') {
    titleLines.push(...note.lines.slice(after, after + 1));
    after += 1;
  }
  // "Anteckningar" over "2024-02-13" over the body's name.
  if (bodyNameIn(title) === '' && isDateAlone(note.lines[after]?.text ?? '')) after += 1;
  const bodyLines = bodyLinesFrom(note, after, to);
  const above = bodyAbove(note, start, title, bodyLines);
  const named = nameBody(bodyNameIn(title), withoutDate(joinBodyLines(bodyLines, note)));
  const printedBody = inFull(shortened(above ? nameBody(above.text, '') : named, note), note, to);
  const { body, line: labelledLine } = bodyBeside(note, to, printedBody);
  const isNamed = body !== null && bodyNameIn(title) !== '';
  const used = isNamed || bodyNameIn(title) === '' ? bodyLines : [];
  return {
    title: title === '' ? null : title,
    body,
    lines: [
      ...(above ? [above] : []),
      ...titleLines,
      ...used,
      ...(labelledLine ? [labelledLine] : []),
    ],
    text: [joinFlow(titleLines, note.flow), ...bodyLines.map((line) => line.text)].join(' '),
  };
}

/** Right below a day with its time stands the place, unless the line names a body by its kind. */
function bodyLinesFrom(note: Note, from: number, to: number): FlowLine[] {
  const lines = readBodyLines(note, from, to);
  const above = note.lines[from - 1]?.text ?? '';
  const isBelowTime = TIME.test(above) || TIME.test(lines[0]?.text ?? '');
  return isBelowTime && !lines.some(({ text }) => NAMES_BODY.test(text)) ? [] : lines;
}
const TIME = /(?<!\d)\d{1,2}[.:]\d\d\s?(?:[–-]|till)\s?\d{1,2}[.:]\d\d/u;

/** Where the title names nobody but the house, a label or the organ in a cell of its own does. */
function bodyBeside(
  note: Note,
  to: number,
  printed: Meeting['body'],
): { body: Meeting['body']; line: FlowLine | null } {
  const isHouse = isLetterhead(printed);
  const labelled = isHouse ? labelledBody(note, to) : null;
  if (labelled?.body) return labelled;
  const organ = isHouse || isOfWhom(printed) ? organIn(note, to) : null;
  return { body: organ ?? printed, line: labelled?.line ?? null };
}

const isDateAlone = (text: string): boolean => text !== '' && withoutDate(text) === '';

/** "Ledningssamverkan vård och omsorg" over "LSVO": the last line is what the name is short for. */
function joinBodyLines(lines: readonly FlowLine[], note: Note): string {
  const last = lines.at(-1);
  const whole = joinFlow(lines.slice(0, -1).map(withoutLabels), note.flow).replace(/,$/u, '');
  return isShortFor(last?.text ?? '', whole)
    ? `${whole}, ${last?.text ?? ''}`
    : joinFlow(lines.map(withoutLabels), note.flow);
}
