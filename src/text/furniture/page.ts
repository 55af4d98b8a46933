/** What a page's furniture is told by: where a line stands, and what the note's own head says. */
import { pattern } from '../pattern.js';
import type { SourceLine } from '../sourceline.js';

export const BARE_NUMBER = /^\d{1,3}$/u;

/** How many lines from a page's edge a header or footer may stand. */
export const EDGE = 3;

/** How many lines the first page's own head may take, at most. */
export const TOP = 10;

/** Labels of a note come again too, and are no furniture. */
export const LABEL = pattern(
  String.raw`^(?:ställningstagande|beslut|information|dialog|diskussion|föredrag|rekommendation|bilaga|ansvarig|att göra|inbjudna|frånvar|närvar|svar|fråg(?:a|or)|reflektion|synpunkt|bakgrund|sammanfattning|kommentar|slutsats|nuläge|syfte|fortsatt|nästa steg|tidsplan|tidplan|remiss|uppföljning|tjänste(?:personer|män)|\p{L}*politiker|ledamöter|adjungerade|nästa\s|kommande\s|övrig|mötet\s+avslut|avslut|dagordning|agenda|yrkande|ärende|proposition|reservation|expedier|förslag|motivering|upplysning|\p{L}+s\s(?:beslut|ställningstagande|förslag)$)`,
);

/** Where the head's people begin: their names come again as signatures, at the top of a last page. */
const ROSTER = pattern(
  String.raw`^(?:närvar|deltag|deltog|ledam|kallad|frånvar|inbjud|ordförande|sekreterare|namn|organisation|för\s)`,
);

const WHEN_AND_WHERE = pattern(String.raw`^(?:datum|tid|plats|mötesform|mötesplats)`);

/** What stands below a note's name: when and where, or who came. */
export const isLabelOrDay = (text: string): boolean =>
  ROSTER.test(text) || WHEN_AND_WHERE.test(text) || /[:\d]/u.test(text);

/** The line as the page shows it: a dash before a number is no bullet. */
export const shown = (line: SourceLine): string =>
  line.bullet === null ? line.text : `${line.bullet} ${line.text}`;

/** So many lines to a page make the line at `at` the end of page `value`, or the top of the next. */
export const isPageAt = (at: number, value: number): boolean =>
  [value, value - 1].some((pages) => pages > 0 && at / pages >= FEWEST && at / pages <= MOST);

/** Lines to a page, without blank ones. */
const FEWEST = 15;

const MOST = 65;

/** It stands between the two halves of a sentence. */
export function interrupts(lines: readonly SourceLine[], at: number): boolean {
  // A page's head and its number may stand on two lines.
  const isPart = (line?: SourceLine): boolean => BARE_NUMBER.test(line?.text ?? '');
  const before = isPart(lines[at - 1]) ? lines[at - 2] : lines[at - 1];
  const after = isPart(lines[at + 1]) ? lines[at + 2] : lines[at + 1];
  if (!before || !after) return false;
  return (
    !/[.!?:;,]$/u.test(before.text) &&
    before.text.length > 40 &&
    /^\p{Ll}/u.test(after.text) &&
    after.bullet === null
  );
}

/** The note's title, date and place: what stands above the people. */
export function titleOf(lines: readonly SourceLine[]): readonly SourceLine[] {
  const top = lines.slice(0, TOP);
  const roster = top.findIndex((line) => ROSTER.test(line.text));
  const head = roster === -1 ? top : top.slice(0, roster);
  const labelled = head.findLastIndex((line) => WHEN_AND_WHERE.test(line.text));
  return labelled === -1 ? head : head.slice(0, labelled + 1);
}

export const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 1);

/** "…, Region" over "Norrbotten": a name that was broken off goes on, however often. */
export const isRestOfName = (lines: readonly SourceLine[], at: number): boolean =>
  /(?:,|\p{Ll}s|(?<!\p{L})(?:och|samt|Region|Kommunförbundet|Länsstyrelsen|Landstinget))$/u.test(
    lines[at - 1]?.text ?? '',
  ) &&
  (lines[at]?.text.split(' ').length ?? 9) <= 3 &&
  !/\d/u.test(lines[at]?.text ?? '');

export const TITLE_WORD = pattern(String.raw`anteckning|protokoll`);
