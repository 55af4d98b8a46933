/** The assignments of one agenda item: formal ones, undertakings, and the entries of action lists. */
import type { Note } from '../../note/note.js';
import type { FoundDecision } from '../decisions/decisions.js';
import { toWindow } from '../windows.js';
import { splitAssignees } from './assignees.js';
import { add, type AssignmentContext, type FoundAssignments } from './found.js';
import { readUndertakings } from './prose.js';
import { readTask } from './task.js';
import { readUppdrag } from './uppdrag.js';

/** Assignments that decisions give; `decision` is filled with the decision's id. */
export function assignmentsInDecisions(
  note: Note,
  decisions: readonly FoundDecision[],
  context: AssignmentContext,
): FoundAssignments {
  const found: FoundAssignments = { assignments: [], milestones: [], consumed: [] };
  for (const { decision, paragraph } of decisions) {
    const uppdrag = readUppdrag(paragraph.text, context.self, true);
    if (uppdrag) {
      const reading = readTask(uppdrag.clause, uppdrag.following, context.dates);
      add(found, context, {
        decision: decision.id,
        kind: 'uppdrag',
        assignees: splitAssignees(uppdrag.assignees),
        task: reading.task,
        due: reading.due,
        text: paragraph.text,
        lines: decision.lines,
      });
      for (const part of reading.parts) {
        found.milestones.push({
          label: part.label,
          when: toWindow(part.phrase),
          item: context.item,
          text: uppdrag.sentence,
          lines: decision.lines,
        });
      }
    }
    readUndertakings(note, paragraph, context, found, decision.id);
  }
  return found;
}
