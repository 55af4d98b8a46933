/** Labels under which a body decides, and what is no such label ("Förslag till beslut"). */
import { isOneLetterOff } from '../../text/edits.js';
import { pattern } from '../../text/pattern.js';
import { remembered } from '../../text/remember.js';

export interface DecisionLabel {
  kind: 'stallningstagande' | 'beslut' | 'rekommendation';
  /** What follows the label on its line. */
  rest: string;
  colon: boolean;
  /** Whose decision it is, where a body is named: "Arbetsutskottets beslut". It may be another one. */
  owner?: string;
  /** The label as printed and the one meant, where one letter was wrong. */
  word?: string;
  misspelt?: string;
}

const WORDS = String.raw`(ställningstaganden?|beslut|rekommendation(?:er)?)`;
const OWNER = String.raw`(?:(?:mötets|gruppens|styrgruppens|nätverkets|nämndens|styrelsens|rådets|samrådets|ledningsgruppens|kommitténs|\p{L}{2,12}:?s|politiskt?|gemensamt|fattade|mötes)\s*)?`;
const WITH_COLON = pattern(String.raw`^${OWNER}${WORDS}\s*[:;]\s*(.*)$`);
const ALONE = pattern(`^${OWNER}${WORDS}$`);
/** "Kultur- och fritidsnämndens beslut", "Arbetsutskottets beslut:" */
const OF_BODY = pattern(
  String.raw`^((?:\p{L}+-\s(?:och\s)?)?\p{L}+(?:nämnden|utskottet|styrelsen|rådet|direktionen|gruppen|kommittén|delegationen|stämman|beredningen|fullmäktige))s\s+(beslut)\s*(?:$|:\s*(.*)$)`,
);
const PASSIVE = pattern(String.raw`^(?:det\s)?(beslut(?:ades|as))\s*:\s*(.*)$`);
/** "Nätverket beslutade: …" */
const BY_BODY = pattern(
  String.raw`^(?:\p{L}*(?:nätverket|gruppen|mötet|rådet|samrådet|styrelsen|nämnden|presidiet|kommittén|forumet)|\p{L}{2,8})\s+(beslutade|beslutar|beslöt)\s*:\s*(.*)$`,
);
/** "Beslut Nätverket rekommenderar …": the colon was forgotten, and a sentence that decides follows. */
const WITHOUT_COLON =
  /^(Ställningstagande|Beslut|Rekommendation)\s+(\p{Lu}[^:]{0,60}?\s(?:noterar|ställer|ger|beslutar|godkänner|rekommenderar|bordlägger|uppdrar|avslår|återremitterar|lägger|antar|fastställer)\s.*)$/u;

export const readDecisionLabel = remembered((text: string): DecisionLabel | null => {
  if (text.length > 4000) return null;
  const colon = WITH_COLON.exec(text) ?? PASSIVE.exec(text) ?? BY_BODY.exec(text);
  if (colon) return { kind: kindOf(colon[1] ?? ''), rest: (colon[2] ?? '').trim(), colon: true };
  const bare = WITHOUT_COLON.exec(text);
  if (bare) return { kind: kindOf(bare[1] ?? ''), rest: bare[2] ?? '', colon: false };
  const body = OF_BODY.exec(text);
  if (body) {
    const [, owner = '', , rest] = body;
    return { kind: 'beslut', rest: (rest ?? '').trim(), colon: rest !== undefined, owner };
  }
  const alone = ALONE.exec(text);
  return alone ? { kind: kindOf(alone[1] ?? ''), rest: '', colon: false } : readMisspelt(text);
});

/** Words of their own, and no slips of the pen. */
const FORMS = /^(?:beslut[aes]|beslöt|rekommendationen)$/iu;

/** One letter wrong; "beslut" is short, and without a colon told from its neighbours by its capital only. */
function readMisspelt(text: string): DecisionLabel | null {
  const match = /^(\p{L}{5,20})\s*(?:(:)\s*(.*))?$/u.exec(text);
  if (!match) return null;
  const [, word = '', colon, rest = ''] = match;
  const meant = [
    'ställningstagande',
    'rekommendation',
    ...(colon || word.startsWith('B') ? ['beslut'] : []),
  ].find((label) => isOneLetterOff(label, word.toLowerCase()) && !FORMS.test(word));
  return meant
    ? { kind: kindOf(meant), rest: rest.trim(), colon: colon !== undefined, word, misspelt: meant }
    : null;
}

function kindOf(word: string): DecisionLabel['kind'] {
  const lower = word.toLowerCase();
  if (lower.startsWith('st')) return 'stallningstagande';
  return lower.startsWith('b') ? 'beslut' : 'rekommendation';
}
