/** "Frånvarande ledamöter: Anna Ek. Frånvarande tjänstepersoner: Bo Lind": two lists on a line. */
import { SECOND_PART } from '../../text/sourceline.js';
import { type FlowLine, numberLines } from '../../text/flowline.js';
import { isAttendance, readLabel } from '../labels.js';

/** The second list's label, after the first one's full stop. */
const SECOND = /^(.{4,}?\.)\s+(\p{Lu}[^.:]{3,40}:\s.+)$/u;

/** @returns the lines, with the second list on a line of its own; both have the line's number in the source */
export function partLabelledLists(lines: FlowLine[]): FlowLine[] {
  if (!lines.some((line) => part(line))) return lines;
  return numberLines(
    lines.flatMap((line) => {
      const parts = part(line);
      if (!parts) return [line];
      const [first, second] = parts;
      return [
        { ...line, text: first, cells: [{ text: first, x: line.cells[0]?.x ?? 0 }] },
        {
          ...line,
          no: line.no + SECOND_PART,
          text: second,
          cells: [{ text: second, x: 0 }],
          bullet: null,
          gap: 0,
        },
      ];
    }),
  );
}

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
