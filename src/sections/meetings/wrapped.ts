/** Lines that carry on the sentence in which a meeting is told of. */
import type { FlowLine } from '../../text/flowline.js';
import { continues, gapAbove } from '../../text/wrapping.js';
import type { Note } from '../../note/note.js';

/** The line and those that carry on its sentence. */
export function wrappedFrom(note: Note, at: number, to: number): FlowLine[] {
  const lines = note.lines.slice(at, at + 1);
  for (let next = at + 1; next < Math.min(to, at + MOST_WRAPPED); next += 1) {
    const [before, line] = [lines.at(-1), note.lines[next]];
    if (!before || !line || !(carriesOn(before, line) || endsPlace(before, line))) break;
    lines.push(line);
  }
  return lines;
}

const MOST_WRAPPED = 4;

const carriesOn = (before: FlowLine, line: FlowLine): boolean =>
  /^[\p{Ll}\d]/u.test(line.text) && continues(before, line);

/** "Nästa möte: 23 september, Regionens hus," over "Göteborg", "… kl. 10–12 på" over "Kommunförbundet." */
const endsPlace = (before: FlowLine, line: FlowLine): boolean =>
  /(?:,|(?<!\p{L})(?:på|i|vid|hos|via))$/u.test(before.text) &&
  gapAbove(line) <= 0 &&
  /^\p{Lu}[\p{L}\s-]{1,30}\.?$/u.test(line.text);
