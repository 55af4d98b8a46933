/** `sro search`, `sro people`, `sro diff`: finding in the archive. */
import {
  changesOf,
  organisationsOf,
  peopleOf,
  refreshLog,
  searchArchive,
} from '../archive/index.js';
import type { DataFormat } from '../output/data.js';
import { showChanges, showHits, showOrganisations, showPeople } from '../output/found.js';
import { answer } from './answer.js';
import { readingArchive } from './archive.js';
import { type Context, EXIT, type ExitCode } from './context.js';
import { terminal } from './log.js';

interface Found {
  archive?: string;
  format: DataFormat | 'text';
}

export interface SearchOptions extends Found {
  since?: string;
  until?: string;
  person?: string;
  body?: string;
  era?: string;
  limit: number;
}

export interface PeopleOptions extends Found {
  organisations?: boolean;
}

export type DiffOptions = Found;

export function searchCommand(
  words: readonly string[],
  options: SearchOptions,
  context: Context,
): Promise<ExitCode> {
  // A shell takes the quotes off: what was one argument is one run of words.
  const query = words.map((word) => (word.includes(' ') ? `"${word}"` : word)).join(' ');
  return readingArchive(options.archive, context, (archive) => {
    refreshLog(archive);
    const found = searchArchive(archive, { ...options, words: query, limit: options.limit + 1 });
    const hits = found.slice(0, options.limit);
    if (found.length > hits.length)
      context.stderr.write(`Only the first ${String(options.limit)} are shown; see --limit.\n`);
    return tell(hits, options.format, context, () => showHits(hits, words, ...terminal(context)));
  });
}

export function peopleCommand(
  words: readonly string[],
  options: PeopleOptions,
  context: Context,
): Promise<ExitCode> {
  return readingArchive(options.archive, context, (archive) => {
    refreshLog(archive);
    if (options.organisations) {
      const organisations = organisationsOf(archive);
      return tell(organisations, options.format, context, () => showOrganisations(organisations));
    }
    const people = peopleOf(archive, words.length === 0 ? null : words.join(' '));
    return tell(people, options.format, context, () => showPeople(people, terminal(context)[0]));
  });
}

export function diffCommand(options: DiffOptions, context: Context): Promise<ExitCode> {
  return readingArchive(options.archive, context, (archive) => {
    const changes = changesOf(archive);
    return tell(changes, options.format, context, () => showChanges(changes));
  });
}

async function tell(
  values: readonly unknown[],
  format: DataFormat | 'text',
  context: Context,
  asText: () => string,
): Promise<ExitCode> {
  await answer(values, format, false, context, asText);
  return EXIT.done;
}
