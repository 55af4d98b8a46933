/** Who is in a roster, and what their names, offices and organisations are. */
import { describe, expect, it } from 'vitest';
import type { Meeting } from '../../src/record/schema.js';
import { meetingOf } from '../helpers.js';
import { BODY, HEAD, headOf, peopleOf, TITLE, undertakenIn, rosterOf } from './notes.js';

describe('a list of people', () => {
  it('goes on after a stop between two names', () => {
    expect(peopleOf('Ulla Vik, Bo Lindal och Siv Holm. Per Nord från punkt 3.')).toEqual([
      ['Ulla Vik', null, null],
      ['Bo Lindal', null, null],
      ['Siv Holm', null, null],
      ['Per Nord', null, 'från punkt 3'],
    ]);
  });

  it('is not parted by the stop of a short form', () => {
    expect(peopleOf('Ordf. Ulla Vik, tf. Chef Bo Lindal').map(([name]) => name)).toEqual([
      'Ulla Vik',
      'Bo Lindal',
    ]);
  });

  it('keeps no tick of a column of presence, and who has none did not come', () => {
    const { participants } = meetingOf(
      `${HEAD}\nNärvarande\nUlla Vik X\nBo Lindal X, § 4–9\nSiv Holm\nPer Nord X\nSuppleanter\nEva Ask X\n${BODY}`,
    );
    expect(
      participants.map(({ name, status, affiliation, remark, group }) => [
        name,
        status,
        affiliation,
        remark,
        group,
      ]),
    ).toEqual([
      ['Ulla Vik', 'present', null, null, null],
      ['Bo Lindal', 'present', null, '§ 4–9', null],
      ['Siv Holm', 'absent', null, null, null],
      ['Per Nord', 'present', null, null, null],
      ['Eva Ask', 'present', null, null, 'Suppleanter'],
    ]);
  });
});

describe('a roster', () => {
  const participantsOf = (...lines: string[]): Meeting['participants'] =>
    meetingOf(`${HEAD}\n${lines.join('\n')}\n${BODY}`).participants;
  const sidesOf = (people: Meeting['participants']): Record<string, string | null> =>
    Object.fromEntries(people.map(({ name, side }) => [name ?? '', side]));

  it('in three columns has its cells row by row, until each column ends', () => {
    const cells = [
      'Ulla Vik (S), Lund,\nordförande',
      'Bo Lindal (M),\nRegionstyrelsen',
      'Siv Holm, sekreterare',
      'Per Nord (C), Eslöv',
      'Eva Ask (L),\nprimärvårdsnämnden',
      'Lo Berg, kommunikatör',
      'Kim Dahl (V), Höör',
    ];
    const heads = ['Kommunerna (KS)', 'Region Skåne (RS)', 'Sekretariat'];
    expect(sidesOf(participantsOf([...heads, ...cells].join('\n\n')))).toEqual({
      'Ulla Vik': 'KS',
      'Bo Lindal': 'RS',
      'Siv Holm': null,
      'Per Nord': 'KS',
      'Eva Ask': 'RS',
      'Lo Berg': null,
      'Kim Dahl': 'KS',
    });
  });

  it('in three columns that blanks keep apart is read by where each begins', () => {
    const people = participantsOf(
      'Kommunerna (KS)           Region Skåne (RS)         Övriga',
      'Ulla Vik (S), Lund,       Bo Lindal (M),            Siv Holm, processledare',
      'ordförande                Regionstyrelsen',
      'Per Nord (C), Eslöv                                 Kim Dahl, Myndigheten',
    );
    expect(sidesOf(people)).toEqual({
      'Ulla Vik': 'KS',
      'Bo Lindal': 'RS',
      'Siv Holm': null,
      'Per Nord': 'KS',
      'Kim Dahl': null,
    });
    expect(people[0]).toMatchObject({ affiliation: 'Lund', function: 'ordförande' });
  });

  it('does not make somebody present who was only called', () => {
    const people = participantsOf(
      'Kallade',
      '- Ulla Vik',
      '- Bo Lindal',
      '',
      'Närvarande',
      '- Ulla Vik',
    );
    expect(people.map(({ name, status }) => [name, status])).toEqual([
      ['Ulla Vik', 'present'],
      ['Bo Lindal', 'invited'],
    ]);
    expect(participantsOf('Kallade: Ulla Vik, Bo Lindal')[1]?.status).toBe('present');
  });

  it('beside a column of labels has a group for each', () => {
    const people = participantsOf(
      'Beslutande          Ulla Vik (S), ordförande',
      '                    Bo Lindal (ers. Siv Holm), Lund',
      'Inte tjänstgörande ersättare:   Per Nord, PRO',
      'Övriga              Eva Ask, kanslichef',
      'Sekreterare:        Kim Dahl          Paragrafer 31–39',
    );
    expect(people.map(({ name, group, remark }) => [name, group, remark])).toEqual([
      ['Ulla Vik', 'Beslutande', null],
      ['Bo Lindal', 'Beslutande', 'ers. Siv Holm'],
      ['Per Nord', 'Inte tjänstgörande ersättare', null],
      ['Eva Ask', 'Övriga', null],
    ]);
  });

  it('keeps unknown columns of a table of presence, and reads its marks', () => {
    const people = participantsOf(
      'Närvarolista',
      'Namn             Parti    Närvaro    Anteckningar',
      'Ledamöter (2)',
      'Ulla Vik         S        1          Ordförande',
      'Bo Lindal        M        -',
      'Vakant plats',
      'Ersättare',
      'Siv Holm         C        1          från § 4',
    );
    expect(
      people.map(({ name, party, status, group, remark }) => [name, party, status, group, remark]),
    ).toEqual([
      ['Ulla Vik', 'S', 'present', 'Ledamöter', null],
      ['Bo Lindal', 'M', 'absent', 'Ledamöter', null],
      ['Siv Holm', 'C', 'present', 'Ersättare', 'från § 4'],
    ]);
  });

  it('knows initials, and organisations by their words', () => {
    expect(peopleOf('P O Vik, Bo Lindal, K.G. Holm och Per Nord').map(([name]) => name)).toEqual([
      'P O Vik',
      'Bo Lindal',
      'K.G. Holm',
      'Per Nord',
    ]);
    expect(peopleOf('Ulla Vik, Länsbibliotek Halland\nBo Lindal, Ideell Kulturallians')).toEqual([
      ['Ulla Vik', 'Länsbibliotek Halland', null],
      ['Bo Lindal', 'Ideell Kulturallians', null],
    ]);
  });

  it('has nobody whom a sentence begins with', () => {
    expect(participantsOf('Ordförande Ulla Vik inledde mötet med att tacka Bo Lindal')).toEqual([]);
  });
});

describe('tables and lists that extraction took apart', () => {
  const people = (...lines: string[]): (string | null)[][] =>
    meetingOf(`${HEAD}\n${lines.join('\n')}\n${BODY}`).participants.map(
      ({ name, affiliation, status }) => [name, affiliation, status],
    );

  it('name several people in one cell, and have all of one column above the other', () => {
    expect(people('Kommun Deltagare', 'Lund Ulla Vik, Bo Lindal', 'Eslöv Siv Holm')).toEqual([
      ['Ulla Vik', 'Lund', 'present'],
      ['Bo Lindal', 'Lund', 'present'],
      ['Siv Holm', 'Eslöv', 'present'],
    ]);
    expect(
      people(
        'Kommun\n\nDeltagare\n\nLund\n\nEslöv\n\nHöör\n\nUlla Vik, Bo Lindal\n\nSiv Holm\n\nPer Nord',
      ),
    ).toEqual([
      ['Ulla Vik', 'Lund', 'present'],
      ['Bo Lindal', 'Lund', 'present'],
      ['Siv Holm', 'Eslöv', 'present'],
      ['Per Nord', 'Höör', 'present'],
    ]);
  });

  it('go on with the next side of a running list', () => {
    expect(
      people(
        'Närvarande',
        'Region Skåne: Ulla Vik, Bo Lindal',
        'Kommunerna: Siv Holm (S), Eslöv, Per Nord (M), Höör',
      ).map(([name]) => name),
    ).toEqual(['Ulla Vik', 'Bo Lindal', 'Siv Holm', 'Per Nord']);
  });
});

describe('lists beside one another', () => {
  const people = (...lines: string[]): (string | null)[][] =>
    meetingOf(`${HEAD}\n${lines.join('\n')}\n${BODY}`).participants.map(
      ({ name, affiliation, status, side }) => [name, affiliation, status, side],
    );

  it('each have a status of their own', () => {
    expect(
      people(
        'Närvarande                    Frånvarande:             Inbjudna',
        'Ulla Vik, Lund                Bo Lindal, Eslöv         Siv Holm',
        'Per Nord, Höör                                         Eva Ask',
      ),
    ).toEqual([
      ['Ulla Vik', 'Lund', 'present', null],
      ['Per Nord', 'Höör', 'present', null],
      ['Bo Lindal', 'Eslöv', 'absent', null],
      ['Siv Holm', null, 'invited', null],
      ['Eva Ask', null, 'invited', null],
    ]);
  });

  it('may be organisations and their people', () => {
    expect(
      people(
        'För arbetstagarna:',
        'Sveriges Lärare       Ulla Vik, Bo Lindal',
        'Kommunal              Siv Holm',
        'Vision                Per Nord',
      ),
    ).toEqual([
      ['Ulla Vik', 'Sveriges Lärare', 'present', 'arbetstagarna'],
      ['Bo Lindal', 'Sveriges Lärare', 'present', 'arbetstagarna'],
      ['Siv Holm', 'Kommunal', 'present', 'arbetstagarna'],
      ['Per Nord', 'Vision', 'present', 'arbetstagarna'],
    ]);
  });

  it('may have been run together, two people to a line', () => {
    expect(
      people(
        'Deltagare',
        'Ulla Vik, Lunds kommun Bo Lindal, Rädda Barnen',
        'Siv Holm, Eslövs kommun Per Nord, Region Skåne',
        'Eva Ask, Höörs kommun Kim Dahl, Almi',
      ).map(([name, affiliation]) => [name, affiliation]),
    ).toEqual([
      ['Ulla Vik', 'Lunds kommun'],
      ['Bo Lindal', 'Rädda Barnen'],
      ['Siv Holm', 'Eslövs kommun'],
      ['Per Nord', 'Region Skåne'],
      ['Eva Ask', 'Höörs kommun'],
      ['Kim Dahl', 'Almi'],
    ]);
  });

  it('are nobody where they are a distribution list', () => {
    expect(people('Närvarande: Ulla Vik', 'För kännedom: Bo Lindal').map(([name]) => name)).toEqual(
      ['Ulla Vik'],
    );
  });
});

describe('lone names and pairs of groups', () => {
  const noteOf = (rest: string): Meeting => meetingOf(`${HEAD}\n${rest}\n${BODY}`);

  it('lone words with a double first name among them are people', () => {
    expect(
      noteOf('Närvarande: Roland, Tora, Ulla-Karin och Emma').participants.map(({ name }) => name),
    ).toEqual(['Roland', 'Tora', 'Ulla-Karin', 'Emma']);
  });

  it('members and substitutes beside one another are two groups', () => {
    const people = noteOf(
      'Ledamöter                     Ersättare\nUlla Vik, ordförande          -\nBo Lindal, naturvård          Siv Holm, rennäring\n                              (frånvarande)',
    ).participants;
    expect(people.map(({ name, group, status }) => [name, group, status])).toEqual([
      ['Ulla Vik', null, 'present'],
      ['Bo Lindal', null, 'present'],
      ['Siv Holm', 'Ersättare', 'absent'],
    ]);
  });
});

describe('people in lists of their kind', () => {
  it('have their role in parentheses after the organisation, and go on to the next mark', () => {
    const { participants, noteTaker } = headOf(
      'Datum: 3 mars 2022\nNärvarande: Ulla Vik, chef Vara; Bo Lindal, strateg\nSkaraborg; Siv Holm, Koncernkontoret (sekreterare)',
    );
    expect(participants.map(({ name, affiliation, role }) => [name, affiliation, role])).toEqual([
      ['Ulla Vik', 'Vara', 'chef'],
      ['Bo Lindal', 'Skaraborg', 'strateg'],
      ['Siv Holm', 'Koncernkontoret', 'sekreterare'],
    ]);
    expect(noteTaker).toBe('Siv Holm');
  });

  it('are called Inga too', () => {
    expect(peopleOf('Ulla Vik, Vara\nInga-Maj Edin, Skara').map(([name]) => name)).toEqual([
      'Ulla Vik',
      'Inga-Maj Edin',
    ]);
  });
});

describe('names', () => {
  it('have particles of many languages, and go on over a line with an apostrophe', () => {
    expect(
      peopleOf("Ulrika da Silva, Ekstad, Bo van der Berg, Lidby, Erik\nO'Connor, Vårby").map(
        ([name]) => name,
      ),
    ).toEqual(['Ulrika da Silva', 'Bo van der Berg', "Erik O'Connor"]);
  });
});

describe('names of persons and of places', () => {
  it('a first name acts without a roster, and a place does not', () => {
    expect(undertakenIn('Kajsa lägger ut materialet på samarbetsytan.')).toEqual([
      [['Kajsa'], 'lägger ut materialet på samarbetsytan', undefined],
    ]);
    expect(undertakenIn('Lidby lägger ut materialet på samarbetsytan.')).toEqual([]);
  });

  it('names and places break off over a blank line', () => {
    expect(
      rosterOf(
        'Frånvarande: Bo Lindal, Elin\n\nNorberg och Tuva Ek.\n\nInbjudna: Ulla Vik, Hallands\n\nkommuner, Siv Holm',
      ).map(([name, , , affiliation]) => [name, affiliation]),
    ).toEqual([
      ['Bo Lindal', null],
      ['Elin Norberg', null],
      ['Tuva Ek', null],
      ['Ulla Vik', 'Hallands kommuner'],
      ['Siv Holm', null],
    ]);
  });
});

describe('guests', () => {
  it('a surname tells a person among guests', () => {
    expect(
      rosterOf(
        'Inbjudna: Mona Öberg, RKL, Rickard Wik, Joakim Hagström, Bo Strid, Lidby kommun',
      ).map(([name, , , affiliation]) => [name, affiliation]),
    ).toEqual([
      ['Mona Öberg', 'RKL'],
      ['Rickard Wik', null],
      ['Joakim Hagström', null],
      ['Bo Strid', 'Lidby kommun'],
    ]);
  });
});

describe('who keeps the minutes', () => {
  it('plays a part behind a title, and is told once where only the notes are meant', () => {
    const { participants, noteTaker } = headOf(
      'Närvarande: Ulla Vik, strateg Lidby, sekreterare; Bo Lindal, Region Skåne',
    );
    expect(participants.map((one) => [one.name, one.role, one.function])).toEqual([
      ['Ulla Vik', 'strateg', 'sekreterare'],
      ['Bo Lindal', null, null],
    ]);
    expect(noteTaker).toBe('Ulla Vik');
    const other = headOf('Närvarande:\nUlla Vik, Lidby\nBo Lindal, Region Skåne, anteckningar\n');
    expect(other.participants.map((one) => [one.name, one.role, one.function])).toEqual([
      ['Ulla Vik', null, null],
      ['Bo Lindal', null, null],
    ]);
    expect(other.noteTaker).toBe('Bo Lindal');
  });

  it('has a name that ends where an organisation with its place begins', () => {
    expect(
      headOf(
        'Deltagare:\tUlla Vik\tLidby kommun, socialchef\n\tBo Lindal\tRegion Skåne, FoU-chef\n\tSiv Holm\tRegion Skåne, strateg\n',
      ).participants.map(({ name, affiliation, role }) => [name, affiliation, role]),
    ).toEqual([
      ['Ulla Vik', 'Lidby kommun', 'socialchef'],
      ['Bo Lindal', 'Region Skåne', 'FoU-chef'],
      ['Siv Holm', 'Region Skåne', 'strateg'],
    ]);
  });
});

describe('an entry of a roster', () => {
  it('stands under its side’s heading, and under a group’s right below that', () => {
    expect(
      rosterOf(
        'För Norrkom (NK)\nLedamöter\nUlla Vik (S), Alby kommun\nErsättare\nBo Lindal (M), Lidby kommun\n\nFör Region Norr (RN)\nLedamöter\nSiv Holm (C), regionråd',
      ).map(([name, side, group]) => [name, side, group]),
    ).toEqual([
      ['Ulla Vik', 'NK', 'Ledamöter'],
      ['Bo Lindal', 'NK', 'Ersättare'],
      ['Siv Holm', 'RN', 'Ledamöter'],
    ]);
  });

  it('has its organisation on the line below, and a gap before the next one', () => {
    expect(
      peopleOf(
        'Ulla Vik (S)\nRegion Norr, ordförande\n\nBo Lindal (M)\nRegion Norr\n\nSiv Holm\nAlby kommun, direktör',
      ).map(([name, affiliation]) => [name, affiliation]),
    ).toEqual([
      ['Ulla Vik', 'Region Norr'],
      ['Bo Lindal', 'Region Norr'],
      ['Siv Holm', 'Alby kommun'],
    ]);
  });

  it('was glued to the last one of the column before', () => {
    expect(
      rosterOf(
        'För Norrkom\n(NK)För Region Norr (RN)\nUlla Vik (S), Alby\nBo Lindal (M), LidbyAnna Ek (C), ordf. Regionstyrelsen\nPer Nord (L), Regionstyrelsen',
      ).map(([name, side]) => [name, side]),
    ).toEqual([
      ['Ulla Vik', 'NK'],
      ['Bo Lindal', 'NK'],
      ['Anna Ek', 'RN'],
      ['Per Nord', 'RN'],
    ]);
  });

  it.each<[string, string | null, string | null, string | null]>([
    ['Ulla Vik (S), kommunstyrelsens ordförande', null, 'kommunstyrelsens ordförande', null],
    [
      'Ulla Vik (S), kommunstyrelsens ordförande Alby kommun, vice ordförande',
      'Alby kommun',
      'kommunstyrelsens ordförande',
      'vice ordförande',
    ],
    [
      'Ulla Vik, verksamhetschef psykiatriska kliniken SÄS',
      'psykiatriska kliniken SÄS',
      'verksamhetschef',
      null,
    ],
    ['Ulla Vik, samrådets kansli', 'samrådets kansli', null, null],
  ])('"%s"', (entry, affiliation, role, part) => {
    const { participants } = meetingOf(
      `${HEAD}\nNärvarande\n${entry}\nBo Lindal, Lidby kommun\nSiv Holm, Region Norr\n${BODY}`,
    );
    expect(participants[0]).toMatchObject({ affiliation, role, function: part });
  });

  it('has an office behind its organisation in a table', () => {
    const { participants } = meetingOf(
      `${HEAD}\n| Namn | Organisation | Närvaro |\n|---|---|---|\n| Ulla Vik | Norrkom, direktör, ordförande | Närvarande |\n| Bo Lindal | Alby kommun, socialchef | Frånvarande |\n${BODY}`,
    );
    expect(
      participants.map(({ affiliation, role, function: part, status }) => [
        affiliation,
        role,
        part,
        status,
      ]),
    ).toEqual([
      ['Norrkom', 'direktör', 'ordförande', 'present'],
      ['Alby kommun', 'socialchef', null, 'absent'],
    ]);
  });
});

describe('organisations before their people', () => {
  const rows = (list: string): [string | null, string | null][] =>
    meetingOf(`${HEAD}\nNärvarande\n${list}\n${BODY}`).participants.map(({ name, affiliation }) => [
      name,
      affiliation,
    ]);
  const expected = [
    ['Ulla Vik', 'Lidby kommun'],
    ['Bo Lindal', 'Lidby kommun'],
    ['Siv Holm', 'Primärvården'],
  ];

  it('after a dash, and nobody where nobody came', () => {
    expect(
      rows(
        'Lidby kommun – Ulla Vik, ekonom, och Bo Lindal, jurist\nAlby kommun – ingen representant\nPrimärvården – Siv Holm, chef',
      ),
    ).toEqual(expected);
  });

  it('in a cell of their own', () => {
    expect(
      rows('  Lidby kommun        Ulla Vik, Bo Lindal\n  Primärvården        Siv Holm, chef'),
    ).toEqual(expected);
  });

  it('in parentheses behind them', () => {
    expect(
      meetingOf(
        `${HEAD}Närvarande: Lidby (Ulla Vik, Bo Lindal), Alby\n(Siv Holm)\n${BODY}`,
      ).participants.map(({ name, affiliation }) => [name, affiliation]),
    ).toEqual([
      ['Ulla Vik', 'Lidby'],
      ['Bo Lindal', 'Lidby'],
      ['Siv Holm', 'Alby'],
    ]);
  });

  it('are none where each cell is somebody', () => {
    expect(
      rows(
        'Ulla Vik, Lidby         Bo Lindal, Alby         Siv Holm, Norby\nRut Alm, Lidby          Jan Ek, Alby            Eva Sund, Norby',
      ).map(([name]) => name),
    ).toEqual(['Ulla Vik', 'Bo Lindal', 'Siv Holm', 'Rut Alm', 'Jan Ek', 'Eva Sund']);
  });
});

describe('three columns', () => {
  const head = `${TITLE}Datum: 3 mars 2022\n\n`;
  it('whose first heading wraps beside somebody of the third', () => {
    const note = meetingOf(
      `${head}För Norrlands kommuner            För Region Norr (RN)               Tjänstepersoner
(NK)                              Regionpolitiker                    Siv Holm, chef Alby
Kommunpolitiker                   Rut Alm (S), Regionstyrelsen       Jan Ek, jurist Norby
Ulla Vik (S), Lidby               Eva Sund (M), Regionstyrelsen
Bo Lindal (M), Alby
${BODY}`,
    );
    expect(note.participants.map(({ name, side, group }) => [name, side, group])).toEqual(
      expect.arrayContaining([
        ['Ulla Vik', 'NK', 'Kommunpolitiker'],
        ['Eva Sund', 'RN', 'Regionpolitiker'],
        ['Siv Holm', null, 'Tjänstepersoner'],
      ]),
    );
    expect(note.participants).toHaveLength(6);
  });
});

describe('units in lower case', () => {
  it('are what somebody stands for, with their adjective', () => {
    expect(
      peopleOf(
        'Ida Ek, privat sektor\nBo Lind, regionala samverkansenheten\nSiv Holm, klass 2B\nPer Ask, Alby och Lidby',
      ),
    ).toEqual([
      ['Ida Ek', 'privat sektor', null],
      ['Bo Lind', 'regionala samverkansenheten', null],
      ['Siv Holm', 'klass 2B', null],
      ['Per Ask', 'Alby och Lidby', null],
    ]);
  });
});
