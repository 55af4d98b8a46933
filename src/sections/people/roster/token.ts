/** What a roster is made of, in the order of its lines: people and headings of groups, each with the lines it wraps over. */
import type { Note } from '../../../note/note.js';
import type { FlowLine } from '../../../text/flowline.js';
import { joinFlow } from '../../../text/flow.js';
import type { Entry } from '../columnentries.js';
import { isRestOfEntry, readGroupHeading } from '../headings.js';
import { leadingName } from '../name.js';
import { readPerson } from '../person.js';
import type { ColumnNo } from '../sides.js';
import type { Section } from './section.js';

/** A cell's text, and the column that its place tells. */
export interface PlacedText {
  text: string;
  placed: ColumnNo | null;
}

export interface Token {
  parts: { text: string; softHyphen: boolean }[];
  lines: FlowLine[];
  section: Section;
  /** The heading of a group; null for a person. */
  group: string | null;
  emphasised: string[];
  placed: ColumnNo | null;
}

/** What has been read of a roster. */
export interface Roster {
  readonly note: Note;
  readonly tokens: Token[];
  section: Section;
}

/** Adds a person, or the heading of a group. */
export function addToken(
  roster: Roster,
  cell: PlacedText,
  line: FlowLine,
  group: string | null,
): void {
  roster.tokens.push({
    parts: [{ text: cell.text, softHyphen: line.softHyphen }],
    lines: [line],
    section: roster.section,
    group,
    emphasised: line.emphasised,
    placed: cell.placed,
  });
}

export const textOf = (token: Token, note: Note): string => joinFlow(token.parts, note.flow);

export const toEntry = ({ lines, parts, group }: Token): Entry => ({
  lines: lines.map((line, at) => ({ ...line, text: parts[at]?.text ?? line.text })),
  group,
});

/** A cell that ends with a comma, a hyphen, an abbreviated title, a preposition, a lone qualifier or in parentheses goes on. */
export const isOpen = (text: string): boolean =>
  text.lastIndexOf('(') > text.lastIndexOf(')') ||
  /(?:[,-]|ordf\.|dir\.|(?<!\p{L})(?:och|för|inom|av|vid|i|tillförordnad|tf|vice|förste|andre))$/u.test(
    text,
  );

/** Whether `text` is the rest of the wrapped cell `above`. */
export function carriesOn(above: string, text: string, note: Note): boolean {
  if (isRestOfEntry(above, text)) return true;
  if (readGroupHeading(text)) return false;
  if (/^[\p{Ll}(]/u.test(text)) return true;
  if (readPerson(text, note.known) !== null)
    return leadingName(text) === text && note.known.organisations.has(text.toLowerCase());
  if (above.lastIndexOf('(') > above.lastIndexOf(')')) return true;
  return text.length < 80 && !/[.:]$/u.test(text) && (isOpen(above) || /^\p{Lu}/u.test(text));
}
