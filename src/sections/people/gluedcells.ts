/**
 * Two cells of a roster that extraction has glued together: the last of a column and the first of the next,
 * "…, SkaraborgIngrid Falk (M), ordf. …", "(VGK)För Västra Götalandsregionen (VGR)".
 */
import { firstPart, type FlowLine, partLines, secondPart } from '../../text/flowline.js';
import { isCommonFirstName } from './firstnames.js';

/** A person whose party or office follows, right behind a word's last letter or a parenthesis. */
const BEFORE_PERSON =
  /^(.*(?:\p{Ll}{2}|\)))((\p{Lu}\p{Ll}+)(?:-\p{Lu}\p{Ll}+)?\s(?:(?:af|von|de)\s)?\p{Lu}[\p{L}-]+(?:\s\(\p{Lu}{1,2}\)|,\s\p{L}).*)$/u;
const BEFORE_SIDE = /^(.*\(\p{Lu}[\p{L}\d-]{1,11}\))(För\s\p{Lu}.*)$/u;

/** @returns the lines, with the second cell on a line of its own */
export const partGluedCells = (lines: FlowLine[]): FlowLine[] =>
  partLines(lines, (line) => {
    const [first, second] = part(line) ?? [];
    return first === undefined || second === undefined
      ? null
      : [firstPart(line, { text: first, x: 0 }), secondPart(line, [{ text: second, x: 0 }])];
  });

function part({ text, cells }: FlowLine): [string, string] | null {
  if (cells.length > 1 || text.length > 160) return null;
  const [, heading, side] = BEFORE_SIDE.exec(text) ?? [];
  if (heading !== undefined && side !== undefined) return [heading, side];
  const [, before, person, name = ''] = BEFORE_PERSON.exec(text) ?? [];
  return before !== undefined && person !== undefined && isCommonFirstName(name)
    ? [before, person]
    : null;
}
