/**
 * Words that extraction has broken at soft hyphens, one fragment a line: "tjäns-⏎te-⏎person". The rest of a word is
 * put back on the line where the word begins, before anything is read of either line; and with it the rest of its line,
 * where both fit on one: then the page had them side by side.
 */

/** A line for reading, and what of the source it stands for. */
export interface MendedLine {
  /** The line with the rest of its last word, and without what went to the line above. */
  text: string;
  /** Index of the last source line that it took something from. */
  until: number;
  /** Words after that rest are left on the line below: it carries this one on. */
  goesOn: boolean;
  /** Nothing is left of it: its words went to the line above. */
  isTaken: boolean;
}

const BREAKS = /\u00AD[ \t]*$/u;
/** What can only be the rest of a word: it begins in lower case at the line's start. */
const REST = /^([ \t]*)(\p{Ll}[^\s]*)[ \t]?/u;
/** The hyphen that the page shows, where the word's own soft one has gone before it. */
const HYPHEN_ALONE = /^\s*[-\u2010]\s*$/u;
/** Columns kept apart by blanks: the rest of a cell's word is not at the next line's start. */
const COLUMNS = /\S(?: {2,}|\t)\S/u;

/** @param raws the source's lines @returns as many lines */
export function mendWords(raws: readonly string[]): MendedLine[] {
  const lines = closeHyphens(raws).map((text, at): MendedLine => ({
    text,
    until: at,
    goesOn: false,
    isTaken: false,
  }));
  const width = raws.reduce(
    (most, { length }) => (length <= WIDEST ? Math.max(most, length) : most),
    0,
  );
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    if (!line || line.isTaken || !BREAKS.test(line.text) || COLUMNS.test(line.text)) continue;
    takeRest(lines, line, at, width);
  }
  return lines;
}

/** A word, a blank, and the hyphen at which the page broke it. */
const LOOSE_HYPHEN = /(?<=\p{L})[ \t][-\u2010](?=[ \t]*$)/u;
/** A writer's hyphen for a dash. */
const AS_DASH = /\p{Ll} - \p{L}/gu;

/** What goes on in lower case, and is no word that a clause begins with. */
const isRest = (text: string): boolean =>
  REST.test(text) &&
  !/^\s*(?:att|som|men|den|det|de|en|ett|för|med|till|om|är|har|när|där|vid|på|i|inte|eller|dvs)\s/u.test(
    text,
  );

/**
 * "under omedel -⏎bara": some tools leave a blank before the hyphen at a line's end. Where the note writes its dashes
 * so too, nobody can tell the one from the other.
 */
function closeHyphens(raws: readonly string[]): readonly string[] {
  const shown = raws.flatMap((raw, at) => (raw.trim() === '' ? [] : [at]));
  const loose = shown.filter(
    (at, place) => LOOSE_HYPHEN.test(raws[at] ?? '') && isRest(raws[shown[place + 1] ?? -1] ?? ''),
  );
  const dashes = raws.reduce((sum, raw) => sum + (raw.match(AS_DASH)?.length ?? 0), 0);
  if (loose.length === 0 || dashes > loose.length / 2) return raws;
  return raws.map((raw, at) => (loose.includes(at) ? raw.replace(LOOSE_HYPHEN, '-') : raw));
}

/** A longer line is a paragraph, and no page's. */
const WIDEST = 130;

function takeRest(lines: readonly MendedLine[], line: MendedLine, at: number, width: number): void {
  let isWrapped = false;
  for (let next = at + 1; BREAKS.test(line.text); next += 1) {
    const below = lines[next];
    if (below && HYPHEN_ALONE.test(below.text)) {
      below.text = '';
      below.isTaken = true;
      isWrapped = true;
      continue;
    }
    const rest = below ? REST.exec(below.text) : null;
    if (!below || !rest || COLUMNS.test(below.text)) return;
    const start = line.text.replace(BREAKS, '');
    const fits = !isWrapped && start.length + below.text.trim().length <= width;
    const taken = fits ? below.text.trim() : (rest[2] ?? '');
    line.text = start + taken;
    line.until = next;
    below.text = fits ? '' : below.text.slice(rest[0].length);
    below.isTaken = below.text.trim() === '';
    line.goesOn = !below.isTaken;
    if (line.goesOn) return;
  }
}
