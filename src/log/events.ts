/**
 * What a later item says of an assignment. Only the body's own decisions close, cancel, reopen or reschedule; what
 * somebody else says of the work is a report.
 */
import { type DatePhrase, findDates } from '../dates/index.js';
import type { DateWindow, Decision, Meeting } from '../record/schema.js';
import { pattern } from '../text/pattern.js';
import { sentencesOf } from '../text/paragraph.js';
import type { EventKind } from './types.js';

const NOT = pattern(String.raw`\b(?:inte|ej|ännu\s+inte|avslår|avvisar)\b`);
const COMPLETED = [
  pattern(
    String.raw`\bgodkänn\p{L}*\b.{0,80}?\b(?:slutrapport|slutredovisning|slutlig\p{L}*\s+(?:rapport|redovisning)|slutleverans)\p{L}*`,
  ),
  pattern(
    String.raw`\buppdrag\p{L}*\b.{0,120}?\b(?:slutfört|slutförda?|avslutat|avslutad\p{L}*|avslutas|fullgjort|fullgjord\p{L}*|slutförs|fullgörs)\b`,
  ),
  pattern(
    String.raw`\b(?:avslutar|slutför|fullgör)\b.{0,60}?\buppdrag\p{L}*|\bavsluta\b.{0,40}\buppdrag\p{L}*`,
  ),
];
const APPROVES_REPORT = pattern(
  String.raw`\bgodkänn(?:er|a|s)\b.{0,40}?\b(?:rapporten|redovisningen|återrapporteringen)\b`,
);
const FINAL_TITLE = pattern(String.raw`\b(?:slutrapport|slutredovisning|slutlig)\p{L}*`);
const CANCELLED = [
  pattern(
    String.raw`\buppdrag\p{L}*\b.{0,120}?\b(?:utgår|avbryts|återkallas|upphör|upphävs|läggs\s+ned?|dras\s+tillbaka|stryks|avskrivs|ställs\s+in)\b`,
  ),
  pattern(
    String.raw`\b(?:avbryter|avbryta|återkallar|återkalla|upphäver|drar\s+tillbaka|dra\s+tillbaka|avskriver|stryker|lägger\s+ned?)\b.{0,80}?\buppdrag\p{L}*`,
  ),
];
const REOPENED = [
  pattern(
    String.raw`\båteruppta(?:r|s|ga|s)?\b.{0,80}?\buppdrag\p{L}*|\buppdrag\p{L}*\b.{0,80}?\båterupptas\b|\båterupptar\b`,
  ),
  pattern(String.raw`\böppna(?:r|s)?\b.{0,60}?\buppdrag\p{L}*\b.{0,40}?\b(?:på nytt|igen)\b`),
];
const RESCHEDULED = pattern(
  String.raw`\b(?:förläng\p{L}*|senarelägg\p{L}*|senarelagd\p{L}*|flyttas?\s+fram|framflytt\p{L}*|flyttas\s+till|ny(?:tt|a)?\s+(?:tid|datum|tids?plan|slutdatum|tidpunkt)\p{L}*|(?:förändrad|reviderad|justerad|ändrad)\p{L}*\s+tids?plan\p{L}*|längre\s+tid|mer\s+tid|anstånd|skjuts\s+(?:upp|fram)|skjuter\s+(?:upp|fram))\b`,
);
const ABOUT_AGREEMENT = pattern(
  String.raw`\b(?:överenskommelse|avtal|riktlinje|handlingsplan)\p{L}*\b.{0,60}?\bförläng|\bförläng\p{L}*\s+(?:av\s+)?(?:överenskommelse|avtal|riktlinje)`,
);

export interface Follow {
  event: EventKind;
  /** The words that say so. */
  text: string;
  lines: Decision['lines'];
  due: DateWindow | null;
}

type Item = Meeting['agenda'][number];

/** What one decision does to an assignment that its item is about; null where it only notes. */
export function eventOf(
  decision: Decision,
  item: Item | undefined,
  meeting: Meeting,
): Follow | null {
  const { text, lines } = decision;
  const on = (event: EventKind, due: DateWindow | null = null): Follow => ({
    event,
    text,
    lines,
    due,
  });
  const sentences = sentencesOf(text).map((sentence) => sentence.text);
  const says = (patterns: readonly RegExp[]): boolean =>
    sentences.some((sentence) =>
      patterns.some((one) => {
        const match = one.exec(sentence);
        return match !== null && !NOT.test(match[0]);
      }),
    );
  if (says(REOPENED)) return on('reopened', windowIn([text], meeting));
  if (says(CANCELLED)) return on('cancelled');
  const refuses = decision.actions.includes('rejects') || NOT.test(text);
  const extends_ = RESCHEDULED.test(text) && !ABOUT_AGREEMENT.test(text);
  if (extends_ && !refuses) return on('rescheduled', newWindow(text, item, meeting));
  const isPart = /delrapport|delredovisning/iu.test(text);
  if (says(COMPLETED) && !isPart) return on('completed');
  const final =
    APPROVES_REPORT.test(text) && FINAL_TITLE.test(item?.title ?? '') && !refuses && !isPart;
  return final ? on('completed') : null;
}

/** The new time that the decision tells, or else the sentences of its item that are about time. */
function newWindow(text: string, item: Item | undefined, meeting: Meeting): DateWindow | null {
  const around = sentencesOf(item?.text ?? '')
    .map((sentence) => sentence.text)
    .filter((sentence) => ABOUT_TIME.test(sentence));
  return windowIn([text], meeting) ?? windowIn(around, meeting);
}

const ABOUT_TIME = pattern(
  String.raw`\b(?:slutrapport\p{L}*|slutredovis\p{L}*|redovis\p{L}*|klar\p{L}*|färdig\p{L}*|tid\p{L}*|återrapport\p{L}*|rapport\p{L}*|lämna\p{L}*|slutför\p{L}*|presenter\p{L}*)\b`,
);

/** The new window: the last date of the texts that can be a deadline. */
function windowIn(texts: readonly string[], meeting: Meeting): DateWindow | null {
  const nextMeeting = meeting.upcomingMeetings[0]?.date ?? null;
  const phrases: DatePhrase[] = texts.flatMap((text) =>
    findDates(text, { reference: meeting.date, nextMeeting }),
  );
  const later = phrases.filter((phrase) => {
    const end = phrase.latest ?? phrase.earliest;
    return end !== null && (meeting.date === null || end > meeting.date);
  });
  const strong = later.filter(({ lead }) => lead === 'by' || lead === 'to' || lead === 'before');
  const chosen = (strong.length > 0 ? strong : later).at(-1);
  if (!chosen) return null;
  const { text, edtf, earliest, latest, inferred, rule } = chosen;
  return { text, edtf, earliest, latest, inferred, rule };
}
