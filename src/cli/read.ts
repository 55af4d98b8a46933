/** Reads the notes that a command's paths name, and says what went wrong with which. */
import { findFiles, type NoteResult, parseFile, type ReadOptions } from '../index.js';
import { colourFor } from '../output/colour.js';
import { formatDiagnostic } from '../output/diagnostics.js';
import { type Context, readStdin, write } from './context.js';

export interface ReadNotes {
  results: NoteResult[];
  /** Some input could not be read or parsed. */
  failed: boolean;
}

/** Results in the order of the paths. Errors and warnings go to stderr, one line each. */
export async function* readEach(
  paths: readonly string[],
  options: ReadOptions,
  context: Context,
): AsyncGenerator<NoteResult> {
  const stdin = paths.includes('-') ? await readStdin(context.stdin) : undefined;
  for (const file of await findFiles(paths)) {
    const result = await parseFile(file, options, stdin);
    await report(result, context);
    yield result;
  }
}

export async function readAll(
  paths: readonly string[],
  options: ReadOptions,
  context: Context,
): Promise<ReadNotes> {
  const results: NoteResult[] = [];
  for await (const result of readEach(paths, options, context)) results.push(result);
  return { results, failed: results.some((result) => result.meeting === null) };
}

async function report(result: NoteResult, context: Context): Promise<void> {
  const colour = colourFor(context.stderr, context.env);
  const worth = result.diagnostics.filter(
    ({ severity }) => severity === 'error' || severity === 'warning',
  );
  for (const diagnostic of worth) {
    const line = diagnostic.lines ? result.document?.lines[diagnostic.lines[0] - 1] : undefined;
    await write(
      context.stderr,
      `${formatDiagnostic(result.path, diagnostic, colour, line?.text)}\n`,
    );
  }
}
