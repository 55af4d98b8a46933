/** Compares records with expectations: strict equality, field by field and entry by entry. */
import { canonical, type Entry, HEAD, SECTIONS } from './sections.js';

export class Tally {
  right = 0;
  got = 0;
  wanted = 0;

  add(isRight: boolean, got: number, wanted: number): void {
    if (isRight) this.right += 1;
    this.got += got;
    this.wanted += wanted;
  }

  get precision(): number {
    return this.got === 0 ? 1 : this.right / this.got;
  }

  get recall(): number {
    return this.wanted === 0 ? 1 : this.right / this.wanted;
  }

  get f1(): number {
    const sum = this.precision + this.recall;
    return sum === 0 ? 0 : (2 * this.precision * this.recall) / sum;
  }
}

export interface Difference {
  /** The note, and the entry's key. */
  where: string;
  section: string;
  field: string;
  got: string | null;
  wanted: string | null;
}

export class Score {
  readonly tallies = new Map<string, Tally>();
  readonly differences: Difference[] = [];
  notes = 0;
  exact = 0;

  tally(name: string): Tally {
    const known = this.tallies.get(name) ?? new Tally();
    this.tallies.set(name, known);
    return known;
  }
}

const EMPTY = new Set<string | undefined>([undefined, 'null', '[]', '""']);

/** @param record what the program read, null where it read nothing @param expected absent keys are not compared */
export function compare(score: Score, name: string, record: Entry | null, expected: Entry): void {
  score.notes += 1;
  const before = score.differences.length;
  for (const field of HEAD)
    compareField(
      score,
      'head',
      field,
      record?.[field],
      completed(expected[field], record?.[field]),
      name,
    );
  for (const section of Object.keys(SECTIONS)) {
    const wanted = expected[section] as Entry[] | undefined;
    if (wanted) compareSection(score, section, (record?.[section] ?? []) as Entry[], wanted, name);
  }
  if (score.differences.length === before) score.exact += 1;
}

function compareField(
  score: Score,
  section: string,
  field: string,
  got: unknown,
  wanted: unknown,
  where: string,
): boolean {
  if (wanted === undefined) return true;
  const mine = canonical(field, got ?? null);
  const theirs = canonical(field, wanted);
  const isRight = mine === theirs;
  const counts = [EMPTY.has(mine) ? 0 : 1, EMPTY.has(theirs) ? 0 : 1] as const;
  const names = section === 'head' ? ['head', `head.${field}`] : [`${section}.${field}`];
  for (const tally of names) score.tally(tally).add(isRight && counts[1] === 1, ...counts);
  if (!isRight)
    score.differences.push({ where, section, field, got: mine ?? null, wanted: theirs ?? null });
  return isRight;
}

function compareSection(
  score: Score,
  section: string,
  got: readonly Entry[],
  wanted: readonly Entry[],
  note: string,
): void {
  const spec = SECTIONS[section];
  if (!spec) return;
  for (const [mine, theirs] of pair(section, got, wanted)) {
    const whole = score.tally(section);
    if (mine && theirs) {
      const open = opened(theirs, mine);
      const where = `${note}: ${spec.key(theirs).slice(0, 60)}`;
      const results = Object.entries(spec.fields).map(([field, read]) =>
        compareField(score, section, field, read(mine), read(open), where),
      );
      whole.add(results.every(Boolean), 1, 1);
      continue;
    }
    const lone = mine ?? theirs ?? {};
    const [isGot, isWanted] = [mine ? 1 : 0, theirs ? 1 : 0];
    whole.add(false, isGot, isWanted);
    for (const [field, read] of Object.entries(spec.fields)) {
      if (!EMPTY.has(canonical(field, read(lone))))
        score.tally(`${section}.${field}`).add(false, isGot, isWanted);
    }
    const key = `${spec.key(lone)} ${JSON.stringify(lone['lines'] ?? '')}`;
    score.differences.push({
      where: `${note}: ${spec.key(lone).slice(0, 60)}`,
      section,
      field: mine ? 'extra' : 'missing',
      got: mine ? key : null,
      wanted: theirs ? key : null,
    });
  }
}

/** What an expectation leaves open inside a date or a body is as the record has it. */
const opened = (theirs: Entry, mine: Entry): Entry => ({
  ...theirs,
  ...Object.fromEntries(
    ['due', 'when']
      .filter((field) => theirs[field] !== undefined)
      .map((field) => [field, completed(theirs[field], mine[field])]),
  ),
});

function completed(wanted: unknown, got: unknown): unknown {
  const areObjects = [wanted, got].every(
    (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  );
  return areObjects ? { ...(got as Entry), ...(wanted as Entry) } : wanted;
}

type Pair = [Entry | null, Entry | null];

/** Greedy pairing by how many fields agree and how alike the keys are; unlike entries stay alone. */
function pair(section: string, got: readonly Entry[], wanted: readonly Entry[]): Pair[] {
  const spec = SECTIONS[section];
  if (!spec) return [];
  const candidates = got.flatMap((mine, i) =>
    wanted.flatMap((theirs, j) => {
      const likeness =
        alike(spec.key(mine, theirs), spec.key(theirs)) + (overlap(mine, theirs) ? 0.5 : 0);
      const agreeing = Object.entries(spec.fields).filter(([field, read]) => {
        const value = canonical(field, read(theirs));
        return !EMPTY.has(value) && canonical(field, read(mine)) === value;
      }).length;
      return likeness >= 0.5 ? [{ i, j, points: likeness * 10 + agreeing }] : [];
    }),
  );
  candidates.sort((a, b) => b.points - a.points || a.i - b.i);
  const [usedGot, usedWanted] = [new Set<number>(), new Set<number>()];
  const pairs: Pair[] = [];
  for (const { i, j } of candidates) {
    if (usedGot.has(i) || usedWanted.has(j)) continue;
    usedGot.add(i);
    usedWanted.add(j);
    pairs.push([got[i] ?? null, wanted[j] ?? null]);
  }
  got.forEach((mine, i) => {
    if (!usedGot.has(i)) pairs.push([mine, null]);
  });
  wanted.forEach((theirs, j) => {
    if (!usedWanted.has(j)) pairs.push([null, theirs]);
  });
  return pairs;
}

function overlap(a: Entry, b: Entry): boolean {
  const [mine, theirs] = [
    a['lines'] as [number, number] | undefined,
    b['lines'] as [number, number] | null | undefined,
  ];
  return (
    mine !== undefined &&
    theirs !== undefined &&
    theirs !== null &&
    mine[0] <= theirs[1] &&
    theirs[0] <= mine[1]
  );
}

/** Share of words that two keys have in common, 0 to 1. */
function alike(a: string, b: string): number {
  if (a === b) return 1;
  const split = (text: string): Set<string> =>
    new Set(
      text
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u)
        .filter((word) => word !== ''),
    );
  const [left, right] = [split(a), split(b)];
  const shared = [...left].filter((word) => right.has(word)).length;
  return shared / Math.max(1, left.size, right.size);
}
