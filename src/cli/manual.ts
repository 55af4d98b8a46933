/** `sro done`, `reopen`, `cancel`, `reschedule`, `note`, `tie`, `untie`, `fix`, `withdraw`, `undo`, `journal`: what persons enter by hand. */
import {
  type Archive,
  type Circumstances,
  enterAction,
  type EntryAction,
  enterFix,
  enterTie,
  enterWithdrawal,
  journalOf,
  listAddedTo,
  nextMeetingOf,
  openArchive,
  readDeadline,
  tiedWith,
  undoLine,
} from '../archive/index.js';
import type { DataFormat } from '../output/data.js';
import { showEntry } from '../output/details.js';
import { showJournal, valueText } from '../output/journal.js';
import { sanitise } from '../output/sanitise.js';
import { answer } from './answer.js';
import { archivePath, readingArchive, withArchive } from './archive.js';
import { type Context, EXIT, type ExitCode, write } from './context.js';
import { terminal } from './log.js';

export interface ManualOptions {
  archive?: string;
  date?: string;
  by?: string;
  why?: string;
  due?: string;
}

export interface JournalOptions {
  archive?: string;
  format: DataFormat | 'text';
}

export function actionCommand(
  action: EntryAction,
  id: string,
  words: string | null,
  options: ManualOptions,
  context: Context,
): Promise<ExitCode> {
  return entering(options, context, async (archive, circumstances) => {
    const { date } = circumstances;
    const value =
      options.due === undefined
        ? words
        : readDeadline(options.due, date, nextMeetingOf(archive, id, date));
    const entry = enterAction(archive, action, id, circumstances, value);
    await write(context.stdout, showEntry(entry, ...terminal(context)));
  });
}

export function tieCommand(
  action: 'tie' | 'untie',
  one: string,
  other: string,
  options: ManualOptions,
  context: Context,
): Promise<ExitCode> {
  return entering(options, context, async (archive, circumstances) => {
    const [first, second] = enterTie(archive, action, one, other, circumstances);
    const words = action === 'tie' ? 'hör nu ihop' : 'hör inte längre ihop';
    await write(context.stdout, `${sanitise(first)} och ${sanitise(second)} ${words}.\n`);
    const still = action === 'untie' ? tiedWith(archive, first) : [];
    if (still.includes(second))
      await write(
        context.stdout,
        `De hänger ändå ihop genom ${sanitise(still.filter((name) => name !== second).join(', '))}.\n`,
      );
  });
}

export function fixCommand(
  meeting: string,
  field: string,
  value: string,
  options: ManualOptions,
  context: Context,
): Promise<ExitCode> {
  return entering(options, context, async (archive, circumstances) => {
    const { before, after } = enterFix(archive, meeting, field, value, circumstances);
    const [was = '', is = ''] = [before, after].map((one) => sanitise(valueText(one)));
    const list = listAddedTo(field);
    const words =
      list === null ? `${sanitise(field)} är nu ${is}, förut ${was}.` : `${list} har fått ${is}.`;
    await write(context.stdout, `${sanitise(meeting)}: ${words}\n`);
  });
}

export function withdrawCommand(
  meeting: string,
  options: ManualOptions,
  context: Context,
): Promise<ExitCode> {
  return entering(options, context, async (archive, circumstances) => {
    enterWithdrawal(archive, meeting, circumstances);
    await write(
      context.stdout,
      `${sanitise(meeting)} är uttaget med alla sina versioner, även dem som läses in senare: logg och listor visar det inte. sro undo tar det tillbaka.\n`,
    );
  });
}

export function undoCommand(
  number: number | undefined,
  options: ManualOptions,
  context: Context,
): Promise<ExitCode> {
  return entering(options, context, async (archive, circumstances) => {
    const { id } = undoLine(archive, circumstances, number ?? null);
    const line = journalOf(archive).find((one) => one.id === id);
    if (line)
      await write(context.stdout, `Återtaget:\n${showJournal([line], ...terminal(context))}`);
  });
}

export function journalCommand(
  about: string | undefined,
  options: JournalOptions,
  context: Context,
): Promise<ExitCode> {
  return readingArchive(options.archive, context, async (archive) => {
    const lines = journalOf(archive, about?.trim() ?? null);
    await answer(lines, options.format, false, context, () =>
      showJournal(lines, ...terminal(context)),
    );
    return EXIT.done;
  });
}

/** Nothing but blanks is nothing. */
const wordsOrNull = (words: string | undefined): string | null =>
  words === undefined || words.trim() === '' ? null : words.trim();

function entering(
  options: ManualOptions,
  context: Context,
  work: (archive: Archive, circumstances: Circumstances) => Promise<void>,
): Promise<ExitCode> {
  const path = archivePath(options.archive, context);
  return withArchive(context, path, async () => {
    const archive = await openArchive(path, 'read');
    try {
      await work(archive, {
        today: context.today,
        date: options.date ?? context.today,
        by: wordsOrNull(options.by),
        why: wordsOrNull(options.why),
      });
      return EXIT.done;
    } finally {
      archive.close();
    }
  });
}
