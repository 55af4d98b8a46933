/**
 * Headings that nothing but their place tells: short lines that stand as the headings do that are known, right below
 * the head, or right below a decision.
 */
import { pattern } from '../../text/pattern.js';
import type { FlowLine } from '../../text/flowline.js';
import { joinFlow } from '../../text/flow.js';
import { sentencesOf } from '../../text/paragraph.js';
import { endsSentence, gapAbove, isFull } from '../../text/wrapping.js';
import type { Note } from '../../note/note.js';
import { readAtagande } from '../assignments/atagande.js';
import { readDecisionLabel } from '../decisions/labels.js';
import { readLabel } from '../labels.js';
import { isMeetingListHeading, readNextMeeting } from '../meetings/headings.js';
import { headEnd } from './headend.js';
import { leadingName } from '../people/name.js';
import {
  CLOSING_HEADING,
  isHeadingLike,
  isNoLabel,
  OPENS,
  PROSE,
  standsApart,
} from './headingform.js';
import type { RawItem } from './items.js';
import { isMetadata } from './metadata.js';

/** Headings of the rank of those that are known, by the gap above them or as all that stands apart. */
export function headingsLike(
  note: Note,
  sure: readonly RawItem[],
  items: readonly RawItem[] = sure,
): FlowLine[] {
  const byGap = headingsByGap(note, sure);
  const found = byGap.length > 0 ? byGap : headingsApart(note, items);
  return [...found, ...headingsBelowEnds(note, items).filter((line) => !found.includes(line))];
}

/** In a note in which nothing but its items stands below a blank line. */
function headingsApart(note: Note, items: readonly RawItem[]): FlowLine[] {
  if (items.length < FEWEST_KNOWN) return [];
  const taken = titleLinesOf(items);
  const isApart = (line: FlowLine): boolean => gapAbove(line) > 0 && !line.afterBreak;
  const apart = note.lines
    .slice(headEnd(note))
    .filter((line) => isApart(line) && isNoLabel(line) && line.bullet === null);
  const found = apart.filter(
    (line) =>
      !taken.has(line.at) &&
      isHeadingLike(line) &&
      !SPOKEN.test(line.text) &&
      standsApart(note, line),
  );
  const headings = apart.filter((line) => taken.has(line.at)).length;
  const prose = apart.filter(
    (line) => !taken.has(line.at) && !found.includes(line) && line.text.length > PROSE,
  ).length;
  const isOnlyForItems =
    headings >= FEWEST_KNOWN && found.length <= headings && prose <= headings * 0.2;
  return isOnlyForItems ? found : [];
}

/** Below a decision or an undertaking, with which an item ends. */
function headingsBelowEnds(note: Note, items: readonly RawItem[]): FlowLine[] {
  if (items.length < FEWEST_KNOWN) return [];
  const taken = titleLinesOf(items);
  return note.lines
    .slice(headEnd(note))
    .filter(
      (line) =>
        !taken.has(line.at) &&
        isNoLabel(line) &&
        isHeadingLike(line) &&
        !SPOKEN.test(line.text) &&
        !line.text.endsWith('?') &&
        (standsApart(note, line) || isAmongProse(note, [line], headEnd(note))) &&
        !isInRound(items, line) &&
        (followsDecision(note, line) || followsUndertaking(note, line)),
    );
}

const titleLinesOf = (items: readonly RawItem[]): Set<number> =>
  new Set(items.flatMap((item) => item.titleLines.map(({ at }) => at)));

/** Below a decision an item is over, and what looks like a heading is the next one's. */
function followsDecision(note: Note, line: FlowLine): boolean {
  for (let at = line.at - 1; at > line.at - LONGEST_DECISION; at -= 1) {
    const above = note.lines[at];
    if (!above) return false;
    if (readDecisionLabel(above.text) !== null) return true;
    if (gapAbove(above) > 0 && above.bullet === null) return false;
  }
  return false;
}

/** What somebody is to do ends an item as a decision does; headings within one stand over what is told. */
function followsUndertaking(note: Note, line: FlowLine): boolean {
  const lines: FlowLine[] = [];
  for (let at = line.at - 1; at > line.at - LONGEST_DECISION; at -= 1) {
    const above = note.lines[at];
    if (!above) break;
    lines.unshift(above);
    if (above.bullet !== null || (gapAbove(above) > 0 && !above.gapLost)) break;
  }
  return sentencesOf(joinFlow(lines, note.flow))
    .slice(-1)
    .some(({ text }) => readAtagande(text, note.known) !== null || IS_GIVEN.test(text));
}

const IS_GIVEN = pattern(String.raw`\b(?:får|ger|ges)\b.{0,160}?\bi?\s?uppdrag\b|\buppdrar\b`);

/** In "Laget runt" and "Övriga frågor" headings stand over what each tells. */
const isInRound = (items: readonly RawItem[], line: FlowLine): boolean =>
  CLOSING_HEADING.test(items.findLast(({ start }) => start < line.at)?.printedTitle ?? '');

/** A decision with its points is no longer, in lines. */
const LONGEST_DECISION = 12;

/** So many headings that are sure tell how the others stand. */
const FEWEST_KNOWN = 2;
/** How many lines before the first heading an opening item ("Inledning") may take. */
const OPENING = 12;

/** "Inledning" over its prose before the first heading that has a presenter: it cannot stand inside an item. */
export function headingBefore(note: Note, first: RawItem): FlowLine[] {
  const lines = note.lines.slice(Math.max(0, first.start - OPENING), first.start);
  const found = lines.findLast((line) => OPENS.test(line.text) && isHeadingLike(line));
  const next = found ? note.lines[found.at + 1] : undefined;
  const opening = found && next && next.text.length > 40 && next.at < first.start ? [found] : [];
  return opening.length > 0 ? opening : headingBelowHead(note, first);
}

/** What stands right below the head and looks like a heading is the first item's: no prose comes before it. */
function headingBelowHead(note: Note, first: RawItem): FlowLine[] {
  const end = headEnd(note);
  const line = note.lines[end];
  const next = note.lines[end + 1];
  const isHeading =
    end > 1 &&
    line !== undefined &&
    next !== undefined &&
    next.at < first.start &&
    isHeadingLike(line) &&
    isNoLabel(line) &&
    (gapAbove(line) > 0 || gapAbove(next) > 0) &&
    endsAsHeading(note, { ...line, gap: Math.max(line.gap, next.gap + 1) }) &&
    next.text.length > Math.min(PROSE, next.width * 0.7);
  return isHeading ? [line] : [];
}

/**
 * Where the headings that are known stand below a wider gap than any paragraph, whatever else stands so is a heading of
 * their rank; none where their gap does not tell them apart.
 */
function headingsByGap(note: Note, known: readonly RawItem[]): FlowLine[] {
  const starts = known.map(({ start }) => start);
  const heads = note.lines.filter((line) => starts.includes(line.at) && !line.afterBreak);
  // Two blank lines are a heading's wherever single ones part paragraphs, whatever the spacing near it seems to be.
  const least = Math.min(...heads.map(({ gap }) => gap));
  if (heads.length < 2 || least < 2) return [];
  const isApart = (line: FlowLine): boolean => line.gap >= least;
  const taken = new Set(known.flatMap((item) => item.titleLines.map(({ at }) => at)));
  const body = note.lines
    .slice(headEnd(note))
    .filter((line) => !line.afterBreak && !taken.has(line.at));
  const usual = body.filter((line) => line.gap > 0 && !isApart(line));
  const prose = body.filter(
    (line) => isApart(line) && isNoLabel(line) && !isHeadingLike(line) && !isOfFoot(line),
  );
  // Nearly all that stands so far below its neighbour is a heading: prose does not.
  if (usual.length < 3 || prose.length > heads.length * 0.3) return [];
  return body
    .filter((line) => isApart(line) && isNoLabel(line) && isHeadingLike(line))
    .filter((line) => !SPOKEN.test(line.text) && !isOfFoot(line) && endsAsHeading(note, line));
}

/** "Nästa möten" heads the foot's list, and no item. */
const isOfFoot = (line: FlowLine): boolean =>
  isMeetingListHeading(line.text) || readNextMeeting(line.text) !== null;

/** It is short, and nothing carries it on. */
function endsAsHeading(note: Note, line: FlowLine): boolean {
  const next = note.lines[line.at + 1];
  return (
    next !== undefined &&
    line.text.split(' ').length <= 12 &&
    !isFull(line, next) &&
    !/^\p{Ll}/u.test(next.text) &&
    next.gap < line.gap
  );
}

/** Fewer short lines among the prose may be anything. */
const FEWEST_AMONG_PROSE = 3;

/**
 * Where nothing but their form tells headings: short lines between paragraphs that have ended and prose that begins.
 * The first stands right below the head; else what stands there is no agenda.
 */
export function headingsAmongProse(note: Note): FlowLine[][] {
  const end = headEnd(note);
  const found = note.lines.slice(end).flatMap((line) => {
    const lines = headingAt(note, line);
    return isAmongProse(note, lines, end) ? [lines] : [];
  });
  const isFirst = (found[0]?.[0]?.at ?? end + 2) - end <= 1;
  return isFirst && found.length >= FEWEST_AMONG_PROSE ? found : [];
}

/** "Daglig verksamhet – Anna Ek och Bo" over "Lind": a heading whose last name has wrapped. */
function headingAt(note: Note, line: FlowLine): FlowLine[] {
  const next = note.lines[line.at + 1];
  const isOpen = /\s[-–—]\s\p{Lu}.{3,80}\s\p{Lu}[\p{L}-]+$/u.test(line.text);
  return next && isOpen && /^\p{Lu}[\p{L}-]+$/u.test(next.text) ? [line, next] : [line];
}

function isAmongProse(note: Note, lines: readonly FlowLine[], headEnd: number): boolean {
  const [line] = lines;
  if (!line) return false;
  const [before, next] = [note.lines[line.at - 1], note.lines[line.at + lines.length]];
  if (!before || !next) return false;
  const isOpen =
    !endsSentence(before.text) &&
    readLabel(before.text) === null &&
    (isFull(before, line) || !isInPoints(note, before));
  if (line.at > headEnd && isOpen) return false;
  const isShort =
    line.text.split(' ').length <= (lines.length > 1 ? 20 : 12) &&
    (lines.length > 1 || !isFull(line, next));
  return (
    isShort &&
    isHeadingLike(line) &&
    isNoLabel(line) &&
    !SPOKEN.test(line.text) &&
    !isOfFoot(line) &&
    leadingName(line.text) !== line.text &&
    beginsProse(next)
  );
}

/** "att godkänna planen" below "Beslut": the points of a decision need no full stop. */
function isInPoints(note: Note, last: FlowLine): boolean {
  let points = 0;
  for (let at = last.at; at > last.at - LONGEST_DECISION; at -= 1) {
    const line = note.lines[at];
    if (!line || endsSentence(line.text)) return false;
    if (/^att\s\p{L}/u.test(line.text)) points += 1;
    if (readDecisionLabel(line.text) !== null) return points > 0;
  }
  return false;
}

/** A long line, a sentence, or an item's presenters and type. */
const beginsProse = (line: FlowLine): boolean =>
  line.bullet === null &&
  isNoLabel(line) &&
  /^[\p{Lu}\d”"]/u.test(line.text) &&
  (line.text.length > line.width * 0.7 || /\p{Ll}\.$/u.test(line.text) || isMetadata(line.text));

/** Headings that stand inside an item. */
const SPOKEN = pattern(
  String.raw`^(?:dialog|diskussion|bakgrund|nuläge|frågor|synpunkter|svar|att göra|nästa steg|sammanfattning|tids?plan(?:en)?|syfte|mål|resultat(?:et)?|fortsatt arbete|fortsättning|reflektioner|kommentarer|slutsatser|förslag(?:et)?|ärendet|yrkanden?|beslutsunderlag)\b`,
);
