/** What the sides of a roster are called in full: "För Räddningstjänsten (RTJ)" names "Räddningstjänsten" for RTJ. */
import type { Note } from '../../note/note.js';
import { oncePer } from '../../text/remember.js';
import { isKindOfSide } from './headings.js';

const NAMED = /(?:^|\s)(?:För|Från)\s(\p{L}[^()]{3,80}?)\s\((\p{Lu}[\p{L}\d-]{1,11})\)/gu;

/** Abbreviation → name, both in small letters. */
const sideNames = oncePer((note: Note): ReadonlyMap<string, string> => {
  const names = new Map<string, string>();
  for (const { text } of note.lines)
    for (const [, name = '', letters = ''] of text.matchAll(NAMED))
      if (!isKindOfSide(name)) names.set(letters.toLowerCase(), name.toLowerCase());
  return names;
});

/** Whether an entry prints the side's abbreviation as a word of its own, or its name in full. */
export function namesSide(text: string, side: string, note: Note): boolean {
  const lower = text.toLowerCase();
  if (lower.split(/[\s,()]+/u).includes(side.toLowerCase())) return true;
  const name = sideNames(note).get(side.toLowerCase());
  return name !== undefined && lower.includes(name);
}
