import { describe, expect, it } from 'vitest';
import { decodeSingleByte, UPPER_HALVES } from '../src/text/charsets.js';
import { decode } from '../src/text/decode.js';
import { toLines } from '../src/text/document.js';
import { isOneLetterOff } from '../src/text/edits.js';
import { findFurniture } from '../src/text/furniture/furniture.js';
import { joinLines } from '../src/text/join.js';
import { readMarkdown } from '../src/text/markdown.js';
import { pattern } from '../src/text/pattern.js';
import { sentencesOf } from '../src/text/paragraph.js';
import { encode } from './helpers.js';

const TEXT =
  'Närvarande: Åsa Öberg, Göteborg – och Per Ek. Överenskommelsen gäller för vården i länet.\r\n';

describe('decode', () => {
  it.each([
    ['utf-8', 'utf-8'],
    ['utf-8-bom', 'utf-8'],
    ['utf-16le', 'utf-16le'],
    ['utf-16le-bom', 'utf-16le'],
    ['utf-16be', 'utf-16be'],
    ['utf-16be-bom', 'utf-16be'],
    ['windows-1252', 'windows-1252'],
    ['macintosh', 'macintosh'],
  ])('%s is told and read', (written, told) => {
    expect(decode(encode(TEXT, written))).toMatchObject({ text: TEXT, encoding: told });
  });

  it('CP850 is told by its letters', () => {
    const text = TEXT.replace('–', '-');
    expect(decode(encode(text, 'ibm850'))).toMatchObject({ text, encoding: 'ibm850' });
  });

  it('without bytes of windows-1252 alone it says iso-8859-1', () => {
    expect(decode(encode('Å, ä och ö är bokstäver.', 'windows-1252'))?.encoding).toBe('iso-8859-1');
  });

  it('UTF-8 with a broken byte stays UTF-8, what is lost stays lost', () => {
    const bytes = Buffer.concat([
      Buffer.from('Åsa Öberg såg över läget i länet för '),
      Buffer.from([0xff]),
      Buffer.from('vården.'),
    ]);
    expect(decode(bytes)).toMatchObject({ encoding: 'utf-8' });
    expect(decode(bytes)?.text).toContain('\uFFFD');
  });

  it('bytes that are no text are none', () => {
    expect(decode(Uint8Array.from({ length: 400 }, (_, at) => (at * 37) % 256))).toBeNull();
  });

  it.each([
    ['utf-8', 'windows-1252'],
    ['utf-8', 'macintosh'],
    ['utf-8', 'ibm850'],
    ['macintosh', 'windows-1252'],
    ['ibm850', 'windows-1252'],
    ['windows-1252', 'macintosh'],
  ] as const)('%s that was read as %s comes back', (written, as) => {
    const text = written === 'ibm850' ? TEXT.replace('–', '-') : TEXT;
    const misread = decodeSingleByte(encode(text, written), as);
    expect(misread).not.toBe(text);
    expect(decode(Buffer.from(misread))).toMatchObject({
      text,
      restored: `${written} read as ${as}`,
    });
  });

  it.each([
    ['after', (letter: string, mark: string) => letter + mark],
    ['before', (letter: string, mark: string) => mark + letter],
  ])('dots and rings that stand %s their letters are joined with them', (_, write) => {
    const MARKS: Record<string, string> = { å: 'a˚', ä: 'a¨', ö: 'o¨', Å: 'A˚', Ö: 'O¨' };
    const apart = TEXT.replaceAll(/[åäöÅÖ]/gu, (letter) => {
      const [plain = '', mark = ''] = MARKS[letter] ?? '';
      return write(plain, mark);
    });
    expect(decode(Buffer.from(apart))).toMatchObject({
      text: TEXT,
      restored: 'letters in pieces',
    });
  });

  it('the characters that HTML names are themselves', () => {
    expect(decode(Buffer.from('F&ouml;r &Aring;sa &#8211; FoU &amp; v&#xE5;rd &foo;'))?.text).toBe(
      'För Åsa – FoU & vård &foo;',
    );
  });

  it('a text that was read rightly is left alone', () => {
    for (const text of [TEXT, 'Müller, Ångström and Łukasz met at the café – naïve.', 'a ˚ b ¨ c'])
      expect(decode(Buffer.from(text))).toMatchObject({ text, restored: null });
  });

  it('every byte has one character in each table', () => {
    for (const name of Object.keys(UPPER_HALVES) as (keyof typeof UPPER_HALVES)[]) {
      expect(UPPER_HALVES[name]).toHaveLength(128);
      expect(decodeSingleByte(Uint8Array.from([0xe5]), name)).toHaveLength(1);
    }
  });
});

describe('lines', () => {
  it('a line ends at LF, CRLF or CR; a form feed begins a page, not a line', () => {
    const lines = toLines('a\r\nb\rc\n\fd');
    expect(lines.map(({ no, text, page }) => [no, text, page])).toEqual([
      [1, 'a', 1],
      [2, 'b', 1],
      [3, 'c', 1],
      [4, 'd', 2],
    ]);
  });

  it('resolves ligatures, soft hyphens, no-break blanks and private-use bullets', () => {
    const [line] = toLines('\uF0B7 ﬁnansie\u00ADring\u00A0klar');
    expect(line).toMatchObject({ bullet: '\uF0B7', text: 'finansiering klar' });
  });

  it('keeps cells apart at tabs and runs of blanks', () => {
    expect(toLines('Datum\t3 maj')[0]?.cells.map(({ text }) => text)).toEqual(['Datum', '3 maj']);
    expect(toLines('Anna Berg     Bo Ek')[0]?.cells).toEqual([
      { text: 'Anna Berg', x: 0 },
      { text: 'Bo Ek', x: 14 },
    ]);
  });
});

describe('joinLines', () => {
  const join = (...lines: string[]): string => joinLines(lines.map((text) => ({ text })));
  it.each([
    [['överens-', 'kommelse'], 'överenskommelse'],
    [['in-', 'och utskrivning'], 'in- och utskrivning'],
    [['Lars-', 'Göran'], 'Lars-Göran'],
    [['IT-', 'stöd'], 'IT-stöd'],
    [['2018-', '2020'], '2018-2020'],
    [['e-', 'hälsa'], 'e-hälsa'],
    [['vård –', 'och omsorg'], 'vård – och omsorg'],
  ])('%j → %s', (lines, joined) => {
    expect(join(...lines)).toBe(joined);
  });
  it('keeps a hyphen that the note writes elsewhere', () => {
    expect(joinLines([{ text: 'region-' }, { text: 'kommun' }], new Set(['region-kommun']))).toBe(
      'region-kommun',
    );
  });
});

describe('markdown', () => {
  it('takes marks away and keeps what they said', () => {
    expect(readMarkdown('- [Brev \\(VGR\\) om *allt*](https://a.se/b)')).toMatchObject({
      text: '- Brev (VGR) om allt',
      links: [{ title: 'Brev (VGR) om allt', href: 'https://a.se/b' }],
    });
    expect(readMarkdown('1. **Öppnande**')).toMatchObject({ text: '1. Öppnande', strong: true });
    expect(readMarkdown('*Nätverket beslutade efter mötet').text).toBe(
      '*Nätverket beslutade efter mötet',
    );
  });
});

describe('furniture', () => {
  const page = (number: number, body: string): string =>
    `Gruppen för vård 2021-05-04\n${body}\nSida ${number} (2)`;
  const prose = Array.from(
    { length: 8 },
    (_, at) => `Rad ${'abcdefgh'[at] ?? ''} handlar om vården i länet.`,
  ).join('\n');
  it('page numbers and repeated heads are no text, labels that come again are', () => {
    const text = `Minnesanteckningar\n${page(1, prose)}\n\f${page(2, `${prose}\nInformation\nBeslut: Gruppen noterar informationen.`)}\nInformation`;
    const lines = toLines(text);
    const furniture = findFurniture(lines).lines;
    const shown = lines.filter(({ no }) => furniture.has(no)).map((line) => line.text);
    // The first printing is the head's own: it names the body.
    expect(shown).toEqual(['Sida 1 (2)', 'Gruppen för vård 2021-05-04', 'Sida 2 (2)']);
  });
});

describe('small things', () => {
  it('patterns know Swedish word borders', () => {
    expect(pattern(String.raw`\bår\b`).test('ett år till')).toBe(true);
    expect(pattern(String.raw`\bfr\b`).test('från')).toBe(false);
  });
  it('one letter off is one letter off', () => {
    expect(isOneLetterOff('frånvarande', 'frånvarnde')).toBe(true);
    expect(isOneLetterOff('frånvarande', 'frånvarnade')).toBe(true);
    expect(isOneLetterOff('frånvarande', 'frånvarande')).toBe(false);
    expect(isOneLetterOff('frånvarande', 'närvarande')).toBe(false);
  });
  it('sentences end at full stops that are not an abbreviation', () => {
    const text = 'Det gäller bl.a. kl. 13.00 fr.o.m. 1 maj. Sedan kom Anna. Vad hände? Inget.';
    expect(sentencesOf(text).map((sentence) => sentence.text)).toEqual([
      'Det gäller bl.a. kl. 13.00 fr.o.m. 1 maj.',
      'Sedan kom Anna.',
      'Vad hände?',
      'Inget.',
    ]);
  });
});

describe('the margin of every line', () => {
  const LINES = Array.from({ length: 12 }, (_, at) => `Rad ${'abcdefghijkl'[at] ?? ''} om vården`);
  const textsOf = (lines: readonly string[]): string[] =>
    toLines(lines.join('\n')).map(({ text }) => text);

  it.each<[string, (line: string, at: number) => string]>([
    ['blanks', (line) => `      ${line}`],
    ['quotation marks', (line) => `> ${line}`],
    ['quotation marks twice', (line) => `> > ${line}`],
    ['line numbers', (line, at) => `${String(at + 1).padStart(3)} ${line}`],
    [
      'line numbers of pages',
      (line, at) => `${at % 6 === 0 ? '\f' : ''}${String((at % 6) + 1)}  ${line}`,
    ],
  ])('%s are none of the text', (_, change) => {
    expect(textsOf(LINES.map(change))).toEqual(LINES);
  });

  it('numbers of items are no line numbers', () => {
    const items = LINES.flatMap((line, at) => [`${String(at + 1)} ${line}`, 'Mer om det.']);
    expect(textsOf(items)).toEqual(items);
  });

  it('letters that are set apart are closed up, words that are letters are not', () => {
    expect(
      textsOf(['N ä r v a r a n d e :', 'A n m ä l t   f ö r h i n d e r', 'Vi i U a']),
    ).toEqual(['Närvarande:', 'Anmält förhinder', 'Vi i U a']);
  });

  it('blanks that all stand twice part no cells', () => {
    const doubled = Array.from({ length: 20 }, () => 'En  rad  om  vården  i  länet  och  mer.');
    expect(toLines(doubled.join('\n')).every(({ cells }) => cells.length === 1)).toBe(true);
  });
});
