/** The head of an item: its title with what it holds, and the metadata lines under it. */
import type { AgendaType, Presenter } from '../../record/schema.js';
import { pattern } from '../../text/pattern.js';
import type { FlowLine } from '../../text/flowline.js';
import { continues } from '../../text/wrapping.js';
import type { Note } from '../../note/note.js';
import { readDecisionLabel } from '../decisions/labels.js';
import {
  presenterLines,
  takeTitlePresenters,
  toHeadingPresenters,
  toPresenters,
} from '../presenters.js';
import { readAttachments } from './attachments.js';
import { type ItemHead, take } from './headed.js';
import type { RawItem } from './items.js';
import {
  type Allotted,
  misspeltPresenterLabel,
  readAllottedLine,
  readPresenterLabel,
  readTypeLine,
  takeAllotted,
  typesIn,
} from './metadata.js';

const DECIDES = pattern(
  String.raw`^(?:att\s+|.{2,90}?\s(?:noterar|ställer sig|beslutar|rekommenderar|godkänner|ger|uppdrar|bordlägger|avslår|återremitterar|lägger|avslås|antas|godkänns|fastställs|bifalls|remitteras|återremitteras|bordläggs|noteras|tillstyrks|avstyrks|läggs|utser|utses|väljer|bifaller|medger|antar|fastställer)\b)`,
);

/** Reads title and metadata; metadata lines may come in any order before the item's prose, attachments anywhere. */
export function readItemHead(note: Note, item: RawItem): ItemHead {
  const head = titleOf(item, note);
  note.claims.claim(item.titleLines, 'agenda: title');
  let at = item.bodyStart;
  while (at < item.end) {
    const next = readMetadataAt(note, item, head, at);
    if (next === null) break;
    at = next;
  }
  return head;
}

function titleOf(item: RawItem, note: Note): ItemHead {
  const head: ItemHead = {
    title: '',
    types: [],
    minutes: null,
    slot: null,
    presenters: [],
    attachments: [],
    lines: [],
  };
  const taken = takeAllotted(item.printedTitle);
  apply(head, taken.allotted);
  const inTitle = takeTypeTail(taken.title);
  head.types = inTitle.types;
  const named = takeTitlePresenters(inTitle.title, note.known);
  head.presenters =
    item.presenters === null ? named.presenters : toHeadingPresenters(item.presenters, note.known);
  head.title = named.title.replace(/\s*[,:–-]\s*$/u, '').trim();
  for (const line of item.titleLines) for (const link of line.links) head.attachments.push(link);
  return head;
}

const TYPE_TAIL = pattern(
  String.raw`\s*\(((?:information|ställningstagande|dialog|beslut|informationspunkt|beslutspunkt)(?:\s*(?:,|/|och)\s*(?:information|ställningstagande|dialog|beslut))*)\)$`,
);

/** "Hemsjukvårdsavtalet Dialog": what stood beside the title in a table. */
const TYPE_BESIDE =
  /(?<=[\p{Ll}\d)]{2})\s((?:Information|Ställningstagande|Dialog|Beslut)(?:(?:\soch|\ssamt|,)\s(?:information|ställningstagande|dialog|beslut))*)$/u;

function takeTypeTail(title: string): { title: string; types: AgendaType[] } {
  const tail = TYPE_TAIL.exec(title) ?? TYPE_BESIDE.exec(title);
  return tail
    ? { title: title.slice(0, tail.index), types: typesIn(tail[1] ?? '') }
    : { title, types: [] };
}

function apply(head: ItemHead, allotted: Allotted): void {
  head.minutes ??= allotted.minutes;
  head.slot ??= allotted.slot;
  head.attachments.push(...allotted.attachments.map((title) => ({ title, href: null })));
}

/** @returns the index after the metadata at `at`, or null where prose begins */
function readMetadataAt(note: Note, item: RawItem, head: ItemHead, at: number): number | null {
  const line = note.lines[at];
  if (!line) return null;
  const presented = readPresenters(note, item, head, line);
  if (presented !== null) return presented;
  const allotted = readAllottedLine(line.text);
  if (allotted) {
    apply(head, allotted);
    return take(note, head, [line], 'agenda: time');
  }
  const types = readTypeLine(line.text);
  if (types && !isDecisionLabel(note, head, line, item.end)) {
    head.types.push(...types.filter((type) => !head.types.includes(type)));
    apply(head, takeAllotted(line.text).allotted);
    return take(note, head, [line], 'agenda: type');
  }
  const people =
    head.presenters.length === 0 && head.lines.length === at - item.bodyStart
      ? peopleAlone(note, line)
      : null;
  if (people) {
    head.presenters.push(...people);
    return take(note, head, [line], 'agenda: presenters');
  }
  return readAttachments(note, item, head, at);
}

/** "Föredragande: Elin Ek, Region Skåne", with one letter wrong too. */
function readPresenters(note: Note, item: RawItem, head: ItemHead, line: FlowLine): number | null {
  const misspelt = misspeltPresenterLabel(line.text);
  if (misspelt !== null)
    note.diagnostics.add(
      'label-misspelt',
      `"${line.text.split(':')[0] ?? ''}" was read as "${misspelt}".`,
      [line.no, line.no],
    );
  const presenters =
    misspelt === null ? readPresenterLabel(line.text) : line.text.replace(/^[^:]*:\s*/u, '');
  if (presenters === null) return null;
  const { lines, text } = presenterLines(note, line, presenters, item.end);
  const { title: names, allotted } = takeAllotted(text);
  apply(head, allotted);
  head.presenters.push(...toPresenters(names, note.known));
  return take(note, head, lines, 'agenda: presenters');
}

/** "Elin Ek, Region Skåne" right under a title or its type: nobody but people whom the note knows, on a line of their own. */
function peopleAlone(note: Note, line: FlowLine): Presenter[] | null {
  const next = note.lines[line.at + 1];
  if (line.text.length > 90 || line.bullet !== null || /[.!?:]$/u.test(line.text)) return null;
  if (!next || continues(line, next)) return null;
  const people = toPresenters(line.text, note.known);
  const areKnown = people.every(
    ({ name }) => name !== null && note.known.names.has(name.toLowerCase()),
  );
  return people.length > 0 && areKnown ? people : null;
}

/** "Ställningstagande" alone is the item's type under its title, and a label before what is decided. */
function isDecisionLabel(note: Note, head: ItemHead, line: FlowLine, end: number): boolean {
  const label = readDecisionLabel(line.text);
  if (!label) return false;
  if (label.colon || head.types.length > 0) return true;
  const next = note.lines[line.at + 1];
  if (!next || next.at >= end || readDecisionLabel(next.text)?.colon) return false;
  if (next.bullet !== null || /^1[.)]\s/u.test(next.text)) return next.links.length === 0;
  const below = note.lines[line.at + 2];
  const isLeadIn =
    /(?::|(?<!\p{L})(?:att|beslutar))$/u.test(next.text) &&
    below !== undefined &&
    (below.bullet !== null || /^(?:1[.)]|a\)|att)\s/u.test(below.text));
  if (isLeadIn) return true;
  return DECIDES.test(next.text) && /^(?:\p{Lu}|att\s)/u.test(next.text);
}
