/** What stands between, on or around a note's lines and says nothing of the meeting. */
import { describe, expect, it } from 'vitest';
import { meetingOf } from './helpers.js';

const NOTE = [
  'Mötesanteckningar från styrgruppen för närvård',
  'Datum: 3 mars 2022',
  'Närvarande: Ulla Vik, Alby, Bo Lindal, Lidby',
  '',
  '1. Inledning',
  'Ordföranden hälsar välkommen till mötet.',
  '',
  '2. Hemtjänst',
  'Kommunerna har under året prövat en ny modell för hemtjänsten som bygger på att',
  'personalen själv lägger sitt schema.',
  'Följande har kommit fram:',
  '• Restiderna har blivit kortare.',
  '• Schemat är svårt att läsa i telefonen.',
  'Beslut: Styrgruppen noterar informationen.',
  '',
  '3. Taxor',
  'Taxorna i länet skiljer sig åt mer än vad som kan förklaras av avstånd och löner, säger',
  'utredaren.',
  '',
  '4. Avslut',
  'Ordföranden tackar för ett gott möte.',
];

const said = (lines: readonly string[]): unknown => {
  const { agenda, decisions, participants, milestones, signatories, links, title } = meetingOf(
    `${lines.join('\n')}\n`,
  );
  return {
    agenda: agenda.map((item) => [item.number, item.title, item.text]),
    decisions: decisions.map(({ text }) => text),
    participants: participants.map(({ name, affiliation }) => [name, affiliation]),
    milestones,
    signatories,
    links,
    title,
  };
};

const PLAIN = said(NOTE);

/** Within two sentences. */
const inserted = (mark: (page: number) => string): string[] =>
  NOTE.flatMap((line, at) => (at === 8 || at === 16 ? [line, mark(at === 8 ? 1 : 2)] : [line]));

describe('a line between the pages', () => {
  it.each<[string, (page: number) => string]>([
    ['a comment', (page) => `<!-- page ${String(page)} -->`],
    ['a picture', (page) => `![](pages/${String(page)}.png)`],
    ['a rule', () => '-----'],
    ['a signing service', () => 'Penneo dokumentnyckel: 7XKQ2-EVB4N-8YV3D'],
    ['a stamp', () => 'UTKAST'],
    ['letter paper', () => 'Norrkom, Box 12, 405 30 Norrby, tel 031-12 34 56, info@norrkom.se'],
    ['the house’s address', () => 'www.norrkom.se'],
  ])('is none of the note: %s', (_, mark) => {
    expect(said(inserted(mark))).toEqual(PLAIN);
  });

  it('is one where a sentence tells whom to ask', () => {
    const asks = 'Frågor ställs till Ulla Vik, ulla@alby.se, 031-12 34 56.';
    const lines = NOTE.flatMap((line, at) => (at === 17 ? [line, '', asks] : [line]));
    expect(JSON.stringify(said(lines))).toContain('ulla@alby.se');
  });
});

describe('the page of a signing service', () => {
  it('says nothing of the meeting', () => {
    expect(
      said([
        ...NOTE,
        '\fVerifikat',
        'Transaktion 09222115557490551234',
        'Startades 2022-03-07 10:12:31 CEST (+0200) av Siv Holm (SH)',
        'Signerare',
        'Ulla Vik (UV)',
        'Signerade 2022-03-07 10:13:50 CEST (+0200)',
        'Du kan verifiera originalets äkthet på https://scrive.com/verify',
      ]),
    ).toEqual(PLAIN);
  });

  it('ends where an appendix of the note begins', () => {
    const appendix = 'Skattesatserna i de fyra kommunerna ligger mellan 20 och 22 kronor.';
    const lines = [...NOTE, '\fVerifikat', 'Signerade 2022-03-07 av Ulla Vik', `\f${appendix}`];
    const told = JSON.stringify(said(lines));
    expect(told).toContain(appendix);
    expect(told).not.toContain('Verifikat');
  });
});

describe('a mark on the words', () => {
  it.each<[string, (line: string) => string]>([
    ['underscores', (line) => line.replace(/^(Datum|Närvarande|Beslut):/u, '__$1:__')],
    ['an underscore', (line) => line.replace(/(?<=\s)(\p{Ll}{6,})(?=\s)/u, '_$1_')],
    ['tags', (line) => line.replace(/^(Datum|Närvarande|Beslut):/u, '<b>$1:</b>')],
    ['breaks', (line) => (line === '' ? line : `${line}<br>`)],
    ['plus signs', (line) => line.replace('•', '+')],
    ['the sign of a section', (line) => line.replace('•', '§')],
    ['a letter of Wingdings', (line) => line.replace('•', '\u00fc')],
    ['question marks', (line) => line.replace('•', '?')],
    ['lost letters', (line) => line.replace('•', '\uFFFD')],
    ['arrows', (line) => line.replace('•', '>')],
  ])('is no word: %s', (_, change) => {
    expect(said(NOTE.map(change))).toEqual(PLAIN);
  });

  it('is a section’s where a number follows', () => {
    const { agenda } = meetingOf(
      `${NOTE.slice(0, 4).join('\n')}\n§ 1 Inledning\nVälkomna hit.\n\n§ 2 Hemtjänst\nEn ny modell prövas.\n`,
    );
    expect(agenda.map(({ title }) => title)).toEqual(['Inledning', 'Hemtjänst']);
  });

  it('is no name in a file’s', () => {
    const file = 'Filen heter rapport_2022_slut och _bilaga_2_ ligger på ytan.';
    const lines = NOTE.map((line, at) => (at === 5 ? file : line));
    expect(JSON.stringify(said(lines))).toContain('rapport_2022_slut');
  });

  it('ends a line where no other line end is', () => {
    const { agenda } = meetingOf(NOTE.join('\u2028'));
    expect(agenda.map(({ title }) => title)).toEqual(['Inledning', 'Hemtjänst', 'Taxor', 'Avslut']);
  });
});
