/** A line in the flow of reading: what stands around it is known. */
import { type Cell, SECOND_PART, type SourceLine } from './sourceline.js';
import type { Measure } from './typeface.js';

/** So many blanks deeper than what leads to it a list stands whose bullets were lost. */
export const DEEPER = 3;

/** How far a line could reach, in the measure of the page's own face. */
export interface Room {
  width: number;
  measure: Measure;
}

export interface FlowLine extends SourceLine {
  /** Index in the flow. */
  at: number;
  /** A page break or furniture lies between this line and the one before. */
  afterBreak: boolean;
  /** The gap before this line is the page's, not the paragraph's: furniture lies there, or a form feed that was lost. */
  gapLost: boolean;
  /** Usual number of blank lines between two lines of one paragraph here. */
  spacing: number;
  /** Width of a full line here, in characters. */
  width: number;
  /** The same in letters, or null where they are not known to be of different widths. */
  room: Room | null;
}

/** Field by field: a spread object gets its shape anew each time, which took a twentieth of all reading. */
export function toFlowLine(
  line: SourceLine,
  { at, afterBreak, gapLost }: Pick<FlowLine, 'at' | 'afterBreak' | 'gapLost'>,
): FlowLine {
  return {
    no: line.no,
    until: line.until,
    goesOn: line.goesOn,
    raw: line.raw,
    body: line.body,
    text: line.text,
    bullet: line.bullet,
    indent: line.indent,
    trailing: line.trailing,
    page: line.page,
    pageTop: line.pageTop,
    gap: line.gap,
    cells: line.cells,
    softHyphen: line.softHyphen,
    strong: line.strong,
    headingLevel: line.headingLevel,
    emphasised: line.emphasised,
    links: line.links,
    at,
    afterBreak,
    gapLost,
    spacing: 0,
    width: 0,
    room: null,
  };
}

/** Tells the lines their places anew, after some were parted, joined or moved. */
export function numberLines(lines: FlowLine[]): FlowLine[] {
  lines.forEach((line, at) => (line.at = at));
  return lines;
}

/** @param part the parts of a line that holds two things, else null @returns the lines, such as hold two each on their own */
export function partLines(
  lines: FlowLine[],
  part: (line: FlowLine) => readonly FlowLine[] | null,
): FlowLine[] {
  const parts = lines.map((line) => part(line));
  return parts.every((own) => own === null)
    ? lines
    : numberLines(lines.flatMap((line, at) => parts[at] ?? [line]));
}

/** The line with only the first of its words. */
export const firstPart = (line: FlowLine, cell: Cell): FlowLine => ({
  ...line,
  text: cell.text,
  cells: [cell],
});

/** What else the line holds, right below the first part; both have the line's number in the source. */
export const secondPart = (line: FlowLine, cells: Cell[]): FlowLine => ({
  ...line,
  no: line.no + SECOND_PART,
  text: cells.map(({ text }) => text).join(' '),
  cells,
  bullet: null,
  gap: 0,
});
