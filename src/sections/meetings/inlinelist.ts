/** A list of meetings on one line: "Kommande träffar 2024: 5 september, 24 oktober och 5 december". */
import { type DateContext, type DatePhrase, findDates } from '../../dates/index.js';
import { joinFlow } from '../../text/flow.js';
import type { Note } from '../../note/note.js';
import { addPhrase, type Coming, withSharedYears } from './days.js';
import { definedTimes, type Details, NO_DETAILS, placeIn, timesIn } from './details.js';
import { wrappedFrom } from './wrapped.js';

/** "Kommande träffar 2024: 5 september, 24 oktober och 5 december". */
export function readInlineList(
  note: Note,
  at: number,
  to: number,
  heading: string,
  dates: DateContext,
): Coming {
  const lines = wrappedFrom(note, at, to);
  const printed = joinFlow(lines, note.flow).slice(heading.length + 1);
  const [value, told] = apart(printed);
  const coming: Coming = { meetings: [], milestones: [], lines, end: at + lines.length };
  const year = /(?<!\d)((?:19|20)\d\d)(?!\d)/u.exec(heading)?.[1];
  const listed = { ...dates, listYear: year ? Number(year) : null, isList: true };
  const phrases = withSharedYears(findDates(value, listed), value);
  const times = {
    ...definedTimes(timesIn(heading)),
    ...timesOfAll(coming, note, to),
    ...sharedTimes(value, phrases),
  };
  const everywhere = EVERYWHERE.exec(value)?.[1] ?? null;
  phrases.forEach((phrase, index) => {
    if (phrase.unit !== 'day' && phrase.unit !== 'month' && phrase.unit !== 'week') return;
    const until = value.slice(0, phrases[index + 1]?.start ?? value.length);
    const own = until.replace(/[\s,;]*(?:(?<!\p{L})(?:och|samt))?\s*$/u, '');
    const place = everywhere ?? placeIn(own, phrase);
    const ownTimes = definedTimes(timesIn(own.slice(phrase.end)));
    addPhrase(coming, phrase, heading, lines, note, {
      ...NO_DETAILS,
      ...times,
      ...ownTimes,
      place,
    });
  });
  for (const phrase of findDates(told, { ...dates, isList: true }))
    if (phrase.unit === 'part') addPhrase(coming, phrase, told, lines, note, { ...NO_DETAILS });
  return coming;
}

/** "1 juni, 14 september. Årets sista träff hålls i slutet av november": the list, and a sentence about one more. */
function apart(text: string): [list: string, told: string] {
  const end = /\.\s(?=\p{Lu}[^.]*\s(?:hålls|blir|är|sker|planeras)\s[^.]*\.?$)/u.exec(text);
  return end ? [text.slice(0, end.index), text.slice(end.index + end[0].length)] : [text, ''];
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
  /(?<!\p{L})(?:[Bb]åda|[Aa]lla|[Ss]amtliga)\s[^.]*?(?:\.\d\d[^.]*?)?\s(?:i|på)\s((?:\p{Lu}|\p{L}+(?:rum|sal)(?:en|met)?\s\p{Lu})[^.,]{2,60}?)\.?$/u;

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
