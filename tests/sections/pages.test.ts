/** Heads and feet of pages. */
import { describe, expect, it } from 'vitest';
import { meetingOf } from '../helpers.js';
import { BODY, HEAD } from './notes.js';

describe('page heads without form feeds', () => {
  it('are told by the number that counts on in them, and by the title word for word', () => {
    const prose = Array.from(
      { length: 14 },
      (_, at) =>
        `Rad ${String.fromCodePoint(65 + at)} av texten handlar om vården i de mindre orterna.`,
    );
    const { agenda } = meetingOf(
      `Mötesanteckning SVN\n\nDatum: 3 mars 2022\nTid: 9.00\n\n1. Inledning\n${prose.join('\n')}\nDnr 2021-417 Sida 2\n${prose.join('\n')}\nMötesanteckning SVN\n${prose.join('\n')}\nDnr 2021-417 Sida 3\n\n2. Rapport\nInget nytt.\n`,
    );
    expect(agenda[0]?.text.split(/\s+(?=Rad )/u)).toEqual([...prose, ...prose, ...prose]);
  });
});

describe('what is no page’s', () => {
  it('is the day of a meeting above a page number, nor the last figure of a table', () => {
    const { upcomingMeetings } = meetingOf(
      '## Styrgruppen för närvård – Mötesanteckning\n\n**Tid:** Tisdag 2022-03-01, kl. 13:00–16:00\n\n## 1. Inledning\n\nAlla hälsas välkomna.\n\n## 2. Rapport\n\nInget nytt.\n\nSida 1 (2)\n\n\f## 3. Kommande möten\n\nTisdag 2022-05-17\n\nTisdag 2022-09-20\n\nSida 2 (2)\n',
    );
    expect(upcomingMeetings.map(({ date }) => date)).toEqual(['2022-05-17', '2022-09-20']);
    const { agenda } = meetingOf(
      `${HEAD}\n1. Inledning\nAlla hälsas välkomna.\n\n2. Avvikelser\nOmråde\n\nAntal\n\nSkaraborg\n\n212\n\nFyrbodal\n\n304\n\nSIMBA\n\n166\n\f\n3. Avslut\nMötet avslutas.\n`,
    );
    expect(agenda[1]?.text).toContain('166');
  });
});

describe('words that a page broke', () => {
  const textOf = (lines: string): string | undefined =>
    meetingOf(
      `${HEAD}\n1. Inledning\nAlla hälsas välkomna.\n\n2. Rapport\n${lines}\n\n3. Avslut\nMötet avslutas.\n`,
    ).agenda[1]?.text;

  it('are whole, with a blank before their hyphen too', () => {
    expect(textOf('Kravet är svårt att uppfylla vid omedel -\nbara omhändertaganden.')).toBe(
      'Kravet är svårt att uppfylla vid omedelbara omhändertaganden.',
    );
  });

  it('are none where the note writes its dashes so', () => {
    expect(
      textOf('Avtalet - som är nytt - gäller alla, och priset -\nsom är högt - är satt av staten.'),
    ).toContain('priset - som är högt');
  });
});

describe('minutes in two columns', () => {
  it('have their titles in the margin and their texts beside them', () => {
    const { agenda } = meetingOf(
      `${HEAD}\nPunkt                    Anteckningar\n\n1. Inledning och         Ulla Vik hälsar alla välkomna till Alby. Anteckningarna\nförra mötet              från den 3 februari godkänns.\n\n2. Avtal                 Nuvarande avtal tecknades 2018 och innehåller en prislista\n                         som räknas upp varje år.\n\n                         Bo Lindal tar fram ett förslag.\n\n3. Avslut                Mötet avslutas av ordföranden efter två timmar i den\n                         nya lokalen.\n`,
    );
    expect(agenda.map(({ number, title, text }) => [number, title, text])).toEqual([
      [
        '1',
        'Inledning och förra mötet',
        'Ulla Vik hälsar alla välkomna till Alby. Anteckningarna från den 3 februari godkänns.',
      ],
      [
        '2',
        'Avtal',
        'Nuvarande avtal tecknades 2018 och innehåller en prislista som räknas upp varje år.\n\nBo Lindal tar fram ett förslag.',
      ],
      ['3', 'Avslut', 'Mötet avslutas av ordföranden efter två timmar i den nya lokalen.'],
    ]);
  });
});

describe('bullets', () => {
  it('are told by the blank that they left', () => {
    const { agenda } = meetingOf(
      `${HEAD}\n1. Inledning\nAlla hälsas välkomna.\n\n2. Rapport\nUr dialogen:\n\n Kan tiden förlängas?\n Gränsen vid sex år är olycklig, eftersom uppdraget upphör vid\nskolstart.\n\n3. Avslut\nMötet avslutas.\n`,
    );
    expect(agenda[1]?.text).toBe(
      'Ur dialogen:\n\n- Kan tiden förlängas?\n- Gränsen vid sex år är olycklig, eftersom uppdraget upphör vid skolstart.',
    );
  });
});

describe('the foot of a board’s pages', () => {
  it('is to be signed, and says nothing', () => {
    const note = meetingOf(
      `${HEAD}${BODY}\n3. Avslut\nMötet avslutas.\nJusterandes sign                Utdragsbestyrkande\n`,
    );
    expect(note.agenda[2]?.text).toBe('Mötet avslutas.');
  });
});

describe('heads of pages', () => {
  const prose =
    'Gruppen har gått igenom vad som gjorts under året och vad som återstår att göra.\n'.repeat(9);

  it('are the first line again, in mid-sentence too', () => {
    const note = meetingOf(
      `Styrgruppen för närvård 2022-03-03\n\nMötesanteckningar\n\nDatum: 3 mars 2022\nNärvarande: Ulla Vik, Bo Lindal\n\n1. Läget\n${prose}\nUlla Vik återkommer med ett förslag senast den\n\nStyrgruppen för närvård 2022-03-03\n\n31 maj 2022.\n\n2. Avslut\nMötet avslutas.\n`,
    );
    expect([note.title, note.assignments[0]?.due?.latest]).toEqual([
      'Mötesanteckningar',
      '2022-05-31',
    ]);
  });

  it('take no sentence with them that begins below', () => {
    const note = meetingOf(
      `${HEAD}\n1. Läget\n${prose}\n2. Ensamhet\nInformation\nFöredragande: Ulla Vik, Linnéuniversitetet i Växjö\n\nStyrgruppen för närvård 3 mars 2022\n2 (3)\nForskarna har gått igenom många studier om\nofrivillig ensamhet bland äldre.\n`,
    );
    expect(note.agenda[1]?.text).toMatch(/^Forskarna har gått igenom många studier om ofrivillig/u);
  });
});

describe('headings whose letters are partly set apart', () => {
  it.each(['D AGORDNING', 'DAG O R D N I N G'])('"%s"', (heading) => {
    const note = meetingOf(
      `${HEAD}Närvarande: Ulla Vik, Region Dalarna\n\n${heading}\n\n1. Inledning\nVälkomna.\n\n2. Avslut\nMötet avslutas.\n`,
    );
    expect(note.participants.map(({ affiliation }) => affiliation)).toEqual(['Region Dalarna']);
  });
});

describe('the seam of two pages between two paragraphs', () => {
  const prose = `${'Gruppen har gått igenom vad som gjorts under året och vad som återstår.\n'.repeat(12)}Så långt det som är gjort.\n`;
  const textWith = (seam: string): string | undefined =>
    meetingOf(
      `Mötesanteckningar Välfärdsrådet Norr\n\nDatum: 19 oktober 2022\nNärvarande: Ulla Vik, Bo Lindal\n\n1. Läget\n${prose}\n${seam}\n\nTexten går vidare här.\n\n2. Avslut\nMötet avslutas.\n`,
    ).agenda[0]?.text;
  const whole = textWith('');

  it.each([
    ['2022-10-19', `${'Välfärdsrådet Norr'.padEnd(70)}2(4)`],
    ['Välfärdsrådet Norr', 'Mötesanteckning 2022-10-19', 'Sida 2'],
    [`${'Org.nr 222000-1234'.padEnd(66)}2022-10-19`, `${' '.repeat(66)}Sida 2 (4)`],
    [`${'Justerandes sign.'.padEnd(80)}Sida 1 av 2`],
    [`${'Region Norr · anteckningar'.padEnd(60)}[2]`],
    [`${'Välfärdsrådet Norr'.padEnd(66)}2022-10-19`],
  ])('is no text: %s', (...seam) => {
    expect(textWith(seam.join('\n'))).toBe(whole);
  });

  it('takes no heading, name or label with it', () => {
    for (const line of ['Ekonomisk uppföljning', 'Anna Ek, Nyköping', 'Frånvarande'])
      expect(textWith(`${line}\nSida 2 (4)`)).toContain(line);
  });
});
