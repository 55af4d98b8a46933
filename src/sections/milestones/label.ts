/** What a sentence says of a date in it: the clause that the date belongs to, without the date. */
import type { DatePhrase } from '../../dates/index.js';
import { squeeze } from '../../text/normalise.js';
import { HAPPENS, PRESENT } from './happeningwords.js';
import { TOLD } from './tense.js';

/** "Anna Ek informerar om att …": what happens is what follows. */
const TELLS_THAT =
  /^(?:\p{Lu}[\p{L}-]*\s){1,4}(?:informerar|berättar|meddelar|redovisar|rapporterar|påminner|upplyser|säger)\s(?:också\s|även\s|vidare\s)?(?:om\s)?att\s(?=\P{L}*\p{L}+\s)/u;

const SAID_THAT = new RegExp(String.raw`^\p{Lu}[^,.;:]{1,60}?\s${TOLD}(?=\P{L}*\p{L}+\s)`, 'u');

/** The sentence, or its clause, without its date and without what is added after it. */
export function labelWithout(sentence: string, phrase: DatePhrase, alone: boolean): string {
  const [begin, to] = alone ? ownClause(sentence, phrase) : clauseOf(sentence, phrase);
  const told = TELLS_THAT.exec(sentence.slice(begin, phrase.start));
  const said = told ?? SAID_THAT.exec(sentence.slice(begin, phrase.start));
  const from = begin + (said?.[0].length ?? 0);
  return squeeze(`${sentence.slice(from, phrase.start)} ${sentence.slice(phrase.end, to)}`)
    .replaceAll(/\(\s*\)\s?/gu, '')
    .replaceAll(/\s+([,.;])/gu, '$1')
    .replace(/^att\s+/u, '')
    .replace(/^(?:\p{Lu}\S*\s)?(?:ställer\ssig\sbakom\s(?:att\s)?|beslutar\satt\s(?=\p{Lu}))/u, '')
    .replace(/^\p{Lu}[^:.]{1,40}:\s(?=\p{Lu}\p{Ll}+\s\p{Ll})/u, '')
    .replace(/(?:[.,;\s]|\s[–—-]|\s(?:till|från|under|i|den|och))+$/u, '');
}

/** Of several dated clauses each is its own: from the ", och" before its date to the one after. */
function clauseOf(sentence: string, phrase: DatePhrase): [number, number] {
  const borders = [...sentence.matchAll(/,?\s+(?:och|men|samt)\s+/gu)].filter(
    ({ 0: words, index }) =>
      words.startsWith(',') ||
      (isClause(sentence.slice(0, index)) && hasVerb(sentence.slice(index + words.length))),
  );
  const before = borders.filter((border) => border.index < phrase.start).at(-1);
  const after = borders.find((border) => border.index >= phrase.end);
  return [before ? before.index + before[0].length : 0, after?.index ?? sentence.length];
}

/** "En översyn pågår och svar ges i maj, om alla är överens": what happens then is only "svar ges". */
function ownClause(sentence: string, phrase: DatePhrase): [number, number] {
  const before = sentence.slice(0, phrase.start);
  const border = [...before.matchAll(/(?<!-),?\s(?:och|men|samt)\s/gu)].at(-1);
  const own = border ? border.index + border[0].length : 0;
  const [left, right] = [before.slice(0, border?.index ?? 0), before.slice(own)];
  const isOwn = isClause(right) || (border?.[0].includes('men') === true && tellsAfter(right));
  const from = border && (HAPPENS.test(left) || hasPresent(left)) && isOwn ? own : 0;
  // What follows the date of a clause that is whole says where, or adds something.
  // "Den 1 juli blir arbetet reglerat, och varje kommun ska ha en samordnare": the second clause tells of more.
  const second = phrase.start === 0 ? NEXT_CLAUSE.exec(sentence.slice(phrase.end)) : null;
  if (second && IS_SO.test(sentence.slice(phrase.end + second.index)))
    return [from, phrase.end + second.index];
  const isWhole = isClause(sentence.slice(from, phrase.start));
  return [
    from,
    isWhole && !AWAITS.test(before) && !SAYS_WHERE.test(sentence.slice(phrase.end))
      ? phrase.end
      : sentence.length,
  ];
}

const NEXT_CLAUSE = /,\s(?:och|men|medan)\s(?!(?:som|att|när|om)\s)\p{L}/u;

/** "Fullmäktige väntas i juni ta ställning till planen": what is expected follows the date. */
const AWAITS = /\s(?:väntas|förväntas|beräknas|planeras|kommer|ska|skall|avser|räknar\smed)\s$/u;

/** "hålls den 24 maj i Lycksele": where belongs to what happens; "i de kommuner som …" adds something. */
const SAYS_WHERE = /^\s(?:i|på|vid|hos|av)\s(?:(?!som\s)[^,.;:()]){2,60}\.?$/u;

/** After "men" any verb in the present tense with a subject before it tells something of its own. */
const tellsAfter = (text: string): boolean => (PRESENT.exec(text)?.index ?? 0) > 1;

/** "konferens" ends as a verb may, and so does "söner" in "för söner och makar": neither is one. */
const hasPresent = (text: string): boolean => {
  const verbs = text
    .replaceAll(/\p{L}+(?:ens|ans)(?!\p{L})/gu, ' ')
    .replaceAll(/(?<!\p{L})(?:för|till|av|med|om|på|i|från|hos|bland|mellan|utan)\s\p{L}+/gu, ' ');
  // "… har meddelat att 2G" has not come to its clause's verb.
  return PRESENT.test(verbs) || (IS_SO.test(verbs) && !/\s(?:att|som)\s\S+$/u.test(text));
};

const IS_SO = /(?<!\p{L})(?:är|har|blir|finns|kan|ska|skall|var|hade|fick)(?!\p{L})/u;

/** "och beräknas vara klart i maj": its subject is that of the clause before. */
const hasVerb = (text: string): boolean => isClause(text) || HAPPENS.exec(text)?.index === 0;

/** It has a subject before its verb. */
function isClause(text: string): boolean {
  const verb = HAPPENS.exec(text);
  return verb !== null && verb.index > 1;
}
