/** Cells of a line by the columns that other lines show. */
import type { Cell } from './sourceline.js';

/** How far from its column's beginning a cell may stand that a long neighbour has pushed aside. */
const REACH = 9;

/**
 * Parts cells that ran into their neighbours: where a long cell leaves but one blank before the next column, the word
 * nearest that column's beginning parts them.
 * @param starts where columns begin, in characters from the line's start
 * @param fits whether two texts can be neighbouring cells
 */
export function splitAtColumns(
  cells: readonly Cell[],
  starts: readonly number[],
  fits: (left: string, right: string) => boolean,
): Cell[] {
  return cells.flatMap((cell) => {
    const parts: Cell[] = [cell];
    for (const start of starts) {
      if (hasOwn(cells, cell, start)) continue;
      const last = parts.at(-1) ?? cell;
      const cut = cutNear(last.text, start - last.x, fits);
      if (cut === null) continue;
      parts.pop();
      parts.push({ text: last.text.slice(0, cut).trim(), x: last.x });
      parts.push({ text: last.text.slice(cut), x: start });
    }
    return parts;
  });
}

/** Another cell begins that column: nothing of this one belongs there. */
const hasOwn = (cells: readonly Cell[], cell: Cell, start: number): boolean =>
  cells.some((other) => other !== cell && Math.abs(other.x - start) <= SAME_PLACE);
const SAME_PLACE = 1;

function cutNear(
  text: string,
  at: number,
  fits: (left: string, right: string) => boolean,
): number | null {
  if (at < 3 || at > text.length + REACH) return null;
  const cuts = [...text.matchAll(/(?<=\s)\S/gu)]
    .map(({ index }) => index)
    .filter((cut) => Math.abs(cut - at) <= REACH)
    .filter((cut) => fits(text.slice(0, cut).trim(), text.slice(cut)));
  return cuts.sort((one, other) => Math.abs(one - at) - Math.abs(other - at))[0] ?? null;
}

/** Cells as one text: a comma between two, none where the first one breaks off ("Hälso- och   sjukvårdsnämnden"). */
export function joinCells(cells: readonly Cell[]): string {
  return cells.reduce((text, cell) => {
    if (text === '') return cell.text;
    const goesOn =
      /\([^()]*$/u.test(text) ||
      /(?:-|,|:|\(|(?<!\p{L})(?:och|för|i|av|samt))$/u.test(text) ||
      // "Anna    Ek (S)": a blank too many within a name.
      (/(?:^|,\s)\p{Lu}\p{Ll}+$/u.test(text) &&
        /^\p{Lu}[\p{L}-]+\s\(\p{Lu}{1,3}\)/u.test(cell.text));
    return `${text}${goesOn ? ' ' : ', '}${cell.text}`;
  }, '');
}
