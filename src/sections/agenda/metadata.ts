/** The lines under an item's title that are about the item: its type, its time, who presents it. */
import type { AgendaType } from '../../record/schema.js';
import { readClock } from '../../dates/clock.js';
import { isOneLetterOff } from '../../text/edits.js';
import { pattern } from '../../text/pattern.js';
import { remembered } from '../../text/remember.js';

const TYPE_WORD = String.raw`(?:informations?(?:punkt|ärende)?|ställningstagande|dialog(?:punkt)?|besluts?(?:punkt|ärende)?|diskussion(?:spunkt)?|lägesrapport|avrapportering)`;
const TYPE_LINE = pattern(
  String.raw`^(?:(?:typ|ärendetyp|punkttyp|syfte)\s*:\s*)?(?:för\s+)?${TYPE_WORD}(?:\s*(?:,|/|och|&|\+|samt)\s*${TYPE_WORD}){0,3}\s*[.]?$`,
);
const HAS_TYPE = pattern(String.raw`\b(?:information|ställningstagande|dialog|beslut)`);

const TYPES: readonly [RegExp, AgendaType][] = [
  [pattern(String.raw`\binformation`), 'information'],
  [pattern(String.raw`\bställningstagande`), 'stallningstagande'],
  [pattern(String.raw`\bdialog`), 'dialog'],
  [pattern(String.raw`\bbeslut`), 'beslut'],
];

/** "Information och ställningstagande" → both, in the contract's order of naming; null where it is no type line. */
export const readTypeLine = remembered((text: string): AgendaType[] | null => {
  // "beslut." ends a sentence.
  if (text.length > 80 || /^\p{Ll}.*\.$/u.test(text)) return null;
  const words = takeAllotted(text).title;
  return TYPE_LINE.test(words) && HAS_TYPE.test(words) ? typesIn(words) : null;
});

export function typesIn(text: string): AgendaType[] {
  return TYPES.filter(([regexp]) => regexp.test(text))
    .map(([regexp, type]) => ({ type, at: text.search(regexp) }))
    .sort((a, b) => a.at - b.at)
    .map(({ type }) => type);
}

const PRESENTER_LABEL = pattern(
  String.raw`^(?:föredragande|föredragare|föredras av|föredragning(?: av)?|presentatör(?:er)?|presenteras av|ansvarig för punkten|inledare|rapportör|dragning(?: av)?|föredragning)\s*[:;]\s*(.*)$`,
);
const PRESENTER_SPACED = pattern(
  String.raw`^(?:Föredragande|Föredragare|Föredras\s+av|Presenteras\s+av|Föredragning\s+av|Dragning\s+av)\s+(\p{Lu}.*)$`,
  'u',
);

/** "Maud Sahlén, enhetschef, är föredragande" */
const PRESENTER_TOLD = pattern(
  String.raw`^(\p{Lu}[^.!?:]{4,90}?),?\s+(?:är\s+föredragande|föredrar(?:\s+(?:ärendet|punkten))?|föredragande)\.?$`,
  'u',
);

const NAME = String.raw`\p{Lu}\p{L}+(?:-\p{Lu}\p{L}+)?(?:\s\p{Lu}[\p{L}-]+){0,3}`;
const PRESENTER = String.raw`${NAME}(?:,\s\p{L}[^,.!?:]{2,50})?`;

/** "Maud Sahlén och Bo Ek, Lidby kommun, inleder.": nothing but who, and that they do. */
const PRESENTS = pattern(
  String.raw`^(${PRESENTER}(?:\soch\s${PRESENTER})?),?\s(?:informerar|presenterar|inleder|berättar|redogör|rapporterar)\.$`,
  'u',
);

/** What follows "Föredragande:"; null where the line is no such. */
export const readPresenterLabel = remembered((text: string): string | null => {
  const match =
    PRESENTER_LABEL.exec(text) ??
    PRESENTER_SPACED.exec(text) ??
    PRESENTER_TOLD.exec(text) ??
    PRESENTS.exec(text);
  return match?.[1] ?? null;
});

/** "Föredragende: …": a label of presenters with one letter wrong. @returns the label meant, or null */
export function misspeltPresenterLabel(text: string): string | null {
  const word = /^(\p{L}{9,14})\s*:\s*\p{Lu}/u.exec(text)?.[1]?.toLowerCase() ?? '';
  return ['föredragande', 'föredragare'].find((label) => isOneLetterOff(label, word)) ?? null;
}

export interface Allotted {
  minutes: number | null;
  slot: { start: string; end: string | null } | null;
  /** "bilaga", "bilaga 2" printed with the time. */
  attachments: string[];
}

const NOTHING: Allotted = { minutes: null, slot: null, attachments: [] };
const MINUTES = pattern(
  String.raw`(?:ca\.?\s*|cirka\s*)?\b(\d{1,3})\s*min(?:uter|ut|\.)?(?!\p{L})`,
);
const SLOT = pattern(
  String.raw`(?:kl\.?|klockan)?\s*([01]?\d|2[0-3])[.:]([0-5]\d)\s*(?:[-–—]|till)\s*(?:kl\.?\s*)?([01]?\d|2[0-3])[.:]([0-5]\d)`,
);
const START = pattern(String.raw`(?:kl\.?|klockan)\s*([01]?\d|2[0-3])[.:]([0-5]\d)`);
const ATTACHMENT = pattern(String.raw`\bbilag(?:a|or)(?:\s+\d{1,2})?\b`, 'giu');

/** Reads "(20 minuter, kl. 13.05 – 13.25)", "(10 min, bilaga)", "13.05–13.25". */
export function readAllotted(text: string): Allotted {
  const minutes = MINUTES.exec(text)?.[1];
  const slot = SLOT.exec(text);
  const start = slot ? null : START.exec(text);
  return {
    minutes: minutes === undefined ? null : Number(minutes),
    slot: slot
      ? {
          start: readClock(slot[1] ?? '', slot[2]) ?? '00:00',
          end: readClock(slot[3] ?? '', slot[4]),
        }
      : start
        ? { start: readClock(start[1] ?? '', start[2]) ?? '00:00', end: null }
        : null,
    attachments: text.match(ATTACHMENT) ?? [],
  };
}

const ALLOTTED_LINE = pattern(
  String.raw`^\(?\s*(?:tid\s*:?\s*)?(?:(?:ca\.?\s*|cirka\s*)?\d{1,3}\s*min(?:uter|ut|\.)?)?\s*,?\s*(?:(?:kl\.?|klockan)?\s*(?:[01]?\d|2[0-3])[.:][0-5]\d(?:\s*(?:[-–—]|till)\s*(?:kl\.?\s*)?(?:[01]?\d|2[0-3])[.:][0-5]\d)?)?\s*(?:,\s*bilag(?:a|or)(?:\s+\d{1,2})?)?\s*\)?\.?$`,
);

/** A line that is nothing but the item's time. */
export const readAllottedLine = remembered((text: string): Allotted | null => {
  if (!/\d/u.test(text) || text.length > 60 || !ALLOTTED_LINE.test(text)) return null;
  // "… alla dagar" over "kl. 13.00–15.00.": the end of a sentence.
  if (/^kl\.?\s.*\d\.$/iu.test(text)) return null;
  const read = readAllotted(text);
  return read.minutes === null && read.slot === null ? null : read;
});

const TITLE_TAIL = pattern(
  String.raw`[,–-]?\s*\(?\s*(?:(?:ca\.?\s*|cirka\s*)?\d{1,3}\s*min(?:uter|ut|\.)?|bilag(?:a|or)(?:\s+\d{1,2})?|kl\.?\s*[\d.:]+(?:\s*[-–]\s*[\d.:]+)?|[012]?\d[.:][0-5]\d\s*[-–]\s*[012]?\d[.:][0-5]\d)(?:\s*(?:[,;]|och\s)\s*(?:(?:ca\.?\s*)?\d{1,3}\s*min(?:uter|ut|\.)?|bilag(?:a|or)(?:\s+\d{1,2})?|kl\.?\s*[\d.:]+(?:\s*[-–]\s*[\d.:]+)?))*\s*\)?\s*\.?$`,
);

/** Takes "(15 min, bilaga)" or ", 5 min." off the end of a title. */
export const takeAllotted = remembered((title: string): { title: string; allotted: Allotted } => {
  const tail = TITLE_TAIL.exec(title);
  if (!tail || tail.index === 0) return { title, allotted: NOTHING };
  const isBareWord = /^[,–-]?\s*bilag/iu.test(tail[0].trim()) && !tail[0].includes('(');
  if (isBareWord) return { title, allotted: NOTHING };
  const rest = title.slice(0, tail.index).trim();
  // "(Jörgen Ek, 09.05–09.30)": who presents stays in parentheses.
  const isOpen = rest.lastIndexOf('(') > rest.lastIndexOf(')');
  return { title: isOpen ? `${rest})` : rest, allotted: readAllotted(tail[0]) };
});

const ATTACHMENT_LINE = pattern(
  String.raw`^(?:bilag(?:a|or)|handlingar|underlag)(?:\s+\d{1,2})?\s*[:;]\s*(\S.*)$`,
);
const ATTACHMENT_ALONE = pattern(String.raw`^\(?bilag(?:a|or)(?:\s+\d{1,2})?\)?$`);

/** "Bilaga: Förslag till avtal" → its title; "Bilaga 2" alone → itself. */
export function readAttachmentLine(text: string): string | null {
  const labelled = ATTACHMENT_LINE.exec(text);
  if (labelled) return labelled[1] ?? null;
  return ATTACHMENT_ALONE.test(text) ? text.replaceAll(/[()]/gu, '') : null;
}

const FILE_ENDING = String.raw`\.(?:pdf|docx?|odt|pptx?|xlsx?)`;

const DOCUMENT = pattern(
  String.raw`^(?:\d{4}-\d\d-\d\d\s+)?(?:presentation(?:en)?|bildspel|beslutsunderlag|underlag|remissbrev|remissversion|remiss(?:handling|svar|förslag)?|missiv|följebrev|pm|rapport|slutrapport|tjänsteutlåtande|tjänsteskrivelse|bilaga|utkast|förslag|protokoll|mötesanteckning(?:ar)?|minnesanteckning(?:ar)?|handlingsplan|överenskommelse|sammanställning|kartläggning|utvärdering|uppföljning|årsredovisning|delårsrapport|verksamhetsberättelse|verksamhetsplan|uppdragshandling|avtalsförslag|powerpoint)(?!\p{L})[^.!?:]{0,140}(?:${FILE_ENDING})?$`,
);

/** Named by its file or by the meeting's day, a document's title is whole: what stands below is no part of it. */
export const endsDocumentTitle = (text: string): boolean => WHOLE_TITLE.test(text);

const WHOLE_TITLE = pattern(String.raw`(?:${FILE_ENDING}|\d{4}-?\d\d-?\d\d)$`);

/** A bullet right under an item's head that names a document: where a link was, its title is left; a sentence is none. */
export const isDocumentTitle = (text: string): boolean =>
  DOCUMENT.test(text) && !/\s(?:har|är|ska|skall|kommer|ligger|finns)\s/u.test(text);

export function isMetadata(text: string): boolean {
  return (
    readTypeLine(text) !== null ||
    readPresenterLabel(text) !== null ||
    misspeltPresenterLabel(text) !== null ||
    readAllottedLine(text) !== null
  );
}
