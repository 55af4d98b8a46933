/** What commands that use the archive share: which one, and how its troubles are told. */
import { existsSync } from 'node:fs';
import {
  type Archive,
  ArchiveError,
  explainArchiveError,
  locateArchive,
  openArchive,
  statusOf,
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

/**
 * Before a command reads notes that are named: `--archive` beside them would do nothing, and an archive nearby may hold
 * entries by hand, of which the notes know nothing.
 * @returns an exit code where the command ends with that
 */
export async function besideTheArchive(
  named: string | undefined,
  context: Context,
): Promise<ExitCode | null> {
  if (named !== undefined) {
    await write(context.stderr, 'sro: name either notes or --archive, not both\n');
    return EXIT.usage;
  }
  const path = archivePath(named, context);
  if (!existsSync(path)) return null;
  try {
    const archive = await openArchive(path, 'read');
    const { manual } = statusOf(archive);
    archive.close();
    if (manual > 0)
      await write(
        context.stderr,
        `${sanitise(path)} har ${String(manual)} ${manual === 1 ? 'rad' : 'rader'} införda för hand, som inte räknas här: utan sökvägar läses arkivet\n`,
      );
  } catch {
    // An archive that cannot be read is none that could have been meant.
  }
  return null;
}

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
