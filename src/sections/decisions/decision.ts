/** The decisions of an agenda item: what one is, wherever it is read. */
import { findDates } from '../../dates/index.js';
import { rangeOf } from '../../note/note.js';
import type { Decision } from '../../record/schema.js';
import type { FlowLine } from '../../text/flowline.js';
import { type Paragraph, sentencesOf } from '../../text/paragraph.js';
import { pattern } from '../../text/pattern.js';
import { toWindow } from '../windows.js';
import { actionsOf } from './actions.js';
import type { Self } from './bodies.js';

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

export function toDecision(
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
