/**
 * A text that was decoded in the wrong encoding before it came here: "NÃ¤rvarande", "N√§rvarande", "N‰rvarande". Every
 * letter is still there under another name, and one pair of encodings gives them all back.
 */
import { type SingleByteEncoding, UPPER_HALVES } from './charsets.js';
import { swedishLikeness } from './swedish.js';

export interface Restored {
  text: string;
  /** What the letters were written in, and what they had been read as: "utf-8 read as windows-1252". */
  from: string;
}

/** So many letters at least speak for a pair of encodings: fewer are somebody's name. */
const LEAST = 3;
/** A text whose letters are this Swedish was read rightly. */
const READ_RIGHTLY = 0.3;
/** What the pair makes of it must be this Swedish, dashes and quotes among the letters. */
const SWEDISH = 0.6;

const NAMES = Object.keys(UPPER_HALVES) as SingleByteEncoding[];

/** @returns the text as it was written, or null where it was read rightly or nothing tells how */
export function restoreMisread(text: string): Restored | null {
  if (countOf(text, ABOVE_ASCII) < LEAST || swedishLikeness(text) >= READ_RIGHTLY) return null;
  const [best] = NAMES.flatMap((as) => [
    { from: `utf-8 read as ${as}`, text: asUtf8(text, as) },
    ...NAMES.filter((name) => name !== as).map((name) => ({
      from: `${name} read as ${as}`,
      text: asSingleByte(text, name, as),
    })),
  ])
    .map((restored) => ({ restored, likeness: swedishLikeness(restored.text) }))
    .filter(({ likeness }) => likeness >= SWEDISH)
    .sort((a, b) => b.likeness - a.likeness);
  return best && countOf(best.restored.text, OWN_LETTERS) >= LEAST ? best.restored : null;
}

const ABOVE_ASCII = /[^\x00-\x7F]/gu;
const OWN_LETTERS = /[åäöÅÄÖ]/gu;

const countOf = (text: string, what: RegExp): number => text.match(what)?.length ?? 0;

/** The byte of each character above ASCII, as the encoding has it; where it has none, a control character is its own. */
const bytesOf = (encoding: SingleByteEncoding): ReadonlyMap<string, number> =>
  new Map([
    ...Array.from({ length: 32 }, (_, at) => [String.fromCharCode(0x80 + at), 0x80 + at] as const),
    ...Array.from(UPPER_HALVES[encoding], (character, at) => [character, 0x80 + at] as const),
  ]);

/** What each character becomes that was written as `written` and read as `as`; all others stay. */
function asSingleByte(text: string, written: SingleByteEncoding, as: SingleByteEncoding): string {
  const bytes = bytesOf(as);
  return text.replaceAll(ABOVE_ASCII, (character) => {
    const byte = bytes.get(character);
    return byte === undefined ? character : (UPPER_HALVES[written][byte - 0x80] ?? character);
  });
}

/** Runs of characters whose bytes are UTF-8 are read so; what is none stays. */
function asUtf8(text: string, as: SingleByteEncoding): string {
  const bytes = bytesOf(as);
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  return text.replaceAll(/[^\x00-\x7F]{2,}/gu, (run) => {
    const found = Array.from(run, (character) => bytes.get(character));
    if (!found.every((byte) => byte !== undefined)) return run;
    try {
      return utf8.decode(Uint8Array.from(found));
    } catch {
      return run;
    }
  });
}
