/** The commands of the archive: import, status, search, people, diff. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Context, ExitCode } from './context.js';
import { archiveOption, ERAS, formats, isoDay } from './options.js';
import type { ExportOptions } from './export.js';
import type { ImportCommandOptions, StatusCommandOptions } from './import.js';
import type { DiffOptions, PeopleOptions, SearchOptions } from './search.js';

const EXAMPLES = {
  import: `
Examples:
  sro import seeds
  sro import notes 'old/**/*.pdf' --report report.csv
  sro import notes --archive all.db --max-size 50MB`,
  status: `
Examples:
  sro status
  sro status --files`,
  search: `
Examples:
  sro search vårdavtal
  sro search "psykisk hälsa" --since 2021-01-01 --format json`,
  people: `
Examples:
  sro people
  sro people Eliasson
  sro people --organisations`,
  diff: `
Examples:
  sro diff`,
  export: `
Examples:
  sro export - > all.ndjson
  sro export records --format json
  sro import --from-export all.ndjson --archive copy.db
  sro export tables --format csv`,
};

type Done = (code: ExitCode) => void;

export function addArchive(program: Command, context: Context, done: Done): void {
  addImport(program, context, done);
  addStatus(program, context, done);
  addSearch(program, context, done);
  addPeople(program, context, done);
  addDiff(program, context, done);
  addExport(program, context, done);
}

function addImport(program: Command, context: Context, done: Done): void {
  program
    .command('import')
    .description('read notes into the archive; what is known already is left alone')
    .argument('<paths...>', 'files, folders or globs: txt, md, PDF with text, DOCX')
    .addOption(archiveOption())
    .option(
      '--report <file>',
      'write one line per file (NDJSON, or CSV where the name ends in .csv)',
    )
    .option('--max-size <size>', 'do not read larger files (20MB, 500kB)', byteCount, 20_000_000)
    .option('--timeout <seconds>', 'give up a file after so long', seconds, 60)
    .option('--from-export', 'the paths are what sro export wrote, not notes')
    .option('--again', 'look into every file, also where size and time are as before')
    .option('--jobs <count>', 'files read at the same time; by default one per core', jobs)
    .addHelpText('after', EXAMPLES.import)
    .action(async (paths: string[], options: ImportCommandOptions) => {
      if (options.fromExport) {
        const { restoreCommand } = await import('./restore.js');
        done(await restoreCommand(paths, options, context));
        return;
      }
      const { importCommand } = await import('./import.js');
      done(await importCommand(paths, options, context));
    });
}

function addStatus(program: Command, context: Context, done: Done): void {
  program
    .command('status')
    .description('what the archive holds, and what became of each file')
    .addOption(archiveOption())
    .addOption(formats('text', 'json', 'ndjson', 'yaml'))
    .option('--files', 'list the files that are not simply in the archive, with the reason')
    .addHelpText('after', EXAMPLES.status)
    .action(async (options: StatusCommandOptions) => {
      const { statusCommand } = await import('./import.js');
      done(await statusCommand(options, context));
    });
}

function addSearch(program: Command, context: Context, done: Done): void {
  program
    .command('search')
    .description('find words in titles, items, decisions, assignments and people')
    .argument(
      '<words...>',
      'words or parts of words that must all occur; what is quoted, as it stands',
    )
    .addOption(archiveOption())
    .addOption(formats('text', 'json', 'ndjson', 'yaml'))
    .option('--since <date>', 'only meetings from this day on', isoDay)
    .option('--until <date>', 'only meetings until this day', isoDay)
    .option('--person <name>', 'only meetings of which this person was a participant')
    .option('--body <name>', 'only this body')
    .addOption(new Option('--era <id>', 'only notes of this era').choices(ERAS))
    .option('--limit <count>', 'at most so many hits', count, 100)
    .addHelpText('after', EXAMPLES.search)
    .action(async (words: string[], options: SearchOptions) => {
      const { searchCommand } = await import('./search.js');
      done(await searchCommand(words, options, context));
    });
}

function addPeople(program: Command, context: Context, done: Done): void {
  program
    .command('people')
    .description('people with their offices over time, and spellings that may be one')
    .argument('[name...]', 'only who is so named')
    .addOption(archiveOption())
    .addOption(formats('text', 'json', 'ndjson', 'yaml'))
    .option('--organisations', 'organisations instead of people')
    .addHelpText('after', EXAMPLES.people)
    .action(async (name: string[], options: PeopleOptions) => {
      const { peopleCommand } = await import('./search.js');
      done(await peopleCommand(name, options, context));
    });
}

function addDiff(program: Command, context: Context, done: Done): void {
  program
    .command('diff')
    .description('which records the last import that changed any has changed, and how')
    .addOption(archiveOption())
    .addOption(formats('text', 'json', 'ndjson', 'yaml'))
    .addHelpText('after', EXAMPLES.diff)
    .action(async (options: DiffOptions) => {
      const { diffCommand } = await import('./search.js');
      done(await diffCommand(options, context));
    });
}

function addExport(program: Command, context: Context, done: Done): void {
  program
    .command('export')
    .description(
      'everything in the archive back out: one file per note into a folder, or one stream',
    )
    .argument('<target>', 'a folder, or - for standard output')
    .addOption(archiveOption())
    .addOption(formats('ndjson', 'json', 'yaml', 'csv'))
    .addHelpText('after', EXAMPLES.export)
    .action(async (target: string, options: ExportOptions) => {
      const { exportCommand } = await import('./export.js');
      done(await exportCommand(target, options, context));
    });
}

const FACTOR: Record<string, number> = { '': 1, b: 1, kb: 1e3, mb: 1e6, gb: 1e9 };

function byteCount(value: string): number {
  const match = /^(\d{1,12})\s*([kmg]?b)?$/iu.exec(value);
  if (!match) throw new InvalidArgumentError('It is a number of bytes, such as 500kB or 20MB.');
  return Number(match[1]) * (FACTOR[(match[2] ?? '').toLowerCase()] ?? 1);
}

function seconds(value: string): number {
  const number = Number(value);
  if (!(number >= 1 && number < 100_000))
    throw new InvalidArgumentError('It is a number of seconds, at least 1.');
  return number;
}

/** More threads than files that are taken up at once would only use memory. */
const MOST_JOBS = 64;

function jobs(value: string): number {
  const number = count(value);
  if (number > MOST_JOBS)
    throw new InvalidArgumentError(`It is a number of threads, at most ${String(MOST_JOBS)}.`);
  return number;
}

function count(value: string): number {
  if (!/^[1-9]\d{0,5}$/u.test(value))
    throw new InvalidArgumentError('It is a whole number from 1.');
  return Number(value);
}
