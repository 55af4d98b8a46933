/** What stands between a decision's label and the list of its points: "Det politiska samrådsorganet, SRO:". */
import type { Note } from '../../note/note.js';
import type { FlowLine } from '../../text/flowline.js';
import { continues, endsSentence } from '../../text/wrapping.js';
import type { DecisionLabel } from './labels.js';
import { isMarked } from './pointmarks.js';

/** "Beslut: Samverkansnämnden" over a list: a name and no verb. */
export const isBodyAlone = (rest: string): boolean =>
  rest.length < 80 &&
  /^\p{Lu}/u.test(rest) &&
  !endsSentence(rest) &&
  !/(?<!\p{L})\p{Ll}+(?:ar|er)(?!\p{L})/u.test(rest);

/** A lead-in over a list may wrap: "Ställningstagande: Det politiska⏎samrådsorganet, SRO:". @returns index after it, or null */
export function wrappedLeadIn(
  note: Note,
  at: number,
  label: DecisionLabel,
  to: number,
): number | null {
  if (endsSentence(label.rest)) return null;
  for (let next = at + 1; next < Math.min(to, at + 4); next += 1) {
    const [before, line] = [note.lines[next - 1], note.lines[next]];
    if (!before || !line || !continues(before, line)) return null;
    if (/(?::|(?<!\p{L})att)$/u.test(line.text)) {
      const point = note.lines[next + 1];
      return point && isMarked(point) ? next + 1 : null;
    }
    if (endsSentence(line.text)) return null;
  }
  return null;
}

/** A lead-in on lines of its own between the label and the points. @returns index of the first point, or null */
export function leadInEnd(note: Note, first: FlowLine, to: number): number | null {
  for (let at = first.at; at < Math.min(to, first.at + 3); at += 1) {
    const [line, next] = [note.lines[at], note.lines[at + 1]];
    if (!line || !next || next.at >= to) return null;
    if (isMarked(next))
      return /(?::|(?<!\p{L})(?:att|beslutar|rekommenderar))$/u.test(line.text) ||
        isNameAlone(line.text)
        ? next.at
        : null;
    if (endsSentence(line.text) || !continues(line, next)) return null;
  }
  return null;
}

/** "SJH" on a line of its own over "a) ställer sig bakom …": the body's name and nothing else. */
const isNameAlone = (text: string): boolean =>
  /^\p{Lu}[\p{L}\d-]*(?:\s\p{L}[\p{L}\d-]*){0,3}$/u.test(text) && isBodyAlone(text);
