/** Meetings to come. */
import { describe, expect, it } from 'vitest';
import type { Meeting } from '../../src/record/schema.js';
import { meetingOf } from '../helpers.js';
import { BODY, HEAD, ITEM, noteWith } from './notes.js';

describe('a day to come', () => {
  const note = (text: string): Meeting => meetingOf(`${HEAD}${BODY}${text}\n`);

  it('are none of two to choose from, nor of what was told', () => {
    expect(
      note('\n3. Nästa möte\nNästa möte: 8 oktober eller 15 oktober 2022.').upcomingMeetings,
    ).toEqual([]);
    expect(note('Direktionen uppdrog den 7 april åt chefen att se över taxan.').milestones).toEqual(
      [],
    );
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
    const note = meetingOf(`${HEAD}Närvarande: Ulla Vik\n${BODY}\n${words}\n`);
    expect(note.upcomingMeetings).toEqual([]);
  });

  it('has the cells of its table on lines of their own', () => {
    const note = meetingOf(
      `${HEAD}Närvarande: Ulla Vik\n${BODY}\nKommande möten\nDatum\n\nTid\n\nPlats\n\n14 november 2022\n\n13.00–15.00\n\nTeams\n\n13 februari 2023\n\n09.00–11.00\n\nRådhuset\n`,
    );
    expect(
      note.upcomingMeetings.map(({ date, startTime, place }) => [date, startTime, place]),
    ).toEqual([
      ['2022-11-14', '13:00', 'Teams'],
      ['2023-02-13', '09:00', 'Rådhuset'],
    ]);
  });
});

describe('the foot', () => {
  const footOf = (words: string): Meeting =>
    meetingOf(`${HEAD}Närvarande: Ulla Vik, Bo Lindal\n${BODY}\n\n${words}\n`);

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
});

describe('the plan of the meetings', () => {
  it('stands below the decision on it', () => {
    const { upcomingMeetings, decisions } = meetingOf(
      `${HEAD}\n1. Inledning\nAlla hälsas välkomna.\n\n2. Mötesplan 2023\nFyra möten föreslås.\nBeslut: Styrgruppen godkänner mötesplanen.\n7 februari 2023\n25 april 2023\n12 september 2023\n`,
    );
    expect(upcomingMeetings.map(({ date }) => date)).toEqual([
      '2023-02-07',
      '2023-04-25',
      '2023-09-12',
    ]);
    expect(decisions).toHaveLength(1);
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

describe('meetings to come', () => {
  const daysIn = (lines: string): [string | null, string | null, string | null][] =>
    meetingOf(`${HEAD}${ITEM}\n2. Rapport\nInget nytt.\n\n${lines}\n`).upcomingMeetings.map(
      ({ date, startTime, place }) => [date, startTime, place],
    );

  it('may stand below a type line and a sentence that gives their times', () => {
    expect(
      daysIn(
        '3. Mötestider 2023 (5 min)\nInformation\nGruppen träffas två torsdagar, klockan 09:00–11:30.\n- Torsdag 9 februari\n- Torsdag 20 april\n',
      ),
    ).toEqual([
      ['2023-02-09', '09:00', null],
      ['2023-04-20', '09:00', null],
    ]);
  });

  it('may stand over as many places', () => {
    expect(
      daysIn('Kommande möten\n\n19 november 2022\n\n4 februari 2023\n\nEkstad\n\nTeams\n'),
    ).toEqual([
      ['2022-11-19', null, 'Ekstad'],
      ['2023-02-04', null, 'Teams'],
    ]);
  });

  it('may follow the next one two on a line', () => {
    expect(
      daysIn(
        'Nästa möte: den 2 juni 2022 kl. 13.00\nDärefter: 15 september 2022 och 1 december 2022',
      ),
    ).toEqual([
      ['2022-06-02', '13:00', null],
      ['2022-09-15', null, null],
      ['2022-12-01', null, null],
    ]);
  });
});

describe('a list of meetings', () => {
  const days = (lines: string): [string | null, string | null, string | null, string | null][] =>
    meetingOf(`${HEAD}${BODY}\n3. Nästa möte\n${lines}\n`).upcomingMeetings.map(
      ({ date, startTime, endTime, place }) => [date, startTime, endTime, place],
    );

  it('has its year and its times in the heading', () => {
    expect(
      days('Mötestider våren 2023, alla kl. 13:15–16:00:\n20 januari\tLidby\n16 mars\tAlby'),
    ).toEqual([
      ['2023-01-20', '13:15', '16:00', 'Lidby'],
      ['2023-03-16', '13:15', '16:00', 'Alby'],
    ]);
  });

  it('has its times in the sentence after it, and is no part of the title above', () => {
    const { agenda, upcomingMeetings } = meetingOf(
      `${HEAD}${BODY}\n3. Nästa möte\nMötestider 2022: 12/5, 17/9 och 31/10. Samtliga möten kl.\n09.00 - 12.00.\n`,
    );
    expect(agenda.at(-1)?.title).toBe('Nästa möte');
    expect(
      upcomingMeetings.map(({ date, startTime, endTime }) => [date, startTime, endTime]),
    ).toEqual([
      ['2022-05-12', '09:00', '12:00'],
      ['2022-09-17', '09:00', '12:00'],
      ['2022-10-31', '09:00', '12:00'],
    ]);
  });

  it('has places that begin as a unit does', () => {
    expect(
      days(
        'Kommande möten\nDatum         Tid               Plats\n7 maj 2022    13.15 – 15.45     Stadshuset, Lidby\n7 juni 2022   13.15 – 15.45     Teams',
      ),
    ).toEqual([
      ['2022-05-07', '13:15', '15:45', 'Stadshuset, Lidby'],
      ['2022-06-07', '13:15', '15:45', 'Teams'],
    ]);
  });

  it('names a month without its date', () => {
    const { milestones } = meetingOf(`${HEAD}${BODY}\nNästa möte hålls i slutet av maj.\n`);
    expect(milestones.map(({ label }) => label)).toEqual(['Nästa möte hålls']);
  });
});

describe('meetings that a sentence tells of', () => {
  it('have their time in the next one', () => {
    expect(
      noteWith(
        'Styrgruppen träffas 2022-05-14 och 2022-09-19. Mötena börjar kl 13.00.',
      ).upcomingMeetings.map(({ date, startTime }) => [date, startTime]),
    ).toEqual([
      ['2022-05-14', '13:00'],
      ['2022-09-19', '13:00'],
    ]);
  });
});

describe('days to come', () => {
  const daysOf = (foot: string): (string | null)[] =>
    meetingOf(`${HEAD}Närvarande: Ulla Vik\n${BODY}\n${foot}\n`).upcomingMeetings.map(
      ({ date }) => date,
    );

  it('are listed in the sentence after the next one', () => {
    expect(
      daysOf('Nästa träff: 14 november 2022 kl. 9–12, Teams. Datum för 2023: 30/1, 27/3 och 22/5.'),
    ).toEqual(['2022-11-14', '2023-01-30', '2023-03-27', '2023-05-22']);
  });

  it('have their month on the line below', () => {
    expect(
      daysOf(
        'Mötesdatum 2023\n\nTorsdag 26 januari, onsdag 27 september och torsdag 23\nnovember.',
      ),
    ).toEqual(['2023-01-26', '2023-09-27', '2023-11-23']);
  });

  it('may stand above the items, where extraction has put a page’s foot first', () => {
    const note = meetingOf(
      `Mötesanteckningar från styrgruppen för närvård\nNästa möte: 27 maj 2022 kl. 10–12, Alby\nDatum: 3 mars 2022\n${BODY}`,
    );
    expect(note.date).toBe('2022-03-03');
    expect(note.upcomingMeetings.map(({ date }) => date)).toEqual(['2022-05-27']);
  });

  it('are a milestone where only the end of a month is told', () => {
    const note = meetingOf(
      `${HEAD}Närvarande: Ulla Vik\n${BODY}\nÖvriga träffar: 1 juni 2022, 14 september 2022. Årets sista träff hålls i slutet av november 2022.\n`,
    );
    expect(note.upcomingMeetings.map(({ date }) => date)).toEqual(['2022-06-01', '2022-09-14']);
    expect(note.milestones.map(({ label }) => label)).toEqual(['Årets sista träff hålls']);
  });
});

describe('a list of meetings', () => {
  const listed = (lines: string): [string | null, string | null][] =>
    meetingOf(`${HEAD}Närvarande: Ulla Vik\n${BODY}\n${lines}\n`).upcomingMeetings.map(
      ({ date, startTime }) => [date, startTime],
    );

  it.each([
    'Mötesdatum 2022, kl. 10.00–12.00: 21 april, 9 juni och 15 november.',
    '3. Kommande möten\nTorsdag 21 april 2022, torsdag 9 juni 2022 och tisdag 15 november 2022, alla kl.\n10.00–12.00.',
    '3. Mötestider 2022\nRådet möts den 21 april, den 9 juni och den 15 november\n2022, kl. 10.00–12.00.',
  ])('has the times of all in %j', (lines) => {
    expect(listed(lines)).toEqual([
      ['2022-04-21', '10:00'],
      ['2022-06-09', '10:00'],
      ['2022-11-15', '10:00'],
    ]);
  });

  it('is no part of its item’s title', () => {
    const { agenda } = meetingOf(
      `${HEAD}${ITEM}\n2. Kommande möten\nSRO sammanträder den 30 maj och den 19 september 2022, alla dagar\nkl. 13.00–15.00.\n`,
    );
    expect(agenda[1]).toMatchObject({ title: 'Kommande möten', slot: null });
  });

  it('is none of a national meeting', () => {
    expect(noteWith('Nästa nationella träff hålls i Stockholm den 6 maj 2022.')).toMatchObject({
      upcomingMeetings: [],
      milestones: [{ label: 'Nästa nationella träff hålls i Stockholm' }],
    });
  });
});

describe('a list of meetings that a sentence leads to', () => {
  const daysOf = (lines: string): unknown[] =>
    noteWith(lines).upcomingMeetings.map(({ date, startTime, place, inferred }) => [
      date,
      startTime,
      place,
      inferred,
    ]);

  it('has its place, its time and its year from there', () => {
    expect(
      daysOf('Gruppen möts i Tingshuset kl. 10.00–12.15 dessa dagar:\n26 mars 2022\n4 juni 2022'),
    ).toEqual([
      ['2022-03-26', '10:00', 'Tingshuset', false],
      ['2022-06-04', '10:00', 'Tingshuset', false],
    ]);
    expect(
      daysOf('Gruppens möten under 2023 infaller kl. 8.30 följande dagar:\n6 februari\n15 maj'),
    ).toEqual([
      ['2023-02-06', '08:30', null, false],
      ['2023-05-15', '08:30', null, false],
    ]);
  });

  it('has a place told in the sentence after the day', () => {
    expect(
      daysOf('Gruppen sammanträder nästa gång den 8 maj 2022 kl. 8.15. Plats: Stadshuset, Lidby.'),
    ).toEqual([['2022-05-08', '08:15', 'Stadshuset, Lidby', false]]);
  });
});

describe('a next meeting', () => {
  it('may be any coming together, but none that is preliminary', () => {
    const next = (line: string): unknown[] =>
      meetingOf(`${HEAD}${BODY}\n${line}\n`).upcomingMeetings.map(({ date, place }) => [
        date,
        place,
      ]);
    expect(next('Kommande träff: 14 maj 2022 kl. 9.30')).toEqual([['2022-05-14', null]]);
    expect(next('Nästa föräldramöte: 14 maj 2022. Plats: matsalen.')).toEqual([
      ['2022-05-14', 'matsalen'],
    ]);
    expect(next('Nästa möte: preliminärt 14 maj 2022')).toEqual([]);
  });

  it('has no sentence below it as its place', () => {
    const [coming] = meetingOf(
      `${HEAD}${BODY}\n3. Avslutning\nNästa möte är den 20 april 2022 klockan 18.00. Ordföranden avslutade\nmötet.\n`,
    ).upcomingMeetings;
    expect([coming?.date, coming?.place]).toEqual(['2022-04-20', null]);
  });
});

describe('days on one line below their title', () => {
  it('have each their own time and place', () => {
    const { upcomingMeetings } = meetingOf(
      `${HEAD}${ITEM}\n2. Kommande möten\n13 juni 2022 kl. 09.30 på kansliet i Lidby, 12 september 2022 och 28 november 2022.\n`,
    );
    expect(upcomingMeetings.map(({ date, startTime, place }) => [date, startTime, place])).toEqual([
      ['2022-06-13', '09:30', 'kansliet i Lidby'],
      ['2022-09-12', null, null],
      ['2022-11-28', null, null],
    ]);
  });

  it('may have one more in a sentence of its own', () => {
    const { upcomingMeetings } = meetingOf(
      `${HEAD}${ITEM}\n2. Nästa möte\nDen 28 april kl. 13.00-15.00, digitalt. Mötet den 9 juni hålls i Vadby.\n`,
    );
    expect(upcomingMeetings.map(({ date, place }) => [date, place])).toEqual([
      ['2022-04-28', 'digitalt'],
      ['2022-06-09', 'Vadby'],
    ]);
  });
});
