/**
 * Footnotes and endnotes of a DOCX: the figure that the text carries where one stands, and their words, which go below
 * the text as extraction puts those of a PDF. Footnotes are counted 1, 2, 3, endnotes i, ii, iii, as Word does where
 * nothing else is asked for (ECMA-376 part 1, 17.11).
 */
import { numeral } from './numerals.js';
import { attributeOf, childrenNamed, type XmlNode } from './xml.js';

export type NoteKind = 'footnote' | 'endnote';

export interface MarkedNote {
  mark: string;
  /** The element that holds the note's paragraphs. */
  note: XmlNode;
}

export class NoteMarks {
  private readonly notes: Record<NoteKind, ReadonlyMap<string, XmlNode>>;
  private readonly found: Record<NoteKind, MarkedNote[]> = { footnote: [], endnote: [] };

  constructor(footnotes: XmlNode | undefined, endnotes: XmlNode | undefined) {
    this.notes = {
      footnote: byId(childrenNamed(footnotes, 'w:footnote')),
      endnote: byId(childrenNamed(endnotes, 'w:endnote')),
    };
  }

  /** @returns the figure to print at a reference; empty where it leads to no note, or another sign stands there */
  mark(kind: NoteKind, reference: XmlNode): string {
    const note = this.notes[kind].get(attributeOf(reference, 'w:id') ?? '');
    if (!note || attributeOf(reference, 'w:customMarkFollows') !== undefined) return '';
    const format = kind === 'footnote' ? 'decimal' : 'lowerRoman';
    const mark = numeral(this.found[kind].length + 1, format);
    this.found[kind].push({ mark, note });
    return mark;
  }

  /** The notes that the text refers to, in its order. */
  marked(): MarkedNote[] {
    return [...this.found.footnote, ...this.found.endnote];
  }
}

/** Lines that part the notes from the text are notes too, of a type of their own. */
const byId = (notes: readonly XmlNode[]): Map<string, XmlNode> =>
  new Map(
    notes
      .filter((note) => [undefined, 'normal'].includes(attributeOf(note, 'w:type')))
      .map((note) => [attributeOf(note, 'w:id') ?? '', note]),
  );
