/** Rules that notes taught which nobody here had seen: undertakings with dates, rosters, heads, addresses, times. */
import { describe, expect, it } from 'vitest';
import { findDates } from '../src/dates/index.js';
import { meetingOf } from './helpers.js';

const HEAD = 'Mötesanteckningar från styrgruppen för närvård\n\nDatum: 3 mars 2022\n';
const ITEM = '\n1. Inledning\nOrdföranden hälsar välkommen till mötet.\n';

const noteWith = (lines: string): ReturnType<typeof meetingOf> =>
  meetingOf(`${HEAD}${ITEM}\n2. Rapport\n${lines}\n\n3. Avslut\nMötet avslutas.\n`);

const undertakenIn = (sentence: string): [string[], string, string | null | undefined][] =>
  noteWith(sentence).assignments.map(({ assignees, task, due }) => [assignees, task, due?.latest]);

const plannedIn = (sentence: string): [string, string | null, string | null][] =>
  noteWith(sentence).milestones.map(({ label, when }) => [label, when.earliest, when.latest]);

const rosterOf = (roster: string): [string | null, string | null, string | null, string | null][] =>
  meetingOf(`${HEAD}\n${roster}\n${ITEM}\n2. Avslut\nMötet avslutas.\n`).participants.map(
    ({ name, side, group, affiliation }) => [name, side, group, affiliation],
  );

describe('an undertaking that is told with its date', () => {
  it.each<[string, string[], string, string]>([
    [
      'Senast 18 maj skickar Ulla Vik och Bo Lindal länken till alla i gruppen.',
      ['Ulla Vik', 'Bo Lindal'],
      'skickar länken till alla i gruppen',
      '2022-05-18',
    ],
    ['I maj samlar Ulla Vik in svaren.', ['Ulla Vik'], 'samlar in svaren', '2022-05-31'],
    [
      'Om tre veckor tar socialcheferna upp frågan.',
      ['socialcheferna'],
      'tar upp frågan',
      '2022-03-24',
    ],
    [
      'Till den 9 april går Ulla Vik igenom mallen.',
      ['Ulla Vik'],
      'går igenom mallen',
      '2022-04-09',
    ],
    [
      'Karin och Mikael tar senast 2022-05-31 fram en enklare blankett.',
      ['Karin', 'Mikael'],
      'tar fram en enklare blankett',
      '2022-05-31',
    ],
    [
      'Ulla Vik lämnar namn på två föreläsare till Bo senast den 17 maj.',
      ['Ulla Vik'],
      'lämnar namn på två föreläsare till Bo',
      '2022-05-17',
    ],
  ])('%s', (sentence, assignees, task, latest) => {
    expect(undertakenIn(sentence)).toEqual([[assignees, task, latest]]);
  });

  it('gives a task to whoever stands between "får" and "i uppdrag"', () => {
    expect(undertakenIn('Senast 10 juni får presidiet i uppdrag att pröva listan.')).toEqual([
      [['presidiet'], 'pröva listan', '2022-06-10'],
    ]);
    expect(undertakenIn('Om nämnden säger ja får presidiet i uppdrag att se över det.')).toEqual(
      [],
    );
  });

  it('is none where somebody retires, begins, tells, or is no person', () => {
    for (const sentence of [
      'Under våren går Ulla Vik i pension.',
      'Under hösten börjar Bo Lindal sin tjänst.',
      'I mars skickar Socialstyrelsen ut en enkät.',
      'Ulla Vik redovisar en prognos fram till 2030.',
      'Ulla Vik ifrågasätter om fjorton dagar är rimligt.',
      'Inga synpunkter senast den 17 maj.',
      'Den 5 januari hade Ulla Vik ett möte.',
    ])
      expect(undertakenIn(sentence)).toEqual([]);
  });

  it('does not lend its date to the task before it', () => {
    expect(
      undertakenIn(
        'Arbetsgruppen får i uppdrag att planera en temadag. Senast den 30 maj återkopplar Karin svaret.',
      ),
    ).toEqual([
      [['Karin'], 'återkopplar svaret', '2022-05-30'],
      [['Arbetsgruppen'], 'planera en temadag', undefined],
    ]);
  });
});

describe('who undertakes', () => {
  it('promises after what she thinks, and lifts a matter elsewhere', () => {
    expect(
      undertakenIn('Ulla Vik menar att det är regionens fråga och lovar att höra sig för.'),
    ).toEqual([[['Ulla Vik'], 'höra sig för', undefined]]);
    expect(
      undertakenIn('Ulla Vik lyfter frågan om läkare i sjukhusledningen och återkommer.'),
    ).toEqual([
      [['Ulla Vik'], 'lyfter frågan om läkare i sjukhusledningen och återkommer', undefined],
    ]);
  });

  it('may be an office, jointly with others or with another act before', () => {
    expect(
      undertakenIn('Arkivarien i Alby delar med sig av sin mall senast den 15 maj 2022.'),
    ).toEqual([[['Arkivarien i Alby'], 'delar med sig av sin mall', '2022-05-15']]);
    expect(
      undertakenIn('Räddningschefen och IT-chefen tar fram ett utkast under maj 2022.'),
    ).toEqual([[['Räddningschefen', 'IT-chefen'], 'tar fram ett utkast', '2022-05-31']]);
    expect(
      undertakenIn('Strategen ber bolaget om en kalkyl och återkommer senast i maj 2022.'),
    ).toEqual([[['Strategen'], 'ber bolaget om en kalkyl och återkommer', '2022-05-31']]);
    expect(undertakenIn('Enhetschefen arbetar med schemat under maj 2022.')).toEqual([]);
  });

  it('may be one of several whom a plural holds together', () => {
    expect(
      undertakenIn('Ordförandena i socialnämnden och äldrenämnden lovar att se över planen.'),
    ).toEqual([[['Ordförandena i socialnämnden och äldrenämnden'], 'se över planen', undefined]]);
  });

  it('may have a name that ends as a noun does', () => {
    expect(undertakenIn('Jörgen sammanställer svaren.')).toEqual([
      [['Jörgen'], 'sammanställer svaren', undefined],
    ]);
  });
});

describe('dates', () => {
  const latestOf = (text: string): (string | null)[] =>
    findDates(text, { reference: '2016-08-22' }).map(({ latest }) => latest);

  it('before a period lie before one that is to come', () => {
    expect(latestOf('klart innan sommaren')).toEqual(['2017-05-31']);
    expect(latestOf('klart till mars')).toEqual(['2017-02-28']);
    expect(latestOf('klart före september')).toEqual(['2016-08-31']);
  });

  it('are none where something is measured', () => {
    expect(latestOf('Målet om 30 dagar nås inte.')).toEqual([]);
    expect(latestOf('återkommer om 30 dagar')).toEqual(['2016-09-21']);
  });

  it('may be those of a body’s meeting', () => {
    expect(
      findDates('till forumets möte den 4 oktober', { reference: '2016-08-22' }),
    ).toMatchObject([{ text: 'till forumets möte den 4 oktober', latest: '2016-10-04' }]);
  });
});

describe('what is to come', () => {
  it('is told by each clause that has a date', () => {
    expect(
      plannedIn(
        'Förslaget skickas ut i oktober och remisstiden löper till och med den 16 december.',
      ),
    ).toEqual([
      ['Förslaget skickas ut', '2022-10-01', '2022-10-31'],
      ['remisstiden löper', null, '2022-12-16'],
    ]);
  });

  it('is told with a participle after a preposition', () => {
    expect(
      plannedIn('Länsstyrelsen bjuder in till en dag om narkotikaklassade läkemedel i maj 2022.'),
    ).toEqual([
      [
        'Länsstyrelsen bjuder in till en dag om narkotikaklassade läkemedel',
        '2022-05-01',
        '2022-05-31',
      ],
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

describe('heads', () => {
  it('have no title that tells of the notes, nor letter paper', () => {
    expect(
      meetingOf(
        'Dnr 2022-22\nPostadress: Box 1, 123 45 Alby\nNätverksträff 8 april 2022\nNätverk äldreomsorg\nNärvarande: Ulla Vik, Alby, Bo Lindal, Lidby\nFöregående anteckningar\nAnteckningarna lades ut på samarbetsytan och ingen har hört av sig med ändringar.\nSömn / Siv Holm\nSömnmedel används mindre på boenden där man arbetat med ljus och rutiner.\n',
      ),
    ).toMatchObject({
      title: 'Nätverksträff',
      body: { name: 'Nätverk äldreomsorg' },
      place: null,
      agenda: [{ title: 'Föregående anteckningar' }, { title: 'Sömn' }],
    });
  });

  it('have the network’s name above how it met', () => {
    expect(
      meetingOf(
        'Dnr 2022-22\nNätverket för arkivarier\nDigitalt möte 7 juni 2022\nNärvarande: Ulla Vik, Alby, Bo Lindal, Lidby\n\nGallring / Siv Holm\nSiv visade hur gallringen går till i vardagen hos båda.\n',
      ),
    ).toMatchObject({ title: 'Nätverket för arkivarier', place: 'Digitalt möte', form: 'digital' });
  });

  it('have the fuller title below that of each page', () => {
    expect(
      meetingOf(
        'Nätverksträff 9 mars 2023\n\nNätverksträff digitaliseringsledare\nNätverket för digitaliseringsledare i Norr\nDatum: 9 mars 2023\n\nSignering / Ulla Vik\nUlla visar hur signeringen går till i vardagen.\n',
      ),
    ).toMatchObject({
      title: 'Nätverksträff digitaliseringsledare',
      body: { name: 'Nätverket för digitaliseringsledare i Norr', fullName: null },
    });
  });
});

describe('items', () => {
  it('may name their presenters after a slash, numbered or not', () => {
    const { agenda } = meetingOf(
      `${HEAD}${ITEM}\n2. Kunskapsstyrning / Karin Alm och Anders Ek\nStöden är många och långa.\n\n3. Vård / hälsa\nInget att ta upp.\n`,
    );
    expect(agenda.map(({ title, presenters }) => [title, presenters.length])).toEqual([
      ['Inledning', 0],
      ['Kunskapsstyrning', 2],
      ['Vård / hälsa', 0],
    ]);
  });

  it('have presenters that end where a sentence begins', () => {
    const { agenda } = noteWith(
      'Föredragande: Ulla Vik, förvaltningschef Alby, och Bo Lindal (M)\nAlby kommun sade i juni upp sin del av det gemensamma avtalet med hänvisning till\nkostnaderna. Om verksamheten ska överleva måste de andra dela på underskottet.',
    );
    expect(agenda[1]?.presenters.map(({ name }) => name)).toEqual(['Ulla Vik', 'Bo Lindal']);
    expect(agenda[1]?.text).toMatch(/^Alby kommun sade/u);
  });

  it('have points of a decision that go on over a gap after "och"', () => {
    const { decisions } = noteWith(
      'Beslut: Styrgruppen\n\n1. godkänner rapporten.\n\n2. uppdrar åt direktören att upprätta ett avtal med Alby och\n\nLidby kommuner före den 1 oktober 2022.\n\n3. rekommenderar kommunerna att avsätta tid.',
    );
    expect(decisions.map(({ text }) => text)).toEqual([
      expect.stringContaining('godkänner rapporten'),
      expect.stringContaining('Alby och Lidby kommuner före den 1 oktober 2022'),
      expect.stringContaining('rekommenderar'),
    ]);
  });

  it('have addresses that were broken at a hyphen', () => {
    const { links } = noteWith('Mer finns på https://www.samverkan-\nnorr.se/moten. Läs gärna.');
    expect(links.map(({ href }) => href)).toEqual(['https://www.samverkan-norr.se/moten']);
  });
});

describe('meetings to come', () => {
  const comingIn = (
    title: string,
    lines: string,
  ): [string | null, string | null, string | null][] =>
    meetingOf(`${HEAD}${ITEM}\n2. ${title}\n${lines}\n`).upcomingMeetings.map(
      ({ date, startTime, place }) => [date, startTime, place],
    );

  it('may stand in the sentence below the heading', () => {
    expect(
      comingIn(
        'Mötestider hösten 2022',
        'Följande tider gäller: 13 september, 25 oktober och 6 december. Alla möten startar kl. 13.00.',
      ),
    ).toEqual([
      ['2022-09-13', '13:00', null],
      ['2022-10-25', '13:00', null],
      ['2022-12-06', '13:00', null],
    ]);
  });

  it('go on in the next sentence', () => {
    expect(
      comingIn(
        'Kommande möten',
        'Nästa forum hålls den 7 juni 2022 kl. 10.00 i Alby. Höstens möten är den 4 oktober 2022 i Lidby och den 29 november 2022 i Norr.',
      ),
    ).toEqual([
      ['2022-06-07', '10:00', 'Alby'],
      ['2022-10-04', null, 'Lidby'],
      ['2022-11-29', null, 'Norr'],
    ]);
  });

  it('may have a place for one of them', () => {
    expect(
      comingIn(
        'Tider',
        'Styrgruppen sammanträder den 22 april, den 20 maj och den 8 juni 2022. Mötet i maj hålls i Alby.',
      ),
    ).toEqual([
      ['2022-04-22', null, null],
      ['2022-05-20', null, 'Alby'],
      ['2022-06-08', null, null],
    ]);
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
