/** The wheel of a year: a table whose first row holds dates, and below each what that meeting is to take up. */
import { type DatePhrase, findDates } from '../dates/index.js';
import type { Milestone, UpcomingMeeting } from '../record/schema.js';
import { normaliseCharacters, squeeze } from '../text/normalise.js';
import type { FlowLine } from '../text/flow.js';
import type { Note } from '../note/note.js';
import { hasWindow } from './happening.js';
import { type MilestoneContext, push } from './milestones.js';

export interface Wheel {
  milestones: Milestone[];
  meetings: UpcomingMeeting[];
  /** Index in the flow after the table. */
  end: number;
}

/** A tab-separated table whose heading row holds dates; empty cells keep their places. */
export function readWheel(
  note: Note,
  at: number,
  to: number,
  context: MilestoneContext,
): Wheel | null {
  const head = note.lines[at];
  if (!head) return null;
  const columns = tableCells(head);
  if (columns.length < 2) return null;
  const dated = columns.map(
    (cell) => findDates(cell, context.dates).find((phrase) => hasWindow(phrase)) ?? null,
  );
  if (
    dated.filter((phrase) => phrase !== null).length < 2 ||
    dated.filter((p) => p !== null).length < columns.length - 1
  )
    return null;
  const wheel: Wheel = { milestones: [], meetings: [], end: at + 1 };
  columns.forEach((cell, index) => {
    const phrase = dated[index];
    if (!phrase) return;
    if (phrase.unit === 'day' && phrase.earliest !== null) wheel.meetings.push(meetingOn(phrase));
    const rest = squeeze(cell.replace(phrase.text, '')).replace(/^[,:–-]\s*/u, '');
    if (rest !== '') push(wheel.milestones, rest, phrase, cell, [head], context);
  });
  for (let row = at + 1; row < to; row += 1) {
    const line = note.lines[row];
    const cells = line && isTableRow(line) ? tableCells(line) : null;
    if (!line || !cells) break;
    cells.forEach((cell, index) => {
      const phrase = dated[index];
      if (cell !== '' && phrase) push(wheel.milestones, cell, phrase, cell, [line], context);
    });
    wheel.end = row + 1;
  }
  return wheel.end > at + 1 ? wheel : null;
}

const isTableRow = (line: FlowLine): boolean =>
  line.raw.includes('\t') || /^\s*\|.*\|\s*$/u.test(line.raw);

/** Cells by tabs or bars, empty ones kept: their place is their meaning. */
function tableCells(line: FlowLine): string[] {
  const raw = normaliseCharacters(line.raw.replaceAll('\f', ''));
  if (raw.includes('\t')) return raw.split('\t').map((cell) => squeeze(cell));
  if (/^\s*\|.*\|\s*$/u.test(raw)) {
    return raw
      .trim()
      .slice(1, -1)
      .split('|')
      .map((cell) => squeeze(cell));
  }
  return line.cells.map((cell) => cell.text);
}

function meetingOn(phrase: DatePhrase): UpcomingMeeting {
  return {
    date: phrase.earliest,
    startTime: null,
    endTime: null,
    place: null,
    inferred: phrase.inferred,
  };
}
