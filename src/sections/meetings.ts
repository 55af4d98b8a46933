/**
 * Meetings to come: "Nästa möte: 19 januari", lists under "Mötestider 2018" or "Mötesdatum år 2022".
 *
 * The list's own heading gives the year; without one the years roll on from the meeting, and a list that has reached
 * December goes on in January. A month without a day is a milestone.
 */
import { addDays } from '../dates/calendar.js';
import { type DateContext, type DatePhrase, findDates, readTimes } from '../dates/index.js';
import type { Milestone, UpcomingMeeting } from '../record/schema.js';
import { squeeze } from '../text/normalise.js';
import { sentencesOf } from '../text/paragraph.js';
import { pattern } from '../text/pattern.js';
import { type FlowLine, joinFlow } from '../text/flow.js';
import { continues, gapAbove } from '../text/wrapping.js';
import { type Note, rangeOf } from '../note/note.js';
import { type Label, readLabel } from './labels.js';
import { isTableHead, readMeetingList } from './meetinglist.js';
import { toWindow } from './windows.js';
import { remembered } from '../text/remember.js';

export interface Coming {
  meetings: UpcomingMeeting[];
  milestones: Milestone[];
  lines: FlowLine[];
  /** Index in the flow after the section. */
  end: number;
}

const LIST_HEADING = pattern(
  String.raw`^(?:\d{1,2}[.)]?\s+|[a-h][.)]\s+)?(?:(?:förslag\s+(?:till|på)|preliminära|planerade|beslutade|övriga|årshjul\s+och)\s+)?(?:mötestider|mötesdatum|(?:vårens|höstens|årets|nästa\s+års|vinterns|\p{L}{3,24}(?:ets|ens|ns))\s+(?:möten|mötestider|mötesdatum|träffar|sammanträden)|kommande\s+(?:\p{L}*möten|mötestider|mötesdatum|\p{L}*träffar|sammanträden)|sammanträdestider|sammanträdesdagar|mötesplan|mötesdagar|möten|träffar|nätverksträffar|datum\s+för\s+(?:kommande\s+)?(?:möten|mötet|träffar)|tider\s+för\s+(?:kommande\s+)?möten|mötesschema|möteskalender|sammanträdesdatum|nästa\s+möten|mötestillfällen|nästkommande\s+(?:möten|träffar)|(?:övriga|kommande|fler|framtida)\s+datum|datum\s+framåt)(?:\s+(?:för|under|år|i|med)?\s*(?:\p{L}{2,12}\s+)?(?:(?:våren|hösten|vårterminen|höstterminen)\s+)?(?:(?:19|20)\d\d)?(?:\s*(?:[-–/]|och)\s*(?:19|20)?\d\d)?)?(?:\s+(?:för|i)\s+\p{L}{2,12})?(?:,?\s*\d{1,2}\s+min(?:uter)?\.?)?\s*:?$`,
);
const NEXT = pattern(
  String.raw`^(?:tid\s+(?:och\s+plats\s+)?för\s+nästa\s+\p{L}+|datum\s+för\s+nästa\s+\p{L}+|nästa\s+(?:ordinarie\s+)?(?:möte|träff|nätverksträff|nätverksmöte|sammanträde|mötestillfälle|tillfälle|gång|styrgruppsmöte|\p{L}{2,8}-möte|mötesdatum|mötestid|fysiska\s+(?:möte|träff)|digitala\s+(?:möte|träff))|kommande\s+möte|nästkommande\s+möte)(?:\s+(?:med|för|i)\s+(?:\p{L}+\s?){1,4}?)?(?:\s+(?:är|blir|äger\s+rum|hålls|sker|planeras(?:\s+till)?|(?:bestäm(?:s|des)|fastställ(?:s|des)|beslut(?:as|ades))\s+till))?\s*(?::|;|\s|–|-)\s*(.*)$`,
);
const NEXT_ALONE = pattern(
  String.raw`^(?:nästa\s+(?:\p{L}*möte|träff|nätverksträff|sammanträde|möten))\s*:?$`,
);

/** "Nästa möte i presidiet", "Nästa sammanträde med kommunen" */
const WITH_OTHERS = pattern(
  String.raw`^nästa\s\p{L}+\s(?:i|med|för)\s(?:\p{L}+\s)?(?:presidi\p{L}*|AU|arbetsutskott\p{L}*|arbetsgrupp\p{L}*|kommunen|regionen|\p{L}*bolaget)\b`,
);
/** "Nästa FSG: 26 oktober" */
const NEXT_OF_BODY = /^Nästa\s(?:\p{Lu}{2,6}|\p{Ll}+(?:möte|råd|samråd|sammanträde))\s*:\s*(.*)$/u;

export const isMeetingListHeading = (text: string): boolean =>
  text.length < 120 && LIST_HEADING.test(text);

/** What follows "Nästa möte" on its line; null where the line is no such. */
export const readNextMeeting = remembered((text: string): string | null => {
  if (text.length > 400) return null;
  if (NEXT_ALONE.test(text)) return '';
  const match = NEXT.exec(text) ?? NEXT_OF_BODY.exec(text);
  if (match && WITH_OTHERS.test(text)) return null;
  return match ? (match[1] ?? '') : null;
});

/** Reads what begins at `at`: a next meeting with its place and time, or a list of meetings. */
export function readComing(note: Note, at: number, to: number, dates: DateContext): Coming | null {
  const line = note.lines[at];
  if (!line) return null;
  if (isMeetingListHeading(line.text) || headsTable(note, line, to))
    return readMeetingList(note, at + 1, to, line, dates);
  const inline = /^([^:]{4,60}):\s+(\S.*)$/u.exec(line.text);
  if (inline && isMeetingListHeading(inline[1] ?? ''))
    return readInlineList(note, at, to, inline[1] ?? '', dates);
  // "… återkommer inför⏎nästa möte med en rapport"
  const goesOn = /^\p{Ll}[^:]*$/u.test(line.text);
  const value = goesOn ? null : readNextMeeting(line.text);
  return value === null ? null : readNext(note, at, to, value, dates);
}

/** "Nästa möte" over a table with the heads "Datum", "Tid", "Plats". */
function headsTable(note: Note, line: FlowLine, to: number): boolean {
  const next = note.lines[line.at + 1];
  return next !== undefined && next.at < to && NEXT_ALONE.test(line.text) && isTableHead(next.text);
}

function readNext(
  note: Note,
  at: number,
  to: number,
  value: string,
  dates: DateContext,
): Coming | null {
  const line = note.lines[at];
  if (!line) return null;
  const wrapped = wrappedFrom(note, at, to);
  const whole =
    wrapped.length > 1 && value !== ''
      ? joinFlow([{ ...line, text: value }, ...wrapped.slice(1)], note.flow)
      : value;
  const own = squeeze(whole.replaceAll(/\([^()]*\p{L}+:[^()]*(?:\)|$)/gu, ''));
  const lines = whole === value ? [line] : wrapped;
  let text = own;
  let end = at + lines.length;
  if (!hasDate(own, dates)) {
    const next = note.lines[at + 1];
    if (!next || at + 1 >= to || !hasDate(next.text, dates) || next.text.length > 120) return null;
    if (isMeetingListHeading(next.text)) return null;
    text = `${own} ${next.text}`.trim();
    lines.push(next);
    end += 1;
  }
  const told = firstSentence(text);
  const phrase = findDates(told, { ...dates, past: false, isList: true })[0];
  // Of two days to choose from neither is the meeting's yet.
  if (!phrase || CHOICE.test(text.slice(phrase.end)) || NOT_SET.test(told)) return null;
  const details = readDetails(note, end, to);
  lines.push(...details.lines);
  const coming: Coming = { meetings: [], milestones: [], lines, end: details.end };
  const after = readAfterwards(note, coming.end, to, phrase, dates);
  addFollowing(coming, text, phrase, { note, line, lines }, dates);
  const topic = topicAfter(text, phrase);
  if (topic !== null && phrase.earliest !== null) {
    coming.milestones.push({
      label: topic,
      when: toWindow(phrase),
      item: null,
      text: line.text,
      lines: rangeOf([line]),
    });
  }
  addPhrase(coming, phrase, line.text, lines, note, {
    ...timesIn(text),
    place: placeIn(text, phrase),
    ...defined(details),
  });
  coming.end = readYears(coming, note, to, dates);
  for (const { line: row, phrase: day } of after) {
    const own = { ...timesIn(row.text), place: placeIn(row.text, day) };
    addPhrase(coming, day, row.text, [row], note, own);
    lines.push(row);
    coming.end = row.at + 1;
  }
  return coming;
}

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
  String.raw`\b(?:ställs\s+in|ställdes\s+in|inställt|inställd|utgår|kanske|eventuellt|ev\.|(?:datum|tid)\s+(?:meddelas|bestäms|ej)|inget\s+datum|ej\s+bestämt)(?!\p{L})`,
);

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
    const phrase = lead ? findDates(line.text, { ...dates, reference, past: false })[0] : undefined;
    if (!lead || phrase?.unit !== 'day' || phrase.start > lead[0].length) break;
    found.push({ line, phrase });
    reference = phrase.latest ?? reference;
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
  for (const phrase of withSharedYears(found, text)) {
    if (phrase.start < end || phrase.unit !== 'day') continue;
    const between = text.slice(end, phrase.start);
    if (!FOLLOWS.test(between)) break;
    addPhrase(coming, phrase, line.text, lines, note, { ...NO_DETAILS });
    end = phrase.end;
    reference = phrase.latest ?? reference;
  }
}

/** What parts a day from the next: "…, därefter 7 juni", "… Sista mötet för året är den 4 december". */
const FOLLOWS =
  /(?:,|;|(?<!\p{L})(?:och|samt|därefter|sedan|därpå)|(?:sista|därpå\s+följande)\s+(?:mötet|träffen)(?:\s+(?:för|under|i)\s+\p{L}+)?\s+(?:är|blir|hålls))\s*(?:den\s*)?$/iu;

const hasDate = (text: string, dates: DateContext): boolean =>
  findDates(text, { ...dates, isList: true }).some(
    (phrase) => phrase.unit !== 'undated' && phrase.unit !== 'meeting',
  );

export interface Details {
  startTime: string | null;
  endTime: string | null;
  place: string | null;
}

export const NO_DETAILS: Details = { startTime: null, endTime: null, place: null };

export function defined(details: Details): Partial<Details> {
  return Object.fromEntries(
    Object.entries({
      startTime: details.startTime,
      endTime: details.endTime,
      place: details.place,
    }).filter(([, value]) => value !== null),
  );
}

/** "Plats: …" and "Tid: …" lines that go with the meetings named around them. */
function readDetails(
  note: Note,
  from: number,
  to: number,
): Details & { lines: FlowLine[]; end: number } {
  const details = { ...NO_DETAILS, lines: [] as FlowLine[], end: from };
  for (let at = from; at < to; at += 1) {
    const line = note.lines[at];
    const label = line ? readLabel(line.text) : null;
    if (!line || !label || !takeDetail(label, details)) break;
    details.lines.push(line);
    details.end = at + 1;
  }
  return details;
}

export function takeDetail(label: Label, details: Details): boolean {
  if (label.kind === 'time') {
    const times = readTimes(label.value, true);
    details.startTime = times?.start ?? null;
    details.endTime = times?.end ?? null;
    return true;
  }
  if (label.kind === 'place' || label.kind === 'form') {
    details.place ??= label.value.replace(/\.$/u, '');
    return label.value !== '';
  }
  return false;
}

export function timesIn(text: string): Pick<Details, 'startTime' | 'endTime'> {
  const times = readTimes(text);
  return { startTime: times?.start ?? null, endTime: times?.end ?? null };
}

/** What stands after the date and the times: ", Teams", "i Borås", "Plats: Regionens hus". */
export function placeIn(text: string, phrase: DatePhrase): string | null {
  let rest = text.slice(phrase.end);
  // "Nästa möte 4.11.2026. Protokollet skickas ut.": another sentence.
  if (/^\.\s+\p{Lu}/u.test(rest)) return null;
  const times = readTimes(rest);
  if (times) rest = rest.slice(0, times.from) + ' , ' + rest.slice(times.to);
  // "i Ljungby. Bo Ek bokar lokal.": the place ends with its sentence.
  const own = rest.split(PLACE_ENDS)[0] ?? rest;
  const place = squeeze(own.replaceAll(/\(\s*\)/gu, ' '))
    .replace(
      /^[\s,.;:–—-]*(?:,\s*)?(?:kl\.?\s*)?(?:plats:?\s+|på\s+|i\s+(?=\p{Lu})|via\s+|lokal:\s+)?/iu,
      '',
    )
    .replace(/[\s,.;]+$/u, '');
  const inParentheses = /^\(([^()]+)\)$/u.exec(place)?.[1];
  const words = inParentheses ?? place;
  if (words.length < 2 || words.length > 90 || /[.!?:]\s/u.test(words)) return null;
  const definite = DEFINITE_PLACE.exec(own)?.[1];
  return definite ?? (PLACE_LIKE.test(words) ? words : null);
}

/** "den 8 oktober eller den 15 oktober" */
const CHOICE =
  /^[\s,]*(?:eller|alternativt|alt\.?)\s+(?:(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?\s+)?(?:den\s+)?\d/iu;

/** The sentence ends, or another day follows: "i Lund och torsdagen den 30 november". */
const PLACE_ENDS =
  /(?<=\p{Ll}{2})\.\s+(?=\p{Lu})|\s+(?:och|samt)\s+(?=(?:(?:mån|tis|ons|tors|fre|lör|sön)dag|den\s\d|\d))/u;

/** "Nästa möte: 10 oktober, bland annat om X": what it is to take up. */
function topicAfter(text: string, phrase: DatePhrase): string | null {
  const match =
    /^[\s,–-]*(?:bland\s+annat\s+)?(?:om|med\s+tema|tema:?|då)\s+(\p{L}.{3,120})$/iu.exec(
      text.slice(phrase.end),
    );
  return match?.[1]?.replace(/[.)]+$/u, '') ?? null;
}

/** "på brandstationen i Avesta" */
const DEFINITE_PLACE =
  /(?:^|[\s,])(?:på|i|vid|hos)\s+(\p{Ll}{4,}(?:en|et|an|huset|salen)(?:\s(?:i|på|vid)\s\p{Lu}[\p{L}\s-]{1,40})?)[.\s]*$/u;

const PLACE_LIKE = pattern(
  String.raw`^(?:\p{L}*teams\p{L}*|skype|zoom|digitalt|digital|fysiskt|per\s+telefon|telefon\p{L}*|länk|lokal|sal|rum|hotell|regionens|kommunhuset|stadshuset|konferens)|^\p{Lu}`,
  'u',
);

/** "Kommande träffar 2024: 5 september, 24 oktober och 5 december". */
function readInlineList(
  note: Note,
  at: number,
  to: number,
  heading: string,
  dates: DateContext,
): Coming {
  const lines = wrappedFrom(note, at, to);
  const value = joinFlow(lines, note.flow).slice(heading.length + 1);
  const coming: Coming = { meetings: [], milestones: [], lines, end: at + lines.length };
  const year = /(?<!\d)((?:19|20)\d\d)(?!\d)/u.exec(heading)?.[1];
  const listed = { ...dates, listYear: year ? Number(year) : null, isList: true };
  const phrases = withSharedYears(findDates(value, listed), value);
  const times = { ...timesOfAll(coming, note, to), ...sharedTimes(value, phrases) };
  const everywhere = EVERYWHERE.exec(value)?.[1] ?? null;
  phrases.forEach((phrase, index) => {
    if (phrase.unit !== 'day' && phrase.unit !== 'month' && phrase.unit !== 'week') return;
    const printed = value.slice(0, phrases[index + 1]?.start ?? value.length);
    const own = printed.replace(/[\s,;]*(?:(?<!\p{L})(?:och|samt))?\s*$/u, '');
    const place = everywhere ?? placeIn(own, phrase);
    const ownTimes = definedTimes(timesIn(own.slice(phrase.end)));
    addPhrase(coming, phrase, heading, lines, note, {
      ...NO_DETAILS,
      ...times,
      ...ownTimes,
      place,
    });
  });
  return coming;
}

/** "…, båda kl. 08.30", or before the first day: a time between two days is that of the first of them. */
function sharedTimes(value: string, phrases: readonly DatePhrase[]): Partial<Details> {
  const [first, last] = [phrases[0], phrases.at(-1)];
  if (!first || !last) return {};
  const outside = `${value.slice(0, first.start)} ${value.slice(last.end)}`;
  return definedTimes(timesIn(outside));
}

/** "Båda kl. 13.15 i Stadshuset." */
const EVERYWHERE =
  /(?<!\p{L})(?:[Bb]åda|[Aa]lla|[Ss]amtliga)\s[^.]*?(?:\.\d\d[^.]*?)?\s(?:i|på)\s(\p{Lu}[^.,]{2,60}?)\.?$/u;

const definedTimes = (times: Pick<Details, 'startTime' | 'endTime'>): Partial<Details> =>
  times.startTime === null ? {} : times;

/** "Start kl. 13.00 om inget annat anges." below a list is the time of all. */
function timesOfAll(coming: Coming, note: Note, to: number): Partial<Details> {
  const line = note.lines[coming.end];
  if (
    !line ||
    coming.end >= to ||
    !/^(?:start|tid|samtliga|alla|mötena|träffarna)\s/iu.test(line.text)
  )
    return {};
  const times = timesIn(line.text);
  if (
    times.startTime === null ||
    line.text.length > 90 ||
    findDates(line.text, NO_DATES).length > 0
  )
    return {};
  coming.lines.push(line);
  coming.end += 1;
  return times;
}

const NO_DATES: DateContext = { reference: null };

/** The line and those that carry on its sentence. */
function wrappedFrom(note: Note, at: number, to: number): FlowLine[] {
  const lines = note.lines.slice(at, at + 1);
  for (let next = at + 1; next < Math.min(to, at + MOST_WRAPPED); next += 1) {
    const [before, line] = [lines.at(-1), note.lines[next]];
    if (!before || !line || !(carriesOn(before, line) || endsPlace(before, line))) break;
    lines.push(line);
  }
  return lines;
}
const MOST_WRAPPED = 4;

const carriesOn = (before: FlowLine, line: FlowLine): boolean =>
  /^[\p{Ll}\d]/u.test(line.text) && continues(before, line);

/** "Nästa möte: 23 september, Regionens hus," over "Göteborg" */
const endsPlace = (before: FlowLine, line: FlowLine): boolean =>
  before.text.endsWith(',') && gapAbove(line) <= 0 && /^\p{Lu}[\p{L}\s-]{1,30}$/u.test(line.text);

/** "7 februari och 11 april 2025": the year printed with the last day is that of the days it closes. */
function withSharedYears(phrases: readonly DatePhrase[], text: string): DatePhrase[] {
  return phrases.map((phrase, at) => {
    const next = phrases[at + 1];
    const isShared =
      phrase.inferred &&
      next?.inferred === false &&
      phrase.earliest?.slice(0, 4) === next.earliest?.slice(0, 4) &&
      /^\s*(?:och|samt|,)\s*$/u.test(text.slice(phrase.end, next.start));
    return isShared ? { ...phrase, inferred: false } : phrase;
  });
}

export function addPhrase(
  coming: Coming,
  phrase: DatePhrase,
  label: string,
  lines: readonly FlowLine[],
  note: Note,
  details: Details,
): void {
  reportProblem(phrase, lines, note);
  const days =
    phrase.days.length > 0
      ? phrase.days
      : phrase.unit === 'day' && isOneMeeting(phrase)
        ? [phrase.earliest]
        : [];
  for (const date of days) {
    if (date !== null) coming.meetings.push({ date, ...details, inferred: phrase.inferred });
  }
  if (days.length === 0 && (phrase.earliest !== null || phrase.latest !== null)) {
    coming.milestones.push({
      label: squeeze(label).replace(/\s*:.*$/u, ''),
      when: toWindow(phrase),
      item: null,
      text: lines.map((line) => line.text).join(' '),
      lines: rangeOf(lines),
    });
  }
}

/** A day, or two or three in a row: then the meeting begins on the first. */
const isOneMeeting = ({ earliest, latest }: DatePhrase): boolean =>
  earliest !== null &&
  latest !== null &&
  latest >= earliest &&
  latest <= addDays(earliest, LONGEST_MEETING - 1);
const LONGEST_MEETING = 3;

/** Reports a date that cannot be, or whose weekday contradicts it. */
export function reportProblem(phrase: DatePhrase, lines: readonly FlowLine[], note: Note): void {
  if (!phrase.problem) return;
  const message = {
    'date-impossible': `"${phrase.text}" is no day of the calendar.`,
    'date-ambiguous': `"${phrase.text}" can be read in more than one way.`,
    'weekday-mismatch': `"${phrase.text}": the weekday does not go with the date.`,
  }[phrase.problem];
  note.diagnostics.add(phrase.problem, message, rangeOf(lines));
}

/** One entry a day: "Nästa möte" and the list of meetings name the same ones. Only days after the meeting. */
export function mergeMeetings(
  meetings: readonly UpcomingMeeting[],
  meetingDate: string | null,
): UpcomingMeeting[] {
  const merged = new Map<string, UpcomingMeeting>();
  for (const meeting of meetings) {
    const date = meeting.date;
    if (date === null || (meetingDate !== null && date <= meetingDate)) continue;
    const known = merged.get(date) ?? sameDayStated(merged, meeting);
    if (!known) merged.set(date, { ...meeting });
    else {
      known.startTime ??= meeting.startTime;
      known.endTime ??= meeting.endTime;
      known.place ??= meeting.place;
      known.inferred = known.inferred && meeting.inferred;
    }
  }
  return [...merged.values()].sort((a, b) => (a.date ?? '').localeCompare(b.date ?? ''));
}

/** The same day and month in another year, one of the two inferred: the stated year wins. */
function sameDayStated(
  merged: Map<string, UpcomingMeeting>,
  meeting: UpcomingMeeting,
): UpcomingMeeting | undefined {
  const other = [...merged.values()].find(
    (known) =>
      known.date?.slice(5) === meeting.date?.slice(5) && known.inferred !== meeting.inferred,
  );
  if (other?.inferred && meeting.date !== null) {
    merged.delete(other.date ?? '');
    other.date = meeting.date;
    merged.set(meeting.date, other);
  }
  return other;
}
