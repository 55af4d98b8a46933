/**
 * Timetables whose columns extraction has not kept apart.
 *
 * table := heading row+ | heads row+
 * heading := "Tidplan" and its like ; heads := the columns' names, one of them of time ("Insats Ansvarig Klart")
 * row   := label [ owner ] date on one line, or each on a line of its own, in the order of the heads
 */
import { type DateContext, type DatePhrase, findDates } from '../../dates/index.js';
import { FULL_MONTH, YEAR } from '../../dates/vocabulary.js';
import { pattern } from '../../text/pattern.js';
import type { FlowLine } from '../../text/flowline.js';

export interface TimetableRow {
  label: string;
  phrase: DatePhrase;
  lines: FlowLine[];
}

const HEADING = pattern(
  String.raw`^(?:(?:preliminär|planerad|övergripande)\s+)?(?:tids?plan(?:en)?|hållpunkter|tidslinje|milstolpar|tidtabell|tidsschema|viktiga\s+datum|planering)(?:\s+(?:för|i)\s+\p{L}[\p{L}\s-]{2,40})?\s*:?$`,
);
const TIME = String.raw`(?:klart?|tidpunkt|när|datum|tid|deadline|period|senast|slutdatum|tidplan)`;
const OWNER = String.raw`(?:ansvarig(?:a)?|ägare|vem|utförare|part)`;
const WHAT = String.raw`(?:insats|aktivitet|vad|åtgärd|moment|steg|händelse|uppgift|del|fas)`;
/** "Insats Ansvarig Klart", "När Vad", on one line. */
const HEADS = pattern(`^(?:${WHAT}|${OWNER}|${TIME})(?:\\s+(?:${WHAT}|${OWNER}|${TIME})){1,4}$`);
const HEAD = pattern(`^(?:${WHAT}|${OWNER}|${TIME})$`);
const IS_TIME = pattern(`^${TIME}$`);
const IS_OWNER = pattern(`(?:^|\\s)${OWNER}(?:\\s|$)`);

/** @param lines of one item, in order @returns the rows of all its timetables; lines whose columns are kept apart are left */
export function readTimetables(lines: readonly FlowLine[], dates: DateContext): TimetableRow[] {
  const rows: TimetableRow[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const months = readMonths(lines, at, dates);
    if (months.length > 0) {
      rows.push(...months);
      at += months.length * 2 - 1;
      continue;
    }
    const table = readHeads(lines, at);
    if (!table) continue;
    for (let next = table.from; ;) {
      const row = readRow(lines, next, table, dates);
      if (!row) break;
      rows.push(row);
      next += row.lines.length;
      at = next - 1;
    }
  }
  return rows;
}

/** Fewer months with something below each may be a month that ended up alone. */
const FEWEST_MONTHS = 3;

/** "Januari 2026" over "Budgetdialog", "April 2026" over "Konferens" …: a wheel of the year, cell by cell. */
function readMonths(lines: readonly FlowLine[], from: number, dates: DateContext): TimetableRow[] {
  const rows: TimetableRow[] = [];
  for (let at = from; at + 1 < lines.length; at += 2) {
    const [month, what] = lines.slice(at, at + 2);
    if (!month || !what || !MONTH_ALONE.test(month.text)) break;
    const phrase = dateOf(month.text, dates);
    if (!phrase || !/^\p{Lu}[^.!?:]{2,79}$/u.test(what.text) || MONTH_ALONE.test(what.text)) break;
    rows.push({ label: what.text, phrase, lines: [month, what] });
  }
  return rows.length >= FEWEST_MONTHS ? rows : [];
}

const MONTH_ALONE = new RegExp(`^${FULL_MONTH}\\s${YEAR}$`, 'iu');

interface Table {
  /** Index of the first row. */
  from: number;
  /** Cells of a row where each has a line of its own; 0 where the rows are not so. */
  width: number;
  hasOwner: boolean;
}

function readHeads(lines: readonly FlowLine[], at: number): Table | null {
  const text = lines[at]?.text ?? '';
  if (HEADING.test(text)) {
    const inner = readHeads(lines, at + 1);
    return inner ?? { from: at + 1, width: 2, hasOwner: false };
  }
  if (HEADS.test(text) && lines[at]?.cells.length === 1)
    return { from: at + 1, width: 0, hasOwner: IS_OWNER.test(text) };
  const heads = stackedHeads(lines, at);
  return heads.length >= 2 && heads.some((head) => IS_TIME.test(head))
    ? {
        from: at + heads.length,
        width: heads.length,
        hasOwner: heads.some((head) => IS_OWNER.test(head)),
      }
    : null;
}

function stackedHeads(lines: readonly FlowLine[], at: number): string[] {
  const heads: string[] = [];
  for (const { text } of lines.slice(at, at + 4)) {
    if (!HEAD.test(text)) break;
    heads.push(text);
  }
  return heads;
}

function readRow(
  lines: readonly FlowLine[],
  at: number,
  table: Table,
  dates: DateContext,
): TimetableRow | null {
  const line = lines[at];
  if (line?.cells.length !== 1 || line.text.length > 140) return null;
  return readFlat(line, table, dates) ?? readStacked(lines, at, table, dates);
}

/** "Pilotstart hösten 2023", "Reservplan hemdialys Regionen 30 april 2025" */
function readFlat(line: FlowLine, table: Table, dates: DateContext): TimetableRow | null {
  const phrase = findDates(line.text, dates).at(-1);
  if (!phrase || phrase.end < line.text.replace(/\.$/u, '').length) return null;
  // "Remiss – i maj": the dash parts the cells.
  const before = line.text.slice(0, phrase.start).replace(/[\s–—-]+$/u, '');
  const label = table.hasOwner ? before.replace(/\s\p{Lu}[^\p{Lu}]*$/u, '') : before;
  // In a list a row may begin in lower case.
  const begins = line.bullet === null ? /^\p{Lu}/u : /^\p{L}/u;
  const isLabel =
    begins.test(label) && /^[^.!?:]{3,71}$/u.test(label) && label.split(' ').length <= 8;
  return isLabel ? { label, phrase, lines: [line] } : null;
}

/** Each cell on a line of its own: the last, or the first, is the date. */
function readStacked(
  lines: readonly FlowLine[],
  at: number,
  { width }: Table,
  dates: DateContext,
): TimetableRow | null {
  const cells = lines.slice(at, at + width);
  if (width < 2 || cells.length < width || cells.some(({ text }) => text.length > 80)) return null;
  const last = cells.at(-1);
  const [first] = cells;
  const phrase = last ? dateOf(last.text, dates) : null;
  if (!first || !phrase || !/^\p{Lu}[^.!?:]{2,79}$/u.test(first.text)) return null;
  return { label: first.text, phrase, lines: cells };
}

function dateOf(text: string, dates: DateContext): DatePhrase | null {
  const [phrase] = findDates(text, dates);
  if (phrase?.start === 0 && phrase.end >= text.replace(/\.$/u, '').length) return phrase;
  const lead = 'i ';
  const [led] = findDates(lead + text.slice(0, 1).toLowerCase() + text.slice(1), dates);
  return led?.start === 0 && led.end >= text.length + lead.length && led.unit !== 'day'
    ? { ...led, text }
    : null;
}
