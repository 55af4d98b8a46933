/** The decisions of one agenda item: labelled blocks, and sentences in which the body decides without a label. */
import type { Decision } from '../../record/schema.js';
import { pattern } from '../../text/pattern.js';
import type { FlowLine } from '../../text/flowline.js';
import { linesWithin, type Paragraph, sentencesOf, toParagraphs } from '../../text/paragraph.js';
import { findDates } from '../../dates/index.js';
import { type Note, rangeOf } from '../../note/note.js';
import { toWindow } from '../windows.js';
import { actionsOf } from './actions.js';
import { type Self, SELF_MARK } from './bodies.js';
import { type DecisionLabel, readDecisionLabel } from './labels.js';
import { isMarked } from './pointmarks.js';
import { readBlock } from './points.js';
import { FULL_MONTH } from '../../dates/vocabulary.js';

/** A decision with the paragraph it stands in, for those who look for assignments there. */
export interface FoundDecision {
  decision: Decision;
  paragraph: Paragraph;
  /** Lines of the label, lead-in and text. */
  lines: FlowLine[];
}

export interface DecisionContext {
  /** Agenda number or title. */
  item: string | null;
  self: Self;
  reference: string | null;
  /** Kind of "Rekommendation:" and of unlabelled positions, by what the note calls its decisions elsewhere. */
  usualKind: Decision['kind'];
}

/**
 * Reads the labelled decisions among the lines `from` to `to` of the flow.
 *
 * @param titled the item's title, where it is a label itself: "7. Beslut" over its points
 */
export function readLabelledDecisions(
  note: Note,
  from: number,
  to: number,
  context: DecisionContext,
  isEnd: (line: FlowLine) => boolean,
  titled: DecisionLabel | null = null,
): FoundDecision[] {
  const found: FoundDecision[] = [];
  const leads = pattern(
    String.raw`^(?:(?:vi|${SELF_MARK}(?:,\s[^,]{2,30},|\s\p{Lu}{2,8})?)\s+(?:beslutar|beslutade|beslöt)|(?:det\s)?beslut(?:ades|as))(?:\s+enhälligt)?(?:\s+att)?\s*:?$`,
  );
  /** "Styrgruppen beslutar" and "Beslutades" over their points are labels as well. */
  const leadIn = (line: FlowLine): DecisionLabel | null => {
    const next = note.lines[line.at + 1];
    return next && next.at < to && isMarked(next) && leads.test(context.self.mask(line.text).text)
      ? { kind: 'beslut', rest: '', colon: true }
      : null;
  };
  const first = note.lines[from];
  const isTitled = titled !== null && first !== undefined && from < to && isMarked(first);
  let at = isTitled ? from - 1 : from;
  while (at < to) {
    const line = note.lines[at];
    const ofTitle = at < from ? titled : null;
    const label = ofTitle ?? (line ? (readDecisionLabel(line.text) ?? leadIn(line)) : null);
    const isOthers = label?.owner !== undefined && context.self.isOther(label.owner);
    const isTaken = line !== undefined && ofTitle === null && note.claims.has(line.no);
    if (!line || !label || isOthers || isTaken || isAboutOthers(label.rest)) {
      at += 1;
      continue;
    }
    if (label.misspelt)
      note.diagnostics.add('label-misspelt', `"${label.word}" was read as "${label.misspelt}".`, [
        line.no,
        line.no,
      ]);
    const block = readBlock(note, at, label, to, isEnd);
    if (block.points.length === 0) {
      const ends = [line.no, line.no] as [number, number];
      note.diagnostics.add(
        'decision-unreadable',
        `Nothing could be read after "${line.text.slice(0, 60)}".`,
        ends,
      );
    }
    const kind = label.kind === 'rekommendation' ? context.usualKind : label.kind;
    block.points.forEach((point, index) => {
      const decision = toDecision(point.paragraph.text, kind, point.lines, context);
      found.push({
        decision,
        paragraph: point.paragraph,
        lines: index === 0 ? block.lines : point.lines,
      });
    });
    note.claims.claim(block.lines, 'decisions');
    at = block.end;
  }
  return found;
}

/** "Beslut: tas den 8 december", "Beslut: 30 april 2027" tell of a decision to come. */
function isAboutOthers(rest: string): boolean {
  if (
    pattern(
      String.raw`^(?:tas|fattas|väntas|planeras|saknas)\b|^inget\s+beslut\b|^(?:[–—-]+|se\s.{2,30})$`,
    ).test(rest)
  )
    return true;
  const date = rest.length < 60 ? findDates(rest, { reference: null })[0] : undefined;
  return date !== undefined && rest.length - date.text.length < 3;
}

function toDecision(
  text: string,
  kind: Decision['kind'],
  lines: readonly FlowLine[],
  context: DecisionContext,
): Decision {
  return {
    id: '',
    item: context.item,
    kind,
    actions: actionsOf(text),
    text,
    validity: validityOf(text, context.reference),
    lines: rangeOf(lines),
  };
}

const VALID = pattern(
  String.raw`\b(?:gäller|gälla|giltig\p{L}*|giltighetstid\p{L}*|förläng\p{L}*|prolonger\p{L}*|avtalsperiod\p{L}*|avtalstid\p{L}*|löper|löptid\p{L}*|överenskommelse\p{L}*|avtal\p{L}*|handlingsplan\p{L}*|riktlinje\p{L}*|period\p{L}*)\b`,
);
/** "Förlängd tid för uppdraget till och med mars" moves a task's deadline; no agreement runs out with it. */
const MORE_TIME = pattern(
  String.raw`\b(?:förlängd|utökad|längre|mer)\s+tid\b|\b(?:tid(?:en)?|tidsplanen|tidsfristen)\s(?:[^.]{2,80}\s)?förläng`,
);
const TASK = pattern(String.raw`\bi uppdrag\b|\buppdrar\b`);

/** How long what is decided holds: periods and end dates that go with an agreement, not with a task. */
function validityOf(text: string, reference: string | null): Decision['validity'] {
  return sentencesOf(text).flatMap((sentence) => {
    if (!VALID.test(sentence.text) || TASK.test(sentence.text) || MORE_TIME.test(sentence.text))
      return [];
    return findDates(sentence.text, { reference })
      .filter(
        (phrase) =>
          phrase.latest !== null &&
          (phrase.rule.endsWith('-range') ||
            /^(?:till och med|t\.?\s?o\.?\s?m|tom|senast till|fram till|till)/iu.test(phrase.text)),
      )
      .map(toWindow);
  });
}

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
