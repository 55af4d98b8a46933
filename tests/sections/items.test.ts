/** Headings, presenters and texts of agenda items. */
import { describe, expect, it } from 'vitest';
import type { Meeting } from '../../src/record/schema.js';
import { meetingOf } from '../helpers.js';
import { BODY, HEAD, ITEM, TITLE, noteWith, textOf } from './notes.js';

describe('an item', () => {
  const itemOf = (lines: string): Meeting['agenda'][number] | undefined =>
    meetingOf(
      `${HEAD}Närvarande: Ulla Vik, Lund, Bo Lindal, Eslöv\n${BODY}\n${lines}\n\n4. Övrigt\nInget.\n`,
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
      `${HEAD}Närvarande: Ulla Vik\n\nDelning av journaler, 10 min.\nFrågan är fortfarande öppen. Ingen har svarat.\n\nGemensam jour, 15 min.\nNågra kommuner prövar det redan i dag.\n\nNya lokaler\nHuset är inte färdigt ännu.\n`,
    );
    expect(note.agenda.map(({ title, minutes }) => [title, minutes])).toEqual([
      ['Delning av journaler', 10],
      ['Gemensam jour', 15],
      ['Nya lokaler', null],
    ]);
  });
});

describe('the numbers of items', () => {
  const TEXT = 'Ordföranden redogör för läget och frågan diskuteras av alla.';
  const itemsOf = (...headings: string[]): [string | null, string][] =>
    meetingOf(
      `${HEAD}Närvarande: Ulla Vik, Bo Lindal\n\n${headings.map((one) => `${one}\n\n${TEXT}\n`).join('\n')}`,
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
      `${HEAD}Närvarande: Ulla Vik, Bo Lindal\n\n${['09.15–09.25   Inledning', '09.25–10.05   Dimensionering', '10.20–11.00   Yttrande'].map((one) => `${one}\n\n${TEXT}\n`).join('\n')}`,
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
      `${HEAD}Närvarande: Ulla Vik, Bo Lindal\n\n1. Nytt från staten – Ulla Vik\nTexten är lång.\n\n2. Läget – Norra länet\nTexten är lång.\n`,
    );
    expect(note.agenda.map(({ title, presenters }) => [title, presenters[0]?.name])).toEqual([
      ['Nytt från staten', 'Ulla Vik'],
      ['Läget – Norra länet', undefined],
    ]);
  });
});

describe('headings without numbers', () => {
  it('wrap before their type, or before "(bilaga)" on a line of its own', () => {
    const note = meetingOf(
      `${HEAD}Närvarande: Ulla Vik, Bo Lindal

Rutin för hembesök hos nyblivna föräldrar i länet och i
dess grannkommuner (bilaga)
Information och beslut
Föredragande: Ulla Vik
Korten skrivs på papper och skickas med post.

Vårdprogram för demens
(bilaga)
Information
Föredragande: Bo Lindal
Läs mer: https://exempel.se/dok/demens

Digital tillsyn
Information
Försöket pågick i sex månader.
`,
    );
    expect(note.agenda.map(({ title, attachments }) => [title, attachments.length])).toEqual([
      ['Rutin för hembesök hos nyblivna föräldrar i länet och i dess grannkommuner', 1],
      ['Vårdprogram för demens', 1],
      ['Digital tillsyn', 0],
    ]);
  });

  it('follow the points of a decision, which have no full stop', () => {
    const note = meetingOf(`${TITLE}Datum: 3 mars 2022
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

describe('who presents and who writes', () => {
  it('may be first names of people whom the note knows, and a name after a slash', () => {
    const { agenda, noteTaker } = meetingOf(
      `${HEAD}\nNärvarande: Ulla Vik, Lidby, Bo Lindal, Region Nord\n\n1. Lägesbild (Ulla)\nOrdföranden hälsar välkommen.\n\n2. Rapport (Bo, Ulla)\nInget nytt.\n\n/Bo Lindal\n`,
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

describe('where the next heading stands', () => {
  const titlesOf = (body: string): string[] =>
    meetingOf(
      `Nätverksanteckning MAS\n2022-03-03\nNärvarande: Ulla Vik, Lidby, Bo Lindal, Ekstad\n\n${body}\n`,
    ).agenda.map(({ title }) => title);

  it('below a decision the next heading needs neither gap nor presenter', () => {
    expect(
      titlesOf(
        'Läkemedel / Ulla Vik\nKommunerna har gått igenom sina lager och hittat en del som har blivit för gammalt.\nBeslut: Nätverket noterar informationen.\nMedicintekniska produkter\nLeverantören har bytt namn och skickar nu fakturorna till kommunernas gemensamma adress.\n\nHygien / Bo Lindal\nRonderna är genomförda på alla boenden utom två, som får besök efter sommaren.',
      ),
    ).toEqual(['Läkemedel', 'Medicintekniska produkter', 'Hygien']);
  });

  it('below an undertaking too a heading is the next one, but not in a round', () => {
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

  it('presenters may have their title first', () => {
    expect(
      titlesOf(
        'Nattfasta / dietist Ulla Vik\nMätningar har gjorts på alla boenden och fastan är längst där köket ligger långt bort.\n\nHygien / Bo Lindal\nRonderna är genomförda på alla boenden utom två, som får besök efter sommaren.',
      ),
    ).toEqual(['Nattfasta', 'Hygien']);
  });

  it('a title may fill three lines, with a name begun on the next', () => {
    expect(
      titlesOf(
        'Hygien / Bo Lindal\nRonderna är genomförda på alla boenden utom två, som får besök efter sommaren.\n\nÖverenskommelse om samverkan vid utskrivning mellan kommunerna i Norra\nHalland och Region Halland om den länsgemensamma handlingsplanen för\nsuicidprevention / Ulla Vik\nPlanen har sju målområden och bygger på den nationella strategin från förra året.',
      ),
    ).toEqual([
      'Hygien',
      'Överenskommelse om samverkan vid utskrivning mellan kommunerna i Norra Halland och Region Halland om den länsgemensamma handlingsplanen för suicidprevention',
    ]);
  });

  it('minutes after a comma tell a heading from the point of a decision', () => {
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

describe('lists and plans in a text', () => {
  it('have their heading alone, above the heads of a table or above entries', () => {
    expect(
      textOf(
        'Arbetet går vidare.\n\nTidsplan\nAktivitet Tidpunkt\nRemiss till huvudmännen juni 2022\nBeslut i nämnderna september 2022\nNy rutin december 2022',
      ),
    ).toBe(
      'Arbetet går vidare.\n\nTidsplan\n\nAktivitet Tidpunkt Remiss till huvudmännen juni 2022 Beslut i nämnderna september 2022 Ny rutin december 2022',
    );
  });

  it('are lists by their indent where extraction lost the bullets', () => {
    expect(
      textOf(
        'I samtalet lyftes:\n      Filmer når fler.\n      Vem svarar på frågor?\nSidan har fått fler besök under året.',
      ),
    ).toBe(
      'I samtalet lyftes:\n\n- Filmer når fler.\n- Vem svarar på frågor?\n\nSidan har fått fler besök under året.',
    );
  });
});

describe('presenters', () => {
  it('have their minutes and papers behind them', () => {
    const [item] = meetingOf(
      `${HEAD}Närvarande: Ulla Vik, Lidby\n\n1. Rapport\nFöredragande: Ulla Vik (15 min, bilaga)\nLäget är gott.\n\n2. Avslut\nMötet avslutas.\n`,
    ).agenda;
    expect(item).toMatchObject({
      minutes: 15,
      presenters: [{ name: 'Ulla Vik', affiliation: null, role: null }],
      attachments: [{ title: 'bilaga', href: null }],
    });
  });

  it('go on after a slash over a name, an office and a place', () => {
    const { agenda } = meetingOf(
      'Nätverk äldreomsorg\n8 april 2022\nNärvarande: Ulla Vik, Alby, Bo Lindal, Lidby\n\nSömn och dagsljus på boenden / Lars-Erik\nHolm, utvecklare Region Skåne och Siv\nAsk, läkare Region Skåne\nSömnmedel används mindre på boenden där man arbetat med ljus.\n\nMat / Ida Ek, projektledare\nLidby\nMåltiderna har fått en egen plan i båda kommunerna.\n',
    );
    expect(
      agenda.map(({ title, presenters }) => [title, presenters.map(({ name }) => name)]),
    ).toEqual([
      ['Sömn och dagsljus på boenden', ['Lars-Erik Holm', 'Siv Ask']],
      ['Mat', ['Ida Ek']],
    ]);
  });
});

describe('headings of Markdown', () => {
  it('of the rank of those with presenters are items too', () => {
    const { agenda } = meetingOf(
      '## Nätverk äldreomsorg\n\n8 april 2022\n\nNärvarande: Ulla Vik (Alby), Bo Lindal (Lidby)\n\n## Sömn / Ulla Vik\n\nSömnmedel används mindre på boenden där man arbetat med ljus.\n\n**Beslut**\n\n- Nätverket noterar läget.\n\n## Mat / Bo Lindal\n\nMåltiderna har fått en egen plan i båda kommunerna. Testet utvärderas i höst.\n\n## Familjehem\n\nDet saknas fortfarande hem för tonåringar i båda kommunerna.\n',
    );
    expect(agenda.map(({ title }) => title)).toEqual(['Sömn', 'Mat', 'Familjehem']);
  });
});

describe('what stands below a title', () => {
  it('is a presenter told by the verb alone, and papers in parentheses with "och"', () => {
    const note = meetingOf(
      `${HEAD}Närvarande: Ulla Vik, Bo Lindal\n${ITEM}\n2. Ny modell\n(40 min, bilaga 1 och bilaga 2)\nUlla Vik och Bo Lindal inleder.\n\nModellen har prövats i Lidby sedan i höstas.\n\n3. Kort om\neHälsomyndigheten ordnar ett webbinarium.\n`,
    );
    expect(
      note.agenda.map(({ title, minutes, presenters, attachments }) => [
        title,
        minutes,
        presenters.length,
        attachments.map((paper) => paper.title),
      ]),
    ).toEqual([
      ['Inledning', null, 0, []],
      ['Ny modell', 40, 2, ['bilaga 1', 'bilaga 2']],
      ['Kort om', null, 0, []],
    ]);
  });

  it('is a decision where "Beslut" stands over a sentence that decides', () => {
    const note = meetingOf(
      `${HEAD}${ITEM}\n2. Val av justerare\n\nBeslut\nStyrgruppen utser Ulla Vik att justera protokollet.\n\n3. Avslut\nMötet avslutas.\n`,
    );
    expect(note.decisions.map(({ text }) => text)).toEqual([
      'Styrgruppen utser Ulla Vik att justera protokollet.',
    ]);
  });
});

describe("below an item's title", () => {
  const itemOf = (lines: string): ReturnType<typeof noteWith>['agenda'][number] | undefined =>
    noteWith(lines).agenda[1];

  it('a list of attachments is none of its text', () => {
    expect(
      itemOf(
        'Bilagor:\n- Beslutsunderlag En väg in\n- Presentation av översynen\n\nÖversynen är klar.',
      ),
    ).toMatchObject({
      attachments: [{ title: 'Beslutsunderlag En väg in' }, { title: 'Presentation av översynen' }],
      text: 'Översynen är klar.',
    });
    expect(
      itemOf('Bilagor: Delrapport, Presentation av läget\n\nLäget är gott.')?.attachments,
    ).toMatchObject([{ title: 'Delrapport' }, { title: 'Presentation av läget' }]);
  });

  it('decimals part it', () => {
    expect(
      itemOf('2.1 Mottagningsteam\nTeamet är på plats.\n2.2 Praktikplatser\nDet finns tre.')
        ?.subitems,
    ).toEqual([
      { number: '2.1', title: 'Mottagningsteam' },
      { number: '2.2', title: 'Praktikplatser' },
    ]);
  });

  it('somebody of the roster alone below the type presents it', () => {
    const { agenda } = meetingOf(
      `${HEAD}Närvarande: Ida Ek, Lidby; Bo Lind, Alby\n\n1. Inledning\nIda Ek hälsar välkommen.\n\n2. Tidtabellen\nInformation\nBo Lind, Alby\n\nNy tidtabell gäller.\n`,
    );
    expect(agenda[1]).toMatchObject({
      types: ['information'],
      presenters: [{ name: 'Bo Lind', affiliation: 'Alby' }],
      text: 'Ny tidtabell gäller.',
    });
  });
});

describe('heads of a table of items', () => {
  it('are furniture, on every page', () => {
    expect(
      meetingOf(
        `${HEAD}\nÄrende      Anteckning\n1. Inledning\nAlla hälsas välkomna.\n\fÄrende      Anteckning\n2. Rapport\nInget nytt.\n`,
      ).agenda.map(({ title, text }) => [title, text]),
    ).toEqual([
      ['Inledning', 'Alla hälsas välkomna.'],
      ['Rapport', 'Inget nytt.'],
    ]);
  });
});

describe('what goes on below', () => {
  it('is no point whose last line is indented', () => {
    expect(
      textOf(
        '- Avtalen är gamla\n- Små kommuner har svårt att bära en egen samordnare, men två eller tre\n  grannar skulle kunna dela på en tjänst om ansvaret skrivs fast i ett avtal\n\nSiv Holm visar kartan.',
      ),
    ).toBe(
      '- Avtalen är gamla\n- Små kommuner har svårt att bära en egen samordnare, men två eller tre grannar skulle kunna dela på en tjänst om ansvaret skrivs fast i ett avtal\n\nSiv Holm visar kartan.',
    );
  });

  it('is a place whose name a line has parted, and a word that ends with men', () => {
    expect(
      textOf('Måtten är desamma i Region Syd och i Region\n\nNorr. Jämförelsen är vansklig.'),
    ).toBe('Måtten är desamma i Region Syd och i Region Norr. Jämförelsen är vansklig.');
    expect(
      textOf(
        'Ytterligare fyra är under uppstart i länets alla delområden, och tea-\nmen arbetar nära hemsjukvården.',
      ),
    ).toBe(
      'Ytterligare fyra är under uppstart i länets alla delområden, och teamen arbetar nära hemsjukvården.',
    );
  });
});

describe('presenters after a slash', () => {
  it('have each an organisation, with an och between them', () => {
    const { agenda } = meetingOf(
      `Nätverksanteckningar\n\nDatum: 3 mars 2022\nNärvarande: Ida Ek, Lidby; Bo Lind, Alby\n\nFamiljecentraler / Ida Ek, Lidby, och Siv Holm, Region Norr\n\nDet finns nio centraler i länet, och de drivs tillsammans av kommunerna och regionen.\n\nKulturen / Bo Lind\n\nInget nytt finns att säga om kulturen i länet den här gången, men mer kommer i maj.\n`,
    );
    expect(
      agenda.map(({ title, presenters }) => [title, presenters.map(({ name }) => name)]),
    ).toEqual([
      ['Familjecentraler', ['Ida Ek', 'Siv Holm']],
      ['Kulturen', ['Bo Lind']],
    ]);
  });
});
