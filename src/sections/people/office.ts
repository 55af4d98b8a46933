/** What somebody is: a title, its organisation, and where the one ends and the other begins. */
import { remembered } from '../../text/remember.js';
import { leadingName, looksLikeOrganisation } from './name.js';
import { isTitleWord, ROLE_QUALIFIERS } from './words/offices.js';
import { isOrganisationWord } from './words/organisations.js';

/**
 * "vice ordförande Håkan Ek", "Professor Lena Holm": a title, and after it a whole name.
 * @returns no office where the words in front are none, or no name follows
 */
export const officeInFront = remembered((text: string): { office: string | null; rest: string } => {
  const words = text.split(' ');
  let end = 0;
  while (end < words.length && isOfficeWord(words, end)) end += 1;
  const rest = words.slice(end).join(' ');
  const isTitle = isTitleWord(words[end - 1] ?? '');
  const name = leadingName(rest);
  return end > 0 && isTitle && name !== null && !looksLikeOrganisation(name)
    ? { office: words.slice(0, end).join(' '), rest }
    : { office: null, rest: text };
});

function isOfficeWord(words: readonly string[], at: number): boolean {
  const word = (words[at] ?? '').toLowerCase();
  if (isTitleWord(word)) return true;
  if (ROLE_QUALIFIERS.includes(word)) return words.length > at + 2;
  // "kommunstyrelsens ordförande Bo Ek"
  if (OF_BODY.test(word)) return isTitleWord(words[at + 1] ?? '');
  // "hälso- och sjukvårdsdirektör"
  return (word.endsWith('-') && words[at + 1] === 'och') || (word === 'och' && at > 0);
}

/** "kommunstyrelsens ordförande": an office by whose it is. */
const OF_BODY =
  /(?:styrelsens|nämndens|direktionens|fullmäktiges|utskottets|rådets|kommunens|regionens|förbundets)$/u;

export const isRole = (text: string): boolean =>
  splitRole(text).role !== null && splitRole(text).rest === '';

/** "NU-sjukvården ordförande": in a list without commas the part played stands after the organisation. */
export const OFFICE_LAST =
  /^(.+?)\s+((?:(?:förste|andre)\s)?(?:[Vv]ice\s)?[Oo]rdförande|adjungerad(?:\s.+)?)$/u;

/** Trade unions whose names are words of offices too. */
const UNION = /^(?:Kommunal|Ledarna)$/u;

/** Words that are one title, or none. */
function fixedWords(part: string): { role: string | null; rest: string } | null {
  if (UNION.test(part)) return { role: null, rest: part };
  return ON_DUTY.test(part) ? { role: part, rest: '' } : null;
}

/** "tjänsteman i beredskap" is one title. */
const ON_DUTY = /^tjänste(?:man|person)\si\sberedskap$/iu;

const PREPOSITION = /^(?:för|inom|med|och|av|till|samt|&)$/iu;
const AT = /^(?:på|vid|hos|från|i)$/iu;

/**
 * Splits "förste vice ordf. HSS" into its title and its organisation. A title in lower case that is no known word
 * is a title all the same; a capital begins an organisation.
 */
export const splitRole = remembered((part: string): { role: string | null; rest: string } => {
  const fixed = fixedWords(part);
  if (fixed) return fixed;
  const words = part.split(' ');
  const office = splitAtOffice(words);
  if (office) return office;
  if (isOfficeAlone(words)) return { role: null, rest: part };
  let end = 0;
  let attached = false;
  while (end < words.length) {
    const word = words[end] ?? '';
    const bare = word.replace(/[.,]$/u, '');
    const next = words[end + 1];
    if (PREPOSITION.test(word) && end > 0) {
      attached = true;
      end += 1;
      continue;
    }
    if (attached) {
      end += 1;
      continue;
    }
    if (AT.test(word) && end > 0 && next)
      return { role: words.slice(0, end).join(' '), rest: words.slice(end + 1).join(' ') };
    if (BEGINNINGS.some((begins) => begins(words, end))) break;
    if (isRoleWord(word, bare, next, end, words[end + 2])) {
      end += word.endsWith('-') && next === 'och' ? 3 : 1;
      continue;
    }
    break;
  }
  end = Math.min(end, words.length);
  return { role: end > 0 ? words.slice(0, end).join(' ') : null, rest: words.slice(end).join(' ') };
});

/** A part that ends with an organisation's word is a title and that organisation, in lower case too. */
function splitAtOffice(words: readonly string[]): { role: string; rest: string } | null {
  const last = words.filter((word) => !/^\(.*\)$/u.test(word)).at(-1) ?? '';
  if (
    !isOrganisationWord(last) ||
    !/(?:nämnden|styrelsen|utskottet|fullmäktige|förbundet)$/iu.test(last)
  )
    return null;
  const end = words.findIndex((word) => isTitleWord(word));
  if (
    end < 0 ||
    end >= words.length - 1 ||
    !words.slice(0, end).every((word) => ROLE_QUALIFIERS.includes(word.toLowerCase()))
  )
    return null;
  const next = words[end + 1] ?? '';
  if (PREPOSITION.test(next) || AT.test(next)) return null;
  return { role: words.slice(0, end + 1).join(' '), rest: words.slice(end + 1).join(' ') };
}

/** "social välfärdsnämnden": no word before it is a title. */
const isOfficeAlone = (words: readonly string[]): boolean =>
  words.length > 1 &&
  /(?:nämnden|styrelsen|utskottet)$/iu.test(words.at(-1) ?? '') &&
  words.slice(0, -1).every((word) => ADJECTIVE.test(word));

const ADJECTIVE =
  /^(?:(?:social|kommunal|regional|lokal|politisk|teknisk|gemensam|strategisk|central)a?|norra|södra|östra|västra|mellersta)$/u;

/** "ordförande strategiska Hälso- och …": the adjective after a title belongs to the name that follows. */
function isAdjectiveOfOrganisation(words: readonly string[], at: number): boolean {
  const [before, word, next] = [words[at - 1], words[at] ?? '', words[at + 1]];
  if (before === undefined || next === undefined) return false;
  if (!/^\p{Ll}+$/u.test(word) || isField(word)) return false;
  const isUnitsOwn = word.endsWith('a') ? isUnit(next) : isUnitAlone(word, next);
  if (!/^\p{Lu}\p{Ll}/u.test(next) && !isUnitsOwn) return false;
  return isTitleWord(before) && !isTitleWord(word) && !ROLE_QUALIFIERS.includes(word);
}

/** "kommunal utveckling": a field of work that no title stands before is where. */
const isFieldAlone = (words: readonly string[], at: number): boolean =>
  at === 0 &&
  words.length > 1 &&
  isField(words.at(-1) ?? '') &&
  words.every((word) => /^\p{Ll}+-?$/u.test(word) && !isTitleWord(word)) &&
  !words.some((word) => PREPOSITION.test(word));

/** "enhetschef förlossningen", "ekonom kansliet": what a title is followed by in the definite form is where. */
const isDefiniteUnit = (words: readonly string[], at: number): boolean =>
  at > 0 &&
  at === words.length - 1 &&
  isTitleWord(words[at - 1] ?? '') &&
  /^\p{Ll}{5,}(?:ngen|sen|ten|ken|den|eten|ödet|ivet)$/u.test(words[at] ?? '') &&
  !isTitleWord(words[at] ?? '');

/** "psykiatriska kliniken": the unit that somebody is chief of, in lower case. */
const isUnit = (word: string): boolean =>
  /^\p{Ll}+(?:kliniken|enheten|avdelningen|mottagningen|institutionen|fakulteten|sektionen)$|^kliniken$/u.test(
    word,
  );

/** "operativ avdelning": the same without its article. */
const isUnitAlone = (word: string, next: string): boolean =>
  SORT.test(word) &&
  /^\p{Ll}*(?:avdelning|enhet|sektion|klinik|förvaltning|verksamhet|sektor)$/u.test(next);
const SORT = /(?:ell|lig|isk|iv|al|at|sam|intern|extern|yttre|inre)$/u;

/** "ideell sektor", "regionala samverkansenheten": of what sort the unit is, and no title anywhere. */
function beginsUnit(words: readonly string[], at: number): boolean {
  const end = words.findIndex((word) => /^\p{Ll}/u.test(word) && isOrganisationWord(word));
  return (
    at === 0 &&
    end > 0 &&
    words.slice(0, end).every((word) => SORT.test(word.replace(/l?a$/u, (l) => l.slice(0, -1)))) &&
    !words.some((word) => isTitleWord(word))
  );
}

/** "strategiska hälso- och sjukvårdsnämnden": nothing before the organisation's word is a title. */
function beginsOrganisation(words: readonly string[], at: number): boolean {
  if (at > 0 || !/^\p{Ll}+a$/u.test(words[0] ?? '')) return false;
  const end = words.findIndex(
    (word) => isOrganisationWord(word) && /(?:nämnden|styrelsen|utskottet)$/u.test(word),
  );
  return end > 0 && words.slice(0, end).every((word) => !isTitleWord(word));
}

/** "Regionala utvecklingsnämnden" is an organisation, "Regional samordnare" a title. */
function isQualifier(word: string, next: string | undefined): boolean {
  return /^(?:\P{Lu}|Vice$)/u.test(word) || isTitleWord((next ?? '').replace(/[.,]$/u, ''));
}

function isRoleWord(
  word: string,
  bare: string,
  next: string | undefined,
  at: number,
  second?: string,
): boolean {
  if (ROLE_QUALIFIERS.includes(word.toLowerCase())) return isQualifier(word, next);
  if (at === 0 && OF_BODY.test(word) && isTitleWord(next ?? '')) return true;
  if (isTitleWord(bare) || isTitleWord(word)) return !(/^\p{Lu}{2,}$/u.test(word) && at > 0);
  if (!/^\p{Ll}/u.test(word)) return false;
  // "hälso- och sjukvårdsnämnden" is what its second half is.
  if (word.endsWith('-') && next === 'och')
    return !isOrganisationWord((second ?? '').replace(/[.,]$/u, ''));
  return !isOrganisationWord(bare) || isField(bare);
}

/** "samordnare nära vård", "chef primärvård": a field of work in lower case, where an organisation would be definite. */
const isField = (word: string): boolean =>
  /(?:vård|omsorg|utveckling|hälsa|arbete|stöd|rehabilitering|socialtjänst|verksamhet)$/u.test(
    word,
  );

/** What begins the organisation, and ends the title before it. */
const BEGINNINGS: readonly ((words: readonly string[], at: number) => boolean)[] = [
  isAdjectiveOfOrganisation,
  beginsOrganisation,
  beginsUnit,
  isDefiniteUnit,
  isFieldAlone,
];
