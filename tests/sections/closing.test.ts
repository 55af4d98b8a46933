/** Who signs. */
import { describe, expect, it } from 'vitest';
import type { Meeting } from '../../src/record/schema.js';
import { meetingOf } from '../helpers.js';
import { BODY, HEAD, ITEM } from './notes.js';

describe('the foot', () => {
  const footOf = (words: string): Meeting =>
    meetingOf(`${HEAD}Närvarande: Ulla Vik, Bo Lindal\n${BODY}\n\n${words}\n`);

  it('names who signs with an office on the same line, and not who takes the notes', () => {
    const note = footOf('Vid protokollet      Justeras\nBo Lindal            Ulla Vik, ordförande');
    expect(note.signatories).toEqual([
      { name: 'Ulla Vik', role: 'ordförande', organisation: null },
    ]);
    expect(note.noteTaker).toBe('Bo Lindal');
  });
});

describe('signatures', () => {
  it('have their organisations on the next page', () => {
    const { signatories } = meetingOf(
      'Mötesanteckningar\nSamråd för Region Norr och Norrkom, SNN\nDatum: 3 mars 2022\nNärvarande: Ulla Vik, Region Norr, Bo Lindal, Norrkom\n1. Inledning\nOrdföranden hälsar välkommen till mötet.\n2. Övriga frågor\nInga övriga frågor anmäldes.\nVid protokollet: Siv Holm\nUlla Vik Bo Lindal\nOrdförande Vice ordförande\n\f3(3)\nRegion Norr Norrkom\n',
    );
    expect(signatories).toEqual([
      { name: 'Ulla Vik', role: 'Ordförande', organisation: 'Region Norr' },
      { name: 'Bo Lindal', role: 'Vice ordförande', organisation: 'Norrkom' },
    ]);
  });
});

describe('signatures', () => {
  it('may be of people whom the note does not know, at its very end', () => {
    const { signatories } = meetingOf(
      `${HEAD}${ITEM}\n2. Övriga frågor\nInga övriga frågor.\n\nUlla Vik\nFörbundsdirektör\n\nBo Lindal\nAvdelningschef\n`,
    );
    expect(signatories.map(({ name, role }) => [name, role])).toEqual([
      ['Ulla Vik', 'Förbundsdirektör'],
      ['Bo Lindal', 'Avdelningschef'],
    ]);
  });
});

describe('cells below two signatures', () => {
  it('the cells below two signatures may come one by one', () => {
    const { signatories } = meetingOf(
      `${HEAD}\nNärvarande: Ulla Vik, Bo Lindal\n${ITEM}\n2. Övriga frågor\nInga.\n\n\n\nUlla Vik Bo Lindal\nHSN\nLidby\nOrdförande\nVice ordförande\n`,
    );
    expect(signatories).toEqual([
      { name: 'Ulla Vik', role: 'Ordförande', organisation: 'HSN' },
      { name: 'Bo Lindal', role: 'Vice ordförande', organisation: 'Lidby' },
    ]);
  });
});

describe('signers', () => {
  it('may stand each over an organisation, and their offices below all', () => {
    const { signatories } = meetingOf(
      `${HEAD}\nNärvarande: Ulla Vik, Norrkom, Bo Lindal, Region Norr\n${BODY}\nUlla Vik\nRegion Norr\n\nBo Lindal\nNorrkoms kommuner\n\nOrdförande\n\nVice ordförande\n`,
    );
    expect(signatories).toEqual([
      { name: 'Ulla Vik', role: 'Ordförande', organisation: 'Region Norr' },
      { name: 'Bo Lindal', role: 'Vice ordförande', organisation: 'Norrkoms kommuner' },
    ]);
  });

  it('get none of two offices where the name of one is torn', () => {
    const { signatories } = meetingOf(
      `${HEAD}\nNärvarande: Magda Vik, Norrkom, Bo Lindal, Region Norr\n${BODY}\nMagda\nVik\nBo Lindal\nRegionstyrelsen Norrkom\nOrdförande Vice ordförande\n`,
    );
    expect(signatories).toEqual([{ name: 'Bo Lindal', role: null, organisation: null }]);
  });
});

describe('places of signers', () => {
  const signed = (foot: string): [string | null, string | null, string | null][] =>
    meetingOf(
      `${HEAD}Närvarande: Ulla Vik, Lidby, Bo Lindal, Alby, Siv Holm, Eda\n${BODY}\n\n\n${foot}\n`,
    ).signatories.map(({ name, role, organisation }) => [name, role, organisation]);

  it('stand above their offices or below them', () => {
    expect(
      signed(
        'Ulla Vik   Bo Lindal   Siv Holm\nLidby      Alby        Eda\nOrdförande Justerare   Justerare',
      ),
    ).toEqual([
      ['Ulla Vik', 'Ordförande', 'Lidby'],
      ['Bo Lindal', 'Justerare', 'Alby'],
      ['Siv Holm', 'Justerare', 'Eda'],
    ]);
    expect(signed('Ulla Vik\nOrdförande\nLidby')).toEqual([['Ulla Vik', 'Ordförande', 'Lidby']]);
  });

  it('are behind the names in the list of a signing service', () => {
    expect(
      signed(
        'Anteckningen är digitalt signerad av:\nUlla Vik, ordförande, Lidby\nBo Lindal, 1:e vice ordförande, Alby',
      ),
    ).toEqual([
      ['Ulla Vik', 'ordförande', 'Lidby'],
      ['Bo Lindal', '1:e vice ordförande', 'Alby'],
    ]);
  });

  it('may stand before the offices, with the time of signing behind', () => {
    expect(
      signed(
        'Protokollet justerades av\nUlla Vik, Lidby, ordförande\nBo Lindal, justerare, 2022-03-09 08:11',
      ),
    ).toEqual([
      ['Ulla Vik', 'ordförande', 'Lidby'],
      ['Bo Lindal', 'justerare', null],
    ]);
  });

  it('are told of nobody where a cell has wrapped, and are not the letter paper', () => {
    expect(signed('Ulla Vik Bo Lindal Siv Holm\nLidby Region Norra\nLänet\nEda\n')).toEqual([
      ['Ulla Vik', null, null],
      ['Bo Lindal', null, null],
      ['Siv Holm', null, null],
    ]);
    expect(
      signed(
        'Vid anteckningarna            Justeras\n\nBo Lindal                     Ulla Vik\n                              ordförande\n\n\nRegion Skåne\n',
      ),
    ).toEqual([['Ulla Vik', 'ordförande', null]]);
  });
});

describe('names in the foot', () => {
  it('stand under the head that is theirs, where these are fewer', () => {
    const { signatories, noteTaker } = meetingOf(
      `${HEAD}Närvarande: Ulla Vik, Bo Lindal, Siv Holm\n${BODY}\n\n\nVid anteckningarna      Justeras\n\nUlla Vik                Bo Lindal      Siv Holm\n`,
    );
    expect(signatories.map(({ name }) => name)).toEqual(['Bo Lindal', 'Siv Holm']);
    expect(noteTaker).toBe('Ulla Vik');
  });

  it('are those who are to do what a dash leads from', () => {
    const { signatories, assignments } = meetingOf(
      `${HEAD}Närvarande: Ulla Vik, Bo Lindal\n${BODY}\n3. Att göra\n- Räkna på vad trafiken kostar, t.o.m. 30 april –\nUlla Vik\n- Boka lokal –\nBo Lindal\n`,
    );
    expect(signatories).toEqual([]);
    expect(assignments.map(({ assignees }) => assignees)).toEqual([['Ulla Vik'], ['Bo Lindal']]);
  });
});

describe('the last lines of a note', () => {
  it('are those who sign, each with an office, without a gap above them', () => {
    const { signatories, agenda } = meetingOf(
      `${HEAD}Närvarande: Ulla Vik, Bo Lindal\n${ITEM}\n2. Rapport\nStyrgruppen noterar rapporten.\nUlla Vik, ordförande\nBo Lindal, vice ordförande\n`,
    );
    expect(signatories.map(({ name, role }) => [name, role])).toEqual([
      ['Ulla Vik', 'ordförande'],
      ['Bo Lindal', 'vice ordförande'],
    ]);
    expect(agenda[1]?.text).not.toContain('Ulla Vik');
  });
});

describe('signers after their offices', () => {
  const signersOf = (foot: string): [string, string | null][] =>
    meetingOf(`${HEAD}Närvarande: Ulla Vik, Bo Lindal\n${BODY}\n${foot}\n`).signatories.map(
      ({ name, role }) => [name, role],
    );

  it('stand one on a line, and the secretary took the notes', () => {
    const foot = 'Sekreterare: Siv Holm\nOrdförande: Ulla Vik\nJusteras: Bo Lindal';
    expect(signersOf(foot)).toEqual([
      ['Siv Holm', 'Sekreterare'],
      ['Ulla Vik', 'Ordförande'],
      ['Bo Lindal', null],
    ]);
    expect(meetingOf(`${HEAD}${BODY}\n${foot}\n`).noteTaker).toBe('Siv Holm');
  });

  it('are none where one line alone has an office', () => {
    expect(signersOf('Sekreterare: Siv Holm')).toEqual([]);
  });

  it('stand under "Underskrifter" on the first page too, beside a rule', () => {
    const note = meetingOf(
      `${HEAD}Närvarande: Ulla Vik, Bo Lindal\n\nUnderskrifter\nSekreterare   ..............   Paragrafer 1–2\n              Siv Holm\nJusterare     ..............\n              Bo Lindal\n${BODY}`,
    );
    expect(note.signatories.map(({ name, role }) => [name, role])).toEqual([
      ['Siv Holm', 'Sekreterare'],
      ['Bo Lindal', 'Justerare'],
    ]);
  });

  it('stand below their offices whether they are listed or not', () => {
    expect(
      signersOf('Ordförande              Sekreterare\n\nRut Alm                 Siv Holm'),
    ).toEqual([
      ['Rut Alm', 'Ordförande'],
      ['Siv Holm', 'Sekreterare'],
    ]);
  });
});

describe('signers below "Justeras"', () => {
  it('are all that follow, while they were at the meeting', () => {
    const note = meetingOf(
      `${HEAD}Närvarande: Ulla Vik, Bo Lindal\n${BODY}\n3. Avslut\nMötet avslutas.\n\nJusteras\n\nUlla Vik, ordförande\n\nBo Lindal\n`,
    );
    expect(note.signatories.map(({ name, role }) => [name, role])).toEqual([
      ['Ulla Vik', 'ordförande'],
      ['Bo Lindal', null],
    ]);
  });
});
