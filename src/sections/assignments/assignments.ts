/** The assignments of one agenda item: formal ones, undertakings, and the entries of action lists. */
import type { Assignment, Milestone } from '../../record/schema.js';
import type { DateContext, DatePhrase } from '../../dates/index.js';
import type { FlowLine } from '../../text/flowline.js';
import { linesWithin, type Paragraph, sentencesOf, toParagraphs } from '../../text/paragraph.js';
import { pattern } from '../../text/pattern.js';
import { type Note, rangeOf } from '../../note/note.js';
import type { Self } from '../decisions/bodies.js';
import type { FoundDecision } from '../decisions/decisions.js';
import { toWindow } from '../windows.js';
import { type ActionHeading, hasResponsible, readActionList, readOwner } from './actionlist.js';
import { splitAssignees } from './assignees.js';
import type { Known } from '../../note/known.js';
import { clausesOf, readAtagande } from './atagande.js';
import { readDated } from './dated.js';
import { chooseDeadline, deadlinesIn, readTask, reportToOf, tidyTask } from './task.js';
import { readUppdrag } from './uppdrag.js';

export interface AssignmentContext {
  item: string | null;
  self: Self;
  dates: DateContext;
}

export interface FoundAssignments {
  assignments: Assignment[];
  /** Dates of part reports. */
  milestones: Milestone[];
  /** Sentences of prose that tell an assignment's deadline. */
  consumed: string[];
}

type Draft = Omit<Assignment, 'id' | 'item' | 'reportTo' | 'due'> & {
  due: DatePhrase | null;
  /** Sentences after the assignment that tell when it is to be ready. */
  reported?: string;
};

/** Assignments that decisions give; `decision` is filled with the decision's id. */
export function assignmentsInDecisions(
  note: Note,
  decisions: readonly FoundDecision[],
  context: AssignmentContext,
): FoundAssignments {
  const found: FoundAssignments = { assignments: [], milestones: [], consumed: [] };
  for (const { decision, paragraph } of decisions) {
    const uppdrag = readUppdrag(paragraph.text, context.self, true);
    if (uppdrag) {
      const reading = readTask(uppdrag.clause, uppdrag.following, context.dates);
      add(found, context, {
        decision: decision.id,
        kind: 'uppdrag',
        assignees: splitAssignees(uppdrag.assignees),
        task: reading.task,
        due: reading.due,
        text: paragraph.text,
        lines: decision.lines,
      });
      for (const part of reading.parts) {
        found.milestones.push({
          label: part.label,
          when: toWindow(part.phrase),
          item: context.item,
          text: uppdrag.sentence,
          lines: decision.lines,
        });
      }
    }
    readUndertakings(note, paragraph, context, found, decision.id);
  }
  return found;
}

/** Assignments in prose: only by the body itself or undertaken there and then. */
export function assignmentsInProse(
  note: Note,
  lines: readonly FlowLine[],
  context: AssignmentContext,
): FoundAssignments {
  const found: FoundAssignments = { assignments: [], milestones: [], consumed: [] };
  for (const paragraph of toParagraphs(lines, note.flow)) {
    if (paragraph.text.length > 6000) continue;
    if (hasResponsible(paragraph.text)) {
      addAction(found, context, paragraph, readOwner(paragraph.text, null));
      continue;
    }
    if (readLabelledUppdrag(paragraph, context, found)) continue;
    readUndertakings(note, paragraph, context, found, null);
    for (const sentence of sentencesOf(paragraph.text))
      readProseUppdrag(note.known, paragraph, sentence, context, found);
  }
  return found;
}

const LABELLED =
  /^Uppdrag\s*:\s+(\p{Lu}.{1,120}?)\s+((?:\p{Ll}+[rs]|får i uppdrag att|ska|skall)\s.{3,600})$/u;

/** "Uppdrag: Handläggargruppen tar fram en tabell till den 1 maj": a formal assignment by its label. */
function readLabelledUppdrag(
  paragraph: Paragraph,
  context: AssignmentContext,
  found: FoundAssignments,
): boolean {
  const match = LABELLED.exec(paragraph.text);
  if (!match) return false;
  const [first, ...others] = sentencesOf(
    (match[2] ?? '').replace(/^(?:får i uppdrag att|ska|skall)\s+/u, ''),
  ).map(({ text }) => text);
  const reading = readTask(first ?? '', others.join(' '), context.dates);
  add(found, context, {
    decision: null,
    kind: 'uppdrag',
    assignees: splitAssignees(match[1] ?? ''),
    task: reading.task,
    due: reading.due,
    text: paragraph.text,
    lines: rangeOf(paragraph.lines),
  });
  return true;
}

function readProseUppdrag(
  known: Known,
  paragraph: Paragraph,
  { text: sentence, from }: { text: string; from: number },
  context: AssignmentContext,
  found: FoundAssignments,
): void {
  const rest = paragraph.text.slice(from);
  const uppdrag = readUppdrag(sentence, context.self, false);
  if (!uppdrag) return;
  const following = sentencesOf(rest)
    .slice(1, 3)
    .map((other) => other.text)
    .filter((other) => !readDated(other, deadlinesIn(other, context.dates), known));
  const reading = readTask(uppdrag.clause, following.join(' '), context.dates);
  const lines = rangeOf(linesWithin(paragraph, from, from + sentence.length));
  const due = reading.due?.text;
  const told =
    due === undefined || uppdrag.clause.includes(due)
      ? []
      : following.filter((other) => other.includes(due));
  found.consumed.push(...told);
  for (const part of reading.parts) {
    found.milestones.push({
      label: part.label,
      when: toWindow(part.phrase),
      item: context.item,
      text: sentence,
      lines,
    });
  }
  add(found, context, {
    decision: null,
    kind: 'uppdrag',
    assignees: splitAssignees(uppdrag.assignees),
    task: reading.task,
    due: reading.due,
    text: sentence,
    lines,
    reported: told.join(' '),
  });
}

function readUndertakings(
  note: Note,
  paragraph: Paragraph,
  context: AssignmentContext,
  found: FoundAssignments,
  decision: string | null,
): void {
  const sentences = sentencesOf(paragraph.text);
  for (const [at, sentence] of sentences.entries()) {
    if (IS_UPPDRAG.test(sentence.text)) continue;
    const clauses = clausesOf(sentence.text, note.known);
    for (const [index, printed] of clauses.entries()) {
      const clause = printed.replace(OF_ORGANISATION, '');
      const isLast = index === clauses.length - 1;
      const next = isLast ? (sentences[at + 1]?.text ?? '') : '';
      const draft = readClause(clause, next, note, context, found);
      if (!draft) continue;
      const lines = rangeOf(linesWithin(paragraph, sentence.from, sentence.to));
      add(found, context, { ...draft, decision, text: sentence.text, lines });
    }
  }
}

/** @param next the sentence after it, which may tell when */
function readClause(
  clause: string,
  next: string,
  note: Note,
  context: AssignmentContext,
  found: FoundAssignments,
): Pick<Draft, 'kind' | 'assignees' | 'task' | 'due'> | null {
  const phrases = deadlinesIn(clause, context.dates);
  // "Till nästa möte: Ida ringer runt": a date that comes first is nobody who acts.
  const opening = phrases[0]?.start === 0 ? phrases[0].end : 0;
  const dated = opening > 0 ? readDated(clause, phrases, note.known) : null;
  const plain = dated
    ? null
    : readAtagande(clause.slice(opening).replace(/^[\s:,–-]+/u, ''), note.known);
  const read = dated ?? plain ?? readDated(clause, phrases, note.known);
  if (!read) return null;
  const due = chooseDeadline(phrases, clause);
  const task = plain ? withoutDeadline(read.clause, clause, due) : tidyTask(read.clause);
  const told = due ? null : deadlineTold(next, clause, context.dates);
  if (told) found.consumed.push(told.sentence);
  return {
    kind: 'atagande',
    assignees: splitAssignees(read.assignees),
    task: task.replace(PROMISES, ''),
    due: due ?? told?.due ?? null,
  };
}

/** "åtar sig att besöka" is the task "besöka". */
const PROMISES = pattern(
  String.raw`^(?:åtar\s+sig|lovar|tar\s+på\s+sig|tar\s+sig\s+an|erbjuder\s+sig)\s+att\s+`,
);

/** A sentence that is about when the one before is to be done, and nothing else. */
const HANDED_OVER = String.raw`(?:skickas|lämnas|redovisas|presenteras|behandlas|läggs|mejlas|levereras|delas|publiceras|tas\s+upp|görs|ges|sker|väntas|är\s+(?:klar|färdig)\p{L}*)`;
const TELLS_DEADLINE = pattern(
  String.raw`^(?:\p{L}+(?:\s\p{L}+)?\s+(?:ska|skall)\s+ha\s+\p{L}+|(?:återrapport(?:ering)?|redovisning|återkoppling|rapport|svar|besked|resultatet|underlaget|förslaget|det|detta|arbetet)\s+(?:ska|skall|sker|görs|lämnas|ges|redovisas|presenteras|väntas|är)|(?:de|den|det|\p{Lu}\p{Ll}+(?:en|et|an|na|or|ar|er)|(?:en|ett)\s+(?:första\s+|nytt?\s+)?\p{L}+)\s+(?:(?:ska|skall)\s+(?:vara|finnas|\p{L}+s)|${HANDED_OVER})|(?:han|hon|de)\s+(?:redovisar|lämnar|skickar|presenterar|återkommer|mejlar|lägger)|(?:de|den|det)\s+(?:redovisar|lämnar|skickar|presenterar|mejlar|lägger)\s+(?:han|hon|de)|svar(?=\s+(?:inom|senast|till)))\b.{0,60}$`,
);

/** What is handed over when a task is done, whatever the task was. */
const OUTCOME =
  /^(?:svar|besked|resultat|rapport|förslag|underlag|arbete|redovisning|återrapport|återkoppling|sammanställning|utkast|material|lista|fråga|ärende|uppdrag|slut)/iu;

/** "Remissvaren behandlas i mars", after a task about something else, is no deadline of it. */
function isOfTask(sentence: string, clause: string): boolean {
  const noun = /^(\p{Lu}\p{Ll}+)\s/u.exec(sentence)?.[1] ?? '';
  if (noun.length < 4 || OUTCOME.test(noun)) return true;
  return clause.toLowerCase().includes(noun.slice(0, 5).toLowerCase());
}

/** @param clause the undertaking that the sentence follows */
function deadlineTold(
  sentence: string,
  clause: string,
  dates: DateContext,
): { due: DatePhrase; sentence: string } | null {
  if (!TELLS_DEADLINE.test(sentence) || !isOfTask(sentence, clause)) return null;
  const due = chooseDeadline(deadlinesIn(sentence, dates), sentence);
  return due ? { due, sentence } : null;
}

/** "Kommunalförbundet: Lena Ek kontaktar SKR", in a round of reports. */
const OF_ORGANISATION = /^\p{Lu}[\p{L}\s-]{2,30}:\s+(?=\p{Lu}\p{Ll}+\s(?:och\s)?\p{Lu}\p{Ll}+\s)/u;

const IS_UPPDRAG = pattern(String.raw`\bi uppdrag\b|\buppdrar\b|\bombeds\b`);

function withoutDeadline(clause: string, sentence: string, due: DatePhrase | null): string {
  const offset = sentence.length - clause.length;
  if (!due || due.start < offset) return tidyTask(clause);
  const at = due.start - offset;
  return tidyTask(`${clause.slice(0, at)}\u0000${clause.slice(at + due.text.length)}`);
}

/** Reads the action list whose heading stands at `at`. @returns the index after it, or null where there is none */
export function assignmentsInActionList(
  note: Note,
  at: number,
  to: number,
  context: AssignmentContext,
  found: FoundAssignments,
  isEnd: (line: FlowLine) => boolean,
  titled: ActionHeading | null = null,
): number | null {
  const list = readActionList(note, at, to, isEnd, titled);
  if (!list) return null;
  for (const action of list.actions) addAction(found, context, action.paragraph, action);
  note.claims.claim(note.lines.slice(at, list.end), 'assignments');
  return list.end;
}

const DONE = pattern(
  String.raw`^\[[xX✓✔]\]\s|^☒\s|(?:^|[\s(–-])(?:klart|klar|åtgärdat|genomfört|utfört|avklarat|done)\s*[).!]*$|\([^()]*[,;]\s*(?:klart|klar|genomfört|utfört|avklarat)\)`,
);

/** The words of a column "När": "2 maj", "Senast i juni", "Nästa möte". */
function deadlineIn(words: string, dates: DateContext): DatePhrase | null {
  const [phrase] = deadlinesIn(words, dates);
  if (phrase || !/^nästa\s/iu.test(words)) return phrase ?? null;
  const [led] = deadlinesIn(`till ${words.toLowerCase()}`, dates);
  return led ? { ...led, start: 0, end: words.length, text: words } : null;
}

/** An action list's point is read for itself: who is named in it stands first or last. */
const NOBODY_KNOWN: Known = { names: new Set(), organisations: new Set() };

function addAction(
  found: FoundAssignments,
  context: AssignmentContext,
  paragraph: Paragraph,
  action: { text: string; owners: string | null; deadline: string | null },
): void {
  // What is asked is not yet to be done by anybody.
  if (DONE.test(paragraph.text) || /\?\s*$/u.test(action.text)) return;
  const inText = chooseDeadline(deadlinesIn(action.text, context.dates), action.text);
  const given = action.deadline === null ? null : deadlineIn(action.deadline, context.dates);
  const due = given ?? inText;
  const undertaken = action.owners === null ? readAtagande(action.text, NOBODY_KNOWN) : null;
  const owner = action.owners ?? undertaken?.assignees ?? personInFront(action.text);
  const clause =
    undertaken?.clause ??
    (owner !== null && action.owners === null
      ? action.text.slice(owner.length).trim()
      : action.text);
  add(found, context, {
    decision: null,
    kind: 'atagande',
    assignees: owner === null ? [] : splitAssignees(owner.replaceAll(/\s*[/&+]\s*/gu, ', ')),
    task: withoutDeadline(clause, clause, due === inText ? relocate(clause, inText) : null),
    due,
    text: paragraph.text,
    lines: rangeOf(paragraph.lines),
  });
}

/** "Maria bokar lokal": an entry that begins with a name and a verb in the present tense. */
function personInFront(text: string): string | null {
  const match =
    /^(\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?(?:\s\p{Lu}\p{Ll}+)?(?:\s+och\s+\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+)?)?)\s+\p{Ll}+(?:r|s)\s/u.exec(
      text,
    );
  const name = match?.[1] ?? null;
  return name !== null && NO_PERSON.test(name) ? null : name;
}

const NO_PERSON =
  /^(?:Nåt|Något|Någon|Några|Alla|Ingen|Vissa|Flera|Nästa|Detta|Hela|Nya?|Varje|Inga|Övriga|Allt|Denna|Dessa|Vi|Man|Det|Den)(?:\s|$)/u;

function relocate(clause: string, phrase: DatePhrase | null): DatePhrase | null {
  if (!phrase) return null;
  const start = clause.indexOf(phrase.text);
  return start < 0 ? null : { ...phrase, start, end: start + phrase.text.length };
}

function add(found: FoundAssignments, context: AssignmentContext, draft: Draft): void {
  if (draft.task === '') return;
  const { decision, kind, assignees, task, text, lines, due } = draft;
  found.assignments.push({
    id: '',
    item: context.item,
    decision,
    kind,
    assignees,
    task,
    text,
    lines,
    due: due ? toWindow(due) : null,
    reportTo:
      reportToOf(draft.task, context.self) ??
      reportToOf(draft.text, context.self) ??
      reportToOf(draft.reported ?? '', context.self),
  });
}
