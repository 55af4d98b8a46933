/**
 * What a note teaches about its own people and organisations, from places where they cannot be mistaken: after
 * "Namn (S), …" alone on a line, in comma lists that alternate, and by the endings of the words.
 */
import { readColumnRow, readSideHeading } from './headings.js';
import type { FlowLine } from '../../text/flowline.js';
import { leadingName, looksLikeOrganisation } from './name.js';
import type { Known } from '../../note/known.js';
import { splitRole } from './office.js';
import { ACRONYM, COMPASS } from './words/organisations.js';
import { FUNCTION, isTitleWord } from './words/offices.js';

const PARTY_ENTRY = /^(.+?)\s*\((?:S|M|C|L|FP|V|KD|MP|SD)\)/iu;

/** @param lines the whole note: presenters far down teach the roster's organisations */
export function learn(lines: readonly FlowLine[]): Known {
  const organisations = new Map<string, number>();
  const names = new Map<string, number>();
  for (const line of lines) {
    if (line.text.length > 400) continue;
    learnNames(line, names);
    learnOrganisations(line, organisations);
    learnSides(line, organisations);
    learnPlaces(line, organisations);
  }
  // Two words after a title may be an organisation, or one and the next column's name: met twice it is the former.
  for (const [key, met] of organisations) {
    if (key.startsWith('?') && met > 1) organisations.set(key.slice(1), met);
  }
  for (const key of names.keys()) organisations.delete(key);
  return { organisations: new Set(organisations.keys()), names: new Set(names.keys()) };
}

/** The last word of a line this full may be half of a name that goes on below. */
const ALMOST_FULL = 0.85;

const count = (into: Map<string, number>, key: string): void => {
  into.set(key, (into.get(key) ?? 0) + 1);
};

/** A name that is followed by a party in parentheses, or that begins a line and is followed by a comma and a title. */
function learnNames(line: FlowLine, into: Map<string, number>): void {
  for (const cell of line.cells) {
    const entry = PARTY_ENTRY.exec(cell.text);
    const name = entry && leadingName(entry[1] ?? '');
    if (name && name === entry[1]?.trim()) count(into, name.toLowerCase());
  }
}

/** "Samverkan Öst": a kind of organisation and its place, met twice, are one name. */
const WITH_PLACE =
  /(?<!\p{L})(\p{Lu}\p{L}*(?:samverkan|förbundet|rådet|alliansen|regionen)|Samverkan)\s(\p{Lu}\p{Ll}+)(?!\p{L})/giu;

function learnPlaces(line: FlowLine, into: Map<string, number>): void {
  for (const [whole, , place = ''] of line.text.matchAll(WITH_PLACE))
    if (/^\p{Lu}/u.test(whole) && /^\p{Lu}/u.test(place)) count(into, `?${whole.toLowerCase()}`);
}

/** The sides of a roster are organisations: "Närvarande Samverkan Öst". */
function learnSides(line: FlowLine, into: Map<string, number>): void {
  if (line.at > HEAD) return;
  const cells = line.cells.map(({ text }) => text);
  const row = readColumnRow(line.text, cells)?.map(({ side }) => side ?? '');
  const sides = row ?? [readSideHeading(line.text)?.side ?? ''];
  const named = Array.from(line.text.matchAll(SIDE_IN_FULL), (match) => match[1] ?? '');
  for (const side of [...sides, ...named])
    if (/^\p{Lu}/u.test(side) && /\s/u.test(side)) count(into, side.toLowerCase());
}

/** "För Samverkan Öst (SÖ)": the name that the abbreviation stands for. */
const SIDE_IN_FULL = /(?:För|Från|Närvarande)\s(\p{Lu}[^()]{3,50}?)\s*\(\p{Lu}/gu;

/** How far down a roster may begin. */
const HEAD = 60;

/** Short words with a capital between a comma and the next comma, "och" or the line's end. */
function learnOrganisations(line: FlowLine, into: Map<string, number>): void {
  for (const cell of line.cells) {
    // After a semicolon comes the next person.
    const parts = cell.text
      .split(',')
      .map((part) => (part.split(';')[0] ?? '').trim().replace(/\.$/u, ''));
    if (parts.length < 2 || leadingName(parts[0] ?? '') === null) continue;
    const isBrokenOff = line.cells.length === 1 && line.text.length >= line.width * ALMOST_FULL;
    for (const part of parts.slice(1, isBrokenOff ? -1 : undefined)) learnPart(part, into);
  }
}

/** "Södra Dalarna" is no name of a person. */
const isPartOfCounty = (part: string): boolean => {
  const [first = '', place = '', ...others] = part.split(' ');
  return COMPASS.test(first) && /^\p{Lu}\p{Ll}+$/u.test(place) && others.length === 0;
};

function learnPart(part: string, into: Map<string, number>): void {
  if (part.length > 50 || FUNCTION.test(part)) return;
  const words = part.split(' ');
  const last = words.at(-1) ?? '';
  if (words.length === 1 && /^\p{Lu}[\p{L}&-]+$/u.test(part) && !isTitleWord(part))
    count(into, part.toLowerCase());
  const isOrganisation = /^\p{Lu}/u.test(part) && words.length <= 4 && looksLikeOrganisation(last);
  if ((words.length > 1 && isOrganisation) || isPartOfCounty(part)) count(into, part.toLowerCase());
  if (
    words.length > 1 &&
    /^\p{Ll}/u.test(part) &&
    (ACRONYM.test(last) || /^\p{Lu}\p{Ll}+\p{Lu}/u.test(last))
  ) {
    count(into, last.toLowerCase());
  }
  const { role, rest } = splitRole(part);
  if (role !== null && /^\p{Lu}[\p{L}-]+$/u.test(rest)) count(into, rest.toLowerCase());
  if (role !== null && /^\p{Lu}\S+\s\p{L}\S+$/u.test(rest)) count(into, `?${rest.toLowerCase()}`);
}
