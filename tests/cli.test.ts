import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import type { Meeting } from '../src/index.js';
import { sro } from './helpers.js';

const SEED = 'seeds/2026-motesanteckning.txt';
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sro-'));
});
const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

describe('sro parse', () => {
  it('prints an object for one file, a list for more, one line a record as ndjson', async () => {
    const one = await sro(['parse', SEED]);
    expect(one.code).toBe(0);
    expect((JSON.parse(one.out) as Meeting).id).toBe('sro-2026-03-12');
    const all = await sro(['parse', 'seeds']);
    expect(JSON.parse(all.out)).toHaveLength(5);
    const lines = await sro(['parse', 'seeds/*.txt', '--format', 'ndjson']);
    expect(
      lines.out
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as Meeting).schemaVersion),
    ).toEqual([1, 1, 1, 1, 1]);
  });

  it('reads a file whose name is not valid UTF-8', async () => {
    const bytes = Buffer.concat([
      Buffer.from(join(folder, 'm')),
      Buffer.from([0xf6]),
      Buffer.from('te.txt'),
    ]);
    writeFileSync(bytes, readFileSync(SEED));
    const { out, code } = await sro(['parse', bytes.toString()]);
    expect(code).toBe(0);
    expect((JSON.parse(out) as Meeting).id).toBe('sro-2026-03-12');
    unlinkSync(bytes);
  });

  it('reads standard input', async () => {
    const { out, code } = await sro(['parse', '-'], { stdin: readFileSync(SEED, 'utf8') });
    expect(code).toBe(0);
    expect((JSON.parse(out) as Meeting).source.path).toBe('(stdin)');
  });

  it('yaml gives the same values, times quoted for old readers', async () => {
    const yaml = await sro(['parse', SEED, '--format', 'yaml']);
    const json = await sro(['parse', SEED]);
    expect(parseYaml(yaml.out, { version: '1.1' })).toEqual(JSON.parse(json.out));
    expect(yaml.out).toContain('startTime: "13:00"');
  });

  it('writes one file per note with --out', async () => {
    const out = join(folder, 'records');
    expect((await sro(['parse', 'seeds', '--out', out])).code).toBe(0);
    expect(readdirSync(out)).toHaveLength(5);
  });

  it('--explain shows what every line became', async () => {
    const { out } = await sro(['parse', SEED, '--explain']);
    const lines = out.split('\n').filter((line) => /\S/u.test(line.replace(/^\s*\d+/u, '')));
    expect(lines.length).toBeGreaterThan(100);
    expect(lines.filter((line) => line.includes('NOT CLAIMED'))).toEqual([]);
  });

  it('--era overrides the identification, and knows the eras', async () => {
    const path = file('list.txt', 'Köplista\nmjölk\nbröd\n');
    expect((await sro(['parse', path])).code).toBe(1);
    expect(
      (JSON.parse((await sro(['parse', path, '--era', 'motesanteckning'])).out) as Meeting).era,
    ).toBe('motesanteckning');
    expect((await sro(['parse', path, '--era', 'okand'])).code).toBe(2);
  });
});

describe('bad input', () => {
  const cases: [string, () => string, string][] = [
    ['an empty file', () => file('empty.txt', ''), 'input-empty'],
    ['blank lines only', () => file('blank.txt', '\n \n\f\n'), 'input-empty'],
    ['a PDF', () => file('a.pdf', '%PDF-1.7\n\u0000'), 'file-unreadable'],
    [
      'binary bytes',
      () =>
        file(
          'b.txt',
          Uint8Array.from({ length: 999 }, (_, at) => (at * 37) % 256),
        ),
      'input-binary',
    ],
    ['a note of no kind', () => file('c.txt', 'Hej!\nVi ses på fredag.\n'), 'not-a-note'],
    ['a missing path', () => join(folder, 'nowhere.txt'), 'file-unreadable'],
    ['a glob without a match', () => join(folder, 'nothing-*.xyz'), 'file-unreadable'],
  ];
  it.each(cases)('%s: one clear line, nothing on stdout, exit 1', async (_, path, code) => {
    const { out, err, code: exit } = await sro(['parse', path()]);
    expect(exit).toBe(1);
    expect(out).toBe('');
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toContain(code);
  });

  it('a folder without notes', async () => {
    const empty = join(folder, 'no-notes');
    mkdirSync(empty);
    const { err, code } = await sro(['parse', empty]);
    expect([code, err.includes('holds no notes')]).toEqual([1, true]);
  });

  it.skipIf(process.getuid?.() === 0)('an unreadable file', async () => {
    const path = file('locked.txt', 'x');
    chmodSync(path, 0o000);
    expect((await sro(['parse', path])).err).toContain('may not be read');
  });

  it('the others are still done', async () => {
    const { out, err, code } = await sro(['parse', join(folder, 'nowhere.txt'), SEED]);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toHaveLength(1);
    expect(err).toContain('nowhere.txt');
  });

  it('a note cut off in the middle says so', async () => {
    const whole = readFileSync('seeds/2023-motesanteckning.txt', 'utf8');
    const cut = whole.slice(0, whole.indexOf('Kommunerna har inte deltagit') + 18);
    const { out } = await sro(['parse', file('cut.txt', cut)]);
    expect((JSON.parse(out) as Meeting).diagnostics.map(({ code }) => code)).toContain(
      'note-truncated',
    );
  });

  it('wrong usage is exit 2', async () => {
    for (const argv of [
      ['parse'],
      ['prase', SEED],
      ['parse', SEED, '--format', 'xml'],
      ['log', 'seeds', '--as-of', '2026-02-30'],
      ['schema', 'x'],
    ]) {
      expect((await sro(argv)).code, argv.join(' ')).toBe(2);
    }
  });
});

describe('terminals', () => {
  const EVIL = '\u001B[31m\u009B2J\u202E\u200B';
  it('words of notes and file names are shown, never obeyed', async () => {
    const note = readFileSync(SEED, 'utf8')
      .replace('Dagordning', `Dagordning\n\n${EVIL}rad\n`)
      .replace(/i uppdrag att/u, `i uppdrag att ${EVIL}`);
    const path = file(`ev\u001Bil.txt`, note);
    for (const argv of [
      ['parse', path, '--explain'],
      ['log', path],
      ['parse', path],
      ['parse', path, '--format', 'yaml'],
      ['parse', `${path}x`],
    ]) {
      const { out, err } = await sro(argv);

      expect(`${out}${err}`.match(/[\u001B\u009B\u202E\u200B]/gu), argv.join(' ')).toBeNull();
    }
  });

  it('colour on a terminal only, and NO_COLOR is obeyed', async () => {
    const argv = ['log', 'seeds', '--as-of', '2026-12-24'];
    expect((await sro(argv)).out).not.toContain('\u001B[');
    expect((await sro(argv, { tty: true, columns: 120 })).out).toContain('\u001B[');
    expect(
      (await sro(argv, { tty: true, columns: 120, env: { NO_COLOR: '1' } })).out,
    ).not.toContain('\u001B[');
  });

  it.each([50, 80, 120, 200])('the log fits %i columns', async (columns) => {
    const { out } = await sro(['log', 'seeds', '--kind', 'all'], {
      tty: true,
      columns,
      env: { NO_COLOR: '1' },
    });
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(columns);
  });

  it('a reader that has gone is no error', () => {
    const { status, stderr } = spawnSync('sh', [
      '-c',
      `node bin/sro.js parse seeds seeds/*.txt fixtures/motesanteckning | head -c 10`,
    ]);
    expect([status, stderr.toString().replaceAll(/.*warning.*\n/gu, '')]).toEqual([0, '']);
  });
});

describe('sro schema', () => {
  it('prints JSON Schema that names every field', async () => {
    const { out } = await sro(['schema']);
    const schema = JSON.parse(out) as { properties: Record<string, unknown>; required: string[] };
    expect(schema.required).toEqual(Object.keys(schema.properties));
    expect(
      Object.keys(
        (JSON.parse((await sro(['schema', 'log'])).out) as { properties: object }).properties,
      ),
    ).toContain('nextExpected');
  });
});

describe('help', () => {
  it('names every command, and the README does too', async () => {
    const { out } = await sro(['--help']);
    const commands = [...out.matchAll(/^ {2}([a-z]+) (?:\[|<| {2})/gmu)].map(
      ([, name]) => name ?? '',
    );
    const readme = readFileSync('README.md', 'utf8');
    expect(commands.length).toBeGreaterThan(15);
    expect(
      commands.filter((name) => !new RegExp(`(?:sro |\`)${name}[\` ]`, 'u').test(readme)),
    ).toEqual(['help']);
  });

  /** Words of a shell line; quotes hold words together. */
  const split = (line: string): string[] =>
    [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/gu)].map(
      (match) => match[1] ?? match[2] ?? match[3] ?? '',
    );

  it.each(['', 'parse', 'log', 'schema', 'show', 'matter', 'audit'])(
    'every example of sro %s --help runs',
    async (command) => {
      const { out, code } = await sro([command, '--help'].filter((word) => word !== ''));
      expect(code).toBe(0);
      const examples = out
        .slice(out.indexOf('Examples:'))
        .split('\n')
        .map((line) => line.trim().replace(/\s{3,}.*$/u, ''))
        .filter((line) => line.startsWith('sro ') || line.startsWith('cat '));
      expect(examples.length).toBeGreaterThan(0);
      for (const example of examples) {
        const [before, after] = example.includes('|') ? example.split('|') : [null, example];
        const stdin =
          before === null ? {} : { stdin: readFileSync(before.trim().split(' ')[1] ?? '', 'utf8') };
        const argv = split(after)
          .slice(1)
          .map((word) => (word === 'records' ? join(folder, 'help') : word));
        expect((await sro(argv, stdin)).code, example).toBe(0);
      }
    },
  );
});
