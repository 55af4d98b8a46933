/** Which era a note is of, and whether a text is a meeting's note at all. */
import { findDates } from '../dates/index.js';
import { findCandidates } from '../sections/agenda/candidates.js';
import { isMetadata } from '../sections/agenda/metadata.js';
import { bestSeries } from '../sections/agenda/sequence.js';
import { readDecisionLabel } from '../sections/decisions/labels.js';
import { TITLE_WORD } from '../sections/header/titlewords.js';
import { isAttendance, readLineLabel } from '../sections/labels.js';
import { readNextMeeting } from '../sections/meetings/headings.js';
import { pattern } from '../text/pattern.js';
import { oncePer } from '../text/remember.js';
import type { Note } from '../note/note.js';
import type { FlowLine } from '../text/flowline.js';
import type { Evidence, Parser } from './parser.js';

export interface Claim {
  parser: Parser;
  evidence: Evidence;
}

/** The eras that claim the note; one whose title stands over it outweighs those that claim it by its form. */
export function identify(note: Note, parsers: readonly Parser[]): Claim[] {
  const claims = parsers.flatMap((parser) => {
    const evidence = parser.identify(note);
    return evidence ? [{ parser, evidence }] : [];
  });
  const titled = claims.filter(({ evidence }) => evidence.byForm !== true);
  return titled.length > 0 ? titled : claims;
}

const TITLE = pattern(String.raw`\b${TITLE_WORD}\b`);
const OTHER_KINDS = pattern(
  String.raw`^(?:kallelse|inbjudan|föredragningslista|årsredovisning|årsberättelse|verksamhetsberättelse|verksamhetsplan|pressmeddelande|remiss(?:brev|svar|yttrande)?|yttrande|motion|interpellation|avtal|överenskommelse|policy|riktlinje|rutin|nyhetsbrev|innehållsförteckning|innehåll|curriculum\s+vitae|recept|tjänsteskrivelse|rapport|program|enkät|dagordning\s+\S.*|från:\s.*|ämne:\s.*|till:\s.*|subject:\s.*|instruktion|checklista|mall|tabell\s\d|figur\s\d|diagram\s\d)\b`,
);

/** "2. Föregående protokoll" names another note. */
const ITEM = /^(?:§\s?\d|\d{1,3}[.)]?\s+\p{L})/u;
/** "Protokoll fört vid föreningsstämma den 20 september 2025." */
const STATES_TITLE = pattern(String.raw`^${TITLE_WORD}\s+(?:fört|förda|från|vid)\b.*\b\d{4}\.$`);
/** How to write one, shown by an example. */
const MODEL = pattern(
  String.raw`^(?:exempel|mall|förslag)\s+(?:på|för|till)\s+(?:en\s+|ett\s+)?(?:\p{L}*protokoll|\p{L}*anteckning\p{L}*|dagordning)\b`,
);

/** "ALBY KOMMUN      KALLELSE/FÖREDRAGNINGSLISTA", "Nämnden kallas till sammanträde": what is to be, and not what was. */
const isSummons = ({ cells, text }: FlowLine): boolean =>
  cells.slice(1).some((cell) => SUMMONS.test(cell.text)) || CALLS.test(text);
const SUMMONS =
  /^(?:kallelse|föredragningslista|inbjudan)(?:\s?(?:\/|och|&)\s?(?:kallelse|föredragningslista|dagordning))?(?:\s\d+\s?\(\d+\))?$/iu;
const CALLS = pattern(
  String.raw`^.{3,60}\bkallas\s(?:härmed\s)?till\s(?:sammanträde|möte|årsmöte)`,
);

const SWEDISH = new Set([
  'och',
  'att',
  'det',
  'som',
  'för',
  'på',
  'är',
  'av',
  'med',
  'till',
  'inte',
  'om',
  'en',
  'ett',
  'den',
  'vid',
  'från',
]);
const ENGLISH = new Set([
  'the',
  'and',
  'of',
  'to',
  'is',
  'that',
  'was',
  'be',
  'by',
  'with',
  'on',
  'at',
  'were',
  'will',
  'a',
  'are',
  'this',
]);

/** Of our neighbours' small words those that are not Swedish, and the Swedish ones that are not theirs. */
const NEIGHBOURS = new Set([
  'og',
  'af',
  'ikke',
  'fra',
  'til',
  'blev',
  'ble',
  'også',
  'jeg',
  'et',
  'uden',
]);
const ONLY_SWEDISH = new Set([
  'och',
  'att',
  'för',
  'är',
  'inte',
  'från',
  'till',
  'ett',
  'också',
  'även',
]);

/** Small words tell the language: a note in another one is not ours to read. */
export function isForeign(note: Note): boolean {
  const count = (words: ReadonlySet<string>): number =>
    printed.filter((word) => words.has(word)).length;
  const printed = note.lines.flatMap(({ text }) => text.toLowerCase().split(/[^\p{L}]+/u));
  const english = count(ENGLISH);
  const neighbours = count(NEIGHBOURS);
  return (
    (english >= 12 && english > count(SWEDISH) * 2) ||
    (neighbours >= 8 && neighbours > count(ONLY_SWEDISH) * 2)
  );
}

/** Source code, logs and data have marks on most lines that no minutes have. */
function isCode(note: Note): boolean {
  const marked = note.lines.filter((line) =>
    /[{}]|;$|=>|^\s*<\/?\w|\s=\s|":\s|^\S+;\S+;/u.test(line.text),
  ).length;
  return marked > 2 && marked > note.lines.length * 0.15;
}

/** What a note of a meeting shows: enough of it makes a text one. */
export const isMeetingNote = oncePer((note: Note): boolean => {
  const head = note.lines.slice(0, 12);
  const title = head.findIndex(
    (line) =>
      line.bullet === null &&
      TITLE.test(line.text) &&
      line.text.length < 160 &&
      !ITEM.test(line.text) &&
      (!/[.!?]$|\b(?:finns|publiceras|läs)/u.test(line.text) || STATES_TITLE.test(line.text)),
  );
  const named = title >= 0;
  // Below its own title "Rutin för hembesök" is what the meeting was about.
  const otherKind = head
    .slice(0, named ? Math.min(title, 4) : 4)
    .some((line) => (OTHER_KINDS.test(line.text) && line.text.length < 120) || isSummons(line));
  const labels = note.lines.slice(0, 80).map((line) => readLineLabel(line));
  const attended = labels.some(
    (label) => label !== null && isAttendance(label.kind) && label.kind !== 'invited',
  );
  const dated =
    labels.some(
      (label) => label !== null && ['date', 'dateTime', 'timePlace', 'time'].includes(label.kind),
    ) ||
    head.some((line) =>
      findDates(line.text, { reference: null, header: true }).some(
        (phrase) => phrase.unit === 'day',
      ),
    );
  const decided = note.lines.some((line) => readDecisionLabel(line.text) !== null);
  const items = bestSeries(findCandidates(note.lines)) !== null;
  const staged = note.lines.some((line) => isMetadata(line.text));
  const next = note.lines.some((line) => readNextMeeting(line.text) !== null);
  const signs = [attended, dated, decided, items && staged, next].filter(Boolean).length;
  const isModel = note.lines.slice(0, 20).some((line) => MODEL.test(line.text));
  if (otherKind || isModel || isCode(note)) return false;
  if (named) return signs >= 1;
  return attended && signs >= 2 && (decided || items || dated);
});
