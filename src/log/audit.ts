/**
 * The proof that nothing is missing: every sentence that decides or assigns is in the log, or in a remainder with its
 * line and the reason. The markers are generous and stand here only.
 */
import type { Meeting } from '../record/schema.js';
import { tellsOfPast } from '../dates/index.js';
import { pattern } from '../text/pattern.js';
import { FULL_MONTH } from '../dates/vocabulary.js';

export interface AuditedText {
  meeting: Meeting;
  /** Paragraphs of the note with their sentences' source lines. */
  sentences: { text: string; lines: [number, number] }[];
}

export type Reason =
  | 'told of an earlier day'
  | 'another body'
  | 'a formality'
  | 'a heading or label'
  | 'a question or wish'
  | 'an assignment told of'
  | 'a quoted list of people'
  | 'a proposal';

export interface AuditRow {
  path: string;
  lines: [number, number];
  text: string;
  where: 'decision' | 'assignment' | 'remainder' | 'unexplained';
  reason: Reason | null;
}

const MARKERS = pattern(
  String.raw`\b(?:beslut(?:ar|ade|ades|as|ats)|beslöt|ställ(?:er|de)\s+sig\s+(?:inte\s+)?bakom|godkänn(?:er|de)|rekommenderar|bordlägg(?:er|s)|återremitterar|avslår|i\s+uppdrag|uppdrar|uppdrog|uppdraget\s+(?:ges|lämnas|utgår|avslutas|återupptas)|skjuter\s+upp|lägger\s.{0,60}till\s+handlingarna)\b`,
);
const EARLIER = pattern(
  String.raw`\b(?:tidigare|förra|föregående|redan|i\s+fjol|gav|gavs|fick|har\s+(?:gett|givit|fått|beslutat|godkänt|ställt)|hade|då|(?:19|20)\d\d|den\s+\d{1,2}\s+\p{L}+|i\s+${FULL_MONTH})\b`,
);
const FORMALITY = pattern(
  String.raw`\b(?:dagordning\p{L}*|agenda\p{L}*|föregående|anteckning\p{L}*|protokoll\p{L}*)\b`,
);
const PROPOSAL = pattern(
  String.raw`\b(?:föreslår|föreslås|förslag(?:et)?|yrkar|kan|bör|behöver|ska|skall|kommer|inför|om|när|vill|önskar|önskemål|innan|efter|för\s+att|hur)\b`,
);
const OTHER_BODY = pattern(
  String.raw`\b(?:\p{L}*(?:nämnden|nämnderna|styrelsen|styrelse|styrelserna|fullmäktige|regeringen|riksdagen|direktionen|presidiet|utskottet|länsstyrelsen|socialstyrelsen|styrgruppen|nätverket|kommunen|kommunerna|regionen|huvudmännen|parterna|myndigheten|rådet|politiken|västkom|vvg|skr|föreningen|kommunförbundet)|man)\b`,
);

/** Every marked sentence of the notes with where it went; `unexplained` is a gap in the log. */
export function audit(texts: readonly AuditedText[]): AuditRow[] {
  return texts.flatMap(({ meeting, sentences }) =>
    sentences
      .filter(({ text }) => MARKERS.test(text))
      .map(({ text, lines }) => {
        const where = placeOf(meeting, text, lines);
        const reason = where === 'remainder' ? reasonOf(text, meeting) : null;
        return {
          path: meeting.source.path,
          lines,
          text,
          where: where === 'remainder' && reason === null ? 'unexplained' : where,
          reason,
        };
      }),
  );
}

const squash = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

function placeOf(meeting: Meeting, text: string, lines: [number, number]): AuditRow['where'] {
  const overlaps = (other: [number, number]): boolean =>
    other[0] <= lines[1] && lines[0] <= other[1];
  const words = squash(text.replace(/^\p{L}[\p{L} ]{3,24}:\s+/u, ''));
  const holds = (other: string): boolean =>
    squash(other).includes(words.slice(-60)) || words.includes(squash(other).slice(0, 60));
  if (
    meeting.assignments.some((assignment) => overlaps(assignment.lines) && holds(assignment.text))
  )
    return 'assignment';
  if (meeting.decisions.some((decision) => overlaps(decision.lines) && holds(decision.text)))
    return 'decision';
  return 'remainder';
}

/** A sentence under a decision's label, or in which the body itself decides now, is never explained away. */
const LABELLED = pattern(String.raw`^(?:beslut|ställningstagande|rekommendation)\s*:\s*\p{L}`);
const DECIDES_NOW = pattern(
  String.raw`^.{0,60}?\b(?:beslutar|ställer\s+sig|godkänner|rekommenderar|bordlägger|avslår|återremitterar|uppdrar|ger)\b`,
);

/** "Regionfullmäktige beslutar", over the points that say what. */
const LEADS_IN = pattern(
  String.raw`^(?:\p{L}[\p{L}-]*\s){1,6}(?:beslutar|beslutade|rekommenderar)(?:\s+att)?$`,
);

function reasonOf(text: string, meeting: Meeting): Reason | null {
  if (LEADS_IN.test(text)) return 'a heading or label';
  const own = meeting.body?.name;
  const byItself = own !== undefined && text.startsWith(`${own} `) && DECIDES_NOW.test(text);
  if ((LABELLED.test(text) || byItself) && !FORMALITY.test(text)) return null;
  if (text.endsWith('?')) return 'a question or wish';
  if (text.endsWith(':') || text.split(' ').length <= 2) return 'a heading or label';
  if (FORMALITY.test(text)) return 'a formality';
  if (tellsOfPast(text) || EARLIER.test(text)) return 'told of an earlier day';
  if (OTHER_BODY.test(text)) return 'another body';
  return PROPOSAL.test(text) ? 'a proposal' : null;
}
