/** An item as its first pass leaves it. */
import type { AgendaItem, Milestone, UpcomingMeeting } from '../record/schema.js';
import type { RawItem } from '../sections/agenda/items.js';

export interface ItemFrame {
  raw: RawItem;
  item: AgendaItem;
  /** Meetings to come that the item itself lists. */
  meetings: UpcomingMeeting[];
  milestones: Milestone[];
  /** The sentences that tell of meetings to come. */
  told: string[];
}
