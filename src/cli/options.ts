/** Options that several commands have. */
import { InvalidArgumentError, Option } from 'commander';

/** Forms of notes, by the ids of their parsers. */
export const ERAS = ['minnesanteckning', 'motesanteckning', 'natverksanteckning'];

export const formats = (...names: string[]): Option =>
  new Option('-f, --format <format>', 'how to write it').choices(names).default(names[0]);

export const archiveOption = (): Option =>
  new Option(
    '--archive <file>',
    'the archive; by default $SRO_ARCHIVE, else the nearest sro.db upward, else ./sro.db',
  );

export function isoDay(value: string): string {
  const [year = 0, month = 0, day = 0] = value.split('-').map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  const isDay =
    /^\d{4}-\d\d-\d\d$/u.test(value) &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day;
  if (!isDay) throw new InvalidArgumentError('It is a day of the calendar as YYYY-MM-DD.');
  return value;
}
