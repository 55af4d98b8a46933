/**
 * What is furniture wherever it stands: marks of the services that sign documents, stamps across the page, the foot of
 * letter paper, and what turned the pages into Markdown leaves between them.
 */
import type { SourceLine } from '../sourceline.js';
import { TOP } from './page.js';

/** "<!-- page 2 -->", "![](page-2.png)", "-----" */
const BETWEEN_PAGES = /^(?:<!--.*-->|!\[[^\]]*\]\([^)]*\)|-{3,}|={3,}|\*{3,}|(?:[-*]\s){2,}[-*])$/u;

/** "Penneo dokumentnyckel: 7XKQ2-…", "Transaktion 0922211555749055" */
const OF_SERVICE =
  /^(?:penneo\s+(?:dokumentnyckel|document\s+key)\s*:|docusign\s+envelope\s+id|transaktion\s+\d{10,}|verifikationsnummer\s*:|comfact\s+signature|dokument-?id\s*:?\s*[\da-f-]{8,})/iu;

/** So many lines hold what is said of the note itself. */
const HEAD = 5;

/** Across the page; in the note's head such a word tells how far it has come. */
const STAMP =
  /^(?:UTKAST|KOPIA|ARBETSMATERIAL|ARBETSKOPIA|KONFIDENTIELLT|KONCEPT|EJ\sJUSTERA[DT]E?|PRELIMINÄRT?|DRAFT|COPY)$/u;

/** "Justerandes sign      Utdragsbestyrkande": the foot of the pages of a board's minutes, to be signed. */
const TO_BE_SIGNED =
  /^(?:(?:justera(?:s|ndes?|rnas|res?)|ordförandens?|sekreterarens?|protokollsjustera\p{L}+)\s+sign(?:atur(?:er)?|\.)?|utdragsbestyrkande|[\s.:_…|])+$/iu;

/** "Ärende      Anteckning" over a table of items, and again at the top of each page; the heads may have a line each. */
function headsItems(line: SourceLine, next?: SourceLine, before?: SourceLine): boolean {
  const { text } = line;
  return (
    ITEM_HEADS.test(text) ||
    (ITEM_HEAD.test(text) && NOTE_HEAD.test(next?.text ?? '')) ||
    (NOTE_HEAD.test(text) && ITEM_HEAD.test(before?.text ?? ''))
  );
}
const ITEM_HEADS =
  /^(?:Ärende|Punkt|Dagordningspunkt)\s+(?:Anteckning(?:ar)?|Minnesanteckning(?:ar)?|Diskussion)$/u;
const ITEM_HEAD = /^(?:Ärende|Punkt|Dagordningspunkt)$/u;
const NOTE_HEAD = /^(?:Anteckning(?:ar)?|Minnesanteckning(?:ar)?|Diskussion)$/u;

/** "Justeras: ______" at a page's foot; near the note's end it stands over those who sign. */
const ROOM_FOR_SIGN = /^(?:justeras?|sign(?:atur)?)\s*:?\s*[_.…]{4,}$/iu;
const SIGNATURES = 15;

/** A house's own address; one with a path leads to something. */
const HOST_ALONE = /^(?:https?:\/\/)?(?:www\.)?[\w-]+(?:\.[\w-]+)*\.\p{Ll}{2,6}\/?$/u;

/** "Box 12, 405 30 Göteborg, tel 031-12 34 56": of these words letter paper has two or more, and one of the first two. */
const POSTAL: readonly RegExp[] = [
  /(?<![\d-])\d{3}\s\d{2}\s+\p{Lu}\p{Ll}/u,
  /(?<!\p{L})box\s\d+/iu,
];
const OF_PAPER: readonly RegExp[] = [
  ...POSTAL,
  /(?<!\p{L})(?:tel(?:efon)?|tfn|växel|fax)\.?\s*:?\s*(?:vx\s)?[\d+]/iu,
  /\S@\S+\.\p{L}/u,
  /(?:^|\s)(?:www\.|https?:)/iu,
  /(?<!\p{L})org(?:anisations)?\.?\s?-?(?:nr|nummer)/iu,
  /^(?:post|besöks)adress\s*:/iu,
];
const LONGEST_FOOT = 200;

export function markAnywhere(lines: readonly SourceLine[], furniture: Set<number>): void {
  const addresses = repeatedAddresses(lines);
  lines.forEach((line, at) => {
    const printed = line.body.replaceAll('\f', '').trim();
    const isMark =
      BETWEEN_PAGES.test(printed) ||
      OF_SERVICE.test(line.text) ||
      isPaper(line.text) ||
      headsItems(line, lines[at + 1], lines[at - 1]) ||
      (TO_BE_SIGNED.test(line.text) && /\p{L}/u.test(line.text)) ||
      (at < lines.length - SIGNATURES && ROOM_FOR_SIGN.test(line.text)) ||
      (at >= HEAD && STAMP.test(line.text)) ||
      addresses.has(line.text);
    if (isMark) furniture.add(line.no);
  });
  markMailHead(lines, furniture);
  markSigningPage(lines, furniture);
}

/** "Från: …", "Skickat: …", "Ämne: …" above minutes that were sent as a letter: its day is not the meeting's. */
const OF_MAIL = /^(?:från|till|kopia|cc|skickat|datum|ämne|bifogat|bifogade\sfiler)\s*:\s/iu;
const FROM_ADDRESS = /^från\s*:\s.*\S@\S+\.\p{L}/iu;
const FEWEST_OF_MAIL = 3;

function markMailHead(lines: readonly SourceLine[], furniture: Set<number>): void {
  if (!FROM_ADDRESS.test(lines[0]?.text ?? '')) return;
  const end = lines.findIndex(({ text }) => !OF_MAIL.test(text));
  const head = lines.slice(0, Math.max(0, end));
  // "Ämne: Kallelse till möte" tells what follows, and letters that answer one another are no minutes.
  if (head.length < FEWEST_OF_MAIL || head.some(({ text }) => NO_MINUTES.test(text))) return;
  if (lines.slice(1).some(({ text }) => FROM_ADDRESS.test(text))) return;
  const closing = lines.findLastIndex(({ text }) => GREETS.test(text));
  const foot = closing >= lines.length - FOOT_OF_MAIL ? lines.slice(Math.max(0, closing)) : [];
  for (const { no } of [...head, ...foot]) furniture.add(no);
}

const NO_MINUTES = /kallelse|inbjudan|^ämne\s*:\s(?:sv|vb|re|fw|vs)\s*:/iu;

/** "Vänliga hälsningar", and below it whose letter it was. */
const GREETS =
  /^(?:(?:med\s)?(?:(?:vänliga?|bästa|många|varma)\s)?hälsning(?:ar)?|mvh|hälsar),?$/iu;
const FOOT_OF_MAIL = 10;

const isPaper = (text: string): boolean =>
  text.length <= LONGEST_FOOT &&
  POSTAL.some((word) => word.test(text)) &&
  OF_PAPER.filter((word) => word.test(text)).length >= 2;

/** An address alone on its line on several pages is the house's own. */
function repeatedAddresses(lines: readonly SourceLine[]): ReadonlySet<string> {
  const printed = lines.map(({ text }) => text).filter((text) => HOST_ALONE.test(text));
  return new Set(printed.filter((text, at) => printed.indexOf(text) !== at));
}

/** The page that a signing service adds: who signed when and by what, of which nothing was said at the meeting. */
const SIGNING_PAGE =
  /^(?:verifikat|signatursida|signeringssida|signaturer|underskrifter|undertecknare|signature\s+page)$|^(?:underskrifterna|signaturerna)\si\sdetta\sdokument\s/iu;
const BY_SERVICE =
  /(?<!\p{L})(?:scrive|penneo|bankid|visma\saddo|docusign|assently|globalsign|sha-?256|transaktion\s\d{8,})(?!\p{L})|^signera(?:de|t)\s+\d{4}-\d\d-\d\d/iu;
/** So many lines below its heading tell what page it is. */
const TELLING = 14;

function markSigningPage(lines: readonly SourceLine[], furniture: Set<number>): void {
  const start = lines.findIndex(
    (line, at) =>
      at >= TOP &&
      SIGNING_PAGE.test(line.text) &&
      lines.slice(at, at + TELLING).some(({ text }) => BY_SERVICE.test(text)),
  );
  const first = lines[start];
  if (!first) return;
  const ofService = new Set([
    first.page,
    ...lines.filter(({ text }) => BY_SERVICE.test(text)).map(({ page }) => page),
  ]);
  // A page behind it that says nothing of a service is an appendix of the note.
  for (const { no, page } of lines.slice(start)) {
    if (!ofService.has(page)) return;
    furniture.add(no);
  }
}
