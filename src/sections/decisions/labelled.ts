/** Decisions under a label: "Beslut", "Ställningstagande:", "Styrgruppen beslutar" over its points, or an item titled so. */
import { findDates } from '../../dates/index.js';
import { type Note, rangeOf } from '../../note/note.js';
import type { FlowLine } from '../../text/flowline.js';
import { pattern } from '../../text/pattern.js';
import { type Self, SELF_MARK } from './bodies.js';
import { type DecisionContext, type FoundDecision, toDecision } from './decision.js';
import { type DecisionLabel, readDecisionLabel } from './labels.js';
import { isMarked } from './pointmarks.js';
import { readBlock } from './points.js';

/** Where labelled decisions are looked for, and what ends them. */
export interface DecisionRegion {
  /** Indices in the flow: the first line, and the one after the last. */
  from: number;
  to: number;
  isEnd: (line: FlowLine) => boolean;
  /** The item's title, where it is a label itself: "7. Beslut" over its points. */
  titled: DecisionLabel | null;
}

/** Reads the labelled decisions of a region, and claims their lines. */
export function readLabelledDecisions(
  note: Note,
  region: DecisionRegion,
  context: DecisionContext,
): FoundDecision[] {
  const found: FoundDecision[] = [];
  let at = region.from;
  if (region.titled && isPoint(note, region, region.from))
    at = readUnder(note, region.from - 1, region.titled, region, context, found);
  while (at < region.to) {
    const label = labelAt(note, at, region, context.self);
    at = label ? readUnder(note, at, label, region, context, found) : at + 1;
  }
  return found;
}

function labelAt(note: Note, at: number, region: DecisionRegion, self: Self): DecisionLabel | null {
  const line = note.lines[at];
  if (!line || note.claims.has(line.no)) return null;
  const label = readDecisionLabel(line.text) ?? readLeadIn(note, line, region, self);
  const isOthers = label?.owner !== undefined && self.isOther(label.owner);
  return label && !isOthers && !isAboutOthers(label.rest) ? label : null;
}

const LEADS = pattern(
  String.raw`^(?:(?:vi|${SELF_MARK}(?:,\s[^,]{2,30},|\s\p{Lu}{2,8})?)\s+(?:beslutar|beslutade|beslöt)|(?:det\s)?beslut(?:ades|as))(?:\s+enhälligt)?(?:\s+att)?\s*:?$`,
);

/** "Styrgruppen beslutar" and "Beslutades" over their points are labels as well. */
const readLeadIn = (
  note: Note,
  line: FlowLine,
  region: DecisionRegion,
  self: Self,
): DecisionLabel | null =>
  isPoint(note, region, line.at + 1) && LEADS.test(self.mask(line.text).text)
    ? { kind: 'beslut', rest: '', colon: true }
    : null;

function isPoint(note: Note, { to }: DecisionRegion, at: number): boolean {
  const line = note.lines[at];
  return line !== undefined && at < to && isMarked(line);
}

/** Reads the decisions under the label at `at`. @returns the index after them */
function readUnder(
  note: Note,
  at: number,
  label: DecisionLabel,
  { to, isEnd }: DecisionRegion,
  context: DecisionContext,
  found: FoundDecision[],
): number {
  const block = readBlock(note, at, label, to, isEnd);
  tellOfLabel(note, at, label, block.points.length === 0);
  const kind = label.kind === 'rekommendation' ? context.usualKind : label.kind;
  for (const [index, { paragraph, lines }] of block.points.entries()) {
    found.push({
      decision: toDecision(paragraph.text, kind, lines, context),
      paragraph,
      lines: index === 0 ? block.lines : lines,
    });
  }
  note.claims.claim(block.lines, 'decisions');
  return Math.max(block.end, at + 1);
}

/** One letter was wrong, or nothing came after it: said, with its line. */
function tellOfLabel(note: Note, at: number, label: DecisionLabel, isEmpty: boolean): void {
  const line = note.lines[at];
  if (!line) return;
  const lines = rangeOf([line]);
  if (label.misspelt)
    note.diagnostics.add(
      'label-misspelt',
      `"${label.word}" was read as "${label.misspelt}".`,
      lines,
    );
  if (isEmpty)
    note.diagnostics.add(
      'decision-unreadable',
      `Nothing could be read after "${line.text.slice(0, 60)}".`,
      lines,
    );
}

const TO_COME = pattern(
  String.raw`^(?:tas|fattas|väntas|planeras|saknas)\b|^inget\s+beslut\b|^(?:[–—-]+|se\s.{2,30})$`,
);

/** "Beslut: tas den 8 december", "Beslut: 30 april 2027" tell of a decision to come. */
function isAboutOthers(rest: string): boolean {
  if (TO_COME.test(rest)) return true;
  const date = rest.length < 60 ? findDates(rest, { reference: null })[0] : undefined;
  return date !== undefined && rest.length - date.text.length < 3;
}
