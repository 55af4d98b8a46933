/** The commands by which persons enter what happened beside the notes. */
import { type Command, InvalidArgumentError } from 'commander';
import type { Context, ExitCode } from './context.js';
import type { JournalOptions, ManualOptions } from './manual.js';
import { archiveOption, formats, isoDay } from './options.js';

type Done = (code: ExitCode) => void;

const ID = 'its id in the log, or the beginning of it';

export function addManual(program: Command, context: Context, done: Done): void {
  addActions(program, context, done);
  addTies(program, context, done);
  const fix = command(
    program,
    'fix',
    'correct a field of a meeting’s record; the note’s own reading is kept',
  )
    .argument('<meeting>', 'id of the meeting')
    .argument(
      '<field>',
      'a key of the record, and in a list the number, id or name of its member, or its place as #2; + for a member that was missed',
    )
    .argument(
      '<value>',
      'words; null for none, or to take the member out of its list; JSON where the field holds no words, or for a member',
    )
    .addHelpText(
      'after',
      `
Examples:
  sro fix sro-2026-03-12 place "Regionens hus, Skövde" --by Anna
  sro fix sro-2026-03-12 agenda.3.title "Samverkan om hemsjukvård"
  sro fix sro-2026-03-12 decisions.d1.text "Gruppen noterar rapporten." --why "avskrivningsfel"
  sro fix sro-2026-03-12 participants.#2.role sekreterare
  sro fix sro-2026-03-12 assignments.a1.due "senast i maj 2026"
  sro fix sro-2026-03-12 assignments.a2 null --why "ett förslag, inget uppdrag"
  sro fix sro-2026-03-12 assignments.+ '{"item": "4", "assignees": ["Kansliet"], "task": "tar fram en plan",
    "due": "senast i maj 2026", "text": "Kansliet bör ta fram en plan senast i maj."}'`,
    );
  fix.action(async (meeting: string, field: string, value: string, options: ManualOptions) => {
    const { fixCommand } = await import('./manual.js');
    done(await fixCommand(meeting, field, value, options, context));
  });
  const withdraw = command(
    program,
    'withdraw',
    'take a meeting that does not belong here, in every version, out of log, lists and search; its notes are kept',
  )
    .argument('<meeting>', 'id of the meeting')
    .addHelpText(
      'after',
      '\nExamples:\n  sro withdraw sro-2026-03-12 --why "ett annat organs möte"',
    );
  withdraw.action(async (meeting: string, options: ManualOptions) => {
    const { withdrawCommand } = await import('./manual.js');
    done(await withdrawCommand(meeting, options, context));
  });
  addJournal(program, context, done);
}

function addJournal(program: Command, context: Context, done: Done): void {
  const undo = command(program, 'undo', 'take an entry by hand back; nothing is erased')
    .argument('[number]', 'its number in the journal; else the last entry', lineNumber)
    .addHelpText('after', '\nExamples:\n  sro undo\n  sro undo 12 --why "fel uppdrag"');
  undo.action(async (number: number | undefined, options: ManualOptions) => {
    const { undoCommand } = await import('./manual.js');
    done(await undoCommand(number, options, context));
  });
  const journal = program
    .command('journal')
    .description('what was entered by hand, line by line, and what of it was taken back')
    .argument('[id]', 'only about this assignment, meeting or name')
    .addOption(archiveOption())
    .addOption(formats('text', 'json', 'ndjson', 'yaml'))
    .addHelpText('after', '\nExamples:\n  sro journal\n  sro journal k8nd --format json');
  journal.action(async (about: string | undefined, options: JournalOptions) => {
    const { journalCommand } = await import('./manual.js');
    done(await journalCommand(about, options, context));
  });
}

function lineNumber(value: string): number {
  if (!/^[1-9]\d{0,8}$/u.test(value))
    throw new InvalidArgumentError('It is the number of a line. See sro journal.');
  return Number(value);
}

function addActions(program: Command, context: Context, done: Done): void {
  const simple = [
    ['done', 'enter that an assignment is completed'],
    ['reopen', 'enter that a closed assignment is open again'],
    ['cancel', 'enter that an assignment is cancelled'],
  ] as const;
  for (const [name, description] of simple) {
    const one = command(program, name, description).argument('<id>', ID);
    one.addHelpText(
      'after',
      `\nExamples:\n  sro ${name} k8nd --why "beslut i presidiet" --by Anna`,
    );
    one.action(async (id: string, options: ManualOptions) => {
      const { actionCommand } = await import('./manual.js');
      done(await actionCommand(name, id, null, options, context));
    });
  }
  const reschedule = command(program, 'reschedule', 'enter a new deadline')
    .argument('<id>', ID)
    .requiredOption('--due <words>', 'a date, or Swedish words such as "senast i maj 2026"')
    .addHelpText('after', '\nExamples:\n  sro reschedule k8nd --due "före sommaren 2027"');
  reschedule.action(async (id: string, options: ManualOptions) => {
    const { actionCommand } = await import('./manual.js');
    done(await actionCommand('reschedule', id, null, options, context));
  });
  const note = command(program, 'note', 'add words to an assignment’s history')
    .argument('<id>', ID)
    .argument('<words>', 'what is to be remembered')
    .addHelpText('after', '\nExamples:\n  sro note k8nd "underlaget är på väg"');
  note.action(async (id: string, words: string, options: ManualOptions) => {
    const { actionCommand } = await import('./manual.js');
    done(await actionCommand('note', id, words, options, context));
  });
}

function addTies(program: Command, context: Context, done: Done): void {
  const both = [
    ['tie', 'two assignments are one matter, or two spellings one name'],
    ['untie', 'take such a tie back'],
  ] as const;
  for (const [name, description] of both) {
    const one = command(program, name, description)
      .argument('<one>', 'id of an assignment, or a name as printed')
      .argument('<other>', 'the other one')
      .addHelpText(
        'after',
        `\nExamples:\n  sro ${name} k8nd f2d3\n  sro ${name} "Helene Ek" "Heléne Ek"`,
      );
    one.action(async (first: string, other: string, options: ManualOptions) => {
      const { tieCommand } = await import('./manual.js');
      done(await tieCommand(name, first, other, options, context));
    });
  }
}

/** A command with the circumstances that every entry by hand may tell. */
function command(program: Command, name: string, description: string): Command {
  return program
    .command(name)
    .description(description)
    .addOption(archiveOption())
    .option('--date <date>', 'the day on which it happened (YYYY-MM-DD), instead of today', isoDay)
    .option('--by <name>', 'who enters it')
    .option('--why <words>', 'the reason');
}
