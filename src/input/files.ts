/** Which files a command's paths name: files, folders (read whole), globs, and `-` for standard input. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Endings of files that a folder is searched for; a file named by itself may have any. */
export const NOTE_ENDINGS = ['txt', 'md', 'text', 'markdown'];

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
    const isNew = !seen.has(path);
    seen.add(path);
    return isNew;
  });
}

async function expand(path: string): Promise<InputFile[]> {
  if (path === '-') return [{ path }];
  try {
    const found = await stat(path);
    if (!found.isDirectory()) return [{ path }];
    const inside = await glob(`**/*.{${NOTE_ENDINGS.join(',')}}`, path);
    return inside.length > 0
      ? inside.map((name) => ({ path: join(path, name) }))
      : [{ path, problem: 'the folder holds no notes (*.txt, *.md)' }];
  } catch (error) {
    if (isGlob(path)) {
      const matches = await glob(path, '.');
      return matches.length > 0
        ? matches.map((name) => ({ path: name }))
        : [{ path, problem: 'no file matches' }];
    }
    return [{ path, problem: explainError(error) }];
  }
}

const isGlob = (path: string): boolean => /[*?{[]/u.test(path);

async function glob(pattern: string, cwd: string): Promise<string[]> {
  const { default: fastGlob } = await import('fast-glob');
  const found = await fastGlob(pattern, {
    cwd,
    onlyFiles: true,
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
    ENOENT: 'there is no such file or folder',
    EACCES: 'it may not be read',
    EPERM: 'it may not be read',
    EISDIR: 'it is a folder',
    ELOOP: 'its links run in a circle',
    ENOTDIR: 'a part of its path is no folder',
    EMFILE: 'too many files are open',
  };
  return words[code] ?? (error instanceof Error ? error.message : String(error));
}
