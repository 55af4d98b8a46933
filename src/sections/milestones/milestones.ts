/**
 * Milestones: dated things that the note says will happen.
 *
 * list  := heading ("Tidsplan", "Hållpunkter" …) entry+ ; entry := label ":" date | date ":" label | date label
 * prose := a sentence that says in the present or future tense that something happens at a date
 */
import { type DateContext, type DatePhrase, findDates, tellsOfPast } from '../../dates/index.js';
import { FULL_MONTH, YEAR } from '../../dates/vocabulary.js';
import type { Milestone } from '../../record/schema.js';
import { squeeze } from '../../text/normalise.js';
import { pattern } from '../../text/pattern.js';
import type { FlowLine } from '../../text/flowline.js';
import { linesWithin, sentencesOf, toParagraphs } from '../../text/paragraph.js';
import { type Note, rangeOf } from '../../note/note.js';
import { clausesWithDates } from './tense.js';
import { happening } from './happening.js';
import { HAPPENS, PRESENT } from './happeningwords.js';
import { beginsSoon, hasWindow, isToCome } from './tocome.js';
import { labelWithout } from './label.js';
import { readLabel } from '../labels.js';
import { readTimetables } from './timetable.js';
import { toWindow } from '../windows.js';

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
  const rows = lines.filter(
    (line) => inTable.has(line) || readRow(note, line, found, context, taken),
  );
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
    const isOwn = paragraph.bullet !== null && !taken.has(paragraph.text);
    const point = isOwn ? readPoint(paragraph.text, context.dates) : null;
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
      for (const clause of clausesWithDates(sentence.text, context.dates)) {
        const phrases = happening(clause, context.dates, paragraph.bullet !== null);
        for (const phrase of phrases) {
          if (taken.has(`${held[0]?.no ?? 0}:${phrase.text}`)) continue;
          const label = labelWithout(clause, phrase, phrases.length === 1);
          push(found, label, phrase, sentence.text, held, context);
        }
      }
    }
  }
  return found;
}

/** A table's row whose first cell is a date and whose others are what is to happen, or the other way round. */
function readRow(
  note: Note,
  line: FlowLine,
  found: Milestone[],
  context: MilestoneContext,
  taken: ReadonlySet<string>,
): boolean {
  const [first, second, ...others] = cellsOfRow(note, line, context.dates);
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

/** "November 2026 Redovisning", whose month fills its column, right below or above another such row, or one whose cells stand apart. */
function cellsOfRow(note: Note, line: FlowLine, dates: DateContext): string[] {
  const cells = line.cells.map((cell) => cell.text);
  const [, month = '', rest = ''] = MONTH_ROW.exec(line.text) ?? [];
  if (cells.length !== 1 || month === '') return cells;
  const isInTable = [line.at - 1, line.at + 1].some((at) => {
    const [first, ...others] = note.lines[at]?.cells ?? [];
    if (MONTH_ROW.test(note.lines[at]?.text ?? '')) return true;
    return first !== undefined && others.length > 0 && dateAlone(first.text, dates) !== null;
  });
  return isInTable ? [month, rest] : cells;
}

const MONTH_ROW = new RegExp(String.raw`^(${FULL_MONTH}\s${YEAR})\s(\p{Lu}.*)$`, 'iu');

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

/** Adds a milestone, unless its words say nothing of what is to happen, or are the head's. */
export function push(
  found: Milestone[],
  label: string,
  phrase: DatePhrase,
  text: string,
  lines: readonly FlowLine[],
  context: MilestoneContext,
): void {
  const saysWhat = /^["”(]?[\p{L}\p{N}]/u.test(label) && /\p{L}{2}/u.test(label);
  if (!saysWhat || readLabel(`${label}:`) !== null || OF_THE_MINUTES.test(label)) return;
  if (isOnlyDates(label, context.dates) || SAYS_NOTHING.test(label) || isNameLike(label)) return;
  found.push({ label, when: toWindow(phrase), item: context.item, text, lines: rangeOf(lines) });
}

/** What is left of "Nov 2024: datum ej klart", of the next meeting's place, of a suggestion. */
const SAYS_NOTHING = pattern(
  String.raw`^(?:kl\.?|klockan)\s|\bdatum\s+ej\b|^(?:\p{L}+s\s+)?förslag(?:\s+(?:på|till)\s+\p{L}+)?$|^(?:klart?|tidsram|tidplan|när|deadline|senast)$`,
);

/** "9 maj, 5 september och": other days of the same list say nothing of what is to happen. */
function isOnlyDates(label: string, dates: DateContext): boolean {
  let rest = label;
  for (const { start, end } of findDates(label, dates).toReversed())
    rest = rest.slice(0, start) + rest.slice(end);
  return rest !== label && !/\p{L}{3}/u.test(rest.replaceAll(BETWEEN_DATES, ' '));
}

const BETWEEN_DATES = pattern(
  String.raw`\b(?:och|eller|samt|alternativt|den|preliminärt)\b`,
  'giu',
);

/** "Datum för anslags uppsättande", "Plats och tid för justering": the minutes' own way, not the matters'. */
const OF_THE_MINUTES = pattern(
  String.raw`\banslag\p{L}*\b|\b(?:plats|datum|tid)\b.{0,20}\bjustering\p{L}*\b|^justering\p{L}*$`,
);

/** A label and a date, either before the other. */
function readEntry(text: string, dates: DateContext): Entry | null {
  return labelFirst(text, dates) ?? dayFirst(text, dates);
}

interface Entry {
  label: string;
  phrase: DatePhrase;
}

/** "Remisstid: till 28 februari 2026" */
function labelFirst(text: string, dates: DateContext): Entry | null {
  const [, label = '', value = ''] = LABELLED.exec(text) ?? [];
  if (label === '' || tellsOfPast(value) || SINCE.test(value) || NO_MILESTONE.test(label))
    return null;
  // "Mars 2026: plan för nästa år" has its date in front.
  if (dateAlone(label, dates)) return null;
  const phrase = dateOfLabel(label, value, dates);
  if (!phrase) return null;
  const rest = squeeze(value.slice(0, phrase.start) + value.slice(phrase.end));
  const clause = rest.replace(/[\s.,;]+$/u, '');
  // "Utbildningen på webben: den nya versionen släpps den 15 juni": what happens is told after the colon.
  if (/^\p{Ll}/u.test(value) && CLAUSE.test(value.slice(0, phrase.start)))
    return { label: `${squeeze(label)}: ${clause}`, phrase };
  // "Karlskrona: Elevhälsan omorganiseras från den 1 januari" is a sentence, told of Karlskrona.
  if (isSentence(value, phrase))
    return happening(text, dates, false).length > 0 || rest.length >= 45
      ? null
      : { label: clause, phrase };
  return rest.length < 45 ? { label: squeeze(label), phrase } : null;
}

/** The date that a label's words tell, if it is theirs and to come. */
function dateOfLabel(label: string, value: string, dates: DateContext): DatePhrase | null {
  const phrases = findDates(value, dates);
  const [phrase] = phrases;
  if (!phrase || !hasWindow(phrase) || !isToCome(phrase, dates)) return null;
  // "Falköping: Byter lönesystem. Driftstart den 1 mars": the date is the second sentence's.
  if (/\p{Ll}[.!?]\s/u.test(value.slice(0, phrase.start))) return null;
  // "Två halvdagar planeras: den 24 april i Lycksele och den 8 maj i Skellefteå" is a sentence with two days.
  if (phrases.filter(({ unit }) => unit === 'day').length > 1 && HAPPENS.test(label)) return null;
  // "Nässjö: ny chef från den 1 augusti": without its year a day so far off may as well be past.
  const isFarOff =
    phrase.lead === 'from' && phrase.inferred && !beginsSoon(phrase, dates.reference);
  return isFarOff ? null : phrase;
}

/** A subject of two words or more, and a passive right before the date. */
const CLAUSE = /^(?:\p{L}+\s){2,6}(?:\p{Ll}{3,}(?:as|ps|ks|ns|rs)|tas|ges|görs|hålls)\s$/u;

const isSentence = (value: string, phrase: DatePhrase): boolean =>
  /^\p{Lu}\S*\s.*\s/u.test(value.slice(0, phrase.start)) &&
  (HAPPENS.test(value) || PRESENT.test(value));

/** "4 juni 2026: Ställningstagande i SRO" */
function dayFirst(text: string, dates: DateContext): Entry | null {
  const phrase = dateInFront(text, dates);
  if (phrase?.start !== 0 || !hasWindow(phrase)) return null;
  if (phrase.lead !== 'within' || phrase.unit === 'relative') return null;
  const rest = DATE_FIRST.exec(text.slice(phrase.end))?.[1];
  const separated = /^\s*[:–—-]\s/u.test(text.slice(phrase.end));
  return rest !== undefined && separated
    ? { label: squeeze(rest).replace(/\.$/u, ''), phrase }
    : null;
}

/** "Konferensen Nära forskning, Eskilstuna, 27–28 april 2022", "Remiss – i maj": a point that ends with its date. */
function readPoint(text: string, dates: DateContext): Entry | null {
  const phrase = findDates(text, dates).at(-1);
  if (!phrase || text.length > 120) return null;
  const before = text.slice(0, phrase.start);
  const isLast = phrase.end >= text.replace(/\.$/u, '').length;
  const isPart = isAfterDash(before) || (phrase.unit === 'day' && !phrase.inferred);
  if (!isLast || !isPart || !/[,–-]\s*$/u.test(before) || !isToCome(phrase, dates)) return null;
  const verbs = isAfterDash(before) ? (before.split(' ')[1] ?? '') : before;
  if (PRESENT.test(verbs) || HAPPENS.test(before) || tellsOfPast(before)) return null;
  return { label: squeeze(before).replace(/[,\s–-]+$/u, ''), phrase };
}

/** "Beredning i arbetsutskottet – i maj": the dash stands for a colon. */
const isAfterDash = (before: string): boolean => /^\p{Lu}[^.!?]*\s[–—-]\s$/u.test(before);

/** "Samtliga kommuner är anslutna sedan den 1 februari" */
const SINCE = /(?<!\p{L})(?:sedan|alltsedan)\s+(?:den\s+)?[\p{N}\p{L}]/iu;

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
  String.raw`^svar$|\bsenast\s+(?:uppdaterad|ändrad|granskad|publicerad)$|\bstatistik$|\p{L}statistik$|^för\s+mer\s+information|^läs\s+mer|\bse$|\b(?:ansvarig|fråga|bilaga|underlag|presentation|källa|nästa\s+(?:möte|träff|nätverksträff))\b`,
);
