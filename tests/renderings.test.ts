/** Rules that renderings of pages taught: what PDF tools tear apart, put beside one another, or leave out. */
import { describe, expect, it } from 'vitest';
import { meetingOf } from './helpers.js';

const HEAD = 'Mötesanteckningar från styrgruppen för närvård\n\nDatum: 3 mars 2022\n';
const ITEM = '\n1. Inledning\nOrdföranden hälsar välkommen till mötet.\n';

const textOf = (lines: string): string | undefined =>
  meetingOf(`${HEAD}${ITEM}\n2. Rapport\n${lines}\n\n3. Avslut\nMötet avslutas.\n`).agenda[1]?.text;

const undertakenIn = (sentence: string): [string[], string, string | null | undefined][] =>
  meetingOf(`${HEAD}${ITEM}\n2. Rapport\n${sentence}\n`).assignments.map(
    ({ assignees, task, due }) => [assignees, task, due?.latest],
  );

const plannedIn = (sentence: string): [string, string | null, string | null][] =>
  meetingOf(`${HEAD}${ITEM}\n2. Rapport\n${sentence}\n`).milestones.map(({ label, when }) => [
    label,
    when.earliest,
    when.latest,
  ]);

const rosterOf = (roster: string): [string | null, string | null, string | null, string | null][] =>
  meetingOf(`${HEAD}\n${roster}\n${ITEM}`).participants.map(
    ({ name, side, group, affiliation }) => [name, side, group, affiliation],
  );

describe('who undertakes', () => {
  it('may be a group whose name has "för" in it, with others', () => {
    expect(
      undertakenIn('Arbetsgruppen för barn och unga och presidiet återkommer med ett datum.'),
    ).toEqual([
      [['Arbetsgruppen för barn och unga', 'presidiet'], 'återkommer med ett datum', undefined],
    ]);
  });

  it('may be the office of an abbreviation', () => {
    expect(
      undertakenIn('NVK:s direktör fortsätter arbetet med avtalet vid halvårsskiftet 2022.'),
    ).toEqual([[['NVK:s direktör'], 'fortsätter arbetet med avtalet', '2022-06-30']]);
  });

  it('has no deadline that is past, or that a sentence about something else tells', () => {
    expect(
      undertakenIn('Ulla Vik tar med sig frågan. Remissvaren behandlas i början av 2023.'),
    ).toEqual([[['Ulla Vik'], 'tar med sig frågan', undefined]]);
    expect(
      undertakenIn('Kansliet får i uppdrag att skicka ut planen. Under 2016 genomfördes 13 möten.'),
    ).toEqual([[['Kansliet'], 'skicka ut planen', undefined]]);
  });

  it('is told by a day whose hyphen was lost at a line’s end', () => {
    expect(undertakenIn('Ulla Vik återkommer med ett förslag senast 202205-19.')).toEqual([
      [['Ulla Vik'], 'återkommer med ett förslag', '2022-05-19'],
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

describe('the text of an item', () => {
  it('goes on over a gap where a sentence has only begun', () => {
    expect(
      textOf(
        'Arbetet är nu klart i hela länet. Beredningsgruppen, Södra\n\nLidby och Ulla Vik var nöjda.',
      ),
    ).toBe(
      'Arbetet är nu klart i hela länet. Beredningsgruppen, Södra Lidby och Ulla Vik var nöjda.',
    );
  });

  it('has a table as one paragraph, and a list of dated entries as several', () => {
    expect(
      textOf('Läget:\n\nOrt Platser Kö\nLidby 12 3\nEkstad 9 1\nSkog 4 0\n\nKön minskar.'),
    ).toBe('Läget:\n\nOrt Platser Kö Lidby 12 3 Ekstad 9 1 Skog 4 0\n\nKön minskar.');
    expect(
      textOf('Läget:\n\nOrt\n\nPlatser\n\nLidby\n\n12\n\nEkstad\n\n9\n\nSkog\n\n4\n\nKön minskar.'),
    ).toBe('Läget:\n\nOrt Platser Lidby 12 Ekstad 9 Skog 4\n\nKön minskar.');
  });

  it('is without the foot and head of a page in mid-sentence, though they come only once', () => {
    const above = 'Arbetet går framåt.\n\n'.repeat(6);
    expect(
      textOf(
        `${above}Kommunerna tycker att det är viktigt att de anhöriga får besked och att boendena\n\nSida 2 (3)\n\nKansliet, Lidby\n\nfår hjälp med sina lokaler.`,
      ),
    ).toBe(
      `${above}Kommunerna tycker att det är viktigt att de anhöriga får besked och att boendena får hjälp med sina lokaler.`,
    );
  });

  it('has no file names that stand under the presenters', () => {
    const { agenda } = meetingOf(
      `${HEAD}${ITEM}\n2. Rapport\nInformation\nFöredragande: Ulla Vik, Lidby\n- Bilaga till beslutsunderlag - Gemensam plan.pdf\n- Presentation Plan, NVS 2022-03-03\nArbetet går framåt.\n`,
    );
    expect(agenda[1]?.attachments.map(({ title }) => title)).toEqual([
      'Bilaga till beslutsunderlag - Gemensam plan.pdf',
      'Presentation Plan, NVS 2022-03-03',
    ]);
    expect(agenda[1]?.text).toBe('Arbetet går framåt.');
  });
});

describe('headings and labels', () => {
  it('name their presenter on a line of his own, after a title of up to three lines', () => {
    const { agenda } = meetingOf(
      'Nätverksanteckning Lidbys nätverk\n\nDatum: 3 mars 2022\nNärvarande: Ulla Vik, Lidby, Bo Lindal, Ekstad\n\nLägesrapport om journalen /\nUlla Vik\nDet nya stödet har kommit igång.\n\nKvalitetsregister för hemsjukvård och\nansvarsfördelning mellan länets kommuner och\nregionen / Bo Lindal\nResultaten pekar i olika riktningar.\n',
    );
    expect(
      agenda.map(({ title, presenters }) => [title, presenters.map(({ name }) => name)]),
    ).toEqual([
      ['Lägesrapport om journalen', ['Ulla Vik']],
      [
        'Kvalitetsregister för hemsjukvård och ansvarsfördelning mellan länets kommuner och regionen',
        ['Bo Lindal'],
      ],
    ]);
  });

  it('may have "Beslut" with a letter wrong, alone on its line', () => {
    const { decisions, diagnostics } = meetingOf(
      `${HEAD}${ITEM}\n2. Rapport\nArbetet går framåt.\n\nBeelut\n\n- Gruppen tar bort rutinen om larm.\n`,
    );
    expect(decisions.map(({ text }) => text)).toEqual(['Gruppen tar bort rutinen om larm.']);
    expect(diagnostics.map(({ code }) => code)).toContain('label-misspelt');
  });

  it('may have a title whose year wraps', () => {
    expect(
      meetingOf(
        `Anteckningar från nätverksträff 12 september\n2024\nSocialchefsnätverket i Lidby\nNärvarande: Ulla Vik, Lidby\n${ITEM}`,
      ),
    ).toMatchObject({ date: '2024-09-12', body: { name: 'Socialchefsnätverket i Lidby' } });
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

describe('what unseen notes taught of undertakings', () => {
  it('is that "vad som gäller" is no period, and that a plan may be revised at a time', () => {
    expect(undertakenIn('Ulla Vik hör efter vad som gäller senast den 5 maj 2022.')).toEqual([
      [['Ulla Vik'], 'hör efter vad som gäller', '2022-05-05'],
    ]);
    expect(
      undertakenIn(
        'Styrgruppen ger Ulla Vik i uppdrag att revidera handlingsplanen i slutet av maj 2022.',
      ),
    ).toEqual([[['Ulla Vik'], 'revidera handlingsplanen', '2022-05-31']]);
    expect(
      undertakenIn('Ulla Vik får i uppdrag att ta fram en handlingsplan för våren 2023.'),
    ).toEqual([[['Ulla Vik'], 'ta fram en handlingsplan för våren 2023', undefined]]);
  });

  it('is that an office of the body acts as a person does, and that nobody prepares himself', () => {
    expect(undertakenIn('Sekreteraren kompletterar inbjudan med en länk.')).toEqual([
      [['Sekreteraren'], 'kompletterar inbjudan med en länk', undefined],
    ]);
    expect(undertakenIn('Projektledaren förbereder sig för ett nytt läge.')).toEqual([]);
  });

  it('is that offers are undertakings and that all may do something at once', () => {
    expect(undertakenIn('Ulla Vik erbjuder sig att leda arbetet.')).toEqual([
      [['Ulla Vik'], 'leda arbetet', undefined],
    ]);
    expect(undertakenIn('Samtliga ser över sina rutiner omgående.')).toEqual([
      [['Samtliga'], 'ser över sina rutiner', null],
    ]);
    expect(undertakenIn('Samtliga ser över sina rutiner varje år.')).toEqual([]);
  });

  it('is that a table of actions may keep one row together and part another', () => {
    const { assignments } = meetingOf(
      `${HEAD}${ITEM}\n2. Mötets avslutande\nOrdföranden tackar.\n\nAtt göra\nVad\n\nVem\n\nNär\n\nSkicka ut kartläggningen Ulla Vik 2022-04-01\nBoka lokal\n\nBo Lindal\n\n2022-04-15\n`,
    );
    expect(
      assignments.map(({ task, assignees, due, item }) => [task, assignees, due?.latest, item]),
    ).toEqual([
      ['Skicka ut kartläggningen', ['Ulla Vik'], '2022-04-01', null],
      ['Boka lokal', ['Bo Lindal'], '2022-04-15', null],
    ]);
  });

  it('is that a list headed as an item is stands outside the last one', () => {
    const itemsOf = (heading: string): (string | null)[] =>
      meetingOf(
        `${HEAD}${ITEM}\n2. Övriga frågor\nUlla Vik efterlyser bättre statistik.\n\n${heading}\n• Boka lokal (Bo)\n`,
      ).assignments.map(({ item }) => item);
    expect(itemsOf('Att göra')).toEqual([null]);
    expect(itemsOf('Att göra:')).toEqual(['2']);
  });
});

describe('what unseen notes taught of names', () => {
  it('is that a first name acts without a roster, and a place does not', () => {
    expect(undertakenIn('Kajsa lägger ut materialet på samarbetsytan.')).toEqual([
      [['Kajsa'], 'lägger ut materialet på samarbetsytan', undefined],
    ]);
    expect(undertakenIn('Lidby lägger ut materialet på samarbetsytan.')).toEqual([]);
  });

  it('is that names and places break off over a blank line', () => {
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

describe('what unseen notes taught of milestones', () => {
  it('is that a dash stands for a colon', () => {
    expect(plannedIn('Tidsplan\n- Beredning för kommuner – i maj 2022')).toEqual([
      ['Beredning för kommuner', '2022-05-01', '2022-05-31'],
    ]);
  });

  it('is that what is shown below is shown at no date', () => {
    expect(plannedIn('Utfallet efter maj redovisas nedan i tusentals kronor.')).toEqual([]);
  });
});

describe('what unseen notes taught of headings', () => {
  const titlesOf = (body: string): string[] =>
    meetingOf(
      `Nätverksanteckning MAS\n2022-03-03\nNärvarande: Ulla Vik, Lidby, Bo Lindal, Ekstad\n\n${body}\n`,
    ).agenda.map(({ title }) => title);

  it('is that below a decision the next heading needs neither gap nor presenter', () => {
    expect(
      titlesOf(
        'Läkemedel / Ulla Vik\nKommunerna har gått igenom sina lager och hittat en del som har blivit för gammalt.\nBeslut: Nätverket noterar informationen.\nMedicintekniska produkter\nLeverantören har bytt namn och skickar nu fakturorna till kommunernas gemensamma adress.\n\nHygien / Bo Lindal\nRonderna är genomförda på alla boenden utom två, som får besök efter sommaren.',
      ),
    ).toEqual(['Läkemedel', 'Medicintekniska produkter', 'Hygien']);
  });

  it('is that below an undertaking too a heading is the next one, but not in a round', () => {
    const REST =
      'Ulla Vik tar med sig frågan till sina chefer.\n\nUtbildning för nya chefer\n\nKursen ges två gånger om året och har platser kvar till hösten för dem som vill gå den.';
    expect(
      titlesOf(
        `Läkemedel / Ulla Vik\nKommunerna har gått igenom sina lager och hittat en del som har blivit för gammalt.\n\n${REST}\n\nHygien / Bo Lindal\nRonderna är genomförda på alla boenden utom två, som får besök efter sommaren.`,
      ),
    ).toEqual(['Läkemedel', 'Utbildning för nya chefer', 'Hygien']);
    expect(
      titlesOf(
        `Läkemedel / Ulla Vik\nKommunerna har gått igenom sina lager och hittat en del som har blivit för gammalt.\n\nHygien / Bo Lindal\nRonderna är genomförda på alla boenden utom två, som får besök efter sommaren.\n\nÖvriga frågor\n\n${REST}`,
      ),
    ).toEqual(['Läkemedel', 'Hygien', 'Övriga frågor']);
  });

  it('is that presenters may have their title first', () => {
    expect(
      titlesOf(
        'Nattfasta / dietist Ulla Vik\nMätningar har gjorts på alla boenden och fastan är längst där köket ligger långt bort.\n\nHygien / Bo Lindal\nRonderna är genomförda på alla boenden utom två, som får besök efter sommaren.',
      ),
    ).toEqual(['Nattfasta', 'Hygien']);
  });

  it('is that a title may fill three lines, with a name begun on the next', () => {
    expect(
      titlesOf(
        'Hygien / Bo Lindal\nRonderna är genomförda på alla boenden utom två, som får besök efter sommaren.\n\nÖverenskommelse om samverkan vid utskrivning mellan kommunerna i Norra\nHalland och Region Halland om den länsgemensamma handlingsplanen för\nsuicidprevention / Ulla Vik\nPlanen har sju målområden och bygger på den nationella strategin från förra året.',
      ),
    ).toEqual([
      'Hygien',
      'Överenskommelse om samverkan vid utskrivning mellan kommunerna i Norra Halland och Region Halland om den länsgemensamma handlingsplanen för suicidprevention',
    ]);
  });

  it('is that minutes after a comma tell a heading from the point of a decision', () => {
    const meeting = meetingOf(
      `${HEAD}${ITEM}\n2. Hjälpmedel, 10 min.\nBeslut:\n1. Styrgruppen noterar informationen.\n2. Styrgruppen ställer sig bakom planen.\n3. Rekrytering, 20 min.\nPensionsavgångarna är fler än de nyutexaminerade.\n\n4. Avslut\nMötet avslutas.\n`,
    );
    expect(meeting.agenda.map(({ title }) => title)).toEqual([
      'Inledning',
      'Hjälpmedel',
      'Rekrytering',
      'Avslut',
    ]);
    expect(meeting.decisions).toHaveLength(2);
  });
});

describe('what unseen notes taught of heads and people', () => {
  it('is that the house whose paper it is is not the body', () => {
    const { title, body } = meetingOf(
      'Kommunförbundet Norrland\nDigitaliseringsnätverket i Norrland\nDatum: 3 mars 2022\nNärvarande: Ulla Vik, Lidby\n\n1. Läget\nGott.\n\n2. Avslut\nSlut.\n',
    );
    expect([title, body?.name]).toEqual([
      'Digitaliseringsnätverket i Norrland',
      'Digitaliseringsnätverket i Norrland',
    ]);
  });

  it('is that a short name in small letters is one that decides', () => {
    const bodyOf = (decision: string): unknown =>
      meetingOf(
        `Minnesanteckningar\nPolitiska beredningen för vård, Polber\nDatum: 3 mars 2022\n\n1. Vård\nBeslut: ${decision}\n\n2. Avslut\nSlut.\n`,
      ).body?.name;
    expect(bodyOf('Polber noterar informationen.')).toBe('Polber');
    expect(bodyOf('Beredningen noterar informationen.')).toBe(
      'Politiska beredningen för vård, Polber',
    );
  });

  it('is that a surname tells a person among guests', () => {
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

  it('is that the cells below two signatures may come one by one', () => {
    const { signatories } = meetingOf(
      `${HEAD}\nNärvarande: Ulla Vik, Bo Lindal\n${ITEM}\n2. Övriga frågor\nInga.\n\n\n\nUlla Vik Bo Lindal\nHSN\nLidby\nOrdförande\nVice ordförande\n`,
    );
    expect(signatories).toEqual([
      { name: 'Ulla Vik', role: 'Ordförande', organisation: 'HSN' },
      { name: 'Bo Lindal', role: 'Vice ordförande', organisation: 'Lidby' },
    ]);
  });

  it('is that "beslut." ends a sentence, and that a report about something may be approved', () => {
    const { decisions } = meetingOf(
      `${HEAD}${ITEM}\n2. Vård\nBeslut: Styrgruppen rekommenderar parterna att fatta likalydande\nbeslut.\n\n3. Stroke\nBeslut: Slutrapporten om stroke godkänns.\n\n4. Avtal\nBeslut: Arbetet startar om avtalet godkänns.\n`,
    );
    expect(decisions.map(({ text, actions }) => [text, actions])).toEqual([
      ['Styrgruppen rekommenderar parterna att fatta likalydande beslut.', ['recommends']],
      ['Slutrapporten om stroke godkänns.', ['approves']],
      ['Arbetet startar om avtalet godkänns.', ['other']],
    ]);
  });
});

describe('what unseen notes taught of rosters', () => {
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

  it('is that organisations stand over their people without a gap, with a word over them or none', () => {
    expect(people(`Närvarande\n${LIST}`)).toEqual(BLOCKS);
    expect(people(LIST)).toEqual(BLOCKS);
    expect(people(LIST.replaceAll(/^(Lidby kommun|Region Nord)$/gmu, '\n$1\n'))).toEqual(BLOCKS);
  });

  it('is that a group may be printed over both columns', () => {
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

  it('is that a table may be told by bars', () => {
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

  it('is that units have a column, and that a row may run two cells together', () => {
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

describe('what unseen notes taught of conditions', () => {
  it('is that what a task depends on is no part of who has it or of what it is', () => {
    expect(
      undertakenIn(
        'Styrgruppen ger avtalsgruppen i uppdrag att, under förutsättning att alla antar avtalet, påbörja rekryteringen senast i maj 2022.',
      ),
    ).toEqual([[['avtalsgruppen'], 'påbörja rekryteringen', '2022-05-31']]);
  });

  it('is that a body which has something done by a day has taken it on', () => {
    expect(undertakenIn('Analysenheten tar fram ny statistik senast den 31 oktober 2022.')).toEqual(
      [[['Analysenheten'], 'tar fram ny statistik', '2022-10-31']],
    );
    expect(undertakenIn('Analysenheten tar fram ny statistik varje månad.')).toEqual([]);
  });
});
