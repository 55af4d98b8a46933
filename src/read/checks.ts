/** The last look at a note: what was lost, what breaks off, what nobody claimed. */
import type { FlowLine } from '../text/flowline.js';
import { endsSentence, gapAbove, isFull } from '../text/wrapping.js';
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

/** From this share of a full line on its end may be the page's or the writer's. */
const MAYBE_FULL = 0.7;
/** So many places are named. */
const MOST_NAMED = 8;

/** Where a sentence ends with its line and no blank line follows, only the line's length tells whether a paragraph does. */
export function reportSeams(note: Note): void {
  const seams = note.lines.filter((line) => isUncertain(note, line, note.lines[line.at + 1]));
  const [first] = seams;
  if (!first) return;
  const named = seams.slice(0, MOST_NAMED).map(({ no }) => Math.floor(no));
  const more = seams.length > MOST_NAMED ? ', …' : '';
  note.diagnostics.add(
    'paragraph-uncertain',
    `A paragraph may end, or not, after line ${named.join(', ')}${more}.`,
    [first.no, first.no + 1],
  );
}

function isUncertain(note: Note, line: FlowLine, next: FlowLine | undefined): boolean {
  if (!next || !isProse(note, line) || !isProse(note, next)) return false;
  return (
    next.bullet === null &&
    gapAbove(next, line) <= 0 &&
    endsSentence(line.text) &&
    /^\p{Lu}/u.test(next.text) &&
    isFull(line, next, MAYBE_FULL)
  );
}

const isProse = (note: Note, line: FlowLine): boolean =>
  note.claims.of(line.no).some((field) => PROSE.includes(field));

const PROSE: readonly string[] = ['agenda: text', 'decisions', 'assignments', 'milestones'];

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
