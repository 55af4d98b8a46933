/** Whether a line break is the page's or the writer's: what tells that one line carries on the one before. */
import type { FlowLine } from './flowline.js';
import { withNextWord } from './typeface.js';

/** A line longer than this was never wrapped: it is a whole paragraph. */
export const UNWRAPPED = 170;
const TERMINAL = /[.!?:…]["”’)\]]*$/u;

/** Letters are not equally wide: a full line may be this much shorter than the widest. */
const FULL = 0.95;
/** Where the sentence has not ended a line break is the page's more often than not. */
const NEARLY_FULL = 0.86;

/** The next line's first word would not have fitted on this one: the line break was the page's, not the writer's. */
export function isFull(line: FlowLine, next: FlowLine, share = FULL): boolean {
  if (line.text.length > UNWRAPPED) return false;
  return withNextWord(line.text, next.text).length >= Math.max(line.width, next.width) * share;
}

/** By its letters, where they tell: "mm" takes the room of "lillil". */
const isFullOfLetters = (line: FlowLine, next: FlowLine): boolean =>
  line.room !== null && line.room.measure(withNextWord(line.text, next.text)) > line.room.width;

const ABBREVIATED =
  /(?:^|[\s(])(?:fr\.\s?o\.\s?m|t\.\s?o\.\s?m|bl\.\s?a|t\.\s?ex|d\.\s?v\.\s?s|m\.\s?fl|kl|ca|nr|dnr|ordf|förbundsdir|tf|s\.\s?k|jan|febr?|aug|sept?|okt|nov|dec|\d{1,3}\s?min)\.$/iu;

/** Ends with a full stop or the like that is not an abbreviation's, or with an address, which has no full stop. */
export const endsSentence = (text: string): boolean =>
  (TERMINAL.test(text) && !ABBREVIATED.test(text.slice(-20))) || ADDRESS_LAST.test(text);

const ADDRESS_LAST = /(?:^|\s)(?:https?:\/\/|www\.)\S{4,}[^\s/-]$/u;

const OPEN_END =
  /(?:[,(/–]|-|(?<![\p{L}\p{N}])(?:och|eller|samt|att|i|på|av|om|för|med|till|från|en|ett|den|det|de|som|vid|inom|kring|mellan|hos|per|under|över|inför|mot|efter|före|innan|åt|genom|enligt|utifrån|utan|bland|ger|får|är|har|ska|skall|kan|bör|fr\.o\.m\.|t\.o\.m\.))$/iu;

/** "16 juni 2022: …" begins a row of its own. */
const DATED_ROW = /^\d{1,2}\s\p{L}{3,9}\.?(?:\s\d{4})?\s?:\s/u;
/** "Beslut i fullmäktige: juni 2020" below "Remisstid: till 4 maj 2020": each is a row of a timetable. */
const LABELLED_DATE = /^\p{Lu}[^:.!?]{2,60}:\s[^.:!?]{0,40}\d{4}(?:[–-]\d\d[–-]\d\d)?$/u;
/** "Torsdag 6 februari 2020", and nothing else. */
const DAY_ROW =
  /^(?:\p{L}+dag(?:en)?\s)?(?:den\s)?\d{1,2}\s(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)\p{L}*(?:\s\d{4})?$/iu;
/** "2. Leverantören larmar" is the next point of a list. */
const NUMBERED_ROW = /^\d{1,2}[.)]\s\p{Lu}/u;

/** "Expedieras till" over those to whom the decision goes, each on a line. */
const SENT_TO =
  /^(?:(?:beslutet\s|protokollet\s)?(?:expedieras|skickas|delges)(?:\still)?|(?:protokolls)?utdrag\still|kopia\still)\s?:?$/iu;

/** Short, and no end of a sentence: after a full stop a line within a paragraph is neither. */
const isHeadingLike = (line: FlowLine): boolean =>
  line.text.length < line.width * 0.4 &&
  /^\p{Lu}/u.test(line.text) &&
  !/[.!?,;)]$/u.test(line.text);

/** The gap above a line, in lines of the note's own spacing: in a double-spaced note one blank line is none. */
export const gapAbove = (next: FlowLine, line = next): number =>
  (next.gap + 1) / (line.spacing + 1) - 1;

/** "Synpunkter: …" under a point of a list begins a paragraph of its own. */
const SPOKEN_LABEL =
  /^(?:Synpunkter|Kommentar(?:er)?|Dialog|Diskussion|Fråg(?:a|or)|Svar|Reflektioner|Slutsats(?:er)?)\s?:\s/u;

const OPEN_NUMBER =
  /(?:\d\s(?:till|och|–|-)|(?<!\p{L})(?:vecka|veckorna|punkt|nummer|till|mellan|i|på|av|cirka|ca|drygt|knappt|nästan|minst|högst|från))$/u;

const beginsItsOwn = (line: FlowLine): boolean =>
  line.bullet !== null ||
  line.headingLevel > 0 ||
  DATED_ROW.test(line.text) ||
  NUMBERED_ROW.test(line.text) ||
  SPOKEN_LABEL.test(line.text);

/** "… är avslutat. Elisabet", "… är klart. Beredningsgruppen, Södra": prose whose next sentence has only begun. */
function isWithinSentence({ text, bullet }: FlowLine): boolean {
  const [, ended = '', begun = ''] = BEGUN.exec(text) ?? [];
  const isProse = /^\p{Ll}/u.test(ended) || SENTENCE.test(ended);
  return bullet === null && begun !== '' && isProse && endsSentence(ended);
}

const BEGUN = /^(.*(?:\p{Ll}{3}|\s20\d\d)[.!?])\s(\p{Lu}[^.!?:]*)$/u;

/** Part of a sentence that has no end, and below it words in lower case that are no point of a list. */
const isInMidSentence = (line: FlowLine, next: FlowLine): boolean =>
  (SENTENCE.test(line.text) || /^\p{Ll}/u.test(line.text)) &&
  /^(?!att\s|[a-h][).]\s)\p{Ll}/u.test(next.text);

/** A point of a list needs no full stop: over a gap it goes on only in lower case. */
const goesOnOverGap = (line: FlowLine, next: FlowLine): boolean =>
  !endsPoint(line, next) &&
  (OPEN_END.test(line.text) ||
    isWithinSentence(line) ||
    isInMidSentence(line, next) ||
    (line.bullet === null
      ? isFull(line, next)
      : !/^\p{Lu}/u.test(next.text) && line.text.length > line.width * 0.75));

/** The last line of a point, indented as its first is not: what begins with a capital at the margin is no part of it. */
const endsPoint = (line: FlowLine, next: FlowLine): boolean =>
  line.bullet === null &&
  next.bullet === null &&
  line.indent > next.indent &&
  /^\p{Lu}/u.test(next.text);

/** Whether `next` carries on the paragraph that `line` is in. */
export function continues(line: FlowLine, next: FlowLine): boolean {
  if (line.goesOn && next.gap === 0) return true;
  if (LABELLED_DATE.test(line.text) && LABELLED_DATE.test(next.text)) return false;
  if (SENT_TO.test(line.text)) return false;
  // "… följande dagar:" leads to a list, and its first row is a day.
  if (line.text.endsWith(':') && DAY_ROW.test(next.text)) return false;
  if (next.bullet === null && OWNER_BROKEN.test(line.text) && /^\p{Lu}[\p{L}-]+$/u.test(next.text))
    return gapAbove(next, line) <= 1;
  // "Boka lokal" over "– Maria": a dash that is no bullet leads on.
  if (next.bullet === null && /^[–—-]\s/u.test(next.text) && gapAbove(next, line) <= 1) return true;
  // "under veckorna 27 till" over "32. Kommunerna fick …"
  if (
    OPEN_NUMBER.test(line.text) &&
    /^\d{1,2}(?:\.\s|,\s\d{4})/u.test(next.text) &&
    gapAbove(next, line) <= 0
  )
    return true;
  return !beginsItsOwn(next) && looksContinued(line, next);
}

/** "Boka lokal – Maria" over "Ek": a dash, and of a name only the first word. */
const OWNER_BROKEN = /\s[–—-]\s(?<=\p{Ll}.*)\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?$/u;

/** "Halmstad: Har infört …" below a sentence that has ended: the next one in the round tells of itself. */
const IN_TURN = /^\p{Lu}[\p{L}-]+(?:\s\p{L}[\p{L}-]+){0,2}:\s\p{Lu}\p{Ll}/u;

const beginsAnother = (next: FlowLine): boolean => isHeadingLike(next) || IN_TURN.test(next.text);

/** "Boka lokal (Maria)": a point that names who does it is whole. */
const OWNER_LAST = /\s\(\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?(?:\s\p{Lu}[\p{L}-]+)?\)$/u;

const isWholePoint = (line: FlowLine, next: FlowLine): boolean =>
  line.bullet !== null && OWNER_LAST.test(line.text) && /^\p{Lu}/u.test(next.text);

function looksContinued(line: FlowLine, next: FlowLine): boolean {
  const ended = endsSentence(line.text);
  if ((ended && beginsAnother(next)) || isWholePoint(line, next)) return false;
  // A year goes on with the sentence; a day and its month begin a row of a list.
  const lower = /^(?:[\p{Ll}(]|(?:19|20)\d\d(?:[.,;)]|\s\p{Ll}|$))/u.test(next.text);
  if (line.softHyphen || (/\p{L}-$/u.test(line.text) && lower)) return true;
  // Where the gap is lost, only the sentence and the fullness of the line tell.
  if (next.afterBreak && (next.gapLost || gapAbove(next, line) > 0))
    return !ended && (lower || isOpenEnded(line) || isFull(line, next));
  const gap = gapAbove(next, line);
  if (gap > 0) return gap <= 1 && !ended && goesOnOverGap(line, next);
  return (
    isOpenEnded(line) || leadsOn(line, next) || isWrapped(line, next, ended) || (lower && !ended)
  );
}

/** "… ställs besöket in. Region": a sentence of one word has not ended. */
const ONE_WORD = /\p{Ll}[.!?]\s\p{Lu}\p{Ll}+(?:-\p{Lu}?\p{Ll}+)?$/u;

/** "… av anmälan och Tuva" over "Engdahl delar sin lista.": the rest of a name, and its verb. */
const isHalfName = (line: FlowLine, next: FlowLine): boolean =>
  /\p{Ll}\s(?:och|samt|men|medan)\s\p{Lu}\p{Ll}+$/u.test(line.text) &&
  /^\p{Lu}[\p{L}-]+\s\p{Ll}+\s/u.test(next.text);

const leadsOn = (line: FlowLine, next: FlowLine): boolean =>
  isHalfName(line, next) || leadsToAddress(line, next);

/** "… i Region Skåne och i Region" over "Östergötland" */
const NEEDS_NAME = /\p{L}\s(?:Region|Västra|Östra|Norra|Södra|Mellersta)$/u;

/** Its last words need others after them. */
const isOpenEnded = (line: FlowLine): boolean =>
  OPEN_END.test(line.text) ||
  NEEDS_NAME.test(line.text) ||
  ONE_WORD.test(line.text) ||
  isWithinSentence(line);

/** "Läs mer:" or "Mer finns på", and below it the address: both are one sentence. */
export const leadsToAddress = (line: FlowLine, next: FlowLine): boolean =>
  /:$|(?<!\p{L})(?:på|via|till|hos|från|se|under)$/u.test(line.text) &&
  next.bullet === null &&
  /^(?:https?:\/\/|www\.)\S+$/u.test(next.text);

const isWrapped = (line: FlowLine, next: FlowLine, ended: boolean): boolean => {
  // "… bestämmer över:" over lower case may lead to a list, or just go on.
  const hasEnded = ended && !(line.text.endsWith(':') && /^\p{Ll}/u.test(next.text));
  if (hasEnded)
    return line.room === null
      ? isFull(line, next)
      : isFull(line, next, NEARLY_FULL) && isFullOfLetters(line, next);
  return isFull(line, next, SENTENCE.test(line.text) ? NEARLY_FULL : FULL);
};

/** A verb: words of a sentence, not of a list of titles or names. */
const SENTENCE =
  /(?<!\p{L})(?:är|var|har|hade|ska|skall|kan|får|fick|blir|ger|att|inte|\p{Ll}{3,}(?:erar|ade|ades))(?!\p{L})/u;
