/** What the items hold, as one list of each kind, numbered through the note. */
import type { Note } from '../note/note.js';
import type { Assignment, Decision, Meeting, Milestone } from '../record/schema.js';
import type { FoundAssignments } from '../sections/assignments/found.js';
import { assignmentsInActionList } from '../sections/assignments/listed.js';
import type { FoundDecision } from '../sections/decisions/decision.js';
import type { FlowLine } from '../text/flowline.js';
import type { ItemFrame } from './frame.js';
import { readItem } from './item.js';
import { readDecisionAssignments } from './itemassignments.js';
import type { ItemContext } from './itemrecord.js';

/** Action lists that stand below the foot belong to no item. */
export function readLooseActions(
  note: Note,
  foot: number,
  context: ItemContext,
  into: Assignment[],
): void {
  const found: FoundAssignments = { assignments: [], milestones: [], consumed: [] };
  for (let at = foot; at < note.lines.length; at += 1) {
    if (note.claims.has(note.lines[at]?.no ?? 0)) continue;
    const isEnd = (line: FlowLine): boolean => note.claims.has(line.no);
    const end = assignmentsInActionList(
      note,
      at,
      note.lines.length,
      { item: null, ...context },
      found,
      isEnd,
    );
    if (end !== null) at = end - 1;
  }
  into.push(
    ...found.assignments.map((assignment, index) => ({
      ...assignment,
      id: `a${into.length + index + 1}`,
    })),
  );
}

export function readContent(
  note: Note,
  frames: readonly ItemFrame[],
  context: ItemContext,
  hasAgenda: boolean,
) {
  const decisions: Decision[] = [];
  const assignments: Assignment[] = [];
  const milestones: Milestone[] = [];
  const agenda: Meeting['agenda'] = [];
  for (const frame of frames) {
    const read = readItem(note, frame, context, hasAgenda);
    const key = hasAgenda ? (frame.raw.number ?? read.item.title) : null;
    if (hasAgenda) agenda.push(read.item);
    numberDecisions(read.decisions, decisions, key);
    const inDecisions = readDecisionAssignments(note, read.decisions, key, context);
    const all = [...inDecisions.assignments, ...read.assignments].sort(
      (a, b) => a.lines[0] - b.lines[0],
    );
    for (const assignment of withoutRepeats(all)) assignments.push({ ...assignment, item: key });
    const consumed = new Set(inDecisions.consumed);
    milestones.push(
      ...[...read.milestones, ...inDecisions.milestones]
        .filter((one) => !consumed.has(one.text) && !isDeadline(one, inDecisions.assignments))
        .map((milestone) => ({ ...milestone, item: key })),
    );
  }
  assignments.forEach((assignment, index) => {
    assignment.id = `a${index + 1}`;
  });
  return { agenda, decisions, assignments, milestones };
}

/** A deadline is not repeated as a milestone. */
const isDeadline = ({ when, lines }: Milestone, assignments: readonly Assignment[]): boolean =>
  assignments.some(
    ({ due, lines: [first, last] }) =>
      due?.text === when.text && first <= lines[1] && lines[0] <= last,
  );

function numberDecisions(
  found: readonly FoundDecision[],
  into: Decision[],
  key: string | null,
): void {
  for (const { decision } of found) {
    decision.id = `d${into.length + 1}`;
    decision.item = key;
    into.push(decision);
  }
}

/** The same words on the same lines are one assignment, however many sections met them. */
function withoutRepeats(assignments: readonly Assignment[]): Assignment[] {
  return assignments.filter(
    (assignment, index) =>
      assignments.findIndex(
        (other) => other.lines[0] === assignment.lines[0] && other.task === assignment.task,
      ) === index,
  );
}
