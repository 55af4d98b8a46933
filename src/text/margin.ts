/**
 * What stands in the margin of every line and says nothing: blanks, the marks of a quoted message, line numbers. Taken
 * away for reading; the source's lines keep it.
 */

/** A line or two may lack the mark, such as a page number that came later. */
const NEARLY_ALL = 0.95;
/** Fewer lines tell of no margin. */
const LEAST = 8;

/** @param raws the source's lines @returns as many lines, without their common margin */
export function withoutMargin(raws: readonly string[]): string[] {
  return withoutBlanks(withoutDoubleBlanks(withoutNumbers(withoutQuotes(raws))));
}

const isBlank = (line: string): boolean => line.trim() === '';

const nearlyAll = (lines: readonly string[], has: (line: string) => boolean): boolean => {
  const written = lines.filter((line) => !isBlank(line));
  return written.length >= LEAST && written.filter(has).length >= written.length * NEARLY_ALL;
};

const QUOTE = /^\f?[ \t]*>(?:[ \t]?>)*[ \t]?/u;

/** "> Närvarande": a note that was answered or sent on in a message. */
const withoutQuotes = (lines: readonly string[]): readonly string[] =>
  nearlyAll(lines, (line) => QUOTE.test(line))
    ? lines.map((line) => line.replace(QUOTE, ''))
    : lines;

const NUMBER = /^\f?[ \t]{0,6}(\d{1,4})(?=[ \t:|]|$)[:|]?/u;

/** "12  Närvarande": each line has the number after the last one's, or the page begins with 1 again. */
function withoutNumbers(lines: readonly string[]): readonly string[] {
  const written = lines.filter((line) => !isBlank(line));
  if (written.length < LEAST || !NUMBER.test(written[0] ?? '')) return lines;
  let last = 0;
  let counted = 0;
  let sinceLast = 0;
  for (const line of lines) {
    sinceLast += 1;
    const number = Number(NUMBER.exec(line)?.[1] ?? NaN);
    const follows = number === last + 1 || number === last + sinceLast || number === 1;
    if (isBlank(line) || !follows) continue;
    counted += 1;
    last = number;
    sinceLast = 0;
  }
  return counted >= written.length * NEARLY_ALL ? numbersGone(lines) : lines;
}

/** Numbers that end in one column leave blanks, so that the text's own columns stay; others go with the blank below them. */
function numbersGone(lines: readonly string[]): readonly string[] {
  const ends = new Set(
    lines.flatMap((line) => NUMBER.exec(line)?.[0].replace('\f', '').length ?? []),
  );
  return lines.map((line) =>
    ends.size === 1
      ? line.replace(NUMBER, (margin) => margin.replaceAll(/[^\f]/gu, ' '))
      : line
          .replace(NUMBER, (margin) => (margin.startsWith('\f') ? '\f' : ''))
          .replace(/^(\f?)[ \t]/u, '$1'),
  );
}

const BETWEEN = /(?<=\S) +(?=\S)/gu;

/** Every blank of the text stands twice: two of them part no cells. */
function withoutDoubleBlanks(lines: readonly string[]): readonly string[] {
  let single = 0;
  let double = 0;
  for (const line of lines)
    for (const [blanks] of line.matchAll(BETWEEN)) {
      if (blanks.length === 1) single += 1;
      if (blanks.length === 2) double += 1;
    }
  if (double < 100 || single > double / 20) return lines;
  return lines.map((line) =>
    line.replaceAll(/ {2,}/gu, (blanks) => blanks.slice(blanks.length / 2)),
  );
}

/** The blanks that all lines begin with: the page's own margin. */
function withoutBlanks(lines: readonly string[]): string[] {
  const margin = lines.reduce(
    (least, line) => (isBlank(line) ? least : Math.min(least, indentOf(line))),
    Infinity,
  );
  return margin === 0 || margin === Infinity
    ? [...lines]
    : lines.map((line) => line.replace(/^\f?/u, '').slice(margin));
}

const indentOf = (line: string): number => /^\f?( *)/u.exec(line)?.[1]?.length ?? 0;
