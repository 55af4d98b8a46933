/**
 * Bytes → text. A byte order mark decides; else strict UTF-8; else UTF-16 by its zero bytes; else the single-byte
 * encoding whose result is most Swedish. Nothing is guessed letter by letter.
 */
import { dropInlineTags, joinMarks, resolveEntities } from './apart.js';
import { decodeSingleByte, type SingleByteEncoding, UPPER_HALVES } from './charsets.js';
import { restoreMisread } from './misread.js';
import { swedishLikeness } from './swedish.js';

export interface Decoded {
  text: string;
  /** IANA-style name in lower case: "utf-8", "utf-16le", "windows-1252", "iso-8859-1", "macintosh", "ibm850". */
  encoding: string;
  /** 0 to 1: how sure the detection is. */
  confidence: number;
  /** What had happened to its letters before the text came here, and was undone; null where nothing had. */
  restored: string | null;
}

type Read = Omit<Decoded, 'restored'>;

/**
 * @returns the text, or null where the bytes are no text in any encoding known here
 */
export function decode(bytes: Uint8Array): Decoded | null {
  const clean = withoutStrayZeros(bytes);
  const read =
    fromByteOrderMark(bytes) ??
    fromUtf16WithoutMark(bytes) ??
    fromUtf8(clean) ??
    fromSingleByte(clean);
  return read && restore(read);
}

/** Letters that are all there, under other names or in pieces, come back; letters that are lost do not. */
function restore(read: Read): Decoded {
  const misread = restoreMisread(read.text);
  const whole = misread?.text ?? read.text;
  const text = joinMarks(resolveEntities(dropInlineTags(whole)));
  const inPieces = text === whole ? null : 'letters in pieces';
  return { ...read, text, restored: misread?.from ?? inPieces };
}

/** A few zero bytes in a text are padding or damage; many are binary data. */
function withoutStrayZeros(bytes: Uint8Array): Uint8Array {
  const zeros = bytes.reduce((count, byte) => (byte === 0 ? count + 1 : count), 0);
  return zeros > 0 && zeros <= 8 && zeros < bytes.length / 100
    ? bytes.filter((byte) => byte !== 0)
    : bytes;
}

function fromByteOrderMark(bytes: Uint8Array): Read | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) {
    return { text: new TextDecoder('utf-8').decode(bytes), encoding: 'utf-8', confidence: 1 };
  }
  if (a === 0xff && b === 0xfe) return utf16(bytes.subarray(2), 'utf-16le', 1);
  if (a === 0xfe && b === 0xff) return utf16(bytes.subarray(2), 'utf-16be', 1);
  return null;
}

function utf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be', confidence: number): Read {
  const even = bytes.subarray(0, bytes.length - (bytes.length % 2));
  let little = even;
  if (encoding === 'utf-16be') {
    little = Uint8Array.from(even);
    for (let at = 0; at + 1 < little.length; at += 2) {
      little[at] = even[at + 1] ?? 0;
      little[at + 1] = even[at] ?? 0;
    }
  }
  return { text: new TextDecoder('utf-16le').decode(little), encoding, confidence };
}

/** Swedish in UTF-16 has a zero in nearly every second byte: which half tells the byte order. */
function fromUtf16WithoutMark(bytes: Uint8Array): Read | null {
  const sample = bytes.subarray(0, 4096);
  let even = 0;
  let odd = 0;
  for (let at = 0; at < sample.length; at += 1) {
    if (sample[at] !== 0) continue;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  const half = sample.length / 2;
  if (half < 2) return null;
  if (odd / half > 0.7 && even / half < 0.05) return utf16(bytes, 'utf-16le', 0.98);
  if (even / half > 0.7 && odd / half < 0.05) return utf16(bytes, 'utf-16be', 0.98);
  return null;
}

function fromUtf8(bytes: Uint8Array): Read | null {
  if (bytes.includes(0)) return null;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { text, encoding: 'utf-8', confidence: 1 };
  } catch {
    return damagedUtf8(bytes);
  }
}

/** UTF-8 with a few broken bytes is still UTF-8: what is lost is lost, the rest must not become gibberish. */
function damagedUtf8(bytes: Uint8Array): Read | null {
  const text = new TextDecoder('utf-8').decode(bytes);
  const lost = countMatches(text, /\uFFFD/gu);
  const whole = countMatches(text, /[åäöÅÄÖéüÉ–—’”“•\uF0B7]/gu);
  return whole > lost * 3 ? { text, encoding: 'utf-8', confidence: 0.8 } : null;
}

function countMatches(text: string, what: RegExp): number {
  return [...text.matchAll(what)].length;
}

function fromSingleByte(bytes: Uint8Array): Read | null {
  if (hasControlBytes(bytes)) return null;
  const candidates = (Object.keys(UPPER_HALVES) as SingleByteEncoding[])
    .map((name) => {
      const text = decodeSingleByte(bytes, name);
      return { name, text, score: swedishLikeness(text) };
    })
    .sort((a, b) => b.score - a.score);
  const [best, second] = candidates;
  if (!best || !second) return null;
  const margin = best.score - second.score;
  const confidence = Math.max(0.3, Math.min(0.99, 0.5 + margin / 2));
  const usesC1 = bytes.some((byte) => byte >= 0x80 && byte <= 0x9f);
  const encoding = best.name === 'windows-1252' && !usesC1 ? 'iso-8859-1' : best.name;
  return { text: best.text, encoding, confidence: Math.round(confidence * 100) / 100 };
}

/** Control bytes that no text has: more than a stray few make the input binary. */
function hasControlBytes(bytes: Uint8Array): boolean {
  let found = 0;
  for (const byte of bytes) {
    if (byte === 0) return true;
    if (
      byte < 0x20 &&
      byte !== 0x09 &&
      byte !== 0x0a &&
      byte !== 0x0d &&
      byte !== 0x0c &&
      byte !== 0x0b
    )
      found += 1;
  }
  return found > 2 + bytes.length / 1000;
}
