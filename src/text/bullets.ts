/** Bullets that extraction has torn from their points, and dashes that are none. */
import { type FlowLine, numberLines } from './flowline.js';
import { continues, endsSentence, gapAbove } from './wrapping.js';
import type { SourceLine } from './sourceline.js';

/** An item's number alone on its line. */
export const BARE_NUMBER = /^\d{1,2}[.)]$/u;

/** Bullets that extraction has set one below the other, before the points they belong to. */
export interface Owed {
  /** Index of the first point's first line. */
  at: number;
  bullet: string | null;
  count: number;
  /** Index of the next item's number, which has come between the bullets and their points. */
  displaced: number | null;
}

/** Each paragraph below takes one of the bullets, as long as there are any and no gap intervenes. */
export function giveBullets(lines: FlowLine[], { at, bullet, count, displaced }: Owed): void {
  let left = count - 1;
  let next = at + 1;
  for (; next < lines.length; next += 1) {
    const [before, line] = [lines[next - 1], lines[next]];
    if (!before || line?.bullet !== null || gapAbove(line, before) > 0) break;
    if (continues(before, line)) continue;
    if (left === 0) break;
    line.bullet = bullet;
    left -= 1;
  }
  if (displaced !== null) moveLine(lines, displaced, next);
}

/** Puts a line before another further down: there the flow of reading has it. */
function moveLine(lines: FlowLine[], from: number, before: number): void {
  const moved = lines.splice(from, 1);
  lines.splice(before - 1, 0, ...moved);
  numberLines(lines);
}

/** "… – efter dialog⏎– återkomma": a dash that closes an insertion is no bullet. */
export function dashInSentence(
  line: SourceLine,
  before: FlowLine | undefined,
): { bullet: null; text: string } | null {
  if (before === undefined || line.bullet === null || !/[–—-]/u.test(line.bullet)) return null;
  if (namesOwner(line, before)) return { bullet: null, text: `${line.bullet} ${line.text}` };
  if (!/^\p{Ll}/u.test(line.text)) return null;
  const opened = before.text.split(/\s[–—-]\s/u).length % 2 === 0 || opensInsertion(line, before);
  return opened && !endsSentence(before.text)
    ? { bullet: null, text: `${line.bullet} ${line.text}` }
    : null;
}

/** "… i uppdrag att" over "– med hjälp av juristen – beskriva": the dash opens what the other one closes. */
const opensInsertion = (line: SourceLine, before: FlowLine): boolean =>
  /(?<!\p{L})(?:att|och|som|för|med|till|av|i|på)$/u.test(before.text) &&
  /\p{L}\s[–—-]\s\p{Ll}/u.test(line.text);

/** "- Boka lokal" and below it "– Maria": a list of points has one kind of bullet, and the dash leads to who does it. */
const namesOwner = (line: SourceLine, before: FlowLine): boolean =>
  before.bullet !== null &&
  before.bullet !== line.bullet &&
  !endsSentence(before.text) &&
  OWNERS.test(line.text);

/** "Maria", "Maria Ek och Per", "Lotta, senast den 22 oktober" */
const NAME = String.raw`\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?(?:\s\p{Lu}\p{L}+)?`;
const OWNERS = new RegExp(
  String.raw`^${NAME}(?:(?:,\s|\soch\s)${NAME})*(?:,\s(?:senast|klar\p{L}*|före|innan|till|inför|i|under|vecka|v\.)(?:\s.*)?)?$`,
  'u',
);
