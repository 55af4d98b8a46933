/**
 * One import at a time. The lock is SQLite's own on a small file beside the archive: the system lets go of it when
 * the process ends, however it ends, so no stale lock can be left.
 */
import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const EVERY_MS = 200;

export interface ImportLock {
  release: () => void;
}

/** @param onWait called once where another import holds the lock; the promise resolves when it has let go */
export async function lockImport(path: string, onWait: () => void): Promise<ImportLock> {
  const { DatabaseSync } = await import('@photostructure/sqlite');
  const file = `${path}-import`;
  for (let told = false; ;) {
    const db = new DatabaseSync(file);
    try {
      db.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE');
      return {
        release: () => {
          rmSync(file, { force: true });
          db.close();
        },
      };
    } catch (error) {
      db.close();
      if (!/locked|busy/iu.test(String(error))) throw error;
    }
    if (!told) onWait();
    told = true;
    await sleep(EVERY_MS);
  }
}
