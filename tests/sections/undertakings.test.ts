/** Who is told to do what, or takes it on, and by when. */
import { describe, expect, it } from 'vitest';
import { meetingOf } from '../helpers.js';
import { BODY, HEAD, noteWith, TITLE, undertakenIn } from './notes.js';

describe('an undertaking', () => {
  const tasksOf = (text: string): string[] =>
    meetingOf(`${HEAD}Närvarande: Ulla Vik, Bo Lindal\n${BODY}${text}\n`).assignments.map(
      ({ task }) => task,
    );

  it('is not what is done as a habit, or by others', () => {
    expect(tasksOf('Boendena skickar med personal när det går.')).toEqual([]);
    expect(tasksOf('En gång i månaden skickar de en sida med siffror.')).toEqual([]);
    expect(tasksOf('Det är oklart vem man kontaktar.')).toEqual([]);
    expect(tasksOf('Ulla Vik skickar ut underlaget.')).toEqual(['skickar ut underlaget']);
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
      `${HEAD}Närvarande: Ulla Vik, Bo Lindal\n\n1. Inledning\nOrdföranden hälsar välkommen.\n\n2. Frågan\n${words}\n`,
    );
    expect(note.assignments).toEqual([]);
  });

  it('stands under a heading of things to do, if it only tells how things are', () => {
    const note = meetingOf(
      `${HEAD}Närvarande: Ulla Vik\n${BODY}\nAtt göra\nIngenting.\nPengarna är slut.\n`,
    );
    expect(note.assignments).toEqual([]);
  });
});

describe('what somebody is to do', () => {
  const told = (words: string): unknown[] =>
    meetingOf(
      `${HEAD}Närvarande: Ulla Vik, Bo Lindal\n\n1. Inledning\nOrdföranden hälsar välkommen.\n\n2. Frågan\n${words}\n`,
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

describe('what is undertaken', () => {
  const undertaken = (sentence: string): [string[], string, string | null, string | null][] =>
    meetingOf(
      `${TITLE}Datum: 19 november 2021\n\nNärvarande: Ulla Vik, Lidby, Bo Lindal, Region Nord\n\n1. Inledning\nOrdföranden hälsar välkommen.\n\n2. Rapport\n${sentence}\n\n3. Övriga frågor\nInga övriga frågor.\n`,
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

describe('offers, plans and offices', () => {
  it('"vad som gäller" is no period, and that a plan may be revised at a time', () => {
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

  it('an office of the body acts as a person does, and that nobody prepares himself', () => {
    expect(undertakenIn('Sekreteraren kompletterar inbjudan med en länk.')).toEqual([
      [['Sekreteraren'], 'kompletterar inbjudan med en länk', undefined],
    ]);
    expect(undertakenIn('Projektledaren förbereder sig för ett nytt läge.')).toEqual([]);
  });

  it('offers are undertakings and that all may do something at once', () => {
    expect(undertakenIn('Ulla Vik erbjuder sig att leda arbetet.')).toEqual([
      [['Ulla Vik'], 'leda arbetet', undefined],
    ]);
    expect(undertakenIn('Samtliga ser över sina rutiner omgående.')).toEqual([
      [['Samtliga'], 'ser över sina rutiner', null],
    ]);
    expect(undertakenIn('Samtliga ser över sina rutiner varje år.')).toEqual([]);
  });
});

describe('conditions', () => {
  it('what a task depends on is no part of who has it or of what it is', () => {
    expect(
      undertakenIn(
        'Styrgruppen ger avtalsgruppen i uppdrag att, under förutsättning att alla antar avtalet, påbörja rekryteringen senast i maj 2022.',
      ),
    ).toEqual([[['avtalsgruppen'], 'påbörja rekryteringen', '2022-05-31']]);
  });

  it('a body which has something done by a day has taken it on', () => {
    expect(undertakenIn('Analysenheten tar fram ny statistik senast den 31 oktober 2022.')).toEqual(
      [[['Analysenheten'], 'tar fram ny statistik', '2022-10-31']],
    );
    expect(undertakenIn('Analysenheten tar fram ny statistik varje månad.')).toEqual([]);
  });
});

describe('how a task is given', () => {
  it.each<[string, string[], string]>([
    [
      'Uppdraget att enas om begrepp ges till strategerna i Alby.',
      ['strategerna i Alby'],
      'enas om begrepp',
    ],
    [
      'På ordförandens förslag uppdras åt direktören att redovisa läget.',
      ['direktören'],
      'redovisa läget',
    ],
    ['Det ges i uppdrag åt kansliet att se över planen.', ['kansliet'], 'se över planen'],
    [
      'Styrgruppen ger under sittande möte beredningsgruppen i uppdrag att kartlägga stödet.',
      ['beredningsgruppen'],
      'kartlägga stödet',
    ],
    [
      'Kansliet ges i uppdrag att ta fram en bild; senast den 25 mars ska den finnas hos rådet.',
      ['Kansliet'],
      'ta fram en bild',
    ],
  ])('%s', (sentence, assignees, task) => {
    const { assignments } = noteWith(sentence);
    expect(assignments.map((one) => [one.kind, one.assignees, one.task])).toEqual([
      ['uppdrag', assignees, task],
    ]);
  });
});

describe('offices and firm days', () => {
  it.each<[string, string[], string]>([
    [
      'Region Skånes hälso- och sjukvårdsdirektör och kommunförbundets direktör tar fram ett underlag före den 1 juni 2022.',
      ['Region Skånes hälso- och sjukvårdsdirektör', 'kommunförbundets direktör'],
      'tar fram ett underlag',
    ],
    [
      'Ida Ek beskriver läget på boendena senast den 6 maj.',
      ['Ida Ek'],
      'beskriver läget på boendena',
    ],
    [
      'Åtgärd: Projektgruppen tar med sig frågan hem.',
      ['Projektgruppen'],
      'tar med sig frågan hem',
    ],
  ])('%s', (sentence, assignees, task) => {
    expect(undertakenIn(sentence).map(([who, what]) => [who, what])).toEqual([[assignees, task]]);
  });

  it('are none where somebody describes how things are', () => {
    expect(undertakenIn('Ida Ek beskriver läget på boendena under våren.')).toEqual([]);
  });

  it('may be reported to whom the next sentence names', () => {
    const { assignments } = noteWith(
      'Styrgruppen ger strategen i uppdrag att ta fram en mall. Mallen redovisas för presidiet den 24 april 2022.',
    );
    expect(assignments.map(({ reportTo, due }) => [reportTo, due?.latest])).toEqual([
      ['presidiet', '2022-04-24'],
    ]);
  });
});

describe('an undertaking beside other clauses', () => {
  it.each<[string, [string[], string, string | null | undefined][]]>([
    [
      'Ida Ek har fått fel behörighet och kontaktar supporten.',
      [[['Ida Ek'], 'kontaktar supporten', undefined]],
    ],
    [
      'Bo Lind svarar att bemanningen avgör och återkommer i frågan senast i maj 2022.',
      [[['Bo Lind'], 'återkommer i frågan', '2022-05-31']],
    ],
    ['Ida svarar att bemanningen avgör och återkommer.', [[['Ida'], 'återkommer', undefined]]],
    ['Ida Ek fortsätter bevaka frågan.', [[['Ida Ek'], 'fortsätter bevaka frågan', undefined]]],
    [
      'Ida Ek tar upp frågan om en mobil enhet med chefsläkaren.',
      [[['Ida Ek'], 'tar upp frågan om en mobil enhet med chefsläkaren', undefined]],
    ],
    [
      'En ansökan skulle kunna göras hos Vinnova och Ida Ek tar med sig frågan till nätverket.',
      [[['Ida Ek'], 'tar med sig frågan till nätverket', undefined]],
    ],
    ['Kostnaderna har ökat och fortsätter öka.', []],
    ['Ida Ek berättade att kommunen utreder frågan och återkommer.', []],
    ['Ida Ek har kontaktat supporten och fått svar.', []],
  ])('"%s"', (sentence, expected) => {
    expect(undertakenIn(sentence)).toEqual(expected);
  });
});

describe('an uppdrag in a decision', () => {
  const given = (point: string): [string[], string, string | null | undefined, string | null][] =>
    noteWith(`Ställningstagande:\n- ${point}`).assignments.map(
      ({ assignees, task, due, reportTo }) => [assignees, task, due?.latest, reportTo],
    );

  it('is given to whom a relative clause tells', () => {
    expect(
      given(
        'Styrgruppen återremitterar frågan om priset till beredningsgruppen, som får i uppdrag att före årsskiftet redovisa två förslag.',
      ),
    ).toEqual([[['beredningsgruppen'], 'redovisa två förslag', '2022-12-31', null]]);
  });

  it('is told without what stands between commas after "att", but not without its day', () => {
    expect(
      given('Styrgruppen ger Ida Ek i uppdrag att, efter samråd med facken, ta fram en plan.'),
    ).toEqual([[['Ida Ek'], 'ta fram en plan', undefined, null]]);
    expect(
      given('Styrgruppen ger Ida Ek i uppdrag att, senast den 1 juni 2022, ta fram en plan.'),
    ).toEqual([[['Ida Ek'], 'ta fram en plan', '2022-06-01', null]]);
  });

  it('goes to whom its outcome is sent, in a sentence of its own or after "vilket"', () => {
    expect(
      given(
        'Styrgruppen ger Ida Ek i uppdrag att skriva en rutin. Rutinen skickas till nätverket senast i maj 2022.',
      ),
    ).toEqual([[['Ida Ek'], 'skriva en rutin', '2022-05-31', 'nätverket']]);
    expect(undertakenIn('Ida Ek tar reda på priset, vilket rapporteras till Bo Lind.')).toEqual([
      [['Ida Ek'], 'tar reda på priset', undefined],
    ]);
  });

  it('leaves other days in its point as milestones', () => {
    const { assignments, milestones } = noteWith(
      'Ställningstagande:\n- Styrgruppen ger Ida Ek i uppdrag att ta fram en rutin. Ett utkast skickas ut för synpunkter före midsommar 2022. En färdig rutin ska föreligga senast den 31 oktober 2022.',
    );
    expect(assignments.map(({ due }) => due?.latest)).toEqual(['2022-10-31']);
    expect(milestones.map(({ label }) => label)).toEqual(['Ett utkast skickas ut för synpunkter']);
  });
});

describe('a dash in a point', () => {
  it('opens what another one closes, and is no bullet', () => {
    const { decisions } = noteWith(
      'Beslut:\n• Styrgruppen ger Ida Ek och Bo Lind i uppdrag att\n– med hjälp av juristen – beskriva gränsen.\n• Styrgruppen noterar rapporten.',
    );
    expect(decisions.map(({ text }) => text)).toEqual([
      'Styrgruppen ger Ida Ek och Bo Lind i uppdrag att – med hjälp av juristen – beskriva gränsen.',
      'Styrgruppen noterar rapporten.',
    ]);
  });
});

describe('a body with a deadline', () => {
  it('undertakes what its office does, and nothing where it decides', () => {
    expect(undertakenIn('Koncernkontoret ser över rutinen före sommaren 2022.')).toEqual([
      [['Koncernkontoret'], 'ser över rutinen', '2022-05-31'],
    ]);
    expect(undertakenIn('Rådet bordlägger ärendet till nästa möte.')).toEqual([]);
  });
});

describe('what is said before the day', () => {
  it.each([
    ['Ulla Vik för dialog med bolaget om reservdelar senast den 14 mars.', '2022-03-14'],
    ['Ulla Vik kartlägger vilka kommuner som saknar samordnare senast i maj.', '2022-05-31'],
    [
      'Kommunförbundets direktör kartlägger antalet utbildade handledare under kvartal 2.',
      '2022-06-30',
    ],
    ['Projektledaren ser över avtalen om lokaler omgående.', null],
  ])('"%s"', (sentence, latest) => {
    expect(undertakenIn(sentence).map(([, , until]) => until)).toEqual([latest]);
  });

  it('is somebody else’s where a clause begins', () => {
    expect(undertakenIn('Ulla Vik visar hur Bo ordnar köer senast den 14 mars.')).toEqual([]);
    expect(undertakenIn('Ulla Vik ringer om kommunen vill senast den 14 mars.')).toHaveLength(1);
  });
});

describe('deeds of a person', () => {
  it.each([
    'Ulla Vik kontrollerar vilka som kan bemanna jouren.',
    'Ulla Vik anmäler rådets ledamöter till konferensen.',
    'Ulla Vik tar upp kostnaden för bussar med kommuncheferna.',
    'Ulla Vik lyfter ärendena i kommunens trygghetsråd.',
    'Ulla Vik framför rådets tack till Trafikverket.',
    'Ulla Vik ber juristen om ett utlåtande.',
    'Ulla Vik arbetar in synpunkterna i årshjulet.',
    'Ulla Vik ser till att nycklarna kommer tillbaka.',
    'Ulla Vik tipsar gruppen om en bra föreläsare senast måndag.',
    'Ulla Vik går igenom listan före sommaren.',
  ])('"%s"', (sentence) => {
    expect(undertakenIn(sentence).map(([who]) => who)).toEqual([['Ulla Vik']]);
  });

  it.each([
    'Ulla Vik tar upp bristen på platser i Lidby.',
    'Ulla Vik anmäler en övrig fråga om hörslingor.',
    'Ulla Vik ber att få veta vad det kostar.',
    'Ulla Vik klargör att regionen inte betalar.',
    'Ulla Vik går igenom listan från årsskiftet.',
  ])('none in "%s"', (sentence) => {
    expect(undertakenIn(sentence)).toEqual([]);
  });
});

describe('what a proposal says', () => {
  it('is given to nobody yet', () => {
    expect(
      undertakenIn(
        'Utvärderingen har en lista med förslag, bland annat att kommunerna får i uppdrag att utse ombud.',
      ),
    ).toEqual([]);
  });
});

describe('undertakings in few words', () => {
  it.each([
    ['Han kontaktar larmcentralen för att få ut loggarna från juli månad.', ['Han'], null],
    [
      'Det gör vi inte i år, men Bo Lind återkommer med ett förslag senast den 3 maj.',
      ['Bo Lind'],
      '2022-05-03',
    ],
    ['Bo Lind tar in en offert till. Klart senast den 9 maj.', ['Bo Lind'], '2022-05-09'],
    [
      'Bo Lind får i uppdrag att skriva ett utkast senast sista maj 2022.',
      ['Bo Lind'],
      '2022-05-31',
    ],
  ])('%s', (sentence, who, latest) => {
    expect(undertakenIn(sentence).map(([assignees, , due]) => [assignees, due ?? null])).toEqual([
      [who, latest],
    ]);
  });

  it("are nobody's where an authority decides, or somebody raises a question", () => {
    expect(
      undertakenIn('Livsmedelsverket fattar de slutliga besluten senast i juni 2022.'),
    ).toEqual([]);
    expect(undertakenIn('Bo Lind tar upp snöröjningen vid hållplatserna.')).toEqual([]);
  });

  it('name who does it before a dash', () => {
    expect(
      noteWith(
        'Att göra\n- Ida – delar sin mall\n- Bo och Siv – skriver ett utkast',
      ).assignments.map(({ assignees, task }) => [assignees, task]),
    ).toEqual([
      [['Ida'], 'delar sin mall'],
      [['Bo', 'Siv'], 'skriver ett utkast'],
    ]);
  });
});

describe('several who do several things', () => {
  it('are all told, and so is the first thing', () => {
    expect(
      noteWith(
        'Siv Holm och Bo Lind läser utkastet och lämnar synpunkter senast den 9 maj.',
      ).assignments.map(({ assignees, task }) => [assignees, task]),
    ).toEqual([[['Siv Holm', 'Bo Lind'], 'läser utkastet och lämnar synpunkter']]);
  });
});
