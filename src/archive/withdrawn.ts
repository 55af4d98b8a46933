/** Which meetings persons have taken out. */
import type { Archive } from './database.js';

/** The field of a correction that takes the whole record out. */
export const WHOLE = '.';

const HOLDS = `action = 'fix' AND value ->> '$.field' = '${WHOLE}'
  AND id NOT IN (SELECT undoes FROM journal WHERE undoes IS NOT NULL)`;

export const isWithdrawn = (archive: Archive, meeting: string): boolean =>
  archive.get(`SELECT 1 AS found FROM journal WHERE target = ? AND ${HOLDS}`, meeting) !==
  undefined;

/** Ids of the meetings that are taken out, in order. */
export const withdrawnMeetings = (archive: Archive): string[] =>
  archive
    .all<{ target: string }>(`SELECT DISTINCT target FROM journal WHERE ${HOLDS} ORDER BY target`)
    .map(({ target }) => target);
