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

interface Source {
  file: string;
  /** One stream, which says at its end how much it held; a folder has a list of its files instead. */
  isStream: boolean;
}

/** Files of an export, notes before the journal, which speaks of them. */
async function filesIn(path: string): Promise<Source[]> {
  if (path === '-') return [{ file: path, isStream: true }];
  try {
    const info = await stat(path);
    if (!info.isDirectory()) return [{ file: path, isStream: true }];
    const names = await readdir(path);
    const own = names.includes(MANIFEST) ? (await readManifest(path)).files : names.sort();
    const isLine = (name: string): boolean => name.startsWith('journal-');
    return [...own.filter((name) => !isLine(name)), ...own.filter((name) => isLine(name))].map(
      (name) => ({ file: join(path, name), isStream: false }),
    );
  } catch (error) {
    if (error instanceof ArchiveError) throw error;
    throw new UsageError(`${path}: ${explainError(error)}.`);
  }
}

async function* partsIn(sources: readonly Source[], context: Context): AsyncGenerator {
  for (const { file, isStream } of sources) {
    const parts = file === '-' ? lines(context.stdin) : partsOf(file);
    try {
      yield* isStream ? whole(parts, file) : parts;
    } catch (error) {
      if (error instanceof ArchiveError) throw error;
      const why =
        error instanceof SyntaxError ? 'it cannot be read as an export' : explainError(error);
      throw new ArchiveError(`${file}: ${why}. Nothing was taken up.`);
    }
  }
}

/** @throws ArchiveError where the stream holds nothing, or less than its last line says, or has no such line */
async function* whole(parts: AsyncGenerator, file: string): AsyncGenerator {
  const counted: Record<string, number> = { note: 0, file: 0, journal: 0 };
  let end: { notes?: number; files?: number; journal?: number } | null = null;
  let count = 0;
  for await (const part of parts) {
    const kind = (part as { sro?: string } | null)?.sro ?? '';
    if (kind === 'end') end = part as object;
    else counted[kind] = (counted[kind] ?? 0) + 1;
    count += 1;
    yield part;
  }
  const { note, file: alone, journal } = counted;
  const isWhole = end
    ? end.notes === note && end.files === alone && end.journal === journal
    : count === 1;
  if (isWhole) return;
  const why = count === 0 ? 'it holds nothing' : 'it is cut off, or parts of it are missing';
  throw new ArchiveError(`${file}: ${why}. Nothing was taken up.`);
}

/** An editor or a shell may have put a byte order mark before it. */
const withoutMark = (text: string): string => text.replace(/^\uFEFF/u, '');

async function* partsOf(file: string): AsyncGenerator {
  if (/\.ya?ml$/iu.test(file)) yield* documents(createReadStream(file));
  else if (/\.json$/iu.test(file) && (await firstSign(file)) !== '[')
    yield JSON.parse(withoutMark(await readFile(file, 'utf8'))) as unknown;
  else yield* lines(createReadStream(file));
}

async function firstSign(file: string): Promise<string> {
  for await (const line of linesOf(createReadStream(file)))
    if (withoutMark(line).trim() !== '') return withoutMark(line).trim().charAt(0);
  return '';
}

const linesOf = (stream: NodeJS.ReadableStream): AsyncIterable<string> =>
  createInterface({ input: stream, crlfDelay: Infinity });

/** YAML document by document: "---" at the beginning of a line parts them, and stands nowhere else there. */
async function* documents(stream: NodeJS.ReadableStream): AsyncGenerator {
  const { parseDocument } = await import('yaml');
  const read = (text: string): unknown[] => {
    const document = parseDocument(text);
    if (document.errors.length > 0) throw new SyntaxError(document.errors[0]?.message);
    return [document.toJS() as unknown].flat();
  };
  let open: string[] = [];
  for await (const line of linesOf(stream)) {
    if (line === '---' && open.length > 0) yield* read(open.join('\n'));
    if (line === '---') open = [];
    else open.push(line);
  }
  if (open.some((line) => line.trim() !== '')) yield* read(open.join('\n'));
}

/** NDJSON line by line; a list of JSON part by part as `sro export` prints it, or whole where its lines are others. */
async function* lines(stream: NodeJS.ReadableStream): AsyncGenerator {
  let list: string[] | null = null;
  for await (const printed of linesOf(stream)) {
    const line = withoutMark(printed);
    if (list === null) {
      if (line.trim() === '[') list = [];
      else if (line.trim().startsWith('[')) list = [line.trim().slice(1)];
      else if (line.trim() !== '') yield JSON.parse(line) as unknown;
      continue;
    }
    list.push(line);
    if (line !== '}' && line !== '},') continue;
    yield JSON.parse(list.join('\n').replace(/,$/u, '')) as unknown;
    list = [];
  }
  const rest = list?.join('\n').trim() ?? ']';
  if (rest !== ']') yield* JSON.parse(`[${rest}`) as unknown[];
}
