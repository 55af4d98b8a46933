/** Rosters of two sides whose columns were narrow: headings, offices and groups that extraction tore apart. */
import { describe, expect, it } from 'vitest';
import { meetingOf } from '../helpers.js';

const HEAD = 'Mötesanteckning SRN\nSamråd mellan Norrkom och Region Norr\n\nDatum: 3 mars 2022\n';
const BODY = '\n1. Inledning\nOrdföranden hälsar välkommen.\n\n2. Avslut\nMötet avslutas.\n';

const sidesOf = (roster: readonly string[]): [string | null, string | null, string | null][] =>
  meetingOf(`${HEAD}\n${roster.join('\n')}\n${BODY}`).participants.map(({ name, side, group }) => [
    name,
    side,
    group,
  ]);

const PEOPLE = [
  ['Ulla Vik', 'NK', 'Kommunpolitiker'],
  ['Bo Lindal', 'RN', 'Regionpolitiker'],
  ['Siv Holm', 'NK', 'Kommunpolitiker'],
  ['Per Ek', 'RN', 'Regionpolitiker'],
];

const ROWS = [
  'Ulla Vik (S), Alby kommun',
  'Bo Lindal (M), ordf. Regionstyrelsen',
  'Siv Holm (C), Lidby kommun',
  'Per Ek (L), Regionstyrelsen',
];
import { rosterOf } from './notes.js';

describe('headings of two sides that were torn apart', () => {
  it('go on below each other, line by line', () => {
    expect(
      sidesOf([
        'För Norrlands fyra',
        'För Region Norr',
        'kommunförbund (NK)',
        '(RN)',
        'Kommunpolitiker',
        'Regionpolitiker',
        ...ROWS,
      ]),
    ).toEqual(PEOPLE);
  });

  it('go on one after the other', () => {
    expect(
      sidesOf([
        'För Norrlands fyra',
        'kommunförbund (NK)',
        'För Södra',
        'Norrlandsregionen (RN)',
        'Kommunpolitiker Regionpolitiker',
        ...ROWS,
      ]),
    ).toEqual(PEOPLE);
  });

  it('go on in one column only', () => {
    expect(
      sidesOf([
        'För Norrlands fyra kommuner och            För Region Norr (RN)',
        'förbund (NK)                               Regionpolitiker',
        'Kommunpolitiker                            Bo Lindal (M), ordf.',
        'Ulla Vik (S), Alby kommun                  Regionstyrelsen',
        'Siv Holm (C), Lidby kommun                 Per Ek (L), Regionstyrelsen',
      ]).sort(([one], [other]) => (one ?? '').localeCompare(other ?? '')),
    ).toEqual([...PEOPLE].sort(([one = ''], [other = '']) => one.localeCompare(other)));
  });

  it('go on in one line for both', () => {
    expect(
      sidesOf([
        'För Norrlands fyra För Södra',
        'kommunförbund (NK) Norrlandsregionen (RN)',
        'Kommunpolitiker Regionpolitiker',
        `${ROWS[0] ?? ''} ${ROWS[1] ?? ''}`,
        `${ROWS[2] ?? ''} ${ROWS[3] ?? ''}`,
      ]),
    ).toEqual(PEOPLE);
  });

  it('are no people of a party of two letters', () => {
    expect(
      sidesOf(['För Region Norr', 'Ulla Vik (SD)', 'Bo Lindal (KD)']).map(([name]) => name),
    ).toEqual(['Ulla Vik', 'Bo Lindal']);
  });
});

describe('a side', () => {
  it('is known by its full name too, and its heading may fill four lines', () => {
    expect(
      sidesOf([
        'För Norrlands',
        'fyra kommuners',
        'förbund',
        '(NK)',
        'För Räddningstjänsten (RT)',
        'Ulla Vik (S), Alby',
        'Siv Holm (C), Lidby',
        'Bo Lindal (M), ordf. Räddningstjänsten',
        'Tuva Alm (L), Norby',
        'Per Ek (L), ledamot Räddningstjänsten',
      ]).map(([name, side]) => [name, side]),
    ).toEqual([
      ['Ulla Vik', 'NK'],
      ['Siv Holm', 'NK'],
      ['Bo Lindal', 'RT'],
      ['Tuva Alm', 'NK'],
      ['Per Ek', 'RT'],
    ]);
  });

  it('has no line that begins with a comma', () => {
    expect(
      meetingOf(
        `${HEAD}\nNärvarande: Ulla Vik (S), Alby\n, vice ordförande, Bo Lindal (M), Lidby\n${BODY}`,
      ).participants.map(({ name, function: office }) => [name, office]),
    ).toEqual([
      ['Ulla Vik', 'vice ordförande'],
      ['Bo Lindal', null],
    ]);
  });
});

describe('what ends with an abbreviation', () => {
  it('is somebody’s organisation where the sides are headed with "För"', () => {
    const roster = [
      'För Norrkom (NK)',
      'Ulla Vik (S), Alby kommun',
      'För Region Norr (RN)',
      'Bo Lindal (M), ordf. Styrelsen för Norra',
      'Sjukhuset (NS)',
      'Per Ek (L), vice ordf. NS',
    ];
    const { participants } = meetingOf(`${HEAD}\n${roster.join('\n')}\n${BODY}`);
    expect(participants.map(({ name, side, affiliation }) => [name, side, affiliation])).toEqual([
      ['Ulla Vik', 'NK', 'Alby kommun'],
      ['Bo Lindal', 'RN', 'Styrelsen för Norra Sjukhuset (NS)'],
      ['Per Ek', 'RN', 'NS'],
    ]);
  });
});

describe('a secretary of no organisation', () => {
  it('stands on the right where nothing tells', () => {
    expect(
      sidesOf([
        'För Norrkom (NK) För Region Norr (RN)',
        `${ROWS[0] ?? ''} ${ROWS[1] ?? ''}`,
        `${ROWS[2] ?? ''} ${ROWS[3] ?? ''}`,
        'Tuva Alm, sekreterare',
      ]).at(-1),
    ).toEqual(['Tuva Alm', 'RN', null]);
  });
});

describe('a region beside the municipalities', () => {
  it('is the other side, by its name', () => {
    expect(
      sidesOf([
        'Region Norr                       Kommunerna',
        '',
        'Ulla Vik (S), ordförande          Bo Lindal (M), Alby, vice ordförande',
        'Siv Holm (C)                      Per Ek (S), Lidby',
        '',
        '',
        'Tjänstemän',
        'Ida Ask, socialchef Alby',
        'Åke Berg, strateg',
      ]),
    ).toEqual([
      ['Ulla Vik', 'Region Norr', null],
      ['Bo Lindal', 'Kommunerna', null],
      ['Siv Holm', 'Region Norr', null],
      ['Per Ek', 'Kommunerna', null],
      ['Ida Ask', null, 'Tjänstemän'],
      ['Åke Berg', null, 'Tjänstemän'],
    ]);
  });

  it('heads its people before the municipalities do theirs, and who stands below both is of neither', () => {
    expect(
      sidesOf([
        'Närvarande:',
        'Region Norr',
        'Ulla Vik, direktör, ordförande',
        'Kommunerna',
        'Bo Lindal, förvaltningschef Alby',
        'Övriga',
        'Ida Ask, strateg',
      ]),
    ).toEqual([
      ['Ulla Vik', 'Region Norr', null],
      ['Bo Lindal', 'Kommunerna', null],
      ['Ida Ask', null, 'Övriga'],
    ]);
  });
});

describe('a label beside the headings of two sides', () => {
  it('stands in the margin of the roster', () => {
    expect(
      sidesOf([
        'Deltagare          Kommunerna                       Region Norr',
        '                   Ulla Vik (S), Alby               Bo Lindal (M), regionråd,',
        '                   Siv Holm (C), Lidby,             ordförande',
        '                   vice ordförande                  Per Ek (V)',
      ]),
    ).toEqual([
      ['Ulla Vik', 'Kommunerna', null],
      ['Bo Lindal', 'Region Norr', null],
      ['Siv Holm', 'Kommunerna', null],
      ['Per Ek', 'Region Norr', null],
    ]);
  });
});

describe('an organisation alone over its people', () => {
  it('is a side after the sides above it', () => {
    expect(
      rosterOf(
        'Närvarande\n\nKommunerna\nIda Ek (M), Lidby, ordförande\nBo Lind, planerare Alby\n\nBusstrafiken\nSiv Holm, trafikutvecklare\nVägverket\nPer Ask, strategisk planerare',
      ),
    ).toEqual([
      ['Ida Ek', 'Kommunerna', null, 'Lidby'],
      ['Bo Lind', 'Kommunerna', null, 'Alby'],
      ['Siv Holm', 'Busstrafiken', null, null],
      ['Per Ask', 'Vägverket', null, null],
    ]);
  });

  it("ends somebody's entry where a line has no more than a name", () => {
    expect(
      rosterOf('Kommunerna\nIda Ek (M), Lidby\nBo Lind\nSocialförvaltningen\nSiv Holm, chef').map(
        ([name, side]) => [name, side],
      ),
    ).toEqual([
      ['Ida Ek', 'Kommunerna'],
      ['Bo Lind', 'Kommunerna'],
      ['Siv Holm', 'Kommunerna'],
    ]);
  });
});

describe('sides of one letter', () => {
  it("are told by any letter that is no party's", () => {
    expect(
      rosterOf(
        'För kommunerna (K) För Region Norr (RN)\nIda Ek (S), Lidby Bo Lind (M), ordförande\nSiv Holm (M), Alby Per Ask (S)\nEva Rask (C), Dalby Jan Mo (MP)',
      ).map(([name, side]) => [name, side]),
    ).toEqual([
      ['Ida Ek', 'K'],
      ['Bo Lind', 'RN'],
      ['Siv Holm', 'K'],
      ['Per Ask', 'RN'],
      ['Eva Rask', 'K'],
      ['Jan Mo', 'RN'],
    ]);
  });
});
