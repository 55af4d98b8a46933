/**
 * An agenda that is listed without numbers and minuted under its titles.
 *
 * agenda := "Dagordning" title+ … (title block*)+ ; the titles come again below, in the same order
 */
import { fold } from '../../text/normalise.js';
import { pattern } from '../../text/pattern.js';
import type { FlowLine } from '../../text/flowline.js';
import { joinFlow } from '../../text/flow.js';
import { continues, gapAbove } from '../../text/wrapping.js';
import type { Note } from '../../note/note.js';
import { readLabel } from '../labels.js';
import type { Agenda, RawItem } from './items.js';
import { readTitleLines } from './wrappedtitle.js';

const HEADING = pattern(
  String.raw`^(?:dagordning(?:en)?|agenda(?:n)?|föredragningslista(?:n)?|innehåll|punkter|på\s+dagordningen)\s*:?$`,
);
/** A list is no longer than this; titles that come again are at least so many. */
const MOST = 25;
const LEAST = 2;
const SHARE = 0.6;

interface Listed {
  lines: FlowLine[];
  title: string;
}

/** @returns null where no list of titles stands under such a heading, or too few of them come again */
export function readListedAgenda(note: Note): Agenda | null {
  const heading = note.lines.find(({ text }) => HEADING.test(text));
  if (!heading) return null;
  const listed = readList(note, heading.at + 1);
  if (listed.length < LEAST) return null;
  const items: RawItem[] = [];
  let from = (listed.at(-1)?.lines.at(-1)?.at ?? 0) + 1;
  for (const { title } of listed) {
    const at = note.lines.findIndex((line) => line.at >= from && isHeadingOf(line, title));
    if (at < 0) continue;
    items.push(toItem(note, at));
    from = at + 1;
  }
  if (items.length < LEAST || items.length < listed.length * SHARE) return null;
  for (const [index, item] of items.entries())
    item.end = items[index + 1]?.start ?? note.lines.length;
  return { items, overview: listed.flatMap(({ lines }) => lines), gaps: [] };
}

/** Bullets, or short lines of one block, with what wraps. */
function readList(note: Note, from: number): Listed[] {
  const listed: Listed[] = [];
  const bulleted = note.lines[from]?.bullet != null;
  for (let at = from; at < note.lines.length && listed.length < MOST; at += 1) {
    const line = note.lines[at];
    const open = listed.at(-1);
    const before = open?.lines.at(-1);
    if (!line || isNoTitle(line) || (before && isParted(line, bulleted))) break;
    if (!open || !before || line.bullet !== null || !(bulleted || continues(before, line)))
      listed.push({ lines: [line], title: line.text });
    else if (continues(before, line)) {
      open.lines.push(line);
      open.title = joinFlow(open.lines, note.flow);
    } else break;
  }
  return listed;
}

const isNoTitle = (line: FlowLine): boolean =>
  line.text.length > 120 || /^(?:\d|§)/u.test(line.text) || readLabel(line.text)?.colon === true;

/** A gap ends a block; between bullets it does not. */
const isParted = (line: FlowLine, bulleted: boolean): boolean =>
  gapAbove(line) > 0 && !line.afterBreak && !(bulleted && line.bullet !== null);

const keyOf = (title: string): string =>
  fold(title)
    .replace(/\([^)]*\)|\/.*$/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function isHeadingOf(line: FlowLine, title: string): boolean {
  const [printed, wanted] = [keyOf(line.text), keyOf(title)];
  if (line.bullet !== null || printed.length < 3 || wanted.length < 3) return false;
  return printed === wanted || (printed.length > 15 && wanted.startsWith(printed));
}

function toItem(note: Note, at: number): RawItem {
  const first = note.lines[at];
  const titleLines = first ? readTitleLines(note, first, note.lines.length) : [];
  return {
    number: null,
    titleLines,
    printedTitle: joinFlow(titleLines, note.flow),
    presenters: null,
    start: at,
    end: at,
    bodyStart: at + titleLines.length,
  };
}
