/** What is no note of a meeting. */
import { describe, expect, it } from 'vitest';
import { parseNote } from '../../src/index.js';
import { meetingOf } from '../helpers.js';
import { TITLE } from './notes.js';

describe('what is no note', () => {
  const unread = (text: string): string[] =>
    parseNote(Buffer.from(text), 'text.txt').diagnostics.map(({ code }) => code);

  it.each([
    'Exempel på styrelseprotokoll\n\nPlats: Lokalen\nDatum: 15 november\n\n1. Mötets öppnande\n2. Närvaro\n',
    'Møde i bestyrelsen\n\nReferat den 3 marts 2022\nDeltagere: Ulla Vik og Bo Lindal\n\n1. Godkendelse af dagsorden\nDer blev ikke rejst spørgsmål til dagsordenen, og den blev godkendt af alle.\n2. Status\nFormanden fortalte også om byggeriet, og der blev talt om prisen på et nyt tag.\n',
  ])('stays so: %s', (text) => {
    expect(unread(text)).toContain('not-a-note');
  });
});

describe('words of other kinds of text', () => {
  it('below a note’s own title are what it was about', () => {
    expect(
      meetingOf(`${TITLE}Datum: 3 mars 2022\n\nRutin för hembesök\nBeslut: Rutinen godkänns.\n`)
        .date,
    ).toBe('2022-03-03');
  });

  it('in a point of a list are no title', () => {
    const text =
      'Sekreterare sökes\n\nPublicerad: 2022-03-03\n\nUppgifter\n- Kalla till möten\n- Skriva protokoll\n';
    expect(parseNote(Buffer.from(text), 'x.txt').meeting).toBeNull();
  });
});

describe('a summons', () => {
  it.each([
    'ALBY KOMMUN                 KALLELSE/FÖREDRAGNINGSLISTA            1 (2)\nKulturnämnden',
    'Kulturnämnden\nKulturnämnden kallas till sammanträde',
  ])('is no note: %s', (head) => {
    expect(
      parseNote(
        Buffer.from(
          `${head}\n\nTid: 19 september 2023 kl. 13.00\nPlats: Kommunhuset\n\nLedamöter\nIda Ek (S), ordförande\nBo Lind (M)\n\n1. Upprop\n\n2. Val av justerare\n`,
        ),
        'x.txt',
      ).meeting,
    ).toBeNull();
  });
});
