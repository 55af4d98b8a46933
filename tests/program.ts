/** The program as it is built, run in a folder of its own for each test. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeEach } from 'vitest';

export const BIN = resolve('bin/sro.js');

export interface Ran {
  code: number | null;
  out: string;
  err: string;
}

export interface Program {
  /** The test's folder, in which commands run. */
  readonly folder: string;
  sro: (...argv: string[]) => Promise<Ran>;
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
    child.stdout.on('data', (data: Buffer) => (out += data.toString()));
    child.stderr.on('data', (data: Buffer) => (err += data.toString()));
    const ended = new Promise<Ran>((done) => {
      child.on('close', (code) => {
        done({ code, out, err });
      });
    });
    return { child, ended };
  };
  const sro: Program['sro'] = (...argv) => start(...argv).ended;
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
