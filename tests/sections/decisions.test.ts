/** What was decided, point by point. */
import { describe, expect, it } from 'vitest';
import { meetingOf } from '../helpers.js';
import { BODY, HEAD, ITEM, noteWith, TITLE } from './notes.js';

describe('decisions under a bullet that stands alone', () => {
  it('are one for each line that begins with the body', () => {
    const { decisions } = meetingOf(
      `Mötesanteckningar NSV\n\nDatum: 3 mars 2022\n${BODY}\n3. Vägar\nStällningstagande:\n•\n\nNSV ställer sig bakom förslaget.\nNSV ger direktören i uppdrag att redovisa kostnaden.\n\n4. Övrigt\nInget.\n`,
    );
    expect(decisions.map(({ actions }) => actions)).toEqual([['endorses'], ['assigns']]);
  });
});

describe('where a sentence of a decision begins', () => {
  it('a figure ends a sentence, and the number of a point is no part of the decision', () => {
    const { decisions } = meetingOf(
      `${HEAD}${BODY}\n3. Jakt\nUlla Vik talar för 25. Styrgruppen beslutar att rekommendera 32 björnar.\nB4.1 Styrgruppen beslutar att skjuta upp mötet.\n\n4. Övrigt\nInget.\n`,
    );
    expect(decisions.map(({ text }) => text)).toEqual([
      'Styrgruppen beslutar att rekommendera 32 björnar.',
      'Styrgruppen beslutar att skjuta upp mötet.',
    ]);
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
      `${HEAD}Närvarande: Ulla Vik\n\n1. Inledning\nStyrgruppen beslutade den 22 februari att ärendet skulle återkomma.\n\n2. Budget\nStyrgruppen fastställer budgeten senast 31 oktober.\n`,
    );
    expect(note.decisions).toEqual([]);
  });
});

describe('decisions in prose', () => {
  it('are told once: the text of their item is without them', () => {
    const note = meetingOf(
      `${HEAD}Närvarande: Ulla Vik\n\n1. Inledning\nOrdföranden hälsar välkommen.\n\n2. Taxan\nUlla Vik gick igenom läget. Styrgruppen beslutar att höja taxan från 2023. Hon återkommer.\n`,
    );
    expect(note.decisions.map(({ text }) => text)).toEqual([
      'Styrgruppen beslutar att höja taxan från 2023.',
    ]);
    expect(note.agenda[1]?.text).toBe('Ulla Vik gick igenom läget. Hon återkommer.');
  });

  it('have their points below a sentence that breaks off', () => {
    const note = meetingOf(
      `${HEAD}Närvarande: Ulla Vik\n\n1. Inledning\nOrdföranden hälsar välkommen.\n\n2. Lokaler\nStyrgruppen beslöt\natt godkänna offerten\natt ge rektor i uppdrag att söka bidrag senast den 15 juni\n`,
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

describe('labels in the margin', () => {
  const note = meetingOf(`${TITLE}  Datum             3 mars 2022

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
    meetingOf(`${HEAD}\n1. Inledning\nAlla hälsas välkomna.\n${lines}\n`).decisions.map(
      ({ text }) => text,
    );

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
      `${HEAD}\n1. Inledning\n\na) Närvaro\n\nFrånvarande: Ulla Vik, Bo Lindal, Siv Holm\n\nb) Övriga frågor\n\nInga frågor.\n\n2. Plan\n\nStällningstagande: Styrgruppen ger kansliet i uppdrag att senast den 4 maj 2022 lämna ett förslag till gemensam plan för beredskap i länet.\n\n${long.repeat(4)}\n\n${long.repeat(3)}\n`,
    );
    expect(note.decisions.map(({ text }) => text)).toEqual([
      'Styrgruppen ger kansliet i uppdrag att senast den 4 maj 2022 lämna ett förslag till gemensam plan för beredskap i länet.',
    ]);
    expect(note.agenda[1]?.text.split('\n\n')).toHaveLength(2);
  });
});

describe('a decision in a dense note', () => {
  const decided = (lines: string): string[] =>
    meetingOf(
      `${HEAD}\n1. Inledning\nOrdföranden hälsar välkommen till dagens möte i Ekstad.\n\n2. Rapport\n${lines}\n`,
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

describe('approving', () => {
  it('"beslut." ends a sentence, and that a report about something may be approved', () => {
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

describe('points whose bullets were lost', () => {
  it('begin with their verbs below the body, or with the body at an indent', () => {
    const pointsIn = (lines: string): string[] => noteWith(lines).decisions.map(({ text }) => text);
    expect(
      pointsIn('Beslut: Styrgruppen:\n\n      noterar informationen.\n\n      utser Bo Lindal.'),
    ).toEqual(['noterar informationen.', 'utser Bo Lindal.']);
    expect(
      pointsIn(
        'Beslut: Styrgruppen:\n\n      noterar informationen.\n\n      ger kansliet i uppdrag att ta fram ett blad.',
      ),
    ).toEqual(['noterar informationen.', 'ger kansliet i uppdrag att ta fram ett blad.']);
    expect(
      pointsIn(
        'Beslut\n      Styrgruppen godkänner redovisningen.\n      Styrgruppen rekommenderar huvudmännen att anta planen.',
      ),
    ).toEqual([
      'Styrgruppen godkänner redovisningen.',
      'Styrgruppen rekommenderar huvudmännen att anta planen.',
    ]);
  });
});

describe('an item titled "Beslut"', () => {
  it('holds decisions, one a point', () => {
    const note = meetingOf(
      `${HEAD}${BODY}\n3. Beslut\n- Alternativ 2 godkänns.\n- Inköpet görs i maj.\n\n4. Avslut\nMötet avslutas.\n`,
    );
    expect(note.decisions.map(({ item, text, actions }) => [item, text, actions])).toEqual([
      ['3', 'Alternativ 2 godkänns.', ['approves']],
      ['3', 'Inköpet görs i maj.', ['other']],
    ]);
    expect(note.agenda[2]?.text).toBe('');
  });
});

describe('what a decision does', () => {
  it.each([
    ['Dagordningen godkänns med tillägget att frågan om sommaren behandlas.', 'approves'],
    ['Gruppen beslutar att inte bifalla önskemålet.', 'rejects'],
  ])('%j', (sentence, action) => {
    expect(noteWith(`Beslut: ${sentence}`).decisions[0]?.actions).toEqual([action]);
  });
});

describe('a labelled decision that assigns twice', () => {
  it('gives both, each with its own deadline', () => {
    const note = noteWith(
      'Ställningstagande: Styrgruppen ställer sig bakom förslaget och ger Ulla Vik i uppdrag att ta fram en plan senast den 1 juni 2022. Lidby kommun får i uppdrag att lämna in sin kalkyl senast den 1 maj 2022.',
    );
    expect(note.assignments.map(({ assignees, due }) => [assignees, due?.latest])).toEqual([
      [['Ulla Vik'], '2022-06-01'],
      [['Lidby kommun'], '2022-05-01'],
    ]);
  });

  it('may have lost the bullet of its first point', () => {
    const note = noteWith(
      'Beslut:\nGruppen noterar informationen.\n• Gruppen uppdrar åt chefen att lämna ett förslag senast den 1 maj 2022.',
    );
    expect(note.decisions.map(({ actions }) => actions)).toEqual([['notes'], ['assigns']]);
  });
});

describe('what is endorsed', () => {
  it('does nothing by itself', () => {
    expect(
      noteWith('Beslut: Styrgruppen ställer sig bakom att utbildningen rekommenderas till alla.')
        .decisions[0]?.actions,
    ).toEqual(['endorses']);
  });
});
