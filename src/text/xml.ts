/** XML → nodes in document order, and the few questions that the readers ask of them. */
import { XMLParser } from 'fast-xml-parser';

/** An element `{ 'w:p': [children], ':@': { name: value } }` or a text `{ '#text': '…' }`. */
export interface XmlNode {
  [name: string]: XmlNode[] | Record<string, string> | string | undefined;
  ':@'?: Record<string, string>;
}

const ATTRIBUTES = ':@';
const TEXT = '#text';

/** Tables within tables nest a dozen elements a level; nobody nests thirty tables. */
const DEEPEST = 400;

/**
 * The text's root element.
 * @throws where the text has no such root, breaks off before its end, or nests beyond reason
 */
export function parseXml(text: string, root: string): XmlNode {
  const rename = renaming(text);
  const parser = new XMLParser({
    transformTagName: rename,
    transformAttributeName: rename,
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    trimValues: false,
    parseTagValue: false,
    parseAttributeValue: false,
    ignoreDeclaration: true,
    ignorePiTags: true,
    processEntities: false,
    maxNestedTags: DEEPEST,
  });
  const nodes = parser.parse(text.replace(/^\uFEFF/u, '')) as XmlNode[];
  const found = nodes.find((node) => nameOf(node) === root);
  // The library passes over missing end tags; a part that was cut off has lost its last one.
  if (!found || !endsWith(text, root)) throw new Error(`no whole <${root}>`);
  return found;
}

/** Namespaces under the prefix by which this program knows them; the second form is that of ISO 29500 strict. */
const PREFIX: Record<string, string> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
};

/** A writer may call a namespace by any prefix, or by none: only its address counts. */
function renaming(text: string): (name: string) => string {
  const known = new Map<string, string>();
  for (const [, prefix, address] of text
    .slice(0, 20_000)
    .matchAll(/\sxmlns:?([\w.-]*)\s*=\s*["']([^"']+)["']/gu)) {
    const own = PREFIX[address ?? ''];
    if (own !== undefined && own !== prefix) known.set(prefix ?? '', own);
  }
  if (known.size === 0) return (name) => name;
  return (name) => {
    const at = name.indexOf(':');
    const own = name.startsWith('xmlns') ? undefined : known.get(name.slice(0, Math.max(at, 0)));
    return own === undefined ? name : `${own}:${name.slice(at + 1)}`;
  };
}

/** `</root>` or, where it holds nothing, `/>` comes last but for a comment. */
function endsWith(text: string, root: string): boolean {
  const tail = text.slice(-200);
  const name = root.replace(/^.*:/u, '');
  return new RegExp(`</(?:[\\w.-]+:)?${name}\\s*>`, 'u').test(tail) || /\/>\s*$/u.test(tail);
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** XML knows five names and the numbers; a document type's own names are left as they stand. */
const decode = (text: string): string =>
  text.includes('&')
    ? text.replaceAll(/&(?:#(\d{1,7})|#x([\dA-F]{1,6})|(\w{2,4}));/giu, decodeOne)
    : text;

function decodeOne(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return ENTITIES[name] ?? whole;
  const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

/** The element's name with its prefix; '#text' for a text. */
export function nameOf(node: XmlNode): string {
  for (const name in node) if (name !== ATTRIBUTES) return name;
  return '';
}

export function childrenOf(node: XmlNode | undefined): XmlNode[] {
  const children = node?.[nameOf(node)];
  return Array.isArray(children) ? children : [];
}

/** The first child of that name, or the first grandchild by a path of names. */
export function childOf(node: XmlNode | undefined, ...path: string[]): XmlNode | undefined {
  return path.reduce<XmlNode | undefined>(
    (parent, name) => childrenOf(parent).find((child) => nameOf(child) === name),
    node,
  );
}

export const childrenNamed = (node: XmlNode | undefined, name: string): XmlNode[] =>
  childrenOf(node).filter((child) => nameOf(child) === name);

export const attributeOf = (node: XmlNode | undefined, name: string): string | undefined =>
  mapped(node?.[ATTRIBUTES]?.[name]);

const mapped = (value: string | undefined): string | undefined =>
  value === undefined ? undefined : decode(value);

/** `w:val`, by which most of WordprocessingML says what it has to say. */
export const valueOf = (node: XmlNode | undefined): string | undefined =>
  attributeOf(node, 'w:val');

/** A switch such as `<w:b/>`: on where it stands, unless its value says otherwise (ECMA-376, ST_OnOff). */
export const isOn = (node: XmlNode | undefined): boolean =>
  node !== undefined && !['0', 'false', 'off'].includes(valueOf(node) ?? '1');

/** The element's own text. */
export const textOf = (node: XmlNode): string =>
  decode(
    childrenOf(node)
      .map((child) => child[TEXT])
      .filter((text) => typeof text === 'string')
      .join(''),
  );
