/**
 * Action lists set as tables whose cells extraction did not keep apart.
 *
 * flat    := "Vem Vad När" row+        ; row := who what [ when ]: a person whom the note knows parts it
 *          | "Vad Vem När" row+        ; row := what who [ when ], on one line: a person whom the note knows parts it;
 *                                        or on several, where each ends with when it is to be done
 * stacked := "Vad" "Vem" "När" row+    ; row := its cells, each on a line of its own, in the order of the heads
 */
import { FULL_MONTH } from '../../dates/vocabulary.js';
import { joinFlow } from '../../text/flow.js';
import { pattern } from '../../text/pattern.js';
import type { FlowLine } from '../../text/flowline.js';
import type { Note } from '../../note/note.js';
import { readDecisionLabel } from '../decisions/labels.js';
import { readLabel } from '../labels.js';
import { leadingName, looksLikeOrganisation } from '../people/name.js';
import { headPart, HEAD_WORDS, type Part, type Row, type TableAction } from './actiontable.js';

const FLAT_HEADS = pattern(String.raw`^(${HEAD_WORDS})\s+(${HEAD_WORDS})(?:\s+(${HEAD_WORDS}))?$`);
/** Owners that are nobody by name. */
const OFFICE = String.raw`(?:alla|samtliga|kansliet|sekretariatet|ordförande(?:n)?|projektledaren|sekreteraren)`;
const OFFICE_IN_ROW = pattern(String.raw`^(.{8,}?)\s+(${OFFICE})(?:\s+(.{3,40}))?$`);
/** Somebody who was not at the meeting, before a date. */
const NAME_IN_ROW =
  /^(.{8,}?)\s+(\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s\p{Lu}\p{Ll}+)\s+((?:senast\s|före\s|till\s|vecka\s|v\.\s?)?\d.{1,30})$/u;
/** A cell is no longer, in characters. */
const LONGEST_CELL = 120;

/** The words of one head or more, and nothing else. */
export const mayHeadRunTable = ({ text }: FlowLine): boolean =>
  text.length < 60 && (headPart(text) !== 'other' || FLAT_HEADS.test(text));

/** @param lines from the heads on @returns the rows, or null where no such heads stand first */
export function readRunTable(lines: readonly FlowLine[], note: Note): TableAction[] | null {
  return readFlat(lines, note) ?? readStacked(lines, note);
}

const isTable = (parts: readonly Part[]): boolean =>
  parts.includes('what') && parts.includes('who') && new Set(parts).size === parts.length;

function readFlat(lines: readonly FlowLine[], note: Note): TableAction[] | null {
  const [heads, ...rows] = lines;
  const match = FLAT_HEADS.exec(heads?.text ?? '');
  if (!match || heads?.cells.length !== 1) return null;
  const parts = match
    .slice(1)
    .flatMap((word: string | undefined) => (word ? [headPart(word)] : []));
  if (!isTable(parts)) return null;
  if (parts[0] === 'who' && parts[1] === 'what') return readWhoFirst(rows, note);
  if (parts[0] !== 'what' || parts[1] !== 'who') return null;
  const wrapped = parts[2] === 'when' ? readWrappedRows(rows, note) : [];
  const actions: TableAction[] = [];
  for (const line of rows) {
    const row = line.bullet === null ? partRow(line.text, note) : null;
    if (!row) break;
    actions.push({ ...row, lines: [line] });
  }
  if (linesIn(wrapped) > linesIn(actions)) return wrapped;
  return actions.length > 0 ? actions : null;
}

/** "Ida Ek Sprida materialet senast den 15 maj": when begins with the last date, or with what leads to it. */
const WHEN_LAST = pattern(
  String.raw`^(.{4,}?)\s+((?:(?:senast|före|till|innan|inför)\s+)?(?:den\s+)?(?:\d{1,2}\s+${FULL_MONTH}(?:\s+\d{4})?|\d{4}-\d\d-\d\d|${FULL_MONTH}\s+\d{4}|vecka\s+\d{1,2}|nästa\s+möte)|snarast|omgående|löpande)$`,
);

function readWhoFirst(rows: readonly FlowLine[], note: Note): TableAction[] | null {
  const actions: TableAction[] = [];
  for (const line of rows) {
    const name = line.bullet === null ? leadingKnown(line.text, note) : null;
    if (name === null) break;
    const rest = line.text.slice(name.length).trim();
    const [, what = rest, when = null] = WHEN_LAST.exec(rest) ?? [];
    actions.push({ text: what, owners: name, deadline: when, lines: [line] });
  }
  return actions.length > 0 ? actions : null;
}

/** The longest name of somebody at the meeting that the row begins with. */
function leadingKnown(text: string, note: Note): string | null {
  const lower = text.toLowerCase();
  const length = Math.max(
    0,
    ...[...note.known.names]
      .filter((name) => lower.startsWith(`${name} `))
      .map((name) => name.length),
  );
  return length > 0 ? text.slice(0, length) : null;
}

const linesIn = (actions: readonly TableAction[]): number =>
  actions.reduce((sum, { lines }) => sum + lines.length, 0);

/** The cells of a row do not wrap over more lines. */
const MOST_LINES = 6;

/** Each row as far as the words that say when: until then its lines are those of one. */
function readWrappedRows(lines: readonly FlowLine[], note: Note): TableAction[] {
  const actions: TableAction[] = [];
  let at = 0;
  while (at < lines.length) {
    const row = wrappedRow(lines.slice(at, at + MOST_LINES), note);
    if (!row) break;
    actions.push(row);
    at += row.lines.length;
  }
  return actions;
}

function wrappedRow(lines: readonly FlowLine[], note: Note): TableAction | null {
  for (let count = 1; count <= lines.length; count += 1) {
    const own = lines.slice(0, count);
    const last = own.at(-1);
    if (!last || !isCell(last)) return null;
    const [, what = '', who = '', when = ''] = WHOLE_ROW.exec(joinFlow(own, note.flow)) ?? [];
    if (what !== '' && when !== '' && !looksLikeOrganisation(who))
      return { text: what, owners: who, deadline: when, lines: own };
  }
  return null;
}

const NAME = String.raw`\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?(?:\s(?:von|af|de|van|la|der)){0,2}(?:\s\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?){1,2}`;
/** "Se över avtalen Ida Ek och Bo Lind 17 juni 2021", "… Ida Ek Nästa möte" */
const WHOLE_ROW = new RegExp(
  String.raw`^(\p{Lu}.{7,}?\p{Ll})\s(${NAME}(?:(?:,|\soch)\s${NAME})*)\s((?:(?:[Ss]enast|[Ff]öre|[Tt]ill|[Vv]ecka|v\.)\s)?\d[\d\s/.:-]*(?:\s?${FULL_MONTH}(?:\s\d{4})?)?|${FULL_MONTH}\s\d{4}|[Nn]ästa\smöte|[Ss]narast|[Oo]mgående|[Ll]öpande)$`,
  'u',
);

/** "Boka lokal i Mariestad Anna Ek 2023-11-03": what stands before the last person is to be done, what follows is when. */
export function partRow(text: string, note: Note): Row | null {
  const lower = text.toLowerCase();
  const places = [...note.known.names]
    .map((name) => ({ name, at: lower.lastIndexOf(` ${name}`) }))
    .filter(({ at }) => at > 0)
    .sort((one, other) => other.at - one.at);
  const [last] = places;
  if (last) {
    const end = last.at + 1 + last.name.length;
    return rowOf(text.slice(0, last.at), text.slice(last.at + 1, end), text.slice(end));
  }
  const [, what = '', who = '', when = ''] =
    OFFICE_IN_ROW.exec(text) ?? NAME_IN_ROW.exec(text) ?? [];
  return what === '' || looksLikeOrganisation(who) ? null : rowOf(what, who, when);
}

function rowOf(what: string, who: string, when: string): Row | null {
  // "… om lokal och Anna Ek till nästa möte": words that go on are a sentence's.
  if (/(?<!\p{L})(?:och|med|till|för|av|från|hos)$/u.test(what.trim())) return null;
  const deadline = when.trim().replace(/^[,–-]\s*/u, '');
  return { text: what.trim(), owners: who, deadline: deadline === '' ? null : deadline };
}

function readStacked(lines: readonly FlowLine[], note: Note): TableAction[] | null {
  const parts: Part[] = [];
  for (const line of lines.slice(0, 4)) {
    const part = line.bullet === null ? headPart(line.text) : 'other';
    if (part === 'other') break;
    parts.push(part);
  }
  if (parts.length < 2 || !isTable(parts)) return null;
  const isApart = lines.slice(1, parts.length).every(({ gap }) => gap > 0);
  const blocks = cellsOf(lines.slice(parts.length), isApart, note);
  const actions: TableAction[] = [];
  for (let at = 0; at < blocks.length;) {
    const whole = wholeRow(blocks[at] ?? [], note);
    const row = whole ?? rowOfCells(blocks.slice(at, at + parts.length), parts);
    if (!row) break;
    actions.push(row);
    at += whole ? 1 : parts.length;
  }
  return actions.length > 0 ? actions : null;
}

function rowOfCells(cells: readonly FlowLine[][], parts: readonly Part[]): TableAction | null {
  if (cells.length < parts.length) return null;
  if (cells.some((cell) => !cell.every((line) => isCell(line)))) return null;
  if (holdsMore(cells[parts.indexOf('who')]?.[0]?.text ?? '')) return null;
  const cell = (part: Part): string | null =>
    cells[parts.indexOf(part)]?.map(({ text }) => text).join(' ') ?? null;
  return {
    text: cell('what') ?? '',
    owners: cell('who'),
    deadline: cell('when'),
    lines: cells.flat(),
  };
}

/** "Boka lokal Anna Ek 2024-03-01": a row that fills its line keeps its cells together. */
function wholeRow(block: readonly FlowLine[], note: Note): TableAction | null {
  const [line, ...others] = block;
  const row = line && others.length === 0 ? partRow(line.text, note) : null;
  return line && row?.owners != null && row.deadline !== null ? { ...row, lines: [line] } : null;
}

/** "Anna Ek snarast": two cells that have run into one, and what follows is no row. */
const holdsMore = (text: string): boolean =>
  text.split(/,\s|\soch\s|\s?\/\s?/u).some((part) => {
    const name = leadingName(part);
    return name !== null && /^\s\p{Ll}/u.test(part.slice(name.length));
  });

/** Where a gap parts the heads, it parts the cells, and what stands close together is one that has wrapped. */
function cellsOf(lines: readonly FlowLine[], isApart: boolean, note: Note): FlowLine[][] {
  const cells: FlowLine[][] = [];
  for (const line of lines) {
    const open = cells.at(-1);
    if (open && isApart && line.gap === 0 && !wholeRow(open, note)) open.push(line);
    else cells.push([line]);
  }
  return cells;
}

const isCell = (line: FlowLine): boolean =>
  line.bullet === null &&
  line.text.length <= LONGEST_CELL &&
  readLabel(line.text) === null &&
  readDecisionLabel(line.text) === null;
