/** Every file below some paths, each once: links that run in a circle end, and what may not be entered is told. */
import { type Dirent, statSync } from 'node:fs';
import { lstat, readdir, realpath } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { isCopyName } from '../../log/versions.js';
import { explainError, findFiles, NOTE_ENDINGS } from '../../input/files.js';
import { rawPath } from '../../input/rawpath.js';

const NOTE_FILE = new RegExp(`\\.(?:${NOTE_ENDINGS.join('|')})$`, 'iu');
/** What Word leaves beside a document that is open, and macOS beside every file on another's disk. */
const BESIDE = /^(?:~\$|\._)/u;

/** A note may come in a file of that name. */
export const isNoteFile = (path: string): boolean =>
  NOTE_FILE.test(path) && !BESIDE.test(basename(path));

/** @param path of a file in whose name no note comes */
export const whyNoNoteFile = (path: string): string =>
  BESIDE.test(basename(path))
    ? 'a program left it beside another file'
    : `notes come in ${NOTE_ENDINGS.map((ending) => `.${ending}`).join(', ')}`;

/** Files between two turns of the event loop, in which an interrupt is heard and progress shown. */
const TURN = 100;

/** A file that was seen. */
export interface Seen {
  /** Absolute. */
  path: string;
  size: number;
  /** Milliseconds since 1970. */
  modified: number;
  /** Why it cannot be read, where that is known already. */
  problem: string | null;
  /** What a person can do about it. */
  advice?: string;
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
  /** Links are followed last: a file has the name under which it lies, if that is among what is walked. */
  private links: string[] = [];

  /** @param leave paths that are the program's own (the archive and what goes with it) */
  constructor(private readonly leave: (path: string) => boolean) {}

  async *walk(paths: readonly string[]): AsyncGenerator<Seen> {
    for (const path of paths) yield* this.enter(resolve(path));
    for (let next = this.links; next.length > 0; next = this.links) {
      this.links = [];
      for (const path of next) yield* this.look(path);
    }
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
      // Asked at once: ten thousand trips through the thread pool cost more than all else of a second import.
      const info = statSync(raw);
      if (info.isDirectory()) yield* this.folder(path, raw);
      else if (!info.isFile()) yield failed(path, 'it is no regular file', 'leave it out');
      else if (this.isNew(path))
        yield {
          path,
          size: info.size,
          modified: Math.trunc(info.mtimeMs),
          problem: null,
          missing: false,
        };
    } catch (error) {
      yield await whyClosed(path, error);
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
    const entries = await readdir(raw, { withFileTypes: true });
    this.entered.push(path);
    for (const [at, entry] of entries.sort(byName).entries()) {
      if (at % TURN === 0) await setImmediate();
      const inside = join(path, entry.name);
      if (entry.isSymbolicLink()) this.links.push(inside);
      else yield* this.look(inside);
    }
  }
}

/** Copies and hidden files after the others: of several files with one text the first is the one that counts. */
function byName(one: Dirent, other: Dirent): number {
  const late = ({ name }: Dirent): number => (name.startsWith('.') || isCopyName(name) ? 1 : 0);
  return late(one) - late(other) || (one.name < other.name ? -1 : 1);
}

async function whyClosed(path: string, error: unknown): Promise<Seen> {
  const info = await lstat(path).catch(() => null);
  if (info?.isSymbolicLink())
    return failed(path, 'the link leads nowhere', 'remove it, or put back what it leads to');
  const what = info?.isDirectory() ? 'the folder cannot be entered, nor its files counted: ' : '';
  return failed(path, what + explainError(error), 'change its permissions, and import again');
}

const failed = (path: string, problem: string, advice?: string): Seen => ({
  path,
  size: 0,
  modified: 0,
  problem,
  missing: false,
  ...(advice === undefined ? {} : { advice }),
});

/** Globs are looked up from the current folder. */
const relativeGlob = (path: string): string => relative(process.cwd(), path);
