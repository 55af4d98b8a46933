/**
 * Agendas without numbers.
 *
 * heading := title "/" presenters   (may wrap), or a fixed closing heading ("Övriga punkter"): where a note has such
 * headings they are its items and all other headings stand inside them; without them the top headings are the items:
 * by markdown level, by bold type, by capitals, or by standing before a type or presenter line.
 */
import { pattern } from '../../text/pattern.js';
import { type FlowLine, joinFlow } from '../../text/flow.js';
import { endsSentence, isFull, gapAbove } from '../../text/wrapping.js';
import type { Note } from '../../note/note.js';
import { readDecisionLabel } from '../decisions/labels.js';
import { readLabel } from '../labels.js';
import { isMeetingListHeading, readNextMeeting } from '../meetings.js';
import { isMeetingTitle } from '../header/title.js';
import { leadingName } from '../people/name.js';
import { type Agenda, type RawItem, readTitleLines } from './items.js';
import { headEnd } from './headend.js';
import { isMetadata, takeAllotted } from './metadata.js';

export const CLOSING_HEADING = pattern(
  String.raw`^(?:övriga\s+(?:punkter|frågor|ärenden|informationspunkter)|övrigt|laget\s+runt|övrig\s+information|information\s+och\s+övrigt|rundan|runda|läget\s+i\s+kommunerna|kort\s+från\s+kommunerna|runt\s+bordet|kommunrundan?|(?:information|runda|rapport(?:er)?|nytt|läget|aktuellt)\s+(?:i|från|runt\s+om\s+i)\s+(?:\p{L}+\s+)?(?:kommunerna|regionen|verksamheterna|medlemmarna|länet|delregionerna)|aktuellt\s+(?:i|från)\s+kommunerna)\s*:?$`,
);

/** Without blanks around the slash only a full name proves a presenter ("in/ut", "ÄO/HS" are words). */
const TIGHT_SLASH = /^([^/]{3,160})\/(\p{Lu}[\p{L}-]+\s\p{Lu}.*)$/u;
const SLASH = /^(.{3,160}?)(?:\s+\/\s*|\/\s+)(\p{Lu}.*)$/u;

export interface SlashHeading {
  lines: FlowLine[];
  title: string;
  presenters: string;
}

/** Reads a heading `Title / Presenter och Presenter` that begins at `line`, wrapped or not. */
export function readSlashHeading(note: Note, line: FlowLine): SlashHeading | null {
  if (line.bullet !== null || line.text.length > 220 || !mayBegin(line)) return null;
  for (let count = 1; count <= 4; count += 1) {
    const lines = note.lines.slice(line.at, line.at + count);
    if (lines.length < count) return null;
    const text = joinFlow(lines, note.flow);
    const match = SLASH.exec(text) ?? TIGHT_SLASH.exec(text);
    const last = lines.at(-1) ?? line;
    const next = note.lines[line.at + count];
    if (match) {
      const goesOn = next !== undefined && presentersGoOn(text, last, next);
      if (!goesOn || count === 4) return toHeading(lines, match);
    } else if (!next || text.length > 160 || !titleGoesOver(text, last, next)) return null;
  }
  return null;
}

/** The presenters of numbered headings that name them after a slash: "2. Delegering / Sara Ek". */
export function withSlashPresenters(agenda: Agenda): Agenda {
  const items = agenda.items.map((item) => {
    const [, title = '', presenters = ''] = SLASH.exec(item.printedTitle) ?? [];
    return title !== '' && isPresenters(presenters)
      ? { ...item, printedTitle: title.trim(), presenters }
      : item;
  });
  return { ...agenda, items };
}

function toHeading(lines: FlowLine[], match: RegExpExecArray): SlashHeading | null {
  const [, title = '', presenters = ''] = match;
  return isPresenters(presenters) ? { lines, title: title.trim(), presenters } : null;
}

/** The title itself wraps: its slash stands on the next line. */
const titleGoesOver = (text: string, last: FlowLine, next: FlowLine): boolean =>
  !text.includes('/') && next.bullet === null && !endsSentence(last.text) && titleWraps(last, next);

function mayBegin(line: FlowLine): boolean {
  return (
    /^[\p{Lu}\d]/u.test(line.text) &&
    !endsSentence(line.text) &&
    // "Nätverket för …, NMS" in the note's head names the body.
    !(line.at < 4 && /,\s\p{Lu}{2,8}$/u.test(line.text)) &&
    readDecisionLabel(line.text) === null &&
    readLabel(line.text)?.colon !== true
  );
}

function titleWraps(line: FlowLine, next: FlowLine): boolean {
  if (line.text.endsWith('/')) return true;
  return (
    next.text.includes('/') &&
    (isFull(line, next) || /^[\p{Ll}/]/u.test(next.text)) &&
    gapAbove(next) <= 1
  );
}

/** The presenters wrap where the line breaks off within a name or after "och". */
function presentersGoOn(text: string, last: FlowLine, next: FlowLine): boolean {
  if (gapAbove(next) > 1 || next.bullet !== null || endsSentence(next.text)) return false;
  if (/(?:,|\/|-|(?<!\p{L})(?:och|samt))$/u.test(text) || /^(?:och|samt)\s\p{Lu}/u.test(next.text))
    return true;
  const isShort = next.text.split(' ').length <= 6;
  const tail = text.slice(text.lastIndexOf('/') + 1).trim();
  const lastName =
    tail
      .split(/,|\soch\s/u)
      .at(-1)
      ?.trim() ?? '';
  const half = /^\p{Lu}[\p{L}-]+$/u.test(lastName);
  const namesOnly = /^(?:och\s+)?\p{Lu}[\p{L}-]+(?:(?:,|\s+och|\s)\s*\p{Lu}[\p{L}-]+)*$/u.test(
    next.text,
  );
  return isShort && namesOnly && (half || (isFull(last, next) && last.text.length > 40));
}

/** Persons, or organisations, and no sentence. */
function isPresenters(text: string): boolean {
  if (endsSentence(text) && !text.endsWith('.')) return false;
  const names = text
    .replace(/\.$/u, '')
    .split(/,|\s(?:och|samt)\s|\s\/\s/u)
    .map((name) => name.trim());
  return (
    names.length > 0 &&
    names.every((name) => /^\p{Lu}/u.test(name) && name.split(' ').length <= 6) &&
    names.some((name) => leadingName(name) !== null || /^\p{Lu}[\p{L}-]+$/u.test(name))
  );
}

/** Items of a note whose headings name their presenters; null where fewer than `least` headings do. */
export function readSlashAgenda(note: Note, from: number, least = 1): Agenda | null {
  const items: RawItem[] = [];
  let slashes = 0;
  for (let at = from; at < note.lines.length; at += 1) {
    const line = note.lines[at];
    if (!line) break;
    const heading = readSlashHeading(note, line);
    if (heading) {
      slashes += 1;
      items.push(toItem(line.at, heading.lines, heading.title, heading.presenters));
      at += heading.lines.length - 1;
    } else if (isClosingHeading(note, line, items.length)) {
      items.push(toItem(line.at, [line], line.text, null));
    }
  }
  if (slashes < least) return null;
  const bare = bareHeadings(note, items);
  const all = [...items, ...bare].sort((a, b) => a.start - b.start);
  return { items: closeItems(all, note), overview: [], gaps: [] };
}

/** "Laget runt" may come first too, over its prose. */
function isClosingHeading(note: Note, line: FlowLine, before: number): boolean {
  if (!CLOSING_HEADING.test(line.text)) return false;
  return before > 0 || (line.at > 2 && (note.lines[line.at + 1]?.text.length ?? 0) > 50);
}

/**
 * Headings without a presenter among those that have one. Inside an item headings look the same, so it takes a note
 * in which nothing but its items stands below a blank line.
 */
function bareHeadings(note: Note, items: readonly RawItem[]): RawItem[] {
  const [first] = items;
  if (!first) return [];
  const named = items.filter(({ presenters }) => presenters !== null);
  const found = [...headingBefore(note, first), ...headingsLike(note, named, items)];
  const known = new Set(items.map(({ start }) => start));
  return found
    .filter((line, at) => !known.has(line.at) && found.indexOf(line) === at)
    .map((line) => toItem(line.at, [line], line.text, null));
}

/** Headings of the rank of those that are known, by the gap above them or as all that stands apart. */
function headingsLike(
  note: Note,
  sure: readonly RawItem[],
  items: readonly RawItem[] = sure,
): FlowLine[] {
  const byGap = headingsByGap(note, sure);
  return byGap.length > 0 ? byGap : headingsAmongItems(note, items);
}

/** In a note in which nothing but its items stands below a blank line. */
function headingsAmongItems(note: Note, items: readonly RawItem[]): FlowLine[] {
  const [first] = items;
  if (!first || items.length < FEWEST_KNOWN) return [];
  const taken = new Set(items.flatMap((item) => item.titleLines.map(({ at }) => at)));
  const isApart = (line: FlowLine): boolean => gapAbove(line) > 0 && !line.afterBreak;
  const body = note.lines.slice(headEnd(note));
  const apart = body.filter((line) => isApart(line) && isNoLabel(line) && line.bullet === null);
  const found = apart.filter(
    (line) =>
      !taken.has(line.at) &&
      isHeadingLike(line) &&
      !SPOKEN.test(line.text) &&
      standsApart(note, line),
  );
  const headings = apart.filter((line) => taken.has(line.at)).length;
  const prose = apart.filter(
    (line) => !taken.has(line.at) && !found.includes(line) && line.text.length > PROSE,
  ).length;
  const isOnlyForItems =
    headings >= FEWEST_KNOWN && found.length <= headings && prose <= headings * 0.2;
  const below = body.filter(
    (line) =>
      !taken.has(line.at) &&
      isNoLabel(line) &&
      isHeadingLike(line) &&
      !SPOKEN.test(line.text) &&
      standsApart(note, line) &&
      followsDecision(note, line),
  );
  return isOnlyForItems ? [...found, ...below.filter((line) => !found.includes(line))] : below;
}

/** Below a decision an item is over, and what looks like a heading is the next one's. */
function followsDecision(note: Note, line: FlowLine): boolean {
  if (gapAbove(line) <= 0 && !line.afterBreak) return false;
  for (let at = line.at - 1; at > line.at - LONGEST_DECISION; at -= 1) {
    const above = note.lines[at];
    if (!above) return false;
    if (readDecisionLabel(above.text) !== null) return true;
    if (gapAbove(above) > 0) return false;
  }
  return false;
}

/** A decision with its points is no longer, in lines. */
const LONGEST_DECISION = 12;

/** So many headings that are sure tell how the others stand. */
const FEWEST_KNOWN = 2;
/** A line this long, in characters, is no cell of a table and no signature. */
const PROSE = 50;

/** How many lines before the first heading an opening item ("Inledning") may take. */
const OPENING = 12;

/** "Inledning" over its prose before the first heading that has a presenter: it cannot stand inside an item. */
function headingBefore(note: Note, first: RawItem): FlowLine[] {
  const lines = note.lines.slice(Math.max(0, first.start - OPENING), first.start);
  const found = lines.findLast((line) => OPENS.test(line.text) && isHeadingLike(line));
  const next = found ? note.lines[found.at + 1] : undefined;
  const opening = found && next && next.text.length > 40 && next.at < first.start ? [found] : [];
  return opening.length > 0 ? opening : headingBelowHead(note, first);
}

/** What stands right below the head and looks like a heading is the first item's: no prose comes before it. */
function headingBelowHead(note: Note, first: RawItem): FlowLine[] {
  const end = headEnd(note);
  const line = note.lines[end];
  const next = note.lines[end + 1];
  const isHeading =
    end > 1 &&
    line !== undefined &&
    next !== undefined &&
    next.at < first.start &&
    isHeadingLike(line) &&
    isNoLabel(line) &&
    gapAbove(line) > 0 &&
    endsAsHeading(note, { ...line, gap: Math.max(line.gap, next.gap + 1) }) &&
    next.text.length > Math.min(PROSE, next.width * 0.7);
  return isHeading ? [line] : [];
}

const OPENS = pattern(
  String.raw`^(?:inledning|välkommen(?:\s.{2,50})?|incheckning|mötets\s+öppnande|mötet\s+öppnas|presentationsrunda|dagens\s+(?:möte|agenda)|uppstart|runda)$`,
);

/**
 * Where the headings that are known stand below a wider gap than any paragraph, whatever else stands so is a heading of
 * their rank; none where their gap does not tell them apart.
 */
function headingsByGap(note: Note, known: readonly RawItem[]): FlowLine[] {
  const starts = known.map(({ start }) => start);
  const heads = note.lines.filter((line) => starts.includes(line.at) && !line.afterBreak);
  // Two blank lines are a heading's wherever single ones part paragraphs, whatever the spacing near it seems to be.
  const least = Math.min(...heads.map(({ gap }) => gap));
  if (heads.length < 2 || least < 2) return [];
  const isApart = (line: FlowLine): boolean => line.gap >= least;
  const taken = new Set(known.flatMap((item) => item.titleLines.map(({ at }) => at)));
  const body = note.lines
    .slice(headEnd(note))
    .filter((line) => !line.afterBreak && !taken.has(line.at));
  const usual = body.filter((line) => line.gap > 0 && !isApart(line));
  const prose = body.filter((line) => isApart(line) && isNoLabel(line) && !isHeadingLike(line));
  // Nearly all that stands so far below its neighbour is a heading: prose does not.
  if (usual.length < 3 || prose.length > heads.length * 0.3) return [];
  return body
    .filter((line) => isApart(line) && isNoLabel(line) && isHeadingLike(line))
    .filter((line) => !SPOKEN.test(line.text) && !isOfFoot(line) && endsAsHeading(note, line));
}

/** "Nästa möten" heads the foot's list, and no item. */
const isOfFoot = (line: FlowLine): boolean =>
  isMeetingListHeading(line.text) || readNextMeeting(line.text) !== null;

/** It is short, and nothing carries it on. */
function endsAsHeading(note: Note, line: FlowLine): boolean {
  const next = note.lines[line.at + 1];
  return (
    next !== undefined &&
    line.text.split(' ').length <= 12 &&
    !isFull(line, next) &&
    !/^\p{Ll}/u.test(next.text) &&
    next.gap < line.gap
  );
}

/** Headings that stand inside an item. */
const SPOKEN = pattern(
  String.raw`^(?:dialog|diskussion|bakgrund|nuläge|frågor|synpunkter|svar|att göra|nästa steg|sammanfattning)\b`,
);

function toItem(
  start: number,
  lines: FlowLine[],
  title: string,
  presenters: string | null,
): RawItem {
  return {
    number: null,
    titleLines: lines,
    printedTitle: title,
    presenters,
    start,
    end: start,
    bodyStart: start + lines.length,
  };
}

function closeItems(items: RawItem[], note: Note): RawItem[] {
  items.forEach((item, index) => {
    item.end = items[index + 1]?.start ?? note.lines.length;
  });
  return items;
}

type HeadingTest = (line: FlowLine) => boolean;

/** Items by the top headings, whichever way the note sets them. */
export function readHeadedAgenda(note: Note): Agenda | null {
  const lines = note.lines.slice(headEnd(note));
  const levels = lines.map((line) => line.headingLevel).filter((level) => level > 0);
  // One heading alone is the note's own.
  const top = Math.min(...levels.filter((level, at) => levels.indexOf(level) !== at));
  const byForm: HeadingTest[] = [
    (line) => isHeadingLike(line) && (hasMetadata(note, line) || isAllotted(line)),
    (line) => isHeadingLike(line) && standsApart(note, line),
  ];
  const tests: HeadingTest[] = [
    (line) => line.headingLevel > 0 && line.headingLevel === top,
    (line) => line.strong && isHeadingLike(line),
    (line) =>
      isHeadingLike(line) &&
      /\p{Lu}/u.test(line.text) &&
      line.text === line.text.toUpperCase() &&
      line.text.length > 5,
    ...byForm,
  ];
  for (const test of tests) {
    const found = lines.filter(
      (line) => isNoLabel(line) && test(line) && !(line.at < 3 && isMeetingTitle(line)),
    );
    if (found.length < 2) continue;
    const items = found.map((line) => {
      const slash = readSlashHeading(note, line);
      if (slash) return toItem(line.at, slash.lines, slash.title, slash.presenters);
      const titleLines = readTitleLines(note, line, note.lines.length);
      return toItem(line.at, titleLines, joinFlow(titleLines, note.flow), null);
    });
    const bare = byForm.includes(test)
      ? [
          ...headingsLike(note, items),
          ...lines.filter((line) => isUsual(note, line)),
          ...(items[0] ? headingBelowHead(note, items[0]) : []),
        ].filter((line, at, all) => !found.includes(line) && all.indexOf(line) === at)
      : [];
    items.push(...bare.map((line) => toItem(line.at, [line], line.text, null)));
    items.sort((one, other) => one.start - other.start);
    return { items: closeItems(withoutOverlap(items), note), overview: [], gaps: [] };
  }
  return null;
}

/** "Mötets öppnande", "Övriga frågor": items of any agenda, over prose of their own. */
function isUsual(note: Note, line: FlowLine): boolean {
  const [before, next] = [note.lines[line.at - 1], note.lines[line.at + 1]];
  const ends = !before || endsSentence(before.text) || readLabel(before.text) !== null;
  const isTitle = OPENS.test(line.text) || CLOSING_HEADING.test(line.text);
  return isTitle && ends && line.bullet === null && (next?.text.length ?? 0) > PROSE;
}

/** A heading that is the wrapped end of the one before is no heading of its own. */
function withoutOverlap(items: readonly RawItem[]): RawItem[] {
  let end = -1;
  return items.filter((item) => {
    if (item.start < end) return false;
    end = item.bodyStart;
    return true;
  });
}

const isNoLabel = (line: FlowLine): boolean =>
  readDecisionLabel(line.text) === null && readLabel(line.text) === null;

function isHeadingLike(line: FlowLine): boolean {
  return (
    line.bullet === null &&
    line.text.length <= 110 &&
    /^[\p{Lu}\d”"]/u.test(line.text) &&
    (!/[.:;,!]$/u.test(line.text) || isAllotted(line)) &&
    line.cells.length <= 1 &&
    // A sentence that ends within the line is prose.
    !/\p{Ll}{3}[.!?]\s+\p{Lu}/u.test(line.text) &&
    !isMetadata(line.text)
  );
}

/** "Regional cykelplan, 10 min.", "Budget (15 minuter)" */
function isAllotted(line: FlowLine): boolean {
  const { title, allotted } = takeAllotted(line.text);
  return allotted.minutes !== null && /^\p{Lu}[^.!?:]{2,90}$/u.test(title);
}

function hasMetadata(note: Note, line: FlowLine): boolean {
  const next = note.lines[line.at + 1];
  return next !== undefined && isMetadata(next.text);
}

/** "Frågan är fortfarande öppen." */
const isSentence = (text: string): boolean => /\p{Ll}\.$/u.test(text) && text.split(' ').length > 3;

/** A short line with room above, followed by prose. */
function standsApart(note: Note, line: FlowLine): boolean {
  const [before, next] = [note.lines[line.at - 1], note.lines[line.at + 1]];
  if (!next || isFull(line, next) || line.text.split(' ').length > 12) return false;
  const mayCarryOn = before && gapAbove(line) <= 1 && before.bullet === null;
  if (mayCarryOn && !endsSentence(before.text) && isFull(before, line)) return false;
  const isApart = gapAbove(line) > 0 || line.afterBreak || before === undefined;
  return (
    isApart &&
    /^[\p{Lu}•"”-]/u.test(next.text) &&
    (next.text.length > Math.min(PROSE, next.width * 0.7) ||
      isSentence(next.text) ||
      next.bullet !== null ||
      readDecisionLabel(next.text) !== null)
  );
}
