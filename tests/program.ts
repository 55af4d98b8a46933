/**
 * The program as it is built, run in a folder of its own for each test: in this process, which spares each command a
 * start, or in one of its own, which can be killed.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { formatISO } from 'date-fns';
import { beforeEach } from 'vitest';
import { run } from '../dist/src/cli/main.js';
import { sink } from './helpers.js';

export const BIN = resolve('bin/sro.js');

export interface Ran {
  code: number | null;
  out: string;
  err: string;
}

export interface Program {
  /** The test's folder, in which commands run. */
  readonly folder: string;
  /** Runs a command in this process, one at a time: the current folder is the process's. */
  sro: (...argv: string[]) => Promise<Ran>;
  /** Runs a command in a process of its own. */
  start: (...argv: string[]) => { child: ChildProcess; ended: Promise<Ran> };
  json: <T>(...argv: string[]) => Promise<T>;
  /** Writes a file into the folder. */
  note: (name: string, content: string | Uint8Array) => void;
}

export function useProgram(): Program {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sro-archive-'));
    return () => {
      rmSync(folder, { recursive: true, force: true });
    };
  });
  const start: Program['start'] = (...argv) => {
    const env = { ...process.env, SRO_ARCHIVE: '' };
    const child = spawn(process.execPath, [BIN, ...argv], { cwd: folder, env });
    let out = '';
    let err = '';
    // A letter of two bytes may come in two parts.
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    const ended = new Promise<Ran>((done) => {
      child.on('close', (code) => {
        done({ code, out, err });
      });
    });
    return { child, ended };
  };
  const sro: Program['sro'] = async (...argv) => {
    const [out, err] = [sink(), sink()];
    const before = process.cwd();
    process.chdir(folder);
    try {
      const code = await run(argv, {
        stdout: out.stream,
        stderr: err.stream,
        stdin: Readable.from([]),
        env: {},
        today: formatISO(new Date(), { representation: 'date' }),
      });
      return { code, out: out.text(), err: err.text() };
    } finally {
      process.chdir(before);
    }
  };
  return {
    get folder() {
      return folder;
    },
    sro,
    start,
    json: async (...argv) => {
      const { out, err } = await sro(...argv, '--format', 'json');
      if (out === '') throw new Error(`${argv.join(' ')} said nothing: ${err}`);
      return JSON.parse(out) as never;
    },
    note: (name, content) => {
      writeFileSync(join(folder, name), content);
    },
  };
}

/** Counts as `sro import` and `sro status` print them. */
export function countsIn(text: string): Record<string, number> {
  const rows = [...text.matchAll(/^\s+(\d+)\s{2}([a-z-]+)(?:\s|$)/gmu)];
  return Object.fromEntries(rows.map((row) => [row[2] ?? '', Number(row[1])]));
}
