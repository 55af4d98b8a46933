/** `sro import` and `sro status`: notes into the archive, and what became of each file. */
import { availableParallelism } from 'node:os';
import {
  type Archive,
  countFiles,
  type FileOutcome,
  filesWith,
  importPaths,
  type ImportResult,
  lockImport,
  openArchive,
  type Outcome,
  statusOf,
} from '../archive/index.js';
import { type DataFormat, isDataFormat, writeData } from '../output/data.js';
import {
  fileReport,
  overtakenWords,
  statusText,
  summary,
  troubleLines,
} from '../output/importreport.js';
import { Progress } from '../output/progress.js';
import { sanitise } from '../output/sanitise.js';
import { archivePath, withArchive } from './archive.js';
import { type Context, EXIT, type ExitCode, write } from './context.js';

export interface ImportCommandOptions {
  archive?: string;
  report?: string;
  maxSize: number;
  timeout: number;
  jobs?: number;
  fromExport?: boolean;
}

/** Outcomes that a person has something to do with. */
const TROUBLE: readonly Outcome[] = ['unreadable'];

export async function importCommand(
  paths: readonly string[],
  options: ImportCommandOptions,
  context: Context,
): Promise<ExitCode> {
  const path = archivePath(options.archive, context);
  return withArchive(context, path, async () => {
    const lock = await lockImport(path, () => {
      context.stderr.write(`Another import is writing to ${sanitise(path)}; waiting for it.\n`);
    });
    try {
      const archive = await openArchive(path, 'write');
      try {
        return await runImport(archive, paths, options, context);
      } finally {
        archive.close();
      }
    } finally {
      lock.release();
    }
  });
}

async function runImport(
  archive: Archive,
  paths: readonly string[],
  options: ImportCommandOptions,
  context: Context,
): Promise<ExitCode> {
  const progress = new Progress(context.stderr, 'files');
  if (context.stderr.isTTY)
    void countFiles(paths).then((total) => {
      progress.total = total;
    });
  const outcomes: FileOutcome[] = [];
  const troubles: FileOutcome[] = [];
  const stop = new AbortController();
  const onSignal = (): void => {
    stop.abort();
  };
  process.once('SIGINT', onSignal);
  try {
    const result = await importPaths(archive, paths, {
      threads: options.jobs ?? availableParallelism(),
      maxSize: options.maxSize,
      timeout: options.timeout * 1000,
      signal: stop.signal,
      onRead: (file, count) => {
        progress.tell(count, file);
      },
      onFile: (outcome) => {
        if (options.report !== undefined) outcomes.push(outcome);
        if (TROUBLE.includes(outcome.outcome)) troubles.push(outcome);
      },
    });
    progress.end();
    await write(context.stderr, troubleLines(troubles));
    return await tell(result, outcomes, options, context);
  } finally {
    progress.end();
    process.removeListener('SIGINT', onSignal);
  }
}

async function tell(
  result: ImportResult,
  outcomes: readonly FileOutcome[],
  options: ImportCommandOptions,
  context: Context,
): Promise<ExitCode> {
  if (options.report !== undefined) {
    const { default: writeFileAtomic } = await import('write-file-atomic');
    await writeFileAtomic(options.report, await fileReport(outcomes, options.report));
  }
  for (const correction of result.overtaken)
    await write(context.stderr, `${sanitise(overtakenWords(correction))}\n`);
  await write(context.stdout, summary(result));
  if (result.stopped) return EXIT.interrupted;
  return TROUBLE.some((outcome) => result.counts[outcome]) ? EXIT.badInput : EXIT.done;
}

export interface StatusCommandOptions {
  archive?: string;
  format: DataFormat | 'text';
  files?: boolean;
}

/** Outcomes that `--files` lists: what is not simply in the archive. */
const LISTED: readonly Outcome[] = [
  'review',
  'not-a-note',
  'unreadable',
  'duplicate',
  'version',
  'skipped',
];

export async function statusCommand(
  options: StatusCommandOptions,
  context: Context,
): Promise<ExitCode> {
  const path = archivePath(options.archive, context);
  return withArchive(context, path, async () => {
    const archive = await openArchive(path, 'read');
    try {
      const status = statusOf(archive);
      const files = options.files ? filesWith(archive, LISTED) : [];
      const text = isDataFormat(options.format)
        ? await writeData(options.files ? files : [status], options.format, !options.files)
        : statusText(status, files);
      await write(context.stdout, text);
      return EXIT.done;
    } finally {
      archive.close();
    }
  });
}
