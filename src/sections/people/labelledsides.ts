/** "Deltagare      Kommunerna      Region Norr": a label in the margin beside the headings of two sides. */
import { firstPart, type FlowLine, partLines, secondPart } from '../../text/flowline.js';
import { isAttendance, kindOfLabel } from '../labels.js';
import { readColumnRow } from './headings.js';

/** @returns the lines, with such a label on a line of its own before the headings */
export const partLabelledSides = (lines: FlowLine[]): FlowLine[] =>
  partLines(lines, (line) => {
    const [label, ...headings] = line.cells;
    return label && isLabelled(line) ? [firstPart(line, label), secondPart(line, headings)] : null;
  });

function isLabelled({ cells }: FlowLine): boolean {
  const [label, ...headings] = cells.map(({ text }) => text);
  if (label === undefined || headings.length < 2) return false;
  const kind = kindOfLabel(label.replace(/:$/u, ''));
  return (
    kind !== null && isAttendance(kind) && readColumnRow(headings.join(' '), headings) !== null
  );
}
