/** From the lines of a note to raw agenda items: where each begins, its title, and the lines that are its own. */
import type { Note } from '../../note/note.js';
import { joinFlow } from '../../text/flow.js';
import type { FlowLine } from '../../text/flowline.js';
import { fold } from '../../text/normalise.js';
import { continues } from '../../text/wrapping.js';
import { type Candidate, findCandidates } from './candidates.js';
import { isMetadata } from './metadata.js';
import { bestSeries } from './sequence.js';
import { readTitleLines } from './wrappedtitle.js';

export interface RawItem {
  number: string | null;
  titleLines: FlowLine[];
  /** Joined, with all that the printed title holds. */
  printedTitle: string;
  /** Presenters after a slash in the heading. */
  presenters: string | null;
  start: number;
  /** Index in the flow after the item's last line. */
  end: number;
  bodyStart: number;
}

export interface Agenda {
  items: RawItem[];
  /** Lines that list the agenda before it is minuted. */
  overview: FlowLine[];
  gaps: { after: number; missing: number[] }[];
}

/** The numbered agenda, or null where no numbered series runs through the note. */
export function readNumberedAgenda(note: Note): Agenda | null {
  const candidates = findCandidates(note.lines);
  const series = bestSeries(candidates);
  if (!series) return null;
  const minuted = minutedPlaces(note, series.items, candidates);
  const items = minuted.places.map((place, index) => {
    const next = minuted.places[index + 1];
    return toRawItem(note, place, next?.at ?? note.lines.length);
  });
  return { items, overview: minuted.overview, gaps: findGaps(minuted.places) };
}

interface Place {
  at: number;
  number: number;
  printed: string;
  title: string;
}

function findGaps(places: readonly Place[]): Agenda['gaps'] {
  const gaps: Agenda['gaps'] = [];
  places.forEach((place, index) => {
    const next = places[index + 1];
    if (!next || next.number <= place.number + 1) return;
    const missing = Array.from(
      { length: next.number - place.number - 1 },
      (_, step) => place.number + 1 + step,
    );
    gaps.push({ after: place.at, missing });
  });
  return gaps;
}

/**
 * A dagordning that is listed first and minuted after is one agenda. The list may have been chosen (the minuted
 * headings then carry no numbers) or passed over (they do).
 */
function minutedPlaces(
  note: Note,
  chosen: readonly Candidate[],
  all: readonly Candidate[],
): { places: Place[]; overview: FlowLine[] } {
  const unnumbered = isCompactList(note, chosen) ? findTitlesBelow(note, chosen) : null;
  if (unnumbered) return { places: unnumbered, overview: linesOfList(note, chosen) };
  const first = chosen[0];
  const listed = first
    ? all.filter((candidate) => candidate.at < first.at && isListed(candidate, chosen))
    : [];
  const isOverview = listed.length >= 2 && listed.length * 2 >= chosen.length;
  return { places: [...chosen], overview: isOverview ? linesOfList(note, listed, first?.at) : [] };
}

function isListed(candidate: Candidate, chosen: readonly Candidate[]): boolean {
  const title = titleKey(candidate.title);
  return chosen.some((item) => {
    const other = titleKey(item.title);
    return (
      title !== '' && (other.startsWith(title.slice(0, 25)) || title.startsWith(other.slice(0, 25)))
    );
  });
}

const titleKey = (title: string): string =>
  fold(title)
    .replace(/\([^)]*\)/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Every item but the last has at most its wrapped title: nothing is minuted here. */
function isCompactList(note: Note, items: readonly Candidate[]): boolean {
  if (items.length < 3) return false;
  return items.slice(0, -1).every((item, index) => {
    const next = items[index + 1];
    return (
      next !== undefined &&
      next.at - item.at <= 2 &&
      !isMetadata(note.lines[item.at + 1]?.text ?? '')
    );
  });
}

/** The listed titles again, as headings further down, in order. */
function findTitlesBelow(note: Note, items: readonly Candidate[]): Place[] | null {
  const last = items.at(-1);
  if (!last) return null;
  const places: Place[] = [];
  let from = last.at + 1;
  for (const item of items) {
    const key = titleKey(item.title);
    const at = note.lines.findIndex(
      (line) =>
        line.at >= from &&
        line.text.length < 200 &&
        key.length > 3 &&
        titleKey(line.text).startsWith(key.slice(0, 40)),
    );
    if (at < 0) continue;
    places.push({
      at,
      number: item.number,
      printed: item.printed,
      title: note.lines[at]?.text ?? '',
    });
    from = at + 1;
  }
  return places.length >= 2 && places.length * 2 >= items.length ? places : null;
}

function linesOfList(note: Note, items: readonly { at: number }[], end?: number): FlowLine[] {
  const first = items[0]?.at ?? 0;
  const last = items.at(-1)?.at ?? first;
  const lines = note.lines.slice(first, last + 1);
  for (let at = last + 1; at < (end ?? note.lines.length); at += 1) {
    const [before, line] = [note.lines[at - 1], note.lines[at]];
    if (!before || !line || !continues(before, line)) break;
    lines.push(line);
  }
  return lines;
}

function toRawItem(note: Note, place: Place, end: number): RawItem {
  const first = note.lines[place.at];
  const caseLine = note.lines[place.at + 1];
  const titled = note.lines[place.at + 2];
  // "§ 155" over "Dnr 2011/88" over the title.
  const isNumbered = place.title === '' && titled && CASE_NUMBER.test(caseLine?.text ?? '');
  const title = place.title.replace(CASE_IN_FRONT, '').replace(CASE_AT_END, '');
  // "§ 163     KS 2023/12" over the title.
  const below = isNumbered ? titled : CASE_NUMBER.test(place.title) ? caseLine : undefined;
  const titleLines =
    first && below && below.at < end
      ? [{ ...first, text: '' }, ...readTitleLines(note, below, end)]
      : first
        ? readTitleLines(note, { ...first, text: title }, end)
        : [];
  return {
    number: place.printed,
    titleLines,
    printedTitle: joinFlow(titleLines, note.flow),
    presenters: null,
    start: place.at,
    end,
    bodyStart: (titleLines.at(-1)?.at ?? place.at) + 1,
  };
}

/** "§ 22   Dnr SN 2025/41   Månadsuppföljning" */
const CASE_IN_FRONT = /^(?:dnr|diarienr)\.?:?\s+(?:\p{Lu}{1,5}[\s-])?\d{4}[/:-]\d+\s*/iu;
/** "§ 27   Budget 2022        Dnr RTÅ 2021-38" */
const CASE_AT_END = /(?<!,)\s+(?:dnr|diarienr)\.?:?\s+(?:\p{L}{1,5}[\s-])?\d{4}[/:-]\d+$/iu;
const CASE_NUMBER = /^(?:dnr|diarienr|diarienummer)\.?:?\s|^\p{Lu}{1,5}\s\d{4}[/:-]\d+$/iu;
