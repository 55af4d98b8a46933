/**
 * The one way for words from notes and file names to a terminal: what could steer it is shown, never obeyed.
 * Control characters (C0, DEL, C1), direction controls, zero-width characters, line and paragraph separators.
 */
const STEERING =
  /[\u0000-\u001F\u007F-\u009F\u00AD\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]/gu;

const shown = (character: string): string =>
  `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`;

/** Text for one line of a terminal: tabs and line ends become blanks, all other steering characters are shown. */
export function sanitise(text: string): string {
  return text.replaceAll(/[\t\r\n]+/gu, ' ').replaceAll(STEERING, shown);
}

/** The same for text that already is JSON or double-quoted YAML: escapes keep its value. Line ends stay. */
export function escapeSteering(text: string): string {
  return text.replaceAll(STEERING, (character) =>
    character === '\n'
      ? character
      : `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}
