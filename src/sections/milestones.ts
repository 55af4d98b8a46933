/**
 * Milestones: dated things that the note says will happen.
 *
 * list  := heading ("Tidsplan", "Hållpunkter" …) entry+ ; entry := label ":" date | date ":" label | date label
 * wheel := a table whose first row holds dates and whose other rows hold what each meeting is to take up
 * prose := a sentence that says in the present or future tense that something happens at a date
 */
import { type DateContext, type DatePhrase, findDates, tellsOfPast } from '../dates/index.js';
import type { Milestone, UpcomingMeeting } from '../record/schema.js';
import { normaliseCharacters, squeeze } from '../text/normalise.js';
import { pattern } from '../text/pattern.js';
import type { FlowLine } from '../text/flow.js';
import { linesWithin, sentencesOf, toParagraphs } from '../text/paragraph.js';
import { type Note, rangeOf } from '../note/note.js';
import { tellsOfMeetings } from './meetingsentence.js';
import { readTimetables } from './timetable.js';
import { toWindow } from './windows.js';

const HAPPENS = pattern(
  String.raw`\b(?:presenteras|redovisas|återrapporteras|rapporteras|behandlas|behandlar|beslutas|träder\s+i\s+kraft|börjar|fattar|avgår|är\s+(?:till\s+och\s+med|t\.?o\.?m\.?)|starta|färdigställa|påbörja|genomföra|slutföra|lansera|införa|publicera|skicka|redovisa|presentera|startar|inleds|genomförs|hålls|äger\s+rum|lanseras|införs|publiceras|skickas|går\s+ut|planeras|beräknas|väntas|förväntas|kommer|ska|skall|avslutas|färdigställ\p{L}*|lämnas|sker|arrangeras|anordnas|öppnar|stänger|tas\s+upp|är\s+(?:planerad|reserverad|bokad|tänkt|klar|färdig)\p{L}*|är\s+klart|fattas|tas|pågår|remissbehandlas|bjuder\s+in|inför\s+(?:en|ett|ny\p{L}*)|bemannas|lämnar|återkommer|antas|implementeras|driftsätts|följs\s+upp|utvärderas|revideras|bjuds\s+in|kan\s+gå\s+vidare|öppnas|stängs|upphör|invigs|inrättas|flyttas|ges|rullas\s+ut|breddinförs|går\s+i\s+(?:drift|mål)|blir\s+(?:klar|färdig|aktuell)\p{L}*|är\s+(?:öppen|öppet|öppna|ute|på\s+remiss)|tecknas|undertecknas|annonseras|utlyses|sammanställs|delas\s+ut|betalas\s+ut)\b`,
);
/** Any verb in the present tense, by its ending. */
const PRESENT =
  /(?<!\p{L})(?:\p{Ll}{2,}(?:ar|er|år|ir|as|es|ns|rs|ts|gs)|gör|görs|går|står|får|slår|ger|ser|tar|sker)(?!\p{L})/u;
/** What may be, should be or will not be. */
const HYPOTHETICAL = pattern(
  String.raw`(?:^|[,;]\s)om\b|\b(?:ifall|kan|kunde|bör|borde|skulle|vill|önskar|föreslår|föreslås|inte|ej|aldrig|hinner|hoppas|oklart)\b`,
);
const VALIDITY = pattern(
  String.raw`\b(?:gäller|gälla|giltig\p{L}*|giltighetstid\p{L}*|löper(?!\s+ut)|avtalstid\p{L}*|förläng\p{L}*)\b`,
);

export interface MilestoneContext {
  item: string | null;
  dates: DateContext;
}

/** A label is no sentence: "Enkäten har kommit. Svarstid: …" has it in its second one. */
const LABELLED = /^(\p{L}(?:(?![.!?]\s\p{Lu})[^:]){1,120}?)\s*:\s+(.{3,90})$/u;
const DATE_FIRST = /^\s*(?:[:–—-]|\s)\s*((?:\p{L}|\d+\p{L}).{1,160})$/u;

/** Milestones among prose lines. `taken` are deadlines of assignments ("line:words") and sentences that belong to one. */
export function readMilestones(
  note: Note,
  lines: readonly FlowLine[],
  context: MilestoneContext,
  taken: ReadonlySet<string>,
): Milestone[] {
  const found: Milestone[] = [];
  const timetable = readTimetables(lines, context.dates).filter(({ phrase }) =>
    isToCome(phrase, context.dates),
  );
  for (const row of timetable)
    push(
      found,
      row.label,
      row.phrase,
      row.lines.map(({ text }) => text).join(' '),
      row.lines,
      context,
    );
  const inTable = new Set(timetable.flatMap((row) => row.lines));
  const rows = lines.filter((line) => inTable.has(line) || readRow(line, found, context, taken));
  for (const paragraph of toParagraphs(
    lines.filter((line) => !rows.includes(line)),
    note.flow,
  )) {
    if (paragraph.text.length > 6000) continue;
    const entry = paragraph.text.length < 220 ? readEntry(paragraph.text, context.dates) : null;
    if (entry) {
      push(found, entry.label, entry.phrase, paragraph.text, paragraph.lines, context);
      continue;
    }
    const point = paragraph.bullet === null ? null : readPoint(paragraph.text, context.dates);
    if (point) {
      push(found, point.label, point.phrase, paragraph.text, paragraph.lines, context);
      continue;
    }
    for (const sentence of sentencesOf(paragraph.text)) {
      if (taken.has(sentence.text)) continue;
      const held = linesWithin(paragraph, sentence.from, sentence.to);
      const labelled = sentence.text.length < 220 ? readEntry(sentence.text, context.dates) : null;
      if (labelled) {
        push(found, labelled.label, labelled.phrase, sentence.text, held, context);
        continue;
      }
      const phrases = happening(sentence.text, context.dates, paragraph.bullet !== null);
      for (const phrase of phrases) {
        if (!taken.has(`${held[0]?.no ?? 0}:${phrase.text}`)) {
          push(
            found,
            labelWithout(sentence.text, phrase, phrases.length === 1),
            phrase,
            sentence.text,
            held,
            context,
          );
        }
      }
    }
  }
  return found;
}

/** A table's row whose first cell is a date and whose others are what is to happen, or the other way round. */
function readRow(
  line: FlowLine,
  found: Milestone[],
  context: MilestoneContext,
  taken: ReadonlySet<string>,
): boolean {
  const [first, second, ...others] = line.cells.map((cell) => cell.text);
  if (first === undefined || second === undefined || line.text.length > 200) return false;
  const inFront = dateAlone(first, context.dates);
  if (inFront && (!isToCome(inFront, context.dates) || dateAlone(second, context.dates)))
    return false;
  if (inFront) {
    push(found, [second, ...others].join(' '), inFront, line.text, [line], context);
    return true;
  }
  // "Reservplan | Regionen | 30 april 2025": what stands between is who does it.
  const last = others.at(-1) ?? second;
  const inSecond = dateAlone(second, context.dates);
  const beside = inSecond ?? dateAlone(last, context.dates);
  if (!beside || !isToCome(beside, context.dates)) return false;
  if (!/^\p{Lu}/u.test(first) || isNameLike(first)) return false;
  if (!inSecond && beside.unit === 'year') return false;
  if (taken.has(`${line.no}:${beside.text}`)) return false;
  push(found, first, beside, line.text, [line], context);
  return true;
}

/** The date that fills a cell; a month or a quarter alone too. */
function dateAlone(cell: string, dates: DateContext): DatePhrase | null {
  const isWhole = (phrase: DatePhrase | undefined, length: number): phrase is DatePhrase =>
    phrase?.start === 0 && hasWindow(phrase) && phrase.end >= length - 1;
  const plain = findDates(cell, dates)[0];
  if (isWhole(plain, cell.length)) return plain;
  const led = findDates(`i ${cell.slice(0, 1).toLowerCase()}${cell.slice(1)}`, dates)[0];
  return isWhole(led, cell.length + 2) && led.unit !== 'day'
    ? { ...led, text: cell, end: cell.length }
    : null;
}

/** Two or three words with capitals: whoever they are, they are not what happens. */
const isNameLike = (cell: string): boolean =>
  /^(?:\p{Lu}\p{Ll}+-?){1,2}(?:\s\p{Lu}[\p{L}-]+){1,2}$/u.test(cell);

function push(
  found: Milestone[],
  label: string,
  phrase: DatePhrase,
  text: string,
  lines: readonly FlowLine[],
  context: MilestoneContext,
): void {
  found.push({ label, when: toWindow(phrase), item: context.item, text, lines: rangeOf(lines) });
}

/** "Remisstid: till 28 februari 2026", "4 juni 2026: Ställningstagande i SRO". */
function readEntry(text: string, dates: DateContext): { label: string; phrase: DatePhrase } | null {
  const labelled = LABELLED.exec(text);
  if (labelled && !tellsOfPast(labelled[2] ?? '')) {
    const value = labelled[2] ?? '';
    const phrase = findDates(value, dates)[0];
    const rest = phrase ? squeeze(value.slice(0, phrase.start) + value.slice(phrase.end)) : value;
    if (phrase && hasWindow(phrase) && rest.length < 45 && !NO_MILESTONE.test(labelled[1] ?? '')) {
      return { label: squeeze(labelled[1] ?? ''), phrase };
    }
  }
  const first = dateInFront(text, dates);
  if (
    first?.start !== 0 ||
    !hasWindow(first) ||
    first.lead !== 'within' ||
    first.unit === 'relative'
  )
    return null;
  const rest = DATE_FIRST.exec(text.slice(first.end));
  const separated = /^\s*[:–—-]\s/u.test(text.slice(first.end));
  return rest && separated
    ? { label: squeeze(rest[1] ?? '').replace(/\.$/u, ''), phrase: first }
    : null;
}

/** "Konferensen Nära forskning, Eskilstuna, 27–28 april 2022": a point that ends with its day. */
function readPoint(text: string, dates: DateContext): { label: string; phrase: DatePhrase } | null {
  const phrase = findDates(text, dates).at(-1);
  if (phrase?.unit !== 'day' || phrase.inferred || text.length > 120) return null;
  const before = text.slice(0, phrase.start);
  const isLast = phrase.end >= text.replace(/\.$/u, '').length;
  if (!isLast || !/[,–-]\s*$/u.test(before) || !isToCome(phrase, dates)) return null;
  if (PRESENT.test(before) || HAPPENS.test(before) || tellsOfPast(before)) return null;
  return { label: squeeze(before).replace(/[,\s–-]+$/u, ''), phrase };
}

/** At the head of an entry a month or a year needs no "i": "April–maj: …", "2025: …". */
function dateInFront(text: string, dates: DateContext): DatePhrase | null {
  const plain = findDates(text, dates)[0];
  if (plain?.start === 0 || !/^\p{L}+(?:[–-]\p{L}+)?(?:\s\d{4})?\s?:|^\d{4}\s?:/u.test(text))
    return plain ?? null;
  const lead = /^\d/u.test(text) ? 'under ' : 'i ';
  const [led] = findDates(lead + text.slice(0, 1).toLowerCase() + text.slice(1), dates);
  if (led?.start !== 0 || led.end <= lead.length || !isToCome(led, dates)) return plain ?? null;
  const end = led.end - lead.length;
  return { ...led, end, text: text.slice(0, end), lead: 'within' };
}

const NO_MILESTONE = pattern(
  String.raw`^svar$|\b(?:ansvarig|fråga|bilaga|underlag|presentation|källa|nästa\s+(?:möte|träff|nätverksträff))\b`,
);
/** When the body meets next is told elsewhere. */
const NEXT_MEETING = pattern(
  String.raw`\bnästa\s+(?:möte|träff|nätverksträff|sammanträde)\s+(?:är|blir|hålls)\b`,
);
const hasWindow = (phrase: DatePhrase): boolean =>
  phrase.earliest !== null || phrase.latest !== null;

/** @param isPoint a point of a list has no need of a full stop */
function happening(sentence: string, dates: DateContext, isPoint: boolean): DatePhrase[] {
  if (sentence.endsWith('?') || NEXT_MEETING.test(sentence)) return [];
  const isListed =
    HAPPENS.test(sentence) || NAMES_LAST_DAY.test(sentence) || RESPONSE_TIME_RUNS.test(sentence);
  if (!isListed && !PRESENT.test(sentence)) return [];
  return findDates(sentence, dates).filter(
    (phrase) =>
      (isListed || isPlainlySaid(sentence, phrase, isPoint)) &&
      isToCome(phrase, dates) &&
      !(phrase.unit === 'day' && tellsOfMeetings(sentence)) &&
      (isLastDay(sentence, phrase) || !isPast(sentence, phrase)) &&
      !isPeriodOf(sentence, phrase),
  );
}

/** A window that is not over on the day of the meeting; without that day only a date with its year counts. */
function isToCome(phrase: DatePhrase, { reference }: DateContext): boolean {
  const last = phrase.latest ?? phrase.earliest;
  if (last === null || phrase.unit === 'meeting' || phrase.unit === 'relative') return false;
  if (reference === null) return !phrase.inferred;
  return last >= reference && phrase.earliest !== reference;
}

/** The period of an agreement, a budget or a plan happens at no date. */
function isPeriodOf(sentence: string, phrase: DatePhrase): boolean {
  const before = sentence.slice(Math.max(0, phrase.start - 40), phrase.start);
  if (VALIDITY.test(before) && !opens(sentence, before, phrase)) return true;
  if (/(?:för|under)\s+(?:perioden|tiden)\s*$/u.test(before)) return true;
  if (phrase.unit !== 'year') return false;
  const isDeadline = phrase.lead === 'by' || phrase.lead === 'before';
  return phrase.lead === 'from' || (!isDeadline && /\b(?:för|av|från)\s*$/u.test(before));
}

/** A time for answers runs, and a routine that is new comes into force: neither is the period of an agreement. */
const opens = (sentence: string, before: string, phrase: DatePhrase): boolean =>
  /börjar\s+gälla\s*$/u.test(before) ||
  RESPONSE_TIME.test(sentence) ||
  (phrase.lead === 'from' && phrase.latest === null && /(?<!\p{L})gäller\s*$/u.test(before));

const RESPONSE_TIME = pattern(
  String.raw`\b(?:remiss|svars|ansöknings|anmälnings|samråds|yttrande)(?:tid|period|omgång)\p{L}*`,
);

const RESPONSE_TIME_RUNS = pattern(
  String.raw`\b(?:remiss|svars|ansöknings|anmälnings|samråds|yttrande)(?:tid|period|omgång)\p{L}*\s+(?:löper|sträcker\s+sig|varar|är)\b`,
);

/** With a verb that is not listed only a whole sentence counts, and no year alone. */
const isPlainlySaid = (sentence: string, phrase: DatePhrase, isPoint: boolean): boolean =>
  (isPoint || /[.!]$/u.test(sentence)) &&
  (phrase.unit !== 'year' || isYearAhead(phrase)) &&
  ['within', 'from', 'after', 'between'].includes(phrase.lead) &&
  (!phrase.inferred || isOpenDay(sentence, phrase)) &&
  !HYPOTHETICAL.test(sentence);

/** "Under 2020 görs nya revisioner" */
const isYearAhead = ({ text }: DatePhrase): boolean => /^under\s/iu.test(text);

/** Without its year a day may as well be that of an earlier meeting: "anteckningen från mötet den 31 maj gås igenom". */
const isOpenDay = (sentence: string, phrase: DatePhrase): boolean =>
  phrase.lead === 'within' &&
  (phrase.unit === 'day' ||
    phrase.unit === 'part' ||
    /(?<!\p{L})(?:först|redan|tidigast)\s*$/u.test(sentence.slice(0, phrase.start))) &&
  !POINTS_BACK.test(sentence.slice(0, phrase.start));

const POINTS_BACK = pattern(
  String.raw`\b(?:\p{L}*anteckning\p{L}*|protokoll\p{L}*|påminner|påminde|enligt)\b|\b(?:\p{L}*mötet|\p{L}*möte|sedan|från|av|per|till\s+\p{L}+(?:en|et))\s*$`,
);

/** "har gått ut på remiss med sista svarsdag den 16 juni": a last day is to come, whatever led to it. */
const isLastDay = (sentence: string, phrase: DatePhrase): boolean =>
  BEFORE_LAST_DAY.test(sentence.slice(Math.max(0, phrase.start - 50), phrase.start));

/** A sentence that names a last day needs no verb to tell of it. */
const NAMES_LAST_DAY = pattern(String.raw`\bsista\s+(?:\p{L}+)?dag(?:en)?\b`);
/** What stands before the date of a last day. */
const BEFORE_LAST_DAY = pattern(
  String.raw`\b(?:sista\s+(?:\p{L}+)?dag(?:en)?(?:\s+för\s+\p{L}+)?|remisstid(?:en)?|svarstid(?:en)?|ansökningstid(?:en)?)\s*(?:är|till|löper\s+till|går\s+ut|:)?\s*$`,
);

/** The clause tells of what has been, or the verb right before the date does. */
const isPast = (sentence: string, phrase: DatePhrase): boolean =>
  tellsOfPast(clauseAround(sentence, phrase)) ||
  /(?<!\p{L})\p{Ll}{2,}(?:ade|ades|dde|ddes|nat|rat|tat)\s*$/u.test(
    sentence.slice(0, phrase.start),
  );

/** Of several dated clauses each is its own: from the ", och" before its date to the one after. */
function clauseOf(sentence: string, phrase: DatePhrase): [number, number] {
  const borders = [...sentence.matchAll(/,\s+(?:och|men|samt)\s+/gu)];
  const before = borders.filter((border) => border.index < phrase.start).at(-1);
  const after = borders.find((border) => border.index >= phrase.end);
  return [before ? before.index + before[0].length : 0, after?.index ?? sentence.length];
}

/** The words between the conjunctions around a date: each clause has its own tense. */
function clauseAround(sentence: string, phrase: DatePhrase): string {
  const borders = [...sentence.matchAll(/[,;]?\s(?:och|men|samt)\s|;\s/gu)].filter(
    (border) => sentence[border.index - 1] !== '-',
  );
  const from = borders.filter((border) => border.index < phrase.start).at(-1)?.index ?? 0;
  const to = borders.find((border) => border.index >= phrase.end)?.index ?? sentence.length;
  const clause = sentence.slice(from, to);
  return HAPPENS.test(clause) || PRESENT.test(clause) ? clause : sentence;
}

/** The sentence, or its clause, without its date and without what is added after it. */
function labelWithout(sentence: string, phrase: DatePhrase, alone: boolean): string {
  const [from, to] = alone ? ownClause(sentence, phrase) : clauseOf(sentence, phrase);
  return squeeze(`${sentence.slice(from, phrase.start)} ${sentence.slice(phrase.end, to)}`)
    .replaceAll(/\s+([,.;])/gu, '$1')
    .replace(/[.,;\s]+$/u, '');
}

/** "En översyn pågår och svar ges i maj, om alla är överens": what happens then is only "svar ges". */
function ownClause(sentence: string, phrase: DatePhrase): [number, number] {
  const before = sentence.slice(0, phrase.start);
  const border = [...before.matchAll(/,?\s(?:och|men|samt)\s/gu)].at(-1);
  const own = border ? border.index + border[0].length : 0;
  const [left, right] = [before.slice(0, border?.index ?? 0), before.slice(own)];
  const from = border && HAPPENS.test(left) && isClause(right) ? own : 0;
  const added = /^(?:,\s(?:om|men|och|som|där|då|under\s+förutsättning)|\s+och)\s/u.exec(
    sentence.slice(phrase.end),
  );
  return [
    from,
    added && isClause(sentence.slice(from, phrase.start)) ? phrase.end : sentence.length,
  ];
}

/** It has a subject before its verb. */
function isClause(text: string): boolean {
  const verb = HAPPENS.exec(text);
  return verb !== null && verb.index > 1;
}

export interface Wheel {
  milestones: Milestone[];
  meetings: UpcomingMeeting[];
  /** Index in the flow after the table. */
  end: number;
}

/** A tab-separated table whose heading row holds dates; empty cells keep their places. */
export function readWheel(
  note: Note,
  at: number,
  to: number,
  context: MilestoneContext,
): Wheel | null {
  const head = note.lines[at];
  if (!head) return null;
  const columns = tableCells(head);
  if (columns.length < 2) return null;
  const dated = columns.map(
    (cell) => findDates(cell, context.dates).find((phrase) => hasWindow(phrase)) ?? null,
  );
  if (
    dated.filter((phrase) => phrase !== null).length < 2 ||
    dated.filter((p) => p !== null).length < columns.length - 1
  )
    return null;
  const wheel: Wheel = { milestones: [], meetings: [], end: at + 1 };
  columns.forEach((cell, index) => {
    const phrase = dated[index];
    if (!phrase) return;
    if (phrase.unit === 'day' && phrase.earliest !== null) wheel.meetings.push(meetingOn(phrase));
    const rest = squeeze(cell.replace(phrase.text, '')).replace(/^[,:–-]\s*/u, '');
    if (rest !== '') push(wheel.milestones, rest, phrase, cell, [head], context);
  });
  for (let row = at + 1; row < to; row += 1) {
    const line = note.lines[row];
    const cells = line && isTableRow(line) ? tableCells(line) : null;
    if (!line || !cells) break;
    cells.forEach((cell, index) => {
      const phrase = dated[index];
      if (cell !== '' && phrase) push(wheel.milestones, cell, phrase, cell, [line], context);
    });
    wheel.end = row + 1;
  }
  return wheel.end > at + 1 ? wheel : null;
}

const isTableRow = (line: FlowLine): boolean =>
  line.raw.includes('\t') || /^\s*\|.*\|\s*$/u.test(line.raw);

/** Cells by tabs or bars, empty ones kept: their place is their meaning. */
function tableCells(line: FlowLine): string[] {
  const raw = normaliseCharacters(line.raw.replaceAll('\f', ''));
  if (raw.includes('\t')) return raw.split('\t').map((cell) => squeeze(cell));
  if (/^\s*\|.*\|\s*$/u.test(raw)) {
    return raw
      .trim()
      .slice(1, -1)
      .split('|')
      .map((cell) => squeeze(cell));
  }
  return line.cells.map((cell) => cell.text);
}

function meetingOn(phrase: DatePhrase): UpcomingMeeting {
  return {
    date: phrase.earliest,
    startTime: null,
    endTime: null,
    place: null,
    inferred: phrase.inferred,
  };
}
