/**
 * Unicode-aware patterns. `\b` in JavaScript is ASCII even with the `u` flag: it sees a border inside "från" and
 * none before "år". Every pattern over Swedish text is built here.
 */
const LETTER = String.raw`[\p{L}\p{N}]`;
const BORDER = String.raw`(?:(?<!${LETTER})(?=${LETTER})|(?<=${LETTER})(?!${LETTER}))`;

/**
 * Builds a RegExp in which `\b` is a border between letters or digits of any script and anything else.
 * @param source pattern text; `\b` is rewritten, all else is passed on
 * @param flags RegExp flags; `u` is always added, default `i`
 */
export function pattern(source: string, flags = 'i'): RegExp {
  return new RegExp(
    source.replaceAll(String.raw`\b`, BORDER),
    flags.includes('u') ? flags : `${flags}u`,
  );
}

/** Joins words into one alternation, longest first, so that no word hides a longer one. */
export function anyOf(words: readonly string[]): string {
  const escaped = [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) =>
      word.replaceAll(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`).replaceAll(' ', String.raw`\s+`),
    );
  return `(?:${escaped.join('|')})`;
}
