/** Who was there, who was not, and who came for a part. */
import { describe, expect, it } from 'vitest';
import { meetingOf } from '../helpers.js';
import { BODY, HEAD, peopleOf } from './notes.js';

describe('who was away', () => {
  it.each([
    'förhindrad',
    'meddelat förhinder',
    'deltog ej',
    'uteblev',
    'avbokat',
    'semester',
    'inte med',
    'tjänstledig',
    'ersattes av Siv Holm',
  ])('is told by "%s" after a name', (words) => {
    const { participants } = meetingOf(
      `${HEAD}\nNärvarande\nUlla Vik\nBo Lindal, ${words}\n${BODY}`,
    );
    expect(participants.map(({ name, role, status }) => [name, role, status])).toEqual([
      ['Ulla Vik', null, 'present'],
      ['Bo Lindal', null, 'absent'],
    ]);
  });

  it.each(['Frånvarande med giltigt förfall', 'Inbjuden men förhindrad', 'Ej deltagare'])(
    'is told by the label "%s"',
    (label) => {
      const { participants } = meetingOf(
        `${HEAD}\nNärvarande: Ulla Vik\n${label}: Bo Lindal\n${BODY}`,
      );
      expect(
        participants.map(({ name, affiliation, status }) => [name, affiliation, status]),
      ).toEqual([
        ['Ulla Vik', null, 'present'],
        ['Bo Lindal', null, 'absent'],
      ]);
    },
  );

  it('is nobody of a distribution list, beside those who were there', () => {
    const { participants } = meetingOf(
      `${HEAD}\nDeltagare:                     Kopia till:\nUlla Vik                       Bo Lindal\nSiv Holm                       Per Nord\n${BODY}`,
    );
    expect(participants.map(({ name }) => name)).toEqual(['Ulla Vik', 'Siv Holm']);
  });
});

describe('presence in other forms', () => {
  it('is told in sentences', () => {
    const { participants } = meetingOf(
      `${HEAD}Deltagande chefer var Ulla Vik från Lund, Bo Lindal från Eslöv och Siv Holm från Höör.\nHörby hade anmält förhinder.\n${BODY}`,
    );
    expect(
      participants.map(({ name, affiliation, status }) => [name, affiliation, status]),
    ).toEqual([
      ['Ulla Vik', 'Lund', 'present'],
      ['Bo Lindal', 'Eslöv', 'present'],
      ['Siv Holm', 'Höör', 'present'],
      [null, 'Hörby', 'absent'],
    ]);
  });

  it('has each cell of a table on a line of its own, organisation or name first', () => {
    const rows = (list: string): unknown[] => peopleOf(list).map(([name, where]) => [name, where]);
    const people = [
      ['Ulla Vik', 'Lund'],
      ['Bo Lindal', 'Eslöv'],
      ['Siv Holm', 'Höör'],
    ];
    expect(rows('Lund\n\nUlla Vik\n\nEslöv\n\nBo Lindal\n\nHöör\n\nSiv Holm')).toEqual(people);
    expect(
      rows('Ulla Vik\nLunds kommun\n\nBo Lindal\nEslövs kommun\n\nSiv Holm\nRegion Skåne'),
    ).toEqual([
      ['Ulla Vik', 'Lunds kommun'],
      ['Bo Lindal', 'Eslövs kommun'],
      ['Siv Holm', 'Region Skåne'],
    ]);
  });

  it('counts nobody without a name', () => {
    expect(peopleOf('Ulla Vik; Bo Lindal\nsamt 23 hyresgäster enligt bifogad lista')).toEqual([
      ['Ulla Vik', null, null],
      ['Bo Lindal', null, null],
    ]);
  });
});

describe('absence among other words', () => {
  it('is told in a sentence, and in a remark that says more', () => {
    const { participants } = meetingOf(
      `${HEAD}Närvarande:\nUlla Vik (S), Lidby\nBo Lindal (M), Alby, frånvarande, ersätts av Per Ek\nSiv Holm (C), Alby\n\nFörhinder har anmälts av Siv Holm.\n${BODY}`,
    );
    expect(participants.map(({ name, status, remark }) => [name, status, remark])).toEqual([
      ['Ulla Vik', 'present', null],
      ['Bo Lindal', 'absent', 'ersätts av Per Ek'],
      ['Siv Holm', 'absent', null],
    ]);
  });
});

describe('who came for a part', () => {
  const statusOf = (lines: string): [string | null, string, string | null][] =>
    meetingOf(`${HEAD}\n${lines}\n${BODY}`).participants.map(({ name, status, remark }) => [
      name,
      status,
      remark,
    ]);

  it('is told of beside the absent, and is none of them', () => {
    expect(
      statusOf(
        'Närvarande: Ulla Vik, Bo Lindal, Siv Holm\nFrånvarande: Bo Lindal. Siv Holm ansluter under punkt 5.',
      ),
    ).toEqual([
      ['Ulla Vik', 'present', null],
      ['Bo Lindal', 'absent', null],
      ['Siv Holm', 'present', 'ansluter under punkt 5'],
    ]);
    expect(
      statusOf(
        'Närvarande: Ulla Vik, Siv Holm\nFrånvarande: Siv Holm, deltar inte heller.',
      )[1]?.slice(0, 2),
    ).toEqual(['Siv Holm', 'absent']);
  });

  it('does not split a second list of the absent from the first on its line', () => {
    expect(
      statusOf(
        'Närvarande: Ulla Vik, Bo Lindal, Siv Holm\nFrånvarande ledamöter: Bo Lindal. Frånvarande tjänstepersoner: Siv Holm',
      ).map(([, status]) => status),
    ).toEqual(['present', 'absent', 'absent']);
  });

  it('stands in for somebody who is no participant', () => {
    expect(
      peopleOf(
        'Bo Lindal (KD), Alby kommun, ersätter Siv Holm (L), Lidby kommun\nUlla Vik (S), Alby kommun',
      ),
    ).toEqual([
      ['Bo Lindal', 'Alby kommun', 'ersätter Siv Holm (L), Lidby kommun'],
      ['Ulla Vik', 'Alby kommun', null],
    ]);
  });

  it('has what the list of guests tells of somebody absent', () => {
    const { participants } = meetingOf(
      `${HEAD}\nNärvarande: Ulla Vik\nInbjudna: Bo Lindal, SKR\nFörhinder: Bo Lindal\n${BODY}`,
    );
    expect(participants[1]).toMatchObject({
      name: 'Bo Lindal',
      affiliation: 'SKR',
      status: 'absent',
    });
  });
});

describe('labels of attendance by their parts', () => {
  it.each([
    ['Närvarande styrgruppsledamöter', 'present'],
    ['Med på träffen:', 'present'],
    ['Med var:', 'present'],
    ['Frånvarande styrgruppsledamöter', 'absent'],
    ['Hälsat förhinder:', 'absent'],
    ['Föredragande och övriga:', 'present'],
  ] as const)('"%s"', (label, status) => {
    const note = meetingOf(`${HEAD}${label}\nUlla Vik, ekonom\nBo Lindal, jurist\n${BODY}`);
    expect(note.participants.map((person) => [person.name, person.status])).toEqual([
      ['Ulla Vik', status],
      ['Bo Lindal', status],
    ]);
  });

  it('may be the name of a group alone, in the head', () => {
    const note = meetingOf(
      `${HEAD}\nFörtroendevalda\nUlla Vik (S), Lidby\nBo Lindal (M), Alby\n\nStödjande tjänstepersoner\nSiv Holm, ekonom\n${BODY}`,
    );
    expect(note.participants.map(({ name, group }) => [name, group])).toEqual([
      ['Ulla Vik', 'Förtroendevalda'],
      ['Bo Lindal', 'Förtroendevalda'],
      ['Siv Holm', 'Stödjande tjänstepersoner'],
    ]);
  });

  it('are told in a sentence of the first item', () => {
    const note = meetingOf(
      `${HEAD}Närvarande: Ulla Vik, Bo Lindal\n\n1. Inledning\nUlla Vik öppnar mötet. Frånvarande är Bo Lindal.\n\n2. Rapport\nInget nytt.\n`,
    );
    expect(note.participants.map(({ name, status }) => [name, status])).toEqual([
      ['Ulla Vik', 'present'],
      ['Bo Lindal', 'absent'],
    ]);
  });
});

describe('trade unions', () => {
  it('are organisations, though their names are words of offices', () => {
    expect(
      meetingOf(
        `${HEAD}Närvarande\nUlla Vik, Kommunal\nBo Lindal, Ledarna\nSiv Holm, kommunal samordnare\n${BODY}`,
      ).participants.map(({ affiliation, role }) => [affiliation, role]),
    ).toEqual([
      ['Kommunal', null],
      ['Ledarna', null],
      [null, 'kommunal samordnare'],
    ]);
  });
});

describe('labels by what their words mean', () => {
  it('head people in the head, present, absent or guests', () => {
    const note = meetingOf(
      `${HEAD}\nRunt bordet\nUlla Vik (S), Lidby\n\nPå skärmen\nBo Lindal (M), Alby\n\nKunde inte komma\nSiv Holm (C), Lidby\n\nTackat nej: Rut Alm, Alby kommun\n${BODY}`,
    );
    expect(note.participants.map(({ name, status, group }) => [name, status, group])).toEqual([
      ['Ulla Vik', 'present', null],
      ['Bo Lindal', 'present', null],
      ['Siv Holm', 'absent', null],
      ['Rut Alm', 'absent', null],
    ]);
  });

  it('end the list above them', () => {
    const note = meetingOf(
      `${HEAD}Frånvarande: Ulla Vik, Lidby\nInbjuden under punkt 2: Bo Lindal, Alby\n${BODY}`,
    );
    expect(note.participants.map(({ name, status }) => [name, status])).toEqual([
      ['Ulla Vik', 'absent'],
      ['Bo Lindal', 'invited'],
    ]);
  });

  it('say nothing where no people follow', () => {
    expect(meetingOf(`${HEAD}\nVi som sågs\nDet var en fin dag.\n${BODY}`).participants).toEqual(
      [],
    );
  });
});

describe('presence told in sentences', () => {
  it('has who led, who came from where, who sent word, and guests', () => {
    const note = meetingOf(
      `${HEAD}\nNärvaro\nMötet leddes av Ulla Vik, socialchef i Lidby kommun. För de övriga deltog Bo Lindal, rektor i\nAlby kommun, och Siv Holm, jurist i Norby kommun. Återbud från Rut Alm (Lidby kommun). Som gäst\nmedverkade Jan Ek (Inera).\n${BODY}`,
    );
    expect(
      note.participants.map(({ name, affiliation, role, status }) => [
        name,
        affiliation,
        role,
        status,
      ]),
    ).toEqual([
      ['Ulla Vik', 'Lidby kommun', 'socialchef', 'present'],
      ['Bo Lindal', 'Alby kommun', 'rektor', 'present'],
      ['Siv Holm', 'Norby kommun', 'jurist', 'present'],
      ['Rut Alm', 'Lidby kommun', null, 'absent'],
      ['Jan Ek', 'Inera', null, 'invited'],
    ]);
  });

  it('a sentence between them that no field holds is reported', () => {
    const { diagnostics } = meetingOf(
      `${HEAD}På plats var Ulla Vik (S), Lidby kommun, och Bo Lindal (M), Alby kommun. Alla fick varsin mugg te\noch en smörgås.\n${BODY}`,
    );
    const unclaimed = diagnostics.filter(({ code }) => code === 'line-unclaimed');
    expect(unclaimed.map(({ message }) => message)).toEqual([
      'No field holds this sentence: "Alla fick varsin mugg te och en smörgås."',
    ]);
  });

  it('nobody who stands below a gap is added to the absent', () => {
    const note = meetingOf(
      `${HEAD}Plats: Lidby\nNärvarande:\nUlla Vik, Lidby\nRut Alm, Alby\nFrånvarande: Bo Lindal, Alby\n\n\nSiv Holm, Norby\nJan Ek, Norby\n${BODY}`,
    );
    expect(note.participants.filter(({ status }) => status === 'absent')).toHaveLength(1);
  });
});

describe('organisations among people', () => {
  it('are companies by their ending, and may have sent nobody who is named', () => {
    const note = meetingOf(
      `${HEAD}Närvarande:\nUlla Vik, rektor Lidby kommun\nBo Lindal, chef Alby kommun\nÖrebro universitet\nInbjudna: Siv Holm, Norra Teknik AB\n${BODY}`,
    );
    expect(note.participants.map(({ name, affiliation }) => [name, affiliation])).toEqual([
      ['Ulla Vik', 'Lidby kommun'],
      ['Bo Lindal', 'Alby kommun'],
      [null, 'Örebro universitet'],
      ['Siv Holm', 'Norra Teknik AB'],
    ]);
  });
});

describe('absence after another sentence', () => {
  const statusOf = (item: string): [string | null, string][] =>
    meetingOf(
      `${HEAD}Närvarande: Ida Ek, Lidby; Bo Lind, Alby; Siv Holm, Dalby\n\n1. Inledning\n${item}\n\n2. Rapport\nInget nytt.\n`,
    ).participants.map(({ name, status }) => [name, status]);

  it.each([
    'Ordföranden hälsar välkommen. Frånvarande: Bo Lind och Siv Holm.',
    'Ordföranden öppnar mötet. Bo Lind och Siv Holm har lämnat återbud.',
  ])('"%s"', (sentence) => {
    expect(statusOf(sentence)).toEqual([
      ['Ida Ek', 'present'],
      ['Bo Lind', 'absent'],
      ['Siv Holm', 'absent'],
    ]);
  });

  it('is not that of who tells of it', () => {
    expect(
      statusOf('Ida Ek öppnar mötet och informerar om att Bo Lind har lämnat återbud.')[0],
    ).toEqual(['Ida Ek', 'present']);
  });
});

describe('parties of a meeting', () => {
  it('head their people in the head', () => {
    expect(
      meetingOf(
        `${HEAD}\nArbetsgivaren\nIda Ek, verksamhetschef, ordförande\nBo Lind, enhetschef förlossningen\n\nFackliga organisationer\nSiv Holm, Vårdförbundet\n${BODY}`,
      ).participants.map(({ name, group, role, affiliation }) => [name, group, role, affiliation]),
    ).toEqual([
      ['Ida Ek', 'Arbetsgivaren', 'verksamhetschef', null],
      ['Bo Lind', 'Arbetsgivaren', 'enhetschef', 'förlossningen'],
      ['Siv Holm', 'Fackliga organisationer', null, 'Vårdförbundet'],
    ]);
  });
});

describe('a table of attendance', () => {
  it('ends the list of guests above it, and says how somebody came', () => {
    const { participants } = meetingOf(
      `${HEAD}Inbjudna: Ulf Rask, Region Norr\n\nNamn                               Organisation           Närvaro\nIda Ek (M), ordförande             Region Norr            Närvarande\nBo Lind (S), vice ordföran-        Alby kommun            Närvarande\nde\nSiv Holm (L)                       Lidby kommun           Frånvarande\nPer Ask, utredare                  Region Norr            via Teams\n${BODY}`,
    );
    expect(
      participants.map(({ name, function: office, status, remark }) => [
        name,
        office,
        status,
        remark,
      ]),
    ).toEqual([
      ['Ida Ek', 'ordförande', 'present', null],
      ['Bo Lind', 'vice ordförande', 'present', null],
      ['Siv Holm', null, 'absent', null],
      ['Per Ask', null, 'present', 'via Teams'],
      ['Ulf Rask', null, 'invited', null],
    ]);
  });
});
