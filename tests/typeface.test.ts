import { describe, expect, it } from 'vitest';
import { parseNote } from '../src/index.js';
import { FACES } from '../src/text/faces.js';
import { advance, measureBy, measureOf, withNextWord } from '../src/text/typeface.js';

const words = (
  'Kommunerna kring Ystad har under våren sammanställt hur många mammor som kommer till mottagningen och ' +
  'hur lite tid till ställtid det till slut blir i teamen, trots att mätningarna gjordes om i maj. ' +
  'Gruppen menar att sammanhållna team ger trygghet i hela kedjan och att illa ställda frågor i ' +
  'enkäten till viss del förklarar skillnaderna mellan mottagningarna i norr och i söder. Det ' +
  'finns också en oro för att den lilla satsning som ännu pågår ska bli kortvarig när medlen från ' +
  'staten minskar, vilket flera av de mindre kommunerna har lyft i sina svar till utredaren. Samtidigt ' +
  'visar försöken med gemensamma mottagningar att mammorna uppskattar att få träffa samma barnmorska ' +
  'under hela tiden och att väntan blir mindre när teamen själva fördelar besöken mellan sig, som ' +
  'i Malmö och Lund där hemmen besöks två gånger i månaden av en ur teamet och en från familjeteamet'
).split(' ');

/** Breaks the words as a page does that holds so much by `measure`. */
function wrap(all: readonly string[], most: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  for (const word of all) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
    if (lines.length > 0 && measure(longer) <= most) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

const pairs = (lines: readonly string[]) =>
  lines
    .slice(1)
    .map((text, at) => ({ line: { text: lines[at] ?? '', at }, next: { text } }))
    .filter(({ line }) => !line.text.endsWith('.'));

const note = (lines: readonly string[]): string =>
  ['Mötesanteckning Vårdrådet i Norrfjärden', '2024-03-12', '', '1. Mottagningen', ...lines].join(
    '\n',
  );

describe('widths of letters', () => {
  it('takes wide letters for wider than narrow ones', () => {
    expect(advance('mmm')).toBeGreaterThan(2 * advance('lil'));
  });

  it('takes the first word of the next line', () => {
    expect(withNextWord('till', 'gruppen möts')).toBe('till gruppen');
    expect(withNextWord('till', 'gruppen')).toBe('till gruppen');
  });

  it('knows lines that a page with letters of different widths broke', () => {
    expect(measureBy(pairs(wrap(words, 35_000, advance)))).not.toBeNull();
  });

  it.each(FACES.map((face, index) => [index, measureOf(face)] as const))(
    'chooses a face in which each line that a page broke was full: %i',
    (_, measure) => {
      const all = [...words, ...words.toReversed(), ...words, ...words.toReversed()];
      const broken = pairs(wrap(all, 60 * measure('n'), measure));
      const chosen = measureBy(broken) ?? ((): number => NaN);
      const reached = Math.max(...broken.map(({ line }) => chosen(line.text)));
      const wanted = broken.map(({ line, next }) => chosen(withNextWord(line.text, next.text)));
      expect(reached).toBeLessThan(1.005 * Math.min(...wanted));
    },
  );

  it('has the widths that the faces have', () => {
    const [sans, serif] = FACES.map((face) => measureOf(face));
    expect([sans?.('m'), sans?.('i'), sans?.('å')]).toEqual([833, 222, 556]);
    expect([serif?.('m'), serif?.('i'), serif?.('å')]).toEqual([778, 278, 444]);
  });

  it('leaves text wrapped at a number of characters to its characters', () => {
    expect(measureBy(pairs(wrap(words, 64, (text) => text.length)))).toBeNull();
  });

  it('says nothing of too few lines', () => {
    expect(measureBy(pairs(wrap(words, 35_000, advance)).slice(0, 3))).toBeNull();
  });

  it('ends a paragraph whose last line had room for the next word by its letters', () => {
    const full = wrap(words, 35_000, advance);
    const last = 'Till slut ville alla till Lillhult i tid till lillelilla jul till stillhet.';
    const [longest] = full.map(({ length }) => length).sort((a, b) => b - a);
    expect(last.length + ' Mötet'.length).toBeGreaterThan((longest ?? 0) * 0.95);
    const { meeting } = parseNote(
      Buffer.from(note([...full, last, 'Mötet tackar.', '', '2. Övrigt', 'Inget fanns.'])),
      'note.txt',
    );
    expect(meeting?.agenda[0]?.text).toContain('jul till stillhet.\n\nMötet tackar.');
  });
});
