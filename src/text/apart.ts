/** Letters that an extraction or another format wrote in pieces: "fo¨r", "f¨or", "f&ouml;r". Put together again. */

const COMBINING: Record<string, string> = { '¨': '\u0308', '˚': '\u030A' };
const ENTITY =
  /&(?:#(\d{1,6})|#x([\dA-F]{1,5})|(?:[ao]uml|aring|eacute|[AO]uml|Aring|Eacute|nbsp|amp|quot|lt|gt|[nm]dash|bull|hellip|sect|shy|[lr][sd]quo));/giu;
const NAMED: Record<string, string> = {
  auml: 'ä',
  ouml: 'ö',
  aring: 'å',
  eacute: 'é',
  Auml: 'Ä',
  Ouml: 'Ö',
  Aring: 'Å',
  Eacute: 'É',
  nbsp: '\u00A0',
  amp: '&',
  quot: '"',
  lt: '<',
  gt: '>',
  ndash: '–',
  mdash: '—',
  bull: '•',
  hellip: '…',
  sect: '§',
  shy: '\u00AD',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
};

/** Of a web page, which is no note. */
const PAGE_TAG = /<(?:!doctype|html|head|body|script|style|div|table|ul|ol|li|a|meta|link)[\s>]/iu;
const INLINE_TAG = /<\/?(?:b|i|u|em|strong|sup|sub|small|span|p|font|mark)(?:\s[^<>]{0,200})?>/giu;
const BREAK_TAG = /<br\s*\/?>/giu;

/** Tags within lines, where a converter had no other mark for what they say; a web page keeps its own. */
export const dropInlineTags = (text: string): string =>
  text.includes('<') && !PAGE_TAG.test(text)
    ? text.replaceAll(INLINE_TAG, '').replaceAll(BREAK_TAG, ' ')
    : text;

/** The characters that HTML names, within a text that is none: no Swedish sentence holds "&ouml;". */
export const resolveEntities = (text: string): string =>
  text.includes('&') ? text.replaceAll(ENTITY, resolveEntity) : text;

function resolveEntity(whole: string, decimal?: string, hex?: string): string {
  const number = decimal ?? hex;
  if (number === undefined) return NAMED[whole.slice(1, -1)] ?? whole;
  const code = parseInt(number, decimal === undefined ? 16 : 10);
  return code >= 0x20 && code <= 0xffff && !isSurrogate(code) ? String.fromCharCode(code) : whole;
}

const isSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdfff;

/** A mark after the letter it belongs to, and one before: between two vowels it may be either's. */
const AFTER = /([aoAO])([¨˚])/gu;
const BEFORE = /([¨˚])([aoAO])/gu;
const ONLY_AFTER = /[aoAO][¨˚](?![aoAO])/gu;
const ONLY_BEFORE = /(?<![aoAO])[¨˚][aoAO]/gu;

/**
 * Dots and rings that stand by themselves, as fonts without Swedish letters leave them: where they stand, before their
 * letters or after, is the same throughout a text.
 */
export function joinMarks(text: string): string {
  if (!/[¨˚]/u.test(text)) return text;
  const after = text.match(ONLY_AFTER)?.length ?? 0;
  const before = text.match(ONLY_BEFORE)?.length ?? 0;
  if (after === before) return text;
  return after > before
    ? text.replaceAll(AFTER, (_, letter: string, mark: string) => join(letter, mark))
    : text.replaceAll(BEFORE, (_, mark: string, letter: string) => join(letter, mark));
}

/** No Swedish letter is an o with a ring: the mark then stays where it stands. */
function join(letter: string, mark: string): string {
  const joined = `${letter}${COMBINING[mark] ?? ''}`.normalize('NFC');
  return joined.length === 1 ? joined : `${letter}${mark}`;
}
