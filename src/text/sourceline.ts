/** A line of the source as everything else reads it. */

/** A part of a line that blanks, a tab or a table bar hold apart from the next. */
export interface Cell {
  text: string;
  /** Column of the first character, 0-based. */
  x: number;
}

export interface SourceLine {
  /** 1-based number in the decoded source text. */
  no: number;
  /** Number of the line on which its last word ends, where a soft hyphen broke it; else its own. */
  until: number;
  /** A word of it was broken at its end: the next line carries it on, whatever it looks like. */
  goesOn: boolean;
  /** The line as the source has it, without its line end. */
  raw: string;
  /** The same without the page's margin: its tabs and blanks part columns. */
  body: string;
  /** Characters resolved, markdown and bullet gone, blanks squeezed. Empty for a blank line. */
  text: string;
  bullet: string | null;
  /** Blanks before the first character. */
  indent: number;
  /** Blanks after the last character: an empty cell to the right leaves two or more. */
  trailing: number;
  page: number;
  /** First non-blank line of a page, by form feed. */
  pageTop: boolean;
  /** Blank lines right above it. */
  gap: number;
  cells: Cell[];
  /** A soft hyphen ended the line: the word goes on. */
  softHyphen: boolean;
  strong: boolean;
  headingLevel: number;
  emphasised: string[];
  links: { title: string; href: string }[];
}

/** A line that holds a title and its text is two to the reader: the second part's number is this much more. */
export const SECOND_PART = 0.5;

/** Blank lines between two lines of a paragraph: in a double-spaced note hardly a line has fewer than one. */
export function usualGap(lines: readonly SourceLine[]): number {
  const gaps = lines.flatMap(({ gap, text }) => (text === '' ? [] : [gap])).sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length * FEW)] ?? 0;
}

/** Of all lines so many may stand closer than that. */
const FEW = 0.1;
