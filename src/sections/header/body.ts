/** Who met, by the title and the lines around it. */
import type { Note } from '../../note/note.js';
import type { Meeting } from '../../record/schema.js';
import type { FlowLine } from '../../text/flowline.js';
import { squeeze } from '../../text/normalise.js';
import { pattern } from '../../text/pattern.js';
import { continues, gapAbove } from '../../text/wrapping.js';
import { readLabel } from '../labels.js';
import { looksLikeOrganisation } from '../people/name.js';
import {
  BODY_WORD,
  isShortFor,
  KIND_ALONE,
  nameBody,
  NAMES_BODY,
  splitAbbreviation,
} from './bodyname.js';
import { isBodyLine, LETTERHEAD, namesParties } from './headline.js';
import { TITLE_WORD } from './titlewords.js';
import { FROM, TITLE, TITLE_WITH_COLON } from './titlewords.js';
import { withoutDate } from './titlewrap.js';

/** How many lines of a head may name the organ whose minutes they are. */
const ORGAN_LINES = 6;
/** "Kultur- och fritidsnämnden", "Kyrkorådet i Åsen", "Sjukvårdsberedning Norr": in a cell of its own. */
const ORGAN =
  /^(?=\p{Lu})(?:[\p{L}-]+\s(?:och\s)?){0,3}\p{L}*(?:nämnden|styrelsen|rådet|utskottet|fullmäktige|direktionen|beredning(?:en)?|delegationen|nämnd|styrelse)(?:\s(?:i|för)\s\p{L}+|\s\p{Lu}\p{L}+)?$/iu;

export function organIn(note: Note, to: number): Meeting['body'] {
  const cells = note.lines
    .slice(0, Math.min(to, ORGAN_LINES))
    .flatMap((line) => line.cells.map(({ text }) => withoutDate(text)));
  const name = cells.find((text) => ORGAN.test(text) && !LETTERHEAD.test(text));
  if (name !== undefined)
    return (OF_WHOM.test(name) ? ownerIn(cells) : null) ?? { name, fullName: null };
  // "Politiskt samråd Norr (PSN)" below the label of the date.
  const full = cells
    .map((text) => splitAbbreviation(text))
    .find(({ fullName }) => fullName !== null && BODY_WORD.test(fullName));
  return full ?? null;
}

/** "Direktionen" is somebody's; "Räddningsförbundet Älvdal, RÄM" near it says whose. */
const OF_WHOM = /^(?:direktionen|styrelsen|nämnden|rådet|utskottet)$/iu;
export const isOfWhom = (body: Meeting['body']): boolean => OF_WHOM.test(body?.name ?? '');
const ownerIn = (cells: readonly string[]): Meeting['body'] =>
  cells
    .map((text) => splitAbbreviation(text))
    .find(({ fullName }) => fullName !== null && looksLikeOrganisation(fullName)) ?? null;

/** "Möte: Samrådsgruppen för hjälpmedel i Gävleborg" */
const BODY_LABEL =
  /^(?:möte|mötets\snamn|forum|organ|grupp|sammanträde|nätverk)\s*:\s*(\p{Lu}.{3,110})$/iu;

/** "Förening: Lidby studentkår (LSK)" names it whatever the words are. */
const OWNER_LABEL = /^(?:förening|organisation|styrelse)\s*:\s*(\p{Lu}.{2,110})$/iu;

export function labelledBody(
  note: Note,
  to: number,
): { body: Meeting['body']; line: FlowLine } | null {
  for (const line of note.lines.slice(0, Math.min(to, ORGAN_LINES))) {
    const ofOwner = OWNER_LABEL.exec(line.text)?.[1];
    const name = withoutDate(ofOwner ?? BODY_LABEL.exec(line.text)?.[1] ?? '');
    const body = ofOwner !== undefined || NAMES_BODY.test(name) ? nameBody(name, '') : null;
    if (body) return { body, line };
  }
  return null;
}

/** "Leader Skog och Sund            1" */
function withoutNumber(line: FlowLine): FlowLine {
  const [name, page, more] = line.cells;
  return name && more === undefined && /^\d{1,2}$/u.test(page?.text ?? '')
    ? { ...line, text: name.text, cells: [name] }
    : line;
}

/** "Brf Tornsvalan", "Leader Skog och Sund": whose board met. */
const ASSOCIATION =
  /^(?:brf|hsb|riksbyggen|leader|(?:\p{Lu}\S+\s){0,3}\p{L}*(?:förening(?:en)?|klubb(?:en)?|församling(?:en)?)|samordningsförbundet)(?:\s\p{Lu}|$)|^(?:\p{Lu}\S+\s){1,4}AB$/iu;

/** A title that names nobody may stand under the body's name, as a letterhead has it. */
export function bodyAbove(
  note: Note,
  start: number,
  title: string,
  below: readonly FlowLine[],
): FlowLine | null {
  const inTitle = bodyNameIn(title);
  if ((inTitle !== '' && !KIND_ALONE.test(inTitle)) || below.length > 0) return null;
  const lines = note.lines.slice(0, start).map(withoutNumber);
  return (
    lines.find(
      (line) =>
        (NAMES_BODY.test(line.text) || ASSOCIATION.test(line.text)) &&
        line.cells.length === 1 &&
        line.text.length < 110 &&
        readLabel(line.text) === null &&
        !/[.!?:]$/u.test(line.text),
    ) ?? null
  );
}

/** What a title says beside "Mötesanteckning från möte med": the body's name or abbreviation. */
export function bodyNameIn(title: string): string {
  const match = TITLE.exec(title) ?? TITLE_WITH_COLON.exec(title);
  if (match) return tidyName(title.slice(match.index + match[0].length));
  const inside = pattern(`[\\s,–-]+(?:${TITLE_WORD})\\b.*$`).exec(title);
  return tidyName(inside ? title.slice(0, inside.index) : title);
}

/** "SRO:s möte", "Folkhälsorådets sammanträde": the meeting of the body that the genitive names. */
const MEETING_OF = pattern(
  String.raw`^(.*(?:rådet|gruppen|organet|nämnden|nätverket|styrelsen|forumet|utskottet|beredningen|kommittén|\p{Lu}{2,6}))(?::?s)\s(?:möte|sammanträde|träff|nätverksträff|nätverksmöte)$`,
  'u',
);

/** "nätverkets träff" says no name; "Folkhälsorådets möte" does. */
function whoseMeeting(name: string): string {
  const whose = MEETING_OF.exec(name)?.[1] ?? '';
  return /^\p{Lu}/u.test(whose) ? whose : name;
}

function tidyName(text: string): string {
  let name = ` ${text} `;
  for (let before = ''; before !== name;) {
    before = name;
    name = name.replace(FROM, '').trimStart();
  }
  const tidied = squeeze(name)
    .replace(/^[\s,:–-]+|[\s,:–-]+$/gu, '')
    .replace(/^(?:nr|nummer)\.?\s?\d+(?:[/:]\d+)?$/iu, '')
    .replace(/,?\s*(?:per capsulam|digitalt möte)$/iu, '')
    .replace(/,?\s+(?:möte|sammanträde|träff)\s+(?:nr\.?\s+)?\d{1,3}$/iu, '')
    .replace(/,?\s(?:genomfört\s|hållet\s)?(?:via|över|på)\s(?:teams|zoom|skype|länk)$/iu, '')
    .replace(/,?\s*org(?:anisations)?\.?\s?-?(?:nr|nummer)\.?:?\s*[\d-]+$/iu, '');
  return whoseMeeting(tidied);
}

/** "Samråd mellan" goes on with those between whom it is. */
const LEADS_ON = /(?:,|\s(?:mellan|med|för|i|inom|av|och|samt))$/iu;

/** Lines under the title, before the first label, roster or date, that name the body in full. */
export function readBodyLines(note: Note, from: number, to: number): FlowLine[] {
  const lines: FlowLine[] = [];
  for (let at = from; at < Math.min(to, from + 4); at += 1) {
    const line = note.lines[at];
    const before = lines.at(-1);
    if (!line || !isBodyLine(line) || (before && !nameGoesOn(before, line))) break;
    lines.push(line);
  }
  return lines;
}

function nameGoesOn(before: FlowLine, line: FlowLine): boolean {
  const isWhole = splitAbbreviation(before.text).fullName !== null;
  // "Strategisk grupp välfärd, SVH" is whole.
  if (isWhole && /^\p{Lu}/u.test(line.text)) return false;
  if (namesParties(line.text) && !LEADS_ON.test(before.text)) return false;
  if (!isWhole && completes(before, line)) return true;
  const isWrapped =
    gapAbove(line) <= 0 && (before.text.endsWith(' och') || before.text.length > 35);
  return isWrapped || continues(before, line);
}

/** "LSVO", or what ends with it, below the name that it is short for. */
const completes = (before: FlowLine, line: FlowLine): boolean =>
  (gapAbove(line) <= 1 && isShortFor(line.text, before.text)) ||
  (gapAbove(line) <= 0 && splitAbbreviation(`${before.text} ${line.text}`).fullName !== null);
