/** What is kept of an entry beside its id, so that it is found again in notes that were read anew. */
import type { Assignment } from '../record/schema.js';

/** What an entry said when a person entered something about it. */
export interface Anchor {
  body: string | null;
  meeting: string;
  kind: Assignment['kind'];
  item: string | null;
  task: string;
  /** Ids of the same meeting's other entries: none of these was meant. */
  others: string[];
  /** It was no longer in the notes when a person said, by a tie, which entry it has become. */
  lost?: true;
}

export interface Reference {
  id: string;
  /** Null in journals from before anchors were kept: then only the id tells. */
  about: Anchor | null;
}
