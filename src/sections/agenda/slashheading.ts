/** Headings that name their presenters after a slash: "Delegering av insulin / Sara Ek och Bo Lind". */
import type { FlowLine } from '../../text/flowline.js';
import { joinFlow } from '../../text/flow.js';
import { endsSentence, gapAbove, isFull } from '../../text/wrapping.js';
import type { Note } from '../../note/note.js';
import { readDecisionLabel } from '../decisions/labels.js';
import { readLabel } from '../labels.js';
import { readWordedLabel } from '../people/attendance/wordedlabels.js';
import { leadingName, looksLikeOrganisation, PARTICLE } from '../people/name.js';
import { officeInFront, splitRole } from '../people/office.js';
import { isTitleWord } from '../people/words/offices.js';
import type { Agenda } from './items.js';

/** Without blanks around the slash only a full name proves a presenter: "in/ut", "ÄO/HS", "MAS/MAR Alby" are words. */
const TIGHT_SLASH = /^([^/]{3,220})\/(\p{Lu}\p{Ll}[\p{L}-]*\s\p{Lu}.*)$/u;
const SLASH =
  /^(.{3,220}?)(?:\s+\/\s*|\/\s+)(\p{Lu}.*|\p{Ll}[\p{L}-]{3,}\s\p{Lu}\p{Ll}+\s\p{Lu}.*)$/u;

export interface SlashHeading {
  lines: FlowLine[];
  title: string;
  presenters: string;
}

/** Reads a heading `Title / Presenter och Presenter` that begins at `line`, wrapped or not. */
export function readSlashHeading(note: Note, line: FlowLine): SlashHeading | null {
  if (line.bullet !== null || line.text.length > 220 || !mayBegin(line)) return null;
  // "Saknas: Ida Ek, Lidby" right above the first heading.
  if (readWordedLabel(note, line, note.lines.length) !== null) return null;
  // "…, Anna Ek," over "Lund, Bo Lind, Kil": the last line of a list.
  if (gapAbove(line) <= 1 && note.lines[line.at - 1]?.text.endsWith(',')) return null;
  for (let count = 1; count <= 4; count += 1) {
    const lines = note.lines.slice(line.at, line.at + count);
    if (lines.length < count) return null;
    const text = joinFlow(lines, note.flow);
    const match = SLASH.exec(text) ?? TIGHT_SLASH.exec(text);
    const last = lines.at(-1) ?? line;
    const next = note.lines[line.at + count];
    if (match) {
      const goesOn = next !== undefined && presentersGoOn(text, last, next, note);
      if (!goesOn || count === 4) return toHeading(lines, match);
    } else if (!next || text.length > 220 || !titleGoesOver(lines, text, next)) return null;
  }
  return null;
}

/** The presenters of numbered headings that name them after a slash: "2. Delegering / Sara Ek". */
export function withSlashPresenters(agenda: Agenda): Agenda {
  const items = agenda.items.map((item) => {
    const [, title = '', presenters = ''] = SLASH.exec(item.printedTitle) ?? [];
    return title !== '' && isPresenters(presenters)
      ? { ...item, printedTitle: title.trim(), presenters }
      : item;
  });
  return { ...agenda, items };
}

function toHeading(lines: FlowLine[], match: RegExpExecArray): SlashHeading | null {
  const [, title = '', presenters = ''] = match;
  return isPresenters(presenters) ? { lines, title: title.trim(), presenters } : null;
}

/** The title itself wraps: its slash stands on the next line. */
function titleGoesOver(lines: readonly FlowLine[], text: string, next: FlowLine): boolean {
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last || !/^[^/]*\/?$/u.test(text) || next.bullet !== null) return false;
  if (endsSentence(last.text)) return false;
  // "… kommuner och Västra" over "Götalandsregionen om …": a heading whose lines are full stands apart.
  const isBlock = gapAbove(first) > 0 && gapAbove(next) <= 0 && !/[.!?:]/u.test(last.text);
  return titleWraps(last, next) || (isBlock && isFull(last, next));
}

function mayBegin(line: FlowLine): boolean {
  return (
    /^[\p{Lu}\d]/u.test(line.text) &&
    !endsSentence(line.text) &&
    // "Nätverket för …, NMS" in the note's head names the body.
    !(line.at < 4 && /,\s\p{Lu}{2,8}$/u.test(line.text)) &&
    readDecisionLabel(line.text) === null &&
    readLabel(line.text)?.colon !== true
  );
}

function titleWraps(line: FlowLine, next: FlowLine): boolean {
  if (line.text.endsWith('/')) return true;
  // A title of three lines: its second one goes on in lower case, and no sentence has ended.
  if (/^\p{Ll}/u.test(next.text) && !/[.!?:]/u.test(line.text + next.text))
    return gapAbove(next) <= 1;
  return (
    next.text.includes('/') &&
    (isFull(line, next) || /^[\p{Ll}/]/u.test(next.text)) &&
    gapAbove(next) <= 1
  );
}

/** The presenters wrap where the line breaks off within a name or after "och". */
function presentersGoOn(text: string, last: FlowLine, next: FlowLine, note: Note): boolean {
  if (gapAbove(next) > 1 || next.bullet !== null || endsSentence(next.text)) return false;
  if (PARTICLE_LAST.test(text) || OPEN_LIST.test(text) || /^(?:och|samt)\s\p{Lu}/u.test(next.text))
    return true;
  const isShort = next.text.split(' ').length <= 8;
  const isHalf = endsInHalfName(text);
  if (isHalf && isShort && SURNAME_AND_MORE.test(next.text)) return true;
  const namesOnly = NAMES_ONLY.test(next.text);
  if (!isShort || gapAbove(next) > 0) return isShort && namesOnly && isHalf;
  return (
    (namesOnly && (isHalf || (isFull(last, next) && last.text.length > 40))) ||
    isOfficesPlace(text, next.text) ||
    REST_AND_NEXT.test(next.text) ||
    endsKnownName(next.text, note)
  );
}

/** "… / Sara Ek," */
const OPEN_LIST = /(?:,|\/|-|(?<!\p{L})(?:och|samt))$/u;

/** "… / Sara Ek och Lars-Erik": a lone first name. */
function endsInHalfName(text: string): boolean {
  const tail = text.slice(text.lastIndexOf('/') + 1).split(/,|\soch\s/u);
  return /^\p{Lu}[\p{L}-]+$/u.test(tail.at(-1)?.trim() ?? '');
}

const NAMES_ONLY = /^(?:och\s+)?\p{Lu}[\p{L}-]+(?:(?:,|\s+och|\s)\s*\p{Lu}[\p{L}-]+)*$/u;

/** "… / Birgitta Kvist och Vilhelm af" */
const PARTICLE_LAST = new RegExp(`\\p{Lu}\\p{Ll}+\\s${PARTICLE}$`, 'u');

/** "Ek, utvecklingsledare Region Skåne och Siv" below "… / Lars-Erik" */
const SURNAME_AND_MORE = /^\p{Lu}[\p{L}-]+,\s\p{L}/u;

/** "Region Skåne" below "… / Ida Ek, närsjukvårdschef" */
const isOfficesPlace = (text: string, next: string): boolean =>
  isTitleWord(text.split(' ').at(-1) ?? '') && PLACE_ALONE.test(next);
const PLACE_ALONE = /^(?:Region\s)?\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?$/u;

/** "Brandt och Märta Lindberg": the rest of a name, and another whole one. */
const REST_AND_NEXT = new RegExp(
  `^\\p{Lu}\\p{Ll}+(?:-\\p{Lu}\\p{Ll}+)?\\s(?:och|samt)\\s\\p{Lu}[\\p{L}-]+(?:\\s${PARTICLE})*(?:\\s\\p{Lu}[\\p{L}’'-]+){1,2}$`,
  'u',
);

/** "Björk", the last name of somebody whom the note knows; "Bakgrund" is nobody's. */
const endsKnownName = (text: string, note: Note): boolean =>
  /^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?$/u.test(text) &&
  [...note.known.names].some((name) => name.endsWith(` ${text.toLowerCase()}`));

/** Persons, or organisations, and no sentence. */
function isPresenters(text: string): boolean {
  if (endsSentence(text) && !text.endsWith('.')) return false;
  const names = text
    .replace(/\.$/u, '')
    .split(/,|\s(?:och|samt)\s|\s\/\s/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return (
    names.length > 0 &&
    names.every(
      (name) =>
        (/^\p{Lu}/u.test(name) ||
          officeInFront(name).office !== null ||
          looksLikeOrganisation(name) ||
          splitRole(name).role !== null) &&
        name.split(' ').length <= 6,
    ) &&
    names.some(
      (name) => leadingName(officeInFront(name).rest) !== null || /^\p{Lu}[\p{L}-]+$/u.test(name),
    )
  );
}
