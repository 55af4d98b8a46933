/**
 * Milestones: dated things that the note says will happen.
 *
 * list  := heading ("Tidsplan", "Hållpunkter" …) entry+
 * prose := a sentence that says in the present or future tense that something happens at a date
 */
import type { Note } from '../../note/note.js';
import type { Milestone } from '../../record/schema.js';
import type { FlowLine } from '../../text/flowline.js';
import { linesWithin, type Paragraph, sentencesOf, toParagraphs } from '../../text/paragraph.js';
import { type MilestoneContext, push } from './adding.js';
import { readEntry, readPoint } from './entries.js';
import { happening } from './happening.js';
import { labelWithout } from './label.js';
import { readRow } from './rows.js';
import { clausesWithDates } from './tense.js';
import { readTimetables } from './timetable.js';
import { isToCome } from './tocome.js';

/** What has been found, and what other sections have told: deadlines ("line:words") and sentences that belong to one. */
interface Reading {
  found: Milestone[];
  context: MilestoneContext;
  taken: ReadonlySet<string>;
}

/** An entry is no longer, in characters; and no paragraph of prose is. */
const LONGEST_ENTRY = 220;
const LONGEST_PARAGRAPH = 6000;

/** Milestones among prose lines. `taken` are deadlines of assignments ("line:words") and sentences that belong to one. */
export function readMilestones(
  note: Note,
  lines: readonly FlowLine[],
  context: MilestoneContext,
  taken: ReadonlySet<string>,
): Milestone[] {
  const reading: Reading = { found: [], context, taken };
  const inTable = takeTimetables(lines, reading);
  const prose = lines.filter(
    (line) => !inTable.has(line) && !readRow(note, line, reading.found, context, taken),
  );
  for (const paragraph of toParagraphs(prose, note.flow))
    if (paragraph.text.length <= LONGEST_PARAGRAPH) readParagraph(paragraph, reading);
  return reading.found;
}

/** @returns the lines of the timetables */
function takeTimetables(lines: readonly FlowLine[], { found, context }: Reading): Set<FlowLine> {
  const rows = readTimetables(lines, context.dates).filter(({ phrase }) =>
    isToCome(phrase, context.dates),
  );
  for (const row of rows) {
    const text = row.lines.map((line) => line.text).join(' ');
    push(found, row.label, row.phrase, text, row.lines, context);
  }
  return new Set(rows.flatMap((row) => row.lines));
}

function readParagraph(paragraph: Paragraph, { found, context, taken }: Reading): void {
  const { text, lines } = paragraph;
  const isPoint = paragraph.bullet !== null && !taken.has(text);
  const entry =
    (text.length < LONGEST_ENTRY ? readEntry(text, context.dates) : null) ??
    (isPoint ? readPoint(text, context.dates) : null);
  if (entry) {
    push(found, entry.label, entry.phrase, text, lines, context);
    return;
  }
  for (const sentence of sentencesOf(text)) {
    if (taken.has(sentence.text)) continue;
    const held = linesWithin(paragraph, sentence.from, sentence.to);
    readSentence(sentence.text, held, paragraph.bullet !== null, { found, context, taken });
  }
}

function readSentence(
  text: string,
  lines: readonly FlowLine[],
  isPoint: boolean,
  { found, context, taken }: Reading,
): void {
  const entry = text.length < LONGEST_ENTRY ? readEntry(text, context.dates) : null;
  if (entry) {
    push(found, entry.label, entry.phrase, text, lines, context);
    return;
  }
  for (const clause of clausesWithDates(text, context.dates)) {
    const phrases = happening(clause, context.dates, isPoint);
    for (const phrase of phrases) {
      if (taken.has(`${lines[0]?.no ?? 0}:${phrase.text}`)) continue;
      const label = labelWithout(clause, phrase, phrases.length === 1);
      push(found, label, phrase, text, lines, context);
    }
  }
}
