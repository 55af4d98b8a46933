/** A roster's section: the pair of side headings, or the single one, that its rows stand under. */
import type { FlowLine } from '../../../text/flowline.js';

export interface Section {
  sides: (string | null)[];
  /** The two headings stood on two lines: so do the cells of a row. */
  stacked: boolean;
  /** The second heading stood right below the first, so beside it. */
  tight: boolean;
  /** Its headings begin with "För", as all others in the roster do then. */
  worded: boolean;
  /** Where the left column begins. */
  leftAt: number;
  /** Where the right column begins, for lines whose columns blanks keep apart; else null. */
  rightAt: number | null;
}

/** A right column begins at least so many characters after the left one. */
const FEWEST_ASIDE = 20;

/** A section with these sides; a heading that is one line, or has two cells, tells where its columns begin. */
export function sectionOf(sides: (string | null)[], heading?: FlowLine): Section {
  const [left, right] = heading?.cells ?? [];
  const isAside = heading?.cells.length === 2 && right !== undefined && right.x >= FEWEST_ASIDE;
  return {
    sides,
    stacked: false,
    tight: false,
    worded: false,
    leftAt: left?.x ?? 0,
    rightAt: isAside ? right.x : null,
  };
}

/**
 * The section with a second heading on a line of its own: far to the right it begins the right column, else its rows
 * are told by what they say.
 *
 * @param hasFlatRows whether the rows below hold both cells on one line all the same
 */
export function withSecond(
  section: Section,
  side: string,
  line: FlowLine,
  hasFlatRows: boolean,
): Section {
  const x = line.cells[0]?.x ?? 0;
  const isAside = x - section.leftAt >= FEWEST_ASIDE;
  return {
    sides: [section.sides[0] ?? null, side],
    stacked: !isAside && !hasFlatRows,
    tight: line.gap === 0,
    worded: section.worded && isWorded(line.text),
    leftAt: section.leftAt,
    rightAt: isAside ? x : null,
  };
}

/** "För kommunerna (VGK)" */
export const isWorded = (text: string): boolean => /^(?:för|från)\s/iu.test(text);
