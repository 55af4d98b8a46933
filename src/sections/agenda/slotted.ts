/**
 * Agendas whose items begin with their time.
 *
 * heading := clock "–" clock title      each begins when or after the one before begins
 */
import { readClock } from '../../dates/clock.js';
import { pattern } from '../../text/pattern.js';
import type { FlowLine } from '../../text/flowline.js';
import { joinFlow } from '../../text/flow.js';
import type { Note } from '../../note/note.js';
import type { Agenda, RawItem } from './items.js';
import { readTitleLines } from './wrappedtitle.js';

const SLOT_IN_FRONT = pattern(
  String.raw`^(?:kl\.?\s*)?(([01]?\d|2[0-3])[.:]([0-5]\d)\s*[-–—]\s*(?:[01]?\d|2[0-3])[.:][0-5]\d)[\s:.,–-]\s*(\p{L}.{2,120})$`,
);
/** Fewer lines may tell of anything's hours. */
const FEWEST = 3;

/** @returns null where no such series runs through the note */
export function readSlottedAgenda(note: Note, from: number): Agenda | null {
  const headings = note.lines.slice(from).flatMap((line) => readHeading(line) ?? []);
  const inOrder = headings.every(({ start }, at) => start >= (headings[at - 1]?.start ?? ''));
  const minuted = headings.filter(({ line }, at) => {
    const next = headings[at + 1]?.line.at ?? note.lines.length;
    return next - line.at > 1;
  });
  if (headings.length < FEWEST || !inOrder || minuted.length * 2 < headings.length) return null;
  const items = headings.map((heading, at) =>
    toItem(note, heading, headings[at + 1]?.line.at ?? note.lines.length),
  );
  return { items, overview: [], gaps: [] };
}

interface Heading {
  line: FlowLine;
  start: string;
  /** As printed. */
  slot: string;
  title: string;
}

function readHeading(line: FlowLine): Heading | null {
  const [, slot = '', hour = '', minute, title = ''] = SLOT_IN_FRONT.exec(line.text) ?? [];
  const start = readClock(hour, minute);
  if (title === '' || start === null || line.bullet !== null) return null;
  return /^\p{Lu}/u.test(title) ? { line, start, slot, title } : null;
}

/** The time goes behind the title, where other titles have it. */
function toItem(note: Note, { line, slot, title }: Heading, end: number): RawItem {
  const titleLines = readTitleLines(note, { ...line, text: title }, end);
  return {
    number: null,
    titleLines,
    printedTitle: `${joinFlow(titleLines, note.flow)} (${slot})`,
    presenters: null,
    start: line.at,
    end,
    bodyStart: (titleLines.at(-1)?.at ?? line.at) + 1,
  };
}
