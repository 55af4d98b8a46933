/** The head of an item: its title with what it holds, and the metadata lines under it. */
import type { AgendaItem, AgendaType, Link, Presenter } from '../../record/schema.js';
import { pattern } from '../../text/pattern.js';
import type { FlowLine } from '../../text/flowline.js';
import { joinFlow } from '../../text/flow.js';
import { continues } from '../../text/wrapping.js';
import type { Note } from '../../note/note.js';
import { readDecisionLabel } from '../decisions/labels.js';
import {
  presenterLines,
  takeTitlePresenters,
  toHeadingPresenters,
  toPresenters,
} from '../presenters.js';
import type { RawItem } from './items.js';
import {
  type Allotted,
  endsDocumentTitle,
  isDocumentTitle,
  misspeltPresenterLabel,
  readAllottedLine,
  readAttachmentLine,
  readPresenterLabel,
  readTypeLine,
  takeAllotted,
  typesIn,
} from './metadata.js';

export interface ItemHead {
  title: string;
  types: AgendaType[];
  minutes: number | null;
  slot: AgendaItem['slot'];
  presenters: Presenter[];
  attachments: Link[];
  /** Lines of the metadata. */
  lines: FlowLine[];
}

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
  return (
    readAttachment(note, head, line) ??
    readListOfDocuments(note, item, head, at) ??
    readDocuments(note, item, head, at)
  );
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

/** "Bilagor:" over a point for each of them. */
function readListOfDocuments(note: Note, item: RawItem, head: ItemHead, at: number): number | null {
  const heading = note.lines[at];
  if (!heading || !LIST_OF_DOCUMENTS.test(heading.text)) return null;
  const { lines, titles } = listedFrom(note, at + 1, item.end);
  if (titles.length === 0 || titles.some((title) => IS_SENTENCE.test(title))) return null;
  head.attachments.push(...titles.map((title) => ({ title, href: null })));
  return take(note, head, [heading, ...lines], 'agenda: attachments');
}

const LIST_OF_DOCUMENTS = /^(?:bilag(?:a|or)|handlingar|underlag|beslutsunderlag)\s*:$/iu;
const IS_SENTENCE = /[.!?]$|\s(?:är|har|ska|kan|bör|vill|får|\p{Ll}+(?:ade|ades))\s/u;

/** Bullets under the head that all name documents are its attachments; prose or a decision follows. */
function readDocuments(note: Note, item: RawItem, head: ItemHead, at: number): number | null {
  if (head.lines.length === 0 && at > item.bodyStart) return null;
  const { lines, titles } = listedFrom(note, at, item.end);
  if (!areDocuments(titles)) return null;
  head.attachments.push(...titles.map((title) => ({ title, href: null })));
  return take(note, head, lines, 'agenda: attachments');
}

/** The points from `at` on, each with what carries it on. */
function listedFrom(note: Note, at: number, end: number): { lines: FlowLine[]; titles: string[] } {
  const listed: FlowLine[] = [];
  const titles: string[] = [];
  for (let next = at; next < end; next += 1) {
    const [before, line] = [listed.at(-1), note.lines[next]];
    if (!line) break;
    const isWhole = endsDocumentTitle(titles.at(-1) ?? '');
    if (before && line.bullet === null && !isWhole && continues(before, line)) {
      titles.push(joinFlow([{ ...before, text: titles.pop() ?? '' }, line], note.flow));
    } else if (line.bullet === null) break;
    else titles.push(line.text);
    listed.push(line);
  }
  return { lines: listed, titles };
}

/** The first names a document; the others do too, or are as short and say nothing of anybody's doing. */
function areDocuments(titles: readonly string[]): boolean {
  const [first = '', ...others] = titles;
  const isShort = (title: string): boolean =>
    /^\p{Lu}[^.!?:]*$/u.test(title) &&
    title.split(' ').length <= 6 &&
    !/\s(?:är|har|ska|kan|bör|vill|får|\p{Ll}+(?:ar|er|as|es))\s/u.test(title);
  return (
    isDocumentTitle(first) && others.every((title) => isDocumentTitle(title) || isShort(title))
  );
}

function take(note: Note, head: ItemHead, lines: FlowLine[], field: string): number {
  head.lines.push(...lines);
  note.claims.claim(lines, field);
  return (lines.at(-1)?.at ?? 0) + 1;
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

function readAttachment(note: Note, head: ItemHead, line: FlowLine): number | null {
  if (isLinkLine(line)) {
    head.attachments.push(...line.links);
    return take(note, head, [line], 'agenda: attachments');
  }
  const title = readAttachmentLine(line.text);
  if (title === null) return null;
  const titles = /^(?:bilagor|handlingar)\s*:/iu.test(line.text)
    ? title.split(/,\s(?=\p{Lu})/u)
    : [title];
  head.attachments.push(
    ...(line.links.length > 0 ? line.links : titles.map((one) => ({ title: one, href: null }))),
  );
  return take(note, head, [line], 'agenda: attachments');
}

/** A line that is nothing but links. */
export const isLinkLine = (line: FlowLine): boolean =>
  line.links.length > 0 && besideLinks(line).replaceAll(/[\s,;.•-]/gu, '').length === 0;

/** "För mer information, se: [Presentation](…)": the words lead to the paper, and are prose all the same. */
export const leadsToLinks = (line: FlowLine): boolean =>
  line.links.length > 0 && /^[^.!?]{3,60}:[\s,;•-]*$/u.test(besideLinks(line));

const besideLinks = (line: FlowLine): string =>
  line.links.reduce(
    (text, link) => text.replace(link.title.replaceAll(/\s+/gu, ' '), ''),
    line.text,
  );
