/**
 * A list of meetings under its heading.
 *
 * list    := heading [ sentence ] [ columns ] (detail | row)*
 * detail  := "Plats:" place | "Tid:" times      (for all meetings)
 * row     := date { "," | "och" date } [ times ] [ place ]
 * columns := "Datum" date+ "Tid" times+ "Plats" place+ | date+ place+    (where extraction wrote column by column)
 */
import { type DateContext, type DatePhrase, findDates, readTimes } from '../../dates/index.js';
import { FULL_MONTH } from '../../dates/vocabulary.js';
import type { Note } from '../../note/note.js';
import type { FlowLine } from '../../text/flowline.js';
import { pattern } from '../../text/pattern.js';
import { readTypeLine } from '../agenda/metadata.js';
import { readLabel } from '../labels.js';
import { isName } from '../people/name.js';
import { addPhrase, type Coming } from './days.js';
import { defined, type Details, NO_DETAILS, placeIn, takeDetail, timesIn } from './details.js';
import { readInlineList } from './inlinelist.js';
import {
  type Columns,
  readCells,
  readColumns,
  readStack,
  type Row,
  TABLE_HEAD,
} from './listcolumns.js';

/** "Presidiet enas om följande tider." */
const INTRODUCES = pattern(
  String.raw`^.{0,90}\b(?:följande|enligt\s+nedan|nedanstående)\b.{0,90}[.:]?$|^[^\d]{3,80}\b(?:möten|träffar|sammanträden)\b[^\d]{0,60}[.:]$|^(?!.*\b${FULL_MONTH}\b).{3,60}\b(?:träffas|möts|sammanträder|ses)\b.{0,90}[.:]$`,
);

/** "Följande tider gäller: 13 september och 25 oktober." */
const INLINE = pattern(
  String.raw`^((?:följande|dessa)\s+(?:\p{L}*tider|\p{L}*datum|\p{L}*dagar)\s[^:\d]{3,40}):\s+\P{L}*\d`,
);

/** @param from index of the first line below the heading */
export function readMeetingList(
  note: Note,
  from: number,
  to: number,
  heading: FlowLine,
  dates: DateContext,
): Coming {
  const reader = new ListReader(heading, dates);
  // "Information" below an item's title.
  const top = readTypeLine(note.lines[from]?.text ?? '') === null ? from : from + 1;
  const first = note.lines[top]?.text ?? '';
  const [, inline] = INLINE.exec(first) ?? [];
  if (inline !== undefined) return readInlineList(note, top, to, inline, dates);
  const introduced = INTRODUCES.test(first) ? top + 1 : top;
  reader.takeShared(heading.text);
  if (introduced > top) reader.takeShared(first);
  const dated = { ...dates, listYear: reader.year };
  const columns =
    readColumns(note, introduced, to, dated) ??
    readCells(note, introduced, to, dated) ??
    readStack(note, introduced, to, dated);
  if (columns) reader.takeColumns(columns);
  else {
    for (const line of withWholeDays(note.lines.slice(introduced, to)))
      if (!reader.read(line)) break;
  }
  if (reader.rows.length > 0) reader.lines.push(...note.lines.slice(top, introduced));
  return reader.result(note, from);
}

/** "… och torsdag 23" over "november. Samtliga möten …": the month goes up to its day, and a time to its "kl.". */
function withWholeDays(lines: readonly FlowLine[]): FlowLine[] {
  const texts = lines.map(({ text }) => text);
  for (const [at, text] of texts.entries()) {
    const below = texts[at + 1] ?? '';
    const rest = restOfRow(text, below);
    if (rest === '') continue;
    texts[at] = `${text} ${rest}`;
    texts[at + 1] = below.slice(rest.length).replace(/^[\s.,]+/u, '');
  }
  return lines.flatMap((line, at) => {
    const text = texts[at] ?? '';
    if (text === line.text) return [line];
    return text === '' ? [] : [{ ...line, text }];
  });
}

/** "… torsdag 23" needs its month, "…, alla kl." its times. */
function restOfRow(text: string, below: string): string {
  if (/\d$/u.test(text)) return MONTH_FIRST.exec(below)?.[0] ?? '';
  return /(?<!\p{L})(?:kl\.?|klockan)$/iu.test(text) ? (TIME_FIRST.exec(below)?.[0] ?? '') : '';
}

const TIME_FIRST = /^\d{1,2}(?:[.:]\d\d)?(?:\s?[–-]\s?\d{1,2}(?:[.:]\d\d)?)?/u;

/** The month, its year, and what else the row says of that day. */
const MONTH_FIRST = pattern(
  String.raw`^${FULL_MONTH}(?:\s(?:19|20)\d\d)?(?:[^\d.]+$|(?![\p{L}\d]))`,
);

class ListReader {
  readonly lines: FlowLine[];
  readonly rows: Row[] = [];
  private readonly details: Details = { ...NO_DETAILS };
  /** The year that the heading gives to all days. */
  year: number | null = null;
  private reference: string | null;

  constructor(
    private readonly heading: FlowLine,
    private readonly dates: DateContext,
  ) {
    this.reference = dates.reference;
    this.lines = [heading];
  }

  /** @returns false where the line is no part of the list */
  read(line: FlowLine): boolean {
    const isPart =
      this.readDetail(line) || this.readRow(line) || this.readTimes(line) || this.readCell(line);
    if (isPart) this.lines.push(line);
    return isPart;
  }

  /** "Rådet möts i Lärcentrum kl. 9–12 dessa dagar under 2019:": what holds for all days. */
  takeShared(sentence: string): void {
    if (readTimes(sentence)) Object.assign(this.details, timesIn(sentence));
    this.details.place ??= PLACE_OF_ALL.exec(sentence)?.[1] ?? null;
    this.year ??= yearIn(sentence);
  }

  takeColumns(columns: Columns): void {
    this.rows.push(...columns.rows);
    this.lines.push(...columns.lines);
  }

  private readDetail(line: FlowLine): boolean {
    const label = readLabel(line.text);
    if (label && takeDetail(label, this.details)) return true;
    return this.rows.length === 0 && TABLE_HEAD.test(line.text);
  }

  private readRow(line: FlowLine): boolean {
    const context = {
      ...this.dates,
      reference: this.reference,
      listYear: this.year,
      isList: true,
    };
    const phrases = listPhrases(line, context);
    for (const [at, phrase] of phrases.entries()) {
      const details = detailsOfDay(line.text, phrases, at);
      this.rows.push({ phrase, line, details: defined(details) });
      // Without a year of its own the list rolls on from day to day.
      if (this.year === null && phrase.latest) this.reference = phrase.latest;
    }
    return phrases.length > 0;
  }

  /** "Mötena hålls kl. 13–15 i Landstingshuset Falun" above the days or below them. */
  private readTimes(line: FlowLine): boolean {
    const isRest = this.rows.length > 0 && TIMES_FIRST.test(line.text);
    const tells = isRest || (/tid|möte|gånger|träff/iu.test(line.text) && line.text.length < 90);
    if (!tells || !readTimes(line.text)) return false;
    Object.assign(this.details, timesIn(line.text));
    const place = /(?<!\p{L})(?:i|på|via)\s+(\p{Lu}[^.]{2,60})\.?$/u.exec(line.text)?.[1];
    this.details.place ??= place ?? null;
    return true;
  }

  /** "13.30" and then "Örebro" on lines below their day: cells of its row. */
  private readCell(line: FlowLine): boolean {
    const row = this.rows.at(-1);
    if (!row || line.text.length > 40 || line.bullet !== null) return false;
    if (/^(?:kl\.?\s*)?\d{1,2}[.:]\d\d(?:\s*[-–]\s*\d{1,2}[.:]\d\d)?$/iu.test(line.text)) {
      row.details = {
        ...row.details,
        ...defined({ ...NO_DETAILS, ...timesIn(`kl ${line.text}`) }),
      };
      return true;
    }
    const isBelow = row.phrase.text === row.line.text && line.gap === 0;
    const isOpen = row.details.startTime !== undefined || isBelow;
    if (
      !isOpen ||
      row.details.place !== undefined ||
      !/^\p{Lu}[^\d.:!?]+$/u.test(line.text) ||
      isName(line.text)
    )
      return false;
    if (readLabel(line.text) !== null) return false;
    row.details = { ...row.details, place: line.text };
    return true;
  }

  result(note: Note, from: number): Coming {
    const end = Math.max(from, ...this.lines.map((line) => line.at + 1));
    const coming: Coming = { meetings: [], milestones: [], lines: this.lines, end };
    for (const { phrase, line, details } of this.rows) {
      const label = ownLabel(line.text, phrase) ?? this.heading.text;
      addPhrase(coming, phrase, label, [line], note, { ...this.details, ...details });
    }
    return coming;
  }
}

/** "13 juni kl. 09.30 på kansliet, 12 september och 28 november": a time between two days is that of the first of them. */
function detailsOfDay(text: string, phrases: readonly DatePhrase[], at: number): Details {
  const [phrase, next] = [phrases[at], phrases[at + 1]];
  if (!phrase) return NO_DETAILS;
  const until = text.slice(0, next?.start).replace(DAY_FOLLOWS, '');
  const own = timesIn(until.slice(phrase.end));
  const shared = timesIn(`${text.slice(0, phrases[0]?.start)} ${text.slice(phrases.at(-1)?.end)}`);
  const times = own.startTime === null ? shared : own;
  return { ...times, place: placeIn(until, phrase) ?? placeIn(text, phrase) };
}

const DAY_FOLLOWS = /[\s,;]*(?:(?<!\p{L})(?:och|samt))?\s*$/u;

/** "Mötestider 2022 och 2023" gives no day its year. */
function yearIn(sentence: string): number | null {
  const [year, another] = sentence.match(/(?<!\d)(?:19|20)\d\d(?!\d)/gu) ?? [];
  return year !== undefined && another === undefined ? Number(year) : null;
}

const PLACE_OF_ALL =
  /\s(?:i|på|via)\s(\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?)(?=\s(?:kl|klockan|på|dessa|följande|den)(?!\p{L})|[.:]?$)/u;

/** "2023, kl. 10–12." below "… och den 24 november": the rest of a row. */
const TIMES_FIRST = /^(?:(?:19|20)\d\d)?[.,]?\s*(?:kl\.?|klockan)\s*\d/iu;

/** "LAG-resa 6–7 oktober": the row says itself what it is. */
function ownLabel(text: string, phrase: DatePhrase): string | null {
  const before =
    text
      .slice(0, phrase.start)
      .split(/[.;,]\s/u)
      .at(-1) ?? '';
  const label = before.replace(/[\s:–-]+$/u, '').trim();
  return /^\p{Lu}[^\d]{3,40}$/u.test(label) ? label : null;
}

/** The dates of a list's line: it holds little else. */
function listPhrases(line: FlowLine, dates: DateContext): DatePhrase[] {
  if (line.text.length > 160) return [];
  const phrases = findDates(line.text, dates).filter(
    (phrase) =>
      phrase.unit !== 'undated' && phrase.unit !== 'meeting' && phrase.unit !== 'relative',
  );
  const bareMonth = phrases.length === 0 ? findDates(`i ${line.text.toLowerCase()}`, dates) : [];
  if (
    bareMonth.length === 1 &&
    bareMonth[0]?.unit === 'month' &&
    line.text.split(' ').length <= 2
  ) {
    return [{ ...bareMonth[0], text: line.text }];
  }
  const first = phrases[0];
  if (!first || (first.start > 25 && !/^\p{L}+\s?\d*\s*[:–-]/u.test(line.text))) return [];
  const most = Math.max(14, phrases.length * 8);
  if (/[.!?]$/u.test(line.text) && line.text.split(' ').length > most) return [];
  const own = phrases.filter(({ start }) => !OTHER_GROUP.test(line.text.slice(0, start)));
  return own.length > 0 ? own : phrases;
}

/** "LAG-möte 13 september. AU 30 augusti.": among the body's own days one of a smaller group. */
const OTHER_GROUP = pattern(
  String.raw`(?:^|[.;,]\s*|\soch\s)(?:AU|arbetsutskott(?:et)?|presidiet?|presidiemöte|AU-möte)\s*:?\s*(?:den\s)?$`,
);
