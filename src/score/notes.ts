/**
 * Notes with expectations beside them: `NAME.txt` and `NAME.expected.json`. One expectation serves several renderings
 * of a document (`NAME.default.txt`, `NAME.layout.txt`, `NAME.raw.txt`) that have none of their own. What an
 * expectation leaves out is not measured: a rendering may have lost it.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseNote } from '../index.js';
import { compare, type Score } from './compare.js';
import type { Entry } from './sections.js';

export interface Case {
  name: string;
  bytes: Uint8Array;
  expected: Entry;
}

/** @throws where a note has no expectation: a missing one must not pass */
export function casesIn(folder: string): Case[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => {
      const own = join(folder, file.replace(/\.txt$/u, '.expected.json'));
      const shared = own.replace(/\.(?:default|layout|raw)(?=\.expected)/u, '');
      const beside = existsSync(own) ? own : shared;
      if (!existsSync(beside))
        throw new Error(`${join(folder, file)} has no expectation beside it`);
      return {
        name: basename(file, '.txt'),
        bytes: readFileSync(join(folder, file)),
        expected: JSON.parse(readFileSync(beside, 'utf8')) as Entry,
      };
    });
}

/** Facts expected of notes that stand elsewhere: file name → expectation. */
export function factCases(file: string, notes: string): Case[] {
  const facts = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Entry>;
  return Object.entries(facts).map(([name, expected]) => ({
    name,
    bytes: readFileSync(join(notes, name)),
    expected,
  }));
}

export function scoreCase(score: Score, { name, bytes, expected }: Case): void {
  compare(score, name, parseNote(bytes, `${name}.txt`).meeting, expected);
}
