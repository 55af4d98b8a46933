import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { run } from '../src/cli/main.js';
import { parseNote } from '../src/index.js';
import { UPPER_HALVES } from '../src/text/charsets.js';
import type { Meeting } from '../src/record/schema.js';

export const REAL_NOTES = join('..', 'shared', 'seeds');
export const hasRealNotes = existsSync(REAL_NOTES);

export const FIXTURE_FOLDERS = [
  'fixtures/minnesanteckning',
  'fixtures/motesanteckning',
  'fixtures/natverksanteckning',
  'fixtures/okand',
  'seeds',
];

export function notesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => join(folder, file));
}

export const allNotes = (): string[] => FIXTURE_FOLDERS.flatMap((folder) => notesIn(folder));

export function readMeeting(bytes: Uint8Array, path = 'note.txt'): Meeting {
  const { meeting, diagnostics } = parseNote(bytes, path);
  if (!meeting) throw new Error(`not read: ${diagnostics.map(({ code }) => code).join(', ')}`);
  return meeting;
}

export const meetingOf = (text: string): Meeting => readMeeting(Buffer.from(text));
export const meetingIn = (path: string): Meeting => readMeeting(readFileSync(path), path);

export interface CliResult {
  code: number;
  out: string;
  err: string;
}

export interface Sink {
  stream: Writable & { isTTY?: boolean; columns?: number };
  text: () => string;
}

/** A stream that keeps what is written to it. */
export function sink({ tty = false, columns = 0 } = {}): Sink {
  const chunks: string[] = [];
  const stream: Sink['stream'] = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk.toString());
      done();
    },
  });
  if (tty) stream.isTTY = true;
  if (columns > 0) stream.columns = columns;
  return { stream, text: () => chunks.join('') };
}

/** Runs the command line in this process, with its own streams. */
export async function sro(
  argv: readonly string[],
  options: {
    stdin?: string;
    today?: string;
    tty?: boolean;
    columns?: number;
    env?: NodeJS.ProcessEnv;
  } = {},
): Promise<CliResult> {
  const [out, err] = [sink(options), sink(options)];
  const code = await run(argv, {
    stdout: out.stream,
    stderr: err.stream,
    stdin: Readable.from(options.stdin === undefined ? [] : [Buffer.from(options.stdin)]),
    env: options.env ?? {},
    today: options.today ?? '2026-01-15',
  });
  return { code, out: out.text(), err: err.text() };
}

export function encode(text: string, encoding: string): Uint8Array {
  if (encoding === 'utf-8') return Buffer.from(text);
  if (encoding === 'utf-8-bom') return Buffer.from(`\uFEFF${text}`);
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le');
  if (encoding === 'utf-16le-bom') return Buffer.from(`\uFEFF${text}`, 'utf16le');
  if (encoding.startsWith('utf-16be'))
    return Buffer.from(encoding.endsWith('bom') ? `\uFEFF${text}` : text, 'utf16le').swap16();
  const upper = UPPER_HALVES[encoding as keyof typeof UPPER_HALVES];
  return Uint8Array.from(text.split(''), (letter) =>
    letter.charCodeAt(0) < 0x80 ? letter.charCodeAt(0) : 0x80 + upper.indexOf(letter),
  );
}
