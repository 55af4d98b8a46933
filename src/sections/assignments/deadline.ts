/** Where in an undertaking the words stand that say when it is to be done, and what is left without them. */
import type { DatePhrase } from '../../dates/index.js';
import { tidyTask } from './task.js';

export function withoutDeadline(clause: string, sentence: string, due: DatePhrase | null): string {
  const offset = sentence.length - clause.length;
  if (!due || due.start < offset) return tidyTask(clause);
  const at = due.start - offset;
  return tidyTask(`${clause.slice(0, at)}\u0000${clause.slice(at + due.text.length)}`);
}

export function relocate(clause: string, phrase: DatePhrase | null): DatePhrase | null {
  if (!phrase) return null;
  const start = clause.indexOf(phrase.text);
  return start < 0 ? null : { ...phrase, start, end: start + phrase.text.length };
}
