/**
 * Points whose bullets extraction has lost, but not the blank after them: below "Ur dialogen:" each point begins with a
 * blank, and the lines that carry it on do not.
 */
import { type SourceLine, usualGap } from './sourceline.js';

/** A list has at least so many points: one line that is set in by a blank may be a page's first. */
const FEWEST = 2;
const BULLET = '•';

/** @returns the lines, with their bullets where these were lost */
export function restoreBullets(
  lines: readonly SourceLine[],
  furniture: ReadonlySet<number>,
): SourceLine[] {
  const usual = usualGap(lines);
  const apart = ({ gap }: SourceLine): number => (gap + 1) / (usual + 1) - 1;
  const found = new Set<SourceLine>();
  let points: SourceLine[] = [];
  const close = (): void => {
    if (points.length >= FEWEST) for (const point of points) found.add(point);
    points = [];
  };
  let before: SourceLine | undefined;
  let broken = false;
  for (const line of lines) {
    if (furniture.has(line.no)) {
      broken = true;
      continue;
    }
    // Below a page's foot the gap is the page's.
    const gap = broken ? 0 : apart(line);
    const isPoint = mayBePoint(line) && gap <= 1 && (points.length > 0 || leadsToList(before));
    if (isPoint) points.push(line);
    else if (points.length > 0 && !carriesOn(line, gap)) close();
    before = line;
    broken = false;
  }
  close();
  return lines.map((line) => (found.has(line) ? { ...line, bullet: BULLET } : line));
}

/** "Beslut:", "Ur dialogen:" */
const leadsToList = (line: SourceLine | undefined): boolean =>
  line?.indent === 0 && line.bullet === null && line.text.endsWith(':');

/** Neither a heading "Besök / Ida Ek" nor an item "6. Rapport", which may stand at the top of a page. */
const mayBePoint = ({ body, bullet, text, cells, pageTop, page }: SourceLine): boolean =>
  SET_IN.test(body) &&
  bullet === null &&
  !(pageTop && page > 1) &&
  cells.length === 1 &&
  /^\p{Lu}/u.test(text) &&
  !/\s\/\s/u.test(text);

/** One or two blanks: what a bullet leaves. A list that is set in deeper is told by that. */
const SET_IN = /^ {1,2}\S/u;

/** A page may begin with a blank too, in the middle of a point. */
const carriesOn = ({ body, bullet, cells, text }: SourceLine, apart: number): boolean =>
  bullet === null &&
  cells.length === 1 &&
  (apart <= 0 ? /^\S/u.test(body) || /^\p{Ll}/u.test(text) : apart <= 1 && /^ \p{Ll}/u.test(body));
