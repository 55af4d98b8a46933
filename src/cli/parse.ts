/** `sro parse`: notes → records. */
import { mkdir } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { NoteResult } from '../index.js';
import { colourFor } from '../output/colour.js';
import { type DataFormat, writeData } from '../output/data.js';
import { explain } from '../output/explain.js';
import { type Context, EXIT, type ExitCode, write } from './context.js';
import { readEach } from './read.js';

export interface ParseOptions {
  format: DataFormat;
  out?: string;
  era?: string;
  explain?: boolean;
}

export async function parseCommand(
  paths: readonly string[],
  options: ParseOptions,
  context: Context,
): Promise<ExitCode> {
  const records: unknown[] = [];
  const names = new Set<string>();
  let failed = false;
  let count = 0;
  for await (const result of readEach(
    paths,
    options.era === undefined ? {} : { era: options.era },
    context,
  )) {
    count += 1;
    if (result.meeting === null) failed = true;
    if (options.explain) await writeExplanation(result, context);
    else if (result.meeting === null) continue;
    else if (options.out !== undefined)
      await writeFileFor(result, options.out, options.format, names);
    else if (options.format === 'ndjson')
      await write(context.stdout, await writeData([result.meeting], 'ndjson', false));
    else records.push(result.meeting);
  }
  const collects = !options.explain && options.out === undefined && options.format !== 'ndjson';
  // One file that gave no record prints nothing: half a document would be worse.
  if (collects && !(count === 1 && records.length === 0)) {
    await write(
      context.stdout,
      await writeData(records, options.format, namesOneFile(paths, count)),
    );
  }
  return failed ? EXIT.badInput : EXIT.done;
}

/** One object where exactly one file, or `-`, is named; a folder or a glob gives a list, however few it holds. */
function namesOneFile(paths: readonly string[], count: number): boolean {
  const [path] = paths;
  return (
    paths.length === 1 &&
    count === 1 &&
    path !== undefined &&
    !/[*?{[]/u.test(path) &&
    (path === '-' || extname(path) !== '')
  );
}

async function writeExplanation(result: NoteResult, context: Context): Promise<void> {
  if (!result.document || !result.claims) return;
  const width = context.stdout.isTTY ? (context.stdout.columns ?? 100) : null;
  await write(
    context.stdout,
    explain(result.document, result.claims, colourFor(context.stdout, context.env), width),
  );
}

async function writeFileFor(
  result: NoteResult,
  folder: string,
  format: DataFormat,
  names: Set<string>,
): Promise<void> {
  const { writeFile } = await import('node:fs/promises');
  await mkdir(folder, { recursive: true });
  const stem = basename(result.path, extname(result.path)).replaceAll(/[()]/gu, '');
  let name = stem;
  for (let copy = 2; names.has(name); copy += 1) name = `${stem}-${copy}`;
  names.add(name);
  await writeFile(
    join(folder, `${name}.${format}`),
    await writeData([result.meeting], format, true),
  );
}
