/**
 * The lines of a note as a reader follows them: blank lines and furniture gone, and told of each line whether the
 * next one carries on its paragraph. Blank lines alone separate nothing (a double-spaced note has one after every
 * line); what counts is the gap against the usual gap around it, and whether the next word would have fitted.
 */
import { BARE_NUMBER, dashInSentence, giveBullets, type Owed } from './bullets.js';
import { type FlowLine, numberLines, toFlowLine } from './flowline.js';
import { isMarkedByBlank } from './furniture/repeated.js';
import { hyphenatedWords, joinLines, type JoinPart } from './join.js';
import type { SourceLine } from './sourceline.js';
import { restoreBullets } from './lostbullets.js';
import { carriesOn, measureWidths } from './widths.js';
import { endsSentence } from './wrapping.js';

export interface Flow {
  lines: FlowLine[];
  /** Words that the note writes with a hyphen. */
  hyphenated: Set<string>;
}

const WINDOW = 8;

export function toFlow(all: readonly SourceLine[], furniture: ReadonlySet<number>): Flow {
  const shown = restoreBullets(
    all.filter((line) => line.text !== '' || line.bullet !== null),
    furniture,
  );
  const gatherer = new Gatherer();
  shown.forEach((line, place) => {
    if (furniture.has(line.no)) gatherer.skip();
    else gatherer.take(line, isMarkedByBlank(shown, place));
  });
  const { lines, owed } = gatherer;
  measureSpacing(lines);
  measureWidths(lines);
  for (const one of owed.reverse()) giveBullets(lines, one);
  const numbered = withNumbers(lines);
  return { lines: numbered, hyphenated: hyphenatedWords(numbered) };
}

/** Gathers lines of text, and the bullets that stand alone on lines of their own. */
class Gatherer {
  readonly lines: FlowLine[] = [];
  readonly owed: Owed[] = [];
  private gapLost = false;
  private broken = false;
  private lone: SourceLine[] = [];
  private displaced: number | null = null;

  /** Furniture lies here: the gap above what follows is the page's. */
  skip(): void {
    this.gapLost = true;
  }

  take(line: SourceLine, isMarkedOff: boolean): void {
    this.gapLost ||= isMarkedOff;
    const afterBreak = this.broken || this.gapLost || (line.pageTop && line.page > 1);
    this.broken = false;
    // A bullet alone on its line belongs to the words that follow it.
    if (line.text === '') {
      this.lone.push(line);
      this.broken = afterBreak;
    } else if (this.lone.length > 0 && BARE_NUMBER.test(line.text)) {
      this.displaced = this.lines.length;
      this.lines.push(this.placed(line, afterBreak));
    } else if (this.lone.length === 0 && !afterBreak && isTornOff(line, this.lines.at(-1))) {
      addTo(this.lines, line);
      this.gapLost = false;
    } else this.takeWords(line, afterBreak);
  }

  private takeWords(line: SourceLine, afterBreak: boolean): void {
    const flowing = this.placed(line, afterBreak);
    flowing.text = withColon(line);
    this.giveMark(flowing, line);
    this.lines.push(flowing);
    this.gapLost = false;
    this.lone = [];
  }

  private giveMark(flowing: FlowLine, line: SourceLine): void {
    const [mark] = this.lone;
    if (mark === undefined) Object.assign(flowing, dashInSentence(line, this.lines.at(-1)));
    else if (line.bullet === null) {
      flowing.bullet = mark.bullet;
      flowing.gap = mark.gap;
    }
    if (this.lone.length > 1 || this.displaced !== null)
      this.owed.push({
        at: flowing.at,
        bullet: mark?.bullet ?? null,
        count: this.lone.length,
        displaced: this.displaced,
      });
    this.displaced = null;
  }

  private placed(line: SourceLine, afterBreak: boolean): FlowLine {
    return toFlowLine(line, { at: this.lines.length, afterBreak, gapLost: this.gapLost });
  }
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
  return numberLines(merged);
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
