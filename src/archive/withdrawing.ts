/**
 * Taking a meeting out: its notes stay, with their records, but no list, log or search shows them, and no import brings
 * them back. The journal says so as a correction of the whole record, so that undoing it is undoing a line.
 */
import { addLine } from './journal.js';
import { type Archive, UsageError } from './database.js';
import type { Circumstances } from './entering.js';
import { refreshLog } from './log.js';
import { chooseLead } from './notes.js';
import { WHOLE } from './withdrawn.js';

/** @throws UsageError where no such meeting is shown, or the day has not come */
export function enterWithdrawal(
  archive: Archive,
  meeting: string,
  { date, today, by, why }: Circumstances,
): void {
  const known = archive.get('SELECT 1 AS known FROM notes WHERE leads AND meeting = ?', meeting);
  if (!known) throw new UsageError(`There is no meeting ${meeting} in the archive.`);
  if (date > today) throw new UsageError(`${date} has not come yet.`);
  const value = JSON.stringify({ field: WHOLE, value: null });
  archive.transaction(() => {
    addLine(archive, { action: 'fix', target: meeting, value, date, person: by, why });
    chooseLead(archive, meeting);
  });
  refreshLog(archive);
}
