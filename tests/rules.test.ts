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

describe('titles', () => {
  it('are parted from a text on their line where most items have both', () => {
    const note = meetingOf(
      'Minnesanteckningar Lokala rådet\n2025-03-04\n\nNärvarande: Eva Ek\n\n1) Öppnande\n2) Protokoll. Läggs till handlingarna.\n3) Ekonomi. Kassören gick igenom läget.\n4) Elfiske. Eva skickar in ansökan före 1 december.\n5) Nästa möte: 28 november kl 13 i Hult.\n',
    );
    expect(note.agenda.map(({ title, text, lines }) => [title, text, lines])).toEqual([
      ['Öppnande', '', [6, 6]],
      ['Protokoll', 'Läggs till handlingarna.', [7, 7]],
      ['Ekonomi', 'Kassören gick igenom läget.', [8, 8]],
      ['Elfiske', 'Eva skickar in ansökan före 1 december.', [9, 9]],
      ['Nästa möte', '28 november kl 13 i Hult.', [10, 10]],
    ]);
    expect(note.assignments.map(({ item, task }) => [item, task])).toEqual([
      ['4', 'skickar in ansökan'],
    ]);
    expect(note.upcomingMeetings.map(({ date }) => date)).toEqual(['2025-11-28']);
  });

  it('stand over their items by the time allotted to them, and those that stand alike are titles too', () => {
    const note = meetingOf(
      `${HEAD}Datum: 3 mars 2022\nNärvarande: Ulla Vik\n\nDelning av journaler, 10 min.\nFrågan är fortfarande öppen. Ingen har svarat.\n\nGemensam jour, 15 min.\nNågra kommuner prövar det redan i dag.\n\nNya lokaler\nHuset är inte färdigt ännu.\n`,
    );
    expect(note.agenda.map(({ title, minutes }) => [title, minutes])).toEqual([
      ['Delning av journaler', 10],
      ['Gemensam jour', 15],
      ['Nya lokaler', null],
    ]);
  });
});

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
      `${HEAD}Datum: 3 mars 2022\n\nNärvarande\nUlla Vik\nBo Lindal, ${words}\n${BODY}`,
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
        `${HEAD}Datum: 3 mars 2022\n\nNärvarande: Ulla Vik\n${label}: Bo Lindal\n${BODY}`,
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
      `${HEAD}Datum: 3 mars 2022\n\nDeltagare:                     Kopia till:\nUlla Vik                       Bo Lindal\nSiv Holm                       Per Nord\n${BODY}`,
    );
    expect(participants.map(({ name }) => name)).toEqual(['Ulla Vik', 'Siv Holm']);
  });
});

describe('presence in other forms', () => {
  it('is told in sentences', () => {
    const { participants } = meetingOf(
      `${HEAD}Datum: 3 mars 2022\nDeltagande chefer var Ulla Vik från Lund, Bo Lindal från Eslöv och Siv Holm från Höör.\nHörby hade anmält förhinder.\n${BODY}`,
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

describe('a next meeting', () => {
  it.each([
    'Nästa möte: den 8 juni ställs in.',
    'Nästa möte hos Ulla, datum meddelas. Kursen är 3 juni.',
    'Nästa möte: inget datum bestämt, kanske 12 juni.',
    'Nästa möte i presidiet: 3 juni.',
    'Nästa sammanträde med kommunen 10 juni kl 08.00',
  ])('is none in "%s"', (words) => {
    const note = meetingOf(`${HEAD}Datum: 3 mars 2022\nNärvarande: Ulla Vik\n${BODY}\n${words}\n`);
    expect(note.upcomingMeetings).toEqual([]);
  });

  it('has the cells of its table on lines of their own', () => {
    const note = meetingOf(
      `${HEAD}Datum: 3 mars 2022\nNärvarande: Ulla Vik\n${BODY}\nKommande möten\nDatum\n\nTid\n\nPlats\n\n14 november 2022\n\n13.00–15.00\n\nTeams\n\n13 februari 2023\n\n09.00–11.00\n\nRådhuset\n`,
    );
    expect(
      note.upcomingMeetings.map(({ date, startTime, place }) => [date, startTime, place]),
    ).toEqual([
      ['2022-11-14', '13:00', 'Teams'],
      ['2023-02-13', '09:00', 'Rådhuset'],
    ]);
  });
});

describe('what nobody is told to do', () => {
  it.each([
    'Mötet avslog förslaget att uppdra åt kassören att betala.',
    'Revisorerna rekommenderar styrgruppen att ge förvaltningen i uppdrag att skriva en rutin.',
    'Förslaget innebär att chefen får i uppdrag att anställa.',
    'Ska vi ge Bo i uppdrag att ringa?',
    'Bo citerar protokollet: ”Nämnden ger förvaltningen i uppdrag att utreda frågan.”',
    'Bo kontaktar vid behov polisen.',
    'Automaten lämnar ut en dos och skickar beställning när något tar slut.',
  ])('"%s"', (words) => {
    const note = meetingOf(
      `${HEAD}Datum: 3 mars 2022\nNärvarande: Ulla Vik, Bo Lindal\n\n1. Inledning\nOrdföranden hälsar välkommen.\n\n2. Frågan\n${words}\n`,
    );
    expect(note.assignments).toEqual([]);
  });

  it('stands under a heading of things to do, if it only tells how things are', () => {
    const note = meetingOf(
      `${HEAD}Datum: 3 mars 2022\nNärvarande: Ulla Vik\n${BODY}\nAtt göra\nIngenting.\nPengarna är slut.\n`,
    );
    expect(note.assignments).toEqual([]);
  });
});

describe('who decides', () => {
  it('is the organ that its own heading names, whatever the letterhead says', () => {
    const note = meetingOf(
      'TORSBY KOMMUN\nKommunstyrelsen\nSAMMANTRÄDESPROTOKOLL\nSammanträdesdatum: 2023-10-03\nNärvarande: Ulla Vik\n\n§ 4 Bidrag\n\nFörslag till beslut\nKommunstyrelsen beslutar att bevilja bidraget.\n\nKommunstyrelsens beslut\n1. Bidraget avslås.\n2. Paragrafen justeras omedelbart.\n\n§ 5 Remiss\nTexten är lång.\n',
    );
    expect(note.body).toEqual({ name: 'Kommunstyrelsen', fullName: null });
    expect(note.decisions.map(({ text }) => text)).toEqual([
      'Bidraget avslås.',
      'Paragrafen justeras omedelbart.',
    ]);
  });

  it('has not done so yet where the day is to come, or did so on another day', () => {
    const note = meetingOf(
      `${HEAD}Datum: 3 mars 2022\nNärvarande: Ulla Vik\n\n1. Inledning\nStyrgruppen beslutade den 22 februari att ärendet skulle återkomma.\n\n2. Budget\nStyrgruppen fastställer budgeten senast 31 oktober.\n`,
    );
    expect(note.decisions).toEqual([]);
  });
});

describe('milestones', () => {
  it.each([
    'Stoppet hävdes den 4 februari.',
    'Ett avbrott den 11 februari slog ut larmen.',
    'Ulla föreslår att gruppen träffas den 9 maj.',
    'Planen skickas ut den 1 april varje år.',
    'Mötet hålls den 8 oktober eller den 15 oktober.',
  ])('are none in "%s"', (words) => {
    const note = meetingOf(
      `${HEAD}Datum: 3 mars 2022\nNärvarande: Ulla Vik\n\n1. Inledning\nOrdföranden hälsar välkommen.\n\n2. Läget\n${words}\n`,
    );
    expect(note.milestones).toEqual([]);
  });

  it('have the clause of their own date as a label, and the year that the sentence names', () => {
    const note = meetingOf(
      `${HEAD}Datum: 3 mars 2022\nNärvarande: Ulla Vik\n\n1. Bygget\nByggstart planeras till augusti och arbetet ska vara klart till jul.\n\n2. Årsmöte\nÅrsmötet 2023 hålls i mars.\n`,
    );
    expect(note.milestones.map(({ label, when }) => [label, when.earliest])).toEqual([
      ['Byggstart planeras', '2022-08-01'],
      ['arbetet ska vara klart', null],
      ['Årsmötet 2023 hålls', '2023-03-01'],
    ]);
  });
});

describe('decisions in prose', () => {
  it('are told once: the text of their item is without them', () => {
    const note = meetingOf(
      `${HEAD}Datum: 3 mars 2022\nNärvarande: Ulla Vik\n\n1. Inledning\nOrdföranden hälsar välkommen.\n\n2. Taxan\nUlla Vik gick igenom läget. Styrgruppen beslutar att höja taxan från 2023. Hon återkommer.\n`,
    );
    expect(note.decisions.map(({ text }) => text)).toEqual([
      'Styrgruppen beslutar att höja taxan från 2023.',
    ]);
    expect(note.agenda[1]?.text).toBe('Ulla Vik gick igenom läget. Hon återkommer.');
  });

  it('have their points below a sentence that breaks off', () => {
    const note = meetingOf(
      `${HEAD}Datum: 3 mars 2022\nNärvarande: Ulla Vik\n\n1. Inledning\nOrdföranden hälsar välkommen.\n\n2. Lokaler\nStyrgruppen beslöt\natt godkänna offerten\natt ge rektor i uppdrag att söka bidrag senast den 15 juni\n`,
    );
    expect(note.decisions.map(({ text }) => text)).toEqual([
      'att godkänna offerten',
      'att ge rektor i uppdrag att söka bidrag senast den 15 juni',
    ]);
    expect(note.assignments.map(({ task, decision }) => [task, decision])).toEqual([
      ['söka bidrag', 'd2'],
    ]);
  });
});

describe('a table of actions', () => {
  it('needs no heading where its owners are persons', () => {
    const note = meetingOf(
      `${HEAD}Datum: 3 mars 2022\nNärvarande: Ulla Vik, Bo Lindal\n\n1. Inledning\nOrdföranden hälsar välkommen.\n\n2. Sammanställning\nVad                          Vem             När\nSända statistik              Ulla Vik        24 maj 2022\nBoka lokal                   Bo Lindal       Senast 15 juni\n`,
    );
    expect(
      note.assignments.map(({ task, assignees, due }) => [task, assignees, due?.latest]),
    ).toEqual([
      ['Sända statistik', ['Ulla Vik'], '2022-05-24'],
      ['Boka lokal', ['Bo Lindal'], '2022-06-15'],
    ]);
  });
});

describe('the numbers of items', () => {
  const TEXT = 'Ordföranden redogör för läget och frågan diskuteras av alla.';
  const itemsOf = (...headings: string[]): [string | null, string][] =>
    meetingOf(
      `${HEAD}Datum: 3 mars 2022\nNärvarande: Ulla Vik, Bo Lindal\n\n${headings.map((one) => `${one}\n\n${TEXT}\n`).join('\n')}`,
    ).agenda.map(({ number, title }) => [number, title]);

  it('are Roman', () => {
    expect(itemsOf('I. Öppnande', 'II. Läget', 'III. Ekonomi', 'IV. Övrigt')).toEqual([
      ['I', 'Öppnande'],
      ['II', 'Läget'],
      ['III', 'Ekonomi'],
      ['IV', 'Övrigt'],
    ]);
  });

  it('are letters, where there are three', () => {
    expect(itemsOf('A. Öppnande', 'B. Läget', 'C. Övrigt')).toEqual([
      ['A', 'Öppnande'],
      ['B', 'Läget'],
      ['C', 'Övrigt'],
    ]);
  });

  it('have a letter behind them', () => {
    expect(
      itemsOf('3. Öppnande', '4a. Färdtjänst', '4b. Sjukresor', '5. Övrigt').map(([no]) => no),
    ).toEqual(['3', '4a', '4b', '5']);
  });

  it('are their times', () => {
    const note = meetingOf(
      `${HEAD}Datum: 3 mars 2022\nNärvarande: Ulla Vik, Bo Lindal\n\n${['09.15–09.25   Inledning', '09.25–10.05   Dimensionering', '10.20–11.00   Yttrande'].map((one) => `${one}\n\n${TEXT}\n`).join('\n')}`,
    );
    expect(note.agenda.map(({ title, slot }) => [title, slot?.start, slot?.end])).toEqual([
      ['Inledning', '09:15', '09:25'],
      ['Dimensionering', '09:25', '10:05'],
      ['Yttrande', '10:20', '11:00'],
    ]);
  });
});

describe('headings among prose', () => {
  const PROSE =
    'Gruppen gick igenom läget i kommunerna och noterade att allt fler söker sig till\nöppenvården. Det får följder för hur platserna ska räknas under nästa period.';

  it('are short lines between paragraphs that have ended, the first below the head', () => {
    const note = meetingOf(
      `Minnesanteckningar\nPolitiskt samråd Dalarna\nDatum: 18 oktober 2018\nNärvarande: Ulla Vik, Bo Lindal\nÖppnande\n${PROSE}\nFamiljecentralen i Mora\n${PROSE}\nIdéer från mötet\n- Busskort till alla\n- Börja med de yngsta.\nTandvård\n${PROSE}\n`,
    );
    expect(note.agenda.map(({ title }) => title)).toEqual([
      'Öppnande',
      'Familjecentralen i Mora',
      'Tandvård',
    ]);
  });

  it('name their presenters after a dash, if the note knows them', () => {
    const note = meetingOf(
      `${HEAD}Datum: 3 mars 2022\nNärvarande: Ulla Vik, Bo Lindal\n\n1. Nytt från staten – Ulla Vik\nTexten är lång.\n\n2. Läget – Norra länet\nTexten är lång.\n`,
    );
    expect(note.agenda.map(({ title, presenters }) => [title, presenters[0]?.name])).toEqual([
      ['Nytt från staten', 'Ulla Vik'],
      ['Läget – Norra länet', undefined],
    ]);
  });
});

describe('a roster with heads', () => {
  it('has the remark of a row in its last column, or no cell there', () => {
    expect(
      meetingOf(
        `${HEAD}Datum: 3 mars 2022\n\nDeltagare\n\nNamn\n\nRepresenterar\n\nAnmärkning\n\nUlla Vik (M)\n\nRegionstyrelsen\n\nordförande\n\nBo Lindal (C)\n\nSkaraborg\n\nSiv Holm\n\nVästKom\n\nvia länk\n${BODY}`,
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
        `${HEAD}Datum: 3 mars 2022\n\nNärvaro\nKommun/organisation\tNamn\tAnm.\nSäter\tUlla Vik (S)\tordförande\nAvesta\tBo Lindal (M)\tfrånvarande\nRäddningstjänsten\tSiv Holm, chef\t\n${BODY}`,
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
        `${HEAD}Datum: 3 mars 2022\n\nKommun\n\nAle\n\nLilla Edet\n\nMölndal\n\nDeltagare\n\nUlla Vik\n\nBo Lindal, Siv Holm\n\nPer Nord\n${BODY}`,
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
        `${HEAD}Datum: 3 mars 2022\nNärvarande på plats: Ulla Vik, Bo Lindal\nNärvarande via Teams: Siv Holm\nEj med idag: Per Nord\n${BODY}`,
      ).participants.map((one) => [one.name, one.status]),
    ).toEqual([
      ['Ulla Vik', 'present'],
      ['Bo Lindal', 'present'],
      ['Siv Holm', 'present'],
      ['Per Nord', 'absent'],
    ]);
  });
});

describe('what somebody is to do', () => {
  const told = (words: string): unknown[] =>
    meetingOf(
      `${HEAD}Datum: 3 mars 2022\nNärvarande: Ulla Vik, Bo Lindal\n\n1. Inledning\nOrdföranden hälsar välkommen.\n\n2. Frågan\n${words}\n`,
    ).assignments.map(({ kind, assignees, task, due }) => [
      kind,
      assignees.join(' + '),
      task,
      due?.latest ?? null,
    ]);

  it.each([
    [
      'Ulla Vik sammanställer exempel. De skickas till ledamöterna senast den 10 juni.',
      ['atagande', 'Ulla Vik', 'sammanställer exempel', '2022-06-10'],
    ],
    [
      'Kommunerna ombeds att lämna sina volymer. Underlaget ska vara inne senast den 25 mars.',
      ['uppdrag', 'Kommunerna', 'lämna sina volymer', '2022-03-25'],
    ],
    [
      'Senast den 10 april lämnar Bo Lindal en skriftlig kommentar.',
      ['atagande', 'Bo Lindal', 'lämnar en skriftlig kommentar', '2022-04-10'],
    ],
    [
      'Styrgruppen ger Ulla Vik i uppdrag att gå igenom checklistan från 2017.',
      ['uppdrag', 'Ulla Vik', 'gå igenom checklistan från 2017', null],
    ],
    [
      '- Skicka ut inbjudan igen. Ansvarig: Bo Lindal.',
      ['atagande', 'Bo Lindal', 'Skicka ut inbjudan igen', null],
    ],
  ])('%s', (words, wanted) => {
    expect(told(words)).toEqual([wanted]);
  });

  it('stands in a table that was run together, or cell by cell', () => {
    const wanted = [
      ['atagande', 'Ulla Vik', 'Boka lokal i Mariestad', '2022-05-03'],
      ['atagande', 'Bo Lindal', 'Mejla kartan', '2022-04-20'],
    ];
    expect(
      told(
        'Åtgärdslista\nVad Vem När\nBoka lokal i Mariestad Ulla Vik 2022-05-03\nMejla kartan Bo Lindal 2022-04-20',
      ),
    ).toEqual(wanted);
    expect(
      told(
        'Åtgärdslista\nVad\n\nVem\n\nNär\n\nBoka lokal i Mariestad\n\nUlla Vik\n\n2022-05-03\n\nMejla kartan\n\nBo Lindal\n\n2022-04-20',
      ),
    ).toEqual(wanted);
  });
});

describe('the foot', () => {
  const footOf = (words: string): Meeting =>
    meetingOf(`${HEAD}Datum: 3 mars 2022\nNärvarande: Ulla Vik, Bo Lindal\n${BODY}\n\n${words}\n`);

  it('gives each day of a list its place, and all of them their time', () => {
    expect(
      footOf(
        'Kommande möten 2022: 9 maj (Lycksele), 26 september (Umeå) och 28 november i Vindeln.\nStart kl. 13.00 om inget annat anges.',
      ).upcomingMeetings.map(({ date, startTime, place }) => [date, startTime, place]),
    ).toEqual([
      ['2022-05-09', '13:00', 'Lycksele'],
      ['2022-09-26', '13:00', 'Umeå'],
      ['2022-11-28', '13:00', 'Vindeln'],
    ]);
  });

  it('goes on with another year, and with the last meeting of this one', () => {
    expect(
      footOf(
        'Nästa möte: onsdag 5 oktober 2022 kl. 13–16 i Edsbyn. Sista mötet för året är den 4\ndecember.\n2023: 9 februari, 11 maj och 14 september',
      ).upcomingMeetings.map(({ date }) => date),
    ).toEqual(['2022-10-05', '2022-12-04', '2023-02-09', '2023-05-11', '2023-09-14']);
  });

  it('names who signs with an office on the same line, and not who takes the notes', () => {
    const note = footOf('Vid protokollet      Justeras\nBo Lindal            Ulla Vik, ordförande');
    expect(note.signatories).toEqual([
      { name: 'Ulla Vik', role: 'ordförande', organisation: null },
    ]);
    expect(note.noteTaker).toBe('Bo Lindal');
  });
});

describe('a table of actions that lost its order', () => {
  it('gives no assignments rather than wrong ones', () => {
    const note = meetingOf(
      `${HEAD}Datum: 3 mars 2022\nNärvarande: Ulla Vik, Bo Lindal\n${BODY}\nAtt göra\n\nAktivitet\n\nAnsvarig\n\nKlart\n\nSkicka ut mallen\n\nFråga Vara om avtal\n\nUlla Vik\n\nBo Lindal\n\n16 april 2022\n`,
    );
    expect(note.assignments).toEqual([]);
    expect(note.agenda.at(-1)?.text).toContain('Skicka ut mallen');
  });

  it('is not read from cells that ran into one', () => {
    const note = meetingOf(
      `${HEAD}Datum: 3 mars 2022\nNärvarande: Ulla Vik\n\n1. Inledning\nTexten är lång.\n\n2. Läget\nVad\n\nVem\n\nNär\n\nBoka lokal\n\nUlla Vik snarast\n\nHälsa på alla\n`,
    );
    expect(note.assignments).toEqual([]);
  });
});

describe('labels in the margin', () => {
  const note = meetingOf(`${HEAD}  Datum             3 mars 2022

  Närvarande        För Närvårdens kommuner (NK)
                    Ulla Vik (S), Vara, ordförande
                    Bo Lindal (M), Skara

                    För Västra Götalandsregionen (VGR)
                    Siv Holm, strateg

  1.                Hemtagning
                    Arbetet går vidare som tänkt i båda kommunerna.

  Beslut            1. Styrgruppen noterar läget.
                    2. Styrgruppen ger Siv Holm i uppdrag att ta fram
                    en plan senast den 15 november 2022.

  2.                Övrigt
                    Inget att ta upp.

  Beslut            Styrgruppen skjuter upp frågan.

  Justeras          Ulla Vik, ordförande          Bo Lindal, justerare
`);

  it('begin the points of a decision, and one without a point', () => {
    expect(note.decisions.map(({ text }) => text)).toEqual([
      'Styrgruppen noterar läget.',
      'Styrgruppen ger Siv Holm i uppdrag att ta fram en plan senast den 15 november 2022.',
      'Styrgruppen skjuter upp frågan.',
    ]);
    expect(note.assignments.map(({ decision }) => decision)).toEqual(['d2']);
  });

  it('stand beside the heading of a side, and beside who signs', () => {
    expect(note.participants.map(({ name, side }) => [name, side])).toEqual([
      ['Ulla Vik', 'NK'],
      ['Bo Lindal', 'NK'],
      ['Siv Holm', 'VGR'],
    ]);
    expect(note.signatories.map(({ name, role }) => [name, role])).toEqual([
      ['Ulla Vik', 'ordförande'],
      ['Bo Lindal', 'justerare'],
    ]);
  });
});

describe('the points of a decision', () => {
  const pointsOf = (lines: string): string[] =>
    meetingOf(
      `${HEAD}Datum: 3 mars 2022\n\n1. Inledning\nAlla hälsas välkomna.\n${lines}\n`,
    ).decisions.map(({ text }) => text);

  it('stand below "Beslutades" without a colon', () => {
    expect(pointsOf('Beslutades\natt notera läget\natt bjuda in presidiet.')).toEqual([
      'att notera läget',
      'att bjuda in presidiet.',
    ]);
  });

  it('have their numbers on lines of their own, over a gap', () => {
    expect(
      pointsOf('Beslut:\n1)\n\nStyrgruppen noterar läget.\n\n2)\n\nStyrgruppen godkänner planen.'),
    ).toEqual(['Styrgruppen noterar läget.', 'Styrgruppen godkänner planen.']);
  });
});

describe('a note whose paragraphs are lines', () => {
  it('ends a decision where its line ends', () => {
    const long = 'Arbetet med den nya överenskommelsen går vidare som planerat under våren. ';
    const note = meetingOf(
      `${HEAD}Datum: 3 mars 2022\n\n1. Inledning\n\na) Närvaro\n\nFrånvarande: Ulla Vik, Bo Lindal, Siv Holm\n\nb) Övriga frågor\n\nInga frågor.\n\n2. Plan\n\nStällningstagande: Styrgruppen ger kansliet i uppdrag att senast den 4 maj 2022 lämna ett förslag till gemensam plan för beredskap i länet.\n\n${long.repeat(4)}\n\n${long.repeat(3)}\n`,
    );
    expect(note.decisions.map(({ text }) => text)).toEqual([
      'Styrgruppen ger kansliet i uppdrag att senast den 4 maj 2022 lämna ett förslag till gemensam plan för beredskap i länet.',
    ]);
    expect(note.agenda[1]?.text.split('\n\n')).toHaveLength(2);
  });
});

describe('headings without numbers', () => {
  it('follow the points of a decision, which have no full stop', () => {
    const note = meetingOf(`${HEAD}Datum: 3 mars 2022
Närvarande: Ulla Vik, Bo Lindal
Mötets öppnande
Ulla Vik hälsar alla välkomna till mötet och till det nya kommunhuset.
Hemtagning (Bo Lindal)
Medeltiden har sjunkit från fyra till tre dygn under det gångna året.
Beslut
Styrgruppen beslutar
att notera läget
att följa upp sommaren
Familjecentraler: var står vi?
I länet finns sju familjecentraler, men ingen av dem ligger på landet.
Övriga frågor
Inga övriga frågor togs upp på mötet, som avslutades i god tid.
`);
    expect(note.agenda.map(({ title }) => title)).toEqual([
      'Mötets öppnande',
      'Hemtagning',
      'Familjecentraler: var står vi?',
      'Övriga frågor',
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

describe('the head of a page', () => {
  it('is no part of the title, beside it or above it', () => {
    for (const head of [
      'Region Kronoberg                    MINNESANTECKNINGAR\n\nStyrgruppen för närvård',
      'GR | MINNESANTECKNINGAR\nMINNESANTECKNINGAR\n\nStyrgruppen för närvård',
    ])
      expect(meetingOf(`${head}\n\nDatum: 3 mars 2022\n${BODY}`).title).toBe('MINNESANTECKNINGAR');
  });
});

describe('what is told of', () => {
  const told = (sentence: string): [string, string | null][] =>
    meetingOf(
      `${HEAD}Datum: 3 mars 2022\n\n1. Inledning\n${sentence}\n\n2. Rapport\nInget nytt.\n`,
    ).milestones.map(({ label, when }) => [label, when.latest ?? when.earliest]);

  it('has the tense of its own clause', () => {
    expect(told('Bo Lindal har svarat att reglerna ses över under hösten 2022.')).toEqual([
      ['reglerna ses över', '2022-11-30'],
    ]);
    expect(told('Samverkan godkände prishöjningar på mejeri den 1 april.')).toEqual([]);
  });

  it('comes after "som" or "men", whatever was said before', () => {
    expect(told('Regeringen har aviserat ett stöd som betalas ut den 1 juli 2022.')).toEqual([
      ['Regeringen har aviserat ett stöd som betalas ut', '2022-07-01'],
    ]);
    expect(
      told('Vara vill vänta, men kommunstyrelsen beslutar om det den 20 november 2022.'),
    ).toHaveLength(1);
    expect(told('Vara fick ett bidrag som betalades ut den 8 maj.')).toEqual([]);
  });

  it('goes on until its last day, or begins soon', () => {
    expect(told('De äldre larmen samlas in till och med den 30 april 2022.')).toEqual([
      ['De äldre larmen samlas in', '2022-04-30'],
    ]);
    expect(told('Alla boende erbjuds en tredje dos från den 11 maj.')).toEqual([
      ['Alla boende erbjuds en tredje dos', '2022-05-11'],
    ]);
    expect(told('Alla boende erbjuds en tredje dos från den 11 februari.')).toEqual([]);
  });

  it('gives a task no deadline by the day of what it prepares', () => {
    const { assignments } = meetingOf(
      `${HEAD}Datum: 3 mars 2022\nNärvarande: Ulla Vik\n\n1. Inledning\nUlla Vik kontaktar Vara kommun om lokal för mötet i september.\n\n2. Rapport\nInget nytt.\n`,
    );
    expect(assignments.map(({ due }) => due)).toEqual([null]);
  });
});

describe('the plan of the meetings', () => {
  it('stands below the decision on it', () => {
    const { upcomingMeetings, decisions } = meetingOf(
      `${HEAD}Datum: 3 mars 2022\n\n1. Inledning\nAlla hälsas välkomna.\n\n2. Mötesplan 2023\nFyra möten föreslås.\nBeslut: Styrgruppen godkänner mötesplanen.\n7 februari 2023\n25 april 2023\n12 september 2023\n`,
    );
    expect(upcomingMeetings.map(({ date }) => date)).toEqual([
      '2023-02-07',
      '2023-04-25',
      '2023-09-12',
    ]);
    expect(decisions).toHaveLength(1);
  });
});

describe('a head that wraps', () => {
  it('has the abbreviation and the date on the line below the title', () => {
    const { title, body, date } = meetingOf(
      `Minnesanteckningar från möte med Beredningsgruppen för närvård i Norra länet\n(BNL) torsdagen den 7 november 2019\n\nTid: 9.00-12.00\n${BODY}`,
    );
    expect(title).toBe(
      'Minnesanteckningar från möte med Beredningsgruppen för närvård i Norra länet (BNL)',
    );
    expect(body?.name).toBe('BNL');
    expect(date).toBe('2019-11-07');
  });

  it('has the date broken at its hyphen', () => {
    expect(
      meetingOf(
        `Nätverksanteckningar Skolnätverket 2022-\n02-01\nTid: 9.00-12.00\n\nNärvarande: Ulla Vik, Lidby\n${BODY}`,
      ).date,
    ).toBe('2022-02-01');
  });

  it('has the place below the line of the date', () => {
    const { place, startTime } = headOf(
      'Torsdagen den 6 februari 2020, kl. 08.15–10.30\nKommunhuset, sammanträdesrum Tallen',
    );
    expect([startTime, place]).toEqual(['08:15', 'Kommunhuset, sammanträdesrum Tallen']);
  });

  it('has the body above what its meeting is called', () => {
    const { title, body, endTime } = meetingOf(
      `Nätverket för skolchefer i Norra länet\nNätverksträff onsdag 24 maj 2023, 13.00–16.00\n\nNärvarande: Ulla Vik, Lidby\n${BODY}`,
    );
    expect([title, body?.name, endTime]).toEqual([
      'Nätverket för skolchefer i Norra länet',
      'Nätverket för skolchefer i Norra länet',
      '16:00',
    ]);
  });
});

describe('rosters in columns', () => {
  const roster = (lines: string): [string | null, string | null][] =>
    meetingOf(`${HEAD}Datum: 3 mars 2022\n\n${lines}\n${BODY}`).participants.map(
      ({ name, side }) => [name, side],
    );

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
      `${HEAD}Datum: 3 mars 2022\n\nLedamöter Tjänstepersoner\nUlla Vik (S), Lidby, ordförande\nPer Nord, förvaltningschef\nBo Lindal (C), Ekstad\nSiv Holm, utvecklingsledare\n${BODY}`,
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
      `${HEAD}Datum: 3 mars 2022\n\nDeltagare\nRegion Nord: Ulla Vik, verksamhetschef, ordförande\n             Bo Lindal, controller\nEkstads kommun: Siv Holm, enhetschef\n${BODY}`,
    );
    expect(participants.map(({ name, affiliation }) => [name, affiliation])).toEqual([
      ['Ulla Vik', 'Region Nord'],
      ['Bo Lindal', 'Region Nord'],
      ['Siv Holm', 'Ekstads kommun'],
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

describe('what is undertaken', () => {
  const undertaken = (sentence: string): [string[], string, string | null, string | null][] =>
    meetingOf(
      `${HEAD}Datum: 19 november 2021\n\nNärvarande: Ulla Vik, Lidby, Bo Lindal, Region Nord\n\n1. Inledning\nOrdföranden hälsar välkommen.\n\n2. Rapport\n${sentence}\n\n3. Övriga frågor\nInga övriga frågor.\n`,
    ).assignments.map(({ assignees, task, due, reportTo }) => [
      assignees,
      task,
      due?.latest ?? null,
      reportTo,
    ]);

  it('may be all of them to do, until a day', () => {
    expect(undertaken('Alla kommuner lämnar besked senast 2022-06-15.')).toEqual([
      [['Alla kommuner'], 'lämnar besked', '2022-06-15', null],
    ]);
    expect(undertaken('Alla kommuner lämnar uppgifter till registret.')).toEqual([]);
  });

  it('is reported to a person, and due tomorrow or at a meeting of a day', () => {
    expect(undertaken('Ulla återkommer till Bo senast i morgon.')).toEqual([
      [['Ulla'], 'återkommer till Bo', '2021-11-20', 'Bo'],
    ]);
    expect(undertaken('Ulla sammanställer svaren till mötet den 30 maj.')).toEqual([
      [['Ulla'], 'sammanställer svaren', '2022-05-30', null],
    ]);
  });

  it('is done with a companion, and the first att is the task’s', () => {
    expect(
      undertaken(
        'Bo Lindal får i uppdrag att tillsammans med Ulla Vik ta fram en plan för att nå fler.',
      ),
    ).toEqual([[['Bo Lindal', 'Ulla Vik'], 'ta fram en plan för att nå fler', null, null]]);
  });
});

describe('what is to come', () => {
  const coming = (sentence: string): [string, string | null][] =>
    meetingOf(
      `${HEAD}Datum: 19 november 2021\n\n1. Inledning\nOrdföranden hälsar välkommen.\n\n2. Rapport\n${sentence}\n\n3. Övriga frågor\nInga övriga frågor.\n`,
    ).milestones.map(({ label, when }) => [label, when.latest]);

  it('is told with participles and names that look like past tenses', () => {
    expect(coming('Den reviderade planen presenteras i mars 2022.')).toEqual([
      ['Den reviderade planen presenteras', '2022-03-31'],
    ]);
    expect(coming('Materialet ska vara inlämnat senast den 3 mars 2022.')).toEqual([
      ['Materialet ska vara inlämnat', '2022-03-03'],
    ]);
  });

  it('is what runs out, and what a place tells in a round', () => {
    expect(coming('Nuvarande avtal löper ut vid årsskiftet.')).toEqual([
      ['Nuvarande avtal löper ut', '2021-12-31'],
    ]);
    expect(coming('Ekstad: Elevhälsan flyttas till nya lokaler den 3 mars 2022.')).toEqual([
      ['Elevhälsan flyttas till nya lokaler', '2022-03-03'],
    ]);
  });

  it('is not the minutes of a time of day', () => {
    const { upcomingMeetings } = meetingOf(
      `${HEAD}Datum: 6 februari 2020\n\n1. Inledning\nOrdföranden hälsar välkommen.\n\n2. Mötestider 2020\n12 maj kl. 08.15, 22 september kl. 08.15 och 24 november kl. 08.15.\n`,
    );
    expect(upcomingMeetings.map(({ date }) => date)).toEqual([
      '2020-05-12',
      '2020-09-22',
      '2020-11-24',
    ]);
  });

  it('is the days of a year’s wheel whose table is lost', () => {
    const { upcomingMeetings } = meetingOf(
      `${HEAD}Datum: 6 februari 2020\n\n1. Inledning\nOrdföranden hälsar välkommen.\n\n2. Övrig information\nÅrshjul 2021\n5\nfebruari\n2021\n15 mars 2021 22 april 2021\nDialog om\naktuella ärenden\nPsykisk hälsa\n`,
    );
    expect(upcomingMeetings.map(({ date }) => date)).toEqual([
      '2021-02-05',
      '2021-03-15',
      '2021-04-22',
    ]);
  });
});

describe('a decision in a dense note', () => {
  const decided = (lines: string): string[] =>
    meetingOf(
      `${HEAD}Datum: 3 mars 2022\n\n1. Inledning\nOrdföranden hälsar välkommen till dagens möte i Ekstad.\n\n2. Rapport\n${lines}\n`,
    ).decisions.map(({ text }) => text);

  it('ends where the prose begins, and goes on to what it decided on', () => {
    expect(
      decided(
        'Beslut: Gruppen godkänner den gemensamma planen för krisberedskap i länet.\nRäddningstjänsten bistår ambulansen vid misstänkt hjärtstopp i hela länet sedan i fjol.',
      ),
    ).toEqual(['Gruppen godkänner den gemensamma planen för krisberedskap i länet.']);
    expect(
      decided(
        'Beslut: Gruppen ställer sig bakom samverkansavtalet om gemensam antagning i länet.\nAvtalet gäller till och med 2023-12-31.',
      ),
    ).toEqual([
      'Gruppen ställer sig bakom samverkansavtalet om gemensam antagning i länet. Avtalet gäller till och med 2023-12-31.',
    ]);
  });

  it('may have "Vi beslutade" over its points', () => {
    expect(
      decided('Vi beslutade\natt kommunen är arbetsgivare\natt sänka målet till 120.'),
    ).toEqual(['att kommunen är arbetsgivare', 'att sänka målet till 120.']);
  });
});

describe('who presents and who writes', () => {
  it('may be first names of people whom the note knows, and a name after a slash', () => {
    const { agenda, noteTaker } = meetingOf(
      `${HEAD}Datum: 3 mars 2022\n\nNärvarande: Ulla Vik, Lidby, Bo Lindal, Region Nord\n\n1. Lägesbild (Ulla)\nOrdföranden hälsar välkommen.\n\n2. Rapport (Bo, Ulla)\nInget nytt.\n\n/Bo Lindal\n`,
    );
    expect(
      agenda.map(({ title, presenters }) => [title, presenters.map(({ name }) => name)]),
    ).toEqual([
      ['Lägesbild', ['Ulla']],
      ['Rapport', ['Bo', 'Ulla']],
    ]);
    expect(noteTaker).toBe('Bo Lindal');
  });
});
