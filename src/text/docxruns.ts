/** The words of a DOCX paragraph: runs, tabs, breaks and links; what was deleted or hidden is left out. */
import type { NoteMarks } from './docxnotes.js';
import { writeLink } from './markdown.js';
import { attributeOf, childOf, childrenOf, isOn, nameOf, textOf, type XmlNode } from './xml.js';

export interface Words {
  /** A line break is LF, a page break a form feed, a tab a tab. */
  text: string;
  /** Contents of text boxes anchored in the paragraph. */
  boxes: XmlNode[][];
}

/** What holds no printed words, or words that are not the note's (anymore). */
const SILENT = new Set([
  'w:pPr',
  'w:rPr',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:del',
  'w:moveFrom',
  'w:delText',
  'w:instrText',
  'w:rt',
  'mc:Fallback',
]);

/** Hidden, or struck through: minutes take back what they said so. */
const NOT_PRINTED = ['w:vanish', 'w:strike', 'w:dstrike'] as const;

/** @param links relationship id → external address */
export function wordsOf(
  paragraph: XmlNode,
  links: ReadonlyMap<string, string>,
  notes: NoteMarks,
): Words {
  const boxes: XmlNode[][] = [];
  const read = (node: XmlNode): string => {
    const name = nameOf(node);
    const plain = plainText(node, name);
    if (plain !== null) return plain;
    if (SILENT.has(name)) return '';
    if (name === 'w:footnoteReference') return notes.mark('footnote', node);
    if (name === 'w:endnoteReference') return notes.mark('endnote', node);
    if (name === 'w:txbxContent') {
      boxes.push(childrenOf(node));
      return '';
    }
    if (name === 'w:r' && NOT_PRINTED.some((mark) => isOn(childOf(node, 'w:rPr', mark)))) return '';
    const words = childrenOf(node).map(read).join('');
    return name === 'w:hyperlink' ? asLink(words, node, links) : words;
  };
  return { text: childrenOf(paragraph).map(read).join(''), boxes };
}

/** What a leaf prints; null for anything else. */
function plainText(node: XmlNode, name: string): string | null {
  switch (name) {
    case 'w:t':
    case 'm:t':
      return textOf(node).replaceAll(/[\n\r\f]/gu, ' ');
    case 'w:tab':
    case 'w:ptab':
      return '\t';
    case 'w:br':
      return attributeOf(node, 'w:type') === 'page' ? '\f' : '\n';
    case 'w:cr':
      return '\n';
    case 'w:noBreakHyphen':
      return '\u2011';
    case 'w:softHyphen':
      return '\u00AD';
    case 'w:sym':
      return symbol(attributeOf(node, 'w:char') ?? '');
    default:
      return null;
  }
}

/** A character of a symbol font, by its code in hexadecimal. */
const symbol = (code: string): string =>
  /^[0-9A-F]{2,4}$/iu.test(code) ? String.fromCharCode(parseInt(code, 16)) : '';

function asLink(words: string, node: XmlNode, links: ReadonlyMap<string, string>): string {
  const address = links.get(attributeOf(node, 'r:id') ?? '');
  if (address === undefined) return words;
  const anchor = attributeOf(node, 'w:anchor');
  return writeLink(words, anchor === undefined ? address : `${address}#${anchor}`);
}
