/** The archive over the years: notes are corrected, moved and lost, journals meet, people slip on the keys. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { beforeEach, describe, expect, it } from 'vitest';
import { openArchive } from '../src/archive/index.js';
import type { LogEntry, Meeting } from '../src/index.js';
import { parsers } from '../parsers/index.js';
import { readJob } from '../src/archive/import/read.js';
import { generatedNote, shortNote, writeNotes } from './generate.js';
import { countsIn, useProgram } from './program.js';

const program = useProgram();
const { sro, json, note } = program;
const at = (name: string): string => join(program.folder, name);
const log = (...more: string[]): Promise<LogEntry[]> => json('log', '--all', ...more);
const onlyId = async (): Promise<string> => (await log())[0]?.id ?? '';

interface Exported {
  sro: string;
  record: Meeting;
  files: { path: string; outcome: string; duplicateOf: string | null }[];
}
const exported = async (): Promise<Exported[]> => json('export', '-');

describe('entries by hand', () => {
  beforeEach(async () => {
    note('a.txt', generatedNote(1));
    await sro('import', '.');
  });

  it('follow a task that is reworded, and say under which id', async () => {
    const id = await onlyId();
    await sro('note', id, 'underlaget är på väg');
    note('a.txt', generatedNote(1).replace('redovisa ärende 1', 'skriftligen redovisa ärende 1'));
    const { err } = await sro('import', '.');
    const now = await onlyId();
    expect(now).not.toBe(id);
    expect(err).toContain(`${id} is now ${now}`);
    expect((await sro('status')).out).toContain(`${id} is now ${now}`);
    for (const known of [id, now]) {
      const shown = await json<LogEntry>('show', known);
      expect(shown.history.at(-1)).toMatchObject({ event: 'noted', text: 'underlaget är på väg' });
    }
    expect((await sro('done', id)).code).toBe(0);
    expect((await log())[0]?.status).toBe('done');
  });

  it('stay with a task that a person corrects: its id is that of the words in the note', async () => {
    const id = await onlyId();
    await sro('done', id, '--by', 'Anna');
    const [entry] = await log();
    await sro('fix', entry?.meeting.id ?? '', 'assignments.a1.task', 'helt andra ord');
    await sro('fix', entry?.meeting.id ?? '', 'date', '2005-01-09');
    const [now, ...more] = await log();
    expect(more).toEqual([]);
    expect(now).toMatchObject({ id, task: 'helt andra ord', status: 'done' });
    expect(now?.meeting.date).toBe('2005-01-09');
    expect(await json('status')).toMatchObject({ loose: [], renamed: [] });
  });

  it('are told of where the assignment is no longer in the notes', async () => {
    const id = await onlyId();
    await sro('done', id, '--by', 'Anna');
    note('a.txt', generatedNote(1).replace(/^- GB01 ger .*$/mu, ''));
    expect((await sro('import', '.')).err).toContain(`${id} is no longer in the notes (gb01-`);
    expect((await sro('status')).out).toContain(`${id} is no longer in the notes`);
    const { code, err } = await sro('show', id);
    expect(code).toBe(1);
    expect(err).toContain('done 20');
    expect((await json<{ loose: { id: string }[] }>('status')).loose).toMatchObject([{ id }]);
  });

  it('pass to what a lost assignment has become, where a person says so', async () => {
    const id = await onlyId();
    await sro('done', id, '--by', 'Anna');
    note('a.txt', generatedNote(1).replace(/i uppdrag att .*$/mu, 'i uppdrag att bygga en bro.'));
    await sro('import', '.');
    const now = await onlyId();
    expect((await log())[0]?.status).toBe('open');
    expect((await sro('tie', id, id)).code).toBe(2);
    expect((await sro('tie', id, now)).code).toBe(0);
    expect(await log()).toMatchObject([{ id: now, status: 'done', tied: [] }]);
    expect(await json('status')).toMatchObject({ loose: [], renamed: [{ old: id, entry: now }] });
    await sro('untie', id, now);
    expect(await log()).toMatchObject([{ id: now, status: 'open' }]);
    expect(await json('status')).toMatchObject({ loose: [{ id }] });
  });

  it('are listed, and any of them can be taken back', async () => {
    const id = await onlyId();
    await sro('note', id, 'underlaget är på väg', '--by', 'Anna');
    await sro('done', id, '--why', 'beslut i presidiet');
    await sro('fix', (await log())[0]?.meeting.id ?? '', 'place', 'Skövde');
    const { out } = await sro('undo', '2', '--by', 'Bo');
    expect(out).toContain('slutfört (återtagen av rad 4)');
    expect((await log())[0]?.status).toBe('open');
    const lines = await json<{ id: number; action: string; undoneBy: number | null }[]>('journal');
    expect(lines.map(({ action, undoneBy }) => [action, undoneBy])).toEqual([
      ['note', null],
      ['done', 4],
      ['fix', null],
      ['undo', null],
    ]);
    expect((await sro('journal', id)).out).toContain('noterat underlaget är på väg\n      Anna');
    for (const [number, words] of [
      ['2', 'was taken back already'],
      ['4', 'takes another one back'],
      ['9', 'has no line 9'],
    ] as const) {
      const { code, err } = await sro('undo', number);
      expect(err).toContain(words);
      expect(code).toBe(2);
    }
  });

  it('do not pass to another assignment of the meeting', async () => {
    const text = generatedNote(1);
    const two = text.replace(
      /^(- GB01 ger .*)$/mu,
      '$1\n- GB01 ger kansliet i uppdrag att redovisa ärende 2 senast den 1 juni 2006.',
    );
    note('a.txt', two);
    await sro('import', '.');
    const entries = await log();
    expect(entries).toHaveLength(2);
    const first = entries.find(({ task }) => task.includes('ärende 1'))?.id ?? '';
    await sro('done', first);
    note('a.txt', two.replace(/^- GB01 ger förbundsdirektören .*$/mu, ''));
    expect((await sro('import', '.')).err).toContain(`${first} is no longer in the notes`);
    expect((await log()).map(({ status }) => status)).toEqual(['open']);
  });

  it('are refused for a day that cannot be, and where they would say nothing', async () => {
    const id = await onlyId();
    for (const [words, argv] of [
      ['has not come yet', ['done', id, '--date', '9999-01-01']],
      ['was given on 2005-01-02', ['done', id, '--date', '2005-01-01']],
      ['no words', ['note', id, ' ']],
      ['deadline of', ['reschedule', id, '--due', 'senast den 15 februari 2006']],
      ['no deadline that can be read', ['reschedule', id, '--due', 'någon gång']],
      ['No entry of the log', ['done', '']],
      ['neither an id', ['tie', 'Ingen Alls', 'Någon Annan']],
      ['are one already', ['tie', id, id]],
    ] as const) {
      const { code, err } = await sro(...argv);
      expect(err).toContain(words);
      expect(code, words).toBe(2);
    }
    await sro('done', id.toUpperCase(), '--date', '2006-03-01');
    const late = await sro('reopen', id, '--date', '2006-02-01');
    expect(late.err).toContain('was completed on 2006-03-01');
  });

  it('ties and unties only what is not so already', async () => {
    note('b.txt', generatedNote(2));
    await sro('import', '.');
    const [one, other] = (await log()).map(({ id }) => id);
    const pair = [one ?? '', other ?? ''];
    expect((await sro('untie', ...pair)).err).toContain('are not tied');
    expect((await sro('tie', ...pair)).code).toBe(0);
    expect((await sro('tie', ...pair)).err).toContain('are tied already');
    expect((await json<LogEntry>('show', one ?? '')).tied).toEqual([other]);
  });

  it('leave what the body says afterwards in the history', async () => {
    const id = await onlyId();
    await sro('done', id, '--date', '2005-02-01');
    const report = generatedNote(1)
      .replace('2005-01-02', '2005-03-02')
      .replace(/^2\. .*$/mu, '2. Lägesrapport om trygg utskrivning från sjukhus')
      .replace(/^- GB01 ger .*$/mu, '');
    note('b.txt', report);
    await sro('import', '.');
    const shown = await json<LogEntry>('show', id);
    expect(shown.history.map(({ event }) => event)).toEqual(['given', 'completed', 'reported']);
    expect(shown.status).toBe('done');
  });
});

describe('corrections', () => {
  beforeEach(async () => {
    note('a.txt', generatedNote(1));
    await sro('import', '.');
  });
  const id = 'gb01-2005-01-02';

  it('are seen by search, people, tables and the log, until they are undone', async () => {
    expect((await sro('fix', id, 'participants.#1.name', 'Berit Rättad')).code).toBe(0);
    expect((await sro('fix', id, 'agenda.2.title', 'Lägesrapport om hästavel')).code).toBe(0);
    expect(await json<unknown[]>('search', 'hästavel')).toHaveLength(1);
    expect((await sro('people', 'Rättad')).out).toContain('Berit Rättad');
    await sro('export', 'tables', '--format', 'csv');
    expect(readFileSync(at('tables/participants.csv'), 'utf8')).toContain('Berit Rättad');
    expect((await log())[0]?.item.title).toBe('Lägesrapport om hästavel');
    await sro('undo');
    expect(await json<unknown[]>('search', 'hästavel')).toHaveLength(0);
    expect((await exported())[0]?.record.agenda[1]?.title).toContain('trygg utskrivning');
  });

  it('stand until undone where the note changes under them, and status says so', async () => {
    await sro('fix', id, 'place', 'Rådhuset');
    note('a.txt', generatedNote(1).replace('Stadshuset', 'Folkets hus'));
    await sro('import', '.');
    expect((await sro('status')).out).toContain('changed under the correction of place');
    const shown = await json<{ overtaken: { field: string }[] }>('status');
    expect(shown.overtaken).toMatchObject([{ field: 'place' }]);
  });

  it('leave alone what the program answers for, and tell which keys there are', async () => {
    for (const field of ['id', 'source.path', 'decisions.d1.lines', 'era', 'assignments.a1.id'])
      expect((await sro('fix', id, field, 'x')).err, field).toContain('not corrected by hand');
    expect((await sro('fix', id, 'agenda.9.title', 'x')).err).toContain('agenda of gb01');
    expect((await sro('fix', id, 'agenda.9.title', 'x')).err).toContain('has 1, 2, 3');
    expect((await sro('fix', id, 'place', 'Stadshuset, rum 1')).err).toContain('already');
  });
});

describe('corrections of what is listed', () => {
  const id = 'gb01-2005-01-02';
  const second = async (): Promise<Meeting['participants'][number] | undefined> =>
    (await exported())[0]?.record.participants[1];

  beforeEach(async () => {
    note('a.txt', generatedNote(1));
    await sro('import', '.');
  });

  it('keep to whom they are about when somebody is found before', async () => {
    const name = (await second())?.name ?? '';
    await sro('fix', id, 'participants.#2.role', 'sekreterare');
    note('a.txt', generatedNote(1).replace('Närvarande: ', 'Närvarande: Ny Person, Tjörn, '));
    await sro('import', '.');
    const found = await json<{ name: string; offices: { role: string | null }[] }[]>('people');
    const roles = found.flatMap((one) => one.offices.map(({ role }) => [one.name, role]));
    expect(roles).toContainEqual([name, 'sekreterare']);
    expect(roles.filter(([, role]) => role === 'sekreterare')).toHaveLength(1);
  });

  it('put a deadline as a whole, in words, and no part of it', async () => {
    const part = await sro('fix', id, 'assignments.a1.due.latest', '2027-01-01');
    expect(part.err).toContain('with the rest of it');
    expect((await sro('fix', id, 'assignments.a1.due', 'nonsens')).code).toBe(2);
    expect((await sro('fix', id, 'assignments.a1.due', 'senast i maj 2027')).code).toBe(0);
    expect((await log())[0]?.due).toMatchObject({
      text: 'senast i maj 2027',
      latest: '2027-05-31',
    });
    expect((await sro('journal')).out).toContain('”senast i maj 2027” (/2027-05-31)');
  });

  it('take one member out, and only that', async () => {
    expect(await log()).toHaveLength(1);
    expect((await sro('fix', id, 'assignments.a1', 'null', '--why', 'förslag')).code).toBe(0);
    expect(await log()).toHaveLength(0);
    await sro('undo');
    expect(await log()).toHaveLength(1);
    await sro('fix', id, 'participants.#2', 'null');
    expect(await json<unknown[]>('people')).toHaveLength(1);
  });

  it('refuse what cannot be, and name what can', async () => {
    const refused = async (field: string, value: string): Promise<string> => {
      const { code, err } = await sro('fix', id, field, value);
      expect(code, field).toBe(2);
      return err;
    };
    expect(await refused('form', 'digitalt')).toContain('"in-person"');
    expect(await refused('endTime', '01:00')).toContain('cannot end at 01:00');
    expect(await refused('assignments.a1.item', '77')).toContain('no item 77');
  });
});

describe('files over time', () => {
  it('stand under the name where they lie, not under a link or a copy', async () => {
    mkdirSync(at('notes/real'), { recursive: true });
    mkdirSync(at('notes/alias'));
    note('notes/real/b.txt', generatedNote(1));
    note('notes/real/b (1).txt', generatedNote(1));
    symlinkSync('../real', at('notes/alias/a'));
    await sro('import', 'notes');
    const [one] = await exported();
    expect(one?.files.map(({ path, duplicateOf }) => [path, duplicateOf])).toEqual([
      ['notes/real/b.txt', null],
      ['notes/real/b (1).txt', 'notes/real/b.txt'],
    ]);
  });

  it('are left alone where a program left them beside another file', async () => {
    note('a.txt', generatedNote(1));
    note('~$a.docx', 'Anna Berg');
    note('._a.txt', '\0\x05\x16\x07');
    const { out, code } = await sro('import', '.', '--report', 'r.ndjson');
    expect(countsIn(out)).toMatchObject({ imported: 1, skipped: 2 });
    expect(code).toBe(0);
    const rows = readFileSync(at('r.ndjson'), 'utf8').trim().split('\n');
    expect(rows.filter((row) => row.includes('a program left it beside'))).toHaveLength(2);
    // The report is not among what is read, and may be written again.
    const again = await sro('import', '.', '--report', 'r.ndjson');
    expect(countsIn(again.out)).toMatchObject({ unchanged: 1, skipped: 2 });
  });

  it('are looked into again where somebody asks for it', async () => {
    note('a.txt', generatedNote(1));
    utimesSync(at('a.txt'), 1e9, 1e9);
    await sro('import', '.');
    note('a.txt', generatedNote(1).replace('Stadshuset', 'Stadshotel'));
    utimesSync(at('a.txt'), 1e9, 1e9);
    expect(countsIn((await sro('import', '.')).out)).toMatchObject({ unchanged: 1 });
    expect(countsIn((await sro('import', '.', '--again')).out)).toMatchObject({ updated: 1 });
    expect(countsIn((await sro('import', '.', '--again')).out)).toMatchObject({ unchanged: 1 });
  });

  it('come from the disk: what comes by a pipe is refused', async () => {
    const { code, err } = await sro('import', '-');
    expect(code).toBe(2);
    expect(err).toContain('save it first');
  });

  it('say what is wrong in words, and which version leads', async () => {
    note('a.txt', generatedNote(1).replace('Datum: 2005-01-02', 'Datum: 31 november 2005'));
    note('b.txt', generatedNote(2));
    note('b-2.txt', generatedNote(2).replace('Stadshuset', 'Folkets hus'));
    await sro('import', '.');
    const { out } = await sro('status', '--files');
    expect(out).toMatch(
      /^review +a\.txt: date-missing: .+ day of the calendar: look at it line by line/mu,
    );
    expect(out).toMatch(
      /^version +b(?:-2)?\.txt: of gb02-2005-01-03: (?:it|b(?:-2)?\.txt) leads/mu,
    );
  });

  it('keep the note of a file that has gone, and tell of it', async () => {
    note('a.txt', generatedNote(1));
    note('b.txt', generatedNote(2));
    await sro('import', '.');
    rmSync(at('a.txt'));
    const { out, err } = await sro('import', '.');
    expect(err).toContain('a.txt: it is gone');
    expect(out).toContain('1  (gone: here before');
    expect((await sro('status', '--files')).out).toMatch(/^gone +a\.txt/mu);
    expect(await log()).toHaveLength(2);
    expect((await sro('import', '.')).err).not.toContain('gone');
    note('a.txt', generatedNote(1));
    await sro('import', '.');
    expect((await sro('status', '--files')).out).not.toMatch(/^gone/mu);
  });

  it('know a file that was moved', async () => {
    note('a.txt', generatedNote(1));
    await sro('import', '.');
    mkdirSync(at('new'));
    renameSync(at('a.txt'), at('new/a.txt'));
    await sro('import', '.', '--report', 'r.ndjson');
    const [row] = readFileSync(at('r.ndjson'), 'utf8').trim().split('\n');
    expect(JSON.parse(row ?? '')).toMatchObject({
      outcome: 'imported',
      reason: 'it was a.txt before',
    });
    expect((await exported())[0]?.record.source.path).toBe('new/a.txt');
    expect(await log()).toHaveLength(1);
  });

  it('put another file in the place of the first of a text when that one changes', async () => {
    for (const name of ['a.txt', 'b.txt', 'c.txt']) note(name, generatedNote(1));
    await sro('import', '.');
    note('a.txt', generatedNote(2));
    await sro('import', '.');
    const notes = (await exported()).filter((one) => one.sro === 'note');
    const first = notes.find(({ record }) => record.id === 'gb01-2005-01-02');
    expect(first?.record.source.path).toBe('b.txt');
    expect(first?.files.map(({ path, duplicateOf }) => [path, duplicateOf])).toEqual([
      ['b.txt', null],
      ['c.txt', 'b.txt'],
    ]);
  });

  it('keep the last record of a file that cannot be read any more', async () => {
    note('a.txt', generatedNote(1));
    await sro('import', '.');
    note('a.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 0]));
    const { err, code } = await sro('import', '.');
    expect(code).toBe(1);
    expect(err).toContain('the record of its last reading is kept');
    expect(await log()).toHaveLength(1);
    note('a.txt', 'Köp mjölk och bröd.');
    const emptied = await sro('import', '.');
    expect(emptied.code).toBe(0);
    expect(emptied.err).toMatch(/^a\.txt: .*the record of its last reading is kept/mu);
  });

  it('let the later of two notes of a meeting lead, from files as from the archive', async () => {
    note('b.txt', generatedNote(1));
    note('a.txt', generatedNote(1).replace('Stadshuset', 'Rådhuset'));
    utimesSync(at('b.txt'), new Date('2020-01-01'), new Date('2020-01-01'));
    utimesSync(at('a.txt'), new Date('2021-01-01'), new Date('2021-01-01'));
    await sro('import', '.');
    const leading = async (): Promise<(string | null | undefined)[]> => [
      (await log())[0]?.history[0]?.path,
      (await log('a.txt', 'b.txt'))[0]?.history[0]?.path,
    ];
    expect(await leading()).toEqual(['a.txt', 'a.txt']);
    utimesSync(at('b.txt'), new Date('2022-01-01'), new Date('2022-01-01'));
    await sro('import', '.');
    expect(await leading()).toEqual(['b.txt', 'b.txt']);
    note('b-kopia.txt', generatedNote(1).replace('Stadshuset', 'Rådhuset'));
    await sro('import', '.');
    expect(await leading()).toEqual(['b.txt', 'b.txt']);
  });

  it('import files whose names begin as the archive’s does', async () => {
    note('sro.db.txt', generatedNote(1));
    note('sro.db-notes.txt', generatedNote(2));
    expect(countsIn((await sro('import', '.')).out)).toMatchObject({ imported: 2, files: 2 });
  });

  it('say that the file has changed only where it has, and nothing where nothing was said', async () => {
    note('a.txt', generatedNote(1));
    await sro('import', '.');
    note('a.txt', generatedNote(1).replaceAll('\n', '\r\n'));
    await sro('import', '.');
    expect((await sro('diff')).out).toBe('No import has changed a record.\n');
    note('a.txt', generatedNote(1).replace('13.00', '14.00'));
    await sro('import', '.');
    expect((await sro('diff')).out).toContain('(the file has changed)');
  });
});

describe('slips of the keys', () => {
  it('make no archive of paths that name nothing', async () => {
    const { code, err } = await sro('import', 'notez', 'x/*.txt');
    expect(code).toBe(1);
    expect(err).toContain('notez: there is nothing of that name');
    expect(existsSync(at('sro.db'))).toBe(false);
    note('a.txt', generatedNote(1));
    const both = await sro('import', 'a.txt', 'notez');
    expect(both.code).toBe(1);
    expect(countsIn(both.out)).toMatchObject({ imported: 1, file: 1 });
    expect((await sro('status', '--files')).out).not.toContain('notez');
  });

  it('look at where the report goes before anything is read', async () => {
    note('a.txt', generatedNote(1));
    mkdirSync(at('folder'));
    for (const report of ['folder', 'no/such/report.csv']) {
      const { code, err } = await sro('import', 'a.txt', '--report', report);
      expect(code).toBe(2);
      expect(err).toContain('--report');
    }
    expect(existsSync(at('sro.db'))).toBe(false);
    const { out, err } = await sro('import', 'a.txt', '--report', '-');
    expect(JSON.parse(out)).toMatchObject({ path: 'a.txt', outcome: 'imported' });
    expect(err).toContain('1  file seen');
    expect((await sro('import', 'a.txt', '--report', '/dev/null')).code).toBe(0);
    expect(existsSync('/dev/null')).toBe(true);
  });

  it('bound threads and times', async () => {
    note('a.txt', generatedNote(1));
    expect((await sro('import', 'a.txt', '--jobs', '1000')).code).toBe(2);
    expect((await sro('import', 'a.txt', '--timeout', '0.001')).code).toBe(2);
  });

  it('refuse to export over other files', async () => {
    note('a.txt', generatedNote(1));
    await sro('import', '.');
    for (const target of ['a.txt', '.']) {
      const { code, err } = await sro('export', target);
      expect(code).toBe(2);
      expect(err).toMatch(/^sro: /u);
    }
  });

  it('tell of hits that are not shown, and of bodies that are not there', async () => {
    note('a.txt', generatedNote(1));
    await sro('import', '.');
    expect((await sro('search', 'GB01', '--limit', '1')).err).toContain('Only the first 1');
    expect((await sro('search', 'GB01', '--body', 'XX')).code).toBe(2);
    expect((await sro('search', 'GB01', '--era', 'nutid')).code).toBe(2);
    expect((await sro('log', '--body', 'XX')).err).toContain('No body in the archive is named');
    expect((await sro('log', '--body', 'gb01')).code).toBe(0);
    expect((await sro('log', '--assignee', 'Ingen')).out).toContain('(urval: --assignee Ingen)');
  });

  it('find a body by the name that it has in full, and people by more than one word', async () => {
    note('a.txt', generatedNote(1));
    await sro('import', '.');
    const [record] = await exported();
    const whole = record?.record.body?.fullName ?? '';
    expect(whole).not.toBe('');
    expect(await json<unknown[]>('search', 'ärende', '--body', whole)).not.toHaveLength(0);
    expect(await log('--body', whole)).toHaveLength(1);
    const [person] = await json<{ name: string }[]>('people');
    expect(await json<unknown[]>('people', ...(person?.name ?? '').split(' '))).toHaveLength(1);
  });

  it('say that names untied in a circle still hang together', async () => {
    for (const number of [1, 2, 3]) note(`${String(number)}.txt`, generatedNote(number));
    await sro('import', '.');
    const [a, b, c] = (await json<{ name: string }[]>('people')).map(({ name }) => name);
    for (const pair of [
      [a, b],
      [c, b],
      [c, a],
    ] as string[][])
      await sro('tie', ...pair);
    expect((await json<{ spellings: string[] }[]>('people', a ?? ''))[0]?.spellings).toHaveLength(
      2,
    );
    expect((await sro('untie', a ?? '', b ?? '')).out).toContain(`genom ${c ?? ''}`);
    await sro('untie', c ?? '', b ?? '');
    expect(await json('people', a ?? '')).toMatchObject([{ name: c, spellings: [a] }]);
  });

  it('give a table a file, the log and the journal too', async () => {
    note('a.txt', generatedNote(1));
    await sro('import', '.');
    await sro('note', await onlyId(), 'ett ord');
    expect((await sro('export', '-', '--format', 'csv')).code).toBe(2);
    expect((await sro('export', 'tables', '--format', 'csv')).err).toContain('files written to');
    expect(readFileSync(at('tables/journal.csv'), 'utf8')).toContain('ett ord');
    expect(readFileSync(at('tables/history.csv'), 'utf8')).toContain('manual');
    expect(readFileSync(at('tables/log.csv'), 'utf8')).toContain(await onlyId());
  });

  it('name either notes or an archive, and tell of entries by hand that notes do not know', async () => {
    note('a.txt', generatedNote(1));
    await sro('import', '.');
    expect((await sro('log', 'a.txt', '--archive', 'sro.db')).code).toBe(2);
    expect((await sro('log', 'a.txt')).err).toBe('');
    await sro('done', await onlyId());
    expect((await sro('log', 'a.txt')).err).toContain('1 rad');
  });

  it('take a deadline by the next meeting, and empty words for none', async () => {
    note('a.txt', `${generatedNote(1)}\nNästa möte: 9 november 2027\n`);
    await sro('import', '.');
    const id = await onlyId();
    expect((await sro('reschedule', id, '--due', 'nästa möte', '--by', ' ')).code).toBe(0);
    expect((await log())[0]?.due?.latest).toBe('2027-11-09');
    expect((await log())[0]?.history.at(-1)).toMatchObject({ by: null });
  });

  it('take no empty file for an archive', async () => {
    note('sro.db', '');
    const { code, err } = await sro('status');
    expect(code).toBe(1);
    expect(err).toContain('is empty');
    expect(readFileSync(at('sro.db'))).toHaveLength(0);
    note('a.txt', generatedNote(1));
    expect((await sro('import', 'a.txt')).out).toContain(`the archive is ${at('sro.db')}`);
  });

  it('tell of what is overdue even where something could not be read', async () => {
    note('a.txt', generatedNote(1));
    note('b.txt', 'Köp mjölk och bröd.');
    expect((await sro('log', '.', '--overdue', '--exit-code')).code).toBe(3);
    expect((await sro('log', '.')).code).toBe(1);
  });
});

describe('out and in again', () => {
  beforeEach(async () => {
    for (const name of ['a', 'b'] as const) {
      mkdirSync(at(name));
      note(`${name}/one.txt`, generatedNote(1));
      note(`${name}/readme.html`, '<p>no note</p>');
      await sro('import', name, '--archive', `${name}/sro.db`);
    }
  });
  const inArchive = (name: string): string[] => ['--archive', `${name}/sro.db`];
  const id = async (): Promise<string> => (await log(...inArchive('a')))[0]?.id ?? '';

  it('makes two journals one, each line once', async () => {
    const entry = await id();
    await sro('note', entry, 'från a', ...inArchive('a'));
    await sro('note', entry, 'från b', ...inArchive('b'));
    await sro('note', entry, 'ångrad', ...inArchive('a'));
    await sro('undo', ...inArchive('a'));
    note('a.ndjson', (await sro('export', '-', ...inArchive('a'))).out);
    const first = await sro('import', '--from-export', 'a.ndjson', ...inArchive('b'));
    expect(first.out).toContain('0 notes and 3 entries by hand taken up; 1 notes and 0 entries');
    expect(first.err).toContain(`${entry}: both archives have entries by hand`);
    const again = await sro('import', '--from-export', 'a.ndjson', ...inArchive('b'));
    expect(again.out).toContain('0 notes and 0 entries by hand taken up; 1 notes and 3 entries');
    const { history } = await json<LogEntry>('show', entry, ...inArchive('b'));
    expect(
      history
        .map(({ text }) => text)
        .slice(1)
        .toSorted(),
    ).toEqual(['från a', 'från b']);
  });

  it('keeps files that gave no note, and what was exported before', async () => {
    await sro('export', 'out', '--format', 'json', ...inArchive('a'));
    expect(readdirSync(at('out'))).toContain('files-without-notes.json');
    writeFileSync(at('out/own.json'), '{"mine":true}');
    rmSync(at('a/one.txt'));
    note('a/two.txt', generatedNote(2));
    await sro('import', 'a', ...inArchive('a'));
    await sro('export', 'out', '--format', 'yaml', ...inArchive('a'));
    expect(
      readdirSync(at('out'))
        .filter((name) => name.endsWith('.json'))
        .toSorted(),
    ).toEqual(['export.json', 'own.json']);
    expect((await sro('import', '--from-export', 'out', '--archive', 'c.db')).code).toBe(0);
    const status = async (...argv: string[]): Promise<unknown> => {
      const { files, gone, outcomes, meetings } = await json<Record<string, unknown>>(
        'status',
        ...argv,
      );
      return { files, gone, outcomes, meetings };
    };
    expect(await status('--archive', 'c.db')).toEqual(await status(...inArchive('a')));
  });

  it('refuses an export that was changed or cut, and leaves no archive behind', async () => {
    const whole = (await sro('export', '-', ...inArchive('a'))).out;
    note('changed.ndjson', whole.replace('Arbetet fortgår', 'Arbetet står stilla'));
    note('cut.ndjson', whole.slice(0, whole.length / 2));
    for (const name of ['changed', 'cut', 'missing']) {
      const { code, err } = await sro(
        'import',
        '--from-export',
        `${name}.ndjson`,
        '--archive',
        'c.db',
      );
      expect(code, name).toBeGreaterThan(0);
      expect(err).not.toContain('c.db');
      expect(existsSync(at('c.db')), name).toBe(false);
    }
  });

  it('takes an export from standard input', async () => {
    const { out } = await sro('export', '-', '--format', 'json', ...inArchive('a'));
    const { child, ended } = program.start('import', '--from-export', '-', '--archive', 'c.db');
    child.stdin?.end(out);
    expect((await ended).code).toBe(0);
    expect((await sro('export', '-', '--format', 'json', '--archive', 'c.db')).out).toBe(out);
  });

  it('brings an archive of the first tables up to date', async () => {
    const { FIRST } = await import('../src/archive/migrations/first.js');
    const { DatabaseSync } = await import('@photostructure/sqlite');
    const db = new DatabaseSync(at('old.db'));
    db.exec(`${FIRST}; PRAGMA application_id = ${String(0x73726f31)}; PRAGMA user_version = 1`);
    db.exec(`INSERT INTO runs (started, parser) VALUES ('2026-01-01T00:00:00Z', 'old')`);
    db.exec(`INSERT INTO notes (text_sha256, meeting, body_slug, parser, record, text)
      VALUES ('x', 'gb01-2005-01-02', 'gb01', 'old', '{}', 'text')`);
    db.exec(`INSERT INTO passages (text, note, kind) VALUES ('lägesrapport', 1, 'item')`);
    db.close();
    const archive = await openArchive(at('old.db'), 'read');
    expect(archive.get('SELECT rowid FROM passages')).toEqual({ rowid: 1_048_577 });
    expect(archive.all('SELECT uid, about FROM journal')).toEqual([]);
    archive.close();
  });

  it('brings an archive of the second step up to date', async () => {
    const { FIRST } = await import('../src/archive/migrations/first.js');
    const { SECOND } = await import('../src/archive/migrations/second.js');
    const { DatabaseSync } = await import('@photostructure/sqlite');
    const db = new DatabaseSync(at('second.db'));
    db.exec(
      `${FIRST}; ${SECOND}; PRAGMA application_id = ${String(0x73726f31)}; PRAGMA user_version = 2`,
    );
    db.close();
    const archive = await openArchive(at('second.db'), 'read');
    expect(
      archive.all(`SELECT name FROM sqlite_master WHERE name IN ('renamed_by_body', 'suggestions_by_body')
        ORDER BY name`),
    ).toEqual([{ name: 'renamed_by_body' }, { name: 'suggestions_by_body' }]);
    archive.close();
  });
});

describe('the log of a body', () => {
  it('is the same from files as from the archive, as a calendar and as an audit', async () => {
    cpSync('fixtures/serier/sro-2021-2023', at('serie'), { recursive: true });
    // A copy is audited twice where both files are named, and once in the archive.
    rmSync(at('serie/sro-2022-10-13-kopia.txt'));
    await sro('import', 'serie');
    const text = async (...argv: string[]): Promise<string> => (await sro(...argv)).out;
    const day = ['--as-of', '2023-01-15'];
    expect(await text('log', '--format', 'ics', ...day)).toBe(
      await text('log', 'serie', '--format', 'ics', ...day),
    );
    expect(await text('audit', '--format', 'ndjson')).toBe(
      await text('audit', 'serie', '--format', 'ndjson'),
    );
  });
});

describe('reading one file', () => {
  it('gives up a file that is being changed, and reads it when that is over', async () => {
    // Large, so that some of what is written falls into the time that reading it takes.
    note('a.txt', generatedNote(1) + 'Fotnot.\n'.repeat(4_000_000));
    const job = { path: at('a.txt'), name: 'a.txt', maxSize: 90_000_000, known: null };
    const writer = new Worker(
      `const { appendFileSync } = require('node:fs');
       const { parentPort, workerData } = require('node:worker_threads');
       parentPort.postMessage('begins');
       for (;;) appendFileSync(workerData, '.');`,
      { eval: true, workerData: at('a.txt') },
    );
    await once(writer, 'message');
    const during = await readJob(job, parsers);
    await writer.terminate();
    expect(during).toMatchObject({
      kind: 'unreadable',
      reason: 'it was being changed while it was read',
    });
    note('a.txt', generatedNote(1));
    expect(await readJob(job, parsers)).toMatchObject({ kind: 'note' });
  });
});

describe('many notes', () => {
  it('takes in ten thousand, and knows them all again', { timeout: 900_000 }, async () => {
    writeNotes(program.folder, 0, 10_000, 1000, shortNote);
    expect(countsIn((await sro('import', '.')).out)).toEqual({ imported: 10_000, files: 10_000 });
    expect(countsIn((await sro('import', '.')).out)).toEqual({ unchanged: 10_000, files: 10_000 });
    const { meetings, bodies } = await json<{ meetings: number; bodies: number }>('status');
    expect([meetings, bodies]).toEqual([10_000, 1000]);
    expect((await sro('log', '--format', 'ndjson')).out.split('\n')).toHaveLength(10_001);
  });
});
