/** How Swedish the characters above ASCII are: what tells one encoding from another. */

const SWEDISH = new Set('åäöÅÄÖéÉ');
const PUNCTUATION = new Set('–—‘’“”•…§°½«»´·€\u00A0\u00AD');

/**
 * Mean likelihood, -2 to 1, of the characters above ASCII: Swedish letters within words of their own case speak for
 * the encoding, punctuation between words a little, anything else against it.
 */
export function swedishLikeness(text: string): number {
  let sum = 0;
  let count = 0;
  for (const found of text.matchAll(/[^\x00-\x7F]/gu)) {
    count += 1;
    const before = text[found.index - 1] ?? ' ';
    const after = text[found.index + 1] ?? ' ';
    sum += likelihood(found[0], before, after);
  }
  return count === 0 ? 0 : sum / count;
}

function likelihood(character: string, before: string, after: string): number {
  const inWord = /\p{L}/u.test(before) || /\p{L}/u.test(after);
  if (SWEDISH.has(character)) {
    const lower = character === character.toLowerCase();
    const jump = lower ? /\p{Lu}/u.test(after) : /\p{Ll}/u.test(before);
    return jump ? -0.5 : 1;
  }
  if (PUNCTUATION.has(character)) return /\p{L}/u.test(before) && /\p{L}/u.test(after) ? -0.5 : 0.6;
  if (/[üÜøØæÆèàáíóúñçëïôß]/u.test(character) && inWord) return 0.1;
  return -2;
}
