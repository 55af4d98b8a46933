/** What notes are called, and how far they have come: the words that titles are told by. */
import { pattern } from '../../text/pattern.js';

export const TITLE_WORD = String.raw`(?:(?:minnes|mötes?|nätverks|arbets|styrgrupps|protokolls)?anteckning(?:ar|en|arna)?|\p{L}*protokoll|minnes-\s?och\s+mötesanteckningar|mötesreferat|referat)`;
/** How far the note has come: no part of its body's name. */
const STATE = String.raw`(?:utkast|preliminär[at]?|ej\s+justera[dt]e?|justera[dt]e?|godkän[dt]a?|signera[dt]e?|korrigera[dt]e?|reviderad?e?|slutlig[at]?)`;
export const TITLE = pattern(`^(?:${STATE}\\s*[:–-]?\\s*)?(${TITLE_WORD})(?!\\s*:)\\b`);
/** "Mötesanteckningar: Samverkansplattformen" */
export const TITLE_WITH_COLON = pattern(`^(${TITLE_WORD})\\s*:`);
export const HAS_TITLE = pattern(String.raw`\b${TITLE_WORD}\b`);
export const FROM = pattern(
  String.raw`^(?:[\s:,–-]|(?:fört|förda)\s+(?:vid|på)\s|från\s|för\s|(?:per capsulam|digitalt|extra|ordinarie|fysiskt)\s|samråd\s+i\s|(?:(?:arbets)?möte(?:t)?|sammanträde(?:t)?|nätverksträff(?:en)?|träff(?:en)?|nätverksmöte(?:t)?|styrgruppsmöte|styrelsemöte|årsmöte)(?:\s+\d{1,2})?(?:\s+(?:med|i|för|av)\s|\s*$|\s*[,–-])|(?:nätverksträff|nätverksmöte|styrgruppsmöte|samrådsmöte)\s|(?:med|i|vid|den)\s)+`,
);
