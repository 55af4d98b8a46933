/** "Frånvarande ledamöter: Anna Ek. Frånvarande tjänstepersoner: Bo Lind": two lists on a line. */
import { firstPart, type FlowLine, partLines, secondPart } from '../../text/flowline.js';
import { isAttendance, readLabel } from '../labels.js';

/** The second list's label, after the first one's full stop. */
const SECOND = /^(.{4,}?\.)\s+(\p{Lu}[^.:]{3,40}:\s.+)$/u;

/** @returns the lines, with the second list on a line of its own */
export const partLabelledLists = (lines: FlowLine[]): FlowLine[] =>
  partLines(lines, (line) => {
    const [first, second] = part(line) ?? [];
    const x = line.cells[0]?.x ?? 0;
    return first === undefined || second === undefined
      ? null
      : [firstPart(line, { text: first, x }), secondPart(line, [{ text: second, x: 0 }])];
  });

function part(line: FlowLine): [string, string] | null {
  const [, first = '', second = ''] = SECOND.exec(line.text) ?? [];
  const [one, other] = [readLabel(first), readLabel(second)];
  const areLists =
    one?.colon === true &&
    other?.colon === true &&
    isAttendance(one.kind) &&
    isAttendance(other.kind);
  return areLists ? [first, second] : null;
}
