/**
 * The points of a labelled decision.
 *
 * block := label ":" sentence…                 one entry
 *        | label [":" lead-in] point+          one entry a point; the lead-in is not repeated
 * point := (bullet | number | letter | "att") text, wrapped or not
 */
import { DEEPER, type FlowLine } from '../../text/flowline.js';
import { continues, endsSentence, isFull, gapAbove } from '../../text/wrapping.js';
import { pattern } from '../../text/pattern.js';
import { makeParagraph, type Paragraph } from '../../text/paragraph.js';
import type { Note } from '../../note/note.js';
import { readAtagande } from '../assignments/atagande.js';
import type { DecisionLabel } from './labels.js';
import { readDecisionLabel } from './labels.js';

export interface Point {
  paragraph: Paragraph;
  /** The source lines, the label's own among them where the text begins there. */
  lines: FlowLine[];
}

export interface Block {
  points: Point[];
  /** Index in the flow after the block. */
  end: number;
  /** Lines of the block: label, lead-in and points. */
  lines: FlowLine[];
}

const MARK = /^(?:(\d{1,2})[.)]|([a-z])\))\s+(?=\S)/u;
const ATT = /^att\s+\p{L}/iu;

/** @param isEnd tells where something else begins (a heading, metadata, another section) */
export function readBlock(
  note: Note,
  at: number,
  label: DecisionLabel,
  to: number,
  isEnd: (line: FlowLine) => boolean,
): Block {
  const labelLine = note.lines[at];
  if (!labelLine) return { points: [], end: at + 1, lines: [] };
  const below = note.lines[at + 1];
  const overList = below !== undefined && below.at < to && isMarked(below);
  const isLeadIn =
    label.rest === '' ||
    label.rest.endsWith(':') ||
    (overList && /(?<!\p{L})(?:att|beslutar|rekommenderar)$/u.test(label.rest)) ||
    (overList && isBodyAlone(label.rest));
  if (isLeadIn) return readList(note, at, at, to, isEnd);
  const lead = wrappedLeadIn(note, at, label, to);
  if (lead) return readList(note, at, lead - 1, to, isEnd);
  const first = { ...labelLine, text: label.rest, bullet: null };
  if (MARK.test(label.rest)) return readMarked(note, at, to, isEnd, [], first);
  const lines = paragraphFrom(note, first, to, isEnd);
  return { points: [toPoint(lines, note)], end: at + lines.length, lines };
}

/** "Beslut: Samverkansnämnden" over a list: a name and no verb. */
const isBodyAlone = (rest: string): boolean =>
  rest.length < 80 &&
  /^\p{Lu}/u.test(rest) &&
  !endsSentence(rest) &&
  !/(?<!\p{L})\p{Ll}+(?:ar|er)(?!\p{L})/u.test(rest);

/** A lead-in over a list may wrap: "Ställningstagande: Det politiska⏎samrådsorganet, SRO:". @returns index after it, or null */
function wrappedLeadIn(note: Note, at: number, label: DecisionLabel, to: number): number | null {
  if (endsSentence(label.rest)) return null;
  for (let next = at + 1; next < Math.min(to, at + 4); next += 1) {
    const [before, line] = [note.lines[next - 1], note.lines[next]];
    if (!before || !line || !continues(before, line)) return null;
    if (/(?::|(?<!\p{L})att)$/u.test(line.text)) {
      const point = note.lines[next + 1];
      return point && isMarked(point) ? next + 1 : null;
    }
    if (endsSentence(line.text)) return null;
  }
  return null;
}

/** A lead-in on lines of its own between the label and the points. @returns index of the first point, or null */
function leadInEnd(note: Note, first: FlowLine, to: number): number | null {
  for (let at = first.at; at < Math.min(to, first.at + 3); at += 1) {
    const [line, next] = [note.lines[at], note.lines[at + 1]];
    if (!line || !next || next.at >= to) return null;
    if (isMarked(next))
      return /(?::|(?<!\p{L})(?:att|beslutar|rekommenderar))$/u.test(line.text) ||
        isNameAlone(line.text)
        ? next.at
        : null;
    if (endsSentence(line.text) || !continues(line, next)) return null;
  }
  return null;
}

/** "SJH" on a line of its own over "a) ställer sig bakom …": the body's name and nothing else. */
const isNameAlone = (text: string): boolean =>
  /^\p{Lu}[\p{L}\d-]*(?:\s\p{L}[\p{L}\d-]*){0,3}$/u.test(text) && isBodyAlone(text);

/** A bullet, a number, a letter or "att" begins it. */
export const isMarked = (line: FlowLine): boolean =>
  line.bullet !== null || MARK.test(line.text) || ATT.test(line.text);

/** @param from the label's line @param at the last line of the lead-in */
function readList(
  note: Note,
  from: number,
  at: number,
  to: number,
  isEnd: (line: FlowLine) => boolean,
): Block {
  const head = note.lines.slice(from, at + 1);
  const first = note.lines[at + 1];
  if (!first || at + 1 >= to) return { points: [], end: at + 1, lines: head };
  if (isMarked(first)) return readMarked(note, at + 1, to, isEnd, head);
  const ownLine = leadInEnd(note, first, to);
  if (ownLine !== null)
    return readMarked(note, ownLine, to, isEnd, note.lines.slice(from, ownLine));
  if (isEnd(first)) return { points: [], end: at + 1, lines: head };
  const lines = paragraphFrom(note, first, to, isEnd);
  const block: Block = {
    points: [toPoint(lines, note)],
    end: at + 1 + lines.length,
    lines: [...head, ...lines],
  };
  return readMoreSentences(note, block, to, isEnd);
}

/** Under a label on its own line, further paragraphs that begin like the first ("SRO …") are points too. */
function readMoreSentences(
  note: Note,
  block: Block,
  to: number,
  isEnd: (line: FlowLine) => boolean,
): Block {
  const subject = block.points[0]?.paragraph.text.split(' ')[0];
  for (;;) {
    const line = note.lines[block.end];
    if (!line || block.end >= to || isEnd(line) || !subject) return block;
    const last = block.lines.at(-1);
    if (line.bullet !== null || !begins(line, subject)) return block;
    if (/^\p{Ll}/u.test(line.text) && last && !endsSentence(last.text)) return block;
    const lines = paragraphFrom(note, line, to, isEnd);
    block.points.push(toPoint(lines, note));
    block.lines.push(...lines);
    block.end += lines.length;
  }
}

const DECIDES = String.raw`(?:noterar|ställer|ger|beslutar|godkänner|rekommenderar|bordlägger|uppdrar|avslår|återremitterar|lägger|antar|fastställer)\s`;
const SAME_SUBJECT_DECIDES = new RegExp(String.raw`^.{2,60}?\s${DECIDES}`, 'u');
const VERB_FIRST = new RegExp(`^${DECIDES}`, 'u');

/** @param first the first point's line, where a label stands before it: "Beslut: 1. SRO noterar …" */
function readMarked(
  note: Note,
  at: number,
  to: number,
  isEnd: (line: FlowLine) => boolean,
  head: FlowLine[],
  first = note.lines[at],
): Block {
  const points: Point[] = [];
  const used = [...head];
  const kind = markKind(first);
  let next = at;
  while (next < to) {
    const line = next === at ? first : note.lines[next];
    if (!line) break;
    const isPoint = isMarked(line) && markKind(line) === kind;
    if (!isPoint && !(kind === 'bullet' && isUnmarkedPoint(points, line))) break;
    if (points.length > 0 && !isNextLetter(points, line) && isEnd(line)) break;
    if (points.length > 0 && !isNextMark(points, line)) break;
    const lines = paragraphFrom(note, line, to, isEnd);
    points.push(toPoint(lines, note));
    used.push(...lines);
    next += lines.length;
  }
  return { points, end: next, lines: used };
}

/**
 * "•" on a line of its own, and below it all points, each beginning with the body's name: their bullets were written in
 * one place.
 */
function isUnmarkedPoint(points: readonly Point[], line: FlowLine): boolean {
  const [before, first] = [points.at(-1)?.lines.at(-1), points[0]];
  const subject = first?.paragraph.text.split(' ')[0] ?? '';
  return (
    before !== undefined &&
    line.bullet === null &&
    endsSentence(before.text) &&
    begins(line, subject)
  );
}

/** A point by its bullet, by its verb without a subject, or by an indent that is left where a bullet was lost. */
const isListed = (note: Note, { bullet, text, indent, at }: FlowLine): boolean =>
  bullet !== null ||
  VERB_FIRST.test(text) ||
  indent >= (note.lines[at - 1]?.indent ?? Infinity) + DEEPER;

/** "SRO noterar …" as the first point does; "utser …" below "noterar …", whose subject stands over them all. */
const begins = (line: FlowLine, subject: string): boolean =>
  VERB_FIRST.test(`${subject} `)
    ? VERB_FIRST.test(line.text) || /^\p{Ll}{3,}r\s/u.test(line.text)
    : /^\p{Lu}/u.test(subject) &&
      line.text.startsWith(`${subject} `) &&
      SAME_SUBJECT_DECIDES.test(line.text);

function markKind(line: FlowLine | undefined): string {
  if (!line) return '';
  if (line.bullet !== null) return 'bullet';
  const mark = MARK.exec(line.text);
  return mark ? (mark[1] === undefined ? 'letter' : 'number') : 'att';
}

/** "b)" after "a)": elsewhere a lettered line is a part of the item. */
function isNextLetter(points: readonly Point[], line: FlowLine): boolean {
  const letter = MARK.exec(line.text)?.[2];
  const before = MARK.exec(points.at(-1)?.lines[0]?.text ?? '')?.[2];
  return (
    letter !== undefined &&
    before !== undefined &&
    letter.codePointAt(0) === (before.codePointAt(0) ?? 0) + 1
  );
}

/** Numbers go on counting; a number that does not is an agenda item or another list. */
function isNextMark(points: readonly Point[], line: FlowLine): boolean {
  const number = MARK.exec(line.text)?.[1];
  if (number === undefined) return true;
  const before = MARK.exec(points.at(-1)?.lines[0]?.text ?? '')?.[1];
  return before === undefined || Number(number) === Number(before) + 1;
}

/** The first line and those that carry its paragraph on. */
function paragraphFrom(
  note: Note,
  first: FlowLine,
  to: number,
  isEnd: (line: FlowLine) => boolean,
): FlowLine[] {
  const lines = [first];
  for (let at = first.at + 1; at < to; at += 1) {
    // The line as printed, label and all: its length tells whether it was full.
    const [before, line] = [note.lines[at - 1], note.lines[at]];
    if (!before || !line || isEnd(line) || readDecisionLabel(line.text) !== null) break;
    if (ATT.test(first.text) && ATT.test(line.text)) break;
    const subject = first.text.split(' ')[0] ?? '';
    if (isListed(note, first) && endsSentence(before.text) && begins(line, subject)) break;
    if (MARK.test(line.text) || !(goesOn(first, before, line, note) || isReportClause(lines, line)))
      break;
    lines.push(line);
  }
  return lines;
}

/**
 * A decision that has come to its full stop short of the margin is over, and so is the last point of a list where a
 * gap and a capital follow, with a full stop or without.
 */
function goesOn(first: FlowLine, before: FlowLine, line: FlowLine, note: Note): boolean {
  if (endsSentence(before.text) && !(isFull(before, line) && tellsOn(first, line, note)))
    return false;
  if (isMarked(first) && breaksOff(before, line)) return true;
  if (isMarked(first) && gapAbove(line) > 0 && !line.afterBreak && /^\p{Lu}/u.test(line.text))
    return false;
  return continues(before, line);
}

/** "… och rapportera till" over a gap and "VBS senast i april": extraction has put the gap within the point. */
const breaksOff = (before: FlowLine, line: FlowLine): boolean =>
  gapAbove(line) <= 1 &&
  !isMarked(line) &&
  !endsSentence(before.text) &&
  (/(?<!\p{L})(?:till|för|med|av|från|i|på|om|inom|hos|vid|och|samt|mellan|efter|under|inför|enligt|den|det|en|ett)$/u.test(
    before.text,
  ) ||
    (/^\p{Ll}/u.test(line.text) && isFull(before, line)));

/** What takes up the sentence before, or decides more; elsewhere the item's prose begins ("Kommunerna bedriver …"). */
const TAKES_UP = pattern(
  String.raw`^(?:uppdraget|detta|denna|dessa|det|den|de|här|där|dock|samtidigt|vidare|dessutom|även|arbetet|ärendet|frågan|förslag\p{L}*|\p{L}*planen|\p{L}*rapport\p{L}*|redovisning\p{L}*|åter\p{L}+|svar\p{L}*|beslut\p{L}*|\p{L}*kostnad\p{L}*|finansiering\p{L}*|parterna|båda|respektive|samtliga|alla|ansvarig\p{L}*|vid|inför|efter|om|för|med|genom|i|en|ett)\b|\b(?:ska|skall|bör|måste|får|uppdrag|uppdrar|uppdras|senast|åter\p{L}*|beslutar|beslutas|godkänner|godkänns|rekommenderar|ställer\s+sig|noterar|betonar|framhåller|understryker|åtar|utses|enades|gäller|löper|träder)\b`,
);

function tellsOn(first: FlowLine, line: FlowLine, note: Note): boolean {
  const subject = withoutMark(first.text).split(' ')[0] ?? '';
  return (
    line.text.startsWith(`${subject} `) ||
    TAKES_UP.test(line.text) ||
    isNamedIn(line.text.split(' ')[0] ?? '', first.text) ||
    // "Niklas kontaktar projektkontoret."
    readAtagande(line.text, note.known) !== null
  );
}

/** "Avtalet gäller …" below "… ställer sig bakom samverkansavtalet": what was decided on. */
const isNamedIn = (word: string, decision: string): boolean =>
  /^\p{Lu}\p{Ll}{4,}(?:en|et|na|an)$/u.test(word) &&
  decision.toLowerCase().includes(word.toLowerCase().slice(0, -2));

const withoutMark = (text: string): string => text.replace(MARK, '');

const ASSIGNS = /uppdrag|uppdrar/iu;
const REPORT_CLAUSE = pattern(
  String.raw`^(?:uppdraget|återrapportering|redovisning|återkoppling|rapportering|avrapportering|slutrapport(?:en)?|delrapport(?:en)?|en\s+(?:del|slut)?rapport|svaret|förslaget)\s+(?:av\s+uppdraget\s+)?(?:ska|skall|sker|görs|redovisas|återrapporteras|presenteras|lämnas|ges|väntas)\b`,
);

/** "Reglerna ska redovisas senast den 8 maj": what was to be made, and when it is shown. */
const HANDED_OVER =
  /^\p{Lu}\p{Ll}+(?:en|et|na|an)\s(?:(?:ska|skall)\s(?:åter)?(?:redovisas|presenteras|rapporteras|lämnas|vara\sklar\p{L}*)|(?:åter)?(?:redovisas|presenteras|rapporteras)|lämnas)(?!\p{L})/u;

/** "Uppdraget ska redovisas senast …" belongs to the assignment before it, even on a line of its own. */
function isReportClause(lines: readonly FlowLine[], line: FlowLine): boolean {
  return (
    line.bullet === null &&
    (gapAbove(line) <= 0 || (gapAbove(line) <= 1 && !lines.some(hasDeadline))) &&
    (REPORT_CLAUSE.test(line.text) || HANDED_OVER.test(line.text)) &&
    lines.some((other) => ASSIGNS.test(other.text))
  );
}

const hasDeadline = ({ text }: FlowLine): boolean =>
  /(?<!\p{L})senast\s|(?<!\d)(?:19|20)\d\d(?!\d)/iu.test(text);

function toPoint(lines: readonly FlowLine[], note: Note): Point {
  const [first] = lines;
  if (!first) return { paragraph: makeParagraph([], note.flow), lines: [] };
  const own = lines.map((line, at) => {
    const text = at === 0 && line.bullet === null ? line.text.replace(MARK, '') : line.text;
    return { ...line, text: at === lines.length - 1 ? text.replace(LEADS_ON, '') : text };
  });
  return { paragraph: makeParagraph(own, note.flow), lines: [...lines] };
}

/** "…, samt" leads on to the next point. */
const LEADS_ON = /,\s+(?:och|samt)$/u;
