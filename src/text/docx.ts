/** DOCX → text with its layout. Headers and footers are left out: they are page furniture. */
import { strFromU8, unzipSync } from 'fflate';
import { readBlocks, type DocxParts } from './docxbody.js';
import { NoteMarks } from './docxnotes.js';
import { Numbering } from './docxnumbering.js';
import { Styles } from './docxstyles.js';
import type { ExtractedText } from './extracted.js';
import { attributeOf, childOf, childrenNamed, childrenOf, parseXml, type XmlNode } from './xml.js';

/** No part of a note is nearly as large, unpacked, in bytes. */
const LARGEST = 200_000_000;
/** First bytes of the format that an older Word file and a locked DOCX come in. */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0];
const WANTED =
  /\.rels$|(?:^|\/)(?:document\d*|numbering\d*|styles\d*|footnotes\d*|endnotes\d*)\.xml$/iu;

class Unreadable extends Error {}

/** @throws Error with a short message where the file is damaged, locked, no DOCX, or unpacks beyond reason */
export function readDocx(bytes: Uint8Array): Promise<ExtractedText> {
  return Promise.resolve().then(() => {
    try {
      return read(bytes);
    } catch (error) {
      if (error instanceof Unreadable) throw error;
      throw new Error('the DOCX is damaged and cannot be read', { cause: error });
    }
  });
}

function read(bytes: Uint8Array): ExtractedText {
  if (COMPOUND_FILE.every((byte, at) => bytes[at] === byte))
    throw new Unreadable(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(
        Buffer.from('EncryptedPackage', 'utf16le'),
      )
        ? 'the DOCX is locked by a password'
        : 'the file is an older Word document, no DOCX',
    );
  const files = unpack(bytes);
  const main = relationsOf(files, '').find(({ type }) => type === 'officeDocument')?.target;
  const path = main ?? 'word/document.xml';
  const document = rootOf(files, path, 'w:document');
  if (!document) throw new Unreadable('the file is no DOCX: it holds no document');
  const body = childOf(document, 'w:body');
  const parts = partsOf(files, path);
  const pages = toPages(readBlocks(childrenOf(body), parts));
  const notes = notesBelow(parts);
  if (notes.length > 0) pages.push([pages.pop() ?? '', '', ...notes].join('\n'));
  return { text: `${pages.join('\n\f')}\n`, pages: pages.length };
}

/** Each note on a line, its figure first; a note within a note is none. */
function notesBelow(parts: DocxParts): string[] {
  return parts.notes.marked().map(({ mark, note }) => {
    const lines = readBlocks(childrenOf(note), {
      ...parts,
      notes: new NoteMarks(undefined, undefined),
    });
    return `${mark} ${lines
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .join(' ')}`;
  });
}

type Files = Record<string, Uint8Array>;

/** Unpacks what is read of the archive. An entry that tells less than its size is cut off by the library. */
function unpack(bytes: Uint8Array): Files {
  return unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (originalSize > LARGEST)
        throw new Unreadable('the DOCX unpacks to more than 200 MB and is not read');
      return WANTED.test(name);
    },
  });
}

function rootOf(files: Files, path: string, name: string): XmlNode | undefined {
  const file = files[path];
  return file && parseXml(strFromU8(file), name);
}

interface Relation {
  id: string;
  /** The last word of its type: "numbering", "hyperlink". */
  type: string;
  /** A path within the archive, or an external address. */
  target: string;
  isExternal: boolean;
}

/** @param path of the part that relates, '' for the archive itself */
function relationsOf(files: Files, path: string): Relation[] {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const name = path.slice(folder.length);
  const root = rootOf(files, `${folder}_rels/${name}.rels`, 'Relationships');
  return childrenNamed(root, 'Relationship').map((one) => {
    const target = attributeOf(one, 'Target') ?? '';
    const isExternal = attributeOf(one, 'TargetMode') === 'External';
    const inside = target.startsWith('/') ? target.slice(1) : `${folder}${target}`;
    return {
      id: attributeOf(one, 'Id') ?? '',
      type: (attributeOf(one, 'Type') ?? '').split('/').at(-1) ?? '',
      target: isExternal ? target : inside,
      isExternal,
    };
  });
}

function partsOf(files: Files, path: string): DocxParts {
  const relations = relationsOf(files, path);
  const part = (type: string, name: string): XmlNode | undefined => {
    const target = relations.find((one) => one.type === type)?.target;
    return target === undefined ? undefined : rootOf(files, target, name);
  };
  const styles = new Styles(part('styles', 'w:styles'));
  const numbering = new Numbering(part('numbering', 'w:numbering'), styles);
  const notes = new NoteMarks(part('footnotes', 'w:footnotes'), part('endnotes', 'w:endnotes'));
  const links = relations.filter(({ isExternal }) => isExternal);
  return { styles, numbering, notes, links: new Map(links.map(({ id, target }) => [id, target])) };
}

/** Pages by their form feeds, without blank lines at their edges. */
function toPages(lines: readonly string[]): string[] {
  return lines
    .join('\n')
    .split('\f')
    .map((page) => {
      const texts = page.split('\n');
      const first = texts.findIndex((text) => text.trim() !== '');
      return first < 0
        ? ''
        : texts.slice(first, texts.findLastIndex((text) => text.trim() !== '') + 1).join('\n');
    });
}
