/** Ids of meetings. */
import { createHash } from 'node:crypto';
import { fold } from '../text/normalise.js';

/** Lower case, å ä → a, ö → o, é → e, anything else → "-". */
export function slug(name: string): string {
  return fold(name)
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '');
}

export const sha256 = (data: string | Uint8Array): string =>
  createHash('sha256').update(data).digest('hex');

/** "sro-2021-11-19"; without a date "sro-1a2b3c4d", by the text's hash; without a body "okand-…". */
export function meetingId(body: string | null, date: string | null, text: string): string {
  const name = body === null ? 'okand' : slug(body) || 'okand';
  return `${name}-${date ?? sha256(text).slice(0, 8)}`;
}
