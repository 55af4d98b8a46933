/** Which notes are the same text, whatever the encoding, the line ends and the blanks at ends of lines. */
import { sha256 } from '../record/ids.js';

/** @param text of a note, decoded @returns 64 hexadecimal digits */
export const textHash = (text: string): string =>
  sha256(
    text
      .normalize('NFC')
      .replaceAll(/\r\n?/gu, '\n')
      .replaceAll(/[ \t]+$/gmu, '')
      .trim(),
  );
