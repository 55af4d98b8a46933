/**
 * One import at a time. The lock is SQLite's own on a small file beside the archive: the system lets go of it when
 * the process ends, however it ends, so no stale lock can be left.
 */
import { rmSync, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const EVERY_MS = 200;

export interface ImportLock {
  release: () => void;
}

const inode = (file: string): number | null =>
  statSync(file, { throwIfNoEntry: false })?.ino ?? null;

/** @param onWait called once where another import holds the lock; the promise resolves when it has let go */
export async function lockImport(path: string, onWait: () => void): Promise<ImportLock> {
  const { DatabaseSync } = await import('@photostructure/sqlite');
  const file = `${path}-import`;
  for (let told = false; ;) {
    const db = new DatabaseSync(file);
    const opened = inode(file);
    try {
      db.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE');
      // The import before took its file away while this one was opening it: a lock on that would hold nobody off.
      if (opened === null || inode(file) !== opened) throw new Error('locked');
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
