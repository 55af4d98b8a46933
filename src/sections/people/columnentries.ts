/** The entries of one column of a roster: people, each with the lines that carry it on and the group it stands in. */
import type { FlowLine } from '../../text/flowline.js';
import type { Note } from '../../note/note.js';
import { type GroupHeading, isRestOfEntry, readGroupHeading } from './headings.js';
import { leadingName } from './name.js';
import { readPerson } from './person.js';

export interface Entry {
  lines: FlowLine[];
  group: string | null;
}

/** A line that breaks off: a comma, a hyphen, a preposition or a lone qualifier ends it. */
const BREAKS_OFF =
  /(?:[,-]|ordf\.|dir\.|(?<!\p{L})(?:och|för|inom|av|vid|i|tillförordnad|tf|vice|förste|andre|Region))$/u;

export const breaksOff = (text: string): boolean => BREAKS_OFF.test(text);

/** @param lines of one column; a first line that is nobody's becomes an entry of its own, which nobody can be read from */
export function readColumn(lines: readonly FlowLine[], note: Note): Entry[] {
  const entries: Entry[] = [];
  let group: string | null = null;
  let above: Entry | null = null;
  for (const line of lines) {
    const heading: GroupHeading | null = isRestOf(above, line) ? null : readGroupHeading(line.text);
    if (heading) {
      group = heading.group;
      above = null;
    } else if (above && !beginsEntry(line, above, note)) above.lines.push(line);
    else {
      above = { lines: [line], group };
      entries.push(above);
    }
  }
  return entries;
}

const isRestOf = (above: Entry | null, line: FlowLine): boolean =>
  isRestOfEntry(above?.lines.at(-1)?.text ?? '', line.text);

function beginsEntry(line: FlowLine, above: Entry, note: Note): boolean {
  if (leadingName(line.text) === null || readPerson(line.text, note.known) === null) return false;
  return !breaksOff(above.lines.at(-1)?.text ?? '') || /,|\(/u.test(line.text);
}
