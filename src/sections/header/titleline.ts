/** Which line of a head is the note's title. */
import { findDates } from '../../dates/index.js';
import type { Note } from '../../note/note.js';
import type { FlowLine } from '../../text/flowline.js';
import { pattern } from '../../text/pattern.js';
import { readLabel } from '../labels.js';
import { bodyNameIn } from './body.js';
import { BODY_WORD } from './bodyname.js';
import {
  isBodyLine,
  isLetterPaper,
  isPageHead,
  isRosterLine,
  LETTERHEAD,
  namesParties,
} from './headline.js';
import { HAS_TITLE, TITLE } from './titlewords.js';
import { withoutDate } from './titlewrap.js';

export function findTitleLine(note: Note, to: number): number | null {
  const head = note.lines
    .slice(0, Math.min(to, 15))
    .filter((line) => !isLetterPaper(line.text) && !headsEachPage(note, line));
  const titled = head.filter(
    (line) => TITLE.test(line.text) && line.text.length < 200 && !isTold(line.text),
  );
  const worded =
    belowPageHead(titled) ??
    titled[0] ??
    head.slice(0, 1).find((line) => isMeetingTitle(line) && line.headingLevel > 0) ??
    head.find(
      (line) =>
        !line.text.startsWith('(') &&
        !OF_ANOTHER.test(line.text) &&
        HAS_TITLE.test(line.text) &&
        line.text.length < 160 &&
        readLabel(line.text) === null &&
        !/[.!?]$/u.test(line.text),
    );
  if (worded) return bodyFirst(head, worded) ?? fuller(head, worded).at;
  const meeting = head.find((line) => isMeetingTitle(line));
  if (meeting) return bodyFirst(head, meeting) ?? fuller(head, meeting).at;
  const first = head.find((line) => line.headingLevel > 0) ?? head[0];
  if (
    !first ||
    readLabel(first.text) !== null ||
    first.text.length > 120 ||
    /[.!?]$/u.test(first.text)
  )
    return null;
  return isRosterLine(first) ||
    first.bullet !== null ||
    findDates(first.text, { reference: null })[0]?.start === 0
    ? null
    : belowPaper(first, note.lines[first.at + 1]).at;
}

/** Word for word at the head of a later page too, above a title of another kind. */
const headsEachPage = (note: Note, line: FlowLine): boolean =>
  line.at === 0 &&
  !TITLE.test(line.text) &&
  note.document.lines.filter(({ text }) => text === line.text).length > 1 &&
  note.lines.slice(1, 1 + NEAR).some(({ text }) => TITLE.test(text)) &&
  !namesWhat(note);

/** "Biblioteksnätverket Blekinge" over "Anteckningar 2024-11-21" and no name below: the only line that says whose they are. */
function namesWhat(note: Note): boolean {
  const [name, kind, below] = note.lines;
  if (/\d/u.test(name?.text ?? '')) return false;
  // What heads each page of a board's minutes is the board's own paper.
  if (!kind || !TITLE.test(kind.text) || /protokoll/iu.test(kind.text)) return false;
  if (bodyNameIn(withoutDate(kind.text)) !== '') return false;
  return !below || /^\d/u.test(below.text) || readLabel(below.text) !== null || !isBodyLine(below);
}

/** So many lines below a page's head the title stands. */
const NEAR = 3;

/** "Nätverksträff 9 mars 2023" over "Nätverksträff digitalisering": the first heads each page, the second is the title. */
function fuller(head: readonly FlowLine[], first: FlowLine): FlowLine {
  const words = `${withoutDate(first.text)} `;
  const isFuller = (line: FlowLine): boolean =>
    line.at > first.at &&
    line.at - first.at <= 3 &&
    line.text.length < 120 &&
    !/[.!?:]$/u.test(line.text) &&
    withoutDate(line.text).startsWith(words);
  return head.find(isFuller) ?? first;
}

/** The body's own name stands below that of the house whose paper it is, and in full below a page's head. */
function belowPaper(first: FlowLine, next: FlowLine | undefined): FlowLine {
  if (!next || readLabel(next.text) !== null || !isBodyLine(next)) return first;
  const name = withoutDate(first.text);
  const isFuller = withoutDate(next.text).startsWith(`${name} `);
  const isOnPaper =
    LETTERHEAD.test(name) && BODY_WORD.test(next.text) && !LETTERHEAD.test(next.text);
  return isFuller || isOnPaper ? next : first;
}

/** "Föregående anteckningar": an item's title. */
const OF_ANOTHER = /^(?:föregående|förra|senaste|tidigare)\s/iu;

/** The title that stands closely below a page's head of the same kind. */
function belowPageHead([first, ...others]: readonly FlowLine[]): FlowLine | undefined {
  if (!first || !isPageHead(first)) return undefined;
  return others.find((line) => line.at - first.at <= 3 && !isPageHead(line));
}

/** "Protokoll 10 godkändes utan anmärkning.", "Anteckningarna är utskickade": what was done with it. */
const isTold = (text: string): boolean =>
  /\s\p{Ll}{2,}(?:des|ts|as)\s.*\.$/u.test(text) || OF_NOTES.test(text);
const OF_NOTES = pattern(
  String.raw`^\p{L}*(?:anteckning(?:en|arna)|protokollet)\s(?:är|var|har|hade|\p{Ll}{2,}(?:des|ts|s))\b`,
);

/** "Digitalt möte", "Teamsmöte": how the body met, and not what its meeting is called. */
const FORM_OF_MEETING =
  /^(?:(?:digital|fysisk|hybrid)\p{L}*\s(?:möte|träff)|(?:teams|zoom|skype|distans|video|webb)\p{L}*-?(?:möte|träff))(?!\p{L})/iu;

/** "Nätverksträff MAS-nätverket", "Styrelsemöte 2": under a letterhead that names another body. */
const MEETING_TITLE = pattern(
  String.raw`^(?:(?:extra|ordinarie|digitalt|konstituerande)\s+)?\p{L}*(?:möte|träff|sammanträde)(?!\p{L}|\s*:)`,
);

export const isMeetingTitle = (line: FlowLine): boolean =>
  MEETING_TITLE.test(line.text) &&
  !FORM_OF_MEETING.test(line.text) &&
  line.text.length < 100 &&
  line.bullet === null &&
  readLabel(line.text) === null &&
  !/[.!?:]$/u.test(line.text);

/** "Nätverksträff": what kind of meeting it was, and nothing else. */
const KIND_ALONE = /^(?:nätverks(?:träff|möte)|möte|sammanträde)$/iu;

/** "Politiskt samråd 2023   Dnr SRO 2023-00019": what heads each page, and no name. */
const HAS_FILE_NUMBER = pattern(
  String.raw`\b(?:dnr|diarienr|diarienummer)\b|(?<!\d)(?:19|20)\d\d[-/:]\d{3,}`,
);

/** "… ansvariga samordnare i" over "Norr, NSS" */
const LEADS_ON = /\s(?:mellan|med|för|i|inom|av|och|samt)$/iu;

/** The body's name may be the first heading, and the kind of the note the second; above both only a page's head. */
function bodyFirst(head: readonly FlowLine[], worded: FlowLine): number | null {
  const last = head[worded.at - 1];
  // "… medicinskt ansvariga" over "sjuksköterskor": the name has wrapped.
  const first = head[worded.at - 2];
  const hasWrapped = /^\p{Ll}/u.test(last?.text ?? '') || LEADS_ON.test(first?.text ?? '');
  const name = hasWrapped ? first : last;
  const above = head.slice(0, Math.max(0, name?.at ?? 0));
  const isFirst =
    name !== undefined &&
    (KIND_ALONE.test(worded.text) || above.every((line) => isPageHead(line))) &&
    BODY_WORD.test(name.text) &&
    !isPageHead(name) &&
    !worded.text.includes(name.text) &&
    !namesParties(name.text) &&
    !HAS_FILE_NUMBER.test(name.text) &&
    readLabel(name.text) === null &&
    name.text.length < 110 &&
    !/[.!?:]$/u.test(name.text);
  return isFirst ? name.at : null;
}
