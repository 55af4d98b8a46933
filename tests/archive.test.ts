/** The archive, by the program as it is built: imports that are killed, doubled, interrupted, refused. */
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
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
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { LogEntry, Meeting } from '../src/index.js';
import { openArchive } from '../src/archive/index.js';
import { encode } from './helpers.js';
import { generatedNote, writeNotes } from './generate.js';
import { BIN, countsIn, type Ran, useProgram } from './program.js';

const LONG = 300_000;
const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
const program = useProgram();
const { sro, start, json, note } = program;
/** In a process of its own: SQLite lets go of an archive when the process ends, not always when it is closed. */
const alone = (...argv: string[]): Promise<Ran> => start(...argv).ended;

describe('sro import', () => {
  it('gives every file an outcome, and the counts add up to the files seen', async () => {
    cpSync('seeds', join(program.folder, 'notes'), { recursive: true });
    cpSync('fixtures/inte-anteckningar', join(program.folder, 'notes/other'), { recursive: true });
    note('notes/empty.txt', '');
    note('notes/picture.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 0]));
    const { out, code } = await sro('import', 'notes', '--report', 'report.ndjson');
    const { files, ...counts } = countsIn(out);
    expect(code).toBe(1);
    expect(Object.values(counts).reduce((sum, n) => sum + n, 0)).toBe(files);
    expect(counts).toMatchObject({ unreadable: 1, skipped: 5 });
    const report = readFileSync(join(program.folder, 'report.ndjson'), 'utf8').trim().split('\n');
    expect(report).toHaveLength(files ?? 0);
    expect(countsIn((await sro('status')).out)).toMatchObject(counts);
  });

  it('knows duplicates in another encoding, later versions, and changed files', async () => {
    const text = generatedNote(1);
    note('a.txt', text);
    expect(countsIn((await sro('import', '.')).out)).toMatchObject({ imported: 1 });
    note('b.txt', encode(text, 'windows-1252'));
    note('a-justerad.txt', text.replace('Stadshuset', 'Rådhuset'));
    expect(countsIn((await sro('import', '.')).out)).toMatchObject({
      unchanged: 1,
      duplicate: 1,
      version: 1,
    });
    const [shown] = (await json<Meeting[]>('export', '-')).map(
      (one) => (one as unknown as { record: Meeting }).record,
    );
    expect(shown?.id).toBe('gb01-2005-01-02');
    note('a.txt', text.replace('13.00', '14.00'));
    expect(countsIn((await sro('import', '.')).out)).toMatchObject({ updated: 1 });
    expect((await json<{ fields: { field: string }[] }[]>('diff'))[0]?.fields[0]?.field).toBe(
      'startTime',
    );
  });

  it('reads nothing again that has not changed, and finds what was touched the same', async () => {
    writeNotes(program.folder, 0, 20);
    await sro('import', '.');
    const touched = join(program.folder, '0000/note-000003.txt');
    utimesSync(touched, new Date(), new Date());
    expect(countsIn((await sro('import', '.')).out)).toMatchObject({ unchanged: 20 });
  });

  it(
    'goes on where it was killed, twenty times: nothing lost, nothing doubled',
    { timeout: LONG },
    async () => {
      writeNotes(program.folder, 0, 2000);
      for (let time = 0; time < 20; time += 1) {
        const { child, ended } = start('import', '.');
        await pause(250 + ((time * 137) % 900));
        child.kill('SIGKILL');
        await ended;
      }
      const { out, code } = await sro('import', '.');
      expect(code).toBe(0);
      const counts = countsIn(out);
      expect((counts['imported'] ?? 0) + (counts['unchanged'] ?? 0)).toBe(2000);
      const archive = await openArchive(join(program.folder, 'sro.db'), 'read');
      const count = (sql: string): unknown => Object.values(archive.get(sql) ?? {})[0];
      expect(count('SELECT count(*) FROM notes')).toBe(2000);
      expect(count('SELECT count(*) FROM files')).toBe(2000);
      expect(count('SELECT count(*) FROM entries')).toBe(2000);
      expect(count('SELECT count(DISTINCT note) FROM passages')).toBe(2000);
      expect(count('PRAGMA integrity_check')).toBe('ok');
      archive.close();
    },
  );

  it('waits for another import and says so', { timeout: LONG }, async () => {
    writeNotes(program.folder, 0, 300);
    const first = start('import', '.');
    while (!existsSync(join(program.folder, 'sro.db-import'))) await pause(20);
    const second = start('import', '.');
    const [one, other] = await Promise.all([first.ended, second.ended]);
    expect([one.code, other.code]).toEqual([0, 0]);
    const both = [countsIn(one.out), countsIn(other.out)];
    expect(both.map((counts) => counts['imported'] ?? 0).reduce((a, b) => a + b)).toBe(300);
    expect(one.err + other.err).toContain('Another import is writing');
    expect(existsSync(join(program.folder, 'sro.db-import'))).toBe(false);
  });

  it('ends cleanly when it is interrupted, and tells how to go on', { timeout: LONG }, async () => {
    writeNotes(program.folder, 0, 800);
    const { child, ended } = start('import', '.');
    // Reading has begun when somebody may import no longer.
    while (!existsSync(join(program.folder, 'sro.db-import'))) await pause(20);
    await pause(500);
    child.kill('SIGINT');
    const { code, out } = await ended;
    expect(code).toBe(130);
    expect(out).toContain('Import again to go on');
    expect(countsIn((await sro('import', '.')).out)['files']).toBe(800);
    expect(await json<LogEntry[]>('log', '--as-of', '2050-01-01')).toHaveLength(800);
  });

  it('ends on links that run in a circle, and reads what a link leads to once', async () => {
    mkdirSync(join(program.folder, 'a/b'), { recursive: true });
    note('a/note.txt', generatedNote(1));
    symlinkSync('..', join(program.folder, 'a/b/up'));
    symlinkSync('nowhere', join(program.folder, 'a/b/gone.txt'));
    const { out } = await sro('import', 'a');
    expect(countsIn(out)).toMatchObject({ imported: 1, unreadable: 1, files: 2 });
  });

  it('gives up one file that is too large, and reads the others', async () => {
    note('large.txt', generatedNote(1).repeat(400));
    note('small.txt', generatedNote(2));
    const { out } = await sro('import', '.', '--max-size', '100kB');
    expect(countsIn(out)).toMatchObject({ imported: 1, unreadable: 1 });
    expect((await sro('status', '--files')).out).toMatch(
      /large\.txt: it is larger than 100000 bytes: raise --max-size/u,
    );
  });

  it('gives up one file that takes too long, and reads the others', { timeout: LONG }, async () => {
    note('slow.txt', generatedNote(1).repeat(15_000));
    note('quick.txt', generatedNote(2));
    const counts = countsIn((await sro('import', '.', '--timeout', '8', '--jobs', '1')).out);
    expect(counts).toMatchObject({ imported: 1, unreadable: 1 });
    expect((await sro('status', '--files')).out).toContain('took longer than 8 seconds');
    expect(counts['files']).toBe(2);
  });

  it('replaces neither a note nor the archive by its report', async () => {
    note('a.txt', generatedNote(1));
    await sro('import', '.');
    for (const file of ['a.txt', 'sro.db']) {
      const before = readFileSync(join(program.folder, file));
      const { code, err } = await sro('import', '--report', file, 'a.txt');
      expect(code).toBe(2);
      expect(err).toMatch(/is no report|it is the archive/u);
      expect(readFileSync(join(program.folder, file)).equals(before)).toBe(true);
    }
    for (const name of ['r.csv', 'r.ndjson'])
      for (const time of ['first', 'second'])
        expect((await sro('import', '--report', name, 'a.txt')).code, `${name} ${time}`).toBe(0);
  });

  it('goes on from a copy that is still there when the first of two files is gone', async () => {
    mkdirSync(join(program.folder, 'old'));
    note('old/a.txt', generatedNote(1));
    await sro('import', '.');
    renameSync(join(program.folder, 'old'), join(program.folder, 'first'));
    cpSync(join(program.folder, 'first'), join(program.folder, 'old'), { recursive: true });
    await sro('import', '.');
    rmSync(join(program.folder, 'first'), { recursive: true });
    rmSync(join(program.folder, 'old'), { recursive: true });
    mkdirSync(join(program.folder, 'kept'));
    note('kept/a.txt', generatedNote(1));
    await sro('import', '.');
    expect((await json<{ path: string }[]>('search', 'mötet'))[0]?.path).toBe('kept/a.txt');
  });

  it.skipIf(process.getuid?.() === 0)('is read where it may not be written', async () => {
    note('a.txt', generatedNote(1));
    await sro('import', '.');
    chmodSync(join(program.folder, 'sro.db'), 0o444);
    chmodSync(program.folder, 0o555);
    const { out, code } = await sro('log', '--as-of', '2050-01-01');
    chmodSync(program.folder, 0o755);
    expect(code).toBe(0);
    expect(out).not.toBe('');
  });

  it('says what is wrong where it cannot write', async () => {
    note('a.txt', generatedNote(1));
    const { code, err } = await sro('import', '.', '--archive', 'no/such/folder/sro.db');
    expect(code).toBe(1);
    expect(err).toMatch(/^sro: .*sro\.db: it cannot be opened; check that the folder exists/u);
    note('other.db', 'no database at all, only words');
    expect((await sro('import', 'a.txt', '--archive', 'other.db')).err).toMatch(
      /no SQLite database/u,
    );
  });
});

const canMount =
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=100k', 'none', '/mnt']).status === 0;
if (canMount) spawnSync('umount', ['/mnt']);

describe.skipIf(!canMount)('on a small disk', () => {
  it(
    'undoes the open batch when the disk is full, and goes on when there is room',
    { timeout: LONG },
    async () => {
      const disk = join(program.folder, 'disk');
      mkdirSync(disk);
      writeNotes(join(program.folder, 'notes'), 0, 600);
      spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'none', disk]);
      try {
        // It ends at once: nothing waits for the time that a file may take, when files are read no more.
        const { code, err } = await alone(
          ...['import', 'notes', '--archive', 'disk/sro.db', '--timeout', '86400'],
        );
        expect(code).toBe(1);
        expect(err).toContain('the disk is full');
        spawnSync('mount', ['-o', 'remount,size=64m', disk]);
        const again = countsIn((await alone('import', 'notes', '--archive', 'disk/sro.db')).out);
        expect((again['imported'] ?? 0) + (again['unchanged'] ?? 0)).toBe(600);
        spawnSync('mount', ['-o', 'remount,ro', disk]);
        const refused = await alone('import', 'notes', '--archive', 'disk/sro.db');
        expect(refused.code).toBe(1);
        expect(refused.err).toMatch(/^sro: /u);
      } finally {
        spawnSync('umount', [disk]);
      }
    },
  );
});

describe('the log in the archive', () => {
  beforeEach(async () => {
    cpSync('fixtures/serier', join(program.folder, 'serier'), { recursive: true });
    await sro('import', 'serier');
  });

  it('is the log of the notes, on every day', async () => {
    for (const day of ['2019-06-01', '2022-03-01', '2023-09-15', '2027-01-01']) {
      const plain = (entries: LogEntry[]): unknown =>
        entries.map((entry) => ({
          ...entry,
          history: entry.history.map((step) => ({ ...step, path: null })),
        }));
      const archived = await json<LogEntry[]>('log', '--all', '--kind', 'all', '--as-of', day);
      const read = await json<LogEntry[]>(
        'log',
        'serier',
        '--all',
        '--kind',
        'all',
        '--as-of',
        day,
      );
      expect(plain(archived)).toEqual(plain(read));
      expect(archived.length).toBeGreaterThan(0);
    }
  });

  it('keeps what is entered by hand through re-imports, and takes it back by adding', async () => {
    const [first] = await json<LogEntry[]>('log', '--as-of', '2030-01-01');
    const id = first?.id ?? '';
    expect(
      (await sro('done', id, '--date', '2025-01-01', '--by', 'Anna', '--why', 'klart')).code,
    ).toBe(0);
    expect((await sro('done', id)).err).toContain('closed already');
    await sro('import', 'serier');
    const shown = await json<LogEntry>('show', id, '--as-of', '2030-01-01');
    expect(shown.status).toBe('done');
    expect(shown.history.at(-1)).toMatchObject({
      event: 'completed',
      origin: 'manual',
      by: 'Anna',
      date: '2025-01-01',
    });
    expect((await sro('undo')).code).toBe(0);
    expect(await json<LogEntry>('show', id, '--as-of', '2030-01-01')).toMatchObject({
      status: 'open',
    });
    expect((await sro('undo')).err).toContain('nothing to take back');
  });

  it('moves a deadline by Swedish words, and refuses what is none', async () => {
    const [first] = await json<LogEntry[]>('log', '--as-of', '2030-01-01');
    const id = first?.id ?? '';
    await sro('reschedule', id, '--due', 'före sommaren 2031', '--date', '2025-01-02');
    const moved = await json<LogEntry>('show', id, '--as-of', '2025-02-01');
    expect(moved).toMatchObject({ due: { latest: '2031-05-31' }, timing: 'upcoming' });
    expect(moved.history.at(-1)?.previousDue).toEqual(first?.due);
    expect((await json<LogEntry>('show', id, '--as-of', '2025-01-01')).due).toEqual(first?.due);
    const refused = await sro('reschedule', id, '--due', 'någon gång');
    expect(refused).toMatchObject({ code: 2 });
    expect(refused.err).toContain('no deadline that can be read');
  });

  it('corrects a record, keeps the reading, and tells when the note changes under it', async () => {
    const exported = await json<{ record: Meeting; files: { path: string }[] }[]>('export', '-');
    const one = exported.find(({ record }) => record.place !== null);
    const id = one?.record.id ?? '';
    expect((await sro('fix', id, 'place', 'Rätt rum')).code).toBe(0);
    expect((await sro('fix', id, 'date', 'i morgon')).code).toBe(2);
    expect((await sro('fix', id, 'nothing', 'x')).err).toContain('There is no field nothing');
    const file = join(program.folder, one?.files[0]?.path ?? '');
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace(one?.record.place ?? '', 'Ett annat rum'),
    );
    expect((await sro('import', 'serier')).err).toContain(
      'has changed under the correction of place',
    );
  });

  it('adds what the reading missed, where the note has its words, and takes it back', async () => {
    const exported = await json<{ record?: Meeting; files: { path: string }[] }[]>('export', '-');
    // No later note takes up what the last one says.
    exported.sort((a, b) => (b.record?.date ?? '').localeCompare(a.record?.date ?? ''));
    const one = exported.find(({ record }) => record?.agenda.some(({ text }) => text.length > 40));
    const { id = '', agenda = [] } = one?.record ?? {};
    const item = agenda.find(({ text }) => text.length > 40);
    const words = item?.text.split(/\s+/u).slice(0, 5).join(' ') ?? '';
    const member = { item: item?.number ?? item?.title, assignees: ['Kansliet'], text: words };
    const add = (list: string, value: unknown) =>
      sro('fix', id, `${list}.+`, typeof value === 'string' ? value : JSON.stringify(value));
    const task = 'ordnar med det som missades';
    expect((await add('assignments', { ...member, task, due: 'senast 2031-05-31' })).code).toBe(0);
    const [added] = (await json<LogEntry[]>('log', '--all', '--as-of', '2030-01-01')).filter(
      (entry) => entry.task === task,
    );
    expect(added).toMatchObject({ assignees: ['Kansliet'], due: { latest: '2031-05-31' } });
    const [first = 0, last = 0] = added?.history[0]?.lines ?? [];
    const path = join(program.folder, one?.files[0]?.path ?? '');
    const lines = readFileSync(path, 'utf8')
      .split('\n')
      .slice(first - 1, last);
    expect(lines.join(' ').replaceAll(/\s+/gu, ' ')).toContain(words);
    expect((await add('assignments', { ...member, task })).err).toContain('have that already');
    expect((await add('assignments', { text: 'Detta står ingenstans.' })).err).toContain(
      'does not say: "Detta står ingenstans."',
    );
    expect((await add('assignments', { ...member, text: `${words} `, item: '999' })).code).toBe(2);
    expect((await add('assignments', { text: words, lines: [1, 1] })).err).toContain(
      'lines is not told by hand',
    );
    expect((await add('participants', 'Anna')).err).toContain('is added as JSON');
    expect((await add('signatories', { name: 'Anna Ek' })).code).toBe(0);
    await sro('undo');
    await sro('undo');
    const left = await json<LogEntry[]>('log', '--all', '--as-of', '2030-01-01');
    expect(left.some((entry) => entry.task === task)).toBe(false);
  });

  it('takes a meeting out, keeps it out over an import, and puts it back', async () => {
    const meetings = async (): Promise<string[]> =>
      (await json<LogEntry[]>('log', '--all', '--as-of', '2030-01-01')).map(
        ({ meeting }) => meeting.id,
      );
    const [id = ''] = await meetings();
    const before = (await meetings()).filter((one) => one === id).length;
    expect((await sro('withdraw', id, '--why', 'ett utkast')).code).toBe(0);
    expect(await meetings()).not.toContain(id);
    expect((await sro('import', 'serier')).code).toBe(0);
    expect(await meetings()).not.toContain(id);
    // The notes again, with another blank at the end: every one is told of, and none is shown.
    const folder = join(program.folder, 'serier');
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
      if (file.endsWith('.txt')) appendFileSync(join(folder, file), '\n\nTack för idag.\n');
    expect((await sro('import', 'serier')).out).toMatch(/\d\s+\(of meetings that were taken out/u);
    expect(await meetings()).not.toContain(id);
    expect((await sro('withdraw', id)).err).toContain(`There is no meeting ${id}`);
    expect((await sro('status')).out).toContain('1 taken out');
    expect((await sro('journal', id)).out).toContain('uttaget');
    expect((await sro('audit')).code).toBe(0);
    await sro('undo');
    expect((await meetings()).filter((one) => one === id)).toHaveLength(before);
  });

  it('proves that nothing is missing, and shows a matter, as from the notes', async () => {
    const { code, out } = await sro('audit');
    expect(code).toBe(0);
    expect(out).toMatch(/UTAN FÖRKLARING\s+0\n/u);
    expect((await sro('matter', 'läkemedel')).code).toBe(0);
  });
});

describe('finding and handing on', () => {
  beforeEach(async () => {
    cpSync('seeds', join(program.folder, 'seeds'), { recursive: true });
    note(
      'one.txt',
      generatedNote(5).replace('Närvarande: ', 'Närvarande: Helene Skog, Vara kommun, '),
    );
    note(
      'other.txt',
      generatedNote(6).replace('Närvarande: ', 'Närvarande: Heléne Skog, Vara kommun, '),
    );
    await sro('import', '.');
  });

  it('finds parts of compounds, and tells å, ä and ö from a and o', async () => {
    note(
      'hits.txt',
      generatedNote(4).replace('Arbetet fortgår', 'Hälso- och sjukvårdsavtalet fortgår'),
    );
    await sro('import', '.');
    const hits = (
      words: string,
      ...more: string[]
    ): Promise<{ meeting: string; lines: number[] }[]> => json('search', words, ...more);
    expect(await hits('vårdsav')).toHaveLength(1);
    expect(await hits('vardsav')).toHaveLength(0);
    expect(await hits('VÅRDSAV')).toHaveLength(1);
    expect(await hits('vårdsav', '--since', '2006-01-01')).toHaveLength(0);
    expect((await hits('vårdsav'))[0]?.lines[0]).toBeGreaterThan(10);
    expect(await hits('_')).toHaveLength(0);
    expect(await hits('ÅR')).toEqual(await hits('år'));
    expect((await sro('search', '"')).code).toBe(0);
    expect((await sro('search', 'vårdsav OR NEAR(')).code).toBe(0);
  });

  it('suggests spellings as one, and counts them as one only when told so', async () => {
    const people = (): Promise<{ name: string; spellings: string[]; perhaps: string[] }[]> =>
      json('people', 'Skog');
    expect(await people()).toHaveLength(2);
    expect((await people())[0]?.perhaps).toEqual(['Heléne Skog']);
    const meetings = async (name: string): Promise<number> =>
      (await json<unknown[]>('search', 'mötet', '--person', name)).length;
    const apart = (await meetings('Helene Skog')) + (await meetings('Heléne Skog'));
    await sro('tie', 'Helene Skog', 'Heléne Skog');
    expect(await meetings('Heléne Skog')).toBe(apart);
    expect(await people()).toMatchObject([{ name: 'Helene Skog', spellings: ['Heléne Skog'] }]);
    await sro('untie', 'Helene Skog', 'Heléne Skog');
    expect(await people()).toHaveLength(2);
  });

  it('takes in again what it gave out: the same archive', async () => {
    const entries = await json<LogEntry[]>('log', '--as-of', '2030-01-01');
    await sro('note', entries[0]?.id ?? '', 'ett ord');
    const whole = (await sro('export', '-')).out;
    note('all.ndjson', whole);
    for (const format of ['json', 'yaml']) {
      await sro('export', format, '--format', format);
      note(`all.${format}`, (await sro('export', '-', '--format', format)).out);
    }
    for (const from of ['all.ndjson', 'all.json', 'all.yaml', 'json', 'yaml']) {
      expect((await sro('import', '--from-export', from, '--archive', `${from}.db`)).code).toBe(0);
      const { out, err, code } = await sro('export', '-', '--archive', `${from}.db`);
      expect({ err, code }, from).toEqual({ err: '', code: 0 });
      // Equal or not is enough: the whole of both is too much to read.
      expect(out === whole, from).toBe(true);
    }
    for (const [name, text] of [
      ['cut.ndjson', whole.split('\n').slice(0, -2).join('\n')],
      ['none.ndjson', ''],
    ] as const) {
      note(name, text);
      const { code, err } = await sro('import', '--from-export', name, '--archive', 'cut.db');
      expect(code, name).toBe(1);
      expect(err).toMatch(/cut off|holds nothing/u);
      expect(existsSync(join(program.folder, 'cut.db'))).toBe(false);
    }
    note('wrong.ndjson', '{"a":1}\n');
    expect(
      (await sro('import', '--from-export', 'wrong.ndjson', '--archive', 'w.db')).err,
    ).toContain('no part of an export');
  });

  it('answers the queries of docs/archive.md', async () => {
    const archive = await openArchive(join(program.folder, 'sro.db'), 'read');
    const queries = [...readFileSync('docs/archive.md', 'utf8').matchAll(/```sql\n([^`]+)```/gu)];
    expect(queries.length).toBeGreaterThan(5);
    const rows = queries.map(([, sql]) => archive.all(sql ?? '').length);
    // Nothing is unreadable here, and nothing was entered.
    expect(rows.filter((count) => count === 0)).toHaveLength(2);
    archive.close();
  });
});

describe('where the archive is', () => {
  it('finds the archive upward, by name, and by the environment', async () => {
    note('one.txt', generatedNote(5));
    await alone('import', '.');
    mkdirSync(join(program.folder, 'below/deep'), { recursive: true });
    const inside = spawnSync(process.execPath, [BIN, 'status'], {
      cwd: join(program.folder, 'below/deep'),
      encoding: 'utf8',
    });
    expect(inside.stdout).toContain(join(program.folder, 'sro.db'));
    renameSync(join(program.folder, 'sro.db'), join(program.folder, 'other.db'));
    expect((await alone('status')).err).toContain('There is no archive');
    expect((await alone('status', '--archive', 'other.db')).code).toBe(0);
  });
});
