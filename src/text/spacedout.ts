/** "P R O T O K O L L": a heading whose letters are set apart. */

/** Letters and figures one by one; two blanks or more are one between words. */
const SPACED_OUT = /^\s*[\p{L}\d](?:\s+[\p{L}\d]|\s?[.,:–-])+\s*$/u;
const LEAST = 5;

/** "DAG O R D N I N G": capitals of which more than half stand alone. */
function isPartlySpaced(line: string): boolean {
  if (!/^\s*\p{Lu}+(?:\s\p{Lu}+)+\s*$/u.test(line)) return false;
  const words = line.trim().split(' ');
  const alone = words.filter((word) => word.length === 1).length;
  return alone >= FEWEST_ALONE && alone > words.length / 2;
}
const FEWEST_ALONE = 3;

/** "D AGORDNING": a large first letter and small capitals; "I", "Å" and "Ö" are words. */
const LARGE_FIRST = /^(\s*)([A-HJ-ZÄ])\s(\p{Lu}{4,})(\s*)$/u;

/** @returns the line with its words closed up where all its letters stand apart, else the line as it is */
export function closeUp(line: string): string {
  if (isPartlySpaced(line)) return line.replaceAll(/(?<=\p{Lu})\s(?=\p{Lu})/gu, '');
  if (LARGE_FIRST.test(line)) return line.replace(LARGE_FIRST, '$1$2$3$4');
  if (!SPACED_OUT.test(line) || (line.match(/\p{L}/gu)?.length ?? 0) < LEAST) return line;
  return line
    .trim()
    .split(/\s{2,}/u)
    .map((word) => word.replaceAll(/\s/gu, ''))
    .join(' ');
}
