/**
 * The words that tell one matter from another. Titles are reworded, compounds split and joined, definite forms and
 * abbreviations come and go: words are cut to stems, abbreviations opened as the notes themselves explain them, and
 * a stem inside a longer one counts for a part.
 */
import { fold } from '../text/normalise.js';

const STOP = new Set(
  (
    'och att det som for pa ar av med till inte om en ett den vid fran i sig de dess har ska kan ta fram ge ger inom mellan ' +
    'samt eller nar hur vad vilka sin sina sitt under efter infor fore innan per sro vastkom vgr nya ny nytt vara bli blir ' +
    'gemensam gemensamma gemensamt lansgemensam region kommun lan lanet kommunerna regionen vastra gotaland over alla hos utan mot'
  ).split(' '),
);
/** What a title says of the kind of item, not of its matter. */
const GENERIC =
  /^(?:lagesrapport|lagesbild|lage|rapport|aterrapport|aterkoppl|redovisn|slutrapport|delrapport|slutredovisn|statusrapport|avrapport|information|dialog|stallningstagand|beslut|uppdrag|forlang|tid|tidsplan|tidplan|forslag|frag|fortsatt|arbet|godkann|avslut|pagaend|uppfolj|status|presentation|remiss|komplett|paminn|aterupp|slutlig|forstudie|oversyn|utkast|bilag|punkt|aterkomm|lamn|senast|noter|tack|stall|bakom|bereda?|redovis|svar|skriftlig|muntlig|plan$|planen$|forsok|projekt|pilot|mer$|utredn|langre|fortydlig|begar|mote|behandl|behov|kvar$|langr|delredovis|forklar|fullgj|utgar?$|upphor|avskriv|aterkall|slutfor|anser?$|darmed$|tacka|undersok|mojlighet|forutsattning|utreda?$)/u;

const SUFFIXES = [
  'arnas',
  'ernas',
  'ornas',
  'arna',
  'erna',
  'orna',
  'ande',
  'ning',
  'ens',
  'ets',
  'ar',
  'er',
  'or',
  'en',
  'et',
  'na',
  'an',
  'as',
  'es',
  'ns',
  'a',
  'e',
  's',
  'n',
  't',
];

/** The part of a word that its endings leave, at least three letters. */
export function stem(word: string): string {
  for (const suffix of SUFFIXES) {
    if (word.endsWith(suffix) && word.length - suffix.length >= 3)
      return word.slice(0, -suffix.length);
  }
  return word;
}

export type Abbreviations = ReadonlyMap<string, readonly string[]>;

/** Stems of a text that can tell a matter; abbreviations are opened. */
export function matterWords(text: string, abbreviations: Abbreviations = new Map()): string[] {
  const found = new Set<string>();
  for (const word of fold(text).split(/[^a-z0-9]+/u)) {
    const opened = abbreviations.get(word);
    if (opened) for (const part of opened) found.add(part);
    else if (word.length > 2 && !STOP.has(word) && !/^\d+$/u.test(word)) {
      if (!GENERIC.test(word)) found.add(stem(word));
    }
  }
  return [...found];
}

/** "samordnade individuella planer (SIP)", "särskilda boenden (SÄBO)": the abbreviation is put together of beginnings. */
function spelledOut(letters: string, words: readonly string[]): string[] | null {
  for (let count = Math.min(words.length, letters.length); count > 0; count -= 1) {
    const last = words.slice(-count);
    if (isMadeOf(letters, last)) return last;
  }
  return null;
}

/** Whether letters are a beginning of each word, one after the other, none left out. */
function isMadeOf(letters: string, [word, ...others]: readonly string[]): boolean {
  if (word === undefined) return letters === '';
  for (let length = Math.min(3, letters.length); length > 0; length -= 1)
    if (word.startsWith(letters.slice(0, length)) && isMadeOf(letters.slice(length), others))
      return true;
  return false;
}

/** What the notes put in parentheses after the words that it stands for. */
export function learnAbbreviations(texts: readonly string[]): Abbreviations {
  const known = new Map<string, string[]>();
  for (const text of texts) {
    for (const match of text.matchAll(/((?:\p{L}[\p{L}-]*[ ,]+){1,7})\((\p{Lu}{2,6})\)/gu)) {
      const letters = (match[2] ?? '').toLowerCase();
      const words = fold(match[1] ?? '')
        .split(/[^a-z]+/u)
        .filter((word) => word !== '' && word !== 'och');
      const opened = spelledOut(fold(letters), words);
      if (opened)
        known.set(
          fold(letters),
          opened.map((word) => stem(word)),
        );
    }
  }
  return known;
}

/** 1 for the same stem; less for one inside the other ("vardmot" in "digitalvardmot") or a long common beginning. */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length >= 4 && (long.endsWith(short) || long.startsWith(short))) return 0.8;
  if (short.length >= 4 && long.length - short.length <= 3 && long.startsWith(short)) return 0.8;
  let common = 0;
  while (common < short.length && short[common] === long[common]) common += 1;
  return common >= 6 && common >= short.length * 0.65 ? 0.7 : 0;
}

export type Weights = (word: string) => number;

/** Rare words weigh more: a word of every title tells nothing. */
export function weightsOf(texts: readonly (readonly string[])[]): Weights {
  const counts = new Map<string, number>();
  for (const words of texts)
    for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return (word) => 1 + Math.log((1 + texts.length) / (1 + (counts.get(word) ?? 0)));
}

export interface Cover {
  /** Share of the weight of `words` that `others` hold, 0 to 1. */
  share: number;
  /** Words that are not held. */
  missing: string[];
}

export function cover(words: readonly string[], others: readonly string[], weight: Weights): Cover {
  let sum = 0;
  let held = 0;
  const missing: string[] = [];
  for (const word of words) {
    const best = Math.max(0, ...others.map((other) => likeness(word, other)));
    sum += weight(word);
    held += best * weight(word);
    if (best === 0) missing.push(word);
  }
  return { share: sum === 0 ? 0 : held / sum, missing };
}
