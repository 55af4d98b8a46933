/**
 * Meetings to come that a sentence tells: "Gruppen träffas den 1 februari och den 26 april 2018."
 *
 * sentence := (body | "Mötena" | "Nästa träff" …) meets day { "," | "och" day }
 */
import { type DateContext, findDates, readTimes } from '../../dates/index.js';
import type { UpcomingMeeting } from '../../record/schema.js';
import { pattern } from '../../text/pattern.js';
import { FULL_MONTH, monthNumber } from '../../dates/vocabulary.js';
import { placeIn } from './details.js';

const MEETS = pattern(
  String.raw`^(?:(?:\p{L}[\p{L}\d-]*\s+){1,6}?(?:möts|träffas|sammanträder|ses)|(?:(?:\p{L}[\p{L}\d-]*\s+){0,3}?(?:möten(?:a)?|mötet|sammanträden(?:a)?|sammanträdet|sammanträde|träffar(?:na)?|träff|möte|mötesdagar(?:na)?|sammanträdesdagar(?:na)?|mötestider(?:na)?))(?:\s+(?:för|i|under)\s+(?:\p{L}+\s+)?(?:19|20)\d\d|\s+(?:våren|hösten)(?:\s+(?:19|20)\d\d)?)?\s+(?:hålls|äger\s+rum|är|blir|planeras|läggs|sker))(?!\p{L})`,
);
/** Groups below the body, and meetings of other kinds, are not the body's own. */
const OTHERS = pattern(
  String.raw`\b(?:arbetsgrupp|delgrupp|projektgrupp|referensgrupp|undergrupp|skrivargrupp|beredning|presidi|handläggar|dialogmöte|uppstartsmöte|extra|informationsmöte|nationell|seminari|workshop)\p{L}*`,
);
const YEAR = /(?<![\d/–-])((?:19|20)\d\d)(?![\d/–-])/u;

/** "Anna Ek och Per Lind träffas den 3 maj" is no meeting of the body: it must be a body, or "vi", that meets. */
const BODY_MEETS = pattern(
  String.raw`\b(?:vi|\p{L}*(?:gruppen|nätverket|rådet|samrådet|nämnden|styrelsen|organet|beredningen|kommittén|utskottet|forumet|presidiet|konferensen))\b`,
);
const ACRONYM_MEETS = /^(?!AU\s)\p{Lu}{2,8}\s/u;
const COMES_TOGETHER = pattern(String.raw`\b(?:möts|träffas|sammanträder|ses)$`);

/** "Därefter ses nätverket tisdagen den 17 september" */
const NEXT_MEETS = pattern(
  String.raw`^(?:därefter|sedan|härnäst|(?:till|under|i)\s+(?:våren|hösten|vår|höst))\s+(?:möts|träffas|ses|sammanträder)\s+(?:vi|\p{L}*(?:gruppen|nätverket|rådet|samrådet|nämnden|styrelsen|beredningen|kommittén|forumet))\b`,
);

/** @param own the note's title and body: a "Beredningsgrupp" there tells of itself */
export const tellsOfMeetings = (sentence: string, own = ''): boolean => {
  if (NEXT_MEETS.test(sentence)) return true;
  const words = MEETS.exec(sentence)?.[0];
  const other = words === undefined ? undefined : OTHERS.exec(words)?.[0];
  if (words === undefined || (other !== undefined && !isNamed(other, own))) return false;
  return !COMES_TOGETHER.test(words) || BODY_MEETS.test(words) || ACRONYM_MEETS.test(words);
};

const isNamed = (group: string, own: string): boolean =>
  own.toLowerCase().includes(group.toLowerCase().replace(/(?:en|et|n|t)$/u, ''));

/** @param own see {@link tellsOfMeetings} @returns days after the meeting; none where the sentence tells of something else */
export function meetingsInSentence(
  sentence: string,
  dates: DateContext,
  own: string,
): UpcomingMeeting[] {
  if (!tellsOfMeetings(sentence, own) || sentence.endsWith('?')) return [];
  const phrases = findDates(sentence, {
    ...dates,
    past: false,
    listYear: yearBeside(sentence, dates),
  });
  const times = readTimes(sentence);
  return phrases.flatMap((phrase) => {
    const days =
      phrase.days.length > 0 ? phrase.days : phrase.unit === 'day' ? [phrase.earliest] : [];
    if (phrase.earliest !== phrase.latest && phrase.days.length === 0) return [];
    return days.map((date) => ({
      date,
      startTime: times?.start ?? null,
      endTime: times?.end ?? null,
      place: placeIn(sentence, phrase),
      inferred: phrase.inferred,
    }));
  });
}

/** "träffas 2018 den 1 februari, den 26 april …": a year that stands beside the days is that of all. */
function yearBeside(sentence: string, dates: DateContext): number | null {
  const year = YEAR.exec(sentence);
  if (!year) return null;
  const isOfDay = findDates(sentence, dates).some(
    ({ unit, start, end }) => unit === 'day' && start <= year.index && year.index < end,
  );
  return isOfDay ? null : Number(year[1]);
}

/** "Mötet i oktober hålls i Tierp." */
const PLACE_OF_ONE = pattern(
  String.raw`^(?:mötet|träffen|sammanträdet)\s+(?:i\s+(${FULL_MONTH})|den\s+(\d{1,2})\s+(${FULL_MONTH}))\s+(?:hålls|äger\s+rum|är|blir)\s+(?:i|på|hos)\s+(\p{Lu}[^.,;]{1,60})\.?$`,
);

/**
 * Gives the one meeting of a month, or of a day, the place that a sentence tells.
 * @returns the meetings with it; null where the sentence tells of none of them, or of several
 */
export function withPlaceOfOne(
  sentence: string,
  meetings: readonly UpcomingMeeting[],
): UpcomingMeeting[] | null {
  const [, monthAlone, day, month, place = ''] = PLACE_OF_ONE.exec(sentence) ?? [];
  if (place === '') return null;
  const number = monthNumber(monthAlone ?? month ?? '');
  const isMeant = ({ date, place: known }: UpcomingMeeting): boolean =>
    date !== null &&
    known === null &&
    Number(date.slice(5, 7)) === number &&
    (day === undefined || Number(date.slice(8)) === Number(day));
  return meetings.filter(isMeant).length === 1
    ? meetings.map((meeting) => (isMeant(meeting) ? { ...meeting, place } : meeting))
    : null;
}

/** "Mötena börjar kl 13.00." or "Plats: …" after the days holds for those that have none. */
export function withTimesOfAll(
  meetings: readonly UpcomingMeeting[],
  next: string,
): UpcomingMeeting[] {
  const times = OF_ALL.test(next) ? readTimes(next) : null;
  const place = PLACE_AFTER.exec(next)?.[1] ?? null;
  return meetings.map((meeting) => ({
    ...meeting,
    ...(times && meeting.startTime === null
      ? { startTime: times.start, endTime: times.end }
      : undefined),
    place: meeting.place ?? place,
  }));
}

/** "Plats: Stadshuset, Lidby." as a sentence of its own. */
const PLACE_AFTER = /^Plats:\s(\p{L}[^.:;]{2,60})\.?$/u;

const OF_ALL = pattern(
  String.raw`^(?:mötena|träffarna|sammanträdena|samtliga|alla)\b[^.]{0,40}\bkl`,
);
