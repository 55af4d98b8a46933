/** What a decision does, told by its verbs. */
import type { DecisionAction } from '../../record/schema.js';
import { pattern } from '../../text/pattern.js';

const MARKERS: readonly [DecisionAction, RegExp][] = [
  [
    'notes',
    pattern(
      String.raw`\b(?:noterar|noterade|noteras|noterades|att notera|^notera|antecknar|antecknas)\b|\b(?:lägger|lägga|lades|läggs|lagts)\b.{0,160}?\btill handlingarna\b`,
    ),
  ],
  [
    'rejects',
    pattern(
      String.raw`\b(?:ställer|ställde|ställa) sig inte bakom\b|\binte (?:ställa|ställer) sig bakom\b|\b(?:avstyrker|avslår|avslog|avslå|avslås|avvisar)\b|\binte bifalla\b|\bbifalle[rs] inte\b`,
    ),
  ],
  [
    'endorses',
    pattern(
      String.raw`\b(?:ställer|ställde) sig (?:(?!inte)\p{L}+ ){0,2}bakom\b|\btillstyrk(?:er|te)\b|\bbeslut\p{L}*\s+(?:om\s+)?att\s+ställa sig bakom\b|^(?:att )?ställa sig bakom\b|^att\b(?!.*rekommendera).*\b(?:och|samt)\s+(?:att\s+)?ställa sig bakom\b`,
    ),
  ],
  [
    'approves',
    pattern(
      String.raw`\b(?:godkänner|godkände)\b|^godkänna\b|\b(?:beslut\p{L}*\s+att|^att|\boch(?: att)?)\s+godkänna\b`,
    ),
  ],
  [
    'assigns',
    pattern(
      String.raw`\b(?:ger|ge|gav|ges|får|fick|erhåller|lämnar)\b.{0,200}?\bi?\s?uppdrag(?:et)?\b(?=.{0,200}?\b(?:att|åt|till)\b)|\b(?:uppdrar|uppdra|uppdrog|uppdras)\b`,
    ),
  ],
  [
    'recommends',
    // "ställer sig bakom att utbildningen rekommenderas": what is endorsed.
    pattern(
      String.raw`\b(?:rekommenderar|rekommenderade|rekommendera)\b|(?<!\bbakom\s+att\b.*)\brekommenderas\b`,
    ),
  ],
  [
    'postpones',
    pattern(
      String.raw`\b(?:bordlägger|bordlägga|bordläggs|bordlades|skjuter upp|skjuta upp|skjuts upp|sköts upp|återremitterar|återremittera|återremitteras|återremitterades)\b`,
    ),
  ],
];
/** Passive approval decides only as a clause of its own, not as a condition ("under förutsättning att … godkänns"). */
const PASSIVE_APPROVAL = pattern(String.raw`\bgodkän(?:ns|des)\b`);
const CONDITION = pattern(String.raw`\b(?:under förutsättning|förutsatt|om|när|innan|efter)\b`);

/** "Dagordningen godkänns med tillägget att …" is no condition; "… godkänns under förutsättning att" is approval too. */
const beforeApproval = (text: string): string => text.slice(0, text.search(PASSIVE_APPROVAL));

/** "Slutrapporten om stroke godkänns": what the report is about, and no condition. */
const ABOUT = /^[\p{L}-]+(?:en|et|an|na)\som\s(?=[^,]+$)/u;

/** @returns the actions in the order of their verbs; `["other"]` where none is known */
export function actionsOf(text: string): DecisionAction[] {
  const found = MARKERS.map(([action, regexp]) => ({ action, at: text.search(regexp) })).filter(
    ({ at }) => at >= 0,
  );
  if (
    !found.some(({ action }) => action === 'approves') &&
    PASSIVE_APPROVAL.test(text) &&
    !CONDITION.test(beforeApproval(text).replace(ABOUT, ''))
  ) {
    found.push({ action: 'approves', at: text.search(PASSIVE_APPROVAL) });
  }
  const rejects = found.some(({ action }) => action === 'rejects');
  const kept = rejects
    ? found.filter(({ action }) => action !== 'endorses' || isAlsoEndorsed(text))
    : found;
  kept.sort((a, b) => a.at - b.at);
  return kept.length > 0 ? kept.map(({ action }) => action) : ['other'];
}

const isAlsoEndorsed = (text: string): boolean =>
  pattern(String.raw`\bställer sig bakom\b`).test(text);
