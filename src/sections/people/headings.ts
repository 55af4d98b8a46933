/** Headings of a roster: the sides ("För Västra Götalandsregionen (VGR)", "Närvarande VästKom") and their groups. */
import { pattern } from '../../text/pattern.js';
import { looksLikeOrganisation } from './name.js';
import { GROUP_HEADING } from './words/groups.js';
import { remembered } from '../../text/remember.js';

export interface SideHeading {
  kind: 'side';
  side: string;
}
export interface GroupHeading {
  kind: 'group';
  group: string;
}

/** Of single letters those that are no party's: "För kommunerna (K)". */
const LETTER = '[ABDE-KN-RTUW-ZÅÄÖ]';
const FOR_SIDE = pattern(
  String.raw`^(?:för|från)\s+(\p{L}[\p{L}\d\s,-]{2,90}?)(?:\s*\(([\p{L}\d-]{2,12}|${LETTER})\))?\s*:?$`,
);
const PRESENT_SIDE = pattern(
  String.raw`^(?:närvarande|deltagare|ledamöter|representanter)\s+(?:(?:för|från)\s+)?((?:\p{Lu}|kommun|region|landsting|länsstyrelse|förening|organisation|myndighet|brukar|universitet|högskol|näringsliv|sjukhus|skol)[\p{L}\s-]{1,40}?)\s*:?$`,
  'u',
);
/** One of two sides by its kind: "Kommunerna" beside "Regionen", "Landstinget". */
const KIND_OF_SIDE = pattern(
  String.raw`^((?:läns?ets\s+|primär)?kommuner(?:na)?|regionen|landstinget|kommunsidan|regionsidan|kommunernas?\s+representanter|regionens\s+representanter)\s*:?$`,
);
const NAMED_SIDE = /^(\p{Lu}[\p{L}\s,-]{2,70}?)\s*\((\p{Lu}[\p{L}\d-]{1,11})\)\s*:?$/u;

/** "Region Örebro län", "Landstinget i Östergötland", "Västra Götalandsregionen": a name, and nothing beside it. */
const REGION_ALONE =
  /^(?:(?:Region(?:en)?|Landstinget)(?:\s(?:i|för))?(?:\s\p{Lu}\p{L}+(?:\s\p{L}+){0,2})?|(?:Norra|Södra|Östra|Västra|Mellersta)\s\p{Lu}\p{L}+regionen)\s*:?$/u;

/** A region's name heads a side where "Kommunerna" or the like heads the other. */
export const isRegionAlone = (text: string): boolean => REGION_ALONE.test(text);

/** Such words are a side of their own, or a group within a side that has a name. */
export const isKindOfSide = (text: string): boolean => KIND_OF_SIDE.test(text);

/** "… beredning Norrbottens" over "Kommuner", "… Hallands" over "kommuner i samverkan": what the genitive needs. */
export const isRestOfGenitive = (above: string, text: string): boolean =>
  (isKindOfSide(text) || /^kommuner(?:na)?\s/u.test(text)) &&
  /\s(?:\p{Lu}\p{L}+s|läns)$/u.test(above);

/** What would be a heading, but for the entry that it ends: a genitive's noun, or "sekreterare" below "Anna Ek,". */
export const isRestOfEntry = (above: string, text: string): boolean =>
  (above.endsWith(',') && /^\p{Ll}+$/u.test(text)) || isRestOfGenitive(above, text);

/** A side: the abbreviation in parentheses where there is one, else the words as printed. */
export const readSideHeading = remembered((text: string): SideHeading | null => {
  if (/,\s/u.test(text) && !/^(?:för|från)\s/iu.test(text)) return null;
  if (DOUBLED.test(text)) return null;
  // "för primärvård" ends a cell.
  const forSide = /^\p{Lu}/u.test(text) ? FOR_SIDE.exec(text) : null;
  if (forSide && !/\d{4}|^för\s+(?:kännedom|åtgärd|info)/iu.test(text))
    return { kind: 'side', side: (forSide[2] ?? forSide[1] ?? '').trim() };
  const present = PRESENT_SIDE.exec(text.slice(0, 1).toLowerCase() + text.slice(1));
  // "Ledamöter Tjänstepersoner" heads two columns, and no side.
  if (present && !/^(?:Vid\s|(?:tjänste|adjunger|ersättare|sekretariat))/iu.test(present[1] ?? ''))
    return { kind: 'side', side: (present[1] ?? '').trim() };
  const kind = KIND_OF_SIDE.exec(text);
  if (kind) return { kind: 'side', side: kind[1] ?? '' };
  const named = NAMED_SIDE.exec(text);
  if (named && looksLikeOrganisation(named[1] ?? '')) return { kind: 'side', side: named[2] ?? '' };
  return null;
});

const SIDE_REMAINDER = /^(?:\p{Ll}.{0,60}\s)?\((\p{Lu}[\p{L}\d-]{1,11})\)$/u;

/** "(VGK)" or "kommunalförbund (VGK)" below a side's heading that wrapped: the abbreviation. */
export const readSideRemainder = (text: string): string | null =>
  SIDE_REMAINDER.exec(text)?.[1] ?? null;

const TWO_REMAINDERS =
  /^((?:\p{Ll}[^()]{0,60}\s)?\(\p{Lu}[\p{L}\d-]{1,11}\))\s((?:\p{Ll}[^()]{0,60}\s)?\(\p{Lu}[\p{L}\d-]{1,11}\))$/u;

/** "kommunförbund (VGK) (VGR)" below two headings that wrapped: both abbreviations. */
export function readTwoRemainders(text: string): [string, string] | null {
  const [, left = '', right = ''] = TWO_REMAINDERS.exec(text) ?? [];
  const [one, other] = [readSideRemainder(left), readSideRemainder(right)];
  return one !== null && other !== null ? [one, other] : null;
}

/** One word that names people by their office: "Nämndföreträdare", "Socialnämnder". */
const PLURAL_OFFICE =
  /^\p{Lu}\p{L}*(?:företrädare|nämnder|styrelser|representanter|chefer|direktörer|handläggare|strateger|experter|deltagare|samordnare|politiker|personer)\s*:?$/u;

/** "Kommunens representanter", "Föreningarnas företrädare", "Stödjande tjänstepersoner" */
const REPRESENTATIVES =
  /^\p{Lu}\p{L}+(?:s|ande)\s(?:representanter|företrädare|ledamöter|tjänstepersoner|tjänstemän)\s*:?$/u;

/** "Ersättare Ersättare": both columns have the group. */
const DOUBLED = /^\s*(\p{Lu}\p{L}{5,})\s+\1\s*$/u;

/** "Tjänstepersoner för VGR" is the group "Tjänstepersoner". */
export const readGroupHeading = remembered((printed: string): GroupHeading | null => {
  const text = DOUBLED.exec(printed)?.[1] ?? printed;
  const match = GROUP_HEADING.exec(text.trim());
  if (match) return { kind: 'group', group: match[1] ?? '' };
  return PLURAL_OFFICE.test(text.trim()) || REPRESENTATIVES.test(text.trim())
    ? { kind: 'group', group: text.trim().replace(/\s*:$/u, '') }
    : null;
});

/** "Ledamöter Tjänstepersoner": the heads of two columns that are groups of the same body. */
export function readGroupPair(text: string): [string, string] | null {
  const [, left, right] = GROUP_PAIR.exec(text) ?? [];
  return left !== undefined && right !== undefined ? [left, right] : null;
}

const GROUP_PAIR =
  /^(Ledamöter|Förtroendevalda|Politiker)\s+(Tjänste(?:personer|män)|Adjungerade|Ersättare)$/iu;

/** A column of a roster, by its heading: of no side where that is "Övriga" or "Sekretariat". */
export interface ColumnHeading {
  side: string | null;
  /** The group that all of a column of no side are: "Tjänstepersoner". */
  group?: string;
}

const OF_NO_SIDE =
  /^(?:övriga(?:\s+(?:närvarande|deltagare))?|sekretariat(?:et)?|adjungera(?:de|d)(?:\s+\p{Ll}+)?)\s*:?$/iu;

/** People of neither side stand under it. */
export const isOfNoSide = (text: string): boolean => OF_NO_SIDE.test(text);

export function readColumnHeading(text: string): ColumnHeading | null {
  if (isOfNoSide(text)) return { side: null };
  const side = readSideHeading(text);
  return side && { side: side.side };
}

/** "Kommunerna   Regionen   Tjänstepersoner": beside two sides a group of both. */
function readGroupColumn(text: string): ColumnHeading | null {
  const heading = readGroupHeading(text);
  return heading && { side: null, group: heading.group };
}

/** "Region Örebro län   Kommunerna": beside a side that is called by its kind a region is the other. */
const readRegionColumn = (text: string): ColumnHeading | null =>
  isRegionAlone(text) ? { side: text.replace(/\s*:$/u, '') } : null;

/** "För Västra  Götalands kommunalförbund (VGK)": a blank too many parts no columns. */
const isOneHeading = (text: string, cells: readonly string[]): boolean =>
  cells.length >= 2 &&
  FOR_SIDE.test(text) &&
  /^[^()]*\([^()]*\)\s*:?$/u.test(text) &&
  cells.slice(1).every((cell) => !/^(?:för|från|närvarande|övriga)(?!\p{L})/iu.test(cell));

/** The headings of two columns or more on one line: "För A (VGK) För B (VGR) Sekretariat". At least two are sides. */
export function readColumnRow(text: string, cells: readonly string[]): ColumnHeading[] | null {
  if (isOneHeading(text, cells)) return null;
  const parts = cells.length >= 2 ? [...cells] : splitHeadings(text);
  const hasKind = parts.some((part) => isKindOfSide(part));
  const columns = parts
    .map((part, at) => readColumnHeading(part) ?? (at < 2 ? null : readGroupColumn(part)))
    .map((column, at) => column ?? (hasKind ? readRegionColumn(parts[at] ?? '') : null))
    .filter((column) => column !== null);
  const sides = columns.filter(({ side }) => side !== null);
  return columns.length === parts.length && sides.length >= 2 ? columns : null;
}

/** Two side headings on one line: "För A (VGK) För B (VGR)", "Närvarande VästKom Närvarande VGR". */
export function readSidePair(text: string, cells: readonly string[]): [string, string] | null {
  const [left, right, third] = readColumnRow(text, cells) ?? [];
  return left?.side && right?.side && !third ? [left.side, right.side] : null;
}

const LAST_OF_NO_SIDE = /\s(Övriga(?:\s+(?:närvarande|deltagare))?|Sekretariat(?:et)?)\s*:?$/u;

function splitHeadings(text: string): string[] {
  const last = LAST_OF_NO_SIDE.exec(text);
  if (last) return [...splitHeadings(text.slice(0, last.index)), last[1] ?? ''];
  const named = text.split(/(?<=\(\p{Lu}[\p{L}\d-]{0,11}\))\s(?=\p{Lu})/u);
  if (named.length > 1 && named.every((part) => NAMED_SIDE.test(part) || FOR_SIDE.test(part)))
    return named;
  const first = text.split(' ')[0] ?? '';
  // "Kommunerna Region Skåne (RS)"
  const rest = text.slice(first.length + 1);
  if (isKindOfSide(first) && (NAMED_SIDE.test(rest) || isRegionAlone(rest))) return [first, rest];
  const [, region = '', kind = ''] = /^(.+)\s(\S+)$/u.exec(text) ?? [];
  if (isKindOfSide(kind) && isRegionAlone(region)) return [region, kind];
  const again = text.indexOf(` ${first} `, first.length);
  return again < 0
    ? [text]
    : [text.slice(0, again).trim(), ...splitHeadings(text.slice(again + 1).trim())];
}
