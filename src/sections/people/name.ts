/** What a person's name looks like: two to five words with capitals, hyphens and particles. No list of names. */
import { withinOneEdit } from '../../text/edits.js';
import { fold } from '../../text/normalise.js';
import { ACRONYM, isOrganisationWord } from './words/organisations.js';
import { isGroupHeading } from './words/groups.js';
import { isTitleWord } from './words/offices.js';
import { remembered } from '../../text/remember.js';

const WORD = String.raw`\p{Lu}[\p{Ll}’'´]+(?:\p{Lu}\p{Ll}+)?(?:-\p{Lu}?\p{Ll}+)*(?!\p{L})`;
const INITIAL = String.raw`\p{Lu}\.?`;
export const PARTICLE = String.raw`(?:von|af|de|da|do|dos|das|del|della|la|van|der|den|du|di|le|el|al|bin|ben|ibn|ter|zu)`;
/** Words of presence, which no name goes on with: "Jörgen Ek Anmält förhinder". */
const NOT_IN_NAME = String.raw`(?!(?:Anmält|Meddelat|Förhinder|Frånvarande|Närvarande|Ej|Inte|Via|Deltog|Lämnade|Anlände|Kom|Adjungerad|Ordförande|Vice|Sekreterare|Kassör|Ledamot|Ersättare|Suppleant|Justerare|\p{Lu}\p{Ll}+(?:chef|direktör|sekreterare|strateg|ledare|ombud|samordnare))(?!\p{L}))`;
/** "P O Lind", "K.G. Ek", "C-G Berg": two initials for the first name. */
const INITIALS = String.raw`\p{Lu}(?:\.\s?|\s|-)\p{Lu}(?:\.\s?|\s)`;
const NAME = String.raw`(?:${INITIALS}${WORD}|${WORD}(?:\s+${INITIAL}(?=\s))?(?:\s+(?:${PARTICLE}\s+){0,2}${NOT_IN_NAME}${WORD}){1,4})`;

const STARTS_WITH_NAME = new RegExp(`^(${NAME})`, 'u');
const IS_NAME = new RegExp(`^(?:${NAME})$`, 'u');
const IS_SINGLE = new RegExp(`^${WORD}$`, 'u');

export const isName = (text: string): boolean => IS_NAME.test(text) && !looksLikeOrganisation(text);
export const isSingleName = (text: string): boolean =>
  IS_SINGLE.test(text) && !isOrganisationWord(text) && !isTitleWord(text) && !isGroupHeading(text);

/** @param names full names in lower case @returns whether `word` is the first name of one of them */
export const isFirstNameIn = (names: ReadonlySet<string>, word: string): boolean =>
  isSingleName(word) && [...names].some((full) => full.startsWith(`${word.toLowerCase()} `));

/** Printed with a capital before a name or over a column: "Ordförande Vice ordförande". */
const OFFICE =
  /^(?:Ordförande|Sekreterare|Mötessekreterare|Justerare|Kassör|Vice|Anteckningar|Antecknare|Protokoll|Protokollförare)$/u;

/** "Första Året", "Nya Medlemmar": words that count or describe begin nobody's name. */
const NO_FIRST_NAME =
  /^(?:Första|Andra|Tredje|Fjärde|Nästa|Nya|Alla|Ingen|Övriga|Dagens|Mötets|Årets|Vårens|Höstens|Lilla|Stora|Gamla|Norra|Södra|Östra|Västra|Upplands)$/u;

/** The words with capitals at the start of a text, as many as a name may have. */
export const leadingName = remembered((text: string): string | null => {
  const name = STARTS_WITH_NAME.exec(text)?.[1] ?? null;
  const first = name?.split(' ')[0] ?? '';
  const isCompany = name !== null && COMPANY.test(text.slice(name.length));
  return isCompany || isGroupHeading(first) || OFFICE.test(first) || NO_FIRST_NAME.test(first)
    ? null
    : name;
});

/** "Dala Teknik AB" */
const COMPANY = /^\s(?:AB|HB|KB)(?!\p{L})/u;

/** A word with the ending of an organisation, or an abbreviation. */
export const looksLikeOrganisation = remembered((text: string): boolean => {
  return text.split(' ').some((word) => isOrganisationWord(word) || ACRONYM.test(word));
});

export const nameKey = (name: string): string =>
  fold(name)
    .replaceAll(/[^a-z]+/gu, ' ')
    .trim();

/** Whether two printings mean one person: same words, marks aside; one a part of the other; or one letter apart. */
export function sameName(a: string, b: string): boolean {
  const [left, right] = [nameKey(a), nameKey(b)];
  if (left === right) return true;
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  const shortWords = short.split(' ');
  const longWords = new Set(long.split(' '));
  if (shortWords.length >= 2 && shortWords.every((word) => longWords.has(word))) return true;
  // "Martin I" and "Martin N" are two: an initial tells people apart.
  const isInitialled = (words: string): boolean => /\s\p{L}$/u.test(words);
  return (
    withinOneEdit(short, long) && short.length >= 8 && !isInitialled(left) && !isInitialled(right)
  );
}

/** What stands so in the column of names is a name, whatever its words mean elsewhere ("Omar Biskop"). */
export const NAME_FORM =
  /^(\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?(?:\s(?:von|af|de|da|van|der))*(?:\s\p{Lu}\p{L}+(?:-\p{Lu}\p{Ll}+)?){1,2})(?:\s\((\p{Lu}{1,4})\))?$/u;

/** How many Swedish surnames end. */
export const SURNAME_END = String.raw`(?:son|ström|gren|[kq]vist|stedt|feldt|löf|lund|berg|holm|dahl|én|[dl]in)`;
