/** A member of a list that the reading missed, entered by hand: whole, with an id of its own, and with the lines that hold its words. */
import type { LineRange, Meeting } from '../record/schema.js';
import { squeeze } from '../text/normalise.js';
import { toLines } from '../text/document.js';
import { UsageError } from './database.js';

type Member = Record<string, unknown>;

/** What is not told of a new member. */
const UNTOLD = {
  participants: {
    ...{ name: null, party: null, affiliation: null, role: null, function: null, side: null },
    ...{ group: null, status: 'present', remark: null },
  },
  agenda: {
    ...{ number: null, title: '', types: [], minutes: null, slot: null, presenters: [] },
    ...{ attachments: [], subitems: [], text: '' },
  },
  decisions: { item: null, kind: 'beslut', actions: ['other'], text: '', validity: [] },
  assignments: {
    ...{ item: null, decision: null, kind: 'uppdrag', assignees: [], task: '', due: null },
    ...{ reportTo: null, text: '' },
  },
  milestones: { label: '', when: null, item: null, text: '' },
  upcomingMeetings: { date: null, startTime: null, endTime: null, place: null, inferred: false },
  signatories: { name: null, role: null, organisation: null },
  links: { title: null, href: null },
} satisfies Partial<Record<keyof Meeting, Member>>;

export type AddedList = keyof typeof UNTOLD;

/** The words by which a member is found in its note, and by which it is the same as one that the note's reading has. */
const WORDS: Partial<Record<AddedList, readonly string[]>> = {
  participants: ['name', 'affiliation'],
  agenda: ['title'],
  decisions: ['text'],
  assignments: ['text'],
  milestones: ['text', 'label'],
};

const ADDED = /^([a-zA-Z]+)\.\+$/u;

/** "assignments.+" names a member that is to be added to a list. @returns the list, or null */
export function listAddedTo(field: string): AddedList | null {
  const list = ADDED.exec(field)?.[1] ?? '';
  return list in UNTOLD ? (list as AddedList) : null;
}

/** Whether the record has the member, by its words: it was added before, or the note is now read with it. */
export function hasMember(record: Meeting, list: AddedList, member: unknown): boolean {
  const words = wordsOf(list, member as Member);
  return words !== '' && (record[list] as Member[]).some((one) => wordsOf(list, one) === words);
}

/** @returns the words as they are compared: in small letters, any run of blanks one space */
function wordsOf(list: AddedList, member: Member): string {
  return printedOf(list, member).toLowerCase();
}

function printedOf(list: AddedList, member: Member): string {
  const keys = WORDS[list] ?? Object.keys(UNTOLD[list]);
  const found = keys.map((key) => member[key]).find((value) => typeof value === 'string');
  return squeeze(typeof found === 'string' ? found : '');
}

/**
 * @param given what is told of the member, as JSON read; the rest is unknown
 * @param text the note's text, which must hold the member's words
 * @param deadline reads Swedish words or a date as a deadline
 * @throws UsageError where it is no member, is there already, tells what is not told by hand, or the note does not have its words
 */
export function newMember(
  record: Meeting,
  list: AddedList,
  given: unknown,
  text: string,
  deadline: (words: string) => unknown,
): Member {
  if (given === null || typeof given !== 'object' || Array.isArray(given))
    throw new UsageError(
      `A member is added as JSON: sro fix ${record.id} ${list}.+ '${JSON.stringify(example(list))}'. See sro schema.`,
    );
  const own = ['id', 'lines'].find((key) => key in given);
  if (own !== undefined)
    throw new UsageError(`${own} is not told by hand: a new member gets it from the note.`);
  const member: Member = { ...structuredClone(UNTOLD[list]), ...given };
  for (const key of ['due', 'when'])
    if (typeof member[key] === 'string') member[key] = deadline(member[key]);
  if (list === 'assignments' && member['task'] === '') member['task'] = member['text'];
  if (hasMember(record, list, member))
    throw new UsageError(`${list} of ${record.id} have that already.`);
  if (list === 'decisions' || list === 'assignments') member['id'] = freeId(record[list]);
  if (WORDS[list]) member['lines'] = linesWith(text, printedOf(list, member), record.id);
  return member;
}

const example = (list: AddedList): Member => ({ [(WORDS[list] ?? ['name'])[0] ?? 'name']: '…' });

/** "h1", "h2": by hand, and none that the reading gives. */
function freeId(members: readonly { id: string }[]): string {
  const used = new Set(members.map(({ id }) => id));
  for (let number = 1; ; number += 1)
    if (!used.has(`h${String(number)}`)) return `h${String(number)}`;
}

/** Words may go on for so many lines. */
const LONGEST = 40;

/** The lines that hold the words, over line breaks and hyphens at line ends. */
function linesWith(text: string, words: string, meetingId: string): LineRange {
  const lines = toLines(text);
  const bare = (one: string): string =>
    squeeze(one)
      .toLowerCase()
      .replaceAll(/[\s\u00AD-]+/gu, '');
  const wanted = bare(words);
  const texts = lines.map((line) => bare(line.text));
  for (let first = 0; wanted !== '' && first < texts.length; first += 1) {
    if (texts[first] === '') continue;
    let joined = '';
    for (let last = first; last < Math.min(first + LONGEST, texts.length); last += 1) {
      joined += texts[last] ?? '';
      const at = joined.indexOf(wanted);
      if (at >= (texts[first]?.length ?? 0)) break;
      if (at >= 0) return [lines[first]?.no ?? 1, lines[last]?.no ?? 1];
    }
  }
  throw new UsageError(`The note of ${meetingId} does not say: "${words}".`);
}
