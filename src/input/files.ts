/** Which files a command's paths name: files, folders (read whole), globs, and `-` for standard input. */
import { access, constants, readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { rawPath } from './rawpath.js';

/** Endings of files that a folder is searched for; a file named by itself may have any. */
export const NOTE_ENDINGS = ['txt', 'md', 'text', 'markdown', 'pdf', 'docx'];

export const NO_SUCH_FILE = 'there is no such file or folder';
export const NO_MATCH = 'no file matches';

export interface InputFile {
  path: string;
  /** Why it cannot be read, where that is known already. */
  problem?: string;
}

/** Files in a stable order; a path that names nothing is an entry with its problem. */
export async function findFiles(paths: readonly string[]): Promise<InputFile[]> {
  const files: InputFile[] = [];
  for (const path of paths) files.push(...(await expand(path)));
  const seen = new Set<string>();
  return files.filter(({ path }) => {
    const whole = path === '-' ? path : resolve(path);
    const isNew = !seen.has(whole);
    seen.add(whole);
    return isNew;
  });
}

async function expand(path: string): Promise<InputFile[]> {
  if (path === '-') return [{ path }];
  try {
    const found = await stat(await rawPath(path));
    if (!found.isDirectory()) return [{ path }];
    const closed = await closedFolders(path);
    const inside = await glob(`**/*.{${NOTE_ENDINGS.join(',')}}`, path);
    if (closed.length > 0 && inside.length === 0) return closed;
    return inside.length > 0
      ? [...inside.map((name) => ({ path: join(path, name) })), ...closed]
      : [{ path, problem: 'the folder holds no notes (*.txt, *.md, *.pdf, *.docx)' }];
  } catch (error) {
    if (isGlob(path)) {
      const matches = await glob(path, '.');
      return matches.length > 0
        ? matches.map((name) => ({ path: name }))
        : [{ path, problem: NO_MATCH }];
    }
    return [{ path, problem: explainError(error) }];
  }
}

/** Folders at or below `path` that may not be read: what is in them must not disappear silently. */
async function closedFolders(path: string): Promise<InputFile[]> {
  try {
    await access(path, constants.R_OK | constants.X_OK);
    const below = await readdir(path, { withFileTypes: true });
    const folders = below
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => join(path, name));
    return (await Promise.all(folders.map((folder) => closedFolders(folder)))).flat();
  } catch (error) {
    return [{ path, problem: explainError(error) }];
  }
}

const isGlob = (path: string): boolean => /[*?{[]/u.test(path);

async function glob(pattern: string, cwd: string): Promise<string[]> {
  const { default: fastGlob } = await import('fast-glob');
  const found = await fastGlob(pattern, {
    cwd,
    onlyFiles: true,
    // Word's mark that a document is open.
    ignore: ['**/~$*'],
    followSymbolicLinks: false,
    caseSensitiveMatch: false,
    suppressErrors: true,
  });
  return found.sort();
}

/** A system error in plain words. */
export function explainError(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const words: Record<string, string> = {
    ENOENT: NO_SUCH_FILE,
    EACCES: 'it may not be read',
    EPERM: 'it may not be read',
    EISDIR: 'it is a folder',
    ELOOP: 'its links run in a circle',
    ENOTDIR: 'a part of its path is no folder',
    EMFILE: 'too many files are open',
  };
  return words[code] ?? (error instanceof Error ? error.message : String(error));
}
