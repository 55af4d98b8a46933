/** What a line of the head is: letterhead, page mark, labels, roster, date, or what can name the body. */
import { findDates } from '../../dates/index.js';
import type { Meeting } from '../../record/schema.js';
import type { FlowLine } from '../../text/flowline.js';
import { pattern } from '../../text/pattern.js';
import { isAttendance, kindOfLabel, readLabel } from '../labels.js';
import { readColumnRow, readSideHeading } from '../people/headings.js';
import { TITLE_WORD } from './titlewords.js';
import { HAS_TITLE, TITLE } from './titlewords.js';
import { withoutDate } from './titlewrap.js';

/** "GR | Nätverksanteckning MAS" over "Nätverksanteckning MAS": the first is the page's head, the second the title. */
export function withoutLetterhead(title: string, next: FlowLine | undefined): string {
  const [, house = '', kind = ''] = HOUSE_AND_KIND.exec(title) ?? [];
  if (house !== '' && LETTERHEAD.test(house)) return kind;
  const below = withoutDate(next?.text ?? '');
  return TITLE.test(below) && title.endsWith(` ${below}`) ? below : title;
}

/** "Region Furuland PROTOKOLL": whose paper it is, and what it is. */
const HOUSE_AND_KIND =
  /^(\p{Lu}.{3,60}?)\s((?:SAMMANTRÄDES)?PROTOKOLL|(?:MINNES|MÖTES)?ANTECKNINGAR)$/u;

/** A municipality or a region stands on the paper of all its bodies. */
export const isLetterhead = (body: Meeting['body']): boolean =>
  body === null || LETTERHEAD.test(body.name);
export const LETTERHEAD =
  /^(?:\p{L}+s?\s(?:kommun|stad)|\p{L}+(?:förvaltningen|kontoret|kansliet)|(?:region|landstinget|länsstyrelsen|universitetet|kommunalförbundet|kommunförbundet|regionförbundet)(?:\s.+)?|\p{L}+\suniversitet)$/iu;

/** "Region Värmland – Länsstyrelsen Värmland – Värmlands kommuner": who meet, and not what they meet as. */
export function namesParties(text: string): boolean {
  const parties = text.split(/\s+[–—|•·-]\s+|,\s+|\s+(?:och|samt)\s+/u);
  return (
    parties.length > 1 && parties.every((one) => LETTERHEAD.test(one) || MUNICIPALITIES.test(one))
  );
}
const MUNICIPALITIES = /^(?:\p{Lu}\p{Ll}+\s)?(?:läns?\s)?kommuner(?:na)?(?:\si\s.+)?$/iu;

/** "SAMMANTRÄDESPROTOKOLL        Sida 1 (20)" */
export function withoutPage(printed: FlowLine): FlowLine {
  const line = { ...printed, text: printed.text.replace(PAGE_AT_END, '') };
  const shown = line.cells.filter(({ text }) => !PAGE.test(text));
  // "Norrbottens Kommuner        NÄTVERKSANTECKNING"
  const kind = shown.findIndex(({ text }) => WORD_ALONE.test(text));
  const cells = kind > 0 && shown.length === kind + 1 ? shown.slice(kind) : shown;
  if (cells.length === line.cells.length || cells.length === 0) return line;
  return { ...line, cells, text: cells.map(({ text }) => text).join(' ') };
}

const WORD_ALONE = pattern(
  String.raw`^(?:utdrag\s(?:ur|av)\s)?${TITLE_WORD}(?:\s(?:nr|nummer)\.?\s?\d+(?:[/:]\d+)?)?$`,
);

/** "Kommunstyrelsen        Sammanträdesdatum": a label beside the name is none of it. */
export function withoutLabels(line: FlowLine): FlowLine {
  const cells = line.cells.filter(
    ({ text }, at) => at === 0 || (readLabel(text) === null && !PAGE.test(text)),
  );
  return cells.length === line.cells.length
    ? line
    : { ...line, text: cells.map(({ text }) => text).join(' ') };
}

/** "Mötesanteckning VSN 2024-09-26, sida 1" */
const PAGE_AT_END = /,?\s(?:sida|sid\.?)\s\d{1,3}(?:\s(?:av|\()\s?\d{1,3}\)?)?$/iu;
const PAGE = /^(?:(?:sida|sid\.?|blad)(?:\s\d.*)?|\d{1,3}\s?\(\d{1,3}\))$/iu;

/** "Nätverksanteckningar 1(2)", "Länsrådet i Sörmland Sid 1": what heads each page. */
export const isPageHead = ({ raw }: FlowLine): boolean =>
  PAGE_AT_END.test(raw.trimEnd()) || /\s\d{1,2}\s?\(\d{1,2}\)$/u.test(raw.trimEnd());

/** "Dnr 2021-2406", "Postadress: Box 13": what letter paper has above the title. */
const ON_PAPER = pattern(
  String.raw`^(?:dnr|diarienr|diarienummer|ärendenr|postadress|besöksadress|telefon|tfn|org\.?\s?nr|organisationsnummer)\b`,
);
export const isLetterPaper = (text: string): boolean =>
  ON_PAPER.test(text) || /^(?:https?:\/\/|www\.)\S+$/u.test(text);

export const isRosterLine = (line: FlowLine): boolean =>
  readColumnRow(
    line.text,
    line.cells.map((cell) => cell.text),
  ) !== null ||
  (/^(?:för|från|närvarande|deltagare)\s/iu.test(line.text) && readSideHeading(line.text) !== null);

export function isBodyLine(line: FlowLine): boolean {
  if (line.bullet !== null || line.text.length > 170 || /[.!?:]$/u.test(line.text)) return false;
  if (/https?:|^förening:\s|^\p{L}*(?:möte|träff|sammanträde)(?:\s*[:\d]|$)/iu.test(line.text))
    return false;
  const label = readLabel(line.text);
  if (
    label !== null &&
    (label.colon || isAttendance(label.kind) || label.kind === 'agenda' || label.value === '')
  )
    return false;
  if (isRosterLine(line) || HAS_TITLE.test(line.text) || isRowOfLabels(line)) return false;
  // "Tid               Kl. 13.15–15.45"
  if (line.cells.length > 1 && kindOfLabel(line.cells[0]?.text ?? '') !== null) return false;
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
