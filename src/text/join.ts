/**
 * Joins lines of one paragraph. A word broken at a line end is made whole; a hyphen that belongs to the word stays:
 * before "och"/"eller", before a capital or a figure, after an abbreviation or a single letter, and where the note
 * writes the word with its hyphen elsewhere.
 */
export interface JoinPart {
  text: string;
  /** A soft hyphen ended the line. */
  softHyphen?: boolean;
}

/** "för- men inte eftervård"; "Tea-" over "men arbetar" is a word that ends so. */
const CONJUNCTION =
  /^(?:och|eller|samt|resp\.?|respektive|till|både|men(?=\s(?:inte|ej|även|också|ännu)\s))(?![\p{L}\p{N}])/iu;

/**
 * @param parts lines in order, blanks squeezed
 * @param hyphenated words the note writes with a hyphen inside a line, in lower case
 */
export const joinLines = (parts: readonly JoinPart[], hyphenated?: ReadonlySet<string>): string =>
  joinWithStarts(parts, hyphenated).text;

/** The joined text, and for each part the offset at which its words begin: one pass, whatever the number of parts. */
export function joinWithStarts(
  parts: readonly JoinPart[],
  hyphenated?: ReadonlySet<string>,
): { text: string; starts: number[] } {
  const pieces: string[] = [];
  const starts: number[] = [];
  let length = 0;
  let last = '';
  let soft = false;
  for (const part of parts) {
    starts.push(length);
    if (part.text === '') continue;
    const seam = last === '' ? part.text : seamBetween(last, part.text, soft, hyphenated);
    if (seam.startsWith(DROP)) {
      pieces[pieces.length - 1] = (pieces.at(-1) ?? '').slice(0, -1);
      length -= 1;
    }
    const added = seam.startsWith(DROP) ? seam.slice(1) : seam;
    pieces.push(added);
    length += added.length;
    last = part.text;
    soft = part.softHyphen ?? false;
  }
  return { text: pieces.join(''), starts };
}

/** Stands for "take the hyphen off the line before". */
const DROP = '\u0008';

/** What is added after `before` so that `after` follows it. */
function seamBetween(
  before: string,
  after: string,
  soft: boolean,
  hyphenated?: ReadonlySet<string>,
): string {
  if (soft && /^\p{L}/u.test(after)) return after;
  if (!before.endsWith('-') || CONJUNCTION.test(after)) return ` ${after}`;
  const head = /[\p{L}\p{N}][\p{L}\p{N}:-]{0,40}$/u.exec(before.slice(-42, -1))?.[0];
  if (head === undefined) return ` ${after}`;
  return keepsHyphen(head, after, hyphenated) ? after : DROP + after;
}

function keepsHyphen(head: string, after: string, hyphenated?: ReadonlySet<string>): boolean {
  if (!/^\p{Ll}/u.test(after) || /^(?:\p{Lu}{2,}|\p{L}|.*\d)$/u.test(head)) return true;
  const tail = /^[\p{L}\p{N}-]*/u.exec(after)?.[0] ?? '';
  return hyphenated?.has(`${head}-${tail}`.toLowerCase()) ?? false;
}

/** Words with a hyphen inside a line: evidence of how the note spells them. */
export function hyphenatedWords(lines: readonly { text: string }[]): Set<string> {
  const words = new Set<string>();
  for (const { text } of lines) {
    if (!text.includes('-')) continue;
    for (const [word] of text.matchAll(/\p{L}[\p{L}\p{N}]*-\p{L}[\p{L}\p{N}-]*/gu))
      words.add(word.toLowerCase());
  }
  return words;
}
