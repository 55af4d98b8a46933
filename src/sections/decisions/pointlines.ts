/** How far a point of a decision goes: its first line and those that carry it on. */
import type { Note } from '../../note/note.js';
import type { FlowLine } from '../../text/flowline.js';
import { pattern } from '../../text/pattern.js';
import { continues, endsSentence, gapAbove, isFull } from '../../text/wrapping.js';
import { readAtagande } from '../assignments/atagande.js';
import { readDecisionLabel } from './labels.js';
import { ATT, begins, isListed, isMarked, MARK, withoutMark } from './pointmarks.js';

/** The first line and those that carry its paragraph on. */
export function paragraphFrom(
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
