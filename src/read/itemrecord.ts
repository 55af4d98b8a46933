/** What reading an item needs, and what it gives. */
import type { DateContext } from '../dates/index.js';
import type { AgendaItem, Assignment, Milestone } from '../record/schema.js';
import type { Self } from '../sections/decisions/bodies.js';
import type { DecisionContext, FoundDecision } from '../sections/decisions/decision.js';

export interface ItemContext {
  self: Self;
  dates: DateContext;
  usualKind: DecisionContext['usualKind'];
}

export interface ReadItem {
  item: AgendaItem;
  decisions: FoundDecision[];
  assignments: Assignment[];
  milestones: Milestone[];
}
