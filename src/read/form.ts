/** What an era's `identify` may ask of a note's form. */
import { findCandidates } from '../sections/agenda/candidates.js';
import { bestSeries } from '../sections/agenda/sequence.js';
import { readSlashAgenda } from '../sections/agenda/unnumbered.js';
import { readPresenterLabel } from '../sections/agenda/metadata.js';
import { readDecisionLabel } from '../sections/decisions/labels.js';
import { readLabel } from '../sections/labels.js';
import { readSideHeading, readSidePair } from '../sections/people/headings.js';
import { pattern } from '../text/pattern.js';
import { oncePer } from '../text/remember.js';
import type { Note } from '../note/note.js';

/** How far down a title may stand: page furniture may precede it. */
const HEAD = 15;

/** A sentence about notes is no title of one. */
const TALKS = pattern(
  String.raw`\b(?:finns|publiceras|läs|läsa|hittar|bifogas|skickas|godkänns|godkändes)\b|[.!?]$`,
);

/** "2. Föregående mötesanteckning" is an item, and no title. */
const ITEM = pattern(
  String.raw`^(?:§\s?\d|\d{1,3}[.)]?\s+\p{L}|punkt\s+\d)|\b(?:föregående|förra|senaste)\b`,
);

/** Source number of the first line of the head that matches, or null. */
export function headLine(note: Note, regexp: RegExp, maxLength = 160): number | null {
  return (
    note.lines
      .slice(0, HEAD)
      .find(
        (line) =>
          line.text.length < maxLength &&
          regexp.test(line.text) &&
          !TALKS.test(line.text) &&
          !ITEM.test(line.text),
      )?.no ?? null
  );
}

/** Source numbers of the items of the numbered series that runs through the note. */
export const numberedItems = oncePer((note: Note): number[] => {
  const series = bestSeries(findCandidates(note.lines));
  return (series?.items ?? []).map((item) => note.lines[item.at]?.no ?? 0);
});

/** Source numbers of the headings that name their presenters after a slash. */
export const slashHeadings = oncePer((note: Note): number[] => {
  const agenda = readSlashAgenda(note, 0);
  return (agenda?.items ?? [])
    .filter((item) => item.presenters !== null)
    .map((item) => note.lines[item.start]?.no ?? 0);
});

/** Source numbers of the lines that head the sides of a roster. */
export const sideHeadings = oncePer((note: Note): number[] =>
  note.lines
    .filter(
      (line) =>
        readSidePair(
          line.text,
          line.cells.map((cell) => cell.text),
        ) !== null || readSideHeading(line.text) !== null,
    )
    .map((line) => line.no),
);

/** Source numbers of the head's "Datum", "Tid", "Mötesform" and the like. */
export function headLabels(note: Note, kinds: readonly string[]): number[] {
  return note.lines
    .slice(0, 60)
    .filter((line) => {
      const label = readLabel(line.text);
      return label !== null && kinds.includes(label.kind);
    })
    .map((line) => line.no);
}

export const presenterLabels = oncePer((note: Note): number[] =>
  note.lines.filter((line) => readPresenterLabel(line.text) !== null).map((line) => line.no),
);

export const decisionLabels = oncePer((note: Note): number[] =>
  note.lines.filter((line) => readDecisionLabel(line.text) !== null).map((line) => line.no),
);
