/** `sro export`: the archive out of its database, as one stream or one file per note. */
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import {
  type Archive,
  exportArchive,
  exportStreamOf,
  refreshLog,
  UsageError,
} from '../archive/index.js';
import { explainError } from '../input/files.js';
import { type DataFormat, writeData } from '../output/data.js';
import { sanitise } from '../output/sanitise.js';
import { exportTables } from '../output/tables.js';
import { readingArchive } from './archive.js';
import { type Context, EXIT, type ExitCode, write } from './context.js';

export interface ExportOptions {
  archive?: string;
  format: DataFormat | 'csv';
}

/** Names the files of an export, so that the next one into the same folder replaces them and nothing else. */
export const MANIFEST = 'export.json';

const manifestSchema = z.strictObject({
  sro: z.literal('export'),
  format: z.enum(['ndjson', 'json', 'yaml', 'csv']),
  /** Names in the same folder; none leads elsewhere. */
  files: z.array(z.string().regex(/^[^/\\]+$/u)),
});

export type Manifest = z.infer<typeof manifestSchema>;

export function exportCommand(
  target: string,
  options: ExportOptions,
  context: Context,
): Promise<ExitCode> {
  const { format } = options;
  return readingArchive(options.archive, context, async (archive) => {
    if (format === 'csv') refreshLog(archive);
    if (target !== '-') return exportFolder(archive, target, format, context);
    if (format === 'csv')
      throw new UsageError('CSV is one table a file: name a folder instead of -.');
    return exportStream(archive, format, context);
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
  for (const value of exportStreamOf(archive)) {
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
  format: ExportOptions['format'],
  context: Context,
): Promise<ExitCode> {
  const before = await openFolder(folder);
  const { default: writeFileAtomic } = await import('write-file-atomic');
  const written: string[] = [];
  for await (const [name, text] of filesOf(archive, format)) {
    await writeFileAtomic(join(folder, name), text);
    written.push(name);
  }
  const manifest: Manifest = { sro: 'export', format, files: written };
  await writeFileAtomic(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
  const kept = new Set(written);
  for (const name of before) if (!kept.has(name)) await rm(join(folder, name), { force: true });
  await write(
    context.stderr,
    `${sanitise(archive.path)}: ${String(written.length)} files written to ${sanitise(folder)}\n`,
  );
  return EXIT.done;
}

/** @returns names of the files of the export that is there already @throws UsageError where other files are */
async function openFolder(folder: string): Promise<string[]> {
  try {
    await mkdir(folder, { recursive: true });
    const names = await readdir(folder);
    if (names.includes(MANIFEST)) return (await readManifest(folder)).files;
    if (names.length === 0) return [];
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const isFile = await stat(folder).then(
      (info) => !info.isDirectory(),
      () => false,
    );
    throw new UsageError(
      `${folder}: ${isFile ? 'it is a file; name a folder' : explainError(error)}.`,
    );
  }
  throw new UsageError(`${folder} holds other files. Name a new folder.`);
}

/** @throws UsageError where it is none of ours */
export async function readManifest(folder: string): Promise<Manifest> {
  try {
    return manifestSchema.parse(JSON.parse(await readFile(join(folder, MANIFEST), 'utf8')));
  } catch {
    throw new UsageError(`${join(folder, MANIFEST)} is not the list of an export of sro.`);
  }
}

/** Names and contents: tables for a spreadsheet, or one file for each note and each line of the journal. */
async function* filesOf(
  archive: Archive,
  format: ExportOptions['format'],
): AsyncGenerator<[string, string]> {
  if (format === 'csv') {
    for (const [name, text] of Object.entries(exportTables(archive))) yield [`${name}.csv`, text];
    return;
  }
  const used = new Map<string, number>();
  const others: unknown[] = [];
  for (const part of exportArchive(archive)) {
    if (part.sro === 'file') {
      others.push(part);
      continue;
    }
    const name =
      part.sro === 'note' ? part.record.id : `journal-${String(part.id).padStart(6, '0')}`;
    const times = (used.get(name) ?? 0) + 1;
    used.set(name, times);
    const file = times === 1 ? name : `${name}.${String(times)}`;
    yield [`${file}.${format}`, await writeData([part], format, true)];
  }
  if (others.length > 0)
    yield [`files-without-notes.${format}`, await writeData(others, format, false)];
}
