/** An agenda item and the key that assignments name it by. */
import type { Meeting } from '../record/schema.js';

export type Item = Meeting['agenda'][number];
export const keyOf = (item: Item): string => item.number ?? item.title;
