/**
 * Minnesanteckning: the form of 2017.
 *
 * note   := title body roster absent invited time place "Dagordning" item+ signatures? footnote*
 * title  := "Minnesanteckningar" [ body ] date
 * roster := "Närvarande A" "Närvarande B" row+ | "Närvarande:" list
 * item   := number "." title [ type ] [ "Föredragande:" people ] prose [ "Ställningstagande" point+ ]
 * point  := "-" sentence+
 *
 * It is told by the word in its title together with a numbered agenda; a note of that title whose headings name
 * their presenters after a slash is a network's.
 */
import { pattern } from '../../src/text/pattern.js';
import { decisionLabels, headLine, numberedItems, slashHeadings } from '../../src/read/form.js';
import { isMeetingNote } from '../../src/read/identify.js';
import type { Parser } from '../../src/read/parser.js';
import { readNumberedAgenda } from '../../src/sections/agenda/items.js';
import { readListedAgenda } from '../../src/sections/agenda/listed.js';
import { readHeadedAgenda } from '../../src/sections/agenda/unnumbered.js';

const TITLE = pattern(
  String.raw`\bminnesanteckning(?:ar|arna)?\b(?!\s+(?:av|förda\s+av)\b)(?!\s*:\s+\p{L}+(?:-\p{L}+)?\s\p{L}+$)`,
);

export const minnesanteckning: Parser = {
  id: 'minnesanteckning',
  identify(note) {
    const title = headLine(note, TITLE);
    if (title === null || !isMeetingNote(note)) return null;
    const items = numberedItems(note);
    const slashes = slashHeadings(note);
    if (slashes.length >= 2 && slashes.length >= items.length) return null;
    const support = items.length > 0 ? items : decisionLabels(note);
    if (support.length === 0) return { lines: [title], reason: 'its title' };
    return { lines: [title, ...support.slice(0, 3)], reason: 'its title and its numbered items' };
  },
  readAgenda: (note) =>
    readListedAgenda(note) ?? readNumberedAgenda(note) ?? readHeadedAgenda(note),
};
