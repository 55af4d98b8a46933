/** What a DOCX's styles say of a paragraph: its spacing and its list, each inherited along `basedOn`. */
import { attributeOf, childOf, childrenNamed, isOn, valueOf, type XmlNode } from './xml.js';

export interface ListPlace {
  /** '0' takes a paragraph out of the list that its style puts it in. */
  numId: string | undefined;
  /** 0-based. */
  level: number | undefined;
}

export interface ParagraphLook {
  style: string | undefined;
  list: ListPlace;
  /** Space above and below, in twips (twentieths of a point). */
  before: number;
  after: number;
  /** No space between paragraphs of this style. */
  isContextual: boolean;
  breaksPage: boolean;
}

/** Styles inherit from styles no deeper than this, or go round in a circle. */
const DEEPEST = 20;

export class Styles {
  readonly #styles = new Map<string, XmlNode>();
  readonly #defaults: XmlNode | undefined;
  readonly #normal: string | undefined;

  /** @param root the `w:styles` element, where there is one */
  constructor(root: XmlNode | undefined) {
    this.#defaults = childOf(root, 'w:docDefaults', 'w:pPrDefault', 'w:pPr');
    for (const style of childrenNamed(root, 'w:style')) {
      const id = attributeOf(style, 'w:styleId');
      if (id !== undefined) this.#styles.set(id, style);
      const isDefault = ['1', 'true'].includes(attributeOf(style, 'w:default') ?? '');
      if (isDefault && attributeOf(style, 'w:type') === 'paragraph') this.#normal = id;
    }
  }

  /** @param own the paragraph's `w:pPr` */
  lookOf(own: XmlNode | undefined): ParagraphLook {
    const style = valueOf(childOf(own, 'w:pStyle')) ?? this.#normal;
    const chain = [own, ...this.#chain(style), this.#defaults];
    const level = firstOf(chain, (one) => valueOf(childOf(one, 'w:numPr', 'w:ilvl')));
    return {
      style,
      list: {
        numId: firstOf(chain, (one) => valueOf(childOf(one, 'w:numPr', 'w:numId'))),
        level: level === undefined ? undefined : Number(level),
      },
      before: spacing(chain, 'w:before'),
      after: spacing(chain, 'w:after'),
      isContextual: isOn(firstOf(chain, (one) => childOf(one, 'w:contextualSpacing'))),
      breaksPage: isOn(firstOf(chain, (one) => childOf(one, 'w:pageBreakBefore'))),
    };
  }

  /** The numbering that a list style stands for. */
  numberingOf(style: string): string | undefined {
    return firstOf(this.#chain(style), (one) => valueOf(childOf(one, 'w:numPr', 'w:numId')));
  }

  /** Paragraph properties of the style and of those it is based on. */
  #chain(id: string | undefined): (XmlNode | undefined)[] {
    const chain: (XmlNode | undefined)[] = [];
    let style = id === undefined ? undefined : this.#styles.get(id);
    while (style !== undefined && chain.length < DEEPEST) {
      chain.push(childOf(style, 'w:pPr'));
      style = this.#styles.get(valueOf(childOf(style, 'w:basedOn')) ?? '');
    }
    return chain;
  }
}

function firstOf<T>(
  chain: readonly (XmlNode | undefined)[],
  read: (properties: XmlNode) => T | undefined,
): T | undefined {
  for (const properties of chain) {
    const found = properties && read(properties);
    if (found !== undefined) return found;
  }
  return undefined;
}

const spacing = (chain: readonly (XmlNode | undefined)[], name: string): number =>
  Number(firstOf(chain, (one) => attributeOf(childOf(one, 'w:spacing'), name)) ?? 0) || 0;
