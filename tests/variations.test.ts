/** Every note through every transformation that leaves the meaning alone must give the same record. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decode } from '../src/text/decode.js';
import type { Meeting } from '../src/record/schema.js';
import { allNotes, encode, readMeeting } from './helpers.js';

interface Variation {
  name: string;
  apply: (text: string) => Uint8Array;
  skip?: (text: string) => boolean;
}
const utf8 =
  (change: (text: string) => string) =>
  (text: string): Uint8Array =>
    Buffer.from(change(text));
const outside =
  (encoding: 'windows-1252' | 'macintosh' | 'ibm850') =>
  (text: string): boolean => {
    const bytes = encode(text, encoding);
    return decode(bytes)?.text !== text;
  };

const VARIATIONS: Variation[] = [
  { name: 'utf-8 with byte order mark', apply: (text) => encode(text, 'utf-8-bom') },
  { name: 'utf-16le', apply: (text) => encode(text, 'utf-16le') },
  { name: 'utf-16be with byte order mark', apply: (text) => encode(text, 'utf-16be-bom') },
  // A note with characters that the encoding lacks (private-use bullets, ligatures) cannot be written in it.
  {
    name: 'windows-1252',
    apply: (text) => encode(text, 'windows-1252'),
    skip: outside('windows-1252'),
  },
  { name: 'macintosh', apply: (text) => encode(text, 'macintosh'), skip: outside('macintosh') },
  { name: 'ibm850', apply: (text) => encode(text, 'ibm850'), skip: outside('ibm850') },
  { name: 'CRLF', apply: utf8((text) => text.replaceAll(/\r\n|\r|\n/gu, '\r\n')) },
  { name: 'CR', apply: utf8((text) => text.replaceAll(/\r\n|\r|\n/gu, '\r')) },
  { name: 'NFD', apply: utf8((text) => text.normalize('NFD')) },
  {
    name: 'no-break blanks in figures',
    apply: utf8((text) => text.replaceAll(/(\d) (\d{3})/gu, '$1\u00A0$2')),
  },
  { name: 'ligatures', apply: utf8((text) => text.replaceAll('fi', 'ﬁ').replaceAll('fl', 'ﬂ')) },
  {
    name: 'soft hyphens inside words',
    apply: utf8((text) => text.replaceAll(/(\p{Ll}{5})(\p{Ll}{5})/gu, '$1\u00AD$2')),
  },
  {
    name: 'zero-width blanks',
    apply: utf8((text) => text.replaceAll(/(\p{Ll}) (\p{Ll})/gu, '$1\u200B $2')),
  },
  {
    name: 'hyphen look-alikes',
    apply: utf8((text) => text.replaceAll(/(\p{L})-(\p{L})/gu, '$1\u2011$2')),
  },
  {
    name: 'bullets of another kind',
    apply: utf8((text) => text.replaceAll(/^(\s*)[•\uF0B7] /gmu, '$1▪ ')),
  },
];

function essence(meeting: Meeting): unknown {
  const { diagnostics, id, ...rest } = meeting;
  return JSON.parse(
    JSON.stringify({
      ...rest,
      source: null,
      id: meeting.date === null ? null : id,
      codes: diagnostics.map(({ code }) => code).sort(),
    }),
  ) as unknown;
}

describe.each(allNotes().filter((path) => !path.includes('english')))('%s', (path) => {
  const text = decode(readFileSync(path))?.text ?? '';
  const original = essence(readMeeting(Buffer.from(text), path));
  for (const { name, apply, skip } of VARIATIONS) {
    it.skipIf(skip?.(text) ?? false)(name, () => {
      expect(essence(readMeeting(apply(text), path))).toEqual(original);
    });
  }
});
