/** What was found in the archive, for people: hits, persons, organisations, changed records. */
import type { ChalkInstance } from 'chalk';
import type { Hit, OrganisationEntry, PersonEntry, RecordChange } from '../archive/index.js';
import { wrap } from './columns.js';
import { sanitise } from './sanitise.js';

export function showHits(
  hits: readonly Hit[],
  words: readonly string[],
  colour: ChalkInstance,
  width: number,
): string {
  if (hits.length === 0) return `Inget funnet om ${sanitise(words.join(' '))}.\n`;
  const found = hits.map(({ meeting, date, kind, snippet, path, lines }) => {
    const place = `${path}${lines === null ? '' : `:${String(lines[0])}`}`;
    const text = wrap(sanitise(snippet.replaceAll('\n', ' ')), width - 2).map(
      (line) => `  ${line}`,
    );
    return [
      `${colour.bold(date ?? 'odaterat')}  ${sanitise(meeting)}  ${kind}`,
      ...text.map((line) => line.replaceAll(/‹([^›]*)›/gu, (_, hit: string) => colour.yellow(hit))),
      colour.dim(`  ${sanitise(place)}`),
    ].join('\n');
  });
  return `${found.join('\n')}\n`;
}

export function showPeople(people: readonly PersonEntry[], colour: ChalkInstance): string {
  if (people.length === 0) return 'Ingen funnen.\n';
  const shown = people.map(({ name, spellings, present, absent, invited, offices, perhaps }) =>
    [
      `${colour.bold(sanitise(name))}${listed('även', spellings)}  närvarande ${String(present)}, frånvarande ${String(absent)}${invited > 0 ? `, inbjuden ${String(invited)}` : ''}`,
      ...offices.map((office) => {
        const words = [office.function, office.role, office.affiliation].filter(
          (word) => word !== null,
        );
        const period = `${office.from ?? 'odaterat'}${office.until === office.from ? '' : ` – ${office.until ?? ''}`}`;
        return `  ${period}  ${sanitise(words.join(', ') || '–')}`;
      }),
      ...(perhaps.length > 0
        ? [colour.yellow(`  kanske samma som ${sanitise(perhaps.join(', '))}`)]
        : []),
    ].join('\n'),
  );
  return `${shown.join('\n')}\n`;
}

const listed = (word: string, names: readonly string[]): string =>
  names.length === 0 ? '' : ` (${word} ${sanitise(names.join(', '))})`;

export function showOrganisations(organisations: readonly OrganisationEntry[]): string {
  return organisations
    .map(
      ({ name, people, meetings, perhaps }) =>
        `${sanitise(name)}  ${String(people)} ${people === 1 ? 'person' : 'personer'}, ${String(meetings)} ${meetings === 1 ? 'möte' : 'möten'}${listed('kanske samma som', perhaps)}\n`,
    )
    .join('');
}

export function showChanges(changes: readonly RecordChange[]): string {
  if (changes.length === 0) return 'No import has changed a record.\n';
  return changes
    .map(({ path, meeting, cause, fields }) =>
      [
        `${sanitise(meeting)}  ${sanitise(path)}  (${cause === 'file' ? 'the file has changed' : 'the reader has changed'})`,
        ...fields.map(({ field, before, after }) => {
          const [was, is] = whereTheyDiffer(before, after);
          return `  ${sanitise(field)}: ${was} → ${is}`;
        }),
      ].join('\n'),
    )
    .join('\n')
    .concat('\n');
}

const SHOWN = 80;
/** What is shown of what both begin with, so that the eye finds the place. */
const COMMON = 20;

/** Both values as JSON; long ones from a little before the place where they part. */
function whereTheyDiffer(before: unknown, after: unknown): [string, string] {
  const [was, is] = [jsonOf(before), jsonOf(after)];
  let common = 0;
  while (common < was.length && was[common] === is[common]) common += 1;
  const from = Math.max(was.length, is.length) > SHOWN ? Math.max(0, common - COMMON) : 0;
  const shown = (text: string): string =>
    sanitise(
      `${from > 0 ? '…' : ''}${text.slice(from, from + SHOWN)}${text.length > from + SHOWN ? '…' : ''}`,
    );
  return [shown(was), shown(is)];
}

const jsonOf = (value: unknown): string =>
  value === undefined ? 'nothing' : JSON.stringify(value);
