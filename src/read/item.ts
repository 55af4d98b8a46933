/** One agenda item with all that it holds: the order in which the sections read it, each leaving less to the next. */
import type { AgendaItem, Assignment, Milestone, UpcomingMeeting } from '../record/schema.js';
import type { DateContext } from '../dates/index.js';
import type { FlowLine } from '../text/flow.js';
import { sentencesOf, toParagraphs } from '../text/paragraph.js';
import { pattern } from '../text/pattern.js';
import { continues, gapAbove } from '../text/wrapping.js';
import { isLinkLine, readItemHead } from '../sections/agenda/itemhead.js';
import { isMetadata, readAttachmentLine, readPresenterLabel } from '../sections/agenda/metadata.js';
import type { RawItem } from '../sections/agenda/items.js';
import { readActionHeading } from '../sections/assignments/actionlist.js';
import {
  assignmentsInActionList,
  assignmentsInDecisions,
  assignmentsInProse,
  type FoundAssignments,
} from '../sections/assignments/assignments.js';
import {
  type DecisionContext,
  type FoundDecision,
  readLabelledDecisions,
  readUnlabelledDecisions,
} from '../sections/decisions/decisions.js';
import type { Self } from '../sections/decisions/bodies.js';
import { readDecisionLabel } from '../sections/decisions/labels.js';
import { proposalLines } from '../sections/decisions/proposals.js';
import { readLabel } from '../sections/labels.js';
import { readComing } from '../sections/meetings/coming.js';
import type { Coming } from '../sections/meetings/days.js';
import { isMeetingListHeading, readNextMeeting } from '../sections/meetings/headings.js';
import { meetingsInSentence, withPlaceOfOne } from '../sections/meetings/sentence.js';
import { readMilestones } from '../sections/milestones.js';
import { readWheel } from '../sections/wheel.js';
import { presenterLines, toPresenters } from '../sections/presenters.js';
import { type Note, rangeOf } from '../note/note.js';
import { isOnly, itemText } from './itemtext.js';

export interface ItemContext {
  self: Self;
  dates: DateContext;
  usualKind: DecisionContext['usualKind'];
}

export interface ReadItem {
  item: AgendaItem;
  decisions: FoundDecision[];
  assignments: Assignment[];
  milestones: Milestone[];
}

export interface ItemFrame {
  raw: RawItem;
  item: AgendaItem;
  /** Meetings to come that the item itself lists. */
  meetings: UpcomingMeeting[];
  milestones: Milestone[];
  /** The sentences that tell of meetings to come. */
  told: string[];
}

const SUBITEM = /^([a-h])[).]\s*(\p{L}.*)$/iu;
const SUBHEADING = /^\p{Lu}[^.:]{1,60}:$/u;
const SPOKEN = pattern(
  String.raw`^(?:diskussion(?:/reflektion)?|dialog|reflektion(?:er)?|synpunkter|frågor|kommentarer|bakgrund|nuläge|tids?plan|nästa steg|fortsatt arbete|sammanfattning|svar|medskick|inspel)\b.{0,40}$`,
);

/** First pass: title, metadata, and the meetings that the item lists (they date "till nästa möte" everywhere else). */
export function frameItem(note: Note, raw: RawItem, dates: DateContext): ItemFrame {
  const head = readItemHead(note, raw);
  const { title, types, minutes, slot, presenters, attachments } = head;
  const item: AgendaItem = {
    number: raw.number,
    title,
    types,
    minutes,
    slot,
    presenters,
    attachments: attachments.map(({ title: name, href }) => ({ title: name, href })),
    subitems: [],
    text: '',
    lines: rangeOf(note.lines.slice(raw.start, raw.end)),
  };
  const frame: ItemFrame = { raw, item, meetings: [], milestones: [], told: [] };
  readSubitems(note, frame);
  readMeetingsIn(note, frame, dates);
  return frame;
}

/** "a)", "b)" … at line starts, counting on from a. */
function readSubitems(note: Note, frame: ItemFrame): void {
  let expected = 'a';
  for (const line of free(note, frame.raw)) {
    const match = SUBITEM.exec(line.text);
    const letter = match?.[1]?.toLowerCase();
    if (!match || letter !== expected || line.text.length > 120) continue;
    // The lettered points of a decision are no parts of the item.
    if (letter === 'a' && beginsDecision(note, line)) return;
    frame.item.subitems.push({
      number: letter,
      title: (match[2] ?? '').replace(/\s*:\s*$/u, '').trim(),
    });
    note.claims.claim(line, 'agenda: subitem');
    expected = String.fromCharCode(expected.charCodeAt(0) + 1);
  }
}

/** "Ställningstagande" above it, or above the body's name: "Välfärdsrådet" over "a) ställer sig bakom …". */
function beginsDecision(note: Note, line: FlowLine): boolean {
  const [over, above] = [note.lines[line.at - 2], note.lines[line.at - 1]];
  const isLabel = (other?: FlowLine): boolean => readDecisionLabel(other?.text ?? '') !== null;
  return isLabel(above) || (isLabel(over) && /^\p{Lu}[^.:]{1,60}:?$/u.test(above?.text ?? ''));
}

function readMeetingsIn(note: Note, frame: ItemFrame, dates: DateContext): void {
  const { raw } = frame;
  const itemKey = raw.number ?? frame.item.title;
  if (raw.bodyStart >= raw.end) readMeetingInTitle(note, frame, dates);
  for (let at = raw.bodyStart; at < raw.end; at += 1) {
    const wheel = readWheel(note, at, raw.end, { item: itemKey, dates });
    if (wheel) {
      frame.meetings.push(...wheel.meetings);
      frame.milestones.push(...wheel.milestones);
      note.claims.claim(note.lines.slice(at, wheel.end), 'milestones');
      at = wheel.end - 1;
      continue;
    }
    const line = note.lines[at];
    const isList =
      isMeetingListHeading(raw.printedTitle) || readNextMeeting(raw.printedTitle) !== null;
    const underTitle =
      isList && line && (at === raw.bodyStart || beginsDays(note, at, raw.end))
        ? listUnderTitle(note, raw, dates, at === raw.bodyStart ? undefined : at)
        : null;
    // "Nästa möte" may be the title, and "Mötesdatum 2023" the list's own heading below it.
    const coming = tells(underTitle)
      ? underTitle
      : line && !note.claims.has(line.no)
        ? readComing(note, at, raw.end, dates)
        : null;
    if (!tells(coming)) continue;
    frame.meetings.push(...coming.meetings);
    frame.milestones.push(
      ...coming.milestones.map((milestone) => ({ ...milestone, item: itemKey })),
    );
    note.claims.claim(
      coming.lines.filter((used) => used.at >= (coming === underTitle ? at : raw.bodyStart)),
      'upcomingMeetings',
    );
    at = Math.max(at, coming.end - 1);
  }
  for (const paragraph of toParagraphs(free(note, raw), note.flow))
    for (const { text } of sentencesOf(paragraph.text)) {
      const meetings = meetingsInSentence(text, dates, headOf(note));
      frame.meetings.push(...meetings);
      const placed = withPlaceOfOne(text, frame.meetings);
      frame.meetings.splice(0, Infinity, ...(placed ?? frame.meetings));
      if (meetings.length > 0 || placed) frame.told.push(text);
    }
}

/** The first lines, where the body is named. */
const headOf = (note: Note): string =>
  note.lines
    .slice(0, 4)
    .map(({ text }) => text)
    .join(' ');

const tells = (coming: Coming | null): coming is Coming =>
  coming !== null && (coming.meetings.length > 0 || coming.milestones.length > 0);

/** "§ 93 Nästa möte torsdag den 11 oktober kl 18.": an item that is nothing but its title. */
function readMeetingInTitle(note: Note, frame: ItemFrame, dates: DateContext): void {
  const { raw } = frame;
  if (readNextMeeting(raw.printedTitle) === null) return;
  const coming = listUnderTitle(note, raw, dates);
  if (tells(coming)) frame.meetings.push(...coming.meetings);
}

/** "5. Mötestider 2018": the item's title is the list's heading. */
function listUnderTitle(
  note: Note,
  raw: RawItem,
  dates: DateContext,
  start = firstFree(note, raw) ?? raw.bodyStart,
): Coming | null {
  const last = raw.titleLines.at(-1);
  if (!last) return null;
  // "Nästa möte är …" says so itself; the title adds nothing.
  const first = note.lines[start];
  const told =
    first && readNextMeeting(first.text) !== null ? readComing(note, start, raw.end, dates) : null;
  if (tells(told)) return told;
  const original = note.lines[start - 1];
  if (!original) return null;
  const heading = { ...original, text: raw.printedTitle };
  note.lines[start - 1] = heading;
  const coming = readComing(note, start - 1, raw.end, dates);
  note.lines[start - 1] = original;
  return coming;
}

/** Two lines and more that are nothing but a day: below "Samrådet godkänner mötesplanen." they are the plan. */
function beginsDays(note: Note, at: number, to: number): boolean {
  const lines = note.lines.slice(at, Math.min(to, at + 2));
  const isDay = (line: FlowLine): boolean =>
    !note.claims.has(line.no) && line.bullet === null && DAY_ALONE.test(line.text);
  return lines.length === 2 && lines.every(isDay);
}

const DAY_ALONE =
  /^(?:(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?\s+)?(?:den\s+)?(?:\d{1,2}\s\p{L}{3,9}(?:\s\d{4})?|\d{4}-\d\d-\d\d)(?:[,\s]+(?:kl\.?|klockan)?\s?[\d.:–\s-]+)?$/iu;

function firstFree(note: Note, raw: RawItem): number | null {
  for (let at = raw.bodyStart; at < raw.end; at += 1)
    if (!note.claims.has(note.lines[at]?.no ?? 0)) return at;
  return null;
}

/** The item's own lines that nobody has claimed yet. */
function free(note: Note, raw: RawItem): FlowLine[] {
  return note.lines.slice(raw.bodyStart, raw.end).filter((line) => !note.claims.has(line.no));
}

/** Second pass: decisions, assignments, milestones, and the prose that is left. */
/** @param keepsText whether the item is shown: without an agenda prose belongs to no field, and is reported */
export function readItem(
  note: Note,
  frame: ItemFrame,
  context: ItemContext,
  keepsText = true,
): ReadItem {
  const { raw, item } = frame;
  const key = raw.number ?? item.title;
  const decisionContext: DecisionContext = {
    item: key,
    self: context.self,
    reference: context.dates.reference,
    usualKind: context.usualKind,
  };
  const isEnd = (line: FlowLine): boolean => note.claims.has(line.no) || endsBlock(line);
  const labelled = readLabelledDecisions(note, raw.bodyStart, raw.end, decisionContext, isEnd);
  const inLists: FoundAssignments = { assignments: [], milestones: [], consumed: [] };
  const assignmentContext = { item: key, self: context.self, dates: context.dates };
  const listed = readActionLists(note, raw, assignmentContext, inLists, isEnd);
  readLateMetadata(note, frame);
  const proposed = proposalLines(note.lines.slice(raw.bodyStart, raw.end));
  const isMinuted = (line: FlowLine): boolean => !proposed.has(line);
  const unlabelled = readUnlabelledDecisions(
    note,
    free(note, raw).filter(isMinuted),
    decisionContext,
  );
  const decisions = [...labelled, ...unlabelled].sort(
    (a, b) => a.decision.lines[0] - b.decision.lines[0],
  );
  const prose = free(note, raw);
  const minuted = prose.filter(isMinuted);
  const inProse = assignmentsInProse(
    note,
    withoutSentences(minuted, unlabelled),
    assignmentContext,
  );
  const milestones = readMilestones(
    note,
    minuted,
    { item: key, dates: context.dates },
    new Set([...deadlines(inProse.assignments), ...inProse.consumed, ...frame.told]),
  );
  const shown = alsoText(note, raw);
  for (const { decision, paragraph } of labelled) {
    if (!decision.actions.includes('assigns'))
      milestones.push(
        ...readMilestones(
          note,
          paragraph.lines,
          { item: key, dates: context.dates },
          deadlines(inProse.assignments),
        ),
      );
  }
  item.text = itemText(
    note,
    [...prose, ...listed, ...shown].sort((a, b) => a.at - b.at),
    unlabelled.map(({ paragraph }) => paragraph.text),
  );
  if (keepsText) note.claims.claim(prose, 'agenda: text');
  return {
    item,
    decisions,
    assignments: [...inLists.assignments, ...inProse.assignments],
    milestones: [...frame.milestones, ...inLists.milestones, ...inProse.milestones, ...milestones],
  };
}

/**
 * What other sections have read and is prose of the item all the same: only its own head and its decisions are not.
 * Who is absent may be told in an item; a roster set into one is no prose.
 */
function alsoText(note: Note, raw: RawItem): FlowLine[] {
  const shown: FlowLine[] = [];
  for (const line of note.lines.slice(raw.bodyStart, raw.end)) {
    const before = shown.at(-1);
    const isAbsence =
      isOnly(note, line, 'participants') &&
      (readLabel(line.text)?.kind === 'absent' ||
        (before?.at === line.at - 1 &&
          isOnly(note, before, 'participants') &&
          line.cells.length === 1 &&
          (continues(before, line) || gapAbove(line) <= 0)));
    if (
      isAbsence ||
      isOnly(note, line, 'upcomingMeetings') ||
      isOnly(note, line, 'agenda: subitem')
    )
      shown.push(line);
  }
  return shown;
}

/** Assignments in the item's decisions, once the decisions have their ids. */
export function readDecisionAssignments(
  note: Note,
  decisions: readonly FoundDecision[],
  key: string | null,
  context: ItemContext,
): FoundAssignments {
  return assignmentsInDecisions(note, decisions, {
    item: key,
    self: context.self,
    dates: context.dates,
  });
}

/** Prose for undertakings: without the sentences that already are decisions. */
function withoutSentences(
  prose: readonly FlowLine[],
  decisions: readonly FoundDecision[],
): FlowLine[] {
  const taken = new Set(
    decisions.flatMap(({ decision, lines }) => (lines.length > 0 ? [decision.lines[0]] : [])),
  );
  return prose.filter((line) => !taken.has(line.no));
}

function endsBlock(line: FlowLine): boolean {
  if (line.bullet !== null) return false;
  if (
    isMetadata(line.text) ||
    SUBITEM.test(line.text) ||
    SUBHEADING.test(line.text) ||
    (/^\p{Lu}/u.test(line.text) && SPOKEN.test(line.text))
  )
    return true;
  const label = readLabel(line.text);
  return label !== null && (label.colon || label.kind === 'nextMeeting');
}

/** @returns the lines of the lists' entries: they are assignments and part of the item's prose */
function readActionLists(
  note: Note,
  raw: RawItem,
  context: { item: string | null; self: Self; dates: DateContext },
  found: FoundAssignments,
  isEnd: (line: FlowLine) => boolean,
): FlowLine[] {
  const listed: FlowLine[] = [];
  for (let at = raw.bodyStart; at < raw.end; at += 1) {
    const line = note.lines[at];
    if (!line || note.claims.has(line.no)) continue;
    const titled = at === raw.bodyStart ? readActionHeading(raw.printedTitle) : null;
    const end = assignmentsInActionList(note, at, raw.end, context, found, isEnd, titled);
    if (end === null) continue;
    listed.push(...note.lines.slice(at, end));
    at = end - 1;
  }
  return listed;
}

/** Presenters and attachments that stand below prose or decisions. */
function readLateMetadata(note: Note, frame: ItemFrame): void {
  for (const line of free(note, frame.raw)) {
    const presenters = frame.item.presenters.length === 0 ? readPresenterLabel(line.text) : null;
    if (presenters !== null && presenters !== '') {
      const { lines, text } = presenterLines(note, line, presenters, frame.raw.end);
      frame.item.presenters.push(...toPresenters(text, note.known));
      note.claims.claim(lines, 'agenda: presenters');
    } else if (isLinkLine(line)) {
      frame.item.attachments.push(...line.links);
      note.claims.claim(line, 'agenda: attachments');
    } else if (line.links.length > 0) {
      frame.item.attachments.push(...line.links);
    } else {
      const title = readAttachmentLine(line.text);
      if (title === null) continue;
      frame.item.attachments.push({ title, href: null });
      note.claims.claim(line, 'agenda: attachments');
    }
  }
}

function deadlines(assignments: readonly Assignment[]): Set<string> {
  return new Set(assignments.flatMap(({ due, lines }) => (due ? [`${lines[0]}:${due.text}`] : [])));
}
