/** The face that a page was set in, told by where it broke its lines: "mm" is three times as wide as "li". */
import { FACES, MEAN, type Widths } from './faces.js';

/** The width of a text in a face, in thousandths of the face's size. */
export type Measure = (text: string) => number;

export function measureOf(face: Widths): Measure {
  const advances = new Map(
    face.flatMap(([width, all]) => Array.from(all, (one) => [one, width] as const)),
  );
  const usual = advances.get('n') ?? 0;
  // By code unit: a table of numbers is several times as fast as a map of characters.
  const table = Float64Array.from(
    { length: TABLE },
    (_, unit) => advances.get(String.fromCharCode(unit)) ?? usual,
  );
  return (text) => {
    let sum = 0;
    for (let at = 0; at < text.length; at += 1) sum += table[text.charCodeAt(at)] ?? usual;
    return sum;
  };
}

/** Code units up to the punctuation of print; what is beyond is as wide as an "n". */
const TABLE = 0x21_00;

/** The width of a text in a face that is not known. */
export const advance: Measure = measureOf(MEAN);

const MEASURES: readonly Measure[] = [advance, ...FACES.map((face) => measureOf(face))];

/** How far the longest lines may reach past the shortest full ones: the note's own face differs from the nearest. */
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
 * The measure of the face in which a page broke these lines: where the first word of the next did not fit tells the
 * width of the page, and so do the longest lines; in the right face these two meet.
 * @returns null where too few lines tell, and for text that was wrapped at a number of characters
 */
export function measureBy(wrapped: readonly Wrapped[]): Measure | null {
  if (wrapped.length < FEWEST_WRAPPED) return null;
  const spreads = MEASURES.map((measure) => ({ measure, spread: spreadOf(wrapped, measure) }));
  const best = spreads.reduce((one, other) => (other.spread < one.spread ? other : one));
  const inCharacters = spreadOf(wrapped, (text) => text.length);
  return best.spread <= MOST_SPREAD && inCharacters - best.spread >= LEAST_GAIN
    ? best.measure
    : null;
}

/** The longest lines over the shortest that had no room for one more word: 1 or less where the measure is right. */
function spreadOf(wrapped: readonly Wrapped[], measure: Measure): number {
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
