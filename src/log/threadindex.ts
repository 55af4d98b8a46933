/**
 * Which threads share a word with a text: the only ones that can be about the same matter. Two words are alike only
 * where they begin or end alike (`likeness`), so their first and last letters find every pair.
 */

/** Letters that words must share at their beginning or end to be alike at all. */
const SHARED = 4;

export class WordIndex<T> {
  private readonly byKey = new Map<string, Set<number>>();
  private readonly values: T[] = [];

  add(value: T, words: readonly string[]): void {
    const at = this.values.push(value) - 1;
    for (const key of words.flatMap((word) => keysOf(word))) {
      const known = this.byKey.get(key);
      if (known) known.add(at);
      else this.byKey.set(key, new Set([at]));
    }
  }

  /** Values that may hold a word like one of these, in the order in which they were added. */
  about(words: readonly string[]): T[] {
    const found = new Set<number>();
    for (const key of words.flatMap((word) => keysOf(word)))
      for (const at of this.byKey.get(key) ?? []) found.add(at);
    return [...found].sort((a, b) => a - b).flatMap((at) => this.values[at] ?? []);
  }
}

const keysOf = (word: string): string[] =>
  word.length < SHARED ? [word] : [`${word.slice(0, SHARED)}-`, `-${word.slice(-SHARED)}`];
