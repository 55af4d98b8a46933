/** Who took the notes: "(Anteckningar: …)", "Vid protokollet", a secretary's label, a secretary in the roster. */
import type { Participant } from '../../record/schema.js';
import type { FlowLine } from '../../text/flowline.js';
import type { Note } from '../../note/note.js';
import { pattern } from '../../text/pattern.js';
import { type LabelKind, readLabel } from '../labels.js';
import { isRule } from './signaturerows.js';
import { isSingleName, leadingName } from '../people/name.js';
import { SECRETARY_WORD, TAKES_NOTES } from '../people/words/offices.js';

const INLINE = pattern(
  String.raw`(?:^|[\s(])(?:vid\s+(?:protokollet|pennan|anteckningarna|minnesanteckningarna|tangenterna|tangentbordet)|för\s+anteckningarna|(?:antecknat|noterat|nedtecknat)\s+av|antecknare|anteckningar(?:na)?(?:\s+(?:av|förda\s+av|fördes\s+av|gjorda\s+av|skrivna\s+av))?|minnesanteckningar\s+(?:av|förda\s+av)|anteckningsansvarig|protokollet\s+(?:fört|fördes|skrivet|skrevs)\s+av|protokollförare)\s*[:,–-]?\s+(?=\p{Lu})(.{3,60})$`,
  'iu',
);
/** "/Anna Ek" on a line of its own: how a letter is signed. */
export const SLASHED = /^\/\s?(\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+){0,3})$/u;
/** "… Anteckningarna fördes av Anna Ek." */
const IN_SENTENCE =
  /(?<=[.]\s)Anteckningar(?:na)?\s(?:fördes|förs|togs|skrevs)\sav\s(\p{Lu}[^.]{3,40})\.?$/u;
/** "Ida Ek var mötets sekreterare", "Ida Ek förde anteckningarna" */
const TOLD =
  /(?:^|\.\s)(\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+){1,2})\s(?:(?:var|är)\s(?:mötets\s)?(?:mötes)?sekreterare|(?:väljs|valdes|utses|utsågs|utsedd)\still\s(?:mötets\s|mötes)?sekreterare|(?:förde|för)\s(?:mötets\s)?(?:anteckning\p{L}*|protokoll\p{L}*|pennan))(?!\p{L})/u;
const FORMAL = pattern(String.raw`^\(?vid\s+protokollet\b`);

export interface NoteTaker {
  name: string;
  lines: FlowLine[];
  /** "Vid protokollet" outweighs "sekreterare". */
  formal: boolean;
}

/** Searches the lines from `from` on. */
export function findNoteTaker(note: Note, from: number, to: number): NoteTaker | null {
  const found: NoteTaker[] = [];
  for (let at = from; at < to; at += 1) {
    const line = note.lines[at];
    if (!line || line.text.length > 200) continue;
    const held = inParentheses(note, line);
    const text = held.map((one) => one.text).join(' ');
    const inline =
      INLINE.exec(text) ?? IN_SENTENCE.exec(text) ?? SLASHED.exec(text) ?? TOLD.exec(text);
    const name = inline ? nameIn(inline[1] ?? '') : null;
    if (name) {
      found.push({ name, lines: held, formal: FORMAL.test(line.text) });
      continue;
    }
    // "Vid protokollet      Justeras": the first column alone.
    const label = readLabel(line.cells[0]?.text ?? line.text);
    if (label?.kind !== 'secretary') continue;
    const [value, lines] = label.value === '' ? valueBelow(note, line) : [label.value, [line]];
    const person = nameIn(value);
    if (person)
      found.push({
        name: person,
        lines,
        formal: FORMAL.test(line.text) || /^vid/iu.test(label.word),
      });
  }
  return found.find((taker) => taker.formal) ?? found[0] ?? null;
}

/** "… (Anteckningar: Lisa" over "Ek)": the line, and the one that closes its parenthesis. */
function inParentheses(note: Note, line: FlowLine): FlowLine[] {
  const next = note.lines[line.at + 1];
  const isOpen = /\([^()]*:[^()]*$/u.test(line.text);
  return isOpen && next && /^[^()]{2,40}\)$/u.test(next.text) ? [line, next] : [line];
}

/** A label alone: the name stands below it, perhaps under a rule for the signature. */
function valueBelow(note: Note, line: FlowLine): [string, FlowLine[]] {
  for (let at = line.at + 1; at <= line.at + 3; at += 1) {
    const next = note.lines[at];
    if (!next) break;
    if (isRule(next.text)) continue;
    return [next.cells[0]?.text ?? next.text, note.lines.slice(line.at, at + 1)];
  }
  return ['', [line]];
}

const COLUMN_HEADS: readonly LabelKind[] = ['adjuster', 'chair', 'secretary'];

/** A full name or a lone first name at the start of a text. */
function nameIn(text: string): string | null {
  const clean = text.replace(/[).\s]+$/u, '').trim();
  // "Vid protokollet   Justeras   Justeras": the heads of the columns beside it.
  if (COLUMN_HEADS.includes(readLabel(clean.split(' ')[0] ?? '')?.kind ?? 'date')) return null;
  const name = leadingName(clean);
  if (name !== null) return name;
  const single = clean.split(/[\s,(]/u)[0] ?? '';
  return readLabel(single) === null && isSingleName(single) && clean.split(' ').length <= 2
    ? single
    : null;
}

const SECRETARY = pattern(String.raw`\b${SECRETARY_WORD}\b`);
/** "…, anteckningar", "(…, vid protokollet)": right behind somebody's entry. */
const BEHIND_ENTRY = pattern(String.raw`[,(]\s*${TAKES_NOTES}\s*(?=[),.]|$)`);

/** The secretary of the roster, unless absent, or who is said there to take the notes. */
export function secretaryOf(note: Note, participants: readonly Participant[]): string | null {
  const present = participants.filter(({ status }) => status === 'present');
  const secretary =
    present.find((person) => SECRETARY.test(`${person.role ?? ''} ${person.function ?? ''}`)) ??
    present.find((person) => takesNotesBehind(note, person, participants));
  return secretary?.name ?? null;
}

/** Of those on the line the last one before the words is meant. */
function takesNotesBehind(
  note: Note,
  { name, lines }: Participant,
  participants: readonly Participant[],
): boolean {
  const text = note.lines
    .filter(({ no }) => no >= lines[0] && no <= lines[1])
    .map((line) => line.text)
    .join(' ');
  const before = text.slice(0, BEHIND_ENTRY.exec(text)?.index ?? 0);
  const at = name === null ? -1 : before.lastIndexOf(name);
  return (
    at >= 0 &&
    participants.every((other) => other.name === null || before.lastIndexOf(other.name) <= at)
  );
}
