/**
 * The one way for words from notes and file names to a terminal: what could steer it is shown, never obeyed.
 * Control characters (C0, DEL, C1), every format character (direction controls, zero-width, tags), line and paragraph
 * separators, and letters that show nothing.
 */
const STEERING =
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u115F\u1160\u2800\u3164\uFFA0]|[\u034F\u17B4\u17B5\u180B-\u180F\uFE00-\uFE0F]/gu;

const shown = (character: string): string =>
  `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`;

/** Text for one line of a terminal: tabs and line ends become blanks, all other steering characters are shown. */
export function sanitise(text: string): string {
  return text.replaceAll(/[\t\r\n]+/gu, ' ').replaceAll(STEERING, shown);
}

/** The same for several lines: line ends stay. */
export const sanitiseLines = (text: string): string =>
  text
    .split('\n')
    .map((line) => sanitise(line))
    .join('\n');

const hex = (code: number, width: number): string => code.toString(16).padStart(width, '0');

/** The same for text that already is JSON: escapes keep its value. Line ends stay. */
export function escapeJson(text: string): string {
  return text.replaceAll(STEERING, (character) =>
    character === '\n'
      ? character
      : character
          .split('')
          .map((unit) => `\\u${hex(unit.charCodeAt(0), 4)}`)
          .join(''),
  );
}

/** The same for YAML whose strings are double-quoted. */
export function escapeYaml(text: string): string {
  return text.replaceAll(STEERING, (character) =>
    character === '\n' ? character : `\\U${hex(character.codePointAt(0) ?? 0, 8)}`,
  );
}
