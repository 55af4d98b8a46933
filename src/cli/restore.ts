/** `sro import --from-export`: what `sro export` gave out, taken up again. */
import { createReadStream, existsSync } from 'node:fs';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import {
  ArchiveError,
  lockImport,
  openArchive,
  restoreArchive,
  type RestoreResult,
  UsageError,
} from '../archive/index.js';
import { explainError } from '../input/files.js';
import { sanitise } from '../output/sanitise.js';
import { archivePath, withArchive } from './archive.js';
import { type Context, EXIT, type ExitCode, write } from './context.js';
import { MANIFEST, readManifest } from './export.js';

export async function restoreCommand(
  paths: readonly string[],
  options: { archive?: string },
  context: Context,
): Promise<ExitCode> {
  const path = archivePath(options.archive, context);
  return withArchive(context, path, async () => {
    const files = (await Promise.all(paths.map((one) => filesIn(one)))).flat();
    const lock = await lockImport(path, () => {
      context.stderr.write(`Another import is writing to ${sanitise(path)}; waiting for it.\n`);
    });
    try {
      await tell(await restoreInto(path, partsIn(files, context)), context);
      return EXIT.done;
    } finally {
      lock.release();
    }
  });
}

/** An archive made for an export that could not be taken up is taken away: it would be in the way of the next try. */
async function restoreInto(path: string, values: AsyncIterable<unknown>): Promise<RestoreResult> {
  const isNew = !existsSync(path);
  const archive = await openArchive(path, 'write');
  try {
    const result = await restoreArchive(archive, values);
    archive.close();
    return result;
  } catch (error) {
    archive.close();
    if (isNew) for (const end of ['', '-wal', '-shm']) await rm(path + end, { force: true });
    throw error;
  }
}

async function tell(result: RestoreResult, context: Context): Promise<void> {
  for (const name of result.collisions)
    await write(
      context.stderr,
      `${sanitise(name)}: the archive has another file of that name; the note of each is kept\n`,
    );
  for (const target of result.both)
    await write(
      context.stderr,
      `${sanitise(target)}: both archives have entries by hand; see sro show ${sanitise(target)}\n`,
    );
  await write(
    context.stdout,
    `${String(result.notes)} notes and ${String(result.journal)} entries by hand taken up; ` +
      `${String(result.knownNotes)} notes and ${String(result.knownLines)} entries were there already.\n`,
  );
}

/** Files of an export, notes before the journal, which speaks of them. */
async function filesIn(path: string): Promise<string[]> {
  if (path === '-') return [path];
  try {
    const info = await stat(path);
    if (!info.isDirectory()) return [path];
    const names = await readdir(path);
    const own = names.includes(MANIFEST) ? (await readManifest(path)).files : names.sort();
    const isLine = (name: string): boolean => name.startsWith('journal-');
    return [...own.filter((name) => !isLine(name)), ...own.filter((name) => isLine(name))].map(
      (name) => join(path, name),
    );
  } catch (error) {
    if (error instanceof ArchiveError) throw error;
    throw new UsageError(`${path}: ${explainError(error)}.`);
  }
}

async function* partsIn(files: readonly string[], context: Context): AsyncGenerator {
  for (const file of files) {
    try {
      yield* file === '-' ? lines(context.stdin) : parts(file);
    } catch (error) {
      if (error instanceof ArchiveError) throw error;
      const why =
        error instanceof SyntaxError ? 'it cannot be read as an export' : explainError(error);
      throw new ArchiveError(`${file}: ${why}. Nothing was taken up.`);
    }
  }
}

async function* parts(file: string): AsyncGenerator {
  if (/\.ya?ml$/iu.test(file)) {
    const { parseAllDocuments } = await import('yaml');
    for (const document of parseAllDocuments(await readFile(file, 'utf8'))) {
      if (document.errors.length > 0) throw new SyntaxError(document.errors[0]?.message);
      yield* [document.toJS() as unknown].flat();
    }
  } else if (/\.json$/iu.test(file))
    yield* [JSON.parse(await readFile(file, 'utf8')) as unknown].flat();
  else yield* lines(createReadStream(file));
}

/** NDJSON line by line; a list of JSON as a whole. */
async function* lines(stream: NodeJS.ReadableStream): AsyncGenerator {
  const reader = createInterface({ input: stream, crlfDelay: Infinity });
  let list: string[] | null = null;
  for await (const line of reader) {
    if (list === null && line.trim() === '[') list = [];
    if (list !== null) list.push(line);
    else if (line.trim() !== '') yield JSON.parse(line) as unknown;
  }
  if (list !== null) yield* JSON.parse(list.join('\n')) as unknown[];
}
