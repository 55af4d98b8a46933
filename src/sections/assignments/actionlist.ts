/**
 * Lists of actions: "Att göra", "Actionpoints" and the like, one undertaking an entry.
 *
 * entry := [owner ":"] words [ "(" owner ")" | "–" owner | "Ansvarig:" owner ] [ "," "klart" deadline ]
 */
import { pattern } from '../../text/pattern.js';
import type { FlowLine } from '../../text/flowline.js';
import { makeParagraph, type Paragraph, toParagraphs } from '../../text/paragraph.js';
import type { Note } from '../../note/note.js';
import { headPart, readActionHeads, readActionRows, type TableAction } from './actiontable.js';
import { mayHeadRunTable, partRow, readRunTable } from './runtable.js';
import { SLASHED } from '../closing/notetaker.js';
import { readDecisionLabel } from '../decisions/labels.js';
import { isName, isSingleName, leadingName, looksLikeOrganisation } from '../people/name.js';

const HEADING = pattern(
  String.raw`^(?:bilaga\s*\d*\s*[.:–-]?\s*)?(?:att[\s-]göra(?:[\s-]lista)?|action\s?points?|actions?|åtgärder|åtgärdslista|to[\s-]?do|aktivitetslista|aktiviteter|aktionspunkter|uppgifter|att\s+åtgärda|åtaganden|överenskomna\s+(?:åtgärder|aktiviteter)|uppföljningspunkter|vem\s+gör\s+vad|vad\s+(?:ska\s+)?vi\s+(?:ska\s+)?göra?|(?:sammanfattning|lista)\s+(?:av|över)\s+(?:vad\s+(?:som\s+)?(?:vi\s+)?ska\s+göra?s?|åtgärder|uppgifter|att[\s-]göra)|det\s+här\s+gör\s+vi|nästa\s+steg\s+och\s+ansvar|aktiviteter\s+och\s+ansvar)(\s+(?:inför|till|före|innan)\s+(?:nästa|kommande)\s+\p{L}+)?\s*:?$`,
);
const WITH_FIRST = pattern(String.raw`^(?:att[\s-]göra|action\s?points?|to[\s-]?do)\s*:\s+(\S.*)$`);

export interface ActionHeading {
  /** "inför nästa möte": each entry's deadline. */
  deadline: string | null;
}

export function readActionHeading(text: string): ActionHeading | null {
  const match = HEADING.exec(text);
  return match ? { deadline: match[1]?.trim() ?? null } : null;
}

export interface Action {
  paragraph: Paragraph;
  /** The entry's words without its owner. */
  text: string;
  owners: string | null;
  deadline: string | null;
}

/** The entries below an action heading at `at`, or from `at` on where an item's title is the heading. @returns them and the index after the list */
export function readActionList(
  note: Note,
  at: number,
  to: number,
  isEnd: (line: FlowLine) => boolean,
  titled: ActionHeading | null = null,
): { actions: Action[]; end: number; heading: ActionHeading } | null {
  const line = note.lines[at];
  if (!line) return null;
  const inline = WITH_FIRST.exec(line.text);
  const isTable = headsTable(note, line, to);
  const heading =
    titled ?? readActionHeading(line.text) ?? (inline || isTable ? { deadline: null } : null);
  if (!heading) return null;
  const lines: FlowLine[] = inline ? [{ ...line, text: inline[1] ?? '' }] : [];
  // "Vad   Vem   När" needs no heading.
  const from = titled || isTable ? at : at + 1;
  const first = note.lines[from];
  const marked = first !== undefined && isMarked(first);
  lines.push(...linesUntil(note, from, to, isEnd));
  const table = inline ? null : readTable(lines, heading, note);
  if (table && (!isTable || table.actions.every(({ owners }) => isSomebody(owners))))
    return { ...table, heading };
  if (isTable) return null;
  return readEntries(lines, note, marked, heading, at);
}

/** Entries that are paragraphs or points. @returns null where they are the cells of a table that lost its order */
function readEntries(
  lines: readonly FlowLine[],
  note: Note,
  marked: boolean,
  heading: ActionHeading,
  at: number,
): { actions: Action[]; end: number; heading: ActionHeading } | null {
  const paragraphs = listParagraphs(lines, note, marked);
  if (!marked && isScatteredTable(paragraphs)) return null;
  const last = paragraphs.at(-1)?.lines.at(-1);
  const actions = paragraphs
    .map((paragraph) => toAction(paragraph, heading))
    .filter(({ text, owners }) => owners !== null || !NOTHING_TO_DO.test(text));
  return { actions, end: last ? last.at + 1 : at + 1, heading };
}

/** A table whose cells came in an order of their own: who is to do what until when cannot be told. */
const isScatteredTable = (paragraphs: readonly Paragraph[]): boolean =>
  paragraphs.filter(({ text }) => headPart(text) !== 'other').length >= 2;

const headsTable = (note: Note, line: FlowLine, to: number): boolean =>
  readActionHeads(line) !== null ||
  (mayHeadRunTable(line) && readRunTable(note.lines.slice(line.at, to), note) !== null);

/** Without a heading over it a table with an owner for each row is one of actions only where these are persons. */
const isSomebody = (owners: string | null): boolean =>
  (owners ?? '-')
    .split(/\s*(?:,|\soch\s|\/|&|\+)\s*/u)
    .every((one) => isName(one) || isSingleName(one) || /^\p{Lu}{2,3}$/u.test(one));

/** "Ingenting", or a sentence that says how things are: under such a heading too nobody has to do it. */
const NOTHING_TO_DO = pattern(
  String.raw`^(?:inget|inga|ingenting|se\s+ovan|[–—-]+)(?:\s\p{L}+)?[.]?$|^\p{Lu}[^.]*\s(?:är|var|har|hade|finns|blev)\s[^.]*\.$|^vi\s+ses\b|:\s*ingen\b`,
);

function linesUntil(
  note: Note,
  from: number,
  to: number,
  isEnd: (line: FlowLine) => boolean,
): FlowLine[] {
  const lines = note.lines.slice(from, to);
  const end = lines.findIndex(
    (line) => isEnd(line) || readDecisionLabel(line.text) !== null || SLASHED.test(line.text),
  );
  return end < 0 ? lines : lines.slice(0, end);
}

/** A table under the heading: its rows, and the index after it; null where no heads stand there. */
function readTable(
  lines: readonly FlowLine[],
  heading: ActionHeading,
  note: Note,
): { actions: Action[]; end: number } | null {
  const columns = readActionHeads(lines[0]);
  const rows = columns
    ? readActionRows(lines.slice(1), columns, (text) => partRow(text, note))
    : (readRunTable(lines, note) ?? []);
  const last = rows.at(-1)?.lines.at(-1);
  return last
    ? { actions: rows.map((row) => fromRow(row, heading, note)), end: last.at + 1 }
    : null;
}

const fromRow = (row: TableAction, heading: ActionHeading, note: Note): Action => ({
  paragraph: makeParagraph(row.lines, note.flow),
  text: row.text,
  owners: row.owners,
  deadline: row.deadline ?? heading.deadline,
});

const isMarked = (entry: { bullet: string | null; text: string }): boolean =>
  entry.bullet !== null || /^\d{1,2}[.)]\s/u.test(entry.text);

/** Marked entries end with the first unmarked paragraph; unmarked ones with the first that is no entry. */
function listParagraphs(lines: readonly FlowLine[], note: Note, marked: boolean): Paragraph[] {
  const entries: Paragraph[] = [];
  for (const paragraph of splitEntries(toParagraphs(lines, note.flow), note)) {
    if (marked && !isMarked(paragraph)) break;
    if (!marked && (paragraph.text.length > 220 || /[?:]$/u.test(paragraph.text))) break;
    if (!marked && entries.length > 0 && standsOff(paragraph)) break;
    entries.push(paragraph);
  }
  return entries;
}

/** The room at a page's end is the page's: there an entry is told by who owns it. */
function standsOff(paragraph: Paragraph): boolean {
  const [first] = paragraph.lines;
  if (first?.afterBreak && readOwner(paragraph.text, null).owners !== null) return false;
  return (first?.gap ?? 0) > (first?.spacing ?? 0) + 1;
}

/** A paragraph may hold several entries: each begins with its number, or after the last one's owner in parentheses. */
function splitEntries(paragraphs: readonly Paragraph[], note: Note): Paragraph[] {
  return paragraphs.flatMap((paragraph) => {
    const groups: FlowLine[][] = [];
    for (const line of paragraph.lines) {
      const open = groups.at(-1);
      if (open && !beginsEntry(line, open, note)) open.push(line);
      else groups.push([line]);
    }
    return groups.length > 1 ? groups.map((group) => makeParagraph(group, note.flow)) : [paragraph];
  });
}

const beginsEntry = (line: FlowLine, open: readonly FlowLine[], note: Note): boolean =>
  /^\d{1,2}[.)]\s/u.test(line.text) ||
  (/^\p{Lu}/u.test(line.text) && PARENTHESES.test(makeParagraph(open, note.flow).text));

const OWNER = String.raw`(?:(?:alla|samtliga)(?:\s\p{Ll}+(?:er|or|ar|na))?|\p{Lu}[\p{L}.:-]*(?:\s+(?:von|af|de|\p{Lu}[\p{L}.:-]*|\p{Ll}[\p{L}-]*)){0,4}(?:\s*(?:,|och|samt|/|&|\+)\s*\p{Lu}[\p{L}.:-]*(?:\s+\p{Lu}[\p{L}.:-]*){0,3}){0,4})`;
const RESPONSIBLE = new RegExp(
  String.raw`[\s,.;–(-]*(?:Ansvarig(?:a|t)?|ansvarig(?:a|t)?|Ansv\.?|ansv\.?|Ägare)\s*:\s*(${OWNER})(?:\s*[,;.]?\s*(?:[Kk]lart?|[Dd]eadline|[Tt]idplan|[Nn]är|(?=(?:senast|före|till|vecka|v\.)\s))\s*:?\s*([^()]{3,60}?))?\s*[).]*$`,
  'u',
);
const WHEN = String.raw`(?:(?:senast|före|innan|under|till|inför|inom|om|i|vecka|v\.|kl(?:art?|\.)|snarast|omgående|nästa)(?!\p{L})|\d)[^()]{0,50}?`;
/** "… (Ida Ek, 2 maj)", "… (Ida Ek), före den 2 maj" */
const PARENTHESES = new RegExp(
  String.raw`\s*\((${OWNER})(?:\s*[,;]\s*([^()]{3,60}))?\)(?:\s*[,;–-]?\s*(${WHEN}))?\s*[.]?$`,
  'u',
);
const DASH = new RegExp(String.raw`\s+[–—-]\s+(${OWNER})(?:\s*[,;]\s*([^()]{3,60}?))?[.]?$`, 'u');
/** "Ida Ek: boka lokal", "Ida och Bo – skriver ett utkast" */
const IN_FRONT = new RegExp(
  String.raw`^(${OWNER})(?:\s*:\s+(?=\S)|\s+[–—-]\s+(?=\p{Ll}))(.*)$`,
  'u',
);
const DONE_BY = pattern(
  String.raw`[\s,;–-]*\(?\b(?:klart?|deadline|färdigt?|slutdatum)\s*:?\s+([^()]{3,60}?)\)?[.]?$`,
);

/** "[ ] Boka lokal" is to be done, "[x] Boka lokal" is. */
const OPEN_BOX = /^\[\s?\]\s+/u;

function toAction(paragraph: Paragraph, heading: ActionHeading): Action {
  const plain = paragraph.text.replace(/^\d{1,2}[.)]\s+/u, '').replace(OPEN_BOX, '');
  return { paragraph, ...readOwner(plain, heading.deadline) };
}

/** Takes owner and deadline off an entry. */
export function readOwner(entry: string, usualDeadline: string | null): Omit<Action, 'paragraph'> {
  for (const regexp of [RESPONSIBLE, PARENTHESES, DASH]) {
    const match = regexp.exec(entry);
    const owners = match?.[1]?.replace(/\.$/u, '') ?? '';
    if (!match || !isOwner(owners)) continue;
    const text = entry.slice(0, match.index).trim();
    if (text === '') continue;
    return { text, owners, deadline: match[2] ?? match[3] ?? usualDeadline };
  }
  const front = IN_FRONT.exec(entry);
  if (front && isOwner(front[1] ?? ''))
    return { text: front[2] ?? '', owners: front[1] ?? null, deadline: usualDeadline };
  const done = DONE_BY.exec(entry);
  if (done) {
    const before = entry.slice(0, done.index);
    const inner = readOwner(before, usualDeadline);
    if (inner.owners !== null) return { ...inner, deadline: done[1] ?? usualDeadline };
  }
  return { text: entry, owners: null, deadline: usualDeadline };
}

/** A person, a first name, an organisation or an office: not any word with a capital. */
function isOwner(words: string): boolean {
  const parts = words.split(/\s*(?:,|\soch\s|\ssamt\s|\/|&|\+)\s*/u).map((part) => part.trim());
  return parts.every(
    (part) =>
      part.split(' ').length <= 5 &&
      (leadingName(part) === part ||
        isSingleName(part) ||
        looksLikeOrganisation(part) ||
        /^\p{Lu}{1,6}$/u.test(part) ||
        /^\p{Lu}\p{Ll}+(?:\p{Lu}\p{Ll}+)$/u.test(part) ||
        /^\p{Lu}\p{Ll}+\s\p{Lu}$/u.test(part) ||
        /(?:en|na|erna|arna|a|ledare|chef|direktör|er|strateg|are)$/u.test(part)),
  );
}

/** "Ansvarig: X" at the end of any bullet or paragraph makes it an undertaking. */
export const hasResponsible = (text: string): boolean =>
  RESPONSIBLE.test(text) && /ansv/iu.test(text);
