/** Single rules of reading, each with the shortest note that needs it; whole records are in the golden tests. */
import { describe, expect, it } from 'vitest';
import type { Meeting } from '../src/record/schema.js';
import { parseNote } from '../src/index.js';
import { meetingOf } from './helpers.js';

const HEAD = 'Mötesanteckningar från styrgruppen för närvård\n\n';
const BODY =
  '\n1. Inledning\nOrdföranden hälsar välkommen till mötet.\n\n2. Rapport\nInget nytt.\n';

const peopleOf = (list: string): [string | null, string | null, string | null][] =>
  meetingOf(`${HEAD}Datum: 3 mars 2022\n\nNärvarande\n${list}\n${BODY}`).participants.map(
    ({ name, affiliation, remark }) => [name, affiliation, remark],
  );

const headOf = (line: string): Meeting => meetingOf(`${HEAD}${line}\n${BODY}`);

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
      `${HEAD}Datum: 3 mars 2022\n\nNärvarande\nUlla Vik X\nBo Lindal X, § 4–9\nSiv Holm\nPer Nord X\nSuppleanter\nEva Ask X\n${BODY}`,
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

describe('the place on a line with the time', () => {
  it('is what is left, without the words that led to the times', () => {
    expect(headOf('Tid och plats: Teamsmöte den 3 mars 2022 mellan 16.10 och 17.00')).toMatchObject(
      {
        place: 'Teamsmöte',
        startTime: '16:10',
        endTime: '17:00',
      },
    );
    expect(headOf('Tid och plats: 3 mars 2022 från 9.00 till 10.00, Rådhuset').place).toBe(
      'Rådhuset',
    );
  });

  it.each([
    'Protokoll fört vid möte med Åsens vägförening den 3 mars 2022 kl 16.00',
    'Vårdråd 3 mars 2022',
    'Möte med styrgruppen 3 mars 2022',
  ])('is not what names the meeting: %s', (line) => {
    expect(headOf(line)).toMatchObject({ date: '2022-03-03', place: null });
  });
});

describe('a roster', () => {
  const rosterOf = (...lines: string[]): Meeting['participants'] =>
    meetingOf(`${HEAD}Datum: 3 mars 2022\n\n${lines.join('\n')}\n${BODY}`).participants;
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
    expect(sidesOf(rosterOf([...heads, ...cells].join('\n\n')))).toEqual({
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
    const people = rosterOf(
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
    const people = rosterOf('Kallade', '- Ulla Vik', '- Bo Lindal', '', 'Närvarande', '- Ulla Vik');
    expect(people.map(({ name, status }) => [name, status])).toEqual([
      ['Ulla Vik', 'present'],
      ['Bo Lindal', 'invited'],
    ]);
    expect(rosterOf('Kallade: Ulla Vik, Bo Lindal')[1]?.status).toBe('present');
  });

  it('beside a column of labels has a group for each', () => {
    const people = rosterOf(
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
    const people = rosterOf(
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
    expect(rosterOf('Ordförande Ulla Vik inledde mötet med att tacka Bo Lindal')).toEqual([]);
  });
});

describe('the date of a meeting', () => {
  it('is not that of the adjusting or of the notice', () => {
    const note = (rest: string): string | null =>
      meetingOf(
        `Protokoll från styrgruppen för närvård\n\nSammanträdesdatum: 3 mars 2022\nBeslutande: Ulla Vik, Bo Lindal\n${rest}\n${BODY}`,
      ).date;
    expect(note('Anslag/bevis\nDatum:\nDatum för anslags uppsättande 2022-03-14')).toBe(
      '2022-03-03',
    );
    expect(note('Justerare      Ulla Vik\nPlats och tid      Rådhuset 2022-03-11')).toBe(
      '2022-03-03',
    );
  });

  it('has no time of lunch', () => {
    expect(headOf('Tid: lunch 12-13, möte 13-17 den 3 mars 2022')).toMatchObject({
      startTime: '13:00',
      endTime: '17:00',
      place: null,
    });
  });

  it('has no year in a time of day', () => {
    const { upcomingMeetings } = meetingOf(
      `${HEAD}Datum: 3 mars 2022\n${BODY}\nNästa möte: torsdag 07/04 - 12:15\n`,
    );
    expect(upcomingMeetings).toMatchObject([{ date: '2022-04-07', inferred: true }]);
  });
});

describe('what is no note', () => {
  const unread = (text: string): string[] =>
    parseNote(Buffer.from(text), 'text.txt').diagnostics.map(({ code }) => code);

  it.each([
    'Exempel på styrelseprotokoll\n\nPlats: Lokalen\nDatum: 15 november\n\n1. Mötets öppnande\n2. Närvaro\n',
    'Møde i bestyrelsen\n\nReferat den 3 marts 2022\nDeltagere: Ulla Vik og Bo Lindal\n\n1. Godkendelse af dagsorden\nDer blev ikke rejst spørgsmål til dagsordenen, og den blev godkendt af alle.\n2. Status\nFormanden fortalte også om byggeriet, og der blev talt om prisen på et nyt tag.\n',
  ])('stays so: %s', (text) => {
    expect(unread(text)).toContain('not-a-note');
  });
});

describe('minutes of a board', () => {
  const noteOf = (items: string): Meeting =>
    meetingOf(
      `Styrelseprotokoll\n\nDatum: 3 mars 2022\nNärvarande: Ulla Vik, Bo Lindal\n\n${items}\n`,
    );

  it('decide in the past tense', () => {
    const { decisions } = noteOf(
      '§ 1 Budget\nStyrelsen beslöt att anta budgeten. Kommunstyrelsen beslutade att höja taxan.\n§ 2 Övrigt\nInget.',
    );
    expect(decisions.map(({ text }) => text)).toEqual(['Styrelsen beslöt att anta budgeten.']);
  });

  it('have their titles below the case number', () => {
    const { agenda } = noteOf(
      '§ 1\nDnr 2011/88\nKvartalsrapport\n\nRapporten gås igenom.\n\n§ 2\nBistånd\n\nLäget gås igenom.',
    );
    expect(agenda.map(({ title }) => title)).toEqual(['Kvartalsrapport', 'Bistånd']);
  });

  it('have no items in their contents', () => {
    const { agenda } = noteOf(
      'Ärendelista\n§ 1 Budget ............... 5\n§ 2 Övrigt .............. 7\n\n§ 1 Budget\nBudgeten gås igenom.\n§ 2 Övrigt\nInget.',
    );
    expect(agenda.map(({ title, text }) => [title, text])).toEqual([
      ['Budget', 'Budgeten gås igenom.'],
      ['Övrigt', 'Inget.'],
    ]);
  });
});

describe('what is to be done', () => {
  const actionsOf = (list: string): Meeting['assignments'] =>
    meetingOf(`${HEAD}Datum: 3 mars 2022\n${BODY}\n3. Att göra\n${list}\n`).assignments;

  it('is not what is done, and has nobody cut out of parentheses', () => {
    expect(
      actionsOf('- Boka lokal (Ulla, klart), se kalendern\n- Ring Bo (Vik, Holm) (Ulla kontaktar)'),
    ).toMatchObject([{ assignees: [] }]);
  });
});

describe('a milestone', () => {
  it('says what happens, and is none of the head or of the minutes', () => {
    const { milestones } = meetingOf(
      `${HEAD}Datum: 3 mars 2022\n${BODY}Kanske skickas enkäten ut i slutet av april 2022.\nJustering: 20 mars 2022\nTid: 4 maj 2022\nRapporten presenteras den 9 juni 2022.\n`,
    );
    expect(milestones.map(({ label }) => label)).toEqual(['Rapporten presenteras']);
  });
});

describe('tables and lists that extraction took apart', () => {
  const people = (...lines: string[]): (string | null)[][] =>
    meetingOf(`${HEAD}Datum: 3 mars 2022\n\n${lines.join('\n')}\n${BODY}`).participants.map(
      ({ name, affiliation, status }) => [name, affiliation, status],
    );

  it('have all labels above all values', () => {
    const note = meetingOf(
      `${HEAD}Datum\n\nTid\n\nPlats\n\nNärvarande\n\n3 mars 2022\n\n13.00–15.00\n\nRådhuset, Lund\n\nUlla Vik (S), ordförande\nBo Lindal (M)\n${BODY}`,
    );
    expect(note).toMatchObject({ date: '2022-03-03', startTime: '13:00', place: 'Rådhuset, Lund' });
    expect(note.participants.map(({ name }) => name)).toEqual(['Ulla Vik', 'Bo Lindal']);
  });

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

describe('an item', () => {
  const itemOf = (lines: string): Meeting['agenda'][number] | undefined =>
    meetingOf(
      `${HEAD}Datum: 3 mars 2022\nNärvarande: Ulla Vik, Lund, Bo Lindal, Eslöv\n${BODY}\n${lines}\n\n4. Övrigt\nInget.\n`,
    ).agenda[2];

  it('has its presenters on a line of their own, if the note knows them', () => {
    expect(itemOf('3. Vägar\nUlla Vik, Lund\n\nVägarna gås igenom.')).toMatchObject({
      presenters: [{ name: 'Ulla Vik', affiliation: 'Lund', role: null }],
      text: 'Vägarna gås igenom.',
    });
  });

  it('has its presenters after a label with one letter wrong', () => {
    expect(itemOf('3. Vägar\nFöredragende: Bo Lindal\nVägarna gås igenom.')?.presenters).toEqual([
      { name: 'Bo Lindal', affiliation: null, role: null },
    ]);
  });

  it('has no page number in its text, though the note has but one', () => {
    const filler = Array.from(
      { length: 30 },
      (_, at) => `Rad ${String(at)} av rapporten gås igenom.`,
    );
    const item = itemOf(`3. Vägar\n${filler.join('\n')}\nVägen byggs i\n\n2\n\nhöst av kommunen.`);
    expect(item?.text).toContain('Vägen byggs i höst av kommunen.');
  });

  it('parts a list from the sentence below it', () => {
    expect(
      itemOf(
        '3. Vägar\n- grupperna borde samordnas framför allt vid alla marknader\n\nBo Lindal bjuder in dem.',
      )?.text,
    ).toBe(
      '- grupperna borde samordnas framför allt vid alla marknader\n\nBo Lindal bjuder in dem.',
    );
  });
});

describe('decisions under a bullet that stands alone', () => {
  it('are one for each line that begins with the body', () => {
    const { decisions } = meetingOf(
      `Mötesanteckningar NSV\n\nDatum: 3 mars 2022\n${BODY}\n3. Vägar\nStällningstagande:\n•\n\nNSV ställer sig bakom förslaget.\nNSV ger direktören i uppdrag att redovisa kostnaden.\n\n4. Övrigt\nInget.\n`,
    );
    expect(decisions.map(({ actions }) => actions)).toEqual([['endorses'], ['assigns']]);
  });
});

describe('an undertaking', () => {
  const tasksOf = (text: string): string[] =>
    meetingOf(
      `${HEAD}Datum: 3 mars 2022\nNärvarande: Ulla Vik, Bo Lindal\n${BODY}${text}\n`,
    ).assignments.map(({ task }) => task);

  it('is not what is done as a habit, or by others', () => {
    expect(tasksOf('Boendena skickar med personal när det går.')).toEqual([]);
    expect(tasksOf('En gång i månaden skickar de en sida med siffror.')).toEqual([]);
    expect(tasksOf('Det är oklart vem man kontaktar.')).toEqual([]);
    expect(tasksOf('Ulla Vik skickar ut underlaget.')).toEqual(['skickar ut underlaget']);
  });
});

describe('what boards tell of before they decide', () => {
  const noteOf = (items: string): Meeting =>
    meetingOf(
      `Styrelseprotokoll\n\nDatum: 3 mars 2022\nNärvarande: Ulla Vik, Bo Lindal\n\n${items}\n\n§ 9 Övrigt\nInget.\n`,
    );

  it('is no decision: a proposal that was turned down', () => {
    const { decisions, assignments } = noteOf(
      '§ 8 Bidrag\nFörslag till beslut\nStyrelsen beslutar att bevilja bidrag och ger kassören i uppdrag att betala.\nReservation\nUlla Vik vill att kassören får i uppdrag att betala.\nBeslut\nStyrelsen beslutar att avslå ansökan.',
    );
    expect(decisions.map(({ text }) => text)).toEqual(['Styrelsen beslutar att avslå ansökan.']);
    expect(assignments).toEqual([]);
  });

  it.each([
    'Bo Lindal yrkar att styrelsen ger kassören i uppdrag att skriva ett brev.',
    'Ulla Vik föreslår att kassören får i uppdrag att skriva ett brev.',
    'Kassören får i uppdrag av regeringen att skriva ett brev.',
    'Ulla Vik informerar.',
    'Om det inte fungerar kontaktar Bo kommunen.',
    'Ingen återkommer i frågan.',
  ])('tells nobody what to do: %s', (sentence) => {
    expect(noteOf(`§ 8 Läget\n${sentence}`).assignments).toEqual([]);
  });

  it('is an assignment where the board itself gives it', () => {
    const { assignments } = noteOf(
      '§ 8 Läget\nKassören får i uppdrag av styrelsen att skriva ett brev.',
    );
    expect(assignments.map(({ task }) => task)).toEqual(['skriva ett brev']);
  });

  it('names who acts without what else she does', () => {
    const { assignments } = noteOf(
      '§ 8 Läget\nUlla Vik tar med det till ledningsgruppen och återkopplar i april.',
    );
    expect(assignments.flatMap(({ assignees }) => assignees)).toEqual(['Ulla Vik']);
  });
});

describe('lists beside one another', () => {
  const people = (...lines: string[]): (string | null)[][] =>
    meetingOf(`${HEAD}Datum: 3 mars 2022\n\n${lines.join('\n')}\n${BODY}`).participants.map(
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

describe('days to come', () => {
  const note = (text: string): Meeting => meetingOf(`${HEAD}Datum: 3 mars 2022\n${BODY}${text}\n`);

  it('are none of two to choose from, nor of what was told', () => {
    expect(
      note('\n3. Nästa möte\nNästa möte: 8 oktober eller 15 oktober 2022.').upcomingMeetings,
    ).toEqual([]);
    expect(note('Direktionen uppdrog den 7 april åt chefen att se över taxan.').milestones).toEqual(
      [],
    );
  });

  it('are planned for a month, not for the time before it', () => {
    expect(note('Byggstarten planeras till augusti 2022.').milestones).toMatchObject([
      { when: { text: 'till augusti 2022', earliest: '2022-08-01', latest: '2022-08-31' } },
    ]);
  });
});

describe('what notes of other bodies taught', () => {
  const noteOf = (rest: string): Meeting =>
    meetingOf(`${HEAD}Datum: 3 mars 2022\n\n${rest}\n${BODY}`);

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

  it('a figure ends a sentence, and the number of a point is no part of the decision', () => {
    const { decisions } = meetingOf(
      `${HEAD}Datum: 3 mars 2022\n${BODY}\n3. Jakt\nUlla Vik talar för 25. Styrgruppen beslutar att rekommendera 32 björnar.\nB4.1 Styrgruppen beslutar att skjuta upp mötet.\n\n4. Övrigt\nInget.\n`,
    );
    expect(decisions.map(({ text }) => text)).toEqual([
      'Styrgruppen beslutar att rekommendera 32 björnar.',
      'Styrgruppen beslutar att skjuta upp mötet.',
    ]);
  });
});
