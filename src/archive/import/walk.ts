/** Every file below some paths, each once: links that run in a circle end, and what may not be entered is told. */
import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { explainError, findFiles, NOTE_ENDINGS } from '../../input/files.js';
import { rawPath } from '../../input/rawpath.js';

/** Names of files that notes come in. */
export const NOTE_FILE = new RegExp(`\\.(?:${NOTE_ENDINGS.join('|')})$`, 'iu');

/** A file that was seen. */
export interface Seen {
  /** Absolute. */
  path: string;
  size: number;
  /** Milliseconds since 1970. */
  modified: number;
  /** Why it cannot be read, where that is known already. */
  problem: string | null;
  /** It was named, and there is nothing of that name. */
  missing: boolean;
}

/** How many files a walk of these paths gives. */
export async function countFiles(paths: readonly string[]): Promise<number> {
  const files = new Walker(() => false).walk(paths);
  let count = 0;
  while ((await files.next()).done !== true) count += 1;
  return count;
}

export class Walker {
  /** Absolute paths that were named and are there. */
  readonly named: string[] = [];
  /** Absolute paths of folders whose names could be read. */
  readonly entered: string[] = [];
  private readonly files = new Set<string>();
  private readonly folders = new Set<string>();

  /** @param leave paths that are the program's own (the archive and what goes with it) */
  constructor(private readonly leave: (path: string) => boolean) {}

  async *walk(paths: readonly string[]): AsyncGenerator<Seen> {
    for (const path of paths) yield* this.enter(resolve(path));
  }

  /** A path that was named: a file, a folder, or a glob. */
  private async *enter(path: string): AsyncGenerator<Seen> {
    const found = await lstat(await rawPath(path)).catch(() => null);
    if (found) {
      this.named.push(path);
      yield* this.look(path);
      return;
    }
    for (const { path: named, problem } of await findFiles([relativeGlob(path)])) {
      if (problem === undefined) yield* this.look(resolve(named));
      else yield { ...failed(resolve(named), problem), missing: true };
    }
  }

  private async *look(path: string): AsyncGenerator<Seen> {
    try {
      const raw = await rawPath(path);
      const info = await stat(raw);
      if (info.isDirectory()) yield* this.folder(path, raw);
      else if (!info.isFile()) yield failed(path, 'it is no regular file');
      else if (this.isNew(path))
        yield {
          path,
          size: info.size,
          modified: Math.trunc(info.mtimeMs),
          problem: null,
          missing: false,
        };
    } catch (error) {
      const isLink = await lstat(path).then(
        (info) => info.isSymbolicLink(),
        () => false,
      );
      yield failed(path, isLink ? 'the link leads nowhere' : explainError(error));
    }
  }

  private isNew(path: string): boolean {
    if (this.files.has(path) || this.leave(path)) return false;
    this.files.add(path);
    return true;
  }

  private async *folder(path: string, raw: string | Buffer): AsyncGenerator<Seen> {
    const real = await realpath(raw, { encoding: 'latin1' });
    if (this.folders.has(real)) return;
    this.folders.add(real);
    const names = await readdir(raw);
    this.entered.push(path);
    for (const name of names.sort()) yield* this.look(join(path, name));
  }
}

const failed = (path: string, problem: string): Seen => ({
  path,
  size: 0,
  modified: 0,
  problem,
  missing: false,
});

/** Globs are looked up from the current folder. */
const relativeGlob = (path: string): string => relative(process.cwd(), path);
