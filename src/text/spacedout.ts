/** "P R O T O K O L L": a heading whose letters are set apart. */

/** Letters and figures one by one; two blanks or more are one between words. */
const SPACED_OUT = /^\s*[\p{L}\d](?:\s+[\p{L}\d]|\s?[.,:–-])+\s*$/u;
const LEAST = 5;

/** @returns the line with its words closed up where all its letters stand apart, else the line as it is */
export function closeUp(line: string): string {
  if (!SPACED_OUT.test(line) || (line.match(/\p{L}/gu)?.length ?? 0) < LEAST) return line;
  return line
    .trim()
    .split(/\s{2,}/u)
    .map((word) => word.replaceAll(/\s/gu, ''))
    .join(' ');
}
