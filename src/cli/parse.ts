/** `sro parse`: notes → records. */
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { NoteResult } from '../index.js';
import { colourFor } from '../output/colour.js';
import { type DataFormat, writeData } from '../output/data.js';
import { explainError } from '../input/files.js';
import { rawPath } from '../input/rawpath.js';
import { explain } from '../output/explain.js';
import { sanitise } from '../output/sanitise.js';
import { putData } from './answer.js';
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
  if (options.explain && options.out !== undefined) {
    await write(
      context.stderr,
      'sro parse: --explain writes to the terminal; it does not go with --out\n',
    );
    return EXIT.usage;
  }
  if (options.out !== undefined && !(await makeFolder(options.out, context))) return EXIT.badInput;
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
    else if (options.out !== undefined) {
      if (!(await writeFileFor(result, options.out, options.format, names, context))) failed = true;
    } else if (options.format === 'ndjson')
      await putData([result.meeting], 'ndjson', false, context);
    else records.push(result.meeting);
  }
  const collects = !options.explain && options.out === undefined && options.format !== 'ndjson';
  // One file that gave no record prints nothing: half a document would be worse.
  if (collects && !(count === 1 && records.length === 0)) {
    await putData(records, options.format, await namesOneFile(paths, count), context);
  }
  return failed ? EXIT.badInput : EXIT.done;
}

/** One object where exactly one file, or `-`, is named; a folder or a glob gives a list, however few it holds. */
async function namesOneFile(paths: readonly string[], count: number): Promise<boolean> {
  const [path] = paths;
  if (count !== 1 || path === undefined || new Set(paths).size !== 1) return false;
  if (path === '-') return true;
  try {
    return (await stat(await rawPath(path))).isFile();
  } catch {
    return false;
  }
}

async function writeExplanation(result: NoteResult, context: Context): Promise<void> {
  if (!result.document || !result.claims) return;
  const width = context.stdout.isTTY ? (context.stdout.columns ?? 100) : null;
  await write(
    context.stdout,
    explain(result.document, result.claims, colourFor(context.stdout, context.env), width),
  );
}

/** One level at a time: a path that cannot be made is one line, no stack trace. */
async function makeFolder(folder: string, context: Context): Promise<boolean> {
  try {
    const parent = dirname(folder);
    if (parent !== folder && parent !== '.')
      await stat(parent).catch(() => makeFolder(parent, context));
    const known = await stat(folder).catch(() => null);
    if (!known) await mkdir(folder);
    else if (!known.isDirectory())
      throw Object.assign(new Error('it is no folder'), { code: 'ENOTDIR' });
    return true;
  } catch (error) {
    await cannotWrite(folder, error, context);
    return false;
  }
}

const cannotWrite = (path: string, error: unknown, context: Context): Promise<void> =>
  write(
    context.stderr,
    `${sanitise(path)}: error: cannot be written: ${sanitise(explainError(error))}\n`,
  );

async function writeFileFor(
  result: NoteResult,
  folder: string,
  format: DataFormat,
  names: Set<string>,
  context: Context,
): Promise<boolean> {
  const stem = basename(result.path, extname(result.path)).replaceAll(/[()]/gu, '');
  let name = stem;
  for (let copy = 2; names.has(name); copy += 1) name = `${stem}-${copy}`;
  names.add(name);
  const path = join(folder, `${name}.${format}`);
  try {
    await writeFile(path, await writeData([result.meeting], format, true));
    return true;
  } catch (error) {
    await cannotWrite(path, error, context);
    return false;
  }
}
