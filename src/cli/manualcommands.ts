/** The commands by which persons enter what happened beside the notes. */
import type { Command } from 'commander';
import type { Context, ExitCode } from './context.js';
import type { ManualOptions } from './manual.js';
import { archiveOption, isoDay } from './options.js';

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
      'a key of the record, and in a list the number, id or name of its member, or its place as #2',
    )
    .argument('<value>', 'words; null for none; JSON where the field holds no words')
    .addHelpText(
      'after',
      `
Examples:
  sro fix sro-2026-03-12 place "Regionens hus, Skövde" --by Anna
  sro fix sro-2026-03-12 agenda.3.title "Samverkan om hemsjukvård"
  sro fix sro-2026-03-12 decisions.d1.text "Gruppen noterar rapporten." --why "avskrivningsfel"
  sro fix sro-2026-03-12 participants.#2.role sekreterare`,
    );
  fix.action(async (meeting: string, field: string, value: string, options: ManualOptions) => {
    const { fixCommand } = await import('./manual.js');
    done(await fixCommand(meeting, field, value, options, context));
  });
  const undo = command(program, 'undo', 'take the last entry by hand back; nothing is erased');
  undo.addHelpText('after', '\nExamples:\n  sro undo');
  undo.action(async (options: ManualOptions) => {
    const { undoCommand } = await import('./manual.js');
    done(await undoCommand(options, context));
  });
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
