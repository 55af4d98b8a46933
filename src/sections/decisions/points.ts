/**
 * The points of a labelled decision.
 *
 * block := label ":" sentence…                 one entry
 *        | label [":" lead-in] point+          one entry a point; the lead-in is not repeated
 * point := (bullet | number | letter | "att") text, wrapped or not
 */
import type { Note } from '../../note/note.js';
import type { FlowLine } from '../../text/flowline.js';
import { makeParagraph } from '../../text/paragraph.js';
import { endsSentence } from '../../text/wrapping.js';
import type { DecisionLabel } from './labels.js';
import { isBodyAlone, leadInEnd, wrappedLeadIn } from './leadin.js';
import { paragraphFrom } from './pointlines.js';
import {
  begins,
  isMarked,
  isNextLetter,
  isNextMark,
  MARK,
  markKind,
  type Point,
} from './pointmarks.js';

export interface Block {
  points: Point[];
  /** Index in the flow after the block. */
  end: number;
  /** Lines of the block: label, lead-in and points. */
  lines: FlowLine[];
}

/** @param isEnd tells where something else begins (a heading, metadata, another section) */
export function readBlock(
  note: Note,
  at: number,
  label: DecisionLabel,
  to: number,
  isEnd: (line: FlowLine) => boolean,
): Block {
  const labelLine = note.lines[at];
  if (!labelLine) return { points: [], end: at + 1, lines: [] };
  const below = note.lines[at + 1];
  const overList = below !== undefined && below.at < to && isMarked(below);
  const isLeadIn =
    label.rest === '' ||
    label.rest.endsWith(':') ||
    (overList && /(?<!\p{L})(?:att|beslutar|rekommenderar)$/u.test(label.rest)) ||
    (overList && isBodyAlone(label.rest));
  if (isLeadIn) return readList(note, at, at, to, isEnd);
  const lead = wrappedLeadIn(note, at, label, to);
  if (lead) return readList(note, at, lead - 1, to, isEnd);
  const first = { ...labelLine, text: label.rest, bullet: null };
  if (MARK.test(label.rest)) return readMarked(note, at, to, isEnd, [], first);
  const lines = paragraphFrom(note, first, to, isEnd);
  return { points: [toPoint(lines, note)], end: at + lines.length, lines };
}

/** @param from the label's line @param at the last line of the lead-in */
function readList(
  note: Note,
  from: number,
  at: number,
  to: number,
  isEnd: (line: FlowLine) => boolean,
): Block {
  const head = note.lines.slice(from, at + 1);
  const first = note.lines[at + 1];
  if (!first || at + 1 >= to) return { points: [], end: at + 1, lines: head };
  if (isMarked(first)) return readMarked(note, at + 1, to, isEnd, head);
  const ownLine = leadInEnd(note, first, to);
  if (ownLine !== null)
    return readMarked(note, ownLine, to, isEnd, note.lines.slice(from, ownLine));
  if (isEnd(first)) return { points: [], end: at + 1, lines: head };
  const lines = paragraphFrom(note, first, to, isEnd);
  const block: Block = {
    points: [toPoint(lines, note)],
    end: at + 1 + lines.length,
    lines: [...head, ...lines],
  };
  return readMoreSentences(note, block, to, isEnd);
}

/** Under a label on its own line, further paragraphs that begin like the first ("SRO …") are points too. */
function readMoreSentences(
  note: Note,
  block: Block,
  to: number,
  isEnd: (line: FlowLine) => boolean,
): Block {
  const subject = block.points[0]?.paragraph.text.split(' ')[0];
  for (;;) {
    const line = note.lines[block.end];
    if (!line || block.end >= to || isEnd(line) || !subject) return block;
    const last = block.lines.at(-1);
    // The first point's bullet may be lost: "SRO noterar …" over "• SRO ställer sig bakom …".
    if (!begins(line, subject)) return block;
    if (/^\p{Ll}/u.test(line.text) && last && !endsSentence(last.text)) return block;
    const lines = paragraphFrom(note, line, to, isEnd);
    block.points.push(toPoint(lines, note));
    block.lines.push(...lines);
    block.end += lines.length;
  }
}

/** @param first the first point's line, where a label stands before it: "Beslut: 1. SRO noterar …" */
function readMarked(
  note: Note,
  at: number,
  to: number,
  isEnd: (line: FlowLine) => boolean,
  head: FlowLine[],
  first = note.lines[at],
): Block {
  const points: Point[] = [];
  const used = [...head];
  const kind = markKind(first);
  let next = at;
  while (next < to) {
    const line = next === at ? first : note.lines[next];
    if (!line) break;
    const isPoint = isMarked(line) && markKind(line) === kind;
    if (!isPoint && !(kind === 'bullet' && isUnmarkedPoint(points, line))) break;
    if (points.length > 0 && !isNextLetter(points, line) && isEnd(line)) break;
    if (points.length > 0 && !isNextMark(points, line)) break;
    const lines = paragraphFrom(note, line, to, isEnd);
    points.push(toPoint(lines, note));
    used.push(...lines);
    next += lines.length;
  }
  return { points, end: next, lines: used };
}

/**
 * "•" on a line of its own, and below it all points, each beginning with the body's name: their bullets were written in
 * one place.
 */
function isUnmarkedPoint(points: readonly Point[], line: FlowLine): boolean {
  const [before, first] = [points.at(-1)?.lines.at(-1), points[0]];
  const subject = first?.paragraph.text.split(' ')[0] ?? '';
  return (
    before !== undefined &&
    line.bullet === null &&
    endsSentence(before.text) &&
    begins(line, subject)
  );
}

function toPoint(lines: readonly FlowLine[], note: Note): Point {
  const [first] = lines;
  if (!first) return { paragraph: makeParagraph([], note.flow), lines: [] };
  const own = lines.map((line, at) => {
    const text = at === 0 && line.bullet === null ? line.text.replace(MARK, '') : line.text;
    return { ...line, text };
  });
  return { paragraph: makeParagraph(own, note.flow), lines: [...lines] };
}
