/**
 * How far a line reaches on a page set in a proportional face, where "mm" is three times as wide as "li". Advances are
 * the mean of a face with serifs and one without, in tenths of a common small letter.
 */
const ADVANCES: readonly (readonly [number, string])[] = [
  [5, 'ijl'],
  [6, ' t.,:;/’'],
  [7, 'frI-()!'],
  [8, '"”'],
  [9, 'sJ'],
  [10, 'cz'],
  [12, 'F'],
  [13, 'LPSTZ'],
  [14, 'BEÉ'],
  [15, 'wACDHKNRUVXYÅÄ'],
  [16, 'GOÖ'],
  [17, 'm'],
  [18, '%'],
  [19, 'M'],
  [20, 'W'],
];
const USUAL = 11;
const ADVANCE = new Map(
  ADVANCES.flatMap(([width, all]) => Array.from(all, (one) => [one, width] as const)),
);

/** The width of a text in a proportional face, in tenths of a common small letter. */
export function advance(text: string): number {
  let sum = 0;
  for (const character of text) sum += ADVANCE.get(character) ?? USUAL;
  return sum;
}

/** How far the longest lines may reach past the shortest full ones: the note's own face differs from the mean. */
const MOST_SPREAD = 1.06;
/** By so much less must they spread when measured in letters than in characters. */
const LEAST_GAIN = 0.025;
/** Fewer lines that the page broke say nothing of its face. */
const FEWEST_WRAPPED = 10;

/** A line that the page broke, and the one it goes on with. */
export interface Wrapped {
  line: { text: string; at: number };
  next: { text: string };
}

/**
 * Whether a page with proportional letters broke these lines: where the first word of the next did not fit tells the
 * width of the page, and so do the longest lines; measured in letters they tell it better than in characters.
 * @returns false where too few lines tell, and for text that was wrapped at a number of characters
 */
export function isProportional(wrapped: readonly Wrapped[]): boolean {
  if (wrapped.length < FEWEST_WRAPPED) return false;
  const spread = spreadOf(wrapped, advance);
  return spread <= MOST_SPREAD && spreadOf(wrapped, (text) => text.length) - spread >= LEAST_GAIN;
}

/** The longest lines over the shortest that had no room for one more word: 1 or less where the measure is right. */
function spreadOf(wrapped: readonly Wrapped[], measure: (text: string) => number): number {
  const reached = wrapped.map(({ line }) => measure(line.text)).sort((a, b) => a - b);
  const wanted = wrapped.map((one) => measure(withNextWord(one.line.text, one.next.text)));
  wanted.sort((a, b) => a - b);
  return (
    (reached[Math.floor(0.97 * reached.length)] ?? 0) /
    (wanted[Math.floor(0.05 * wanted.length)] ?? 1)
  );
}

/** A line, and the first word of the one below it. */
export function withNextWord(text: string, next: string): string {
  const end = next.indexOf(' ');
  return `${text} ${end < 0 ? next : next.slice(0, end)}`;
}
