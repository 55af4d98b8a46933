/** The papers that an item's head names: links, labelled titles, lists of documents. */
import { joinFlow } from '../../text/flow.js';
import type { FlowLine } from '../../text/flowline.js';
import { continues } from '../../text/wrapping.js';
import type { Note } from '../../note/note.js';
import { type ItemHead, take } from './headed.js';
import type { RawItem } from './items.js';
import { endsDocumentTitle, isDocumentTitle, readAttachmentLine } from './metadata.js';

/** @returns the index after the attachments that begin at `at`, or null where none do */
export function readAttachments(
  note: Note,
  item: RawItem,
  head: ItemHead,
  at: number,
): number | null {
  const line = note.lines[at];
  if (!line) return null;
  return (
    readAttachment(note, head, line) ??
    readListOfDocuments(note, item, head, at) ??
    readDocuments(note, item, head, at)
  );
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
