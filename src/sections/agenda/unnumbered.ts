/**
 * Agendas without numbers.
 *
 * heading := title "/" presenters   (may wrap), or a fixed closing heading ("Övriga punkter"): where a note has such
 * headings they are its items and all other headings stand inside them; without them the top headings are the items:
 * by markdown level, by bold type, by capitals, or by standing before a type or presenter line.
 */
import type { FlowLine } from '../../text/flowline.js';
import { joinFlow } from '../../text/flow.js';
import { gapAbove } from '../../text/wrapping.js';
import type { Note } from '../../note/note.js';
import { mayHeadRunTable } from '../assignments/runtable.js';
import { readDecisionLabel } from '../decisions/labels.js';
import { isMeetingTitle } from '../header/titleline.js';
import { TITLE } from '../header/titlewords.js';
import { readLabel } from '../labels.js';
import { headingBefore, headingsAmongProse, headingsLike } from './bareheadings.js';
import { headEnd } from './headend.js';
import {
  CLOSING_HEADING,
  hasMetadata,
  isAllotted,
  isHeadingLike,
  isNoLabel,
  isUsual,
  standsApart,
} from './headingform.js';
import type { Agenda, RawItem } from './items.js';
import { readTitleLines } from './wrappedtitle.js';
import { readSlashHeading } from './slashheading.js';
import { readSlottedAgenda } from './slotted.js';

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
  const named = inOrder([...items, ...bare]);
  const actions = lastActions(note, named);
  const all = actions ? inOrder([...named, actions]) : named;
  return { items: closeItems(all, note), overview: [], gaps: [] };
}

const inOrder = (items: readonly RawItem[]): RawItem[] =>
  [...items].sort((a, b) => a.start - b.start);

const ACTIONS = /^att göra(?:\s(?:inför|till)\s[^:.]{3,40})?$/iu;

/** "Att göra inför nästa träff" over the note's only list of actions, after its items: one of them, and no part of the last. */
function lastActions(note: Note, items: readonly RawItem[]): RawItem | null {
  const [line, another] = note.lines.filter(
    ({ text, bullet }) => bullet === null && ACTIONS.test(text),
  );
  // "Övriga punkter" may come after it.
  const last =
    items.findLast(({ printedTitle }) => !CLOSING_HEADING.test(printedTitle)) ?? items.at(-1);
  if (!line || another || !last || line.at < last.bodyStart) return null;
  // Right below "Övriga frågor" the list may well be that item's.
  if (gapAbove(line) <= 0 && CLOSING_HEADING.test(last.printedTitle)) return null;
  const next = note.lines[line.at + 1];
  const isList = next !== undefined && (next.bullet !== null || mayHeadRunTable(next));
  return isList ? toItem(line.at, [line], line.text, null) : null;
}

/** "Laget runt" may come first too, over its prose. */
function isClosingHeading(note: Note, line: FlowLine, before: number): boolean {
  if (!CLOSING_HEADING.test(line.text)) return false;
  // "Läget i kommunerna:" over a list leads to it, within an item.
  if (line.text.endsWith(':') && note.lines[line.at + 1]?.bullet != null) return false;
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
  const found = [
    ...headingBefore(note, first),
    ...headingsLike(note, named, items),
    ...headingsOfLevel(note, named),
  ];
  const known = new Set(items.map(({ start }) => start));
  return found
    .filter((line, at) => !known.has(line.at) && found.indexOf(line) === at)
    .map((line) => toItem(line.at, [line], line.text, null));
}

/** Where all that are known have the same mark of Markdown, what else has it is a heading as they are. */
function headingsOfLevel(note: Note, named: readonly RawItem[]): FlowLine[] {
  const levels = new Set(named.map(({ titleLines }) => titleLines[0]?.headingLevel ?? 0));
  const [level = 0] = levels;
  if (named.length < FEWEST_OF_LEVEL || levels.size > 1 || level === 0) return [];
  return note.lines
    .slice(headEnd(note))
    .filter((line) => line.headingLevel === level && isHeadingLike(line) && isNoLabel(line));
}

const FEWEST_OF_LEVEL = 2;

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

/** "EN VÄG IN FÖR BARN (bilaga)": what stands in parentheses need not be. */
const isInCapitals = (text: string): boolean =>
  /\p{Lu}/u.test(text) && text === text.toUpperCase() && text.length > 5;

/** Items by the top headings, whichever way the note sets them. */
export function readHeadedAgenda(note: Note): Agenda | null {
  const slotted = readSlottedAgenda(note, headEnd(note));
  if (slotted) return slotted;
  const lines = note.lines.slice(headEnd(note));
  const byForm: HeadingTest[] = [
    (line) => isHeadingLike(line) && (hasMetadata(note, line) || isAllotted(line)),
    (line) => isHeadingLike(line) && standsApart(note, line),
  ];
  for (const test of [...testsOfSetting(lines), ...byForm]) {
    const found = lines.filter((line) => mayHead(line) && test(line));
    if (found.length >= 2) return agendaOf(note, found, byForm.includes(test));
  }
  const among = headingsAmongProse(note).map((titleLines) =>
    toItem(titleLines[0]?.at ?? 0, titleLines, joinFlow(titleLines, note.flow), null),
  );
  return among.length > 0 ? { items: closeItems(among, note), overview: [], gaps: [] } : null;
}

/** How a note can set its headings: by the level of its marks, in bold, in capitals. */
function testsOfSetting(lines: readonly FlowLine[]): HeadingTest[] {
  const levels = lines.map((line) => line.headingLevel).filter((level) => level > 0);
  // One heading alone is the note's own.
  const top = Math.min(...levels.filter((level, at) => levels.indexOf(level) !== at));
  const isBold: HeadingTest = (line) => line.strong && isHeadingLike(line);
  // What stands in bold above the first heading is in no item of a heading's: both head items then.
  const first = lines.find((line) => line.headingLevel === top && isNoLabel(line));
  const boldFirst = lines.some(
    (line) =>
      line.headingLevel === 0 && line.at < (first?.at ?? 0) && isNoLabel(line) && isBold(line),
  );
  return [
    (line) => (line.headingLevel > 0 && line.headingLevel === top) || (boldFirst && isBold(line)),
    isBold,
    (line) => isHeadingLike(line) && isInCapitals(line.text.replace(/\s*\([^()]*\)$/u, '')),
  ];
}

const mayHead = (line: FlowLine): boolean =>
  (isNoLabel(line) || (line.headingLevel > 0 && mayHeadItem(line))) &&
  !(line.at < 3 && (isMeetingTitle(line) || TITLE.test(line.text)));

/** @param byForm the headings are told by their form alone: others may stand among them */
function agendaOf(note: Note, found: readonly FlowLine[], byForm: boolean): Agenda {
  const items = found.map((line) => {
    const slash = readSlashHeading(note, line);
    if (slash) return toItem(line.at, slash.lines, slash.title, slash.presenters);
    const titleLines = readTitleLines(note, line, note.lines.length);
    return toItem(line.at, titleLines, joinFlow(titleLines, note.flow), null);
  });
  const bare = byForm ? bareAmong(note, items).filter((line) => !found.includes(line)) : [];
  items.push(...bare.map((line) => toItem(line.at, [line], line.text, null)));
  items.sort((one, other) => one.start - other.start);
  return { items: closeItems(withoutOverlap(items), note), overview: [], gaps: [] };
}

function bareAmong(note: Note, items: readonly RawItem[]): FlowLine[] {
  const [first] = items;
  const found = [
    ...headingsLike(note, items),
    ...note.lines.slice(headEnd(note)).filter((line) => isUsual(note, line)),
    ...(first ? headingBefore(note, first) : []),
  ];
  return found.filter((line, at) => found.indexOf(line) === at);
}

/** "## Beslut", "## Nästa möte" among headings of their level: labels by their words, items by their place. */
const mayHeadItem = ({ text }: FlowLine): boolean => {
  const label = readLabel(text);
  return (
    readDecisionLabel(text)?.rest === '' || (label?.kind === 'nextMeeting' && label.value === '')
  );
};

/** A heading that is the wrapped end of the one before is no heading of its own. */
function withoutOverlap(items: readonly RawItem[]): RawItem[] {
  let end = -1;
  return items.filter((item) => {
    if (item.start < end) return false;
    end = item.bodyStart;
    return true;
  });
}
