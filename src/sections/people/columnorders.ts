/**
 * The orders in which cells of columns can come that extraction wrote below one another.
 *
 * What the page had side by side comes line by line, each column in turn until it ends; block by block, where blank
 * lines part the cells; group by group, each heading once for each column; or one whole column after the other. Each
 * order gives every line a column, and has a price: what it costs to believe in it.
 */
export interface Order {
  /** For each line the number of its column, from 0. */
  columns: number[];
  cost: number;
}

/** What an order costs in all, with how well its columns read. */
export type Weigh = (order: Order) => number;

/** A column that ends while others still have blocks to come: what that costs for each of these. */
const ENDS_EARLY = 0.1;
/** So many orders of one kind are weighed. */
const MOST_ORDERS = 240;

/**
 * Blocks in turn: the first of each column, the second of each, until a column ends. Rows of group headings begin anew.
 * @param blocks for each line the number of its block
 * @param segments the numbers of the blocks at which all columns begin anew
 */
export function inTurn(
  blocks: readonly number[],
  segments: readonly number[],
  width: number,
  cost: number,
  weigh: Weigh,
): Order {
  const count = (blocks.at(-1) ?? 0) + 1;
  const bounds = [0, ...segments.filter((at) => at > 0), count];
  let best = naturally(count, bounds, width);
  let price = 0;
  for (let segment = 0; segment + 1 < bounds.length; segment += 1) {
    const from = bounds[segment] ?? 0;
    const turns = turnsOf((bounds[segment + 1] ?? count) - from, width);
    const choices = turns.map((turn) => {
      const ofBlocks = best.map((column, at) => turn.columns[at - from] ?? column);
      const soFar = price + turn.cost;
      return { ofBlocks, soFar, columns: spread(ofBlocks, blocks), cost: cost + soFar };
    });
    const chosen = cheapest(choices, weigh);
    if (chosen) ({ ofBlocks: best, soFar: price } = chosen.order);
  }
  return { columns: spread(best, blocks), cost: cost + price };
}

/** Strictly in turn. */
const naturally = (count: number, bounds: readonly number[], width: number): number[] =>
  Array.from({ length: count }, (_, at) => {
    const from = bounds.findLast((bound) => bound <= at) ?? 0;
    return (at - from) % width;
  });

const spread = (columns: readonly number[], blocks: readonly number[]): number[] =>
  blocks.map((block) => columns[block] ?? 0);

/** The ways in which columns of different lengths make up so many blocks. */
function turnsOf(count: number, width: number): Order[] {
  const turns = lengthsOf(count, width).map((lengths) => {
    const rows = Array.from({ length: Math.max(...lengths) }, (_, row) => row);
    const columns = rows.flatMap((row) =>
      lengths.flatMap((length, column) => (row < length ? [column] : [])),
    );
    const turned = columns.findIndex((column, at) => column !== at % width);
    return { columns, cost: turned < 0 ? 0 : (count - turned) * ENDS_EARLY };
  });
  return turns.sort((one, other) => one.cost - other.cost).slice(0, MOST_ORDERS);
}

function lengthsOf(count: number, width: number): number[][] {
  if (width === 1) return [[count]];
  const firsts = Array.from({ length: count + 1 }, (_, first) => first);
  return firsts.flatMap((first) =>
    lengthsOf(count - first, width - 1).map((rest) => [first, ...rest]),
  );
}

/** One column after the other: where each but the first begins. */
export function oneAfterTheOther(blocks: readonly number[], width: number, cost: number): Order[] {
  const count = (blocks.at(-1) ?? 0) + 1;
  const columns = lengthsOf(count, width)
    .filter((lengths) => lengths.every((length) => length > 0))
    .map((lengths) => lengths.flatMap((length, column) => Array<number>(length).fill(column)));
  return columns.slice(0, MOST_ORDERS).map((column) => ({ columns: spread(column, blocks), cost }));
}

/**
 * The order that weighs least, the first of several. What an order costs is the least it can weigh: one that costs more
 * than another weighs is not read at all.
 */
export function cheapest<Choice extends Order>(
  orders: readonly Choice[],
  weigh: Weigh,
): { order: Choice; weight: number } | null {
  let best: { order: Choice; weight: number } | null = null;
  for (const order of orders) {
    if (best && order.cost >= best.weight) continue;
    const weight = weigh(order);
    if (!best || weight < best.weight) best = { order, weight };
  }
  return best;
}
