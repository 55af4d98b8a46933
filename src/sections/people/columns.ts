/**
 * Two columns that text extraction flattened onto one line are split where a person, or a sub-heading, begins.
 *
 * Hard separators (a tab, two blanks or more) always part cells. Where there is but one blank, every capital may
 * begin the right cell; the split is chosen whose two halves look most like what this note's people and
 * organisations look like elsewhere.
 */
import { pattern } from '../../text/pattern.js';
import { leadingName, looksLikeOrganisation } from './name.js';
import type { Known } from '../../note/known.js';
import { COMPASS, isOrganisationWord } from './words/organisations.js';
import { FUNCTION, isTitleWord } from './words/offices.js';
import { isGroupHeading } from './words/groups.js';

/** Cost of a text that cannot be a cell. */
const IMPOSSIBLE = 100;
/** What a second column must win: a single cell is the simpler reading. */
const SPLIT_COST = 0.6;
/** A group's words cannot begin a person. */
const STARTS_AS_GROUP = pattern(
  String.raw`^(?:\p{L}*politiker|tjänste(?:personer|person|män|man)|adjungerad\p{L}*|administration|kommunikation|ledamöter|ersättare|sekretariat\p{L}*|presidi\p{L}+)\b`,
);
/** A second party in one cell is a second person's. */
const PARTY = /\((?:S|M|C|L|FP|V|KD|MP|SD)\)/giu;
const STOOD_IN_FOR =
  /(?<!\p{L})(?:ersätt|ersatt|i\s?stället\sför)\p{L}*(?:\sav|\sför)?\s\p{Lu}[^,]*/u;
const ENDS_AS_GROUP = pattern(
  String.raw`\s(?:\p{L}*politiker|tjänste(?:personer|män)|adjungerade|administration|kommunikation|ledamöter|ersättare|sekretariat)(?:\s(?:för|från)\s\p{L}+)?$`,
);

/** @returns one cell, or the left and the right one */
export function splitFlatRow(text: string, known: Known): [string] | [string, string] {
  const groups = splitGroups(text);
  if (groups) return groups;
  let best: { cost: number; at: number } = { cost: cellCost(text, known), at: -1 };
  for (const match of text.matchAll(/\s(?=\p{Lu})/gu)) {
    const left = text.slice(0, match.index);
    const right = text.slice(match.index + 1);
    // "…, ordf. Regionala" and "…, enhetschef Norrbottens Kommuner" need their last words.
    if (NEEDS_MORE.test(left) && isGroupHeading(right)) continue;
    if (STANDS_IN.test(left)) continue;
    const cost = cellCost(left, known) + cellCost(right, known) + SPLIT_COST;
    if (cost < best.cost) best = { cost, at: match.index };
  }
  return best.at < 0 ? [text] : [text.slice(0, best.at), text.slice(best.at + 1)];
}

const NEEDS_MORE = /(?:[,-]|ordf\.|dir\.|\s\p{Lu}\p{Ll}+s)$/u;

/** "Bo Ek (KD), Alby, ersätter" needs whom he stands in for, party and all. */
const STANDS_IN =
  /(?<!\p{L})(?:ersätter|ersätts\sav|ersattes\sav|ersatt\sav|ersättare\sför|(?:i\s?stället|istället)\sför)$/u;

/** "Tjänstepersoner för A Tjänstepersoner för B": two headings that begin alike. */
function splitGroups(text: string): [string, string] | null {
  const first = text.split(' ')[0] ?? '';
  const again = text.indexOf(` ${first} `, first.length);
  if (again < 0) return null;
  const halves: [string, string] = [text.slice(0, again), text.slice(again + 1)];
  return halves.every((half) => isGroupHeading(half)) ? halves : null;
}

/** How unlike one cell a text is: 0 for "Namn (S), Känd organisation", 100 for what is no cell at all. */
function cellCost(text: string, known: Known): number {
  if (isGroupHeading(text)) return 0.1;
  if (STARTS_AS_GROUP.test(text)) return IMPOSSIBLE;
  const name = chooseName(text, known);
  if (name === null) return IMPOSSIBLE;
  const rest = text.slice(name.length).replace(/^\s*\([^()]{1,30}\)/u, '');
  const hasSeparator = rest === '' || rest !== text.slice(name.length) || /^\s*[,–-]/u.test(rest);
  const nameCost = known.names.has(name.toLowerCase())
    ? -0.8
    : Math.max(0, name.split(' ').length - 2) * 0.4;
  const parts = rest
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const extra =
    Math.max(0, (text.replace(STOOD_IN_FOR, '').match(PARTY)?.length ?? 0) - 1) * 5 +
    (ENDS_AS_GROUP.test(text) ? 2 : 0);
  const partCosts = parts.map((part) => partCost(part, known));
  return (
    extra + nameCost + (hasSeparator ? 0 : 1.2) + partCosts.reduce((sum, cost) => sum + cost, 0)
  );
}

/** The name without a known organisation glued to it. */
function chooseName(text: string, known: Known): string | null {
  const name = leadingName(text);
  if (name === null) return null;
  const words = name.split(' ');
  if (known.organisations.has(words[0]?.toLowerCase() ?? '') || isOrganisationWord(words[0] ?? ''))
    return null;
  for (let size = words.length - 1; size >= 2; size -= 1) {
    const tail = words.slice(size).join(' ').toLowerCase();
    if (known.organisations.has(tail)) return words.slice(0, size).join(' ');
  }
  return looksLikeOrganisation(name) && !known.names.has(name.toLowerCase()) ? null : name;
}

const FIRST_NAME_ASTRAY = 1.5;

const isLoneName = (word = ''): boolean =>
  /^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?$/u.test(word) && !isOrganisationWord(word);

/** What follows a name: a function or title is free, a known organisation is welcome, a run of unknown capitals is not. */
function partCost(part: string, known: Known): number {
  if (FUNCTION.test(part)) return 0;
  const words = part
    .replaceAll(/\([^()]*\)/gu, '')
    .trim()
    .split(/\s+/u);
  // "vice ordförande Ulf": the next person's first name.
  if (words.length > 1 && FUNCTION.test(words.slice(0, -1).join(' ')) && isLoneName(words.at(-1)))
    return FIRST_NAME_ASTRAY;
  const firstCapital = words.findIndex((word) => /^\p{Lu}/u.test(word) && !isTitleWord(word));
  if (firstCapital < 0) return 0;
  const organisation = words.slice(firstCapital);
  const printed = organisation.join(' ').toLowerCase();
  if (known.organisations.has(printed)) return -0.6;
  return capitalsCost(organisation, known);
}

/** "Kommunförbundet Skåne", "Region Kalmar": without its place such a name is cut short. */
const OF_PLACE =
  /^(?:Region|Kommunförbundet|Regionförbundet|Landstinget|Länsstyrelsen|Samordningsförbundet)$/u;

/** An organisation should end with one organisation word; a capital after it begins somebody else. */
function capitalsCost(words: readonly string[], known: Known): number {
  const isOrganisation = (word: string): boolean =>
    known.organisations.has(word.toLowerCase()) ||
    isOrganisationWord(word) ||
    /^\p{Lu}{2,8}$/u.test(word);
  const first = words.findIndex(isOrganisation);
  const titles = words.slice(1, -1).filter((word) => isTitleWord(word)).length;
  const after = words
    .slice(first + 1)
    .filter((word) => /^\p{Lu}\p{Ll}/u.test(word) && !isOrganisation(word));
  const ofPlace = OF_PLACE.test(words[first] ?? '');
  const place = ofPlace && words[first + 1] === after[0] ? 1 : 0;
  const cut = ofPlace && words.length === first + 1 ? 0.9 : 0;
  if (first >= 0) return -0.3 + cut + (after.length - place + titles) * 1.1;
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  // "Norra Hälsingland" is one, and "Norra" alone is cut short.
  if (COMPASS.test(words[0] ?? '')) return words.length === 1 ? 1.2 : 0.3 + (capitals - 2) * 0.9;
  return capitals === 1 ? 0.3 : 0.3 + (capitals - 1) * 0.9;
}

/** "Skaraborgs kommunalförbund koncernkontoret": two wrapped cells meet after the first organisation's last word. */
export function splitFlatContinuation(text: string, known: Known): [string] | [string, string] {
  const words = text.split(' ');
  const end = words.findIndex(
    (word, at) =>
      at < words.length - 1 &&
      (isOrganisationWord(word) || known.organisations.has(word.toLowerCase())),
  );
  return end < 0 ? [text] : [words.slice(0, end + 1).join(' '), words.slice(end + 1).join(' ')];
}
