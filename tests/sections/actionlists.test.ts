/** Lists and tables of things to do. */
import { describe, expect, it } from 'vitest';
import type { Meeting } from '../../src/record/schema.js';
import { meetingOf } from '../helpers.js';
import { BODY, HEAD, ITEM, noteWith } from './notes.js';

describe('what is to be done', () => {
  const actionsOf = (list: string): Meeting['assignments'] =>
    meetingOf(`${HEAD}${BODY}\n3. Att göra\n${list}\n`).assignments;

  it('is not what is done, and has nobody cut out of parentheses', () => {
    expect(
      actionsOf('- Boka lokal (Ulla, klart), se kalendern\n- Ring Bo (Vik, Holm) (Ulla kontaktar)'),
    ).toMatchObject([{ assignees: [] }]);
  });
});

describe('a list of actions without marks', () => {
  it('goes on over the end of a page while its entries are somebody’s', () => {
    const note = meetingOf(
      `${HEAD}Närvarande: Ulla Vik, Bo Lindal\n${BODY}\nAtt göra\nUlla Vik: boka lokal\n\n\n\nSida 1 av 2\n\f\n\n\nBo Lindal: sammanställa svaren senast den 9 maj\n\n\nSida 2 av 2\n`,
    );
    expect(note.assignments.map(({ task, assignees }) => [task, assignees])).toEqual([
      ['boka lokal', ['Ulla Vik']],
      ['sammanställa svaren', ['Bo Lindal']],
    ]);
  });
});

describe('a table of actions', () => {
  it('needs no heading where its owners are persons', () => {
    const note = meetingOf(
      `${HEAD}Närvarande: Ulla Vik, Bo Lindal\n\n1. Inledning\nOrdföranden hälsar välkommen.\n\n2. Sammanställning\nVad                          Vem             När\nSända statistik              Ulla Vik        24 maj 2022\nBoka lokal                   Bo Lindal       Senast 15 juni\n`,
    );
    expect(
      note.assignments.map(({ task, assignees, due }) => [task, assignees, due?.latest]),
    ).toEqual([
      ['Sända statistik', ['Ulla Vik'], '2022-05-24'],
      ['Boka lokal', ['Bo Lindal'], '2022-06-15'],
    ]);
  });
});

describe('a table of actions that lost its order', () => {
  it('gives no assignments rather than wrong ones', () => {
    const note = meetingOf(
      `${HEAD}Närvarande: Ulla Vik, Bo Lindal\n${BODY}\nAtt göra\n\nAktivitet\n\nAnsvarig\n\nKlart\n\nSkicka ut mallen\n\nFråga Vara om avtal\n\nUlla Vik\n\nBo Lindal\n\n16 april 2022\n`,
    );
    expect(note.assignments).toEqual([]);
    expect(note.agenda.at(-1)?.text).toContain('Skicka ut mallen');
  });

  it('is not read from cells that ran into one', () => {
    const note = meetingOf(
      `${HEAD}Närvarande: Ulla Vik\n\n1. Inledning\nTexten är lång.\n\n2. Läget\nVad\n\nVem\n\nNär\n\nBoka lokal\n\nUlla Vik snarast\n\nHälsa på alla\n`,
    );
    expect(note.assignments).toEqual([]);
  });
});

describe('a table of actions with rows in pieces', () => {
  it('a table of actions may keep one row together and part another', () => {
    const { assignments } = meetingOf(
      `${HEAD}${ITEM}\n2. Mötets avslutande\nOrdföranden tackar.\n\nAtt göra\nVad\n\nVem\n\nNär\n\nSkicka ut kartläggningen Ulla Vik 2022-04-01\nBoka lokal\n\nBo Lindal\n\n2022-04-15\n`,
    );
    expect(
      assignments.map(({ task, assignees, due, item }) => [task, assignees, due?.latest, item]),
    ).toEqual([
      ['Skicka ut kartläggningen', ['Ulla Vik'], '2022-04-01', null],
      ['Boka lokal', ['Bo Lindal'], '2022-04-15', null],
    ]);
  });

  it('a list headed as an item is stands outside the last one', () => {
    const itemsOf = (heading: string): (string | null)[] =>
      meetingOf(
        `${HEAD}${ITEM}\n2. Övriga frågor\nUlla Vik efterlyser bättre statistik.\n\n${heading}\n• Boka lokal (Bo)\n`,
      ).assignments.map(({ item }) => item);
    expect(itemsOf('Att göra')).toEqual([null]);
    expect(itemsOf('Att göra:')).toEqual(['2']);
  });
});

describe('the note’s only list of actions', () => {
  const networkNote = (heading: string): string =>
    `Nätverk äldreomsorg\n8 april 2022\nNärvarande: Ulla Vik, Alby, Bo Lindal, Lidby\n\nSömn / Siv Holm\nSömnmedel används mindre på boenden där man arbetat med ljus.\n\nMat / Per Ek\nMåltiderna har fått en egen plan i båda kommunerna.\n\n${heading}\n• Boka lokal (Ulla)\n• Skicka enkäten (Bo)\n`;
  const titlesOf = (heading: string): string[] =>
    meetingOf(networkNote(heading)).agenda.map(({ title }) => title);

  it('is an item after the others, unless a colon makes it part of the last', () => {
    expect(titlesOf('Att göra inför nästa träff')).toEqual([
      'Sömn',
      'Mat',
      'Att göra inför nästa träff',
    ]);
    expect(titlesOf('Att göra:')).toEqual(['Sömn', 'Mat']);
  });
});

describe('actions with their owners and days', () => {
  const actionsOf = (lines: string): [string, string[], string | null | undefined][] =>
    meetingOf(
      `${HEAD}Närvarande: Ulla Vik, Lidby, Bo Lindal, Alby\n${BODY}\n${lines}\n`,
    ).assignments.map(({ task, assignees, due }) => [task, assignees, due?.latest]);

  it('may have the day behind the parentheses', () => {
    expect(
      actionsOf(
        'Att göra\nTa fram en karta (Ulla Vik), före den 1 augusti 2022\nBoka lokal (Bo Lindal)',
      ),
    ).toEqual([
      ['Ta fram en karta', ['Ulla Vik'], '2022-07-31'],
      ['Boka lokal', ['Bo Lindal'], undefined],
    ]);
  });

  it('may wrap in a table that was run together', () => {
    expect(
      actionsOf(
        'Att göra\nVad Vem När\nSe över hur avvikelserna återförs till\nvårdcentralerna\nUlla Vik 25 mars 2022\nTa fram ett förslag\nUlla Vik och\nBo Lindal\n12 maj 2022',
      ),
    ).toEqual([
      ['Se över hur avvikelserna återförs till vårdcentralerna', ['Ulla Vik'], '2022-03-25'],
      ['Ta fram ett förslag', ['Ulla Vik', 'Bo Lindal'], '2022-05-12'],
    ]);
  });
});

describe('a list of actions', () => {
  it('has a heading of its own right below a title that is one', () => {
    const { assignments } = meetingOf(
      `${HEAD}Närvarande: Ulla Vik\n\n1. Inledning\nAlla hälsas välkomna.\n\n2. Sammanfattning av åtgärder\nAtt göra inför nästa möte:\n– Boka lokal (Ulla)\n– Uppdatera listan (Bo)\n\n3. Nästa möte\nNästa möte: 18 april 2022\n`,
    );
    expect(assignments.map(({ assignees, task, due }) => [assignees, task, due?.latest])).toEqual([
      [['Ulla'], 'Boka lokal', '2022-04-18'],
      [['Bo'], 'Uppdatera listan', '2022-04-18'],
    ]);
  });
});

describe('a table of actions whose cells ran together', () => {
  it('may have who first', () => {
    const note = meetingOf(
      `${HEAD}Närvarande: Ulla Vik, Bo Lindal\n${BODY}\n3. Att göra\nVem Vad När\nUlla Vik Sprida materialet till alla rektorer 29 augusti 2022\nBo Lindal Samla in önskemål senast den 15 september 2022\n`,
    );
    expect(
      note.assignments.map(({ assignees, task, due }) => [assignees, task, due?.latest]),
    ).toEqual([
      [['Ulla Vik'], 'Sprida materialet till alla rektorer', '2022-08-29'],
      [['Bo Lindal'], 'Samla in önskemål', '2022-09-15'],
    ]);
  });
});

describe('cells in the middle of their rows', () => {
  it('have as many lines of the task above as below', () => {
    expect(
      noteWith(
        'Att göra\nVad                                 Vem                 När\nSamla goda exempel på nattbeman-\n                                    Ida Ek              2022-05-02\nning\nTa fram ett underlag om kostnader\n                                    Bo Lind             2022-06-13\noch skicka det till nätverket\nBoka studiebesök                    Siv Holm            2022-06-20',
      ).assignments.map(({ assignees, task, due }) => [assignees, task, due?.latest]),
    ).toEqual([
      [['Ida Ek'], 'Samla goda exempel på nattbemanning', '2022-05-02'],
      [
        ['Bo Lind'],
        'Ta fram ett underlag om kostnader och skicka det till nätverket',
        '2022-06-13',
      ],
      [['Siv Holm'], 'Boka studiebesök', '2022-06-20'],
    ]);
  });
});
