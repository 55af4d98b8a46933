import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  audit,
  buildLog,
  findExpiring,
  findMatter,
  parseNote,
  readLog,
  sentencesIn,
} from '../src/index.js';
import { eventOf } from '../src/log/events.js';
import { logEntrySchema } from '../src/log/schema.js';
import { daysOverdue, timingOf } from '../src/log/timing.js';
import { learnAbbreviations, likeness, matterWords, stem } from '../src/log/words.js';
import { meetingsOf, newLogScore, scoreSeries, seriesIn } from '../src/score/logscore.js';
import type { DateWindow, Decision, Meeting } from '../src/record/schema.js';
import { hasRealNotes, meetingIn, meetingOf, notesIn, REAL_NOTES, sro } from './helpers.js';

const due = (earliest: string | null, latest: string | null): DateWindow => ({
  text: '',
  edtf: null,
  earliest,
  latest,
  inferred: false,
  rule: 'x',
});

describe('timing', () => {
  it.each([
    [due(null, '2026-01-10'), '2026-01-11', 'overdue', 1],
    [due(null, '2026-01-10'), '2026-01-10', 'upcoming', null],
    [due('2026-01-01', '2026-01-31'), '2026-01-15', 'due', null],
    [due('2026-02-01', '2026-02-28'), '2026-01-15', 'upcoming', null],
    [due('2026-01-01', null), '2026-01-15', 'due', null],
    [due(null, null), '2026-01-15', 'undated', null],
    [null, '2026-01-15', 'undated', null],
  ])('%j on %s is %s', (window, today, timing, over) => {
    expect([timingOf(window, today), daysOverdue(window, today)]).toEqual([timing, over]);
  });
});

describe('words of a matter', () => {
  it('endings, compounds and abbreviations', () => {
    expect(stem('tolkformedlingen')).toBe(stem('tolkformedling'));
    expect(likeness('vardmot', 'digitalvardmot')).toBeGreaterThan(0.5);
    expect(likeness('aldre', 'barn')).toBe(0);
    const abbreviations = learnAbbreviations([
      'Antalet samordnade individuella planer (SIP) varierar.',
    ]);
    expect(matterWords('Lägesrapport om SIP', abbreviations)).toEqual(
      matterWords('samordnade individuella planer'),
    );
  });
});

describe('what a decision does to an assignment', () => {
  const meeting = {
    ...meetingOf(
      'Mötesanteckning SRO\nDatum: 1 mars 2024\n\n1. Öppnande\nMötet öppnas.\n\n2. Slutrapport om tolkar\nText.\n',
    ),
    upcomingMeetings: [],
  } as Meeting;
  const event = (text: string): string | undefined => {
    const decision = {
      text,
      lines: [1, 1],
      actions: [] as Decision['actions'],
    } as unknown as Decision;
    return eventOf(decision, meeting.agenda[1], meeting)?.event;
  };
  it.each([
    ['SRO godkänner slutrapporten.', 'completed'],
    ['SRO konstaterar att uppdraget är slutfört.', 'completed'],
    ['SRO avslutar uppdraget.', 'completed'],
    ['SRO noterar slutrapporten.', undefined],
    ['SRO godkänner delrapporten.', undefined],
    ['SRO konstaterar att uppdraget ännu inte kan avslutas.', undefined],
    ['SRO beslutar att uppdraget utgår.', 'cancelled'],
    ['SRO återkallar uppdraget.', 'cancelled'],
    ['SRO återupptar uppdraget.', 'reopened'],
    [
      'SRO ställer sig bakom att tiden för uppdraget förlängs till och med juni 2024.',
      'rescheduled',
    ],
    ['SRO godkänner den förlängda tidsplanen.', 'rescheduled'],
    ['SRO ställer sig inte bakom den begärda förlängningen.', undefined],
  ])('%s → %s', (text, wanted) => {
    expect(event(text)).toBe(wanted);
  });
});

describe('series of meetings', () => {
  for (const folder of seriesIn('fixtures/serier')) {
    it(`${folder}: entries, timing and history are as written down`, () => {
      const score = newLogScore();
      scoreSeries(score, folder);
      expect(score.differences.filter((difference) => !difference.includes(' next '))).toEqual([]);
      expect(score.expected.f1).toBeGreaterThan(0.85);
      expect(score.expiring.wanted).toBeGreaterThan(0);
    });
  }

  it('entries fit their schema, and a closed one is never overdue', () => {
    for (const folder of seriesIn('fixtures/serier')) {
      for (const entry of buildLog(meetingsOf(folder), { today: '2030-01-01' })) {
        expect(logEntrySchema.parse(entry)).toEqual(entry);
        if (entry.status !== 'open')
          expect([entry.timing, entry.daysOverdue, entry.nextExpected]).toEqual([null, null, null]);
      }
    }
  });

  it('ids are the same when more notes come, and in any order', () => {
    const meetings = meetingsOf('fixtures/serier/sro-2021-2023');
    const ids = (of: readonly Meeting[]): string[] =>
      buildLog(of, { today: '2030-01-01' })
        .map(({ id }) => id)
        .sort();
    const all = ids(meetings);
    expect(new Set(all).size).toBe(all.length);
    expect(all).toEqual(ids([...meetings].reverse()));
    for (const id of ids(meetings.slice(0, 2))) expect(all).toContain(id);
  });

  it('versions of one meeting are one, the adjusted leads, and the log says so', () => {
    const { superseded } = readLog(meetingsOf('fixtures/serier/sro-2021-2023'), {
      today: '2030-01-01',
    });
    expect(
      superseded.map(({ meeting, by }) => [
        meeting.source.path.split('/').at(-1),
        by.source.path.split('/').at(-1),
      ]),
    ).toContainEqual(['sro-2021-09-30-utkast.txt', 'sro-2021-09-30-justerad.txt']);
  });

  it('meetings after today are not looked at', () => {
    const meetings = meetingsOf('fixtures/serier/sro-2021-2023');
    expect(buildLog(meetings, { today: '2021-02-10' })).toEqual([]);
  });
});

describe('agreements that expire', () => {
  it('a prolonged one gives way to the decision that prolongs it', () => {
    const found = findExpiring(meetingsOf('fixtures/serier/sro-2021-2023'), '2023-03-01');
    const laws = found.map(({ until, state }) => `${until} ${state}`);
    expect(laws).toContain('2023-12-31 running');
    expect(laws).not.toContain('2022-06-30 expired');
    expect(laws).toContain('2022-12-31 expired');
  });
});

describe('audit', () => {
  it('every deciding sentence of the samples and series is in the log or explained', () => {
    const paths = ['seeds', ...seriesIn('fixtures/serier')].flatMap((folder) => notesIn(folder));
    const texts = paths.flatMap((path) => {
      const { meeting, document } = parseNote(readFileSync(path), path);
      return meeting && document ? [{ meeting, sentences: sentencesIn(document) }] : [];
    });
    const rows = audit(texts);
    expect(texts.length).toBeGreaterThan(40);
    expect(rows.length).toBeGreaterThan(100);
    expect(
      rows
        .filter(({ where }) => where === 'unexplained')
        .map(({ path, text }) => `${path}: ${text}`),
    ).toEqual([]);
  });

  it('a decision taken out of the record is a gap', () => {
    const text =
      'Mötesanteckning SRO\nDatum: 1 mars 2024\nTid: 13.00\n\n1. Tolkar\nInformation\n\nBeslut: SRO godkänner planen.\n';
    const { meeting, document } = parseNote(Buffer.from(text), 'a.txt');
    if (!meeting || !document) throw new Error('not read');
    const sentences = sentencesIn(document);
    const places = (one: Meeting): string[] =>
      audit([{ meeting: one, sentences }]).map(({ where }) => where);
    expect(places(meeting)).toEqual(['decision']);
    expect(places({ ...meeting, decisions: [] })).toEqual(['unexplained']);
  });
});

describe.skipIf(!hasRealNotes)('the real notes (skipped where ../shared/seeds is missing)', () => {
  const meetings = (): Meeting[] => notesIn(REAL_NOTES).map((path) => meetingIn(path));
  it.each([
    'primärvårdsuppdraget',
    'välfärdsteknik',
    'samverkansstruktur',
    'hälso- och sjukvårdsavtalet',
  ])('the matter of 2021 "%s" is found again', (query) => {
    const found = findMatter(meetings(), query);
    expect(found.map(({ meeting }) => meeting)).toContain('sro-2021-11-19');
    expect(
      found.some(({ meeting }) => meeting.startsWith('okand-') || meeting === 'sro-2022-11-24'),
    ).toBe(true);
  });

  it('the open uppdrag are those that the notes give', () => {
    const log = buildLog(meetings(), { today: '2026-01-15' }).filter(
      ({ kind }) => kind === 'uppdrag',
    );
    expect(
      log.map((entry) => [
        entry.meeting.date,
        entry.due?.latest,
        entry.timing,
        entry.assignees.length,
      ]),
    ).toEqual([
      ['2017-10-27', '2018-05-31', 'overdue', 2],
      ['2025-11-13', '2026-06-30', 'upcoming', 2],
    ]);
  });
});

describe('sro log and its kin', () => {
  const SERIES = 'fixtures/serier/sro-2021-2023';
  const at = ['--as-of', '2023-03-01'];
  it('options choose', async () => {
    const count = async (...options: string[]): Promise<number> =>
      (
        JSON.parse(
          (await sro(['log', SERIES, ...at, '--format', 'json', ...options])).out,
        ) as unknown[]
      ).length;
    expect(await count('--all')).toBe(5);
    expect(await count()).toBe(4);
    expect(await count('--overdue')).toBe(3);
    expect(await count('--assignee', 'fyrbodal')).toBe(1);
    expect(await count('--since', '2021-09-01')).toBe(2);
    expect(await count('--until', '2021-02-28')).toBe(1);
    expect(await count('--within', '30d')).toBe(3);
    expect(await count('--body', 'LGV')).toBe(0);
  });

  it('--exit-code says overdue with 3, an empty log is a sentence', async () => {
    expect((await sro(['log', SERIES, ...at, '--exit-code'])).code).toBe(3);
    const empty = await sro(['log', SERIES, '--as-of', '2021-01-01']);
    expect([empty.code, empty.out]).toEqual([0, expect.stringContaining('Inga öppna uppdrag')]);
  });

  it('csv opens in a Swedish Excel, formulas harmless', async () => {
    const { out } = await sro(['log', SERIES, ...at, '--format', 'csv']);
    expect(out.startsWith('\uFEFFId;Status;')).toBe(true);
    const { logCsv } = await import('../src/output/logcsv.js');
    const [entry] = buildLog(meetingsOf(SERIES), { today: '2023-03-01' });
    if (!entry) throw new Error('no entry');
    expect(logCsv([{ ...entry, task: '=1+1' }])).toContain("'=1+1");
  });

  it('ics has stable UIDs and a growing SEQUENCE', async () => {
    const ics = async (day: string): Promise<string[]> =>
      (await sro(['log', SERIES, '--as-of', day, '--all', '--format', 'ics'])).out.split('\r\n');
    const [early, late] = [await ics('2021-10-15'), await ics('2023-03-01')];
    const uids = (lines: string[]): string[] =>
      lines.filter((line) => line.startsWith('UID:uppdrag'));
    for (const uid of uids(early)) expect(uids(late)).toContain(uid);
    const sequence = (lines: string[]): number =>
      Math.max(
        ...lines.filter((line) => line.startsWith('SEQUENCE')).map((line) => Number(line.slice(9))),
      );
    expect(sequence(late)).toBeGreaterThan(sequence(early));
    for (const line of late) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  it('html is one page without anything from elsewhere, and escapes what notes say', async () => {
    const { out } = await sro(['log', SERIES, ...at, '--all', '--format', 'html']);
    expect(out).not.toMatch(/<script|https?:|<link|<img/iu);
    expect(out).toContain('Försenade');
    const { logHtml } = await import('../src/output/loghtml.js');
    const [entry] = buildLog(meetingsOf(SERIES), { today: '2023-03-01' });
    if (!entry) throw new Error('no entry');
    expect(logHtml([{ ...entry, task: '<b>x</b>' }], '2023-03-01')).toContain('&lt;b&gt;x');
  });

  it('md is a table', async () => {
    const { out } = await sro(['log', SERIES, ...at, '--format', 'md']);
    expect(out.split('\n').filter((line) => line.startsWith('| ')).length).toBe(5);
  });

  it('show, matter and audit', async () => {
    const [first] = JSON.parse((await sro(['log', SERIES, ...at, '--format', 'json'])).out) as {
      id: string;
    }[];
    const shown = await sro(['show', first?.id ?? '', SERIES, ...at]);
    expect([shown.code, shown.out.includes('Historik'), shown.out.includes('.txt:')]).toEqual([
      0,
      true,
      true,
    ]);
    expect((await sro(['show', 'zzzzz', SERIES, ...at])).code).toBe(2);
    const matter = await sro(['matter', 'tolkförmedling', SERIES]);
    expect(matter.out.match(/^20\d\d-/gmu)?.length).toBeGreaterThanOrEqual(4);
    const audited = await sro(['audit', 'seeds']);
    expect(audited.out).toContain('UTAN FÖRKLARING');
  });
});
