/** The items of later meetings, tied to the threads that they are about. */
import type { Decision, Meeting } from '../record/schema.js';
import { eventOf, type Follow } from './events.js';
import { type Item, keyOf } from './item.js';
import type { Log } from './log.js';
import { keepWeightier, record, type Thread } from './thread.js';
import type { WordIndex } from './threadindex.js';
import { type Language, nearBest, SUGGESTION, TIE, tieScore, wordsOf } from './threads.js';

/** Ties one item to the threads that it is about, and writes down what it says of them. */
export function followItem(
  meeting: Meeting,
  item: Item,
  index: WordIndex<Thread>,
  language: Language,
  log: Log,
): void {
  const words = wordsOf(item.title, language);
  const scored = index.about(words).map((value) => ({
    value,
    score: tieScore(words, value.matter, language),
  }));
  const decisions = meeting.decisions.filter((decision) => decision.item === keyOf(item));
  const meant = nearBest(scored, TIE).map(({ value }) => value);
  const touched = new Map<Thread, Follow>();
  for (const decision of decisions) {
    const follow = eventOf(decision, item, meeting);
    for (const thread of threadsOf(decision, follow, meant, index, language)) {
      keepWeightier(touched, thread, follow ?? reportOf(item, decision));
    }
  }
  for (const thread of meant)
    if (!touched.has(thread)) keepWeightier(touched, thread, reportOf(item, decisions[0]));
  for (const [thread, follow] of touched) record(thread.entry, follow, meeting);
  const asked = scored.filter(
    ({ value, score }) => score >= SUGGESTION && !touched.has(value) && meant.length === 0,
  );
  for (const { value, score } of asked) {
    log.suggestions.push({
      id: value.entry.id,
      meeting: meeting.id,
      item: item.title,
      score: Math.round(score * 100) / 100,
    });
  }
}

/** A decision that names its matter speaks of that one; else of what its item is about. */
function threadsOf(
  decision: Decision,
  follow: Follow | null,
  meant: readonly Thread[],
  index: WordIndex<Thread>,
  language: Language,
): readonly Thread[] {
  const words = wordsOf(decision.text, language);
  const pool =
    meant.length > 0 ? meant : follow && follow.event !== 'rescheduled' ? index.about(words) : [];
  if (pool.length === 0) return [];
  if (meant.length === 1 && follow === null) return meant;
  const scored = pool.map((value) => ({ value, score: tieScore(words, value.matter, language) }));
  const named = nearBest(scored, meant.length > 0 ? 0.35 : TIE).map(({ value }) => value);
  if (named.length > 0) return named;
  return follow === null || meant.length === 1 || sameOrigin(meant) ? meant : [];
}

const sameOrigin = (threads: readonly Thread[]): boolean =>
  new Set(threads.map(({ origin }) => origin)).size === 1;

function reportOf(item: Item, decision: Decision | undefined): Follow {
  const text = [item.title, decision?.text ?? ''].filter((part) => part !== '').join(' – ');
  return { event: 'reported', text, lines: decision?.lines ?? item.lines, due: null };
}
