/**
 * Characters as a reader sees them. Values are NFC, ligatures resolved, soft hyphens and zero-width characters gone,
 * every kind of blank one space. Direction controls stay: they are shown by the output's sanitiser, never obeyed.
 */
const LIGATURES: Record<string, string> = {
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'st',
  ﬆ: 'st',
};

const PLAIN = /^[\t\x20-\x7E]*$/u;
const ODD_SPACE = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/gu;
const INVISIBLE = /[\u00AD\u200B-\u200D\u2060\uFEFF]/gu;

/** Resolves characters of one line, keeping tabs and the number of blanks (they hold columns apart). */
export function normaliseCharacters(line: string): string {
  if (PLAIN.test(line)) return line;
  return line
    .replaceAll(/[\uFB00-\uFB06]/gu, (found) => LIGATURES[found] ?? found)
    .replaceAll(ODD_SPACE, ' ')
    .replaceAll(INVISIBLE, '')
    .replaceAll(/[\u2010\u2011]/gu, '-')
    .replaceAll(/[\u2012\u2015\u2212]/gu, '–')
    .normalize('NFC');
}

/** One blank between words, none at the ends. */
export function squeeze(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}

/** Letters without marks in lower case, for comparing words and making slugs: "Hélène Ö" becomes "helene o". */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'a');
}
