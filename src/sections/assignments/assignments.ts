/** The assignments of one agenda item: formal ones, undertakings, and the entries of action lists. */
import type { Note } from '../../note/note.js';
import type { Decision, LineRange, Milestone } from '../../record/schema.js';
import { sentencesOf } from '../../text/paragraph.js';
import type { FoundDecision } from '../decisions/decision.js';
import { happening } from '../milestones/happening.js';
import { labelWithout } from '../milestones/label.js';
import { toWindow } from '../windows.js';
import { splitAssignees } from './assignees.js';
import { add, type AssignmentContext, type FoundAssignments } from './found.js';
import { readUndertakings } from './prose.js';
import { readTask, type TaskReading } from './task.js';
import { readAllUppdrag, type UppdragClause } from './uppdrag.js';

/** Assignments that decisions give; `decision` is filled with the decision's id. */
export function assignmentsInDecisions(
  note: Note,
  decisions: readonly FoundDecision[],
  context: AssignmentContext,
): FoundAssignments {
  const found: FoundAssignments = { assignments: [], milestones: [], consumed: [] };
  for (const { decision, paragraph } of decisions) {
    for (const uppdrag of readAllUppdrag(paragraph.text, context.self, true))
      addGiven(found, context, decision, paragraph.text, uppdrag);
    readUndertakings(note, paragraph, context, found, decision.id);
  }
  return found;
}

function addGiven(
  found: FoundAssignments,
  context: AssignmentContext,
  { id, lines }: Decision,
  text: string,
  uppdrag: UppdragClause,
): void {
  const reading = readTask(uppdrag.clause, uppdrag.following, context.dates);
  add(found, context, {
    decision: id,
    kind: 'uppdrag',
    assignees: splitAssignees(uppdrag.assignees),
    task: reading.task,
    due: reading.due,
    text,
    lines,
  });
  const parts = reading.parts.map(({ label, phrase }) => ({
    label,
    when: toWindow(phrase),
    item: context.item,
    text: uppdrag.sentence,
    lines,
  }));
  found.milestones.push(...parts, ...toldAfterwards(uppdrag, reading, lines, context));
}

/** "Ett utkast skickas ut före jul" after a task that is due later: neither its deadline nor a part report. */
function toldAfterwards(
  { following }: UppdragClause,
  { due, parts }: TaskReading,
  lines: LineRange,
  { item, dates }: AssignmentContext,
): Milestone[] {
  const told = new Set([due?.text, ...parts.map(({ phrase }) => phrase.text)]);
  return sentencesOf(following).flatMap(({ text }) => {
    const phrases = happening(text, dates, false);
    return phrases
      .filter((phrase) => !told.has(phrase.text))
      .map((phrase) => ({
        label: labelWithout(text, phrase, phrases.length === 1),
        when: toWindow(phrase),
        item,
        text,
        lines,
      }));
  });
}
