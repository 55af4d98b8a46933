/**
 * One person's cell or entry.
 *
 * entry   := name [ "(" party | affiliation ")" ] { sep part } ; sep := "," | ";" | " – "
 * part    := function | role [ affiliation ] | affiliation | remark
 * A role is the run of title words at the part's beginning; what follows it is the organisation.
 */
import type { Known } from '../../note/known.js';
import { squeeze } from '../../text/normalise.js';
import { leadingName, looksLikeOrganisation } from './name.js';
import { ACRONYM, isOrganisationWord } from './words/organisations.js';
import { FUNCTION, PARTIES, ROLE_QUALIFIERS, isTitleWord } from './words/offices.js';
import { REMARK } from './words/presence.js';
import { remembered } from '../../text/remember.js';
import { withoutTick } from './ticks.js';

export interface Person {
  name: string | null;
  party: string | null;
  affiliation: string | null;
  role: string | null;
  function: string | null;
  remark: string | null;
}

const nobody = (): Person => ({
  name: null,
  party: null,
  affiliation: null,
  role: null,
  function: null,
  remark: null,
});

/**
 * @param text the entry, blanks squeezed
 * @param emphasised words of it in bold: a function
 * @returns null where the entry does not begin with a name
 */
export function readPerson(
  text: string,
  known: Known,
  emphasised: readonly string[] = [],
): Person | null {
  const whole = dropFinalStop(squeeze(text));
  const { party, rest: afterParty } = partyInFront(whole);
  const { office, rest: clean } = officeInFront(afterParty);
  const name = nameAtStart(clean, known);
  if (name === null) return null;
  const person: Person = { ...nobody(), name, party };
  if (office !== null) person[FUNCTION.test(office) ? 'function' : 'role'] = office;
  const bare = person.party === null ? BARE_PARTY.exec(clean.slice(name.length)) : null;
  if (bare) person.party = bare[1] ?? null;
  const rest = clean.slice(name.length + (bare?.[0].length ?? 0));
  const parts = splitParts(takeParentheses(withoutTick(rest), person));
  parts.forEach((part, at) => {
    const isOffice =
      at === parts.length - 1 || parts.slice(at + 1).every((next) => TERRITORY.test(next));
    readPart(part, person, isOffice, emphasised);
  });
  return person;
}

/** "Anna Berg S Lunds kommun": a column of its own, whose blanks are lost. */
const BARE_PARTY = new RegExp(String.raw`^\s(${PARTIES.join('|')})(?=\s\p{Lu}\p{Ll}[^,]*$)`, 'u');

/** "(S) Anna Berg" */
function partyInFront(text: string): { party: string | null; rest: string } {
  const match = /^\((\p{L}{1,2})\)\s+(?=\p{Lu})/u.exec(text);
  const letters = match?.[1] ?? '';
  return match && isParty(letters)
    ? { party: letters, rest: text.slice(match[0].length) }
    : { party: null, rest: text };
}

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
  if (
    /(?:styrelsens|nämndens|direktionens|fullmäktiges|utskottets|rådets|kommunens|regionens|förbundets)$/u.test(
      word,
    )
  )
    return isTitleWord(words[at + 1] ?? '');
  // "hälso- och sjukvårdsdirektör"
  return (word.endsWith('-') && words[at + 1] === 'och') || (word === 'och' && at > 0);
}

/** A full stop at the end goes, unless it belongs to an abbreviated title. */
function dropFinalStop(text: string): string {
  return /(?:ordf|dir|bitr|tf)\.$/u.test(text) ? text : text.replace(/[.;,]+$/u, '');
}

/** After its place: "Falu kommun", "Dalarnas kommunförbund". */
const OF_PLACE =
  /^\s(?:kommun|kommunförbund|stad|län|landsting|sjukhus|samordningsförbund)(?!\p{L})/u;

/** The longest run of name words that leaves a known organisation to what follows. */
function nameAtStart(text: string, known: Known): string | null {
  let name = leadingName(text);
  if (name === null) return null;
  const words = name.split(' ');
  while (words.length > 2) {
    const tail = words.slice(2).join(' ');
    const cut = [1, 2].find((count) => {
      const end = words.slice(-count).join(' ');
      return (
        words.length - count >= 2 &&
        (known.organisations.has(end.toLowerCase()) || isPlainOrganisation(end))
      );
    });
    if (cut === undefined || tail === '') break;
    words.length -= cut;
  }
  // "Britta Solhed Falu kommun": the place belongs to its municipality.
  if (words.length > 2 && OF_PLACE.test(text.slice(words.join(' ').length))) words.length -= 1;
  name = words.join(' ');
  if (words.length === 2 && isTitleWord(words[1] ?? '') && !known.names.has(name.toLowerCase()))
    return null;
  return looksLikeOrganisation(name) && !known.names.has(name.toLowerCase()) ? null : name;
}

const isPlainOrganisation = (word: string): boolean =>
  isOrganisationWord(word) || ACRONYM.test(word);

/** Reads "(S)", "(SCB)", "(kom under punkt 7)" and hands back the text without them; "(HSS)" after an organisation stays. */
function takeParentheses(rest: string, person: Person): string {
  return rest.replaceAll(/\s*\(([^()]{1,120})\)/gu, (whole, inner: string, at: number) => {
    const before = rest.slice(0, at).trim();
    const parts = inner.split(/[,;]/u).map((part) => squeeze(part));
    if (parts.length === 1) return readInParentheses(inner.trim(), before, person) ? '' : whole;
    // "(Gislaveds kommun, från punkt 3)": each part for itself, if all of them can be told.
    const attempt = { ...person };
    if (!parts.every((part) => readInParentheses(part, before, attempt))) return whole;
    Object.assign(person, attempt);
    return '';
  });
}

/** @param before words between the name and the parenthesis @returns whether it told something of the person */
function readInParentheses(value: string, before: string, person: Person): boolean {
  if (/^\S+@\S+$/u.test(value)) return true;
  // "ordförande (S)", but not "ersätter Bo Ek (S)".
  const isOwnParty =
    before === '' ||
    (person.party === null && /^\p{Lu}+$/u.test(value) && !REMARK.test(last(before)));
  if (isParty(value) && isOwnParty) person.party = value;
  else if (
    REMARK.test(value) ||
    value.endsWith('rätt') ||
    /(?:§|(?<!\p{L})(?:kl|punkt(?:en|er|erna)?)(?!\p{L}))/iu.test(value)
  )
    addRemark(person, value);
  else if (FUNCTION.test(value) && (before === '' || person.function === null))
    person.function = value;
  else if (before !== '' && !isRoleAfter(value, before)) return false;
  else if (isRole(value)) person.role = person.role ? `${person.role}, ${value}` : value;
  else person.affiliation = person.affiliation ? `${person.affiliation}, ${value}` : value;
  return true;
}

/** "Koncernkontoret (sekreterare)": a role in parentheses after an organisation. */
const isRoleAfter = (value: string, before: string): boolean =>
  /^\p{Ll}{3,}/u.test(value) && isRole(value) && !isRole(last(before));

/** The words after the last comma. */
const last = (text: string): string => text.split(',').at(-1)?.trim() ?? '';

export const isParty = (letters: string): boolean =>
  PARTIES.some((party) => party.toLowerCase() === letters.toLowerCase());

const isRole = (text: string): boolean =>
  splitRole(text).role !== null && splitRole(text).rest === '';

const splitParts = remembered((rest: string): string[] => {
  return rest
    .split(/[,;]|\s[–—-]\s|^\s*:/u)
    .map((part) => squeeze(part))
    .filter((part) => part !== '');
});

/** A mark of a column of presence. */
const saysNothing = (part: string): boolean => /^(?:[\d–—-]{1,2}|[xX✓✔]|närvarande)$/iu.test(part);

/** "(adjungerad)", "(sjukanmäld)": a parenthesis with nothing before it is no organisation. */
function readAside(part: string, person: Person): boolean {
  const aside = /^\(([^()]+)\)$/u.exec(part)?.[1];
  if (aside === undefined) return false;
  if (FUNCTION.test(aside)) person.function ??= aside;
  else addRemark(person, aside);
  return true;
}

function addRemark(person: Person, words: string): void {
  person.remark = person.remark ? `${person.remark}, ${words}` : words;
}

/**
 * "ordförande, Region Jämtland": nobody chairs a municipality or a region, so the office before it is the one in this
 * body, where "ordförande, Regionstyrelsen" is one there.
 */
const TERRITORY = /^(?:(?:Region|Landstinget)\s\p{Lu}.*|[\p{L} -]+s?\s(?:kommun|stad))$/u;

function readPart(
  part: string,
  person: Person,
  isOffice: boolean,
  emphasised: readonly string[],
): void {
  if (saysNothing(part) || readAside(part, person)) return;
  if (isParty(part) && person.party === null && part === part.toUpperCase()) {
    person.party = part;
    return;
  }
  if (REMARK.test(part) || isMoreOf(person.remark, part)) {
    addRemark(person, part);
    return;
  }
  if (FUNCTION.test(part) && (isOffice || emphasised.includes(part))) {
    person.function = part;
    return;
  }
  const { role, rest } = splitRole(part);
  if (role !== null) person.role = person.role ? `${person.role}, ${role}` : role;
  readRest(rest, person);
}

/** "§§ 21–26, 28–33" */
const isMoreOf = (remark: string | null, part: string): boolean =>
  (remark ?? '').includes('§') && /^\d{1,3}(?:\s?[–-]\s?\d{1,3})?$/u.test(part);

/** What stands after a title: "mötesordf. § 74–88", "strateg (sekr.)", "strateg Region Skåne". */
function readRest(rest: string, person: Person): void {
  const aside = /^\(([^()]+)\)$/u.exec(rest)?.[1];
  if (/^(?:§§?|punkt|ärende)\s*\d/u.test(rest)) addRemark(person, rest);
  else if (aside !== undefined && isRole(aside)) person.role = `${person.role ?? ''}, ${aside}`;
  else if (rest !== '') addAffiliation(rest, person);
}

/** "NU-sjukvården ordförande": in a list without commas the part played stands after the organisation. */
const OFFICE_LAST =
  /^(.+?)\s+((?:(?:förste|andre)\s)?(?:[Vv]ice\s)?[Oo]rdförande|adjungerad(?:\s.+)?)$/u;

function addAffiliation(text: string, person: Person): void {
  const [, organisation = text, office] = OFFICE_LAST.exec(text) ?? [];
  if (office !== undefined && FUNCTION.test(office)) person.function ??= office;
  else if (office !== undefined) addRemark(person, office);
  person.affiliation = person.affiliation ? `${person.affiliation}, ${organisation}` : organisation;
}

const PREPOSITION = /^(?:för|inom|med|och|av|till|samt|&)$/iu;
const AT = /^(?:på|vid|hos|från|i)$/iu;

/**
 * Splits "förste vice ordf. HSS" into its title and its organisation. A title in lower case that is no known word
 * is a title all the same; a capital begins an organisation.
 */
export const splitRole = remembered((part: string): { role: string | null; rest: string } => {
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
    if (isAdjectiveOfOrganisation(words, end) || beginsOrganisation(words, end)) break;
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
  if (!/^\p{Ll}+$/u.test(word) || isField(word) || !/^\p{Lu}\p{Ll}/u.test(next)) return false;
  return isTitleWord(before) && !isTitleWord(word) && !ROLE_QUALIFIERS.includes(word);
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
  return !/^\p{Lu}/u.test(word) || next === undefined || isTitleWord(next.replace(/[.,]$/u, ''));
}

function isRoleWord(
  word: string,
  bare: string,
  next: string | undefined,
  at: number,
  second?: string,
): boolean {
  if (ROLE_QUALIFIERS.includes(word.toLowerCase())) return isQualifier(word, next);
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
