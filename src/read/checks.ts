/** The last look at a note: what was lost, what breaks off, what nobody claimed. */
import { endsSentence } from '../text/wrapping.js';
import { toParagraphs } from '../text/paragraph.js';
import { pattern } from '../text/pattern.js';
import type { Note } from '../note/note.js';

/** Rule 4: every line that is not blank is claimed by a field or an item's text, or reported. */
export function reportConservation(note: Note): void {
  for (const line of note.lines) {
    if (note.claims.has(line.no)) continue;
    note.diagnostics.add(
      'line-unclaimed',
      `No field holds this line: "${line.text.slice(0, 80)}"`,
      [line.no, line.no],
    );
  }
}

/** Letters that the extraction lost (U+FFFD) are reported, not guessed. */
export function reportLosses(note: Note): void {
  for (const line of note.document.lines) {
    const lost = line.raw.split('\uFFFD').length - 1;
    if (lost > 0)
      note.diagnostics.add('lost-characters', `${lost} character(s) of this line are lost.`, [
        line.no,
        line.no,
      ]);
  }
}

const BREAKS_OFF = pattern(
  String.raw`(?:,|-|(?<!\p{L})(?:och|att|som|för|med|av|i|på|till|en|ett|den|det|om|är|ska|har))$`,
);

/** A note without a foot whose last words end in the middle of a sentence was cut off. */
export function reportTruncation(note: Note, hasFoot: boolean): void {
  const last = note.lines.at(-1);
  if (!last || hasFoot || endsSentence(last.text) || last.cells.length > 1 || last.links.length > 0)
    return;
  const claims = note.claims.of(last.no);
  const isProse = claims.some((field) => field === 'agenda: text' || field === 'decisions');
  const paragraph = toParagraphs(note.lines.slice(-12), note.flow).at(-1);
  const long = paragraph?.bullet === null && paragraph.text.split(' ').length > 9;
  if (isProse && (BREAKS_OFF.test(last.text) || long)) {
    note.diagnostics.add('note-truncated', 'The note ends in the middle of a sentence.', [
      last.no,
      last.no,
    ]);
  }
}
