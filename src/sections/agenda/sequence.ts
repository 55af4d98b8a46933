/**
 * The agenda is the numbered series that runs through the whole note. Numbered points inside decisions and prose are
 * series too, but short ones that begin again: the best path through all candidates tells them apart, no single line.
 */
import { type Candidate, NUMBER_STYLES } from './candidates.js';

/** A number left out costs more than most headings bring. */
const GAP_COST = 2.2;
const LATE_START_COST = 1.5;
/** Of two lines with the same number the later is the minuted one, unless it scores worse. */
const LATER_BONUS = 0.01;

const LONE = 3.5;

/** Two lines may begin with letters that are somebody's initials. */
const FEWEST_LETTERS = 3;
const isOfLetters = ([first]: readonly Candidate[]): boolean =>
  first?.style === 'letter' || first?.style === 'roman';

export interface Series {
  items: Candidate[];
  score: number;
}

/** @returns the best series over all styles, or null where there is none of two items */
export function bestSeries(candidates: readonly Candidate[]): Series | null {
  const found = NUMBER_STYLES.map((style) =>
    longest(candidates.filter((candidate) => candidate.style === style)),
  )
    .filter((series) => series !== null)
    .filter(({ items }) => !isOfLetters(items) || items.length >= FEWEST_LETTERS)
    .sort((a, b) => b.score - a.score);
  const best = found[0];
  if (!best) return null;
  if (best.items.length >= 2) return best.score > 1 ? best : null;
  // One item alone is an agenda only where its type, time or presenter stands with it, or in an extract of minutes.
  return best.score >= LONE || isParagraph(best.items[0]) ? best : null;
}

/** "§ 71" below a gap: an extract has the one paragraph that it was made for. */
const isParagraph = (item: Candidate | undefined): boolean =>
  item?.style === 'section' && item.score >= BELOW_GAP;
const BELOW_GAP = 1.5;

/** Longest path by dynamic programming over at most a few hundred candidates; each looks back at its recent forerunners. */
function longest(candidates: readonly Candidate[]): Series | null {
  const scores: number[] = [];
  const previous: number[] = [];
  /** Number → index of the best candidate so far that ends a path with it. */
  const bestWith = new Map<number, number>();
  candidates.forEach((candidate, index) => {
    let best = candidate.score - startCost(candidate);
    let from = -1;
    for (
      let number = candidate.number - (candidate.part === '' ? 1 : 0);
      number >= Math.max(0, candidate.number - 3);
      number -= 1
    ) {
      const before = bestWith.get(number);
      if (before === undefined) continue;
      // "4a" may follow 4, and "4b" follows "4a".
      if (number === candidate.number && (candidates[before]?.part ?? '') >= candidate.part)
        continue;
      const skipped = Math.max(0, candidate.number - number - 1);
      const total = (scores[before] ?? 0) + candidate.score - skipped * GAP_COST;
      if (total > best) {
        best = total;
        from = before;
      }
    }
    scores.push(best + LATER_BONUS);
    previous.push(from);
    const rival = bestWith.get(candidate.number);
    if (rival === undefined || best + LATER_BONUS >= (scores[rival] ?? 0))
      bestWith.set(candidate.number, index);
  });
  return pathTo(candidates, scores, previous);
}

const startCost = (candidate: Candidate): number =>
  candidate.style === 'section' || candidate.number <= 1
    ? 0
    : LATE_START_COST * Math.min(2, candidate.number - 1);

function pathTo(
  candidates: readonly Candidate[],
  scores: readonly number[],
  previous: readonly number[],
): Series | null {
  let end = -1;
  scores.forEach((score, index) => {
    if (end < 0 || score >= (scores[end] ?? 0)) end = index;
  });
  if (end < 0) return null;
  const items: Candidate[] = [];
  const score = scores[end] ?? 0;
  for (let at = end; at >= 0; at = previous[at] ?? -1) {
    const candidate = candidates[at];
    if (candidate) items.unshift(candidate);
  }
  return { items, score };
}
