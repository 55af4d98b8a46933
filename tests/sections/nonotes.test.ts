/** What is no note of a meeting. */
import { describe, expect, it } from 'vitest';
import { parseNote } from '../../src/index.js';

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
