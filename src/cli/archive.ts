/** What commands that use the archive share: which one, and how its troubles are told. */
import {
  type Archive,
  ArchiveError,
  explainArchiveError,
  locateArchive,
  openArchive,
  UsageError,
} from '../archive/index.js';
import { sanitise } from '../output/sanitise.js';
import { type Context, EXIT, type ExitCode, write } from './context.js';

export const archivePath = (named: string | undefined, context: Context): string =>
  locateArchive(named, context.env);

/** Runs a command's work; what the database objects to becomes one line and exit 1. */
export async function withArchive(
  context: Context,
  path: string,
  work: () => Promise<ExitCode>,
): Promise<ExitCode> {
  try {
    return await work();
  } catch (error) {
    const isOurs = error instanceof ArchiveError;
    if (!isOurs && !isFromDatabase(error)) throw error;
    const message = isOurs ? error.message : explainArchiveError(error, path);
    await write(context.stderr, `sro: ${sanitise(message)}\n`);
    return error instanceof UsageError ? EXIT.usage : EXIT.badInput;
  }
}

const isFromDatabase = (error: unknown): boolean => {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return (
    /SQLITE|ENOSPC|EROFS|EACCES|ENOENT|ENOTDIR/u.test(code) || String(error).includes('SQLITE')
  );
};

/** Opens the archive for reading, and closes it whatever happens. */
export function readingArchive(
  named: string | undefined,
  context: Context,
  work: (archive: Archive) => Promise<ExitCode>,
): Promise<ExitCode> {
  const path = archivePath(named, context);
  return withArchive(context, path, async () => {
    const archive = await openArchive(path, 'read');
    try {
      return await work(archive);
    } finally {
      archive.close();
    }
  });
}
