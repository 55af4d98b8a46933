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

const CONJUNCTION = /^(?:och|eller|samt|resp\.?|respektive|till|både|men)(?![\p{L}\p{N}])/iu;

/**
 * @param parts lines in order, blanks squeezed
 * @param hyphenated words the note writes with a hyphen inside a line, in lower case
 */
export function joinLines(parts: readonly JoinPart[], hyphenated?: ReadonlySet<string>): string {
  let joined = '';
  let soft = false;
  for (const part of parts) {
    if (part.text === '') continue;
    joined = joined === '' ? part.text : joinTwo(joined, part.text, soft, hyphenated);
    soft = part.softHyphen ?? false;
  }
  return joined;
}

function joinTwo(
  before: string,
  after: string,
  soft: boolean,
  hyphenated?: ReadonlySet<string>,
): string {
  if (soft && /^\p{L}/u.test(after)) return before + after;
  const broken = /([\p{L}\p{N}][\p{L}\p{N}:-]*)-$/u.exec(before.slice(-60));
  if (!broken || CONJUNCTION.test(after)) return `${before} ${after}`;
  return keepsHyphen(broken[1] ?? '', after, hyphenated)
    ? before + after
    : before.slice(0, -1) + after;
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
