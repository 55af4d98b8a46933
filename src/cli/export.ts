/** `sro export`, and `sro import --from-export`: the archive out of its database, and in again. */
import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Archive,
  ArchiveError,
  exportArchive,
  openArchive,
  restoreArchive,
} from '../archive/index.js';
import { type DataFormat, writeData } from '../output/data.js';
import { exportTables } from '../output/tables.js';
import { archivePath, readingArchive, withArchive } from './archive.js';
import { type Context, EXIT, type ExitCode, write } from './context.js';

export interface ExportOptions {
  archive?: string;
  format: DataFormat | 'csv';
}

export function exportCommand(
  target: string,
  options: ExportOptions,
  context: Context,
): Promise<ExitCode> {
  const { format } = options;
  return readingArchive(options.archive, context, async (archive) => {
    if (format === 'csv') return exportCsv(archive, target, context);
    return target === '-'
      ? exportStream(archive, format, context)
      : exportFolder(archive, target, format);
  });
}

/** One value after the other; a JSON list is written piece by piece. */
async function exportStream(
  archive: Archive,
  format: DataFormat,
  context: Context,
): Promise<ExitCode> {
  let isFirst = true;
  if (format === 'json') await write(context.stdout, '[\n');
  for (const value of exportArchive(archive)) {
    const text = await writeData([value], format, true);
    const between = { json: isFirst ? '' : ',\n', yaml: '---\n', ndjson: '' }[format];
    await write(context.stdout, between + (format === 'json' ? text.trimEnd() : text));
    isFirst = false;
  }
  if (format === 'json') await write(context.stdout, '\n]\n');
  return EXIT.done;
}

async function exportFolder(
  archive: Archive,
  folder: string,
  format: DataFormat,
): Promise<ExitCode> {
  const { default: writeFileAtomic } = await import('write-file-atomic');
  await mkdir(folder, { recursive: true });
  const used = new Map<string, number>();
  for (const value of exportArchive(archive)) {
    const name =
      value.sro === 'note' ? value.record.id : `journal-${String(value.id).padStart(6, '0')}`;
    const times = (used.get(name) ?? 0) + 1;
    used.set(name, times);
    const file = times === 1 ? name : `${name}.${String(times)}`;
    await writeFileAtomic(
      join(folder, `${file}.${format}`),
      await writeData([value], format, true),
    );
  }
  return EXIT.done;
}

/** Tables for a spreadsheet: they cannot be imported again. */
async function exportCsv(archive: Archive, target: string, context: Context): Promise<ExitCode> {
  const { default: writeFileAtomic } = await import('write-file-atomic');
  const tables = exportTables(archive);
  if (target === '-') {
    await write(context.stdout, tables['meetings'] ?? '');
    return EXIT.done;
  }
  await mkdir(target, { recursive: true });
  for (const [name, text] of Object.entries(tables))
    await writeFileAtomic(join(target, `${name}.csv`), text);
  return EXIT.done;
}

export async function restoreCommand(
  paths: readonly string[],
  options: { archive?: string },
  context: Context,
): Promise<ExitCode> {
  const path = archivePath(options.archive, context);
  return withArchive(context, path, async () => {
    const values = (await Promise.all(paths.map((one) => valuesIn(one)))).flat();
    const archive = await openArchive(path, 'write');
    try {
      const { notes, journal, known } = restoreArchive(archive, values);
      await write(
        context.stdout,
        `${String(notes)} notes and ${String(journal)} entries by hand taken up; ${String(known)} notes were there already.\n`,
      );
      return EXIT.done;
    } finally {
      archive.close();
    }
  });
}

/** Notes before the journal, which speaks of them. */
async function valuesIn(path: string): Promise<unknown[]> {
  const info = await stat(path);
  if (info.isDirectory()) {
    const names = (await readdir(path)).sort();
    const inOrder = [
      ...names.filter((name) => !name.startsWith('journal-')),
      ...names.filter((name) => name.startsWith('journal-')),
    ];
    return (await Promise.all(inOrder.map((name) => valuesIn(join(path, name))))).flat();
  }
  const text = await readFile(path, 'utf8');
  try {
    if (/\.ya?ml$/iu.test(path)) {
      const { parseAllDocuments } = await import('yaml');
      return parseAllDocuments(text).map((document) => document.toJS() as unknown);
    }
    if (/\.json$/iu.test(path)) return [JSON.parse(text) as unknown].flat();
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as unknown);
  } catch {
    throw new ArchiveError(`${path} is no export of sro: it cannot be read as what its name says.`);
  }
}
