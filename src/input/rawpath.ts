/**
 * File names that are not valid UTF-8: old archives have names in Latin-1. Node shows their odd bytes as U+FFFD; here
 * the name is found again by its bytes.
 */
import { readdir } from 'node:fs/promises';
import { sep } from 'node:path';

/** @returns the path itself, or its bytes where it holds U+FFFD and exactly one file has a name shown so */
export async function rawPath(path: string): Promise<string | Buffer> {
  if (!path.includes('\uFFFD')) return path;
  let found = Buffer.from(path.startsWith(sep) ? sep : '');
  for (const part of path.split(sep).filter((name) => name !== '')) {
    const name = part.includes('\uFFFD') ? await byteName(found, part) : Buffer.from(part);
    if (!name) return path;
    const between = found.length === 0 || found.at(-1) === sep.charCodeAt(0) ? '' : sep;
    found = Buffer.concat([found, Buffer.from(between), name]);
  }
  return found;
}

async function byteName(folder: Buffer, shown: string): Promise<Buffer | null> {
  const names = await readdir(folder.length === 0 ? '.' : folder, { encoding: 'buffer' });
  const same = names.filter((name) => name.toString() === shown);
  return same.length === 1 ? (same[0] ?? null) : null;
}
