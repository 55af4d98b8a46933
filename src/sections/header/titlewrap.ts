/** A title that goes on below its line, and the date in it. */
import { findDates } from '../../dates/index.js';
import { FULL_MONTH } from '../../dates/vocabulary.js';
import type { Note } from '../../note/note.js';
import type { FlowLine } from '../../text/flowline.js';
import { squeeze } from '../../text/normalise.js';
import { gapAbove } from '../../text/wrapping.js';
import { readLabel } from '../labels.js';
import { BODY_WORD } from './bodyname.js';

/** A title wraps only where its line is broken off. */
export function wrapped(note: Note, start: number, to: number): FlowLine[] {
  const first = note.lines[start];
  if (!first) return [];
  const lines = [first];
  for (let at = start + 1; at < Math.min(to, start + 3); at += 1) {
    const [before, line] = [lines.at(-1), note.lines[at]];
    if (!before || !line || readLabel(line.text) || gapAbove(line) > 0) break;
    const open =
      /(?:,|–|-|(?<!\p{L})(?:och|för|i|med|mellan|från|av|inom|vid))$/u.test(before.text) ||
      /^(?:\p{Ll}|\(\p{Lu}[\p{L}\d-]{1,11}\)(?:$|\s))/u.test(line.text) ||
      isTail(before, line) ||
      isYearOf(before, line) ||
      isCountyOf(before, line);
    if (!open || /^https?:/u.test(line.text)) break;
    lines.push(line);
  }
  return lines;
}

/** "Nätverksanteckning Elevhälsonätverket" over "Örebro län" */
const isCountyOf = (before: FlowLine, line: FlowLine): boolean =>
  line.gap === 0 &&
  /^\p{Lu}[\p{L}\s]{2,30}\slän$/u.test(line.text) &&
  BODY_WORD.test(before.text) &&
  !BODY_WORD.test(line.text);

/** "Anteckningar från nätverksträff 12 september" over "2024" */
const isYearOf = (before: FlowLine, line: FlowLine): boolean =>
  /^(?:19|20)\d\d$/u.test(line.text) && DAY_LAST.test(before.text);
const DAY_LAST = new RegExp(String.raw`\d{1,2}\s${FULL_MONTH}$`, 'iu');

/** A long title whose last word or two did not fit: "… Samverkansrådet Norra⏎Småland". */
const isTail = (before: FlowLine, line: FlowLine): boolean =>
  before.text.length >= 42 &&
  line.gap === 0 &&
  /\p{L}$/u.test(before.text) &&
  /^\p{Lu}\p{Ll}+(?:-\p{L}+)?$|^\p{Lu}[^,.:]{4,60}\(\p{Lu}{2,12}\)$/u.test(line.text) &&
  !BODY_WORD.test(line.text);

/** Takes the date, its weekday and the words that lead to it off a title. */
export function withoutDate(text: string): string {
  let result = text;
  for (const phrase of findDates(text, { reference: null, header: true }).toReversed()) {
    if (!['day', 'month', 'week'].includes(phrase.unit) && phrase.rule !== 'day-list') continue;
    if (phrase.unit !== 'day' && !/\d{4}/u.test(phrase.text)) continue;
    result = `${result.slice(0, phrase.start)} ${result.slice(phrase.end)}`;
  }
  return squeeze(result)
    .replace(/\s*\(\s*\)/gu, '')
    .replace(/,?\s*(?:kl\.?|klockan)\s*\d.*$/iu, '')
    .replace(/[\s,]*(?<!\d)\d{1,2}[.:]\d\d\s*[–-]\s*\d{1,2}[.:]\d\d$/u, '')
    .replace(/(?:[\s,:;–—-]|(?<!\p{L})(?:den|från|fört|möte den))+$/iu, '')
    .replace(/^[\s,:;–—-]+/u, '')
    .replace(/\s*\*+$/u, '')
    .replace(/\s+\.$/u, '');
}
