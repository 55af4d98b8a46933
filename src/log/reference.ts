/**
 * Which entry of the log a person meant. An id is made of a task's words, so a note that is corrected or read better
 * gives its task another id; what was entered by hand must follow it, or be told of, but never be lost in silence.
 */
import { slug } from '../record/ids.js';
import { fold } from '../text/normalise.js';
import type { Anchor, Reference } from './anchor.js';
import type { LogEntry } from './types.js';

/** Share of the words of both tasks that they have in common. */
const REWORDED = 0.5;
/** The same, where the meeting has no other assignment in that item. */
const ALONE = 0.3;
const MARGIN = 0.1;

/** Finds entries by what was said of them. Made once for the entries of one body. */
export class References {
  private readonly byId: ReadonlyMap<string, LogEntry>;
  private readonly byMeeting = new Map<string, LogEntry[]>();
  private readonly found = new Map<string, LogEntry | null>();

  constructor(private readonly entries: readonly LogEntry[]) {
    this.byId = new Map(entries.map((entry) => [entry.id, entry]));
    for (const entry of entries) {
      const known = this.byMeeting.get(entry.meeting.id);
      if (known) known.push(entry);
      else this.byMeeting.set(entry.meeting.id, [entry]);
    }
  }

  /** @returns the entry with that id, else the one that its words have become, or null where none is sure */
  find({ id, about }: Reference): LogEntry | null {
    const exact = this.byId.get(id);
    if (exact && (!about || isMeant(exact, about))) return exact;
    const known = this.found.get(id);
    if (known !== undefined) return known;
    if (!about) return null;
    const entry = this.reworded(about) ?? this.redated(about);
    this.found.set(id, entry);
    return entry;
  }

  /** From now on the first id means the entry: a person has said so of one that is no longer in the notes. */
  take(id: string, entry: LogEntry): void {
    this.found.set(id, entry);
  }

  private reworded(about: Anchor): LogEntry | null {
    const candidates = (this.byMeeting.get(about.meeting) ?? [])
      .filter(({ id, kind }) => kind === about.kind && !about.others.includes(id))
      .map((entry) => ({ entry, score: likeness(entry.task, about.task) }))
      .sort((a, b) => b.score - a.score);
    const [best, next] = candidates;
    if (!best) return null;
    if (best.score >= REWORDED && best.score - (next?.score ?? 0) >= MARGIN) return best.entry;
    const inItem = candidates.filter(({ entry }) => entry.item.number === about.item);
    const [only] = inItem;
    return inItem.length === 1 && only && only.score >= ALONE ? only.entry : null;
  }

  /** The same words, in a meeting of the same body whose date has been corrected. */
  private redated(about: Anchor): LogEntry | null {
    if (slug(this.entries[0]?.body ?? '') !== slug(about.body ?? '')) return null;
    const words = wordsIn(about.task).join(' ');
    const same = this.entries.filter(
      ({ id, kind, task }) =>
        kind === about.kind && !about.others.includes(id) && wordsIn(task).join(' ') === words,
    );
    return same.length === 1 ? (same[0] ?? null) : null;
  }
}

/** A short id may have come to another entry since the one that had it went. */
const isMeant = ({ meeting, task }: LogEntry, about: Anchor): boolean =>
  meeting.id === about.meeting || wordsIn(task).join(' ') === wordsIn(about.task).join(' ');

const wordsIn = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

function likeness(one: string, other: string): number {
  const [a, b] = [new Set(wordsIn(one)), new Set(wordsIn(other))];
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared / Math.max(1, a.size + b.size - shared);
}
