/**
 * Which column a roster's cell stood in, where its line does not say.
 *
 * Two kinds of evidence: cells of a row come left, right, left, right where extraction wrote one cell a line; and
 * people of one organisation stand on one side. Organisations are learnt from the cells themselves: a first guess by
 * alternation, then the cheapest path through all cells, a few rounds.
 */
export type ColumnNo = 0 | 1;

export interface Cell {
  /** Lower-case organisation, or null. */
  organisation: string | null;
  /** What kind of organisation that is: municipalities stand on one side, the region on the other. */
  kind: string | null;
  /** The column, where the line's shape gives it. */
  placed: ColumnNo | null;
  /** The column whose side the cell's words name. */
  named: ColumnNo | null;
  /**
   * It stands right below the cell before, where gaps part most cells: in the same column, or, where extraction wrote
   * row by row, beside it.
   */
  bound: 'below' | 'beside' | null;
  /** It is the heading of a group. */
  isHeading: boolean;
  /** One who keeps the minutes, of no organisation that is told. */
  isSecretary: boolean;
}

/** Cost of two cells in the same column running: a row with one cell. */
const SAME_COLUMN = 0.8;
const NAMED_OTHERWISE = 3;
/** Cost of a cell that stands elsewhere than where it is bound to. */
const UNBOUND = 4;
/** The first row has no empty cell: its left one comes first. */
const STARTS_RIGHT = 3;
/** Cost of a cell in the other column than the heading right before it, unless that stands beside another heading. */
const NOT_HEADED = 1.8;
/** The region, the right one of the sides, keeps the minutes as a rule: what tips a scale that nothing else does. */
const LEFT_SECRETARY = 0.9;
const ROUNDS = 4;
const STAY = { free: SAME_COLUMN, below: 0, beside: UNBOUND };

/** @param alternating the cells of a row stand one after the other */
export function chooseColumns(cells: readonly Cell[], alternating: boolean): ColumnNo[] {
  let columns = alternating
    ? cheapestPath(cells, firstKinds(cells))
    : cells.map((cell): ColumnNo => cell.placed ?? cell.named ?? 0);
  for (let round = 0; round < ROUNDS; round += 1) {
    const counts = countOrganisations(cells, columns, !alternating);
    columns = alternating
      ? cheapestPath(cells, counts)
      : cells.map((cell) => cheapest(cell, counts));
  }
  return columns;
}

/** How often each organisation, and each kind of them, stands in the two columns. */
type Counts = Map<string, [number, number]>;
/** A kind tells less than the organisation itself. */
const OF_KIND = 0.7;

/** The kind of the first cell is that of the left column, before anything is counted. */
function firstKinds(cells: readonly Cell[]): Counts {
  const left = cells.find(({ organisation }) => organisation !== null)?.kind ?? null;
  if (left === null || left !== cells[0]?.kind) return new Map();
  const others = cells.map(({ kind }) => kind).filter((kind) => kind !== null && kind !== left);
  return new Map([
    [left, [2, 0]],
    ...others.map((kind): [string, [number, number]] => [kind ?? '', [0, 2]]),
  ]);
}

/** @param placedOnly guesses teach nothing where most cells are placed */
function countOrganisations(
  cells: readonly Cell[],
  columns: readonly ColumnNo[],
  placedOnly: boolean,
): Counts {
  const counts: Counts = new Map();
  cells.forEach((cell, at) => {
    if (placedOnly && cell.placed === null) return;
    for (const name of [cell.organisation, cell.kind]) {
      if (name === null) continue;
      const known = counts.get(name) ?? [0, 0];
      known[columns[at] ?? 0] += 1;
      counts.set(name, known);
    }
  });
  return counts;
}

function costOf(cell: Cell, column: ColumnNo, counts: Counts): number {
  if (cell.placed !== null) return cell.placed === column ? 0 : 1000;
  const named = cell.named !== null && cell.named !== column ? NAMED_OTHERWISE : 0;
  return (
    named +
    (cell.isSecretary && column === 0 ? LEFT_SECRETARY : 0) +
    surprise(cell.organisation, column, counts) +
    surprise(cell.kind, column, counts) * OF_KIND
  );
}

/** How unlikely it is, in nats, that one of this name stands in the column. */
function surprise(name: string | null, column: ColumnNo, counts: Counts): number {
  const [left, right] = counts.get(name ?? '') ?? [0, 0];
  return -Math.log(((column === 0 ? left : right) + 0.3) / (left + right + 0.6));
}

/** Ties go left: the left column is the longer one as a rule. */
function cheapest(cell: Cell, counts: Counts): ColumnNo {
  return costOf(cell, 1, counts) < costOf(cell, 0, counts) - 1e-9 ? 1 : 0;
}

function costOfChange(cells: readonly Cell[], at: number): number {
  const [cell, heading, before] = [cells[at], cells[at - 1], cells[at - 2]];
  const isHeaded =
    cell?.isHeading === false && heading?.isHeading === true && before?.isHeading !== true;
  return (cell?.bound === 'below' ? UNBOUND : 0) + (isHeaded ? NOT_HEADED : 0);
}

function cheapestPath(cells: readonly Cell[], counts: Counts): ColumnNo[] {
  const back: [ColumnNo, ColumnNo][] = [];
  let costs: [number, number] = [0, STARTS_RIGHT];
  cells.forEach((cell, at) => {
    const next: [number, number] = [0, 0];
    const from: [ColumnNo, ColumnNo] = [0, 0];
    for (const column of [0, 1] as const) {
      const other: ColumnNo = column === 0 ? 1 : 0;
      const stay = costs[column] + (at === 0 ? 0 : STAY[cell.bound ?? 'free']);
      const change = at === 0 ? Infinity : costs[other] + costOfChange(cells, at);
      from[column] = stay <= change ? column : other;
      next[column] = Math.min(stay, change) + costOf(cell, column, counts);
    }
    back.push(from);
    costs = next;
  });
  let column: ColumnNo = costs[1] < costs[0] ? 1 : 0;
  const path: ColumnNo[] = [];
  for (let at = cells.length - 1; at >= 0; at -= 1) {
    path.unshift(column);
    column = back[at]?.[column] ?? 0;
  }
  return path;
}
