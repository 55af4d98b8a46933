/** What is to come, and when. */
import { describe, expect, it } from 'vitest';
import { findDates } from '../../src/dates/index.js';
import type { Meeting } from '../../src/record/schema.js';
import { meetingOf } from '../helpers.js';
import { BODY, HEAD, TITLE, plannedIn } from './notes.js';

describe('a milestone', () => {
  it('says what happens, and is none of the head or of the minutes', () => {
    const { milestones } = meetingOf(
      `${HEAD}${BODY}Kanske skickas enkäten ut i slutet av april 2022.\nJustering: 20 mars 2022\nTid: 4 maj 2022\nRapporten presenteras den 9 juni 2022.\n`,
    );
    expect(milestones.map(({ label }) => label)).toEqual(['Rapporten presenteras']);
  });
});

describe('a month to come', () => {
  const note = (text: string): Meeting => meetingOf(`${HEAD}${BODY}${text}\n`);

  it('are planned for a month, not for the time before it', () => {
    expect(note('Byggstarten planeras till augusti 2022.').milestones).toMatchObject([
      { when: { text: 'till augusti 2022', earliest: '2022-08-01', latest: '2022-08-31' } },
    ]);
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
      `${HEAD}Närvarande: Ulla Vik\n\n1. Inledning\nOrdföranden hälsar välkommen.\n\n2. Läget\n${words}\n`,
    );
    expect(note.milestones).toEqual([]);
  });

  it('have the clause of their own date as a label, and the year that the sentence names', () => {
    const note = meetingOf(
      `${HEAD}Närvarande: Ulla Vik\n\n1. Bygget\nByggstart planeras till augusti och arbetet ska vara klart till jul.\n\n2. Årsmöte\nÅrsmötet 2023 hålls i mars.\n`,
    );
    expect(note.milestones.map(({ label, when }) => [label, when.earliest])).toEqual([
      ['Byggstart planeras', '2022-08-01'],
      ['arbetet ska vara klart', null],
      ['Årsmötet 2023 hålls', '2023-03-01'],
    ]);
  });
});

describe('what is told of', () => {
  const told = (sentence: string): [string, string | null][] =>
    meetingOf(`${HEAD}\n1. Inledning\n${sentence}\n\n2. Rapport\nInget nytt.\n`).milestones.map(
      ({ label, when }) => [label, when.latest ?? when.earliest],
    );

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
      `${HEAD}Närvarande: Ulla Vik\n\n1. Inledning\nUlla Vik kontaktar Vara kommun om lokal för mötet i september.\n\n2. Rapport\nInget nytt.\n`,
    );
    expect(assignments.map(({ due }) => due)).toEqual([null]);
  });
});

describe('what is to come', () => {
  const coming = (sentence: string): [string, string | null][] =>
    meetingOf(
      `${TITLE}Datum: 19 november 2021\n\n1. Inledning\nOrdföranden hälsar välkommen.\n\n2. Rapport\n${sentence}\n\n3. Övriga frågor\nInga övriga frågor.\n`,
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
      `${TITLE}Datum: 6 februari 2020\n\n1. Inledning\nOrdföranden hälsar välkommen.\n\n2. Mötestider 2020\n12 maj kl. 08.15, 22 september kl. 08.15 och 24 november kl. 08.15.\n`,
    );
    expect(upcomingMeetings.map(({ date }) => date)).toEqual([
      '2020-05-12',
      '2020-09-22',
      '2020-11-24',
    ]);
  });

  it('is the days of a year’s wheel whose table is lost', () => {
    const { upcomingMeetings } = meetingOf(
      `${TITLE}Datum: 6 februari 2020\n\n1. Inledning\nOrdföranden hälsar välkommen.\n\n2. Övrig information\nÅrshjul 2021\n5\nfebruari\n2021\n15 mars 2021 22 april 2021\nDialog om\naktuella ärenden\nPsykisk hälsa\n`,
    );
    expect(upcomingMeetings.map(({ date }) => date)).toEqual([
      '2021-02-05',
      '2021-03-15',
      '2021-04-22',
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

describe('what is to come', () => {
  it('keeps where it happens, and drops what is added', () => {
    expect(plannedIn('Remissvaren behandlas under maj 2022 i nämnden.')).toEqual([
      ['Remissvaren behandlas i nämnden', '2022-05-01', '2022-05-31'],
    ]);
    expect(
      plannedIn('Planen träder i kraft den 1 maj 2022 i de orter som har antagit den.'),
    ).toEqual([['Planen träder i kraft', '2022-05-01', '2022-05-01']]);
  });

  it('may be told in weeks from the meeting, and a rule about days is nothing to come', () => {
    expect(plannedIn('Om två veckor öppnar det nya kontaktcentret i Lidby.')).toEqual([
      ['öppnar det nya kontaktcentret i Lidby', '2022-03-17', '2022-03-17'],
    ]);
    expect(plannedIn('Riktlinjen om fjorton dagar hålls i hälften av fallen.')).toEqual([]);
  });

  it('may be a wheel of months cell by cell', () => {
    expect(
      plannedIn('Maj 2022\nBudgetdialog\n\nJuni 2022\nGemensam konferens\n\nAugusti 2022\nNy plan'),
    ).toEqual([
      ['Budgetdialog', '2022-05-01', '2022-05-31'],
      ['Gemensam konferens', '2022-06-01', '2022-06-30'],
      ['Ny plan', '2022-08-01', '2022-08-31'],
    ]);
  });

  it('has its month in front, whatever time its words tell', () => {
    expect(plannedIn('- Maj 2022: Verksamhetsplan för nästa år')).toEqual([
      ['Verksamhetsplan för nästa år', '2022-05-01', '2022-05-31'],
    ]);
  });
});

describe('dashes and pages shown', () => {
  it('a dash stands for a colon', () => {
    expect(plannedIn('Tidsplan\n- Beredning för kommuner – i maj 2022')).toEqual([
      ['Beredning för kommuner', '2022-05-01', '2022-05-31'],
    ]);
  });

  it('what is shown below is shown at no date', () => {
    expect(plannedIn('Utfallet efter maj redovisas nedan i tusentals kronor.')).toEqual([]);
  });
});

describe('what is done by nobody named', () => {
  it.each<[string, string, string]>([
    ['Ett planeringsforum ordnas i maj.', 'Ett planeringsforum ordnas', '2022-05-31'],
    ['Omcertifieringen prövas vecka 42.', 'Omcertifieringen prövas', '2022-10-23'],
    [
      'Strategin går på remiss till kommunerna i juni.',
      'Strategin går på remiss till kommunerna',
      '2022-06-30',
    ],
    ['Stödet kan sökas till den 8 maj.', 'Stödet kan sökas', '2022-05-08'],
  ])('%s', (sentence, label, latest) => {
    expect(plannedIn(sentence).map(([what, , to]) => [what, to])).toEqual([[label, latest]]);
  });

  it.each([
    'Andelen beräknas efter invånarantalet den 1 november året före.',
    'Kursen brukar erbjudas i maj.',
    'Platserna finns i maj.',
    'Rapport från en nationell konferens i maj.',
    'Tack för er insats i maj.',
    'Det är dags i maj.',
    'Problemet fanns i maj.',
  ])('is none: %s', (sentence) => {
    expect(plannedIn(sentence)).toEqual([]);
  });
});

describe('what is to come', () => {
  it.each<[string, [string, string | null, string | null][]]>([
    [
      'Region Norr har bjudit in till ett erfarenhetsutbyte i Alby den 9 maj.',
      [['Region Norr har bjudit in till ett erfarenhetsutbyte i Alby', '2022-05-09', '2022-05-09']],
    ],
    [
      'Kravet på anslutning gäller samtliga vårdgivare från och med den 1 december 2022.',
      [['Kravet på anslutning gäller samtliga vårdgivare', '2022-12-01', null]],
    ],
    [
      'Synpunkter på det utkast som delades ut tas emot till och med juni 2022.',
      [['Synpunkter på det utkast som delades ut tas emot', null, '2022-06-30']],
    ],
    [
      'Den 1 juli 2023 blir arbetet lagreglerat, och varje kommun ska då ha en samordnare.',
      [['blir arbetet lagreglerat', '2023-07-01', '2023-07-01']],
    ],
    [
      'Utbildningen på webben: den nya versionen släpps den 15 juni.',
      [['Utbildningen på webben: den nya versionen släpps', '2022-06-15', '2022-06-15']],
    ],
    [
      'Checklistan testas i Hjo under vecka 22.',
      [['Checklistan testas i Hjo', '2022-05-30', '2022-06-05']],
    ],
    ['Avtalet gäller från och med den 1 januari 2021 till och med den 31 december 2022.', []],
    ['Alby överväger att lägga ner kursen vid årsskiftet.', []],
    ['Frågan om loggar i filen arkiv_v3 är öppen.', []],
    ['Alby: ny chef från den 1 februari.', []],
  ])('"%s"', (sentence, expected) => {
    expect(plannedIn(sentence)).toEqual(expected);
  });

  it('stands in a list in lower case below its heading', () => {
    expect(
      plannedIn('Tidslinje\n• kontaktpersoner anmäls – senast v. 26\n• kursstart – hösten 2023'),
    ).toEqual([
      ['kontaktpersoner anmäls', null, '2022-07-03'],
      ['kursstart', '2023-09-01', '2023-11-30'],
    ]);
  });
});

describe('what depends on an if', () => {
  it.each([
    'Om modellen skulle införas redan den 1 januari 2023 krävs ett beslut före sommaren.',
    'Om riksdagen säger ja kan ansvaret flyttas redan i maj 2022.',
    'Fram till 2032 behöver kommunerna anställa 40 000 personer.',
  ])('is not to come in "%s"', (sentence) => {
    expect(plannedIn(sentence)).toEqual([]);
  });

  it('is none of a time from now on', () => {
    expect(plannedIn('Om två veckor öppnar den nya mottagningen.')).toEqual([
      ['öppnar den nya mottagningen', '2022-03-17', '2022-03-17'],
    ]);
  });

  it('has a sentence of its own after a short last word', () => {
    expect(
      plannedIn('Blanketten tar tid att fylla i. En kortare tas i bruk den 1 september 2022.'),
    ).toEqual([['En kortare tas i bruk', '2022-09-01', '2022-09-01']]);
  });
});

describe('what a date says of a paper', () => {
  it.each([
    'Inga synpunkter lämnas på anteckningen från december.',
    'Sidan senast uppdaterad: 2022-03-12',
    'Larmstatistik: 412 larm under perioden januari–maj',
  ])('"%s"', (sentence) => {
    expect(plannedIn(sentence)).toEqual([]);
  });
});

describe('what is told with a verb of its own', () => {
  it.each([
    ['Näten för äldre larm släcks vid årsskiftet 2022/2023.', 'Näten för äldre larm släcks'],
    [
      'Fullmäktige väntas i juni ta ställning till om vården ska föras över.',
      'Fullmäktige väntas ta ställning till om vården ska föras över',
    ],
    [
      'Tjänsten är inte klar, men en första version visas i Lidby den 14 juni 2022.',
      'en första version visas i Lidby',
    ],
    ['Annonsen ligger ute till den 28 juni 2022.', 'Annonsen ligger ute'],
  ])('%s', (sentence, label) => {
    expect(plannedIn(sentence).map(([own]) => own)).toEqual([label]);
  });

  it.each([
    'Vid årsskiftet fanns drygt tusen ärenden.',
    '- Ekonomi: Resultatet till och med augusti är -6 mnkr.',
    '- Klippan: Alla boenden har haft besök i vår.',
    '- Sommaren: Inga platser stängdes.',
  ])('and not "%s"', (sentence) => {
    expect(plannedIn(sentence)).toEqual([]);
  });
});
