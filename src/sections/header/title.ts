/** The first heading and the body that it and the lines below it name. */
import type { Meeting } from '../../record/schema.js';
import { findDates } from '../../dates/index.js';
import { FULL_MONTH } from '../../dates/vocabulary.js';
import { squeeze } from '../../text/normalise.js';
import { pattern } from '../../text/pattern.js';
import { type FlowLine, joinFlow } from '../../text/flow.js';
import { continues, gapAbove } from '../../text/wrapping.js';
import type { Note } from '../../note/note.js';
import { isAttendance, kindOfLabel, readLabel } from '../labels.js';
import { BODY_WORD, nameBody, NAMES_BODY, shortened, splitAbbreviation } from './bodyname.js';
import { TITLE_WORD } from './titleword.js';
import { readColumnRow, readSideHeading } from '../people/headings.js';

/** How far the note has come: no part of its body's name. */
const STATE = String.raw`(?:utkast|preliminär[at]?|ej\s+justera[dt]e?|justera[dt]e?|godkän[dt]a?|signera[dt]e?|korrigera[dt]e?|reviderad?e?|slutlig[at]?)`;
const TITLE = pattern(`^(?:${STATE}\\s*[:–-]?\\s*)?(${TITLE_WORD})(?!\\s*:)\\b`);
/** "Mötesanteckningar: Samverkansplattformen" */
const TITLE_WITH_COLON = pattern(`^(${TITLE_WORD})\\s*:`);
const HAS_TITLE = pattern(String.raw`\b${TITLE_WORD}\b`);
const FROM = pattern(
  String.raw`^(?:[\s:,–-]|(?:fört|förda)\s+(?:vid|på)\s|från\s|för\s|(?:per capsulam|digitalt|extra|ordinarie|fysiskt)\s|samråd\s+i\s|(?:(?:arbets)?möte(?:t)?|sammanträde(?:t)?|nätverksträff(?:en)?|träff(?:en)?|nätverksmöte(?:t)?|styrgruppsmöte|styrelsemöte|årsmöte)(?:\s+\d{1,2})?(?:\s+(?:med|i|för|av)\s|\s*$|\s*[,–-])|(?:nätverksträff|nätverksmöte|styrgruppsmöte|samrådsmöte)\s|(?:med|i|vid|den)\s)+`,
);

export interface Title {
  title: string | null;
  body: Meeting['body'];
  lines: FlowLine[];
  /** The words of title and body lines, dates included. */
  text: string;
}

/** @param to index of the first line that is no part of the head */
export function readTitle(note: Note, to: number): Title {
  const start = findTitleLine(note, to);
  if (start === null) return { title: null, body: null, lines: [], text: '' };
  const titleLines = wrapped(note, start, to);
  const printed = joinFlow(
    titleLines.map((line) => withoutPage(line)),
    note.flow,
  );
  let after = start + titleLines.length;
  const title = withoutLetterhead(withoutDate(printed), note.lines[after]);
  // A page header above the title says the same again.
  while (withoutDate(note.lines[after]?.text ?? '') === title && title !== '') {
    titleLines.push(...note.lines.slice(after, after + 1));
    after += 1;
  }
  const bodyLines = readBodyLines(note, after, to);
  const above = bodyAbove(note, start, title, bodyLines);
  const named = nameBody(
    bodyNameIn(title),
    withoutDate(joinFlow(bodyLines.map(withoutLabels), note.flow)),
  );
  const printedBody = shortened(above ? nameBody(above.text, '') : named, note);
  const labelled = isLetterhead(printedBody) ? labelledBody(note, to) : null;
  const organ = isLetterhead(printedBody) ? organIn(note, to) : null;
  const body = labelled?.body ?? organ ?? printedBody;
  const used =
    body?.fullName || bodyNameIn(title) === '' ? bodyLines : bodyLines.filter(() => body !== null);
  return {
    title: title === '' ? null : title,
    body,
    lines: [
      ...(above ? [above] : []),
      ...titleLines,
      ...used,
      ...(labelled ? [labelled.line] : []),
    ],
    text: [joinFlow(titleLines, note.flow), ...bodyLines.map((line) => line.text)].join(' '),
  };
}

/** "GR | Nätverksanteckning MAS" over "Nätverksanteckning MAS": the first is the page's head, the second the title. */
function withoutLetterhead(title: string, next: FlowLine | undefined): string {
  const below = withoutDate(next?.text ?? '');
  return TITLE.test(below) && title.endsWith(` ${below}`) ? below : title;
}

/** A municipality or a region stands on the paper of all its bodies. */
const isLetterhead = (body: Meeting['body']): boolean =>
  body === null || LETTERHEAD.test(body.name);
const LETTERHEAD =
  /^(?:\p{L}+s?\s(?:kommun|stad)|\p{L}+(?:förvaltningen|kontoret|kansliet)|(?:region|landstinget|länsstyrelsen|universitetet|kommunalförbundet|kommunförbundet|regionförbundet)(?:\s.+)?|\p{L}+\suniversitet)$/iu;

/** How many lines of a head may name the organ whose minutes they are. */
const ORGAN_LINES = 6;
/** "Kultur- och fritidsnämnden", "Kyrkorådet i Åsen", "Sjukvårdsberedning Norr": in a cell of its own. */
const ORGAN =
  /^(?=\p{Lu})(?:[\p{L}-]+\s(?:och\s)?){0,3}\p{L}*(?:nämnden|styrelsen|rådet|utskottet|fullmäktige|direktionen|beredning(?:en)?|delegationen|nämnd|styrelse)(?:\s(?:i|för)\s\p{L}+|\s\p{Lu}\p{L}+)?$/iu;

function organIn(note: Note, to: number): Meeting['body'] {
  const cells = note.lines
    .slice(0, Math.min(to, ORGAN_LINES))
    .flatMap((line) => line.cells.map(({ text }) => withoutDate(text)));
  const name = cells.find((text) => ORGAN.test(text) && !LETTERHEAD.test(text));
  if (name !== undefined) return { name, fullName: null };
  // "Politiskt samråd Norr (PSN)" below the label of the date.
  const full = cells
    .map((text) => splitAbbreviation(text))
    .find(({ fullName }) => fullName !== null && BODY_WORD.test(fullName));
  return full ?? null;
}

/** "Möte: Samrådsgruppen för hjälpmedel i Gävleborg" */
const BODY_LABEL =
  /^(?:möte|mötets\snamn|forum|organ|grupp|sammanträde|nätverk)\s*:\s*(\p{Lu}.{3,110})$/iu;

function labelledBody(note: Note, to: number): { body: Meeting['body']; line: FlowLine } | null {
  for (const line of note.lines.slice(0, Math.min(to, ORGAN_LINES))) {
    const name = withoutDate(BODY_LABEL.exec(line.text)?.[1] ?? '');
    const body = NAMES_BODY.test(name) ? nameBody(name, '') : null;
    if (body) return { body, line };
  }
  return null;
}

/** "SAMMANTRÄDESPROTOKOLL        Sida 1 (20)" */
function withoutPage(printed: FlowLine): FlowLine {
  const line = { ...printed, text: printed.text.replace(PAGE_AT_END, '') };
  const shown = line.cells.filter(({ text }) => !PAGE.test(text));
  // "Norrbottens Kommuner        NÄTVERKSANTECKNING"
  const kind = shown.findIndex(({ text }) => WORD_ALONE.test(text));
  const cells = kind > 0 && shown.length === kind + 1 ? shown.slice(kind) : shown;
  if (cells.length === line.cells.length || cells.length === 0) return line;
  return { ...line, cells, text: cells.map(({ text }) => text).join(' ') };
}

const WORD_ALONE = pattern(`^${TITLE_WORD}$`);

/** "Kommunstyrelsen        Sammanträdesdatum": a label beside the name is none of it. */
function withoutLabels(line: FlowLine): FlowLine {
  const cells = line.cells.filter(({ text }, at) => at === 0 || readLabel(text) === null);
  return cells.length === line.cells.length
    ? line
    : { ...line, text: cells.map(({ text }) => text).join(' ') };
}

/** "Mötesanteckning VSN 2024-09-26, sida 1" */
const PAGE_AT_END = /,?\s(?:sida|sid\.?)\s\d{1,3}(?:\s(?:av|\()\s?\d{1,3}\)?)?$/iu;
const PAGE = /^(?:(?:sida|sid\.?|blad)(?:\s\d.*)?|\d{1,3}\s?\(\d{1,3}\))$/iu;

/** A title that names nobody may stand under the body's name, as a letterhead has it. */
function bodyAbove(
  note: Note,
  start: number,
  title: string,
  below: readonly FlowLine[],
): FlowLine | null {
  if (bodyNameIn(title) !== '' || below.length > 0) return null;
  const lines = note.lines.slice(0, start);
  return (
    lines.find(
      (line) =>
        BODY_WORD.test(line.text) &&
        line.cells.length === 1 &&
        line.text.length < 110 &&
        readLabel(line.text) === null &&
        !/[.!?:]$/u.test(line.text),
    ) ?? null
  );
}

function findTitleLine(note: Note, to: number): number | null {
  const head = note.lines.slice(0, Math.min(to, 15)).filter(({ text }) => !isLetterPaper(text));
  const titled = head.filter(
    (line) => TITLE.test(line.text) && line.text.length < 200 && !isTold(line.text),
  );
  const worded =
    belowPageHead(titled) ??
    titled[0] ??
    head.slice(0, 1).find((line) => isMeetingTitle(line) && line.headingLevel > 0) ??
    head.find(
      (line) =>
        !line.text.startsWith('(') &&
        !OF_ANOTHER.test(line.text) &&
        HAS_TITLE.test(line.text) &&
        line.text.length < 160 &&
        readLabel(line.text) === null &&
        !/[.!?]$/u.test(line.text),
    );
  if (worded) return bodyFirst(head, worded) ?? fuller(head, worded).at;
  const meeting = head.find((line) => isMeetingTitle(line));
  if (meeting) return bodyFirst(head, meeting) ?? fuller(head, meeting).at;
  const first = head.find((line) => line.headingLevel > 0) ?? head[0];
  if (
    !first ||
    readLabel(first.text) !== null ||
    first.text.length > 120 ||
    /[.!?]$/u.test(first.text)
  )
    return null;
  return isRosterLine(first) ||
    first.bullet !== null ||
    findDates(first.text, { reference: null })[0]?.start === 0
    ? null
    : belowPaper(first, note.lines[first.at + 1]).at;
}

/** "Nätverksträff 9 mars 2023" over "Nätverksträff digitalisering": the first heads each page, the second is the title. */
function fuller(head: readonly FlowLine[], first: FlowLine): FlowLine {
  const words = `${withoutDate(first.text)} `;
  const isFuller = (line: FlowLine): boolean =>
    line.at > first.at &&
    line.at - first.at <= 3 &&
    line.text.length < 120 &&
    !/[.!?:]$/u.test(line.text) &&
    withoutDate(line.text).startsWith(words);
  return head.find(isFuller) ?? first;
}

/** The body's own name stands below that of the house whose paper it is, and in full below a page's head. */
function belowPaper(first: FlowLine, next: FlowLine | undefined): FlowLine {
  if (!next || readLabel(next.text) !== null || !isBodyLine(next)) return first;
  const name = withoutDate(first.text);
  const isFuller = withoutDate(next.text).startsWith(`${name} `);
  const isOnPaper =
    LETTERHEAD.test(name) && BODY_WORD.test(next.text) && !LETTERHEAD.test(next.text);
  return isFuller || isOnPaper ? next : first;
}

/** "Föregående anteckningar": an item's title. */
const OF_ANOTHER = /^(?:föregående|förra|senaste|tidigare)\s/iu;

/** "Nätverksanteckningar 1(2)", "Länsrådet i Sörmland Sid 1": what heads each page. */
const isPageHead = ({ raw }: FlowLine): boolean =>
  PAGE_AT_END.test(raw.trimEnd()) || /\s\d{1,2}\s?\(\d{1,2}\)$/u.test(raw.trimEnd());

/** The title that stands closely below a page's head of the same kind. */
function belowPageHead([first, ...others]: readonly FlowLine[]): FlowLine | undefined {
  if (!first || !isPageHead(first)) return undefined;
  return others.find((line) => line.at - first.at <= 3 && !isPageHead(line));
}

/** "Protokoll 10 godkändes utan anmärkning.", "Anteckningarna är utskickade": what was done with it. */
const isTold = (text: string): boolean =>
  /\s\p{Ll}{2,}(?:des|ts|as)\s.*\.$/u.test(text) || OF_NOTES.test(text);
const OF_NOTES = pattern(
  String.raw`^\p{L}*(?:anteckning(?:en|arna)|protokollet)\s(?:är|var|har|hade|\p{Ll}{2,}(?:des|ts|s))\b`,
);

/** "Dnr 2021-2406", "Postadress: Box 13": what letter paper has above the title. */
const ON_PAPER = pattern(
  String.raw`^(?:dnr|diarienr|diarienummer|ärendenr|postadress|besöksadress|telefon|tfn|org\.?\s?nr|organisationsnummer)\b`,
);
const isLetterPaper = (text: string): boolean =>
  ON_PAPER.test(text) || /^(?:https?:\/\/|www\.)\S+$/u.test(text);

/** "Digitalt möte", "Teamsmöte": how the body met, and not what its meeting is called. */
const FORM_OF_MEETING =
  /^(?:(?:digital|fysisk|hybrid)\p{L}*\s(?:möte|träff)|(?:teams|zoom|skype|distans|video|webb)\p{L}*-?(?:möte|träff))(?!\p{L})/iu;

/** "Nätverksträff MAS-nätverket", "Styrelsemöte 2": under a letterhead that names another body. */
const MEETING_TITLE = pattern(
  String.raw`^(?:(?:extra|ordinarie|digitalt|konstituerande)\s+)?\p{L}*(?:möte|träff|sammanträde)(?!\p{L}|\s*:)`,
);

export const isMeetingTitle = (line: FlowLine): boolean =>
  MEETING_TITLE.test(line.text) &&
  !FORM_OF_MEETING.test(line.text) &&
  line.text.length < 100 &&
  line.bullet === null &&
  readLabel(line.text) === null &&
  !/[.!?:]$/u.test(line.text);

/** The body's name may be the first heading, and the kind of the note the second; above both only a page's head. */
function bodyFirst(head: readonly FlowLine[], worded: FlowLine): number | null {
  const name = head[worded.at - 1];
  const above = head.slice(0, Math.max(0, worded.at - 1));
  const isFirst =
    name !== undefined &&
    above.every((line) => isPageHead(line)) &&
    BODY_WORD.test(name.text) &&
    !isPageHead(name) &&
    readLabel(name.text) === null &&
    name.text.length < 110 &&
    !/[.!?:]$/u.test(name.text);
  return isFirst ? name.at : null;
}

const isRosterLine = (line: FlowLine): boolean =>
  readColumnRow(
    line.text,
    line.cells.map((cell) => cell.text),
  ) !== null ||
  (/^(?:för|från|närvarande|deltagare)\s/iu.test(line.text) && readSideHeading(line.text) !== null);

/** A title wraps only where its line is broken off. */
function wrapped(note: Note, start: number, to: number): FlowLine[] {
  const first = note.lines[start];
  if (!first) return [];
  const lines = [first];
  for (let at = start + 1; at < Math.min(to, start + 3); at += 1) {
    const [before, line] = [lines.at(-1), note.lines[at]];
    if (!before || !line || readLabel(line.text) || gapAbove(line) > 0) break;
    const open =
      /(?:,|–|-|(?<!\p{L})(?:och|för|i|med|mellan|från|av|inom|vid))$/u.test(before.text) ||
      /^(?:\p{Ll}|\(\p{Lu}[\p{L}\d-]{1,11}\)(?:$|\s))/u.test(line.text) ||
      isTail(before, line) ||
      isYearOf(before, line) ||
      isCountyOf(before, line);
    if (!open || /^https?:/u.test(line.text)) break;
    lines.push(line);
  }
  return lines;
}

/** "Nätverksanteckning Elevhälsonätverket" over "Örebro län" */
const isCountyOf = (before: FlowLine, line: FlowLine): boolean =>
  line.gap === 0 &&
  /^\p{Lu}[\p{L}\s]{2,30}\slän$/u.test(line.text) &&
  BODY_WORD.test(before.text) &&
  !BODY_WORD.test(line.text);

/** "Anteckningar från nätverksträff 12 september" over "2024" */
const isYearOf = (before: FlowLine, line: FlowLine): boolean =>
  /^(?:19|20)\d\d$/u.test(line.text) && DAY_LAST.test(before.text);
const DAY_LAST = new RegExp(String.raw`\d{1,2}\s${FULL_MONTH}$`, 'iu');

/** A long title whose last word or two did not fit: "… Samverkansrådet Norra⏎Småland". */
const isTail = (before: FlowLine, line: FlowLine): boolean =>
  before.text.length >= 42 &&
  line.gap === 0 &&
  /\p{L}$/u.test(before.text) &&
  /^\p{Lu}\p{Ll}+(?:-\p{L}+)?$|^\p{Lu}[^,.:]{4,60}\(\p{Lu}{2,12}\)$/u.test(line.text) &&
  !BODY_WORD.test(line.text);

/** Takes the date, its weekday and the words that lead to it off a title. */
export function withoutDate(text: string): string {
  let result = text;
  for (const phrase of findDates(text, { reference: null, header: true }).toReversed()) {
    if (!['day', 'month', 'week'].includes(phrase.unit) && phrase.rule !== 'day-list') continue;
    if (phrase.unit !== 'day' && !/\d{4}/u.test(phrase.text)) continue;
    result = `${result.slice(0, phrase.start)} ${result.slice(phrase.end)}`;
  }
  return squeeze(result)
    .replace(/\s*\(\s*\)/gu, '')
    .replace(/,?\s*(?:kl\.?|klockan)\s*\d.*$/iu, '')
    .replace(/[\s,]*(?<!\d)\d{1,2}[.:]\d\d\s*[–-]\s*\d{1,2}[.:]\d\d$/u, '')
    .replace(/(?:[\s,:;–—-]|(?<!\p{L})(?:den|från|fört|möte den))+$/iu, '')
    .replace(/^[\s,:;–—-]+/u, '')
    .replace(/\s*\*+$/u, '')
    .replace(/\s+\.$/u, '');
}

/** What a title says beside "Mötesanteckning från möte med": the body's name or abbreviation. */
function bodyNameIn(title: string): string {
  const match = TITLE.exec(title) ?? TITLE_WITH_COLON.exec(title);
  if (match) return tidyName(title.slice(match.index + match[0].length));
  const inside = pattern(`[\\s,–-]+(?:${TITLE_WORD})\\b.*$`).exec(title);
  return tidyName(inside ? title.slice(0, inside.index) : title);
}

function tidyName(text: string): string {
  let name = ` ${text} `;
  for (let before = ''; before !== name;) {
    before = name;
    name = name.replace(FROM, '').trimStart();
  }
  return squeeze(name)
    .replace(/^[\s,:–-]+|[\s,:–-]+$/gu, '')
    .replace(/,?\s*(?:per capsulam|digitalt möte)$/iu, '')
    .replace(/,?\s(?:genomfört\s|hållet\s)?(?:via|över|på)\s(?:teams|zoom|skype|länk)$/iu, '')
    .replace(/,?\s*org(?:anisations)?\.?\s?-?(?:nr|nummer)\.?:?\s*[\d-]+$/iu, '');
}

/** Lines under the title, before the first label, roster or date, that name the body in full. */
function readBodyLines(note: Note, from: number, to: number): FlowLine[] {
  const lines: FlowLine[] = [];
  for (let at = from; at < Math.min(to, from + 4); at += 1) {
    const line = note.lines[at];
    const before = lines.at(-1);
    if (!line || !isBodyLine(line)) break;
    const completes =
      before !== undefined &&
      gapAbove(line) <= 0 &&
      splitAbbreviation(before.text).fullName === null &&
      splitAbbreviation(`${before.text} ${line.text}`).fullName !== null;
    if (
      before &&
      !completes &&
      !continues(before, line) &&
      !(gapAbove(line) <= 0 && (before.text.endsWith(' och') || before.text.length > 35))
    )
      break;
    lines.push(line);
  }
  return lines;
}

function isBodyLine(line: FlowLine): boolean {
  if (line.bullet !== null || line.text.length > 170 || /[.!?:]$/u.test(line.text)) return false;
  if (/https?:|^\p{L}*(?:möte|sammanträde)\s*[:\d]/iu.test(line.text)) return false;
  const label = readLabel(line.text);
  if (
    label !== null &&
    (label.colon || isAttendance(label.kind) || label.kind === 'agenda' || label.value === '')
  )
    return false;
  if (isRosterLine(line) || HAS_TITLE.test(line.text) || isRowOfLabels(line)) return false;
  if (/^(?:§|\d{1,2}[.)]\s)/u.test(line.text)) return false;
  return withoutDate(line.text).length > 1 && !isDateLine(line.text);
}

/** "Datum   Tid   Plats": the values stand below. */
const isRowOfLabels = ({ text }: FlowLine): boolean => {
  const words = text.split(' ');
  return words.length > 1 && words.every((word) => kindOfLabel(word) !== null);
};

const isDateLine = (text: string): boolean =>
  findDates(text, { reference: null, header: true }).some((phrase) => phrase.unit === 'day');
