/** Compares records with expectations: strict equality, field by field. */
import { canonical, HEAD, SECTIONS } from './sections.js';

export class Tally {
  right = 0;
  got = 0;
  wanted = 0;
  add(isRight, got, wanted) {
    if (isRight) this.right += 1;
    this.got += got;
    this.wanted += wanted;
  }
  get precision() { return this.got === 0 ? 1 : this.right / this.got; }
  get recall() { return this.wanted === 0 ? 1 : this.right / this.wanted; }
  get f1() {
    const sum = this.precision + this.recall;
    return sum === 0 ? 0 : (2 * this.precision * this.recall) / sum;
  }
}

export class Score {
  tallies = new Map();
  notes = 0;
  exact = 0;
  differences = [];
  tally(name) {
    const known = this.tallies.get(name) ?? new Tally();
    this.tallies.set(name, known);
    return known;
  }
}

const EMPTY = new Set([undefined, 'null', '[]', '""']);

/** @param record what the program read; null where it read nothing */
export function compare(score, name, record, expected) {
  score.notes += 1;
  const before = score.differences.length;
  for (const field of HEAD) compareField(score, 'head', field, record?.[field], expected[field], name);
  for (const section of Object.keys(SECTIONS)) compareSection(score, section, record?.[section] ?? [], expected[section], name);
  if (score.differences.length === before) score.exact += 1;
}

function compareField(score, section, field, got, wanted, where) {
  if (wanted === undefined) return true;
  const [mine, theirs] = [canonical(field, got ?? null), canonical(field, wanted)];
  const isRight = mine === theirs;
  const counted = [EMPTY.has(mine) ? 0 : 1, EMPTY.has(theirs) ? 0 : 1];
  score.tally(`${section}.${field}`).add(isRight && counted[1] === 1, ...counted);
  if (section === 'head') score.tally('head').add(isRight && counted[1] === 1, ...counted);
  if (!isRight) score.differences.push({ where, section, field, got: mine, wanted: theirs });
  return isRight;
}

function compareSection(score, section, got, wanted, where) {
  if (wanted === undefined) return;
  const { fields } = SECTIONS[section];
  const pairs = pair(section, got, wanted);
  for (const [mine, theirs] of pairs) {
    const whole = score.tally(section);
    if (!mine || !theirs) {
      whole.add(false, mine ? 1 : 0, theirs ? 1 : 0);
      score.differences.push({ where, section, field: mine ? 'EXTRA' : 'MISSING', got: brief(section, mine), wanted: brief(section, theirs) });
      for (const [field, read] of Object.entries(fields)) {
        const entry = canonical(field, read(mine ?? theirs));
        if (!EMPTY.has(entry)) score.tally(`${section}.${field}`).add(false, mine ? 1 : 0, theirs ? 1 : 0);
      }
      continue;
    }
    const results = Object.entries(fields).map(([field, read]) => compareField(score, section, field, read(mine), read(theirs), `${where} ${SECTIONS[section].key(theirs).slice(0, 40)}`));
    whole.add(results.every(Boolean), 1, 1);
  }
}

const brief = (section, entry) => (entry ? `${SECTIONS[section].key(entry)} ${JSON.stringify(entry.lines ?? '')}` : null);

/** Greedy pairing by how many fields agree and how alike the keys are; unlike entries stay alone. */
function pair(section, got, wanted) {
  const { key, fields } = SECTIONS[section];
  const scored = [];
  got.forEach((mine, i) => wanted.forEach((theirs, j) => {
    const likeness = alike(key(mine), key(theirs));
    const agreeing = Object.entries(fields).filter(([field, read]) => {
      const entry = canonical(field, read(theirs));
      return !EMPTY.has(entry) && canonical(field, read(mine)) === entry;
    }).length;
    const near = mine.lines && theirs.lines && mine.lines[0] <= theirs.lines[1] && theirs.lines[0] <= mine.lines[1] ? 0.5 : 0;
    if (likeness + near >= 0.5) scored.push({ i, j, points: likeness * 10 + agreeing + near });
  }));
  scored.sort((a, b) => b.points - a.points || a.i - b.i);
  const [usedGot, usedWanted] = [new Set(), new Set()];
  const pairs = [];
  for (const { i, j } of scored) {
    if (usedGot.has(i) || usedWanted.has(j)) continue;
    usedGot.add(i); usedWanted.add(j);
    pairs.push([got[i], wanted[j]]);
  }
  got.forEach((mine, i) => { if (!usedGot.has(i)) pairs.push([mine, null]); });
  wanted.forEach((theirs, j) => { if (!usedWanted.has(j)) pairs.push([null, theirs]); });
  return pairs;
}

function alike(a, b) {
  if (a === b) return 1;
  const words = (text) => new Set(text.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean));
  const [left, right] = [words(a), words(b)];
  const shared = [...left].filter((word) => right.has(word)).length;
  return shared / Math.max(1, Math.max(left.size, right.size));
}
