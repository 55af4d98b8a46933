/** The rows of a signature block: rules to sign on, names, titles and organisations, and the words above the names. */
import type { Note } from '../../note/note.js';
import type { FlowLine } from '../../text/flowline.js';
import { pattern } from '../../text/pattern.js';
import { readLabel } from '../labels.js';
import { isMeetingListHeading, readNextMeeting } from '../meetings/headings.js';
import { isName, leadingName, looksLikeOrganisation, nameKey } from '../people/name.js';
import { splitRole } from '../people/office.js';
import { CHAIR_WORD, isTitleWord } from '../people/words/offices.js';

/** A rule to sign on: underscores or dots. */
export const isRule = (text: string): boolean => /^[_.…\s]{4,}$|^…\s?…?$/u.test(text);

const SIGNING = pattern(
  String.raw`^(?:vid\s+(?:protokollet|anteckningarna|pennan|tangent(?:erna|bordet)|minnesanteckningarna)|justera[st]|genomläst(?:\s+av)?|läst\s+av|justerare|protokollsjusterare|underskrift(?:er)?|sekreterare|mötessekreterare)\s*:?$`,
);
const SIGNING_ROLE = pattern(
  String.raw`^(?:(?:protokolls)?justera(?:re|nde)|(?:mötes)?sekreterare)\s*:?$`,
);

/**
 * What stands above names: "Ordförande      Sekreterare", "Vid protokollet     Justeras".
 * @returns for each column its role, or null where the words say only that one signs; null if the line is no such row
 */
export function readHeadRow(
  line: FlowLine,
  names: FlowLine,
  count: number,
  note: Note,
): (string | null)[] | null {
  if (line.bullet !== null || line.text.length > 100) return null;
  const cells = cellsOver(line, names, count) ?? splitRow(line, count, note);
  if (cells.length !== count) return null;
  const roles = cells.map((cell) => readHeadCell(cell));
  return roles.includes(undefined) ? null : roles.map((role) => role ?? null);
}

/** "Vid protokollet      Justeras" over three names: the second head is that of all who stand right of it. */
function cellsOver(line: FlowLine, names: FlowLine, count: number): string[] | null {
  const heads = line.cells;
  if (heads.length < 2 || heads.length >= count || names.cells.length !== count) return null;
  return names.cells.map(
    ({ x }) => heads.findLast((head) => head.x <= x + 2)?.text ?? heads[0]?.text ?? '',
  );
}

const TAKES_NOTES = pattern(
  String.raw`^vid\s+(?:protokollet|anteckningarna|pennan|tangent(?:erna|bordet)|minnesanteckningarna)\s*:?$`,
);

/** "Vid protokollet" over the first of several names: who takes the notes, and signs only where an office says so. */
export const takesNotes = (line: FlowLine, count: number, note: Note): boolean =>
  count > 1 &&
  TAKES_NOTES.test(
    (line.cells.length > 1 ? line.cells[0]?.text : splitRow(line, count, note)[0]) ?? '',
  );

function readHeadCell(cell: string): string | null | undefined {
  if (CHAIR_WORD.test(cell.replace(/:$/u, '')) || SIGNING_ROLE.test(cell))
    return cell.replace(/\s*:$/u, '');
  return SIGNING.test(cell) ? null : undefined;
}

/** So many may sign side by side. */
const MOST_BESIDE = 5;

/** Names in cells of their own, or one to three on a line, and nothing else. */
export function namesIn(line: FlowLine, keys: ReadonlySet<string>): string[] | null {
  if (line.bullet !== null || line.text.length > 110) return null;
  const cells = line.cells.map((cell) => cell.text);
  if (cells.length >= 2 && cells.length <= MOST_BESIDE)
    return cells.every((cell) => isName(cell)) ? cells : null;
  const words = line.text.split(' ');
  const known = [2, 3].flatMap((count) =>
    partitions(words, count).filter((names) => names.every((name) => keys.has(nameKey(name)))),
  );
  if (known[0]) return known[0];
  for (let size = 2; size <= words.length - 2; size += 1) {
    const halves = [words.slice(0, size).join(' '), words.slice(size).join(' ')];
    if (halves.every((half) => isName(half)) && halves.some((half) => keys.has(nameKey(half))))
      return halves;
  }
  const thirds = [words.slice(0, 2), words.slice(2, 4), words.slice(4)].map((part) =>
    part.join(' '),
  );
  if (words.length === 6 && thirds.every((third) => isName(third))) return thirds;
  if (
    words.length === 4 &&
    isName(words.slice(0, 2).join(' ')) &&
    isName(words.slice(2).join(' '))
  ) {
    return [words.slice(0, 2).join(' '), words.slice(2).join(' ')];
  }
  return isName(line.text) ? [line.text] : null;
}

/** "Anteckningarna förda av Tove Ek", not "Sekreterare   Ordförande". */
function namesNoteTaker(text: string): boolean {
  const label = readLabel(text);
  return label?.kind === 'secretary' && leadingName(label.value) !== null;
}

/** "1:e vice ordförande": the figure is a word of the office. */
const withoutRank = (text: string): string => text.replaceAll(/(?<!\d)[123]:[ea]\s/gu, '');

/** Names a title or an organisation, by its form. */
export function isTitleRow(text: string): boolean {
  // "Kopia till: …" and "Anteckningarna förda av …" are no title of who signs.
  if (/^[^:]{3,30}:\s/u.test(text) || namesNoteTaker(text)) return false;
  if (/^\d/u.test(withoutRank(text)) || (/[.!?:]$/u.test(text) && !text.endsWith('ordf.')))
    return false;
  return text.split(' ').some((word) => isTitleWord(word)) || looksLikeOrganisation(text);
}

/** A title or an organisation below a signature, and no other section. */
export function isSignatureRow(line: FlowLine): boolean {
  if (line.text.length > 130 || /https?:/u.test(line.text) || line.bullet !== null) return false;
  if (readNextMeeting(line.text) !== null || isMeetingListHeading(line.text)) return false;
  const label = readLabel(line.text);
  const isTitle =
    label?.kind === 'chair' || label?.kind === 'adjuster' || label?.kind === 'secretary';
  if (label !== null && (label.colon || !isTitle)) return false;
  if (namesNoteTaker(line.text)) return false;
  if (/\d/u.test(withoutRank(line.text))) return false;
  return isTitleRow(line.text) || line.cells.length > 1;
}

/** Words of an office alone: "ordförande", "vice ordförande", "justerare". */
export const isOffice = (text: string): boolean => CHAIR_WORD.test(text) || SIGNING_ROLE.test(text);

export const isRole = (text: string): boolean =>
  CHAIR_WORD.test(text) ||
  /^sammankallande$/iu.test(text) ||
  SIGNING_ROLE.test(text) ||
  isTitleWord(text.split(' ').at(-1) ?? '') ||
  (splitRole(text).role !== null && splitRole(text).rest === '');

/** Cells of a row: by blanks, else at the word after which both sides are a title or an organisation. */
export function splitRow(line: FlowLine, count: number, note: Note): string[] {
  const cells = line.cells.map((cell) => cell.text);
  if (cells.length === count || count === 1) return count === 1 ? [line.text] : cells;
  if (count > 3 || cells.length > 2) return [line.text];
  // "Ordförande Vice ordförande Justerare"
  const offices = line.text.match(OFFICE) ?? [];
  if (offices.length === count && offices.join(' ') === line.text) return offices;
  const best = partitions(line.text.split(' '), count)
    .map((parts) => ({ parts, cost: parts.reduce((sum, part) => sum + halfCost(part, note), 0) }))
    .reduce<{ parts: string[]; cost: number } | null>(
      (one, other) => (one && one.cost <= other.cost ? one : other),
      null,
    );
  return best && best.cost < 1.5 * count ? best.parts : [line.text];
}

const OFFICE =
  /(?<!\p{L})(?:(?:(?:Förste|Andre|1:e|2:e)\s+)?(?:Vice\s)?ordförande|justerare|(?:mötes)?sekreterare)(?!\p{L})/giu;

/** The offices of two or more who sign, as the cells of one line. */
export function isRowOfOffices(text: string): boolean {
  const offices = text.match(OFFICE) ?? [];
  return offices.length > 1 && offices.join(' ') === text;
}

/** All ways to part words into so many cells. */
function partitions(words: readonly string[], count: number): string[][] {
  if (count === 1) return words.length > 0 ? [[words.join(' ')]] : [];
  return words
    .slice(1)
    .flatMap((_, index) =>
      partitions(words.slice(index + 1), count - 1).map((rest) => [
        words.slice(0, index + 1).join(' '),
        ...rest,
      ]),
    );
}

function halfCost(text: string, note: Note): number {
  if (CHAIR_WORD.test(text) || SIGNING.test(text)) return 0;
  if (note.known.organisations.has(text.toLowerCase())) return 0;
  const words = text.split(' ');
  const ends = looksLikeOrganisation(words.at(-1) ?? '') || isTitleWord(words.at(-1) ?? '');
  if (/^Region\s\p{Lu}\p{L}+$/u.test(text)) return 0.1;
  if (/^Region$/u.test(text)) return Infinity;
  const inner = words
    .slice(0, -1)
    .filter((word) => looksLikeOrganisation(word) || CHAIR_WORD.test(word)).length;
  return (ends ? 0.2 : 1.5) + inner + (/^\p{Lu}/u.test(text) ? 0 : 1);
}
