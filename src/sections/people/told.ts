/**
 * Presence told in sentences: "Deltagande chefer var Anna Ek från Lund och Bo Lind från Eslöv. Höör hade anmält förhinder."
 *
 * paragraph := sentence+ , at least one of them of who was there
 * present   := ("Deltagande" | "På plats" …) [ who ] "var" list | ("Från" | "För") whom "deltog" list | "Mötet leddes av" person
 * absent    := list "hade anmält förhinder" | "Återbud från" list
 * invited   := "Som gäst medverkade" list
 */
import type { Participant } from '../../record/schema.js';
import type { FlowLine } from '../../text/flowline.js';
import { type Paragraph, sentencesOf, toParagraphs } from '../../text/paragraph.js';
import { type Note, rangeOf } from '../../note/note.js';
import { readPeopleList } from './list.js';
import { toParticipant } from './participant.js';

const FORMS: readonly [Participant['status'], RegExp][] = [
  [
    'present',
    /^(?:Deltagande|Närvarande|Deltagare|Deltog|Med|På\splats|Där)(?:\s(?:på\s|vid\s)?\p{Ll}+)?\s(?:var|är|gjorde|fanns)\s?:?\s(?=\p{Lu})(.+?)\.?$/u,
  ],
  [
    'present',
    /^(?:Från|För)\s[^,.]{3,40}?\s(?:deltog|kom|medverkade|närvarade)\s(?=\p{Lu})(.+?)\.?$/u,
  ],
  ['present', /^(?:Mötet|Träffen|Sammanträdet)\sleddes\sav\s(?=\p{Lu})(.+?)\.?$/u],
  [
    'absent',
    /^(\p{Lu}[^.:;]{2,120}?)\s(?:har\s(?:an)?mält\sförhinder|hade\s(?:anmält\s)?förhinder|är\sfrånvarande|kunde\sinte\s(?:delta|komma))\.?$/u,
  ],
  [
    'absent',
    /^(?:Återbud|Förhinder|Förfall)\s(?:(?:hade|har)\s(?:kommit|lämnats|anmälts)\s)?(?:från|av)\s(?=\p{Lu})(.+?)\.?$/u,
  ],
  [
    'invited',
    /^(?:Som\sgäst(?:er)?|Särskilt\sinbjud(?:en|na))\s(?:medverkade|deltog|kom|var)\s(?=\p{Lu})(.+?)\.?$/u,
  ],
];
/** How a paragraph that may tell it begins: most lines do not. */
const BEGINS =
  /^(?:Deltagande|Närvarande|Deltagare|Deltog|Med|På\splats|Där|Mötet|Träffen|Från|För)\s/u;
/** A paragraph of a head is no longer, in lines. */
const LONGEST = 8;

export interface Told {
  present: Participant[];
  absent: Participant[];
  invited: Participant[];
  lines: FlowLine[];
  /** The paragraph's sentences that tell of nobody's presence: no field holds them. */
  untold: string[];
}

/** Who takes the notes is read from the sentence elsewhere. */
const OF_NOTES = /anteckn|protokoll|sekretera|justera/iu;

/** @returns null where the paragraph that begins at `line` does not begin with who was there */
export function readTold(note: Note, line: FlowLine): Told | null {
  if (!BEGINS.test(line.text)) return null;
  const [paragraph] = toParagraphs(note.lines.slice(line.at, line.at + LONGEST), note.flow);
  const sentences = paragraph ? sentencesOf(paragraph.text) : [];
  const lines = paragraph?.lines ?? [];
  const told: Told = { present: [], absent: [], invited: [], lines, untold: [] };
  for (const [at, { text }] of sentences.entries()) {
    const [status, list] = listIn(text);
    if (at === 0 && status !== 'present') return null;
    if (status === null && !OF_NOTES.test(text)) told.untold.push(text);
    if (!paragraph || status === null) continue;
    const named = people(list, note, paragraph);
    if (status === 'present' && named.some(({ name }) => name === null)) return null;
    told[status].push(...named.map((person) => ({ ...person, status })));
  }
  return told.present.length > 0 ? told : null;
}

function listIn(sentence: string): [Participant['status'] | null, string] {
  for (const [status, form] of FORMS) {
    const list = form.exec(sentence)?.[1];
    if (list !== undefined) return [status, list];
  }
  return [null, ''];
}

/** "Anna Ek från Lund", "Bo Lind, rektor i Alby kommun": somebody and whose. */
function people(list: string, note: Note, paragraph: Paragraph): Participant[] {
  const parted = list.replaceAll(/,?\s(?:från|i|vid|på)\s(?=\p{Lu})/gu, ', ');
  return readPeopleList(parted, note.known).map(({ person }) => {
    const word = (person.name ?? person.affiliation ?? '').split(' ').at(-1) ?? '';
    const held = paragraph.lines.filter(({ text }) => text.includes(word));
    return toParticipant(person, null, rangeOf(held.length > 0 ? held : paragraph.lines));
  });
}
