/** "Nästa möte: …" with its day, its details and the days that follow in the same sentence or below it. */
import { type DateContext, type DatePhrase, findDates } from '../../dates/index.js';
import { squeeze } from '../../text/normalise.js';
import { sentencesOf } from '../../text/paragraph.js';
import { pattern } from '../../text/pattern.js';
import type { FlowLine } from '../../text/flowline.js';
import { joinFlow } from '../../text/flow.js';
import { type Note, rangeOf } from '../../note/note.js';
import { toWindow } from '../windows.js';
import { addPhrase, type Coming, withSharedYears } from './days.js';
import { defined, NO_DETAILS, placeIn, readDetails, timesIn } from './details.js';
import { isMeetingListHeading } from './headings.js';
import { wrappedFrom } from './wrapped.js';

/** Reads what follows "Nästa möte" on its line, or stands on the next one. @returns null where no one day is told */
export function readNext(
  note: Note,
  at: number,
  to: number,
  value: string,
  dates: DateContext,
): Coming | null {
  const line = note.lines[at];
  const told = line ? toldAt(note, line, to, value, dates) : null;
  if (!line || !told) return null;
  const { text, lines } = told;
  const sentence = firstSentence(text);
  const phrase = findDates(sentence, { ...dates, past: false, isList: true })[0];
  // Of two days to choose from neither is the meeting's yet.
  if (!phrase || CHOICE.test(text.slice(phrase.end)) || NOT_SET.test(sentence)) return null;
  const details = readDetails(note, at + lines.length, to);
  lines.push(...details.lines);
  const coming: Coming = { meetings: [], milestones: [], lines, end: details.end };
  const after = readAfterwards(note, coming.end, to, phrase, dates);
  addFollowing(coming, text, phrase, { note, line, lines }, dates);
  addTopic(coming, text, phrase, line);
  addPhrase(coming, phrase, line.text, lines, note, {
    ...timesIn(text),
    place: placeIn(text, phrase),
    ...defined(details),
  });
  addListed(coming, text, line, dates, note);
  coming.end = readYears(coming, note, to, dates);
  for (const { line: row, phrase: day } of after) {
    const own = { ...timesIn(row.text), place: placeIn(row.text, day) };
    addPhrase(coming, day, row.text, [row], note, own);
    lines.push(row);
    coming.end = row.at + 1;
  }
  return coming;
}

/** What is told of the next meeting, without asides such as "(Anteckningar: …)", and its lines; null where no date is. */
function toldAt(
  note: Note,
  line: FlowLine,
  to: number,
  value: string,
  dates: DateContext,
): { text: string; lines: FlowLine[] } | null {
  const wrapped = wrappedFrom(note, line.at, to);
  const whole =
    wrapped.length > 1 && value !== ''
      ? joinFlow([{ ...line, text: value }, ...wrapped.slice(1)], note.flow)
      : value;
  const own = squeeze(whole.replaceAll(/\([^()]*\p{L}+:[^()]*(?:\)|$)/gu, ''));
  const lines = whole === value ? [line] : wrapped;
  if (hasDate(own, dates)) return { text: own, lines };
  const next = note.lines[line.at + 1];
  if (!next || next.at >= to || !hasDate(next.text, dates) || next.text.length > 120) return null;
  if (isMeetingListHeading(next.text)) return null;
  return { text: `${own} ${next.text}`.trim(), lines: [...lines, next] };
}

/** "Nästa möte: 10 oktober, bland annat om X": what it is to take up is a milestone. */
function addTopic(coming: Coming, text: string, phrase: DatePhrase, line: FlowLine): void {
  const topic = topicAfter(text, phrase);
  if (topic === null || phrase.earliest === null) return;
  coming.milestones.push({
    label: topic,
    when: toWindow(phrase),
    item: null,
    text: line.text,
    lines: rangeOf([line]),
  });
}

/** "Nästa träff: 14 november. Datum för 2025: 30/1, 27/3 och 22/5": a list in the sentence after it. */
function addListed(
  coming: Coming,
  text: string,
  line: FlowLine,
  dates: DateContext,
  note: Note,
): void {
  for (const [, year = '', value = ''] of text.matchAll(LISTED)) {
    const days = findDates(value, { ...dates, listYear: Number(year), isList: true });
    for (const day of days.filter(({ unit }) => unit === 'day'))
      addPhrase(coming, day, line.text, [line], note, { ...NO_DETAILS });
  }
}

const LISTED =
  /(?<=[.;]\s)(?:\p{Lu}\p{Ll}+(?:\s\p{Ll}+){0,2}\s)?(?:möte|träff|datum|dag|tid|sammanträde)\p{L}*(?:\s\p{Ll}+){0,2}\s((?:19|20)\d\d)\s*:\s+([^:]*?\d[^:]*?)(?=\.\s\p{Lu}|$)/giu;

/** "2021: 9 februari, 11 maj och 14 september" below the next meeting: those of another year. @returns the end */
function readYears(coming: Coming, note: Note, to: number, dates: DateContext): number {
  let end = coming.end;
  for (const line of note.lines.slice(end, to)) {
    const [, year = '', value = ''] = /^((?:19|20)\d\d)\s*:\s+(\S.*)$/u.exec(line.text) ?? [];
    const days =
      value === '' ? [] : findDates(value, { ...dates, listYear: Number(year), isList: true });
    if (days.length === 0 || days.some(({ unit }) => unit !== 'day')) break;
    for (const day of days) addPhrase(coming, day, line.text, [line], note, { ...NO_DETAILS });
    coming.lines.push(line);
    end = line.at + 1;
  }
  return end;
}

/** The day stands in the sentence that begins with "Nästa möte"; the next one tells of something else. */
const firstSentence = (text: string): string => sentencesOf(text)[0]?.text ?? text;

/** Called off, or not settled. */
const NOT_SET = pattern(
  String.raw`\b(?:ställs\s+in|ställdes\s+in|inställt|inställd|utgår|kanske|eventuellt|preliminärt|ev\.|(?:datum|tid)\s+(?:meddelas|bestäms|ej)|inget\s+datum|ej\s+bestämt)(?!\p{L})`,
);

/** "den 8 oktober eller den 15 oktober" */
const CHOICE =
  /^[\s,]*(?:eller|alternativt|alt\.?)\s+(?:(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?\s+)?(?:den\s+)?\d/iu;

const AFTERWARDS = pattern(String.raw`^(?:därefter|därpå|sedan|mötet\s+därefter)\s*:?\s+(?=\S)`);

/** "Därefter: 14 juni 2019, Regionhuset" on the lines below the next meeting. */
function readAfterwards(
  note: Note,
  from: number,
  to: number,
  first: DatePhrase,
  dates: DateContext,
): { line: FlowLine; phrase: DatePhrase }[] {
  const found: { line: FlowLine; phrase: DatePhrase }[] = [];
  let reference = first.latest ?? dates.reference;
  for (const line of note.lines.slice(from, to)) {
    const lead = AFTERWARDS.exec(line.text);
    if (!lead) break;
    const days = findDates(line.text, { ...dates, reference, past: false });
    const [phrase] = days;
    if (phrase?.unit !== 'day' || phrase.start > lead[0].length) break;
    const others = days.filter(
      ({ start, unit }, index) =>
        index > 0 && unit === 'day' && FOLLOWS.test(line.text.slice(0, start)),
    );
    for (const day of [phrase, ...others]) found.push({ line, phrase: day });
    reference = days.at(-1)?.latest ?? reference;
  }
  return found;
}

interface Place {
  note: Note;
  line: FlowLine;
  lines: readonly FlowLine[];
}

/** "Nästa möte 5 april 2019 kl. 10–12, därefter 7 juni och 4 oktober": further days of the same sentence. */
function addFollowing(
  coming: Coming,
  text: string,
  first: DatePhrase,
  { note, line, lines }: Place,
  dates: DateContext,
): void {
  let end = first.end;
  let reference = first.latest ?? dates.reference;
  const found = findDates(text, { ...dates, reference, past: false, isList: true });
  const shared = withSharedYears(found, text);
  for (const [at, phrase] of shared.entries()) {
    if (phrase.start < end || phrase.unit !== 'day') continue;
    const between = text.slice(end, phrase.start);
    if (!FOLLOWS.test(between)) break;
    const own = text
      .slice(0, shared[at + 1]?.start)
      .replace(/[\s,;]*(?:(?<!\p{L})(?:och|samt))?\s*$/u, '');
    addPhrase(coming, phrase, line.text, lines, note, {
      ...NO_DETAILS,
      place: placeIn(own, phrase),
    });
    end = phrase.end;
    reference = phrase.latest ?? reference;
  }
}

/** What parts a day from the next: "…, därefter 7 juni", "… Sista mötet för året är den 4 december". */
const FOLLOWS =
  /(?:,|;|\.\s(?:mötet|träffen|sammanträdet)|(?<!\p{L})(?:och|samt|därefter|sedan|därpå)|(?:därefter|(?:till|under|i)\s+(?:hösten|våren|höst|vår))\s+(?:träffas|möts|ses|sammanträder)\s+\p{L}+|(?:\p{L}+s|övriga|kommande)\s+(?:möten|träffar|sammanträden)\s+(?:är|hålls|blir|äger\s+rum|planeras(?:\s+till)?)|(?:sista|därpå\s+följande)\s+(?:mötet|träffen)(?:\s+(?:för|under|i)\s+\p{L}+)?\s+(?:är|blir|hålls))\s*(?:den\s*)?$/iu;

const hasDate = (text: string, dates: DateContext): boolean =>
  findDates(text, { ...dates, isList: true }).some(
    (phrase) => phrase.unit !== 'undated' && phrase.unit !== 'meeting',
  );

/** "Nästa möte: 10 oktober, bland annat om X": what it is to take up. */
function topicAfter(text: string, phrase: DatePhrase): string | null {
  const match =
    /^[\s,–-]*(?:bland\s+annat\s+)?(?:om|med\s+tema|tema:?|då)\s+(\p{L}.{3,120})$/iu.exec(
      text.slice(phrase.end),
    );
  return match?.[1]?.replace(/[.)]+$/u, '') ?? null;
}
