/**
 * Items whose title and text share a line: "3. Ekonomi. Kassören gick igenom läget." The line is parted in two, both
 * with its number in the source, so that all that reads titles and prose finds each where it looks for it.
 *
 * line := number title ("." | ":") text      in most lines of the numbered series, or in none
 */
import { SECOND_PART } from '../../text/sourceline.js';
import { type FlowLine, numberLines } from '../../text/flowline.js';
import { isName, isSingleName } from '../people/name.js';

const NUMBERED = /^((?:§\s*)?\d{1,3}\s?[.):]?)\s+(\p{Lu}.*)$/u;
const TITLED = /^(\p{Lu}[^.:;!?]{2,48})([.:])\s+([\p{Lu}\d”"].+)$/u;
const LONGEST_TITLE = 6;
/** So many lines, and this share of the numbered ones, have a title in front. */
const FEWEST = 3;
const MOST_OF_THEM = 0.6;

interface Parted {
  line: FlowLine;
  title: string;
  text: string;
}

/** @returns the lines with each title on a line of its own; the same lines where the note has no such series */
export function partTitledLines(lines: FlowLine[]): FlowLine[] {
  const numbered = lines.filter((line) => line.bullet === null && NUMBERED.test(line.text));
  const parted = numbered.flatMap((line) => part(line) ?? []);
  if (parted.length < FEWEST || parted.length < numbered.length * MOST_OF_THEM) return lines;
  if (!countsOn(numbered)) return lines;
  const of = new Map(parted.map((one) => [one.line, one]));
  return numberLines(
    lines.flatMap((line) => {
      const one = of.get(line);
      if (!one) return [line];
      return [
        { ...line, text: one.title, cells: [{ text: one.title, x: 0 }], links: [] },
        {
          ...line,
          no: line.no + SECOND_PART,
          text: one.text,
          cells: [{ text: one.text, x: 0 }],
          gap: line.spacing + 2,
          headingLevel: 0,
        },
      ];
    }),
  );
}

function part(line: FlowLine): Parted | null {
  const [, number = '', words = ''] = NUMBERED.exec(line.text) ?? [];
  const [, title = '', sign, text = ''] = TITLED.exec(words) ?? [];
  if (title === '' || title.split(' ').length > LONGEST_TITLE) return null;
  // "2. Anna Ek: Skickar ut protokollet" is who does it.
  if (sign === ':' && (isName(title) || isSingleName(title))) return null;
  return { line, title: `${number} ${title}`, text };
}

const numberOf = (line: FlowLine): number => Number(/\d+/u.exec(line.text)?.[0]);

/** One series from the first to the last: none of a list that begins again. */
const countsOn = (lines: readonly FlowLine[]): boolean =>
  lines.every((line, at) => {
    const before = lines[at - 1];
    return before === undefined || numberOf(line) > numberOf(before);
  });
