/**
 * Headings and labels over people that say in words of their own who was there: "Runt bordet", "Vi som sågs",
 * "Kunde inte komma", "Tackat nej: Ida Ek". What they mean is told by their words, and that they head people by what
 * stands after them; in a note's head nothing else is a list of people.
 */
import type { Note } from '../../../note/note.js';
import type { FlowLine } from '../../../text/flowline.js';
import { pattern } from '../../../text/pattern.js';
import { type Label, type LabelKind, readLabel } from '../../labels.js';
import { readGroupHeading } from '../headings.js';
import { leadingName, looksLikeOrganisation } from '../name.js';
import { readPerson } from '../person.js';

const MEANINGS: readonly [LabelKind, RegExp][] = [
  [
    'absent',
    pattern(
      String.raw`\b(?:sakna|förhind|förfall|frånvar|återbud|avböj|avanmäl|sjuk(?:skriv|anmäl)|tackat?\s+nej|(?:kunde|kan)\s+(?:inte|ej)|(?:inte|ej)\s+(?:med|närvar|på\s+plats))`,
    ),
  ],
  ['invited', pattern(String.raw`\b(?:gäst|inbj[uö]d)`)],
  [
    'present',
    pattern(
      String.raw`\b(?:på\s+plats|på\s+(?:länk|distans|skärm|teams|zoom)|via\s+(?:länk|teams|zoom|skärm)|runt\s+bordet|i\s+rummet|i\s+salen|deltog|deltar|möttes|sågs|ses|träffades|samlade|med\s+(?:var|är|idag|i\s+dag)|vi\s+som)`,
    ),
  ],
];

const ALONE = /^(\p{Lu}[\p{L}\s]{2,40}?)\s*:?$/u;
const WITH_VALUE = /^(\p{Lu}[\p{L}\d\s]{2,40}?)\s*:\s+(\p{Lu}.*)$/u;
const MOST_WORDS = 5;

/** @returns null where the words say nothing of who was there, or no people follow */
export function readWordedLabel(note: Note, line: FlowLine, to: number): Label | null {
  if (line.bullet !== null || readLabel(line.text) !== null) return null;
  const [, before = '', value = ''] = WITH_VALUE.exec(line.text) ?? [];
  if (value !== '') return withValue(before, value);
  const [, word = ''] = ALONE.exec(line.text) ?? [];
  const next = note.lines[line.at + 1];
  if (word === '' || !next || next.at >= to || !isEntry(next, note)) return null;
  return overPeople(word, line.text);
}

function withValue(word: string, value: string): Label | null {
  const kind = meaningOf(word) ?? (PARTIES.test(word) ? 'others' : null);
  return kind && leadingName(value) !== null ? { kind, word, value, colon: true } : null;
}

function overPeople(word: string, printed: string): Label | null {
  const kind = meaningOf(word);
  if (kind) return { kind, word, value: '', colon: false };
  const isGroup = printed.endsWith(':') || PARTIES.test(word);
  const group = readGroupHeading(printed)?.group ?? (isGroup ? word : null);
  const isShort = word.split(' ').length <= MOST_WORDS;
  return group !== null && isShort
    ? { kind: 'others', word: group, value: '', colon: false }
    : null;
}

/** "Arbetsgivaren", "Fackliga organisationer", "Elevrådets representanter": those who meet, by what they are. */
const PARTIES = pattern(
  String.raw`^(?:\p{L}+\s){0,2}(?:arbets(?:givar|tagar)\p{L}*|\p{L}*organisation(?:er(?:na)?|en)|fack(?:en|et|liga)|\p{L}*part(?:er|erna)|\p{L}*föreningar(?:na)?|\p{L}*sidan|\p{L}*företrädare|\p{L}*representanter|föräldrar(?:na)?|elever(?:na)?|vuxna|ungdomar(?:na)?|\p{L}*brukare|anhöriga|personal(?:en)?|lärare|näringslivet|kommunerna|skolorna|byarna|lokalgrupper(?:na)?)$`,
);

/** An organisation before its people says nothing of who was there. */
const meaningOf = (word: string): LabelKind | null =>
  word.split(' ').length <= MOST_WORDS && !looksLikeOrganisation(word)
    ? (MEANINGS.find(([, words]) => words.test(word))?.[0] ?? null)
    : null;

/** Somebody with a party, an office or an organisation, or an organisation with its people in the next cell. */
function isEntry({ text, cells }: FlowLine, note: Note): boolean {
  const [, people] = cells;
  if (people && cells.length === 2 && leadingName(people.text) !== null) return true;
  const person = readPerson(text, note.known);
  return person?.name != null && (person.party !== null || /,\s/u.test(text));
}
