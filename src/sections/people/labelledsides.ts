/** "Deltagare      Kommunerna      Region Norr": a label in the margin beside the headings of two sides. */
import { SECOND_PART } from '../../text/sourceline.js';
import { type FlowLine, numberLines } from '../../text/flowline.js';
import { isAttendance, kindOfLabel } from '../labels.js';
import { readColumnRow } from './headings.js';

/** @returns the lines, with such a label on a line of its own before the headings; both have its number in the source */
export function partLabelledSides(lines: FlowLine[]): FlowLine[] {
  if (!lines.some((line) => isLabelled(line))) return lines;
  return numberLines(
    lines.flatMap((line) => {
      const [label, ...headings] = line.cells;
      if (!isLabelled(line) || !label) return [line];
      const beside = {
        ...line,
        no: line.no + SECOND_PART,
        text: headings.map(({ text }) => text).join(' '),
        cells: headings,
        gap: 0,
      };
      return [{ ...line, text: label.text, cells: [label] }, beside];
    }),
  );
}

function isLabelled({ cells }: FlowLine): boolean {
  const [label, ...headings] = cells.map(({ text }) => text);
  if (label === undefined || headings.length < 2) return false;
  const kind = kindOfLabel(label.replace(/:$/u, ''));
  return (
    kind !== null && isAttendance(kind) && readColumnRow(headings.join(' '), headings) !== null
  );
}
