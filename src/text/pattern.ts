/**
 * Unicode-aware patterns. `\b` in JavaScript is ASCII even with the `u` flag: it sees a border inside "från" and
 * none before "år". Every pattern over Swedish text is built here.
 */
/**
 * Letters of the Latin, Greek and Cyrillic scripts, which is what Swedish notes are written with. `\p{L}` says more, but
 * closing it over upper and lower case makes each pattern that ignores case a hundred times dearer to build.
 */
const LETTERS = String.raw`A-Za-zªµºÀ-ÖØ-öø-\u02FF\u0370-\u052F\u1E00-\u1FFF`;
const LETTER = `[0-9${LETTERS}]`;
const WORD_START = `(?<!${LETTER})(?=${LETTER})`;
const WORD_END = `(?<=${LETTER})(?!${LETTER})`;
const BORDER = `(?:${WORD_START}|${WORD_END})`;

/**
 * Builds a RegExp in which `\b` is a border between letters or digits of any script and anything else.
 * @param source pattern text; `\b` is rewritten, and `\p{L}` where case is ignored; all else is passed on
 * @param flags RegExp flags; `u` is always added, default `i`
 */
export function pattern(source: string, flags = 'i'): RegExp {
  const key = `${flags}/${source}`;
  const known = built.get(key);
  if (known) return known;
  const bordered = withBorders(source);
  const regexp = new RegExp(
    flags.includes('i') ? withLetters(bordered) : bordered,
    flags.includes('u') ? flags : `${flags}u`,
  );
  // A pattern with a place of its own (g, y) is nobody else's.
  if (/[gy]/u.test(flags)) return regexp;
  if (built.size >= MOST_BUILT) built.clear();
  built.set(key, regexp);
  return regexp;
}

/** Compiling costs a hundred times what matching does; patterns that hold a body's names are built once a body. */
const built = new Map<string, RegExp>();
const MOST_BUILT = 2000;

/** A border that opens the pattern before a word, or ends it, can be of one kind only: half the work at each place. */
const OPENS_WORD = /^\\b(?=(?:\((?:\?:)?)*(?:\p{L}|\\p\{L\}))/u;
const ENDS_WORD = /(?<=[\p{L})])\\b$/u;

const withBorders = (source: string): string =>
  source
    .replace(OPENS_WORD, WORD_START)
    .replace(ENDS_WORD, WORD_END)
    .replaceAll(String.raw`\b`, BORDER);

/** Puts the letters in for `\p{L}`, in a class of its own where it stands outside one. */
function withLetters(source: string): string {
  let inClass = false;
  return source.replaceAll(/\\p\{L\}|\\.|[[\]]/gu, (token) => {
    if (token === String.raw`\p{L}`) return inClass ? LETTERS : `[${LETTERS}]`;
    if (token === '[') inClass = true;
    if (token === ']') inClass = false;
    return token;
  });
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
