/** Assignments as they are found: what is needed to read them, and what each becomes in the record. */
import type { DateContext, DatePhrase } from '../../dates/index.js';
import type { Assignment, Milestone } from '../../record/schema.js';
import type { Self } from '../decisions/bodies.js';
import { toWindow } from '../windows.js';
import { handedTo, reportToOf } from './reportto.js';

export interface AssignmentContext {
  item: string | null;
  self: Self;
  dates: DateContext;
}

export interface FoundAssignments {
  assignments: Assignment[];
  /** Dates of part reports. */
  milestones: Milestone[];
  /** Sentences of prose that tell an assignment's deadline. */
  consumed: string[];
}

export type Draft = Omit<Assignment, 'id' | 'item' | 'reportTo' | 'due'> & {
  due: DatePhrase | null;
  /** Sentences after the assignment that tell when it is to be ready. */
  reported?: string;
};

export function add(found: FoundAssignments, context: AssignmentContext, draft: Draft): void {
  if (draft.task === '') return;
  const { decision, kind, assignees, task, text, lines, due } = draft;
  found.assignments.push({
    id: '',
    item: context.item,
    decision,
    kind,
    assignees,
    task,
    text,
    lines,
    due: due ? toWindow(due) : null,
    reportTo:
      reportToOf(draft.task, context.self) ??
      reportToOf(draft.text, context.self) ??
      reportToOf(draft.reported ?? '', context.self) ??
      handedTo(`${draft.text} ${draft.reported ?? ''}`),
  });
}
