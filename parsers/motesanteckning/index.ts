/**
 * Mötesanteckning: the form of 2021 to 2025.
 *
 * note   := title body "Datum:" "Tid:" ("Mötesform:" | "Plats:") people* "Dagordning" item+ foot
 * people := roster | "Inbjudna:" list | "Frånvarande:" list     (before the agenda, or inside the first item)
 * roster := "För A (AB)" "För C (CD)" row+ | ( "För A (AB)" ( group | person )+ )+
 * item   := number "." title [ "(" minutes [ ", bilaga" ] ")" ] [ type ] [ slot ] [ "Föredragande:" people ] attachment*
 *           ( prose | decision )*
 * decision := "Ställningstagande:" ( sentence+ | lead-in ":" numbered+ )
 * foot   := signatures? next-meeting? meeting-list? year-wheel?
 *
 * It is told by the word in its title or, where the first page is lost, by the labels that its items carry.
 */
import { pattern } from '../../src/text/pattern.js';
import {
  decisionLabels,
  headLabels,
  headLine,
  numberedItems,
  presenterLabels,
  sideHeadings,
  slashHeadings,
} from '../../src/read/form.js';
import { isMeetingNote } from '../../src/read/identify.js';
import type { Evidence, Parser } from '../../src/read/parser.js';
import type { Note } from '../../src/note/note.js';
import { readNumberedAgenda } from '../../src/sections/agenda/items.js';
import { readListedAgenda } from '../../src/sections/agenda/listed.js';
import { readHeadedAgenda } from '../../src/sections/agenda/unnumbered.js';

const TITLE = pattern(
  String.raw`\bmötesanteckning(?:ar|en)?\b(?!\s+(?:av|förda\s+av)\b)(?!\s*:\s+\p{L}+(?:-\p{L}+)?\s\p{L}+$)`,
);
const OTHER_TITLE = pattern(
  String.raw`\b(?:minnesanteckning(?:ar|arna)?|\p{L}*protokoll|kallelse|inbjudan|nätverksanteckning(?:ar)?)\b`,
);

function byForm(note: Note): Evidence | null {
  if (headLine(note, OTHER_TITLE) !== null || slashHeadings(note).length >= 2) return null;
  const items = numberedItems(note);
  const labels = presenterLabels(note);
  const decisions = decisionLabels(note);
  const head = headLabels(note, ['form', 'date', 'time', 'dateTime']);
  const sides = sideHeadings(note);
  const hasItems =
    items.length >= 2 && decisions.length >= 1 && labels.length + decisions.length >= 2;
  if (
    !hasItems ||
    (head.length < 2 && sides.length === 0 && !(labels.length >= 2 && decisions.length >= 2))
  )
    return null;
  return {
    lines: [...head.slice(0, 2), ...items.slice(0, 2), ...decisions.slice(0, 1)],
    reason: 'its labels and numbered items',
    byForm: true,
  };
}

export const motesanteckning: Parser = {
  id: 'motesanteckning',
  identify(note) {
    const title = headLine(note, TITLE);
    if (!isMeetingNote(note)) return null;
    if (title === null) return byForm(note);
    const items = numberedItems(note);
    const slashes = slashHeadings(note);
    if (slashes.length >= 2 && slashes.length > items.length) return null;
    return { lines: [title, ...items.slice(0, 3)], reason: 'its title and its numbered items' };
  },
  readAgenda: (note) =>
    readListedAgenda(note) ?? readNumberedAgenda(note) ?? readHeadedAgenda(note),
};
