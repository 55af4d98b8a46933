/** Where `sro import --report` goes: looked at before anything is read, so that no import ends without its report. */
import { access, constants, open, stat, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { FileOutcome } from '../archive/index.js';
import { explainError } from '../input/files.js';
import { fileReport } from '../output/importreport.js';
import { sanitise } from '../output/sanitise.js';
import { type Context, write } from './context.js';

export interface Report {
  /** Absolute; null where there is none, or it is standard output. */
  path: string | null;
  isOnStdout: boolean;
  add: (outcome: FileOutcome) => void;
  write: () => Promise<void>;
}

/** @returns null, with a line on stderr, where nothing can be written there */
export async function openReport(
  file: string | undefined,
  archive: string,
  context: Context,
): Promise<Report | null> {
  if (file === undefined)
    return { path: null, isOnStdout: false, add: () => undefined, write: () => Promise.resolve() };
  const problem =
    file === '-' ? null : ((await whyNotWritable(file)) ?? (await whyNotOurs(file, archive)));
  if (problem !== null) {
    await write(context.stderr, `sro import: --report ${sanitise(file)}: ${problem}\n`);
    return null;
  }
  const outcomes: FileOutcome[] = [];
  return {
    path: file === '-' ? null : resolve(file),
    isOnStdout: file === '-',
    add: (outcome) => outcomes.push(outcome),
    write: async () => {
      await writeWhole(file, await fileReport(outcomes, file), context);
    },
  };
}

async function whyNotWritable(file: string): Promise<string | null> {
  const known = await stat(file).catch(() => null);
  if (known?.isDirectory()) return 'it is a folder; name a file';
  try {
    await access(known ? file : dirname(resolve(file)), constants.W_OK);
    return null;
  } catch (error) {
    return known ? 'it may not be written' : `its folder: ${explainError(error)}`;
  }
}

/** The beginning of a report: a byte order mark and the heads of CSV, or a line of NDJSON. */
const REPORT = /^(?:\uFEFF?path;outcome;|\{"path":)/u;

/**
 * `--report notes/*.txt` is `--report FIRST OTHERS…` to the shell: neither a note nor the archive is replaced by a
 * report, only a report is.
 */
async function whyNotOurs(file: string, archive: string): Promise<string | null> {
  const place = resolve(file);
  if (['', '-wal', '-shm'].some((end) => place === resolve(archive) + end))
    return 'it is the archive';
  const known = await stat(file).catch(() => null);
  if (!known?.isFile() || known.size === 0) return null;
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(64), 0, 64, 0);
    return REPORT.test(buffer.toString('utf8', 0, bytesRead))
      ? null
      : 'a file of that name is there, and is no report; remove it or name another';
  } finally {
    await handle.close();
  }
}

/** A file is replaced as a whole; a device or a pipe is written to. */
async function writeWhole(file: string, text: string, context: Context): Promise<void> {
  if (file === '-') {
    await write(context.stdout, text);
    return;
  }
  const known = await stat(file).catch(() => null);
  if (known && !known.isFile()) await writeFile(file, text);
  else {
    const { default: writeFileAtomic } = await import('write-file-atomic');
    await writeFileAtomic(file, text);
  }
}
