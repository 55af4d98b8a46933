/** Undertakings in an item: in its decisions, its lists of actions and what is left of its prose. */
import type { DateContext } from '../dates/index.js';
import type { Note } from '../note/note.js';
import type { Assignment } from '../record/schema.js';
import type { RawItem } from '../sections/agenda/items.js';
import { readActionHeading } from '../sections/assignments/actionlist.js';
import { assignmentsInActionList } from '../sections/assignments/listed.js';
import { assignmentsInDecisions } from '../sections/assignments/assignments.js';
import type { FoundAssignments } from '../sections/assignments/found.js';
import type { Self } from '../sections/decisions/bodies.js';
import type { FoundDecision } from '../sections/decisions/decision.js';
import type { FlowLine } from '../text/flowline.js';
import type { ItemContext } from './itemrecord.js';

/** Assignments in the item's decisions, once the decisions have their ids. */
export function readDecisionAssignments(
  note: Note,
  decisions: readonly FoundDecision[],
  key: string | null,
  context: ItemContext,
): FoundAssignments {
  return assignmentsInDecisions(note, decisions, {
    item: key,
    self: context.self,
    dates: context.dates,
  });
}

/** Prose for undertakings: without the sentences that already are decisions. */
export function withoutSentences(
  prose: readonly FlowLine[],
  decisions: readonly FoundDecision[],
): FlowLine[] {
  const taken = new Set(
    decisions.flatMap(({ decision, lines }) => (lines.length > 0 ? [decision.lines[0]] : [])),
  );
  return prose.filter((line) => !taken.has(line.no));
}

/** @returns the lines of the lists' entries: they are assignments and part of the item's prose */
export function readActionLists(
  note: Note,
  raw: RawItem,
  context: { item: string | null; self: Self; dates: DateContext },
  found: FoundAssignments,
  isEnd: (line: FlowLine) => boolean,
): FlowLine[] {
  const listed: FlowLine[] = [];
  for (let at = raw.bodyStart; at < raw.end; at += 1) {
    const line = note.lines[at];
    if (!line || note.claims.has(line.no)) continue;
    // "Att göra inför nästa möte:" right below "Sammanfattning av åtgärder" is the list's heading.
    const isOwn = at === raw.bodyStart && readActionHeading(line.text) === null;
    const titled = isOwn ? readActionHeading(raw.printedTitle) : null;
    const end = assignmentsInActionList(note, at, raw.end, context, found, isEnd, titled);
    if (end === null) continue;
    listed.push(...note.lines.slice(at, end));
    at = end - 1;
  }
  return listed;
}

export function deadlines(assignments: readonly Assignment[]): Set<string> {
  return new Set(assignments.flatMap(({ due, lines }) => (due ? [`${lines[0]}:${due.text}`] : [])));
}
