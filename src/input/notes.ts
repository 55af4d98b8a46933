/** Files → records: reads each input on its own, so that one bad file harms no other. */
import { readFile } from 'node:fs/promises';
import { SEVERITY } from '../record/codes.js';
import type { Parser } from '../read/parser.js';
import type { ReadOptions, ReadResult } from '../read/read.js';
import { readAnyBytes } from './bytes.js';
import { explainError, type InputFile } from './files.js';
import { rawPath } from './rawpath.js';

export interface NoteResult extends ReadResult {
  path: string;
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
    const bytes =
      file.path === '-' ? (stdin ?? new Uint8Array()) : await readFile(await rawPath(file.path));
    return { path: name, ...(await readAnyBytes(bytes, name, parsers, options)) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return unreadable(name, explainError(error));
  }
}

function unreadable(path: string, why: string): NoteResult {
  return {
    path,
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
