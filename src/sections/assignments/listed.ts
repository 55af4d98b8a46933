/** Assignments from lists and tables of actions. */
import type { DateContext, DatePhrase } from '../../dates/index.js';
import type { Known } from '../../note/known.js';
import { type Note, rangeOf } from '../../note/note.js';
import type { FlowLine } from '../../text/flowline.js';
import type { Paragraph } from '../../text/paragraph.js';
import { pattern } from '../../text/pattern.js';
import { type ActionHeading, readActionList } from './actionlist.js';
import { splitAssignees } from './assignees.js';
import { readAtagande } from './atagande.js';
import { add, type AssignmentContext, type FoundAssignments } from './found.js';
import { relocate, withoutDeadline } from './deadline.js';
import { chooseDeadline, deadlinesIn } from './task.js';

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

export function addAction(
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
