/** `sro show`, `sro matter`, `sro audit`: one assignment, one matter, and the proof that nothing is missing. */
import {
  audit,
  findMatter,
  type LogEntry,
  type Meeting,
  readLog,
  sentencesIn,
  type SourceDocument,
} from '../index.js';
import type { DataFormat } from '../output/data.js';
import { looseLines } from '../output/importreport.js';
import { showAudit, showEntry, showMatter } from '../output/details.js';
import { sanitise } from '../output/sanitise.js';
import { answer } from './answer.js';
import { besideTheArchive, readingArchive } from './archive.js';
import { type Context, EXIT, type ExitCode, write } from './context.js';
import { meetingsOf, terminal } from './log.js';
import { readAll } from './read.js';
import { inOrder } from '../text/order.js';

export interface ReadOnlyOptions {
  archive?: string;
  format: DataFormat | 'text';
  asOf?: string;
}

export async function showCommand(
  id: string,
  paths: readonly string[],
  options: ReadOnlyOptions,
  context: Context,
): Promise<ExitCode> {
  const today = options.asOf ?? context.today;
  if (paths.length === 0)
    return readingArchive(options.archive, context, async (archive) => {
      const { logOf, looseEntries, renamedTo } = await import('../archive/index.js');
      const { entries } = logOf(archive, { today, kind: 'all', closed: true, overdue: false });
      const wanted = id.trim().toLowerCase();
      const loose = looseEntries(archive).filter((one) => one.id === wanted);
      if (loose.length > 0) {
        await write(context.stderr, looseLines({ loose, renamed: [], overtaken: [] }));
        return EXIT.badInput;
      }
      return writeEntry(renamedTo(archive, wanted) ?? wanted, entries, options, context, false);
    });
  const refused = await besideTheArchive(options.archive, context);
  if (refused !== null) return refused;
  const { results, failed } = await readAll(paths, {}, context);
  const { entries } = readLog(meetingsOf(results), { today });
  return writeEntry(id.trim().toLowerCase(), entries, options, context, failed);
}

async function writeEntry(
  id: string,
  entries: readonly LogEntry[],
  options: ReadOnlyOptions,
  context: Context,
  failed: boolean,
): Promise<ExitCode> {
  const found = entries.filter((entry) => entry.id === id);
  const near =
    found.length > 0 || id === '' ? found : entries.filter((entry) => entry.id.startsWith(id));
  const [entry] = near;
  if (!entry || near.length > 1) {
    const why =
      near.length > 1
        ? `flera uppdrag börjar på ${id}: ${near.map((one) => one.id).join(', ')}`
        : `inget uppdrag har id ${id === '' ? '(tomt)' : id}`;
    await write(context.stderr, `sro show: ${sanitise(why)}\n`);
    return EXIT.usage;
  }
  await answer([entry], options.format, true, context, () =>
    showEntry(entry, ...terminal(context)),
  );
  return failed ? EXIT.badInput : EXIT.done;
}

export async function matterCommand(
  query: string,
  paths: readonly string[],
  options: ReadOnlyOptions,
  context: Context,
): Promise<ExitCode> {
  if (paths.length === 0)
    return readingArchive(options.archive, context, async (archive) => {
      const { meetingsOf: archived } = await import('../archive/index.js');
      return writeMatter(archived(archive), query, options, context, false);
    });
  const refused = await besideTheArchive(options.archive, context);
  if (refused !== null) return refused;
  const { results, failed } = await readAll(paths, {}, context);
  return writeMatter(meetingsOf(results), query, options, context, failed);
}

async function writeMatter(
  meetings: readonly Meeting[],
  query: string,
  options: ReadOnlyOptions,
  context: Context,
  failed: boolean,
): Promise<ExitCode> {
  const steps = findMatter(meetings, query);
  await answer(steps, options.format, false, context, () =>
    showMatter(steps, query, ...terminal(context)),
  );
  return failed ? EXIT.badInput : EXIT.done;
}

export async function auditCommand(
  paths: readonly string[],
  options: ReadOnlyOptions,
  context: Context,
): Promise<ExitCode> {
  if (paths.length === 0)
    return readingArchive(options.archive, context, async (archive) => {
      const { documentsOf } = await import('../archive/index.js');
      return writeAudit(documentsOf(archive), options, context, false);
    });
  const refused = await besideTheArchive(options.archive, context);
  if (refused !== null) return refused;
  const { results, failed } = await readAll(paths, {}, context);
  return writeAudit(results, options, context, failed);
}

async function writeAudit(
  notes: Iterable<{ meeting: Meeting | null; document: SourceDocument | null }>,
  options: ReadOnlyOptions,
  context: Context,
  failed: boolean,
): Promise<ExitCode> {
  const rows = [...notes].flatMap(({ meeting, document }) =>
    meeting && document ? audit([{ meeting, sentences: sentencesIn(document) }]) : [],
  );
  rows.sort((a, b) => inOrder(a.path, b.path) || a.lines[0] - b.lines[0]);
  await answer(rows, options.format, false, context, () => showAudit(rows, ...terminal(context)));
  return failed || rows.some(({ where }) => where === 'unexplained') ? EXIT.badInput : EXIT.done;
}
