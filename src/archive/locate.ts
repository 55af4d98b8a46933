/** Which archive a command means: `--archive`, else `$SRO_ARCHIVE`, else the nearest `sro.db` upward, else `./sro.db`. */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

export const ARCHIVE_NAME = 'sro.db';

/** @param named what `--archive` said @param from the folder to look from */
export function locateArchive(
  named: string | undefined,
  env: NodeJS.ProcessEnv,
  from: string = process.cwd(),
): string {
  const asked = named ?? env['SRO_ARCHIVE'];
  if (asked !== undefined && asked !== '') return resolve(from, asked);
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    const file = join(folder, ARCHIVE_NAME);
    if (existsSync(file)) return file;
    if (folder === dirname(folder)) return resolve(from, ARCHIVE_NAME);
  }
}
