/**
 * A group's heading has somebody below it: where a reading leaves one of two columns with a heading and nobody after it,
 * the heading is the other column's.
 *
 * @param headings for each cell whether it is the heading of a group
 * @param columns for each cell its column, 0 or 1
 * @returns the columns, such headings moved
 */
export function moveEmptyHeadings(
  headings: readonly boolean[],
  columns: readonly number[],
): number[] {
  const moved = [...columns];
  headings.forEach((isHeading, at) => {
    const column = moved[at] ?? 0;
    const hasBelow = (of: number): boolean => {
      const next = headings.findIndex((_, later) => later > at && moved[later] === of);
      return next >= 0 && headings[next] === false;
    };
    if (isHeading && !hasBelow(column) && hasBelow(1 - column)) moved[at] = 1 - column;
  });
  return moved;
}
