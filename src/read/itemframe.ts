/** First pass over an item: its head, its sub-items and the meetings that it lists. */
import type { DateContext } from '../dates/index.js';
import { type Note, rangeOf } from '../note/note.js';
import type { AgendaItem } from '../record/schema.js';
import { readItemHead } from '../sections/agenda/itemhead.js';
import type { RawItem } from '../sections/agenda/items.js';
import { readDecisionLabel } from '../sections/decisions/labels.js';
import type { FlowLine } from '../text/flowline.js';
import { pattern } from '../text/pattern.js';
import type { ItemFrame } from './frame.js';
import { free, readMeetingsIn } from './itemmeetings.js';

export const SUBITEM = /^([a-h])[).]\s*(\p{L}.*)$/iu;
export const SUBHEADING = /^\p{Lu}[^.:]{1,60}:$/u;
export const SPOKEN = pattern(
  String.raw`^(?:diskussion(?:/reflektion)?|dialog|reflektion(?:er)?|synpunkter|frågor|kommentarer|bakgrund|nuläge|tids?plan|nästa steg|fortsatt arbete|sammanfattning|svar|medskick|inspel)\b.{0,40}$`,
);

/** First pass: title, metadata, and the meetings that the item lists (they date "till nästa möte" everywhere else). */
export function frameItem(note: Note, raw: RawItem, dates: DateContext): ItemFrame {
  const head = readItemHead(note, raw);
  const { title, types, minutes, slot, presenters, attachments } = head;
  const item: AgendaItem = {
    number: raw.number,
    title,
    types,
    minutes,
    slot,
    presenters,
    attachments: attachments.map(({ title: name, href }) => ({ title: name, href })),
    subitems: [],
    text: '',
    lines: rangeOf(note.lines.slice(raw.start, raw.end)),
  };
  const frame: ItemFrame = { raw, item, meetings: [], milestones: [], told: [] };
  readSubitems(note, frame);
  readDecimals(note, frame);
  readMeetingsIn(note, frame, dates);
  return frame;
}

/** "a)", "b)" … at line starts, counting on from a. */
function readSubitems(note: Note, frame: ItemFrame): void {
  let expected = 'a';
  for (const line of free(note, frame.raw)) {
    const match = SUBITEM.exec(line.text);
    const letter = match?.[1]?.toLowerCase();
    if (!match || letter !== expected || line.text.length > 120) continue;
    // The lettered points of a decision are no parts of the item.
    if (letter === 'a' && beginsDecision(note, line)) return;
    frame.item.subitems.push({
      number: letter,
      title: (match[2] ?? '').replace(/\s*:\s*$/u, '').trim(),
    });
    note.claims.claim(line, 'agenda: subitem');
    expected = String.fromCharCode(expected.charCodeAt(0) + 1);
  }
}

/** "4.1 Praktikplatser", "4.2 …" below item 4, each over a text of its own. */
function readDecimals(note: Note, { raw, item }: ItemFrame): void {
  if (item.subitems.length > 0 || raw.number === null) return;
  const titled = free(note, raw).flatMap((line) => {
    const [, number = '', title = ''] = DECIMAL.exec(line.text) ?? [];
    const isOwn = number === `${raw.number ?? ''}.${number.split('.')[1] ?? ''}`;
    return number !== '' && isOwn ? [{ line, number, title }] : [];
  });
  const isSeries = titled.every(({ number }, at) => number.endsWith(`.${String(at + 1)}`));
  if (titled.length < 2 || !isSeries) return;
  for (const { line, number, title } of titled) {
    item.subitems.push({ number, title });
    note.claims.claim(line, 'agenda: subitem');
  }
}

const DECIMAL = /^(\d{1,2}\.\d{1,2})\.?\s+(\p{Lu}[^.!?:]{2,90})$/u;

/** "Ställningstagande" above it, or above the body's name: "Välfärdsrådet" over "a) ställer sig bakom …". */
function beginsDecision(note: Note, line: FlowLine): boolean {
  const [over, above] = [note.lines[line.at - 2], note.lines[line.at - 1]];
  const isLabel = (other?: FlowLine): boolean => readDecisionLabel(other?.text ?? '') !== null;
  return isLabel(above) || (isLabel(over) && /^\p{Lu}[^.:]{1,60}:?$/u.test(above?.text ?? ''));
}
