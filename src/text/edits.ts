/** Words one slip of the pen apart. */

/** At most one letter changed, added or lost. */
export function withinOneEdit(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  const sameTail = (from: number, to: number): boolean => short.slice(from) === long.slice(to);
  return short.length === long.length ? sameTail(at + 1, at + 1) : sameTail(at, at + 1);
}

/** Two neighbouring letters in the wrong order. */
function isSwapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return (
    at < a.length &&
    a[at] === b[at + 1] &&
    a[at + 1] === b[at] &&
    a.slice(at + 2) === b.slice(at + 2)
  );
}

/** Not the word, but one letter changed, added, lost or swapped with its neighbour. */
export const isOneLetterOff = (meant: string, printed: string): boolean =>
  meant !== printed && (withinOneEdit(meant, printed) || isSwapped(meant, printed));
