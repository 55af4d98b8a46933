/** A meeting's times and place, from its own line or from lines that all meetings of a list share. */
import { type DatePhrase, readTimes } from '../../dates/index.js';
import { squeeze } from '../../text/normalise.js';
import { pattern } from '../../text/pattern.js';
import type { FlowLine } from '../../text/flowline.js';
import type { Note } from '../../note/note.js';
import { type Label, readLabel } from '../labels.js';

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
export function readDetails(
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

/** The sentence ends, or another day follows: "i Lund och torsdagen den 30 november". */
const PLACE_ENDS =
  /(?<=\p{Ll}{2})\.\s+(?=\p{Lu})|\s+(?:och|samt)\s+(?=(?:(?:mån|tis|ons|tors|fre|lör|sön)dag|den\s\d|\d))/u;

/** A subject and its verb. */
const NEXT_SENTENCE = /^\.\s+\p{Lu}\p{Ll}+\s\p{Ll}+(?:ar|er|as|es|rs|ade|ades|dde|tte)(?=[\s.]|$)/u;

/** What stands after the date and the times: ", Teams", "i Borås", "Plats: Regionens hus". */
export function placeIn(text: string, phrase: DatePhrase): string | null {
  let rest = text.slice(phrase.end);
  // "Nästa möte 4.11.2026. Protokollet skickas ut.": another sentence.
  if (/^\.\s+(?!Plats:)\p{Lu}/u.test(rest)) return null;
  const times = readTimes(rest);
  // "kl. 09.00. Ordföranden avslutar.": another sentence too.
  if (times && NEXT_SENTENCE.test(rest.slice(times.to))) return null;
  if (times) rest = rest.slice(0, times.from) + ' , ' + rest.slice(times.to);
  // "i Ljungby. Bo Ek bokar lokal.": the place ends with its sentence.
  const own = rest.split(PLACE_ENDS)[0] ?? rest;
  const place = squeeze(own.replaceAll(/\(\s*\)/gu, ' '))
    .replace(
      /^[\s,.;:–—-]*(?:,\s*)?(?:kl\.?\s*)?(?:(?:då|även\s+den|(?:hålls|är|blir)(?=\s(?:i|på|hos)\s))\s+)?(?:plats:?\s+|på\s+|(?:i|hos)\s+(?=\p{Lu})|via\s+|lokal:\s+)?/iu,
      '',
    )
    .replace(/,?\s(?:värd(?:ar)?|värdskap)\s(?:är|blir|har)\s.*$/iu, '')
    .replace(/[\s,.;]+$/u, '');
  const inParentheses = /^\(([^()]+)\)$/u.exec(place)?.[1];
  const words = inParentheses ?? place;
  if (words.length < 2 || words.length > 90 || /[.!?:]\s/u.test(words)) return null;
  // "Plats: matsalen"
  if (/(?:^|[\s.,])plats:\s/iu.test(own)) return words;
  const definite = DEFINITE_PLACE.exec(own)?.[1];
  return definite ?? (PLACE_LIKE.test(words) ? words : null);
}

/** "på brandstationen i Avesta" */
const DEFINITE_PLACE =
  /(?:^|[\s,])(?:på|i|vid|hos)\s+(\p{Ll}{4,}(?:en|et|an|huset|salen)(?:\s(?:i|på|vid)\s\p{Lu}[\p{L}\s-]{1,40})?)[.\s]*$/u;

const PLACE_LIKE = pattern(
  String.raw`^(?:samma\s(?:lokal|plats|ställe)|\p{L}*teams\p{L}*|skype|zoom|video\p{L}*|digitalt|digital|fysiskt|per\s+telefon|telefon\p{L}*|länk|lokal|sal|rum|hotell|regionens|kommunhuset|stadshuset|konferens)|^\p{Lu}`,
  'u',
);

export const definedTimes = (times: Pick<Details, 'startTime' | 'endTime'>): Partial<Details> =>
  times.startTime === null ? {} : times;
