/** Which groups of a list begin a new entry, and which say more of the one before. */
import type { Known } from '../../note/known.js';
import { isCommonFirstName } from './firstnames.js';
import { initialled } from './listentry.js';
import { canBePerson } from './listgroups.js';
import { isName, isSingleName, leadingName, looksLikeOrganisation, SURNAME_END } from './name.js';
import { officeInFront, splitRole } from './office.js';
import { readPerson } from './person.js';
import { FUNCTION } from './words/offices.js';
import { REMARK } from './words/presence.js';

/** A reading of the groups so far: for each whether it begins an entry. */
interface Path {
  cost: number;
  starts: boolean[];
  /** The last entry is a name alone. */
  bare: boolean;
}

/** For each group, whether it begins a new entry: dynamic programming over the two states. */
export function chooseStarts(
  groups: readonly string[],
  known: Known,
  hasAttributes: boolean,
): boolean[] {
  const loneCost = hasAttributes ? costOfLone(groups, known) : 0;
  const withLone = ({ cost, bare }: Path): number => cost + (bare ? loneCost : 0);
  let paths: Path[] = [{ cost: 0, starts: [], bare: false }];
  groups.forEach((group, at) => {
    const began = paths.map((path): Path => ({
      cost: withLone(path) + personCost(group, known),
      starts: [...path.starts, true],
      bare: isBare(group),
    }));
    const saysMore = paths.map((path): Path => ({
      cost:
        path.cost +
        attributeCost(group, known, hasAttributes) +
        (!path.bare && isNextPerson(group, groups[at - 1]) ? SECOND_NAME : 0),
      starts: [...path.starts, false],
      bare: false,
    }));
    paths = keepBest(at === 0 ? began : [...began, ...saysMore]);
  });
  const [best] = paths.sort((a, b) => withLone(a) - withLone(b));
  return best?.starts ?? [];
}

/** A name alone costs little among titles, and more where the others tell organisations. */
function costOfLone(groups: readonly string[], known: Known): number {
  const onlyTitles = groups.every(
    (group) =>
      canBePerson(group, known) ||
      BY_OFFICE.test(group) ||
      FUNCTION.test(group) ||
      splitRole(group).rest === '',
  );
  return onlyTitles ? 0.2 : 1;
}

/** "Gun Ek (S), ekonom Åsa Lind": who has been told of already needs no second name. */
const isNextPerson = (group: string, before = ''): boolean =>
  (/^\p{Ll}/u.test(group) && startsWithOffice(group)) ||
  (/\(\p{Lu}\p{L}{2,}[^()]*\)$/u.test(before) && isSingleName(group));

const SECOND_NAME = 5;

/** Of the paths that end in the same state only the cheapest can win: time stays linear. */
function keepBest<P extends { cost: number; bare: boolean }>(paths: P[]): P[] {
  const best = new Map<boolean, P>();
  for (const path of paths) {
    const known = best.get(path.bare);
    if (!known || path.cost < known.cost) best.set(path.bare, path);
  }
  return [...best.values()];
}

/** A name with nothing after it has no organisation yet. */
const isBare = (group: string): boolean => isName(group);

/** "kommunpolitikerna", "processledarna": people named by their office alone stand for themselves. */
export const BY_OFFICE = /^\p{Ll}[\p{L}-]*(?:erna|arna|männen)$/u;

/** "kommunalråd Irene Ek", "(S) Anna Berg": what can only be the beginning of an entry. */
export const startsWithOffice = (group: string): boolean =>
  officeInFront(group).office !== null || /^\(\p{L}{1,2}\)\s\p{Lu}/u.test(group);

function personCost(group: string, known: Known): number {
  if (BY_OFFICE.test(group)) return 0;
  const name = leadingName(group);
  if (initialled(group)) return 0;
  if (officeInFront(group).office !== null) return 1;
  if (name === null || FUNCTION.test(group) || REMARK.test(group)) return 4;
  if (known.names.has(name.toLowerCase())) return 0;
  if (known.organisations.has(group.toLowerCase())) return 3;
  return readPerson(group, known) === null ? 3 : 0;
}

function attributeCost(group: string, known: Known, hasAttributes: boolean): number {
  const name = leadingName(group);
  if (BY_OFFICE.test(group)) return 2;
  if (initialled(group)) return 3;
  if (name === null || known.organisations.has(group.toLowerCase())) return 0;
  if (known.names.has(name.toLowerCase()) || /\((?:S|M|C|L|FP|V|KD|MP|SD)\)/iu.test(group))
    return 6;
  if (looksLikeOrganisation(group)) return 0.2;
  return hasAttributes && !isNamedAsPeopleAre(group) ? 1.2 : 3;
}

/** "Joakim Hagström", "Anna Ek": by its first name or its surname, and nothing else. */
export const isNamedAsPeopleAre = (group: string): boolean =>
  HAS_SURNAME.test(group) ||
  (/^\S+(?:\s\p{Lu}[\p{L}-]+){1,2}$/u.test(group) && isCommonFirstName(group.split(' ')[0] ?? ''));

/** "Joakim Hagström": two or three words of which the last ends as Swedish surnames do. */
const HAS_SURNAME = new RegExp(
  String.raw`^\p{Lu}[\p{Ll}-]+(?:-\p{Lu}\p{Ll}+)?(?:\s\p{Lu}\p{Ll}+)?\s\p{Lu}[\p{L}-]*${SURNAME_END}$`,
  'u',
);
