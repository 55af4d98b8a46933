/** Files → records: reads each input on its own, so that one bad file harms no other. */
import { readFile, stat } from 'node:fs/promises';
import { SEVERITY } from '../record/codes.js';
import type { Parser } from '../read/parser.js';
import type { ReadOptions, ReadResult } from '../read/read.js';
import { readAnyBytes } from './bytes.js';
import { explainError, type InputFile } from './files.js';
import { rawPath } from './rawpath.js';

export interface NoteResult extends ReadResult {
  path: string;
  /** When the file was last changed, in milliseconds since 1970; null for standard input and what cannot be read. */
  modified: number | null;
}

/** @param stdin bytes of standard input, for the path `-` */
export async function readNoteFile(
  file: InputFile,
  parsers: readonly Parser[],
  options: ReadOptions = {},
  stdin?: Uint8Array,
): Promise<NoteResult> {
  const name = file.path === '-' ? '(stdin)' : file.path;
  if (file.problem !== undefined) return unreadable(name, file.problem);
  try {
    const { bytes, modified } = await load(file.path, stdin);
    return { path: name, modified, ...(await readAnyBytes(bytes, name, parsers, options)) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return unreadable(name, explainError(error));
  }
}

async function load(
  path: string,
  stdin: Uint8Array | undefined,
): Promise<{ bytes: Uint8Array; modified: number | null }> {
  if (path === '-') return { bytes: stdin ?? new Uint8Array(), modified: null };
  const place = await rawPath(path);
  const { mtimeMs } = await stat(place);
  return { bytes: await readFile(place), modified: Math.trunc(mtimeMs) };
}

function unreadable(path: string, why: string): NoteResult {
  return {
    path,
    modified: null,
    meeting: null,
    document: null,
    claims: null,
    diagnostics: [
      {
        code: 'file-unreadable',
        severity: SEVERITY['file-unreadable'],
        message: `cannot be read: ${why}`,
        lines: null,
      },
    ],
  };
}
