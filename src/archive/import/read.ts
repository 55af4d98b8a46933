/** Reads one file for the archive: in a worker, so that a file that hangs or runs out of memory harms no other. */
import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { readAnyBytes } from '../../input/bytes.js';
import { explainError } from '../../input/files.js';
import { rawPath } from '../../input/rawpath.js';
import type { Parser } from '../../read/parser.js';
import type { Diagnostic, Meeting } from '../../record/schema.js';
import { textHash } from '../texthash.js';

export interface Job {
  path: string;
  /** How the archive names it: relative to the archive's folder where it lies below it. */
  name: string;
  /** Bytes; a larger file is not read. */
  maxSize: number;
  /** Hash of the bytes as they were last time: where it is the same and so is the reader, nothing is read again. */
  known: string | null;
}

/** A file's bytes, and what they said. */
export interface Read {
  kind: 'note' | 'not-a-note' | 'unreadable' | 'same';
  size: number;
  modified: number;
  sha256: string | null;
  reason: string | null;
  advice: string | null;
  note: ReadNote | null;
}

export interface ReadNote {
  meeting: Meeting;
  record: string;
  text: string;
  /** Of the text with its line ends and letters made alike: the same in every encoding. */
  textSha256: string;
  /** What a person should look at: the code and message of each diagnostic, of several alike the first. */
  weighty: string[];
}

interface Loaded {
  bytes: Buffer;
  size: number;
  modified: number;
}

export async function readJob(job: Job, parsers: readonly Parser[]): Promise<Read> {
  try {
    const loaded = load(await rawPath(job.path), job.maxSize);
    const hash = createHash('sha256').update(loaded.bytes).digest('hex');
    const place = { size: loaded.size, modified: loaded.modified, sha256: hash };
    if (hash === job.known) return { kind: 'same', ...place, ...NOTHING };
    const result = await readAnyBytes(loaded.bytes, job.name, parsers);
    if (!result.meeting || !result.document) return { ...place, ...refused(result.diagnostics) };
    return {
      kind: 'note',
      ...place,
      ...NOTHING,
      note: noteOf(result.meeting, result.document.text),
    };
  } catch (error) {
    return unreadable(reasonFor(error), adviceFor(error));
  }
}

const NOTHING = { reason: null, advice: null, note: null };

class TooLarge extends Error {}

/** Reads the file whole; one that changes meanwhile is read once more. The thread has nothing else to do meanwhile. */
function load(path: string | Buffer, maxSize: number, again = true): Loaded {
  const file = openSync(path, 'r');
  try {
    const before = fstatSync(file);
    if (before.size > maxSize) throw new TooLarge(`it is larger than ${String(maxSize)} bytes`);
    const bytes = readFileSync(file);
    const after = fstatSync(file);
    if (after.mtimeMs === before.mtimeMs && after.size === bytes.length)
      return { bytes, size: after.size, modified: Math.trunc(after.mtimeMs) };
  } finally {
    closeSync(file);
  }
  if (again) return load(path, maxSize, false);
  throw new Error('it was being changed while it was read');
}

function noteOf(meeting: Meeting, text: string): ReadNote {
  const weighty = new Map<string, string>();
  for (const { code, severity, message } of meeting.diagnostics)
    if (severity !== 'info' && !weighty.has(code)) weighty.set(code, `${code}: ${message}`);
  return {
    meeting,
    record: JSON.stringify(meeting),
    text,
    textSha256: textHash(text),
    weighty: [...weighty.values()],
  };
}

const REFUSED = new Set(['not-a-note', 'input-empty']);

function refused(
  diagnostics: readonly Diagnostic[],
): Pick<Read, 'kind' | 'reason' | 'advice' | 'note'> {
  const [first] = diagnostics;
  const code = first?.code ?? 'file-unreadable';
  return {
    kind: REFUSED.has(code) ? 'not-a-note' : 'unreadable',
    reason: `${code}: ${first?.message ?? ''}`,
    advice: ADVICE[code] ?? null,
    note: null,
  };
}

const ADVICE: Record<string, string> = {
  'input-scanned': 'run it through OCR and import the result',
  'input-binary': 'save it as PDF, DOCX or text and import that',
  'era-ambiguous': 'read it with sro parse --era, and tell us of the form',
  'file-unreadable': 'open it in its own program, save it anew and import that',
};

export const unreadable = (reason: string, advice: string | null): Read => ({
  kind: 'unreadable',
  size: 0,
  modified: 0,
  sha256: null,
  reason,
  advice,
  note: null,
});

/** Mistakes of this program, and none of the file's. */
const isFault = (error: unknown): boolean =>
  error instanceof TypeError || error instanceof ReferenceError || error instanceof RangeError;

function reasonFor(error: unknown): string {
  if (error instanceof TooLarge) return error.message;
  return isFault(error) ? `sro failed on it: ${(error as Error).message}` : explainError(error);
}

function adviceFor(error: unknown): string {
  if (error instanceof TooLarge) return 'raise --max-size if it is a note after all';
  return isFault(error)
    ? 'a fault of sro and not of the file: please report it'
    : 'check the file and its permissions, and import again';
}
