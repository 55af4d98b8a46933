/** The name of the body that a title, or the line below it, tells. */
import type { Meeting } from '../../record/schema.js';
import type { Note } from '../../note/note.js';
import { pattern } from '../../text/pattern.js';
import { kindOfLabel } from '../labels.js';
import { TITLE_WORD } from './titlewords.js';

const ABBREVIATION =
  /^(?:\p{Lu}[\p{Lu}\d-]{1,11}|\p{Lu}{2,}[\p{L}\d-]{0,9}|\p{Lu}\p{Ll}+\p{Lu}[\p{L}]*)$/u;

/** "MAS-nätverket" */
const SHORT_COMPOUND = /^\p{Lu}{2,6}-\p{Ll}{3,12}$/u;
const isShort = (word: string): boolean => ABBREVIATION.test(word) || SHORT_COMPOUND.test(word);

/** How a name and what it is short for stand together; `test` is the part that must be an abbreviation. */
interface Form {
  pattern: RegExp;
  groups: (match: RegExpExecArray) => Record<'name' | 'fullName' | 'test', string | undefined>;
  isAbbreviation: (word: string) => boolean;
}

const isAbbreviation = (word: string): boolean => ABBREVIATION.test(word);

const FORMS: readonly Form[] = [
  {
    pattern: /^(.{4,}?)(?:,\s*|\s+[–-]\s+|\s*\()([^\s(),]{2,14}|\p{Lu}{2,6} \p{Lu}{2,6})\)?$/u,
    groups: ([, fullName, name]) => ({ name, fullName, test: name }),
    isAbbreviation,
  },
  {
    // "… om elevhälsa (ReKo Elevhälsa)"
    pattern: /^(.{10,}?)\s*\(((\S{2,8})\s\p{Lu}\p{L}{2,14})\)$/u,
    groups: ([, fullName, name, test]) => ({ name, fullName, test }),
    isAbbreviation,
  },
  {
    // "… medicinskt ansvariga i Västmanland (MAS-nätverket)"; "Chefsgruppen för … (CSV), Örebro län"
    pattern: /^(.{10,}?)\s*\(([^\s(),]{2,16})\)(?:,\s(?:\p{Lu}\p{L}+\s)+(?:län|kommun))?$/u,
    groups: ([, fullName, name]) => ({ name, fullName, test: name }),
    isAbbreviation: isShort,
  },
  {
    pattern: /^([^\s(),]{2,14})(?:,\s*|\s+[–-]\s+|\s*\()([^()]{6,})\)?$/u,
    groups: ([, name, fullName]) => ({ name, fullName, test: name }),
    isAbbreviation,
  },
];

/** "Styrgruppen för …, VVG", "… (VVG)": abbreviation and full name. */
export function splitAbbreviation(text: string): { name: string; fullName: string | null } {
  for (const { pattern: form, groups, isAbbreviation: isOne } of FORMS) {
    const match = form.exec(text);
    const { name = '', fullName, test = '' } = match ? groups(match) : {};
    if (match && isOne(test)) return { name, fullName: fullName?.trim() ?? null };
  }
  return { name: text, fullName: null };
}

/** "LSVO" below "Ledningssamverkan vård och omsorg": capitals that begin words of the name, in their order. */
export function isShortFor(short: string, name: string): boolean {
  if (!/^\p{Lu}{2,8}$/u.test(short)) return false;
  const initials = name.split(/[\s-]+/u).map((word) => word.charAt(0).toUpperCase());
  let at = -1;
  const found = Array.from(short, (letter) => (at = initials.indexOf(letter, at + 1)));
  return found[0] === 0 && found.filter((place) => place >= 0).length >= Math.min(2, short.length);
}

/** Words that say what kind of meeting or note it is, and nobody's name. */
export const KIND_ALONE = pattern(
  String.raw`^(?:(?:extra|ordinarie|konstituerande|digitalt)\s+)?(?:\p{L}*(?:styrelse|arbets|föräldra|medlems|års|personal|planerings|projekt|uppstarts|avstämnings|besluts|informations|drift|team|vecko|\p{Lu}{2,6}-)möte[ts]?|möte[ts]?|sammanträde[ts]?|\p{L}*sammanfattning|agenda|dagordning|sprint\s.*|protokoll|anteckningar|workshop|avstämning|\p{L}*träff|\p{L}*stämma)(?:\s+(?:nr\s+|nummer\s+)?\d{1,3}(?:[:/-]?\s?\d+)?)?$`,
);

/** A page's number, a breadcrumb, the number of a note. */
const NO_BODY =
  /^(?:sid(?:a|an|or)?|utdrag|nr|nummer|text|foto|dnr)(?!\p{L})|[>|]|:\s|\.{3}|^arkiv för/iu;

/** A body's name begins with a letter, ends with one, and is not what its meeting is called. */
const isBodyName = (name: string): boolean =>
  /^[\p{L}\d].*[\p{L}\d)]$/u.test(name) &&
  !/https?:|[*{}<>\\&]$|(?:^|\s)[*{}<>\\](?:\s|$)/u.test(name) &&
  !KIND_ALONE.test(name) &&
  // "Johans anteckningar"
  !/^\p{Lu}\p{Ll}+s$/u.test(name) &&
  !NO_BODY.test(name) &&
  /\p{L}{2}/u.test(name) &&
  // "VAR" is as good a name as any, "Datum" is none.
  (kindOfLabel(name) === null || /^\p{Lu}{2,4}$/u.test(name)) &&
  !/^\p{L}+:?s\s(?:\p{L}*möte|sammanträde|\p{L}*träff)\b/iu.test(name) &&
  !/\p{Ll}s\s\p{L}*(?:styrelsemöte|årsmöte|möte)(?:\s|$)/iu.test(name) &&
  !pattern(`^${TITLE_WORD}`).test(name) &&
  !/(?:^|\s|-)\p{L}*sammanfattning$/iu.test(name);

/** "Politiska beredningen i Norrbotten, Polsam": what decides in the note ("Polsam noterar …") is the body's short name. */
export function shortened(body: Meeting['body'], note: Note): Meeting['body'] {
  const [, fullName = '', name = ''] = SHORT_NAME_LAST.exec(body?.name ?? '') ?? [];
  if (!body || name === '' || body.fullName !== null) return body;
  const decides = pattern(String.raw`(?:^|[\s:])${name}\s${DECIDES}\b`);
  return note.lines.some(({ text }) => decides.test(text)) ? { name, fullName } : body;
}

const SHORT_NAME_LAST = /^(.{10,}),\s(\p{Lu}\p{Ll}{2,9})$/u;
const DECIDES = String.raw`(?:noterar|ställer\ssig|ger|beslutar|godkänner|rekommenderar|uppdrar|avslår|bordlägger|återremitterar)`;

/** "TML HSVO" in the title, and further down the head "Tjänstemannaledning hälsa, vård och omsorg (TML HSVO)". */
export function inFull(body: Meeting['body'], note: Note, to: number): Meeting['body'] {
  if (body?.fullName !== null || !/^\p{Lu}[\p{Lu}\d\s-]+$/u.test(body.name)) return body;
  const full = note.lines
    .slice(0, to)
    .map(({ text }) => splitAbbreviation(text))
    .find(({ name, fullName }) => name === body.name && fullName !== null && isBodyName(fullName));
  return full ?? body;
}

/** The body that the title and the line below it name; null where neither holds a name. */
export function nameBody(inTitle: string, below: string): Meeting['body'] {
  const body = nameFrom(inTitle, below);
  if (!body || !isBodyName(body.name)) return null;
  const { name, fullName } = body;
  return { name, fullName: fullName !== null && isBodyName(fullName) ? fullName : null };
}

function nameFrom(inTitle: string, below: string): Meeting['body'] {
  if (inTitle.split(' ').length > 16 || /[.!?{}<>]\s/u.test(inTitle)) return null;
  const title = splitAbbreviation(inTitle);
  const line = splitAbbreviation(below);
  // "Protokoll styrelsemöte nr 7" over "Brf Kvarnen": the line below names who met.
  if (inTitle === '' || (KIND_ALONE.test(inTitle) && below !== ''))
    return below === '' ? null : line;
  if (title.fullName !== null) return title;
  if (below === '') return title;
  if (line.fullName !== null && (line.name === title.name || !ABBREVIATION.test(title.name)))
    return line;
  // "Socialchefsnätverket" over "Socialchefsnätverket i Kalmar län": the same name, in full.
  if (below.startsWith(`${title.name} `)) return line;
  // "Nätverksträff digitaliseringsledare" over "Nätverket för digitaliseringsledare i …": the first names who meet.
  if (!/\p{Lu}/u.test(title.name) && BODY_WORD.test(below)) return line;
  if (ABBREVIATION.test(title.name))
    return { name: title.name, fullName: line.fullName ?? line.name };
  return {
    name: title.name,
    fullName: BODY_WORD.test(below) && below !== title.name ? below : null,
  };
}

const BODY_WORDS = String.raw`(?:samråd|styrgrupp|nätverk|nämnd|organ|forum|styrelse|råd(?:et)?\b|kommitté|delegation|ledningsgrupp|utskott|beredning(?:en)?\b)`;
/** What a label gives is a body where it says so: "Möte: Uppföljning av budget" is none. */
export const NAMES_BODY = pattern(String.raw`(?:${BODY_WORDS}|grupp(?:en)?\b)`);
export const BODY_WORD = pattern(BODY_WORDS);
