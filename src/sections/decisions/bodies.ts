/** The words by which a note calls its own body, so that another body's decision is not taken for this one's. */
import { anyOf } from '../../text/pattern.js';
import type { Meeting } from '../../record/schema.js';

/** Definite forms by which any body calls itself in its own note. */
const SELF = [
  'gruppen',
  'styrgruppen',
  'nätverket',
  'mötet',
  'rådet',
  'samrådet',
  'ledningsgruppen',
  'kommittén',
  'nämnden',
  'styrelsen',
  'utskottet',
  'samverkansnämnden',
  'samverkansgruppen',
  'beredningsgruppen',
  'beredningen',
  'forumet',
  'samrådsgruppen',
  'samrådsorganet',
  'det politiska samrådsorganet',
  'politiskt samrådsorgan',
  'arbetsgruppen',
  'projektgruppen',
  'referensgruppen',
  'chefsnätverket',
  'samverkansrådet',
  'ledningsrådet',
  'delegationen',
  'årsmötet',
  'stämman',
  'föreningsstämman',
  'direktionen',
  'förbundsstyrelsen',
  'arbetsutskottet',
  'ledningsnätverket',
  'styrgruppen för',
  'ledningsmötet',
  'konferensen',
  'programrådet',
  'temagruppen',
  'kunskapsrådet',
  'samordningsgruppen',
];

/** In a masked text each of the body's own names is one of these characters, for use in a pattern. */
export const SELF_MARK = String.raw`[\uE100-\uE1FF]`;
const FIRST_MARK = 0xe100;
const MARKS = 256;
const EVERY_MARK = new RegExp(SELF_MARK, 'gu');

/**
 * A text in which the body's own names are single characters. Patterns that ask for them are then the same for all
 * bodies: to build one anew for each costs a hundred times what reading with it does.
 */
export interface Masked {
  text: string;
  /** A part of the masked text with the names as printed. */
  unmask: (part: string) => string;
}

export interface Self {
  mask: (text: string) => Masked;
  /** Whether words such as "styrelsen" can only mean this body: its name or its note's title has them. */
  isOwn: (words: string) => boolean;
  /** Whether the note names its body by another word: "Styrelseprotokoll" where "rådet" is asked for. */
  isOther: (words: string) => boolean;
}

/**
 * The names by which a body calls itself.
 * @param title of the note: "Styrelseprotokoll" are the styrelse's
 */
export function selfOf(body: Meeting['body'], title: string | null): Self {
  const own = namesOf(body);
  const printed = `${title ?? ''} ${body?.name ?? ''} ${body?.fullName ?? ''}`.toLowerCase();
  const isOwn = (words: string): boolean => {
    const stem = words.toLowerCase().replace(/(?:en|et|an|n|t)$/u, '');
    return own.includes(words.toLowerCase()) || (stem.length >= 3 && printed.includes(stem));
  };
  const namesOrgan = ORGAN.test(printed);
  return {
    isOwn,
    isOther: (words) => namesOrgan && !isOwn(words),
    mask: (text) => {
      const printed: string[] = [];
      const mark = (name: string): string =>
        printed.length < MARKS ? String.fromCharCode(FIRST_MARK + printed.push(name) - 1) : name;
      const unmask = (part: string): string =>
        part.replace(EVERY_MARK, (one) => printed[one.charCodeAt(0) - FIRST_MARK] ?? one);
      const named = replaceNames(text, own, mark).replace(ANY_SELF, mark);
      return { text: namesOrgan ? named : named.replace(ANY_ORGAN, mark), unmask };
    },
  };
}

const ANY_SELF = new RegExp(`(?<![\\p{L}\\p{N}])(?:${anyOf(SELF)})(?![\\p{L}\\p{N}])`, 'giu');
/** What a body is, anywhere in a name. */
const ORGAN =
  /nämnd|styrelse|råd|utskott|fullmäktige|direktion|delegation|grupp|nätverk|kommitté|stämma|forum|beredning|organ/iu;
/** Where the note does not say which body it is of, whoever decides in it is that body. */
const ANY_ORGAN =
  /(?<![\p{L}-])(?:\p{Lu}\p{Ll}+-\soch\s)?\p{Lu}\p{Ll}*(?:nämnden|styrelsen|rådet|utskottet|fullmäktige|direktionen|kommittén|delegationen|stämman|mötet)(?!\p{L})/gu;
const IN_WORD = /[\p{L}\p{N}]/u;

/** Whole words only, in any case. A search for words, since a pattern for each body costs more than it finds. */
function replaceNames(
  text: string,
  names: readonly string[],
  mark: (name: string) => string,
): string {
  let result = text;
  for (const name of names) {
    let from = 0;
    for (;;) {
      const at = result.toLowerCase().indexOf(name, from);
      if (at < 0) break;
      const end = at + name.length;
      const isWhole = !IN_WORD.test(result[at - 1] ?? '') && !IN_WORD.test(result[end] ?? '');
      const put = isWhole ? mark(result.slice(at, end)) : result.slice(at, end);
      result = result.slice(0, at) + put + result.slice(end);
      from = at + put.length;
    }
  }
  return result;
}

/** Lower-case, longest first. */
function namesOf(body: Meeting['body']): string[] {
  if (!body) return [];
  const names = [
    body.name,
    body.fullName ?? '',
    ...definiteForms(`${body.name} ${body.fullName ?? ''}`),
    BEFORE_PLACE.exec(body.name)?.[1] ?? '',
  ];
  return [...new Set(names.map((name) => name.toLowerCase()))]
    .filter((name) => name !== '')
    .sort((one, other) => other.length - one.length);
}

/** "Trafiksamverkan Kalmar län" calls itself "Trafiksamverkan". */
const BEFORE_PLACE = /^(\p{Lu}\p{L}{3,}(?:samverkan|forum|alliansen))\s(?:i\s)?\p{Lu}/u;

/** "Styrgrupp för …" calls itself "Styrgruppen", "Nätverk för …" "Nätverket". */
function definiteForms(name: string): string[] {
  const forms: string[] = [];
  for (const word of name.toLowerCase().split(/[\s,]+/u)) {
    if (/(?:grupp|nämnd|delegation|beredning)$/u.test(word)) forms.push(`${word}en`);
    if (/(?:nätverk|råd|samråd|forum|utskott|möte|organ)$/u.test(word))
      forms.push(word.endsWith('e') ? `${word}t` : `${word}et`);
    if (word.endsWith('styrelse')) forms.push(`${word}n`);
    if (word.endsWith('kommitté')) forms.push(`${word}n`);
    if (
      /(?:gruppen|nätverket|rådet|nämnden|styrelsen|kommittén|forumet|utskottet|organet)$/u.test(
        word,
      )
    )
      forms.push(word);
  }
  return forms;
}
