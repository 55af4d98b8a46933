/** Rosters in columns, tables and blocks, as extraction leaves them. */
import { describe, expect, it } from 'vitest';
import { meetingOf } from '../helpers.js';
import { BODY, HEAD, ITEM, rosterOf } from './notes.js';

describe('a roster with heads', () => {
  it('has the remark of a row in its last column, or no cell there', () => {
    expect(
      meetingOf(
        `${HEAD}\nDeltagare\n\nNamn\n\nRepresenterar\n\nAnmärkning\n\nUlla Vik (M)\n\nRegionstyrelsen\n\nordförande\n\nBo Lindal (C)\n\nSkaraborg\n\nSiv Holm\n\nVästKom\n\nvia länk\n${BODY}`,
      ).participants.map((one) => [one.name, one.affiliation, one.function, one.remark]),
    ).toEqual([
      ['Ulla Vik', 'Regionstyrelsen', 'ordförande', null],
      ['Bo Lindal', 'Skaraborg', null, null],
      ['Siv Holm', 'VästKom', null, 'via länk'],
    ]);
  });

  it('has tabs between its cells', () => {
    expect(
      meetingOf(
        `${HEAD}\nNärvaro\nKommun/organisation\tNamn\tAnm.\nSäter\tUlla Vik (S)\tordförande\nAvesta\tBo Lindal (M)\tfrånvarande\nRäddningstjänsten\tSiv Holm, chef\t\n${BODY}`,
      ).participants.map((one) => [one.name, one.affiliation, one.function, one.status]),
    ).toEqual([
      ['Ulla Vik', 'Säter', 'ordförande', 'present'],
      ['Bo Lindal', 'Avesta', null, 'absent'],
      ['Siv Holm', 'Räddningstjänsten', null, 'present'],
    ]);
  });

  it('has a column of organisations and then one of people, several to a cell', () => {
    expect(
      meetingOf(
        `${HEAD}\nKommun\n\nAle\n\nLilla Edet\n\nMölndal\n\nDeltagare\n\nUlla Vik\n\nBo Lindal, Siv Holm\n\nPer Nord\n${BODY}`,
      ).participants.map((one) => [one.name, one.affiliation]),
    ).toEqual([
      ['Ulla Vik', 'Ale'],
      ['Bo Lindal', 'Lilla Edet'],
      ['Siv Holm', 'Lilla Edet'],
      ['Per Nord', 'Mölndal'],
    ]);
  });

  it('is two lists, by where people were', () => {
    expect(
      meetingOf(
        `${HEAD}Närvarande på plats: Ulla Vik, Bo Lindal\nNärvarande via Teams: Siv Holm\nEj med idag: Per Nord\n${BODY}`,
      ).participants.map((one) => [one.name, one.status]),
    ).toEqual([
      ['Ulla Vik', 'present'],
      ['Bo Lindal', 'present'],
      ['Siv Holm', 'present'],
      ['Per Nord', 'absent'],
    ]);
  });
});

describe('rosters in columns', () => {
  const roster = (lines: string): [string | null, string | null][] =>
    meetingOf(`${HEAD}\n${lines}\n${BODY}`).participants.map(({ name, side }) => [name, side]);

  it('have headings on lines of their own, the second far to the right', () => {
    expect(
      roster(
        `För länets fyra kommunalförbund
                                                   För Region Nord (RN)
(LK)

Ulla Vik (S), Lidby, ordförande
                                                   Per Nord (M), ordförande
                                                   Regionutvecklingsnämnden (RUN)

Bo Lindal (C), Ekstad                              Siv Holm (V), Regionstyrelsen`,
      ),
    ).toEqual([
      ['Ulla Vik', 'LK'],
      ['Per Nord', 'RN'],
      ['Bo Lindal', 'LK'],
      ['Siv Holm', 'RN'],
    ]);
  });

  it('have cells with a line each below headings side by side', () => {
    expect(
      roster(
        'För länets kommuner (LK) För Region Nord (RN)\nUlla Vik (S), Lidby kommun\nPer Nord (M), ordförande Regionstyrelsen\nBo Lindal (C), Ekstads kommun\nSiv Holm (V), Regionstyrelsen',
      ),
    ).toEqual([
      ['Ulla Vik', 'LK'],
      ['Per Nord', 'RN'],
      ['Bo Lindal', 'LK'],
      ['Siv Holm', 'RN'],
    ]);
  });

  it('may be groups of one body, told by the party', () => {
    const { participants } = meetingOf(
      `${HEAD}\nLedamöter Tjänstepersoner\nUlla Vik (S), Lidby, ordförande\nPer Nord, förvaltningschef\nBo Lindal (C), Ekstad\nSiv Holm, utvecklingsledare\n${BODY}`,
    );
    expect(participants.map(({ name, side, group }) => [name, side, group])).toEqual([
      ['Ulla Vik', null, 'Ledamöter'],
      ['Per Nord', null, 'Tjänstepersoner'],
      ['Bo Lindal', null, 'Ledamöter'],
      ['Siv Holm', null, 'Tjänstepersoner'],
    ]);
  });

  it('have people indented below the first of their organisation', () => {
    const { participants } = meetingOf(
      `${HEAD}\nDeltagare\nRegion Nord: Ulla Vik, verksamhetschef, ordförande\n             Bo Lindal, controller\nEkstads kommun: Siv Holm, enhetschef\n${BODY}`,
    );
    expect(participants.map(({ name, affiliation }) => [name, affiliation])).toEqual([
      ['Ulla Vik', 'Region Nord'],
      ['Bo Lindal', 'Region Nord'],
      ['Siv Holm', 'Ekstads kommun'],
    ]);
  });
});

describe('rosters', () => {
  it('have the rest of either side’s name below its heading', () => {
    const people = rosterOf(
      'Närvarande Kommunerna i              Närvarande Region Norr\nNorrland\nUlla Vik, Lidby                      Bo Lindal, Regionstyrelsen\nSiv Holm, processledare              Per Ek, Hälsonämnden\nKommunerna i Norrland                Tuva Alm, Hälsonämnden',
    );
    expect(people.map(([name, side]) => [name, side])).toEqual([
      ['Ulla Vik', 'Kommunerna i Norrland'],
      ['Bo Lindal', 'Region Norr'],
      ['Siv Holm', 'Kommunerna i Norrland'],
      ['Per Ek', 'Region Norr'],
      ['Tuva Alm', 'Region Norr'],
    ]);
    expect(people[2]).toEqual(['Siv Holm', 'Kommunerna i Norrland', null, 'Kommunerna i Norrland']);
  });

  it('have no group without people', () => {
    const people = rosterOf(
      'För Norrkom (NK)\n\nFör Region Norr (RN)\n\nUlla Vik (M), Lidby\n\nBo Lindal (S), Hälsonämnden\n\nSiv Holm (C), Alby\n\nPer Ek (L), Regionstyrelsen\n\nErsättare\n\nTuva Alm (S), Lidby\n\nNils Ros (V), Alby',
    );
    expect(people.map(([name, , group]) => [name, group]).slice(-2)).toEqual([
      ['Tuva Alm', 'Ersättare'],
      ['Nils Ros', 'Ersättare'],
    ]);
  });

  it('may have a column of officials beside two sides', () => {
    expect(
      rosterOf(
        'Kommunerna             Regionen               Tjänstepersoner\nUlla Vik (S), Lidby    Bo Lindal (M)          Siv Holm, sekreterare\nPer Ek (C), Alby       Tuva Alm (S)           Nils Ros, strateg\nIda Alm (M), Norby     Åke Ro (C)             Lisa Bo, jurist',
      ).map(([name, side, group]) => [name, side, group]),
    ).toEqual([
      ['Ulla Vik', 'Kommunerna', null],
      ['Bo Lindal', 'Regionen', null],
      ['Siv Holm', null, 'Tjänstepersoner'],
      ['Per Ek', 'Kommunerna', null],
      ['Tuva Alm', 'Regionen', null],
      ['Nils Ros', null, 'Tjänstepersoner'],
      ['Ida Alm', 'Kommunerna', null],
      ['Åke Ro', 'Regionen', null],
      ['Lisa Bo', null, 'Tjänstepersoner'],
    ]);
  });

  it('may have party letters without parentheses', () => {
    const { participants } = meetingOf(
      `${HEAD}\nNärvarande\nUlla Vik S Lidby kommun\nBo Lindal KD Region Norr\nSiv Holm M Alby kommun\n${ITEM}`,
    );
    expect(participants.map(({ name, party, affiliation }) => [name, party, affiliation])).toEqual([
      ['Ulla Vik', 'S', 'Lidby kommun'],
      ['Bo Lindal', 'KD', 'Region Norr'],
      ['Siv Holm', 'M', 'Alby kommun'],
    ]);
  });

  it('may have an official’s organisation on the next line', () => {
    expect(
      rosterOf(
        'Tjänstemän: Ulla Vik, sekreterare, Bo Lindal, hälso- och sjukvårdsdirektör\nRegion Norr, Siv Holm, förvaltningschef Alby kommun',
      ).map(([name, , , affiliation]) => [name, affiliation]),
    ).toEqual([
      ['Ulla Vik', null],
      ['Bo Lindal', 'Region Norr'],
      ['Siv Holm', 'Alby kommun'],
    ]);
  });
});

describe('a roster', () => {
  const PEOPLE =
    'Ulla Vik (S), Lidby\nkommun\n\nBo Lindal (M), ordf.\nRegionstyrelsen\n\nSiv Holm (C), Ekstads kommun\n\nPer Nord (L), vice ordf.\nVårdnämnden';

  it('has side headings that wrap before their abbreviations', () => {
    const wanted = [
      ['Ulla Vik', 'LKF', null, 'Lidby kommun'],
      ['Bo Lindal', 'RN', null, 'Regionstyrelsen'],
      ['Siv Holm', 'LKF', null, 'Ekstads kommun'],
      ['Per Nord', 'RN', null, 'Vårdnämnden'],
    ];
    const below = `För Lidbys\nkommunförbund (LKF)\n\nFör Region Nord\n(RN)\n\n${PEOPLE}`;
    expect(rosterOf(below)).toEqual(wanted);
    const beside = [
      'För Lidbys               För Region Nord',
      'kommunförbund (LKF) (RN)',
      'Ulla Vik (S), Lidby      Bo Lindal (M), ordf.',
      'kommun                   Regionstyrelsen',
      'Siv Holm (C), Ekstads    Per Nord (L), vice ordf.',
      'kommun                   Vårdnämnden',
    ].join('\n');
    expect(rosterOf(beside)).toEqual(expect.arrayContaining(wanted));
  });

  it('may hold both people of a row on one line among cells that have a line each', () => {
    expect(
      rosterOf(
        'För Lidbys kommuner (LK)\nFör Region Nord (RN)\n\nUlla Vik (S), Lidby kommun\n\nBo Lindal (M), ordf. Regionstyrelsen\n\nSiv Holm (C), Ekstads kommun Per Nord, regiondirektör\n\nEva Ask (L), Skogs kommun\n\nLeo Berg, regionjurist',
      ).map(([name, side]) => [name, side]),
    ).toEqual([
      ['Ulla Vik', 'LK'],
      ['Bo Lindal', 'RN'],
      ['Siv Holm', 'LK'],
      ['Per Nord', 'RN'],
      ['Eva Ask', 'LK'],
      ['Leo Berg', 'RN'],
    ]);
  });

  it('may be a list in two columns whose cells wrap', () => {
    const list = [
      'Närvarande:',
      'Ulla Vik, Lidby kommun,                 Bo Lindal, Ekstads kommun',
      'ordförande                              Siv Holm, Skogs kommun (via',
      'Per Nord, Viks kommun                   länk)',
    ].join('\n');
    expect(rosterOf(list).map(([name, , , affiliation]) => [name, affiliation])).toEqual(
      expect.arrayContaining([
        ['Ulla Vik', 'Lidby kommun'],
        ['Bo Lindal', 'Ekstads kommun'],
        ['Siv Holm', 'Skogs kommun'],
        ['Per Nord', 'Viks kommun'],
      ]),
    );
  });

  it('may come in blocks, an organisation over its people', () => {
    expect(
      rosterOf(
        'Närvarande\n\nRegion Nord\nUlla Vik (M), ordförande\nBo Lindal, regionjurist\n\nLidby kommun\nSiv Holm (S)\n',
      ).map(([name, , , affiliation]) => [name, affiliation]),
    ).toEqual([
      ['Ulla Vik', 'Region Nord'],
      ['Bo Lindal', 'Region Nord'],
      ['Siv Holm', 'Lidby kommun'],
    ]);
  });
});

describe('a table of people', () => {
  const readTable = (rows: string): [string | null, string | null, string, string | null][] =>
    meetingOf(`${HEAD}\n${rows}\n${ITEM}`).participants.map(
      ({ name, affiliation, status, role, remark }) => [name, affiliation, status, role ?? remark],
    );
  const WANTED = [
    ['Ulla Vik', 'Lidby kommun', 'present', null],
    ['Bo Lindal', 'Vårdnämnden, Region Nord', 'absent', null],
    ['Siv Holm', 'Region Nord', 'present', 'hälso- och sjukvårdsdirektör'],
    ['Per Nord', 'Ekstads kommun', 'present', 'till och med punkt 5'],
  ];

  it('may have cells that wrap, each with a line of its own', () => {
    expect(
      readTable(
        'Namn\nOrganisation\nNärvaro\n\nUlla Vik (S)\nLidby kommun\nJa\n\nBo Lindal (M)\nVårdnämnden, Region\nNord\n\nNej\n\nSiv Holm, hälso- och\nsjukvårdsdirektör\n\nRegion Nord\nJa\n\nPer Nord (C)\nEkstads kommun\nJa (till och med\npunkt 5)\n',
      ),
    ).toEqual(WANTED);
  });

  it('may be run together', () => {
    expect(
      readTable(
        'Namn Organisation Närvaro\nUlla Vik (S) Lidby kommun Ja\nBo Lindal (M) Vårdnämnden, Region\nNord\nNej\nSiv Holm, hälso- och\nsjukvårdsdirektör\nRegion Nord Ja\nPer Nord (C) Ekstads kommun\nJa (till och med\npunkt 5)\n',
      ),
    ).toEqual(WANTED);
  });

  it('may have its marks right beside long cells', () => {
    expect(
      readTable(
        [
          'Namn                       Organisation             Närvaro',
          'Ulla Vik (S)               Lidby kommun             Ja',
          'Bo Lindal (M)              Vårdnämnden, Region      Nej',
          '                           Nord',
          'Siv Holm, hälso- och       Region Nord              Ja',
          'sjukvårdsdirektör',
          'Per Nord (C)               Ekstads kommun           Ja (till och med',
          '                                                    punkt 5)',
        ].join('\n'),
      ),
    ).toEqual(WANTED);
  });
});

describe('blocks, bars and units', () => {
  const people = (roster: string): (string | null)[][] =>
    meetingOf(`${HEAD}${roster}\n\nFrånvarande: Siv Holm\n${ITEM}`).participants.map(
      ({ name, affiliation, side, group, status }) => [name, affiliation, side, group, status],
    );
  const BLOCKS = [
    ['Ulla Vik', 'Lidby kommun', null, null, 'present'],
    ['Bo Lindal', 'Lidby kommun', null, null, 'present'],
    ['Siv Holm', 'Region Nord', null, null, 'absent'],
    ['Per Nord', 'Region Nord', null, null, 'present'],
  ];
  const LIST =
    'Lidby kommun\nUlla Vik, socialchef, ordförande\nBo Lindal, enhetschef\nRegion Nord\nSiv Holm, områdeschef\nPer Nord, överläkare (kom under punkt 3)';

  it('organisations stand over their people without a gap, with a word over them or none', () => {
    expect(people(`Närvarande\n${LIST}`)).toEqual(BLOCKS);
    expect(people(LIST)).toEqual(BLOCKS);
    expect(people(LIST.replaceAll(/^(Lidby kommun|Region Nord)$/gmu, '\n$1\n'))).toEqual(BLOCKS);
  });

  it('a group may be printed over both columns', () => {
    expect(
      people(
        'För kommunerna (KN) För Region Nord (RN)\nLedamöter Ledamöter\nUlla Vik (M), Lidby Bo Lindal (S), Regionstyrelsen\nErsättare Ersättare\nSiv Holm (C), Ekstad Per Nord (L), Patientnämnden',
      ),
    ).toEqual([
      ['Ulla Vik', 'Lidby', 'KN', 'Ledamöter', 'present'],
      ['Bo Lindal', 'Regionstyrelsen', 'RN', 'Ledamöter', 'present'],
      ['Siv Holm', 'Ekstad', 'KN', 'Ersättare', 'absent'],
      ['Per Nord', 'Patientnämnden', 'RN', 'Ersättare', 'present'],
    ]);
  });

  it('a table may be told by bars', () => {
    expect(
      people(
        '| För kommunerna (KN) | För Region Nord (RN) |\n|---|---|\n| Ulla Vik (M), Lidby | Bo Lindal (S), ordf. Regionstyrelsen |\n|  |  |\n| Siv Holm, direktör Ekstad | Per Nord, strateg Region Nord |\n|  | Eva Ek, sekreterare |',
      ).map(([name, affiliation, side]) => [name, affiliation, side]),
    ).toEqual([
      ['Ulla Vik', 'Lidby', 'KN'],
      ['Bo Lindal', 'Regionstyrelsen', 'RN'],
      ['Siv Holm', 'Ekstad', 'KN'],
      ['Per Nord', 'Region Nord', 'RN'],
      ['Eva Ek', null, 'RN'],
    ]);
  });

  it('units have a column, and that a row may run two cells together', () => {
    expect(
      people(
        'Deltagare\n\n         Enhet               Namn                Uppdrag\nLidby kommun         Ulla Vik            socialchef, ordförande\nEkstads kommun Siv Holm                  socialchef\nPsykiatrin           Per Nord            verksamhetschef',
      ).map(([name, affiliation]) => [name, affiliation]),
    ).toEqual([
      ['Ulla Vik', 'Lidby kommun'],
      ['Siv Holm', 'Ekstads kommun'],
      ['Per Nord', 'Psykiatrin'],
    ]);
  });
});

describe('a table of four columns', () => {
  it('may be run together and wrap: a row ends with its mark', () => {
    const people = meetingOf(
      `${HEAD}Namn Organisation Titel Närv.\nUlla Vik Lidby kommun socialchef x\nBo af Lindal Region\nSkåne\nhälso- och\nsjukvårdsstrateg\nx\nSiv Holm Region\nSkåne\nchefläkare –\n${BODY}`,
    ).participants;
    expect(
      people.map(({ name, affiliation, role, status }) => [name, affiliation, role, status]),
    ).toEqual([
      ['Ulla Vik', 'Lidby kommun', 'socialchef', 'present'],
      ['Bo af Lindal', 'Region Skåne', 'hälso- och sjukvårdsstrateg', 'present'],
      ['Siv Holm', 'Region Skåne', 'chefläkare', 'absent'],
    ]);
  });

  it('has below a row what did not fit beside it', () => {
    const people = meetingOf(
      `${HEAD}Namn                  Funktion            Kommun\nUlla Vik              socialchef          Lidby\n(förhinder)\nBo Lindal             strateg             Alby\nBergström\nSiv Holm              sekreterare         Alby\n${BODY}`,
    ).participants;
    expect(people.map(({ name, status }) => [name, status])).toEqual([
      ['Ulla Vik', 'absent'],
      ['Bo Lindal Bergström', 'present'],
      ['Siv Holm', 'present'],
    ]);
  });
});

describe('a word alone below a row', () => {
  it.each(['Tjänstepersoner', 'Sekretariat', 'Lidby', 'Brukarorganisationer'])(
    'is no surname: %s',
    (word) => {
      const people = meetingOf(
        `${HEAD}Namn                  Funktion            Kommun\nUlla Vik              socialchef          Lidby\nBo Lindal             strateg             Alby\n${word}\nSiv Holm              sekreterare         Alby\n${BODY}`,
      ).participants;
      expect(people.map(({ name }) => name)).toContain('Bo Lindal');
    },
  );
});
