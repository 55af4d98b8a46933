/** Which reader made a record: a hash of the program's own files that read notes. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inOrder } from '../text/order.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const READERS = [
  'src/text',
  'src/dates',
  'src/note',
  'src/sections',
  'src/read',
  'src/record',
  'parsers',
];

let known: string | null = null;

/** The same as long as the program reads notes the same way; twelve hexadecimal digits. */
export function parserVersion(): string {
  known ??= hashOf(READERS.flatMap((folder) => filesBelow(join(ROOT, folder))));
  return known;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => inOrder(a.name, b.name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesBelow(path);
      return /(?<!\.d)\.[jt]s$/u.test(entry.name) ? [path] : [];
    });
}

function hashOf(files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 12);
}
