/** The words of Swedish dates, kept apart from the rules. */
export const MONTHS: Record<string, number> = {
  januari: 1,
  jan: 1,
  februari: 2,
  feb: 2,
  febr: 2,
  mars: 3,
  mar: 3,
  april: 4,
  apr: 4,
  maj: 5,
  juni: 6,
  jun: 6,
  juli: 7,
  jul: 7,
  augusti: 8,
  aug: 8,
  september: 9,
  sept: 9,
  sep: 9,
  oktober: 10,
  okt: 10,
  november: 11,
  nov: 11,
  december: 12,
  dec: 12,
};

export const WEEKDAYS: Record<string, number> = {
  måndag: 1,
  tisdag: 2,
  onsdag: 3,
  torsdag: 4,
  fredag: 5,
  lördag: 6,
  söndag: 7,
  mån: 1,
  tis: 2,
  tisd: 2,
  ons: 3,
  onsd: 3,
  tors: 4,
  torsd: 4,
  tor: 4,
  fre: 5,
  fred: 5,
  lör: 6,
  sön: 7,
  månd: 1,
};

export type Season = 'spring' | 'summer' | 'autumn' | 'winter';

export const SEASONS: Record<string, Season> = {
  våren: 'spring',
  vår: 'spring',
  vårens: 'spring',
  sommaren: 'summer',
  sommar: 'summer',
  sommarens: 'summer',
  hösten: 'autumn',
  höst: 'autumn',
  höstens: 'autumn',
  vintern: 'winter',
  vinter: 'winter',
  vinterns: 'winter',
};

export const NUMERALS: Record<string, number> = {
  en: 1,
  ett: 1,
  två: 2,
  tre: 3,
  fyra: 4,
  fem: 5,
  sex: 6,
  sju: 7,
  åtta: 8,
  nio: 9,
  tio: 10,
  elva: 11,
  tolv: 12,
  fjorton: 14,
  femton: 15,
  arton: 18,
  tjugo: 20,
  trettio: 30,
};

export const ORDINALS: Record<string, number> = {
  första: 1,
  andra: 2,
  tredje: 3,
  fjärde: 4,
  sista: -1,
};

/** Words alone between which months stand as full names: only these may stand without day or year. */
export const FULL_MONTH =
  '(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)';
export const MONTH =
  '(?:januari|jan\\.?|februari|febr?\\.?|mars|mar\\.|april|apr\\.?|maj|juni|jun\\.|juli|jul\\.|augusti|aug\\.?|' +
  'september|sept?\\.?|oktober|okt\\.?|november|nov\\.?|december|dec\\.?)';
/** After a day's figure three letters are enough: "1 mar", "24 jun". */
export const MONTH_OF_DAY = `(?:${MONTH}|mar|jun|jul)`;
export const WEEKDAY =
  '(?:(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?|(?:månd?|tisd?|ons(?:d)?|tor(?:sd?)?|fred?|lör|sön)\\.?)';
export const FULL_WEEKDAY = '(?:(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?)';
export const YEAR = '(?:(?:19|20)\\d\\d)';

const bare = (word: string): string => word.toLowerCase().replace(/\.$/u, '');

export const monthNumber = (word: string): number => MONTHS[bare(word)] ?? 0;
export const weekdayNumber = (word: string): number =>
  WEEKDAYS[bare(word).replace(/dagen$/u, 'dag')] ?? 0;

export function numeral(word: string): number | null {
  return /^\d+$/u.test(word) ? Number(word) : (NUMERALS[word.toLowerCase()] ?? null);
}
