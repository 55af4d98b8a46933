/** Assignments that prose tells of: given by the body itself, or undertaken there and then. */
import type { DateContext, DatePhrase } from '../../dates/index.js';
import type { Known } from '../../note/known.js';
import { type Note, rangeOf } from '../../note/note.js';
import type { FlowLine } from '../../text/flowline.js';
import { linesWithin, type Paragraph, sentencesOf, toParagraphs } from '../../text/paragraph.js';
import { pattern } from '../../text/pattern.js';
import { toWindow } from '../windows.js';
import { hasResponsible, readOwner } from './actionlist.js';
import { splitAssignees } from './assignees.js';
import { clausesOf, readAtagande } from './atagande.js';
import { readDated } from './dated.js';
import { withoutDeadline } from './deadline.js';
import { add, type AssignmentContext, type Draft, type FoundAssignments } from './found.js';
import { addAction } from './listed.js';
import { chooseDeadline, deadlinesIn, readTask, tidyTask } from './task.js';
import { readUppdrag } from './uppdrag.js';

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

export function readUndertakings(
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
  String.raw`^(?:\p{L}+(?:\s\p{L}+)?\s+(?:ska|skall)\s+ha\s+\p{L}+|(?:återrapport(?:ering)?|redovisning|återkoppling|rapport|svar|besked|resultatet|underlaget|förslaget|det|detta|arbetet)\s+(?:ska|skall|sker|görs|lämnas|ges|redovisas|presenteras|väntas|är)|(?:de|den|det|\p{Lu}\p{Ll}+(?:en|et|an|na|or|ar|er)|(?:en|ett)\s+(?:första\s+|nytt?\s+)?\p{L}+)\s+(?:(?:ska|skall)\s+(?:vara|finnas|\p{L}+s)|${HANDED_OVER})|(?:han|hon|de)\s+(?:redovisar|lämnar|skickar|presenterar|återkommer|mejlar|lägger)|(?:de|den|det)\s+(?:redovisar|lämnar|skickar|presenterar|mejlar|lägger)\s+(?:han|hon|de)|svar(?=\s+(?:inom|senast|till))|(?:klart?|färdigt?)(?=\s+(?:senast|till|före|i|inom)))\b.{0,60}$`,
);

/** What is handed over when a task is done, whatever the task was. */
const OUTCOME =
  /^(?:svar|besked|resultat|rapport|förslag|underlag|arbete|redovisning|återrapport|återkoppling|sammanställning|utkast|material|lista|fråga|ärende|uppdrag|slut|klar|färdig)/iu;

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
