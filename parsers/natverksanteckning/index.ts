/**
 * Nätverksanteckning: notes of the networks around the body.
 *
 * note    := [ first page ] item+ [ "Nästa nätverksträff:" date ] [ "(Anteckningar:" name ")" ]
 * item    := title "/" presenter { ("," | "och") presenter } block*      (the heading may wrap)
 *          | "Övriga punkter" block*
 * block   := sub-heading | prose | bullet | "Beslut:" point+ | "Att göra" entry+
 *
 * It is told by headings that name their presenters after a slash, with no numbered agenda beside them.
 */
import { headLine, numberedItems, slashHeadings } from '../../src/read/form.js';
import type { Parser } from '../../src/read/parser.js';
import { pattern } from '../../src/text/pattern.js';
import { readHeadedAgenda, readSlashAgenda } from '../../src/sections/agenda/unnumbered.js';

const NETWORK = pattern(
  String.raw`\b\p{L}*(?:nätverk|nätverket|nätverksträff|nätverksmöte|nätverksanteckning(?:ar)?)\b`,
);
const PROTOCOL = pattern(String.raw`\b\p{L}*protokoll\b`);

export const natverksanteckning: Parser = {
  id: 'natverksanteckning',
  identify(note) {
    const slashes = slashHeadings(note);
    const named =
      headLine(note, NETWORK) !== null ||
      note.lines.slice(-6).some((line) => NETWORK.test(line.text));
    if (slashes.length < (named ? 1 : 2) || headLine(note, PROTOCOL, 60) !== null) return null;
    const items = numberedItems(note);
    if (slashes.length < 2 ? items.length >= 2 : items.length > slashes.length) return null;
    return { lines: slashes.slice(0, 4), reason: 'headings that name their presenters' };
  },
  readAgenda: (note) => readSlashAgenda(note, 0) ?? readHeadedAgenda(note, 0),
};
