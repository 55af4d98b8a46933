/**
 * Nätverksanteckning: notes of the networks around the body.
 *
 * note    := [ first page ] item+ [ "Nästa nätverksträff:" date ] [ "(Anteckningar:" name ")" ]
 * item    := title "/" presenter { ("," | "och") presenter } block*      (the heading may wrap)
 *          | "Övriga punkter" block*
 * block   := sub-heading | prose | bullet | "Beslut:" point+ | "Att göra" entry+
 *
 * It is told by headings that name their presenters after a slash, with no numbered agenda beside them; or by a title
 * that calls it a network's notes and nothing more special, whatever its headings.
 */
import { headLine, numberedItems, slashHeadings } from '../../src/read/form.js';
import { isMeetingNote } from '../../src/read/identify.js';
import type { Note } from '../../src/note/note.js';
import { type Agenda, readNumberedAgenda } from '../../src/sections/agenda/items.js';
import { readListedAgenda } from '../../src/sections/agenda/listed.js';
import type { Parser } from '../../src/read/parser.js';
import { pattern } from '../../src/text/pattern.js';
import { readHeadedAgenda, readSlashAgenda } from '../../src/sections/agenda/unnumbered.js';
import { withSlashPresenters } from '../../src/sections/agenda/slashheading.js';

const NETWORK = pattern(
  String.raw`\b\p{L}*(?:nätverk|nätverket|nätverksträff|nätverksmöte|nätverksanteckning(?:ar)?)\b`,
);
/** "Anteckningar": neither minnes- nor mötesanteckningar, which are other eras'. */
const PLAIN_TITLE = pattern(String.raw`^(?:nätverks)?anteckning(?:ar|arna)?\b`);
const PROTOCOL = pattern(String.raw`\b\p{L}*protokoll\b`);

export const natverksanteckning: Parser = {
  id: 'natverksanteckning',
  identify(note) {
    const slashes = slashHeadings(note);
    const titled = titledByNetwork(note);
    if (titled !== null) return { lines: [titled], reason: "its title, a network's notes" };
    const named =
      headLine(note, NETWORK) !== null ||
      note.lines.slice(-6).some((line) => NETWORK.test(line.text));
    if (slashes.length < (named ? 1 : 2) || headLine(note, PROTOCOL, 60) !== null) return null;
    const items = numberedItems(note);
    if (slashes.length < 2 ? items.length >= 2 : items.length > slashes.length) return null;
    return {
      lines: slashes.slice(0, 4),
      reason: 'headings that name their presenters',
      byForm: true,
    };
  },
  readAgenda: (note) =>
    readListedAgenda(note) ??
    numberedWithSlashes(note) ??
    readSlashAgenda(note, 0, 2) ??
    readNumberedAgenda(note) ??
    headedWithSlash(note) ??
    readSlashAgenda(note, 0) ??
    readHeadedAgenda(note),
};

/** Headings that have numbers and name their presenters: those without a presenter are items too. */
function numberedWithSlashes(note: Note): Agenda | null {
  const numbered = readNumberedAgenda(note);
  const agenda = numbered && withSlashPresenters(numbered);
  const named = agenda?.items.filter(({ presenters }) => presenters !== null) ?? [];
  return named.length >= 2 ? agenda : null;
}

/** One heading that names its presenter among others that stand as it does: all of them are items. */
function headedWithSlash(note: Note): Agenda | null {
  const headed = readHeadedAgenda(note);
  const slashes = headed?.items.filter(({ presenters }) => presenters !== null) ?? [];
  return headed && slashes.length === 1 && headed.items.length >= 3 ? headed : null;
}

/** "Nätverksträff NAD": a title of its own that no other era has. */
const MEETING_OF_NETWORK = pattern(
  String.raw`^(?:\p{L}*nätverks?(?:träff|möte)|\p{L}*nätverket\s+(?:för|i|inom|kring))\b`,
);
const OTHER_TITLE = pattern(String.raw`\b(?:minnes|mötes|tjänste)anteckning(?:ar|en|arna)?\b`);

/** Number of the title's line where the title or the line below it names a network. */
function titledByNetwork(note: Note): number | null {
  const own = headLine(note, MEETING_OF_NETWORK, 100);
  if (own !== null && own <= (note.lines[1]?.no ?? 0) && headLine(note, OTHER_TITLE) === null)
    return isMeetingNote(note) ? own : null;
  const title = headLine(note, PLAIN_TITLE);
  const at = note.lines.findIndex((line) => line.no === title);
  if (title === null || at > 2 || !isMeetingNote(note)) return null;
  const named = note.lines.slice(at, at + 2).some((line) => NETWORK.test(line.text));
  return named ? title : null;
}
