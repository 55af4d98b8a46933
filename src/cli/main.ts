/** The command line: options → library call → writer → exit code. Knows commander; holds no logic. */
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { addArchive } from './archivecommands.js';
import type { LogCommandOptions } from './log.js';
import { addManual } from './manualcommands.js';
import { archiveOption, ERAS, formats, isoDay } from './options.js';
import type { ReadOnlyOptions } from './readers.js';
import type { ParseOptions } from './parse.js';
import { sanitiseLines } from '../output/sanitise.js';
import { type Context, EXIT, type ExitCode, write } from './context.js';

const EXAMPLES = {
  main: `
Examples:
  sro log seeds                        open uppdrag by deadline
  sro parse seeds --format ndjson      every record, one a line
  sro schema meeting                   the shape of a record`,
  parse: `
Examples:
  sro parse seeds/2026-motesanteckning.txt
  sro parse seeds --format ndjson
  sro parse 'seeds/*.txt' --format yaml
  sro parse seeds --out records
  sro parse seeds/natverksanteckning.txt --explain
  cat seeds/2018-minnesanteckningar.txt | sro parse -`,
  log: `
Examples:
  sro log seeds
  sro log seeds --overdue --as-of 2026-12-24
  sro log seeds --kind all --format json
  sro log seeds --format md
  sro log seeds --expiring --as-of 2026-12-24
  sro log fixtures/serier/sro-2021-2023 --all --as-of 2023-03-01`,
  show: `
Examples:
  sro show k8 seeds --as-of 2026-12-24   (the beginning of an id is enough)`,
  matter: `
Examples:
  sro matter suicidprevention seeds
  sro matter "digitala vårdmöten" fixtures/serier/sro-2021-2023`,
  audit: `
Examples:
  sro audit seeds`,
  schema: `
Examples:
  sro schema
  sro schema log`,
};

const PATHS = 'files, folders, globs, or - for standard input; none: the archive';

/** @param argv words after the program's name @returns the exit code; never throws for bad input or wrong usage */
export async function run(argv: readonly string[], context: Context): Promise<ExitCode> {
  let code: ExitCode = EXIT.done;
  const program = build(context, (exit) => {
    code = exit;
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  }
}

function build(context: Context, done: (code: ExitCode) => void): Command {
  const program = new Command('sro')
    .description(
      'Reads Swedish meeting notes into records and keeps the decision log (beslutslogg).',
    )
    .version('0.1.0')
    .addHelpText('after', EXAMPLES.main)
    .showHelpAfterError('(sro --help shows the commands)');
  addParse(program, context, done);
  addLog(program, context, done);
  addReaders(program, context, done);
  addArchive(program, context, done);
  addManual(program, context, done);
  addSchema(program, context);
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({
      writeOut: (text) => void context.stdout.write(text),
      writeErr: (text) => void context.stderr.write(sanitiseLines(text)),
    });
  }
  return program;
}

function addParse(program: Command, context: Context, done: (code: ExitCode) => void): void {
  program
    .command('parse')
    .description('read notes into records')
    .argument('<paths...>', 'files, folders, globs, or - for standard input')
    .addOption(formats('json', 'ndjson', 'yaml'))
    .option('-o, --out <dir>', 'write one file per note into this folder')
    .option('--era <id>', 'read with this parser, whatever the notes look like', knownEra)
    .option('--explain', 'show each note line by line with what each line became')
    .addHelpText('after', EXAMPLES.parse)
    .action(async (paths: string[], options: ParseOptions) => {
      const { parseCommand } = await import('./parse.js');
      done(await parseCommand(paths, options, context));
    });
}

function addLog(program: Command, context: Context, done: (code: ExitCode) => void): void {
  program
    .command('log')
    .description('print assignments, soonest deadline first')
    .argument('[paths...]', PATHS)
    .addOption(archiveOption())
    .addOption(formats('table', 'json', 'ndjson', 'yaml', 'csv', 'md', 'ics', 'html'))
    .option('--overdue', 'only what is past its deadline')
    .option('--as-of <date>', 'the day to judge from (YYYY-MM-DD), instead of today', isoDay)
    .addOption(
      new Option('--kind <kind>', 'which assignments')
        .choices(['uppdrag', 'atagande', 'all'])
        .default('uppdrag'),
    )
    .option('--all', 'closed ones too')
    .option(
      '--within <days>',
      'only what is to be done within so many days or weeks (30d, 2w); what is overdue, too',
      dayCount,
    )
    .option('--assignee <words>', 'only where somebody so named is to do it')
    .option('--body <name>', 'only this body')
    .option('--since <date>', 'only what was given from this day on', isoDay)
    .option('--until <date>', 'only what was given until this day', isoDay)
    .option('--expiring', 'agreements that run out, or ran out, and were not prolonged')
    .option('--exit-code', 'exit 3 where something is overdue, for cron')
    .addHelpText('after', EXAMPLES.log)
    .action(async (paths: string[], options: LogCommandOptions) => {
      const { logCommand } = await import('./log.js');
      done(await logCommand(paths, options, context));
    });
}

const textOrData = (): Option => formats('text', 'json', 'ndjson', 'yaml');

function addReaders(program: Command, context: Context, done: (code: ExitCode) => void): void {
  program
    .command('show')
    .description('show one assignment with its whole history')
    .argument('<id>', 'its id in the log, or the beginning of it')
    .argument('[paths...]', PATHS)
    .addOption(textOrData())
    .addOption(archiveOption())
    .option('--as-of <date>', 'the day to judge from (YYYY-MM-DD), instead of today', isoDay)
    .addHelpText('after', EXAMPLES.show)
    .action(async (id: string, paths: string[], options: ReadOnlyOptions) => {
      const { showCommand } = await import('./readers.js');
      done(await showCommand(id, paths, options, context));
    });
  program
    .command('matter')
    .description('show one matter across all meetings')
    .argument('<query>', 'words that name it')
    .argument('[paths...]', PATHS)
    .addOption(textOrData())
    .addOption(archiveOption())
    .addHelpText('after', EXAMPLES.matter)
    .action(async (query: string, paths: string[], options: ReadOnlyOptions) => {
      const { matterCommand } = await import('./readers.js');
      done(await matterCommand(query, paths, options, context));
    });
  program
    .command('audit')
    .description('prove that every sentence that decides or assigns is in the log, or why not')
    .argument('[paths...]', PATHS)
    .addOption(textOrData())
    .addOption(archiveOption())
    .addHelpText('after', EXAMPLES.audit)
    .action(async (paths: string[], options: ReadOnlyOptions) => {
      const { auditCommand } = await import('./readers.js');
      done(await auditCommand(paths, options, context));
    });
}

function addSchema(program: Command, context: Context): void {
  program
    .command('schema')
    .description('print the JSON Schema of a record or of a log entry')
    .addArgument(
      program.createArgument('[of]', 'which').choices(['meeting', 'log']).default('meeting'),
    )
    .addHelpText('after', EXAMPLES.schema)
    .action(async (of: 'meeting' | 'log') => {
      const { jsonSchema } = await import('../index.js');
      await write(context.stdout, `${JSON.stringify(await jsonSchema(of), null, 2)}\n`);
    });
}

function knownEra(value: string): string {
  if (!ERAS.includes(value)) throw new InvalidArgumentError(`It is one of ${ERAS.join(', ')}.`);
  return value;
}

function dayCount(value: string): number {
  const match = /^(\d{1,5})([dwv]?)$/u.exec(value);
  if (!match) throw new InvalidArgumentError('It is a number of days or weeks, such as 30d or 2w.');
  return Number(match[1]) * (match[2] === 'd' || match[2] === '' ? 1 : 7);
}
