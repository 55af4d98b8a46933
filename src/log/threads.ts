/**
 * Threads: which later items are about an assignment. Each tie has its words and a score; below the threshold it is a
 * suggestion, and moves nothing.
 */
import type { Meeting } from '../record/schema.js';
import {
  type Abbreviations,
  cover,
  learnAbbreviations,
  matterWords,
  type Weights,
  weightsOf,
} from './words.js';

/** From here on an item is taken to be about the matter. */
export const TIE = 0.56;
/** From here on a person is asked. */
export const SUGGESTION = 0.4;
/** Words that stand on each side only: two matters that differ in them are two matters. */
const CONFLICT = 0.62;
/** How near the best a second assignment must come to be meant too. */
const BESIDE = 0.9;

export interface Matter {
  /** Words of the item's title under which the assignment was given. */
  title: string[];
  /** Words of the task. */
  task: string[];
}

export interface Language {
  abbreviations: Abbreviations;
  weight: Weights;
  /** Words of the body's own name: they tell no matter. */
  own: ReadonlySet<string>;
}

/** What the notes of one body teach about their words. */
export function learnLanguage(meetings: readonly Meeting[]): Language {
  const texts = meetings.flatMap((meeting) =>
    meeting.agenda.map((item) => `${item.title} ${item.text}`),
  );
  const abbreviations = learnAbbreviations(texts);
  const titles = meetings.flatMap((meeting) =>
    meeting.agenda.map((item) => matterWords(item.title, abbreviations)),
  );
  const own = new Set(meetings.flatMap(({ body }) => matterWords(body?.name ?? '')));
  return { abbreviations, weight: weightsOf(titles), own };
}

export const wordsOf = (text: string, language: Language): string[] =>
  matterWords(text, language.abbreviations).filter((word) => !language.own.has(word));

/**
 * How surely a text (an item's title, a decision) is about a matter, 0 to 1: both must hold most of the other's words.
 */
export function tieScore(words: readonly string[], matter: Matter, language: Language): number {
  if (words.length === 0) return 0;
  const all = [...matter.title, ...matter.task];
  const ofItem = cover(words, all, language.weight);
  const byTitle = cover(matter.title, words, language.weight);
  const byTask = cover(matter.task, words, language.weight);
  const better = byTitle.share >= byTask.share ? byTitle : byTask;
  const conflict =
    ofItem.missing.length > 0 && byTitle.missing.length > 0 && byTask.missing.length > 0
      ? CONFLICT
      : 1;
  return Math.sqrt(ofItem.share * Math.max(better.share, ofItem.share === 1 ? 0.5 : 0)) * conflict;
}

/** The best candidate and those that come near it. */
export function nearBest<T>(
  scored: readonly { value: T; score: number }[],
  threshold: number,
): { value: T; score: number }[] {
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return best < threshold
    ? []
    : scored.filter(({ score }) => score >= Math.max(threshold, best * BESIDE));
}
