/** Sentences in which the body decides without a label. */
import { findDates } from '../../dates/index.js';
import { FULL_MONTH } from '../../dates/vocabulary.js';
import type { Note } from '../../note/note.js';
import type { FlowLine } from '../../text/flowline.js';
import { linesWithin, sentencesOf, toParagraphs } from '../../text/paragraph.js';
import { pattern } from '../../text/pattern.js';
import { type Self, SELF_MARK } from './bodies.js';
import { type DecisionContext, type FoundDecision, toDecision } from './decision.js';

/** "B4.1 Styrgruppen beslutar …": the number of a point. */
const POINT_NUMBER = String.raw`(?:\p{L}?\d{1,2}\.\d{1,2}[.)]?\s+)?`;
const NUMBER_IN_FRONT = pattern(`^${POINT_NUMBER}`);

const VERB = String.raw`(?:beslutar|beslutade|beslöt|ställer sig(?: inte)? bakom|godkänner|rekommenderar|bordlägger|avslår|återremitterar|skjuter upp|fastställer|antar|noterar|lägger\s.{3,160}?\still handlingarna)`;
const PASSIVE = pattern(
  String.raw`^(?:det\s+)?beslut(?:ades|as|ats)\s+(?:enhälligt\s+)?(?:att|om)\b|^beslut\s+(?:togs|fattades)\s+(?:om\s+)?att\b`,
);
const FORMALITY = pattern(
  String.raw`\b(?:dagordning(?:en)?|agenda(?:n)?|föredragningslista(?:n)?|föregående|förra\s+mötets?|minnesanteckning(?:en|ar|arna)?|mötesanteckning(?:en|ar|arna)?|protokoll(?:et)?)\b`,
);
const EARLIER = pattern(String.raw`\b(?:tidigare|förra|föregående|i fjol|redan|då|året därpå)\b`);

/** Sentences that decide without a label, each an entry. Formalities are none; nor is what is told of an earlier day. */
export function readUnlabelledDecisions(
  note: Note,
  lines: readonly FlowLine[],
  context: DecisionContext,
): FoundDecision[] {
  const active = pattern(
    String.raw`^${POINT_NUMBER}(?:(?:därför|därmed|efter diskussion|efter dialog|härefter)\s+)?${SELF_MARK}(?:,\s[^,]{2,30},|\s\p{Lu}{2,8})?\s+${VERB}`,
  );
  const found: FoundDecision[] = [];
  for (const paragraph of toParagraphs(lines, note.flow)) {
    const sentences = sentencesOf(paragraph.text);
    sentences.forEach((sentence) => {
      if (!decides(sentence.text, context.self, active)) return;
      const held = linesWithin(paragraph, sentence.from, sentence.to);
      const kind = pattern(String.raw`\b(?:beslut|besl(?:ö|ut))`).test(sentence.text)
        ? 'beslut'
        : context.usualKind;
      const text = sentence.text.replace(NUMBER_IN_FRONT, '');
      const decision = toDecision(text, kind, held, context);
      const whole = sentences.length === 1;
      if (whole) note.claims.claim(paragraph.lines, 'decisions');
      found.push({
        decision,
        paragraph: { ...paragraph, text: sentence.text, starts: [0], lines: held },
        lines: whole ? paragraph.lines : [],
      });
    });
  }
  return found;
}

/** "beslutade den 22 februari att …", "beslutade 2019 att …", "beslutade i december att …": at another meeting. */
const ON_A_DAY = pattern(
  String.raw`^\s(?:(?:den\s)?\d{1,2}\s\p{L}{3,9}|(?:år\s|under\s)?(?:19|20)\d\d(?:-\d\d-\d\d)?|i\s(?:${FULL_MONTH}|våras|höstas|somras|vintras)|under\s\p{L}+)\s`,
);

/** "Direktionen fastställer budgeten senast 31 oktober": it has not done so yet. */
function isPlanned(sentence: string, start: string): boolean {
  if (!/(?:fastställer|antar|godkänner)$/iu.test(start)) return false;
  const [phrase] = findDates(sentence, { reference: null });
  return phrase?.lead === 'by' || phrase?.lead === 'before';
}

/** What can only be this meeting or those who hold it. */
const HERE = /^(?:mötet|gruppen|styrgruppen|stämman|årsmötet|föreningsstämman)$/iu;
const EACH_SELF = new RegExp(SELF_MARK, 'u');

function decides(printed: string, self: Self, active: RegExp): boolean {
  const { text: sentence, unmask } = self.mask(printed);
  if (sentence.endsWith('?')) return false;
  if (PASSIVE.test(sentence)) return !FORMALITY.test(sentence);
  const match = active.exec(sentence);
  if (!match || /^\s+(?:inget|ingenting)(?!\p{L})/u.test(sentence.slice(match[0].length)))
    return false;
  if (isPlanned(sentence, match[0])) return false;
  const isPast = /(?:beslutade|beslöt)$/iu.test(match[0]);
  const who = unmask(EACH_SELF.exec(match[0])?.[0] ?? '');
  if (
    isPast &&
    (EARLIER.test(printed) ||
      ON_A_DAY.test(sentence.slice(match[0].length)) ||
      !(HERE.test(who) || self.isOwn(who)))
  )
    return false;
  return !(
    FORMALITY.test(sentence) &&
    pattern(String.raw`\b(?:godkänner|fastställer|noterar|lägger)\b`).test(sentence)
  );
}
