/**
 * The markers that Word prints before list paragraphs, counted as ECMA-376 part 1, 17.9 has it: lists that share an
 * abstract numbering count on together, a `startOverride` begins anew where its list is first used, a level begins
 * anew after any level above it unless `lvlRestart` says which.
 */
import type { ListPlace, Styles } from './docxstyles.js';
import { numeral } from './numerals.js';
import { attributeOf, childOf, childrenNamed, isOn, valueOf, type XmlNode } from './xml.js';

interface Level {
  start: number;
  format: string;
  /** Such as "%1." or "§ %1": a figure stands for that level's number. */
  text: string;
  /** 1-based level after which this one begins anew; 0 never, null any above. */
  restart: number | null;
  /** All levels in figures ("II" shows as "2"). */
  isLegal: boolean;
  suffix: string;
  style: string | undefined;
}

interface List {
  /** Which counters it counts with. */
  abstractId: string;
  levels: Map<number, Level>;
  overrides: Map<number, number>;
}

const LEVELS = 9;
const BULLET = '•';

export class Numbering {
  readonly #lists = new Map<string, List>();
  readonly #counters = new Map<string, (number | undefined)[]>();
  readonly #begun = new Set<string>();

  /** @param root the `w:numbering` element, where there is one */
  constructor(root: XmlNode | undefined, styles: Styles) {
    const abstracts = new Map(
      childrenNamed(root, 'w:abstractNum').map((one) => [idOf(one, 'w:abstractNumId'), one]),
    );
    const nums = new Map(childrenNamed(root, 'w:num').map((one) => [idOf(one, 'w:numId'), one]));
    for (const [id, num] of nums) {
      const list = toList(num, nums, abstracts, styles);
      if (list) this.#lists.set(id, list);
    }
  }

  /**
   * Counts a list paragraph.
   * @param style the paragraph's style, which may tell its level
   * @returns the marker with the blank after it, indented by level; null for a paragraph in no list
   */
  next({ numId, level }: ListPlace, style: string | undefined): string | null {
    const list = this.#lists.get(numId ?? '');
    if (!list || numId === undefined) return null;
    const depth = Math.min(Math.max(level ?? levelOf(list, style), 0), LEVELS - 1);
    const own = list.levels.get(depth);
    if (!own) return null;
    const counters = this.#countersOf(numId, list);
    counters[depth] = (counters[depth] ?? own.start - 1) + 1;
    restartBelow(counters, depth, list);
    const marker = markerOf(own, list, counters);
    const indent = '  '.repeat(depth);
    return marker === '' ? '' : `${indent}${marker}${own.suffix === 'nothing' ? '' : ' '}`;
  }

  #countersOf(numId: string, list: List): (number | undefined)[] {
    const counters = this.#counters.get(list.abstractId) ?? [];
    this.#counters.set(list.abstractId, counters);
    if (!this.#begun.has(numId)) {
      this.#begun.add(numId);
      for (const [level, start] of list.overrides) counters[level] = start - 1;
    }
    return counters;
  }
}

const idOf = (node: XmlNode, name: string): string => attributeOf(node, name) ?? '';

function toList(
  num: XmlNode,
  nums: ReadonlyMap<string, XmlNode>,
  abstracts: ReadonlyMap<string, XmlNode>,
  styles: Styles,
): List | null {
  const abstractId = valueOf(childOf(num, 'w:abstractNumId')) ?? '';
  const abstract = abstracts.get(abstractId);
  // A list style keeps its levels in a numbering of its own.
  const link = valueOf(childOf(abstract, 'w:numStyleLink'));
  const linked = link === undefined ? undefined : nums.get(styles.numberingOf(link) ?? '');
  const base = linked ? abstracts.get(valueOf(childOf(linked, 'w:abstractNumId')) ?? '') : abstract;
  if (!base) return null;
  const overrides = childrenNamed(num, 'w:lvlOverride');
  const levels = new Map<number, Level>();
  for (const level of [base, ...overrides].flatMap((one) => childrenNamed(one, 'w:lvl')))
    levels.set(Number(attributeOf(level, 'w:ilvl')), toLevel(level));
  const starts = overrides.flatMap((one): [number, number][] => {
    const start = valueOf(childOf(one, 'w:startOverride'));
    return start === undefined ? [] : [[Number(attributeOf(one, 'w:ilvl')), Number(start)]];
  });
  return { abstractId: idOf(base, 'w:abstractNumId'), levels, overrides: new Map(starts) };
}

function toLevel(level: XmlNode): Level {
  const restart = valueOf(childOf(level, 'w:lvlRestart'));
  return {
    start: Number(valueOf(childOf(level, 'w:start')) ?? 0),
    format: valueOf(childOf(level, 'w:numFmt')) ?? 'decimal',
    text: valueOf(childOf(level, 'w:lvlText')) ?? '',
    restart: restart === undefined ? null : Number(restart),
    isLegal: isOn(childOf(level, 'w:isLgl')),
    suffix: valueOf(childOf(level, 'w:suff')) ?? 'tab',
    style: valueOf(childOf(level, 'w:pStyle')),
  };
}

const levelOf = (list: List, style: string | undefined): number =>
  [...list.levels].find(([, level]) => style !== undefined && level.style === style)?.[0] ?? 0;

function restartBelow(counters: (number | undefined)[], depth: number, list: List): void {
  for (let below = depth + 1; below < LEVELS; below += 1) {
    const restart = list.levels.get(below)?.restart ?? null;
    if (restart === null || depth < restart) counters[below] = undefined;
  }
}

function markerOf(own: Level, list: List, counters: readonly (number | undefined)[]): string {
  if (own.format === 'bullet') return BULLET;
  return own.text.replaceAll(/%([1-9])/gu, (_, figure: string) => {
    const level = list.levels.get(Number(figure) - 1);
    const value = counters[Number(figure) - 1] ?? level?.start ?? 1;
    return numeral(value, own.isLegal ? 'decimal' : (level?.format ?? 'decimal'));
  });
}
