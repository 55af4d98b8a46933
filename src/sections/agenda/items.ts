/** From the lines of a note to raw agenda items: where each begins, its title, and the lines that are its own. */
import { fold } from '../../text/normalise.js';
import { pattern } from '../../text/pattern.js';
import type { FlowLine } from '../../text/flowline.js';
import { joinFlow } from '../../text/flow.js';
import { continues, endsSentence, isFull, gapAbove } from '../../text/wrapping.js';
import type { Note } from '../../note/note.js';
import { readLabel } from '../labels.js';
import { headingOfInlineList } from '../meetings/headings.js';
import { readDecisionLabel } from '../decisions/labels.js';
import { type Candidate, findCandidates } from './candidates.js';
import { isMeetingListHeading } from '../meetings/headings.js';
import { isMetadata } from './metadata.js';
import { bestSeries } from './sequence.js';

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
  const title = place.title.replace(CASE_IN_FRONT, '');
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
const CASE_NUMBER = /^(?:dnr|diarienr|diarienummer)\.?:?\s|^\p{Lu}{1,5}\s\d{4}[/:-]\d+$/iu;

const MAX_TITLE_LINES = 6;

/**
 * The lines of a wrapped title. Where the item's metadata follows, all before it is title; else the title goes on
 * only as a wrapped line does.
 */
export function readTitleLines(note: Note, first: FlowLine, end: number): FlowLine[] {
  // "8. Mötesdatum 2024" is whole; the days below it are no title.
  if (isMeetingListHeading(first.text)) return [first];
  const upTo = Math.min(end, first.at + MAX_TITLE_LINES);
  const beforeMetadata = linesBeforeMetadata(note, first, upTo);
  if (beforeMetadata) return beforeMetadata;
  const lines = [first];
  for (let at = first.at + 1; at < upTo; at += 1) {
    const [before, line] = [lines.at(-1), note.lines[at]];
    if (!before || !line || !titleGoesOn(before, line, note.lines[at + 1])) break;
    lines.push(line);
  }
  return lines;
}

function linesBeforeMetadata(note: Note, first: FlowLine, upTo: number): FlowLine[] | null {
  const lines = [first];
  for (let at = first.at + 1; at < upTo; at += 1) {
    const line = note.lines[at];
    if (!line) return null;
    if (isMetadata(line.text)) return lines;
    const before = lines.at(-1);
    if (
      !before ||
      endsTitle(line) ||
      (before.text !== '' && endsSentence(before.text) && !before.text.endsWith(':'))
    )
      return null;
    if (gapAbove(line) > 1 && !line.afterBreak && !isFull(before, line)) return null;
    lines.push(line);
  }
  return null;
}

/** Sub-headings that a protocol puts under a title. */
const UNDER_TITLE = pattern(
  String.raw`^(?:sammanfattning|bakgrund|beskrivning|beslutsunderlag|ärendet|förslag till beslut|yrkanden?|handlingar|diskussion|dialog|syfte|inledning)\b.{0,40}$`,
);

function endsTitle(line: FlowLine): boolean {
  return (
    UNDER_TITLE.test(line.text) ||
    line.bullet !== null ||
    endsSentence(line.text) ||
    line.links.length > 0 ||
    line.text.length > 170 ||
    /^[a-h][).]\s/iu.test(line.text) ||
    readDecisionLabel(line.text) !== null ||
    readLabel(line.text) !== null ||
    headingOfInlineList(line.text) !== null
  );
}

/** "Samverkan kring barn (Anna Berg, Region⏎Kalmar län)": an open parenthesis that the next line closes. */
const isInParentheses = (before: FlowLine, line: FlowLine): boolean =>
  /\([^)]*$/u.test(before.text) && /^[^(]{1,60}\)$/u.test(line.text);

function titleGoesOn(before: FlowLine, line: FlowLine, after: FlowLine | undefined): boolean {
  if (before.text === '') return line.bullet === null;
  if (isInParentheses(before, line)) return true;
  if (
    line.bullet !== null ||
    isMetadata(line.text) ||
    readDecisionLabel(line.text) !== null ||
    UNDER_TITLE.test(line.text)
  )
    return false;
  if (/\(\s*(?:ca\.?\s*)?\d{1,3}\s*min[^)]*\)\s*$/iu.test(before.text) || endsSentence(before.text))
    return false;
  if (/^[a-h][).]\s/iu.test(line.text) || readLabel(line.text) !== null) return false;
  if (headingOfInlineList(line.text) !== null) return false;
  if (!continues(before, line)) return false;
  if (
    /^[\p{Ll}(–-]/u.test(line.text) ||
    /(?:,|–|-|(?<!\p{L})(?:och|eller|samt|i|på|av|om|för|med|till|från|vid|inom|mellan|hos|den|det))$/u.test(
      before.text,
    )
  ) {
    return true;
  }
  // A full line followed by a capital: title only where what follows is no sentence.
  return (
    !endsSentence(line.text) &&
    line.text.length < line.width * 0.8 &&
    !(after && continues(line, after))
  );
}
