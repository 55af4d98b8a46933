/** Cells at positions → lines of text whose columns agree from line to line, as on a page with tab stops. */

export interface Placed {
  /** Where the cell begins, in any unit. */
  x: number;
  text: string;
}

export interface Spacing {
  /** How wide one character is, in the unit of `x`; Infinity where only the cells' own lengths count. */
  unit: number;
  /** The left margin, in the unit of `x`. */
  left: number;
  /** Cells that begin no further apart than this begin at the same stop. */
  near: number;
}

/** Blanks that hold two cells apart. */
const GAP = 3;
/** No stop is put further right than this by its position alone: a stray position must not blow up a line. */
const WIDEST = 240;
/** A longer cell, such as a paragraph in a table, moves only what stands behind it on its own line. */
const LONGEST = 120;

interface Cell extends Placed {
  before: Cell | null;
  column: number;
}

/**
 * Lines of cells (from left to right) → lines of text. All cells that begin at one stop begin at one character
 * column: where the stop's position asks for it, or further right where a cell before it is longer than its room.
 */
export function layOut(lines: readonly (readonly Placed[])[], spacing: Spacing): string[] {
  const rows = lines.map((line) => toCells(line));
  placeStops(
    rows.flat().sort((a, b) => a.x - b.x),
    spacing,
  );
  return rows.map(setRow);
}

function toCells(line: readonly Placed[]): Cell[] {
  let before: Cell | null = null;
  return line.map(({ x, text }) => (before = { x, text, before, column: 0 }));
}

/** How many columns a text takes: a soft hyphen within a line takes none. */
const widthOf = (text: string): number => text.length - (text.split('\u00AD').length - 1);

function setRow(row: readonly Cell[]): string {
  let text = '';
  let width = 0;
  for (const cell of row) {
    const column = text === '' ? cell.column : Math.max(cell.column, width + GAP);
    text += ' '.repeat(column - width) + cell.text;
    width = column + widthOf(cell.text);
  }
  return text;
}

/** @param cells of all lines, by `x`: what stands before a cell is placed before it */
function placeStops(cells: readonly Cell[], spacing: Spacing): void {
  let column = 0;
  for (let from = 0, to = 0; from < cells.length; from = to) {
    const stop = cells[from]?.x ?? 0;
    while (to < cells.length && (cells[to]?.x ?? 0) - stop <= spacing.near) to += 1;
    const group = cells.slice(from, to);
    const natural = Math.round((stop - spacing.left) / spacing.unit);
    column = Math.max(column, Math.min(natural, WIDEST), columnAfter(group));
    for (const cell of group) cell.column = column;
  }
}

/** The first column that leaves room for the cells before these. */
function columnAfter(group: readonly Cell[]): number {
  let column = 0;
  for (const { before } of group) {
    const width = before ? widthOf(before.text) : Infinity;
    if (before && width <= LONGEST) column = Math.max(column, before.column + width + GAP);
  }
  return column;
}
