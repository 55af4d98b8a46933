/** Labels under which a body decides, and what is no such label ("Förslag till beslut"). */
import { pattern } from '../../text/pattern.js';

export interface DecisionLabel {
  kind: 'stallningstagande' | 'beslut' | 'rekommendation';
  /** What follows the label on its line. */
  rest: string;
  colon: boolean;
}

const WORDS = String.raw`(ställningstaganden?|beslut|rekommendation(?:er)?)`;
const OWNER = String.raw`(?:(?:mötets|gruppens|styrgruppens|nätverkets|nämndens|styrelsens|rådets|samrådets|ledningsgruppens|kommitténs|\p{L}{2,12}:?s|politiskt?|gemensamt|fattade|mötes)\s*)?`;
const WITH_COLON = pattern(String.raw`^${OWNER}${WORDS}\s*[:;]\s*(.*)$`);
const ALONE = pattern(`^${OWNER}${WORDS}$`);
const PASSIVE = pattern(String.raw`^(beslutades)\s*:\s*(.*)$`);

export function readDecisionLabel(text: string): DecisionLabel | null {
  if (text.length > 4000) return null;
  const colon = WITH_COLON.exec(text) ?? PASSIVE.exec(text);
  if (colon) return { kind: kindOf(colon[1] ?? ''), rest: (colon[2] ?? '').trim(), colon: true };
  const alone = ALONE.exec(text);
  return alone ? { kind: kindOf(alone[1] ?? ''), rest: '', colon: false } : null;
}

function kindOf(word: string): DecisionLabel['kind'] {
  const lower = word.toLowerCase();
  if (lower.startsWith('st')) return 'stallningstagande';
  return lower.startsWith('b') ? 'beslut' : 'rekommendation';
}
