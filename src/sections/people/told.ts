/**
 * Presence told in sentences: "Deltagande chefer var Anna Ek från Lund och Bo Lind från Eslöv. Höör hade anmält förhinder."
 *
 * paragraph := present absent*
 * present   := ("Deltagande" | "Närvarande" …) [ who ] "var" list "."
 * absent    := list ("hade" | "har") "anmält förhinder" "."
 */
import type { Participant } from '../../record/schema.js';
import type { FlowLine } from '../../text/flowline.js';
import { type Paragraph, sentencesOf, toParagraphs } from '../../text/paragraph.js';
import { type Note, rangeOf } from '../../note/note.js';
import { readPeopleList } from './list.js';
import { toParticipant } from './participant.js';

const PRESENT =
  /^(?:Deltagande|Närvarande|Deltagare|Med)(?:\s(?:på\s|vid\s)?\p{Ll}+)?\s(?:var|är)\s(?=\p{Lu})(.+?)\.?$/u;
const ABSENT =
  /^(\p{Lu}[^.:;]{2,120}?)\s(?:har\s(?:an)?mält\sförhinder|hade\s(?:anmält\s)?förhinder|är\sfrånvarande|kunde\sinte\s(?:delta|komma))\.?$/u;
/** A paragraph of a head is no longer, in lines. */
const LONGEST = 8;

export interface Told {
  present: Participant[];
  absent: Participant[];
  lines: FlowLine[];
}

/** @returns null where the paragraph that begins at `line` does not begin with who was there */
export function readTold(note: Note, line: FlowLine): Told | null {
  if (!/^(?:Deltagande|Närvarande|Deltagare|Med)\s/u.test(line.text)) return null;
  const [paragraph] = toParagraphs(note.lines.slice(line.at, line.at + LONGEST), note.flow);
  const sentences = paragraph ? sentencesOf(paragraph.text) : [];
  const list = PRESENT.exec(sentences[0]?.text ?? '')?.[1];
  if (!paragraph || list === undefined) return null;
  const present = people(list, note, paragraph);
  if (present.length === 0 || present.some(({ name }) => name === null)) return null;
  const absent = sentences.slice(1).flatMap(({ text }) => {
    const away = ABSENT.exec(text)?.[1];
    return away === undefined ? [] : people(away, note, paragraph);
  });
  return {
    present,
    absent: absent.map((person) => ({ ...person, status: 'absent' })),
    lines: paragraph.lines,
  };
}

/** "Anna Ek från Lund" is somebody and her organisation. */
function people(list: string, note: Note, paragraph: Paragraph): Participant[] {
  return readPeopleList(list.replaceAll(/\sfrån\s/gu, ', '), note.known).map(({ person }) => {
    const word = (person.name ?? person.affiliation ?? '').split(' ').at(-1) ?? '';
    const held = paragraph.lines.filter(({ text }) => text.includes(word));
    return toParticipant(person, null, rangeOf(held.length > 0 ? held : paragraph.lines));
  });
}
