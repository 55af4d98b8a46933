/** The body of a DOCX → lines of text: a paragraph is one line, a table's row one line for each paragraph in it. */
import type { NoteMarks } from './docxnotes.js';
import type { Numbering } from './docxnumbering.js';
import { wordsOf } from './docxruns.js';
import type { ParagraphLook, Styles } from './docxstyles.js';
import { type Placed, layOut } from './stops.js';
import { childOf, childrenNamed, childrenOf, nameOf, valueOf, type XmlNode } from './xml.js';

export interface DocxParts {
  styles: Styles;
  numbering: Numbering;
  /** Relationship id → external address. */
  links: ReadonlyMap<string, string>;
  notes: NoteMarks;
}

/** One line, with what its paragraph asks for around it. */
interface Line {
  text: string;
  /** Space above and below, in twips. */
  before: number;
  after: number;
  /** Nothing sets paragraphs of one list, or of one style without space between them, apart. */
  group: string | null;
}

/**
 * Space that sets paragraphs apart as a blank line does, in twips: 8 points, Word's own since 2013. With it, a line
 * of 11 points has two ems to the next one, which is where a layout-keeping extraction of a PDF sees a blank line.
 */
const APART = 160;

/** @param nodes what stands in the body, a cell or a text box @returns lines; a form feed in one begins a page */
export function readBlocks(nodes: readonly XmlNode[], parts: DocxParts): string[] {
  const lines = readLines(nodes, parts);
  return lines.flatMap((line, at) => {
    const before = lines[at - 1];
    return before && isApart(before, line) ? ['', line.text] : [line.text];
  });
}

function isApart(above: Line, below: Line): boolean {
  if (above.text === '' || below.text === '') return false;
  if (above.group !== null && above.group === below.group) return false;
  return Math.max(above.after, below.before) >= APART;
}

function readLines(nodes: readonly XmlNode[], parts: DocxParts): Line[] {
  return nodes.flatMap((node): Line[] => {
    switch (nameOf(node)) {
      case 'w:p':
        return readParagraph(node, parts);
      case 'w:tbl':
        return readTable(node, parts);
      // Wrappers: content controls, insertions, alternatives.
      case 'w:sdt':
      case 'w:sdtContent':
      case 'w:customXml':
      case 'w:ins':
      case 'w:moveTo':
      case 'mc:AlternateContent':
      case 'mc:Choice':
        return readLines(childrenOf(node), parts);
      default:
        return [];
    }
  });
}

function readParagraph(node: XmlNode, parts: DocxParts): Line[] {
  const properties = childOf(node, 'w:pPr');
  const look = parts.styles.lookOf(properties);
  const { text, boxes } = wordsOf(node, parts.links, parts.notes);
  const wasDeleted = childOf(properties, 'w:rPr', 'w:del') !== undefined && text.trim() === '';
  if (wasDeleted) return [];
  const marker = parts.numbering.next(look.list, look.style);
  const words = text.trim() === '' ? text : `${marker ?? ''}${text}`;
  const set = look.breaksPage ? `\f${words}` : words;
  const own = toLines(set.split('\n'), look, marker === null ? null : 'list');
  return [...own, ...boxes.flatMap((box) => readLines(box, parts))];
}

/** Without blanks at its end; a form feed is none. */
const trimmedEnd = (text: string): string =>
  text
    .split('\f')
    .map((part) => part.trimEnd())
    .join('\f');

function toLines(texts: readonly string[], look: ParagraphLook, list: string | null): Line[] {
  return texts.map((text, at) => ({
    text: trimmedEnd(text),
    before: at === 0 ? look.before : 0,
    after: at === texts.length - 1 ? look.after : 0,
    group: list ?? (look.isContextual ? (look.style ?? '') : null),
  }));
}

/** A table of one cell is a frame around paragraphs; any other is set in columns, apart from what is around it. */
function readTable(table: XmlNode, parts: DocxParts): Line[] {
  const rows = unwrap(childrenOf(table), 'w:tr').map((row) => unwrap(childrenOf(row), 'w:tc'));
  const [only] = rows[0] ?? [];
  if (rows.length === 1 && rows[0]?.length === 1) return readLines(childrenOf(only), parts);
  const lines = rows.flatMap((cells) => setRow(cells, parts));
  const texts = layOut(lines, { unit: Infinity, left: 0, near: 0 });
  return texts.map((text, at) => ({
    text,
    before: at === 0 ? APART : 0,
    after: at === texts.length - 1 ? APART : 0,
    group: null,
  }));
}

/** The cells' paragraphs side by side: the first ones on one line, the second ones on the next. */
function setRow(cells: readonly XmlNode[], parts: DocxParts): Placed[][] {
  let column = 0;
  const lines: Placed[][] = [];
  for (const cell of cells) {
    const texts = readBlocks(childrenOf(cell), parts);
    while (texts.at(-1) === '') texts.pop();
    texts.forEach((text, at) => {
      const line = (lines[at] ??= []);
      if (text !== '') line.push({ x: column, text: text.replaceAll('\t', '   ') });
    });
    column += Number(valueOf(childOf(cell, 'w:tcPr', 'w:gridSpan')) ?? 1) || 1;
  }
  return lines.length > 0 ? lines : [[]];
}

/** Rows or cells, also those within content controls and insertions; rows that were deleted are left out. */
function unwrap(nodes: readonly XmlNode[], name: string): XmlNode[] {
  return nodes.flatMap((node) => {
    if (nameOf(node) === name)
      return childrenNamed(childOf(node, 'w:trPr'), 'w:del').length > 0 ? [] : [node];
    return /^w:(?:sdt|sdtContent|ins|customXml)$/u.test(nameOf(node))
      ? unwrap(childrenOf(node), name)
      : [];
  });
}
