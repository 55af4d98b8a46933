/** One agenda item with all that it holds: the order in which the sections read it, each leaving less to the next. */
import type { DateContext } from '../dates/index.js';
import type { Note } from '../note/note.js';
import type { Milestone } from '../record/schema.js';
import { isLinkLine, leadsToLinks } from '../sections/agenda/attachments.js';
import type { RawItem } from '../sections/agenda/items.js';
import { isMetadata, readAttachmentLine, readPresenterLabel } from '../sections/agenda/metadata.js';
import { assignmentsInProse } from '../sections/assignments/prose.js';
import type { FoundAssignments } from '../sections/assignments/found.js';
import type { DecisionContext, FoundDecision } from '../sections/decisions/decision.js';
import { readLabelledDecisions } from '../sections/decisions/labelled.js';
import { readUnlabelledDecisions } from '../sections/decisions/unlabelled.js';
import { type DecisionLabel, readDecisionLabel } from '../sections/decisions/labels.js';
import { proposalLines } from '../sections/decisions/proposals.js';
import { readLabel } from '../sections/labels.js';
import { readMilestones } from '../sections/milestones/milestones.js';
import { presenterLines, toPresenters } from '../sections/presenters.js';
import type { FlowLine } from '../text/flowline.js';
import { continues, gapAbove } from '../text/wrapping.js';
import { deadlines, readActionLists, withoutSentences } from './itemassignments.js';
import type { ItemFrame } from './frame.js';
import { SPOKEN, SUBHEADING, SUBITEM } from './itemframe.js';
import { free } from './itemmeetings.js';
import type { ItemContext, ReadItem } from './itemrecord.js';
import { isOnly, itemText } from './itemtext.js';

/**
 * Second pass: decisions, assignments, milestones, and the prose that is left.
 *
 * @param keepsText whether the item is shown: without an agenda prose belongs to no field, and is reported
 */
export function readItem(
  note: Note,
  frame: ItemFrame,
  context: ItemContext,
  keepsText = true,
): ReadItem {
  const { raw, item } = frame;
  const key = raw.number ?? item.title;
  const isEnd = (line: FlowLine): boolean => note.claims.has(line.no) || endsBlock(line);
  const decisionContext: DecisionContext = {
    item: key,
    self: context.self,
    reference: context.dates.reference,
    usualKind: context.usualKind,
  };
  const region = { from: raw.bodyStart, to: raw.end, isEnd, titled: labelIn(raw.printedTitle) };
  const labelled = readLabelledDecisions(note, region, decisionContext);
  const inLists: FoundAssignments = { assignments: [], milestones: [], consumed: [] };
  const assignmentContext = { item: key, self: context.self, dates: context.dates };
  const listed = readActionLists(note, raw, assignmentContext, inLists, isEnd);
  readLateMetadata(note, frame);
  const proposed = proposalLines(note.lines.slice(raw.bodyStart, raw.end));
  const minutedLines = (): FlowLine[] => free(note, raw).filter((line) => !proposed.has(line));
  const unlabelled = readUnlabelledDecisions(note, minutedLines(), decisionContext);
  const prose = free(note, raw);
  const minuted = minutedLines();
  const inProse = assignmentsInProse(
    note,
    withoutSentences(minuted, unlabelled),
    assignmentContext,
  );
  const told = new Set([...inProse.consumed, ...frame.told]);
  const milestones = milestonesIn(note, { minuted, labelled, told }, inProse, assignmentContext);
  const shown = alsoText(note, raw);
  item.text = itemText(
    note,
    [...prose, ...listed, ...shown].sort((a, b) => a.at - b.at),
    unlabelled.map(({ paragraph }) => paragraph.text),
  );
  if (keepsText) note.claims.claim(prose, 'agenda: text');
  return {
    item,
    decisions: inOrderOfLines([...labelled, ...unlabelled]),
    assignments: [...inLists.assignments, ...inProse.assignments],
    milestones: [...frame.milestones, ...inLists.milestones, ...inProse.milestones, ...milestones],
  };
}

/** "7. Beslut": the title is a label itself. */
function labelIn(title: string): DecisionLabel | null {
  const label = readDecisionLabel(title);
  return label?.rest === '' ? label : null;
}

const inOrderOfLines = (decisions: readonly FoundDecision[]): FoundDecision[] =>
  [...decisions].sort((a, b) => a.decision.lines[0] - b.decision.lines[0]);

/** What is to come by the item's prose, and by those of its decisions that give nobody anything to do. */
function milestonesIn(
  note: Note,
  from: {
    minuted: readonly FlowLine[];
    labelled: readonly FoundDecision[];
    /** Sentences that have told their dates elsewhere. */
    told: ReadonlySet<string>;
  },
  { assignments }: FoundAssignments,
  context: { item: string | null; dates: DateContext },
): Milestone[] {
  const due = deadlines(assignments);
  const decided = from.labelled
    .filter(({ decision }) => !decision.actions.includes('assigns'))
    .flatMap(({ paragraph }) => readMilestones(note, paragraph.lines, context, due));
  const inProse = readMilestones(note, from.minuted, context, new Set([...due, ...from.told]));
  return [...inProse, ...decided];
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
    } else if (leadsToLinks(line)) {
      frame.item.attachments.push(...line.links);
    } else {
      const title = readAttachmentLine(line.text);
      if (title === null) continue;
      frame.item.attachments.push({ title, href: null });
      note.claims.claim(line, 'agenda: attachments');
    }
  }
}
