/** Title, body, date, times and place of a meeting. */
import { describe, expect, it } from 'vitest';
import { meetingOf } from '../helpers.js';
import { BODY, HEAD, TITLE, headOf } from './notes.js';

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
    const { upcomingMeetings } = meetingOf(`${HEAD}${BODY}\nNästa möte: torsdag 07/04 - 12:15\n`);
    expect(upcomingMeetings).toMatchObject([{ date: '2022-04-07', inferred: true }]);
  });
});

describe('labels above their values', () => {
  it('have all labels above all values', () => {
    const note = meetingOf(
      `${TITLE}Datum\n\nTid\n\nPlats\n\nNärvarande\n\n3 mars 2022\n\n13.00–15.00\n\nRådhuset, Lund\n\nUlla Vik (S), ordförande\nBo Lindal (M)\n${BODY}`,
    );
    expect(note).toMatchObject({ date: '2022-03-03', startTime: '13:00', place: 'Rådhuset, Lund' });
    expect(note.participants.map(({ name }) => name)).toEqual(['Ulla Vik', 'Bo Lindal']);
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

describe('the body among houses and short names', () => {
  it('the house whose paper it is is not the body', () => {
    const { title, body } = meetingOf(
      'Kommunförbundet Norrland\nDigitaliseringsnätverket i Norrland\nDatum: 3 mars 2022\nNärvarande: Ulla Vik, Lidby\n\n1. Läget\nGott.\n\n2. Avslut\nSlut.\n',
    );
    expect([title, body?.name]).toEqual([
      'Digitaliseringsnätverket i Norrland',
      'Digitaliseringsnätverket i Norrland',
    ]);
  });

  it('a short name in small letters is one that decides', () => {
    const bodyOf = (decision: string): unknown =>
      meetingOf(
        `Minnesanteckningar\nPolitiska beredningen för vård, Polber\nDatum: 3 mars 2022\n\n1. Vård\nBeslut: ${decision}\n\n2. Avslut\nSlut.\n`,
      ).body?.name;
    expect(bodyOf('Polber noterar informationen.')).toBe('Polber');
    expect(bodyOf('Beredningen noterar informationen.')).toBe(
      'Politiska beredningen för vård, Polber',
    );
  });
});

describe('the short name of a body', () => {
  it('may stand on a line of its own, or be told in full further down', () => {
    expect(
      meetingOf(
        `MÖTESANTECKNINGAR 2022-03-03\nLedningssamverkan vård och omsorg Norra\nLSVN\nTid: 13.00\n${BODY}`,
      ).body,
    ).toEqual({ name: 'LSVN', fullName: 'Ledningssamverkan vård och omsorg Norra' });
    expect(
      meetingOf(
        `Minnesanteckningar\n\nTML HSV\n\n2022-03-03\n\nTjänstemannaledning hälsa, stöd och vård (TML HSV)\n\nDatum: 3 mars 2022\n${BODY}`,
      ).body,
    ).toEqual({ name: 'TML HSV', fullName: 'Tjänstemannaledning hälsa, stöd och vård' });
    expect(
      meetingOf(
        `MÖTESANTECKNING\n\nLedningsgrupp för samverkan Norra, LGS\n\nTid               Kl. 13.15–15.45\nDatum             3 mars 2022\n${BODY}`,
      ).body,
    ).toEqual({ name: 'LGS', fullName: 'Ledningsgrupp för samverkan Norra' });
  });
});

describe('capitals below the name of a body', () => {
  it.each(['UTKAST', 'BILAGA'])('are no short name of it: %s', (word) => {
    const { body } = meetingOf(
      `MÖTESANTECKNINGAR 2022-03-03\nLedningssamverkan vård och omsorg Norra\n${word}\nTid: 13.00\n${BODY}`,
    );
    expect(body?.name).not.toBe(word);
  });
});

describe('a line with a file number', () => {
  it('heads each page, and is not the body above its title', () => {
    const { title, body } = meetingOf(
      `Politiskt samråd 2022 Dnr SNN 2022-00019\nMötesanteckning SNN\nSamråd för Region Norr och Norrkom\nDatum: 3 mars 2022\nTid: 9.30–12.00\n\n1. Inledning\nAlla hälsas välkomna.\n\n2. Rapport\nInget nytt.\n`,
    );
    expect(title).toBe('Mötesanteckning SNN');
    expect(body?.name).toBe('SNN');
  });
});

describe('whose minutes they are', () => {
  const bodyIn = (head: string): unknown => meetingOf(`${head}\nDatum: 3 mars 2022\n${BODY}`).body;

  it.each([
    ['Protokoll styrelsemöte nr 7\nBrf Kvarnen\n', 'Brf Kvarnen', null],
    ['Protokoll från ordinarie föreningsstämma\nLidby vägförening\n', 'Lidby vägförening', null],
    ['Mötesanteckningar projektgruppen Badet, möte 12\n', 'projektgruppen Badet', null],
    [
      'PROTOKOLL\nDirektionen\n\nRäddningstjänstförbundet Norr, RTN\n',
      'RTN',
      'Räddningstjänstförbundet Norr',
    ],
  ])('%j', (head, name, fullName) => {
    expect(bodyIn(head)).toEqual({ name, fullName });
  });
});

describe('minutes sent as a letter', () => {
  it('have the day of the meeting, and nothing of the letter', () => {
    const note = meetingOf(
      `Från: Siv Holm <siv@exempel.se>\nTill: gruppen@exempel.se\nSkickat: den 5 mars 2022 08:12\nÄmne: Anteckningar\n\nHej alla!\n\nAnteckningar från arbetsgruppen för festen\nDatum: 3 mars 2022\nNärvarande: Ulla Vik, Bo Lindal\n${BODY}\nVänliga hälsningar\nSiv\n\nLidby byalag\n`,
    );
    expect([note.title, note.date, note.agenda.at(-1)?.text]).toEqual([
      'Anteckningar från arbetsgruppen för festen',
      '2022-03-03',
      'Inget nytt.',
    ]);
  });
});

describe('when and where below the day', () => {
  it('is read from the next line', () => {
    const note = meetingOf(
      `Kvalitetsnätverket Norr\nNätverksanteckning onsdagen den 12 mars 2025\n\n09.30 – 14.30, Kanalmagasinet, Lidby\n\nNärvarande: Ulla Vik, Bo Lindal\n\nOmvärld / Ulla Vik\nDen nya lagen börjar gälla i sommar.\n\nJämförelser / Bo Lindal\nSiffrorna är bättre än i fjol.\n`,
    );
    expect([note.date, note.startTime, note.endTime, note.place]).toEqual([
      '2025-03-12',
      '09:30',
      '14:30',
      'Kanalmagasinet, Lidby',
    ]);
  });

  it('the secretary may be told in a sentence', () => {
    expect(
      meetingOf(`${HEAD}Närvarande: Ulla Vik, Bo Lindal\nUlla Vik var mötets sekreterare.\n${BODY}`)
        .noteTaker,
    ).toBe('Ulla Vik');
  });
});

describe('the body below or above its title', () => {
  const bodyOf = (lines: string): unknown =>
    meetingOf(`${lines}\nDatum: 3 mars 2022\n${BODY}`).body;

  it('is not joined with the parties that meet', () => {
    expect(
      bodyOf(
        'Mötesanteckning PSN\nPolitisk samverkansberedning Norr\nNorrlands kommuner och Region Norr\n',
      ),
    ).toEqual({ name: 'PSN', fullName: 'Politisk samverkansberedning Norr' });
  });

  it('has its abbreviation before a county, or with a word of its own', () => {
    expect(
      bodyOf('Mötesanteckning\nChefsgruppen för social välfärd och vård (CSV), Norra län\n'),
    ).toEqual({
      name: 'CSV',
      fullName: 'Chefsgruppen för social välfärd och vård',
    });
    expect(
      bodyOf('Anteckningar\nNätverket för medicinskt ansvariga i Norr (MAS-nätverket)\n'),
    ).toEqual({
      name: 'MAS-nätverket',
      fullName: 'Nätverket för medicinskt ansvariga i Norr',
    });
  });

  it('is an association over minutes that name only their kind', () => {
    expect(bodyOf('Brf Tornugglan\n\nStyrelseprotokoll nr 7\n')).toMatchObject({
      name: 'Brf Tornugglan',
    });
    expect(bodyOf('Lidby samfällighetsförening\n\nProtokoll styrelsemöte nr 4\n')).toMatchObject({
      name: 'Lidby samfällighetsförening',
    });
  });
});

describe('a name that heads each page', () => {
  const prose = 'Gruppen har gått igenom vad som gjorts under året och vad som återstår.\n'.repeat(
    9,
  );
  const noteOf = (head: string, page: string): [string | null, string | undefined] => {
    const { title, body } = meetingOf(
      `${head}\nDatum: 19 oktober 2022\nNärvarande: Ulla Vik, Bo Lindal\n\n1. Läget\n${prose}\n${page}\nSida 1 av 2\n\n2. Avslut\nMötet avslutas.\n\n${page}\nSida 2 av 2\n`,
    );
    return [title, body?.name];
  };

  it('is the note’s own above a kind that names nobody', () => {
    expect(noteOf('Biblioteksnätverket Norr\nAnteckningar\n', 'Biblioteksnätverket Norr')).toEqual([
      'Biblioteksnätverket Norr',
      'Biblioteksnätverket Norr',
    ]);
  });

  it('is none of it above a title of the note’s own', () => {
    expect(noteOf('Region Norr\nMötesanteckningar Välfärdsrådet\n', 'Region Norr')[1]).toBe(
      'Välfärdsrådet',
    );
  });

  it('is read once where the head is printed twice', () => {
    const head =
      'Minnesanteckningar 2022-10-19\nSamrådsorganet mellan Väst och Södra\nRegionen, SVR\n';
    expect(noteOf(`${head}\n${head}`, 'SVR')).toEqual(['Minnesanteckningar', 'SVR']);
  });
});

describe('the body whose meeting it was', () => {
  it.each([
    ['från SRO:s möte', 'SRO'],
    ['från Folkhälsorådets sammanträde', 'Folkhälsorådet'],
    ['från styrgruppens möte', undefined],
    ['från nätverkets träff', undefined],
  ])('%s', (rest, name) => {
    const note = meetingOf(
      `Minnesanteckningar ${rest}\n\nTorsdagen den 6 februari 2020, kl. 08.15–10.30\nKommunhuset, Tallen\n${BODY}`,
    );
    expect([note.body?.name, note.place]).toEqual([name, 'Kommunhuset, Tallen']);
  });
});
