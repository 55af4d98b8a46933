/** `sro import` and `sro status`: notes into the archive, and what became of each file. */
import { lstat } from 'node:fs/promises';
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
  whatIsLoose,
} from '../archive/index.js';
import type { DataFormat } from '../output/data.js';
import { findFiles, NO_MATCH, NO_SUCH_FILE } from '../input/files.js';
import {
  goneLines,
  looseLines,
  missingLines,
  statusText,
  summary,
  troubleLines,
} from '../output/importreport.js';
import { Progress } from '../output/progress.js';
import { sanitise } from '../output/sanitise.js';
import { answer } from './answer.js';
import { archivePath, withArchive } from './archive.js';
import { type Context, EXIT, type ExitCode, write } from './context.js';
import { openReport, type Report } from './report.js';

export interface ImportCommandOptions {
  archive?: string;
  report?: string;
  maxSize: number;
  timeout: number;
  jobs?: number;
  fromExport?: boolean;
  again?: boolean;
}

/** Outcomes that a person has something to do with. */
const TROUBLE: readonly Outcome[] = ['unreadable'];

export async function importCommand(
  paths: readonly string[],
  options: ImportCommandOptions,
  context: Context,
): Promise<ExitCode> {
  if (paths.includes('-')) {
    // A record points back to its file; what came by a pipe has none to go back to.
    await write(context.stderr, 'sro import reads files, not standard input: save it first\n');
    return EXIT.usage;
  }
  const path = archivePath(options.archive, context);
  const report = await openReport(options.report, path, context);
  if (report === null) return EXIT.usage;
  if (!(await anyNamed(paths))) {
    // An empty archive made by a slip of the keys would be found by every command below this folder.
    await write(context.stderr, missingLines(paths));
    return EXIT.badInput;
  }
  return withArchive(context, path, async () => {
    const lock = await lockImport(path, () => {
      context.stderr.write(`Another import is writing to ${sanitise(path)}; waiting for it.\n`);
    });
    try {
      const archive = await openArchive(path, 'write');
      try {
        return await runImport(archive, paths, report, options, context);
      } finally {
        archive.close();
      }
    } finally {
      lock.release();
    }
  });
}

async function anyNamed(paths: readonly string[]): Promise<boolean> {
  for (const path of paths) if (await lstat(path).catch(() => null)) return true;
  const found = await findFiles(paths);
  return found.some(({ problem }) => problem !== NO_SUCH_FILE && problem !== NO_MATCH);
}

async function runImport(
  archive: Archive,
  paths: readonly string[],
  report: Report,
  options: ImportCommandOptions,
  context: Context,
): Promise<ExitCode> {
  const progress = new Progress(context.stderr, 'files');
  if (context.stderr.isTTY)
    void countFiles(paths).then((total) => {
      progress.total = total;
    });
  const troubles: FileOutcome[] = [];
  const stop = new AbortController();
  const onSignal = (): void => {
    progress.end();
    context.stderr.write('Stopping; what has been read is stored.\n');
    stop.abort();
  };
  process.once('SIGINT', onSignal);
  try {
    const result = await importPaths(archive, paths, {
      threads: options.jobs ?? availableParallelism(),
      maxSize: options.maxSize,
      timeout: options.timeout * 1000,
      again: options.again ?? false,
      leave: report.path === null ? [] : [report.path],
      signal: stop.signal,
      onRead: (file, count) => {
        progress.tell(count, file);
      },
      onFile: (outcome) => {
        report.add(outcome);
        if (isTrouble(outcome)) troubles.push(outcome);
      },
      onBody: (body, count, total) => {
        progress.show(`the log, ${String(count)}/${String(total)} bodies  ${sanitise(body)}`);
      },
    });
    progress.end();
    await write(context.stderr, troubleLines(troubles));
    await report.write();
    return await tell(result, archive.path, report, context);
  } finally {
    progress.end();
    process.removeListener('SIGINT', onSignal);
  }
}

/** Not read now; or read before, and now no note: its record is of an earlier day. */
const isTrouble = ({ outcome, meeting }: FileOutcome): boolean =>
  TROUBLE.includes(outcome) || (outcome === 'not-a-note' && meeting !== null);

async function tell(
  result: ImportResult,
  path: string,
  report: Report,
  context: Context,
): Promise<ExitCode> {
  await write(context.stderr, missingLines(result.missing) + goneLines(result.gone));
  await write(context.stderr, looseLines(result));
  // A report on standard output stands there alone.
  await write(report.isOnStdout ? context.stderr : context.stdout, summary(result, path));
  if (result.stopped) return EXIT.interrupted;
  const failed = result.missing.length > 0 || TROUBLE.some((outcome) => result.counts[outcome]);
  return failed ? EXIT.badInput : EXIT.done;
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
      const loose = whatIsLoose(archive);
      const values = options.files ? files : [{ ...status, ...loose }];
      await answer(
        values,
        options.format,
        !options.files,
        context,
        () => statusText(status, files) + looseLines(loose),
      );
      return EXIT.done;
    } finally {
      archive.close();
    }
  });
}
