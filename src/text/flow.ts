/**
 * The lines of a note as a reader follows them: blank lines and furniture gone, and told of each line whether the
 * next one carries on its paragraph. Blank lines alone separate nothing (a double-spaced note has one after every
 * line); what counts is the gap against the usual gap around it, and whether the next word would have fitted.
 */
import { BARE_NUMBER, dashInSentence, giveBullets, type Owed } from './bullets.js';
import type { FlowLine } from './flowline.js';
import { isMarkedByBlank } from './furniture/repeated.js';
import { hyphenatedWords, joinLines, type JoinPart } from './join.js';
import type { SourceLine } from './sourceline.js';
import { carriesOn, measureWidths } from './widths.js';
import { endsSentence } from './wrapping.js';

export interface Flow {
  lines: FlowLine[];
  /** Words that the note writes with a hyphen. */
  hyphenated: Set<string>;
}

const WINDOW = 8;

export function toFlow(all: readonly SourceLine[], furniture: ReadonlySet<number>): Flow {
  const shown = all.filter((line) => line.text !== '' || line.bullet !== null);
  const lines: FlowLine[] = [];
  let gapLost = false;
  let broken = false;
  let lone: SourceLine[] = [];
  const owed: Owed[] = [];
  let displaced: number | null = null;
  shown.forEach((line, place) => {
    if (furniture.has(line.no)) {
      gapLost = true;
      return;
    }
    gapLost ||= isMarkedByBlank(shown, place);
    const afterBreak = broken || gapLost || (line.pageTop && line.page > 1);
    broken = false;
    // A bullet alone on its line belongs to the words that follow it.
    if (line.text === '') {
      lone.push(line);
      broken = afterBreak;
      return;
    }
    if (lone.length > 0 && BARE_NUMBER.test(line.text)) {
      displaced = lines.length;
      lines.push({
        ...line,
        at: lines.length,
        afterBreak,
        gapLost,
        spacing: 0,
        width: 0,
        room: null,
      });
      return;
    }
    if (lone.length === 0 && !afterBreak && isTornOff(line, lines.at(-1))) {
      addTo(lines, line);
      gapLost = false;
      return;
    }
    const [mark] = lone;
    const dash = mark === undefined ? dashInSentence(line, lines.at(-1)) : null;
    const marked =
      mark !== undefined && line.bullet === null ? { bullet: mark.bullet, gap: mark.gap } : {};
    const at = lines.length;
    if (lone.length > 1 || displaced !== null)
      owed.push({ at, bullet: mark?.bullet ?? null, count: lone.length, displaced });
    displaced = null;
    const text = withColon(line);
    lines.push({
      ...line,
      text,
      ...marked,
      ...dash,
      at,
      afterBreak,
      gapLost,
      spacing: 0,
      width: 0,
      room: null,
    });
    gapLost = false;
    lone = [];
  });
  measureSpacing(lines);
  measureWidths(lines);
  for (const one of owed.reverse()) giveBullets(lines, one);
  const numbered = withNumbers(lines);
  return { lines: numbered, hyphenated: hyphenatedWords(numbered) };
}

/** ", vice ordförande" below "Ida Ek (C), Alby": no line begins with a comma. */
const isTornOff = (line: SourceLine, above: FlowLine | undefined): boolean =>
  above !== undefined && line.bullet === null && line.gap === 0 && /^,\s\p{L}/u.test(line.text);

function addTo(lines: FlowLine[], line: SourceLine): void {
  const above = lines.pop();
  if (!above) return;
  const text = above.text + line.text;
  const cells = above.cells.length > 1 ? above.cells : [{ text, x: above.cells[0]?.x ?? 0 }];
  lines.push({ ...above, text, cells, until: Math.max(above.until, line.no) });
}

/** "1." alone over its point: one line, as the page had it. Over a gap only in a series: "1)", "2)". */
function withNumbers(lines: FlowLine[]): FlowLine[] {
  const numbers = lines.filter((line) => BARE_NUMBER.test(line.text));
  if (numbers.length === 0) return lines;
  const printed = new Set(numbers.map(({ text }) => text));
  const inSeries = ({ text }: FlowLine): boolean =>
    [-1, 1].some((step) =>
      printed.has(text.replace(/\d+/u, (number) => String(Number(number) + step))),
    );
  const merged: FlowLine[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const [line, next] = [lines[at], lines[at + 1]];
    if (!line) break;
    if (next && isNumberOf(line, lines[at - 1], next, inSeries(line) ? 1 : 0)) {
      merged.push({
        ...next,
        no: line.no,
        text: `${line.text} ${next.text}`,
        gap: line.gap,
        afterBreak: line.afterBreak,
        gapLost: line.gapLost,
      });
      at += 1;
    } else merged.push(line);
  }
  return merged.map((line, at) => Object.assign(line, { at }));
}

/** "Beslut            SRO noterar …": a label in the margin needs no colon. */
function withColon({ text, cells }: SourceLine): string {
  const label = cells[0]?.text ?? '';
  const isInMargin = cells.length === 2 && text.startsWith(`${label} `) && IN_MARGIN.test(label);
  return isInMargin ? `${label}:${text.slice(label.length)}` : text;
}

const IN_MARGIN = /^(?:ställningstaganden?|beslut)$/iu;

/** Over the points of a decision. */
const AT_POINTS = /^(?:ställningstaganden?|beslut|rekommendation(?:er)?|förslag)\s?:?$/iu;

const isNumberOf = (
  line: FlowLine,
  before: FlowLine | undefined,
  next: FlowLine,
  gap: number,
): boolean =>
  BARE_NUMBER.test(line.text) &&
  line.bullet === null &&
  next.bullet === null &&
  next.gap <= gap &&
  !next.afterBreak &&
  /^\p{L}/u.test(next.text) &&
  // "(från punkt" over "2)": the number is the sentence's.
  (before === undefined ||
    endsSentence(before.text) ||
    AT_POINTS.test(before.text) ||
    // "…, 2." below a blank line, of a series: the next point.
    (gap > 0 && line.gap > 0)) &&
  !BARE_NUMBER.test(before?.text ?? '');

/** The gap of lines that carry on for sure is the usual one. */
function measureSpacing(lines: FlowLine[]): void {
  const sure = lines.map((_, at) => carriesOn(lines, at));
  const common = mostCommon(lines.filter((_, at) => sure[at]).map((line) => line.gap)) ?? 0;
  for (const line of lines) {
    const near: number[] = [];
    for (
      let at = Math.max(0, line.at - WINDOW);
      at <= Math.min(lines.length - 1, line.at + WINDOW);
      at += 1
    ) {
      if (sure[at]) near.push(lines[at]?.gap ?? 0);
    }
    line.spacing = Math.min(mostCommon(near) ?? common, 3);
  }
}

function mostCommon(values: readonly number[]): number | null {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: number | null = null;
  for (const [value, count] of counts)
    if (best === null || count > (counts.get(best) ?? 0)) best = value;
  return best;
}

/** Joins flow lines into one text by the note's own hyphenation. */
export const joinFlow = (lines: readonly JoinPart[], flow: Flow): string =>
  joinLines(lines, flow.hyphenated);
