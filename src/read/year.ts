/** The year of a note that gives no date: inferred from the earliest year that the note looks forward to. */
import { findDates, tellsOfFuture, tellsOfPast, yearOf } from '../dates/index.js';
import { sentencesOf, toParagraphs } from '../text/paragraph.js';
import { pattern } from '../text/pattern.js';
import type { Note } from '../note/note.js';

const FORWARD = pattern(
  String.raw`\b(?:träder\s+i\s+kraft|efter|senast|före|innan|inför|beslut|nästa|planer\p{L}*|remiss\p{L}*)\b`,
);

/** @returns the year, or null where no phrase with a year looks forward */
export function inferYear(note: Note): number | null {
  let earliest: string | null = null;
  for (const paragraph of toParagraphs(note.lines, note.flow)) {
    if (paragraph.text.length > 6000) continue;
    for (const sentence of sentencesOf(paragraph.text)) {
      if (
        tellsOfPast(sentence.text) ||
        !(FORWARD.test(sentence.text) || tellsOfFuture(sentence.text))
      )
        continue;
      for (const phrase of findDates(sentence.text, { reference: null })) {
        const day =
          phrase.lead === 'after' || phrase.lead === 'from'
            ? phrase.earliest
            : (phrase.latest ?? phrase.earliest);
        if (day === null || phrase.rule.includes('year')) continue;
        if (earliest === null || day < earliest) earliest = day;
      }
    }
  }
  return earliest === null ? null : yearOf(earliest);
}
