/**
 * Two cells of a roster that extraction has glued together: the last of a column and the first of the next,
 * "…, SkaraborgIngrid Falk (M), ordf. …", "(VGK)För Västra Götalandsregionen (VGR)".
 */
import { SECOND_PART } from '../../text/sourceline.js';
import { type FlowLine, numberLines } from '../../text/flowline.js';
import { isCommonFirstName } from './firstnames.js';

/** A person whose party or office follows, right behind a word's last letter or a parenthesis. */
const BEFORE_PERSON =
  /^(.*(?:\p{Ll}{2}|\)))((\p{Lu}\p{Ll}+)(?:-\p{Lu}\p{Ll}+)?\s(?:(?:af|von|de)\s)?\p{Lu}[\p{L}-]+(?:\s\(\p{Lu}{1,2}\)|,\s\p{L}).*)$/u;
const BEFORE_SIDE = /^(.*\(\p{Lu}[\p{L}\d-]{1,11}\))(För\s\p{Lu}.*)$/u;

/** @returns the lines, with the second cell on a line of its own; both have the line's number in the source */
export function partGluedCells(lines: FlowLine[]): FlowLine[] {
  if (!lines.some((line) => part(line))) return lines;
  return numberLines(
    lines.flatMap((line) => {
      const parts = part(line);
      if (!parts) return [line];
      const [first, second] = parts.map((text) => ({ ...line, text, cells: [{ text, x: 0 }] }));
      return first && second
        ? [first, { ...second, no: line.no + SECOND_PART, bullet: null, gap: 0 }]
        : [line];
    }),
  );
}

function part({ text, cells }: FlowLine): [string, string] | null {
  if (cells.length > 1 || text.length > 160) return null;
  const [, heading, side] = BEFORE_SIDE.exec(text) ?? [];
  if (heading !== undefined && side !== undefined) return [heading, side];
  const [, before, person, name = ''] = BEFORE_PERSON.exec(text) ?? [];
  return before !== undefined && person !== undefined && isCommonFirstName(name)
    ? [before, person]
    : null;
}
