/** Where the meeting was, and whether people sat in one room. */
import type { Meeting } from '../../record/schema.js';
import { findDates, readTimes } from '../../dates/index.js';
import { squeeze } from '../../text/normalise.js';
import { pattern } from '../../text/pattern.js';
import type { Field } from './field.js';
import { SENTENCE } from './fields.js';

/** The text of "Plats" or "Mötesform", or what else stands on the line of the date. */
export function placeOf(fields: readonly Field[], free: Field | null): string | null {
  const own =
    fields.find(({ label }) => label.kind === 'place') ??
    fields.find(({ label }) => label.kind === 'form');
  if (own && SEE_ELSEWHERE.test(own.value)) return null;
  if (own) return own.value.replace(/[.\\]$/u, '').replace(/^i\s(?=\p{Lu})/u, '');
  const mixed = ['timePlace', 'dateTime', 'date', 'time'].flatMap((kind) =>
    fields.filter(({ label, value }) => label.kind === kind && withoutBreaks(value) === value),
  );
  return (
    [...mixed, ...(free ? [free] : [])]
      .map(({ value }) => restOf(value)?.replace(/^i\s(?=\p{Lu})/u, '') ?? null)
      .find((rest) => rest !== null) ?? null
  );
}

/** "Se kallelse" */
const SEE_ELSEWHERE = /^(?:se|enligt)\s+\p{Ll}+\.?$/iu;

const BREAK = pattern(
  String.raw`(?:lunch|fika|kaffe|frukost|middag|mingel|samling|ajournering|paus|registrering|incheckning)(?:\s+(?:serveras|från|kl\.?|klockan))*\s+\d{1,2}(?:[.:]\d\d)?(?:\s*(?:[-–]|till)\s*\d{1,2}(?:[.:]\d\d)?)?`,
);
const BREAKS = new RegExp(BREAK.source, 'giu');

/** Without the times of lunch and coffee, which are not the meeting's; nor is a place told with them. */
export const withoutBreaks = (value: string): string => value.replaceAll(BREAKS, ' ');

/** A head line without its date and times. */
function restOf(value: string): string | null {
  let text = value;
  for (const phrase of findDates(text, { reference: null, header: true }).toReversed()) {
    if (phrase.unit === 'day' || phrase.unit === 'week')
      text = `${text.slice(0, phrase.start)} , ${text.slice(phrase.end)}`;
  }
  for (let times = readTimes(text, true); times; times = readTimes(text, true)) {
    text = `${text.slice(0, times.from)} , ${text.slice(times.to)}`;
  }
  const rest = squeeze(text.replaceAll(WEEKDAYS, ' ').replaceAll(/\(\s*,?\s*\)/gu, ' '))
    // "Skypemöte mellan 16.10 och 17.00": what led to the times goes with them.
    .replaceAll(/(?<!\p{L})(?:mellan|från|fram till|till|och)(?=\s*(?:,|$))/giu, '')
    .replaceAll(/(?:\s*[,;]\s*)+/gu, ', ')
    .replaceAll(/(?<!\p{L})(?:klockan|kl\.?|den|tid:?|datum:?|plats:?)(?!\p{L})/giu, '')
    .replaceAll(/\s{2,}/gu, ' ')
    .replace(/^[\s,.;:–-]+|[\s,.;:–\\-]+$/gu, '')
    // "Nätverksträff, digitalt via Zoom"
    .replace(
      /^(?:\p{L}*(?:träff|sammanträde|(?:nätverks|styrgrupps|samråds)möte)|\p{L}*anteckning(?:ar)?),\s(?=\S)/iu,
      '',
    );
  const isPlace =
    rest.length >= 3 &&
    rest.length <= 110 &&
    /\p{L}{2}/u.test(rest) &&
    /\p{Lu}|digital|teams|länk|skype/iu.test(rest);
  return isPlace &&
    !SENTENCE.test(rest) &&
    !/[{}<>;=%]|\.{3}|…|beslut|närvarande|(?:anteckning(?:ar|en)?|protokoll)(?!\p{L})/iu.test(
      rest,
    ) &&
    (DIGITAL.test(rest) || HYBRID.test(rest) || !MEETING.test(rest))
    ? rest
    : null;
}

/** "Protokoll fört vid möte med Åsens vägförening", "Styrelsemöte", "Elevråd": a line that names the meeting is no place. */
const MEETING = pattern(
  String.raw`^\p{L}*(?:råd|nämnd|utskott|nätverk|styrelse|stämma)$|^sammanträde$|^(?:[\p{L}-]+\s(?:och\s)?){0,3}\p{L}*(?:styrelsen|nämnden|rådet|utskottet|fullmäktige|direktionen|nätverket|gruppen|delegationen)(?:\s(?:i|för)\s.+)?$|^\p{L}+s\s\p{L}*(?:möte|stämma|träff)$|^(?!fysiskt)\p{L}*möte(?:$|\s(?:med|i|för|av|nr)\b)`,
);

const WEEKDAYS = new RegExp(
  pattern(String.raw`\b(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?\b`).source,
  'giu',
);

const DIGITAL = pattern(
  String.raw`(?:teams|skype|zoom|digital\p{L}*|distans\p{L}*|webb?möte|video\p{L}*|telefon\p{L}*|länk|google meet|webex|discord|slack|jitsi|online|nätmöte)`,
);
const HYBRID = pattern(String.raw`hybrid`);
const MIXED = pattern(String.raw`\b(?:alternativt|eller|samt|och|/|\+|med möjlighet)\b`);

export function formOf(place: string): Meeting['form'] {
  if (place.trim() === '') return null;
  if (HYBRID.test(place)) return 'hybrid';
  if (!DIGITAL.test(place)) return 'in-person';
  const physical = squeeze(place.replaceAll(new RegExp(DIGITAL.source, 'giu'), '')).replaceAll(
    /\([^()]*\)|möte\p{L}*|via|microsoft|på|,/giu,
    '',
  );
  return /\p{Lu}\p{Ll}{2,}/u.test(physical) && (MIXED.test(place) || /,|\//u.test(place))
    ? 'hybrid'
    : 'digital';
}
