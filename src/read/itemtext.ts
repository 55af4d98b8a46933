/** The text of an item: what is left of its lines when its head, its decisions and its meetings are taken out. */
import { FULL_MONTH } from '../dates/vocabulary.js';
import { squeeze } from '../text/normalise.js';
import { DEEPER, type FlowLine } from '../text/flowline.js';
import { type Paragraph, toParagraphs } from '../text/paragraph.js';
import { gapAbove } from '../text/wrapping.js';
import type { Note } from '../note/note.js';

/**
 * Paragraphs with a blank line between; bullets follow one another line by line, and a table's rows are one paragraph.
 * @param decided sentences of the prose that are decisions of their own: the text is without them
 */
export function itemText(
  note: Note,
  lines: readonly FlowLine[],
  decided: readonly string[],
): string {
  let text = '';
  let before: Paragraph | null = null;
  for (const block of blocksOf(note, lines)) {
    const paragraphs = withLostBullets(toParagraphs(block, note.flow))
      .map((paragraph) => ({ ...paragraph, text: withoutDecided(paragraph.text, decided) }))
      .filter((paragraph) => paragraph.text !== '');
    const rows = new Set([...tableRows(paragraphs), ...tableCells(paragraphs)]);
    for (const paragraph of paragraphs) {
      const printed = paragraph.bullet !== null ? `- ${paragraph.text}` : paragraph.text;
      text += before ? seamOf(before, paragraph, rows) + printed : printed;
      before = paragraph;
    }
  }
  return text;
}

/** What parts a paragraph from the one before it. */
function seamOf(before: Paragraph, paragraph: Paragraph, rows: ReadonlySet<Paragraph>): string {
  if (rows.has(before) && rows.has(paragraph)) return ' ';
  return isPoint(before) && isPoint(paragraph) ? '\n' : '\n\n';
}

/** A decision in the middle of a paragraph is told once. */
function withoutDecided(text: string, decided: readonly string[]): string {
  let rest = text;
  for (const sentence of decided) rest = rest.replace(sentence, ' ');
  return rest === text ? text : squeeze(rest);
}

const isPoint = ({ bullet, text }: Paragraph): boolean =>
  bullet !== null || /^\d{1,2}[.)]\s/u.test(text);

/**
 * Below "I samtalet lyftes:" or "Dialog" what stands deeper than these words, an entry to a paragraph, is a list: where
 * extraction lost the bullets their indent is left.
 */
function withLostBullets(paragraphs: readonly Paragraph[]): Paragraph[] {
  const listed = new Set<Paragraph>();
  paragraphs.forEach((paragraph, at) => {
    if (!leadsToList(paragraph)) return;
    const margin = paragraph.lines[0]?.indent ?? 0;
    const rest = paragraphs.slice(at + 1);
    const end = rest.findIndex((entry) => !isDeeper(entry, margin));
    const entries = end < 0 ? rest : rest.slice(0, end);
    if (entries.length >= 2) for (const entry of entries) listed.add(entry);
  });
  return paragraphs.map((entry) => (listed.has(entry) ? { ...entry, bullet: '•' } : entry));
}

const leadsToList = ({ text, lines, bullet }: Paragraph): boolean =>
  bullet === null &&
  (text.endsWith(':') ||
    (lines.length === 1 && /^\p{Lu}[^.!?]{2,40}$/u.test(text) && text.split(' ').length <= 5));

const isDeeper = ({ lines, bullet, text }: Paragraph, margin: number): boolean =>
  bullet === null &&
  lines.every((line) => line.indent >= margin + DEEPER && line.cells.length === 1) &&
  /^[\p{Lu}\d]/u.test(text);

/** A table has at least so many rows; fewer short lines are headings. */
const ROWS = 3;

/** "Köping 22 3", "År 2019: 31 200 besök": a row of figures may have a blank line above it. */
const FIGURES = /^\p{Lu}.*\s\d[\d\s,.]*(?:\s\p{Ll}+|\s?%)?$/u;

/** "Remisstid: till 15 mars", "Torsdag 3 maj": entries of a list, each its own, and no rows. */
const ENTRY = new RegExp(
  String.raw`^\p{Lu}[^:]{2,40}:\s|(?<!\d)\d{1,2}\s${FULL_MONTH}(?!\p{L})`,
  'iu',
);

/** Fewer short lines apart may be headings. */
const CELLS = 6;
/** A cell that holds nothing but a figure, a share, a day or an answer. */
const VALUE = new RegExp(
  String.raw`^(?:(?:ca\s)?\d[\d\s.,/–-]*(?:%|\p{Ll}+(?:\s\p{Ll}+)?)?|(?:\d{1,2}\s)?${FULL_MONTH}(?:\s\d{4})?(?:\s\d{4})?|ja|nej|–|-|x)$`,
  'iu',
);

/** A table whose cells have a line each, with gaps between or not: short lines, many of which hold but a value. */
function tableCells(paragraphs: readonly Paragraph[]): Set<Paragraph> {
  const cells = new Set<Paragraph>();
  let run: Paragraph[] = [];
  const close = (): void => {
    const values = run.filter(({ text }) => VALUE.test(text)).length;
    if (run.length >= CELLS && values >= run.length / 4) for (const cell of run) cells.add(cell);
    run = [];
  };
  for (const paragraph of paragraphs) {
    const isCell =
      paragraph.lines.length === 1 &&
      !isPoint(paragraph) &&
      paragraph.text.length <= 32 &&
      !/[.!?:]$/u.test(paragraph.text);
    if (isCell) run.push(paragraph);
    else close();
  }
  close();
  return cells;
}

/** Rows of tables: short lines right below one another, none of which ends as a sentence does. */
function tableRows(paragraphs: readonly Paragraph[]): Set<Paragraph> {
  const rows = new Set<Paragraph>();
  let run: Paragraph[] = [];
  const close = (): void => {
    const own = run.slice(isHeadOfTable(run) ? 1 : 0);
    if (own.length >= ROWS && !own.every(({ text }) => ENTRY.test(text)))
      for (const row of own) rows.add(row);
    run = [];
  };
  for (const paragraph of paragraphs) {
    const [line, ...others] = paragraph.lines;
    const isRow =
      line !== undefined &&
      others.length === 0 &&
      !isPoint(paragraph) &&
      line.text.length <= 120 &&
      !/[.!?:]$|^```/u.test(line.text);
    const isApart = line !== undefined && gapAbove(line) > (FIGURES.test(line.text) ? 1 : 0);
    const goesOn = line?.afterBreak === true || (line !== undefined && isBarred(line));
    if (!isRow || (run.length > 0 && isApart && !goesOn)) close();
    if (isRow) run.push(paragraph);
  }
  close();
  return rows;
}

/** "| Nässjö | 4 km |": bars keep a row in its table, whatever gap stands above it. */
const isBarred = ({ body }: FlowLine): boolean => /^\s*\|.*\|\s*$/u.test(body);

/** The words over the columns of a plan. */
const HEADS =
  /^(?:(?:aktivitet|steg|moment|fas|vad|vem|när|datum|tid|tidpunkt|klart|ansvarig|status|åtgärd|insats|plats|kommun|delregion|år|antal)\b\s*){2,5}$/iu;

/** "Tidsplan" over "Aktivitet Tidpunkt", or over rows that are entries of their own: what the table is called. */
function isHeadOfTable([head, ...rows]: readonly Paragraph[]): boolean {
  const [first] = rows;
  if (
    !head ||
    !first ||
    HEADS.test(head.text) ||
    head.text.split(' ').length > 5 ||
    /\d/u.test(head.text)
  )
    return false;
  const cells = (row: Paragraph): number => row.lines[0]?.cells.length ?? 1;
  const areRows = cells(head) === 1 && rows.every((row) => cells(row) > 1);
  return HEADS.test(first.text) || areRows || rows.every(({ text }) => ENTRY.test(text));
}

/** The lines parted before and after each "a)" that heads a part of the item, and around lists of the absent. */
function blocksOf(note: Note, lines: readonly FlowLine[]): FlowLine[][] {
  const blocks: FlowLine[][] = [[]];
  let wasPeople = false;
  for (const line of lines) {
    const isPeople = isOnly(note, line, 'participants');
    if (isOnly(note, line, 'agenda: subitem')) blocks.push([line], []);
    else if (isPeople === wasPeople) blocks.at(-1)?.push(line);
    else blocks.push([line]);
    wasPeople = isPeople;
  }
  return blocks;
}

/** Whether a line was claimed by one field and no other. */
export const isOnly = (note: Note, line: FlowLine, field: string): boolean => {
  const fields = note.claims.of(line.no);
  return fields.length === 1 && fields[0] === field;
};
