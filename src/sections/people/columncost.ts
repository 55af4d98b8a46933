/** How unlike two columns of a roster a reading of their lines is: 0 where every entry is whole. */
import { joinFlow } from '../../text/flow.js';
import type { Note } from '../../note/note.js';
import { breaksOff, type Entry } from './columnentries.js';
import { type Kind, kindOf, KINDS } from './kinds.js';
import { isOrganisationWord } from './words/organisations.js';
import { isTitleWord } from './words/offices.js';
import { readPerson } from './person.js';
import { namesSide } from './sidenames.js';

const NOBODY = 4;
const UNBALANCED = 3;
const BROKEN_OFF = 2;
const CUT_SHORT = 1;
/** A line that goes on below one that had room left. */
const EARLY_WRAP = 0.8;
/** One of a kind of organisation that stands on the other side as a rule. */
const ASTRAY = 0.9;
const NAMED_OTHERWISE = 1.5;
/** A column of a few beside one of very many. */
const UNEVEN = 2;
const MANY_TIMES = 6;
/** One of another kind in its column. */
const MIXED = 0.4;

/** @param sides the names of the columns, which an entry of theirs may print too: "chefläkare LVN" */
export function costOfColumns(
  columns: readonly Entry[][],
  sides: readonly (string | null)[],
  note: Note,
): number {
  // Beside two sides a third column is what they share, and its people are of either.
  const strangers = columns
    .slice(0, 2)
    .flatMap((column, at) =>
      sides.map((side, of) => (side === null || of === at ? 0 : naming(side, column, note))),
    );
  const [left = [], right = []] = columns.filter((_, at) => sides[at] !== null);
  const ofNoSide = columns.filter((_, at) => sides[at] === null);
  return (
    ofNoSide.reduce((sum, column) => sum + costOfPoliticians(column, note), 0) +
    columns.reduce((sum, column) => sum + costOfColumn(column, note), 0) +
    costOfMixing(left, right, note) +
    (isUneven(left.length, right.length) ? UNEVEN : 0) +
    strangers.reduce((sum, count) => sum + count, 0) * NAMED_OTHERWISE
  );
}

const isUneven = (left: number, right: number): boolean =>
  Math.max(left, right) > Math.min(left, right) * MANY_TIMES;

/** Beside two sides those of neither are officials and guests: a politician among them stands there by mistake. */
function costOfPoliticians(entries: readonly Entry[], note: Note): number {
  const politicians = entries.filter(
    (entry) => readPerson(joinFlow(entry.lines, note.flow), note.known)?.party != null,
  ).length;
  return Math.min(politicians, entries.length - politicians) * ASTRAY;
}

/** How many entries print the name of a side. */
const naming = (side: string, entries: readonly Entry[], note: Note): number =>
  entries.filter((entry) => namesSide(joinFlow(entry.lines, note.flow), side, note)).length;

function costOfColumn(entries: readonly Entry[], note: Note): number {
  const width = Math.max(...entries.flatMap((entry) => entry.lines.map(({ text }) => text.length)));
  return entries.reduce((sum, entry) => sum + costOfEntry(entry, width, note), 0);
}

function costOfEntry(entry: Entry, width: number, note: Note): number {
  const text = joinFlow(entry.lines, note.flow);
  if (readPerson(text, note.known) === null) return NOBODY;
  const opened = text.split('(').length - text.split(')').length;
  const early = entry.lines
    .slice(0, -1)
    .filter((line) => line.text.length < width * 0.6 && !line.text.endsWith(',')).length;
  return (
    Math.abs(opened) * UNBALANCED +
    (breaksOff(text) ? BROKEN_OFF : 0) +
    (isCutShort(text) ? CUT_SHORT : 0) +
    (isOverfull(text) ? CUT_SHORT : 0) +
    early * EARLY_WRAP
  );
}

/** "Linköpings" without its "kommun", "Region" without its place. */
const isCutShort = (text: string): boolean =>
  /,\s[^,]*(?<!\p{L})\p{Lu}\p{Ll}+s$/u.test(text) && !/\s[rR]egionhus$/u.test(text);

/** An organisation of one word, and then another: "Regionstyrelsen kommun". */
function isOverfull(text: string): boolean {
  const words = text.replaceAll(/\([^()]*\)/gu, '').split(/\s+/u);
  return words.some(
    (word, at) =>
      /(?:styrelsen|nämnden|utskottet|kommun|region)$/iu.test(word) &&
      /^\p{Ll}/u.test(words[at + 1] ?? '') &&
      isOrganisationWord(words[at + 1] ?? '') &&
      !isTitleWord(words[at + 1] ?? ''),
  );
}

/** Municipalities on one side, the region on the other: a kind in both columns costs, and both kinds in one column. */
function costOfMixing(left: readonly Entry[], right: readonly Entry[], note: Note): number {
  const count = (entries: readonly Entry[], kind: Kind): number =>
    entries.filter((entry) => kindOf(joinFlow(entry.lines, note.flow)) === kind).length;
  const astray = KINDS.map((kind) => Math.min(count(left, kind), count(right, kind)) * ASTRAY);
  const mixed = [left, right].map(
    (column) => Math.min(count(column, 'kommun'), count(column, 'region')) * MIXED,
  );
  const shared = costOfShared(left, right, note);
  return [...astray, ...mixed].reduce((sum, cost) => sum + cost, shared);
}

/** "HSS" in both columns: an organisation whose kind its name does not tell sends its people to one side too. */
function costOfShared(left: readonly Entry[], right: readonly Entry[], note: Note): number {
  const organisationsOf = (entries: readonly Entry[]): string[] =>
    entries.flatMap((entry) => {
      const text = joinFlow(entry.lines, note.flow);
      const organisation = readPerson(text, note.known)?.affiliation ?? null;
      return organisation === null || kindOf(text) !== null ? [] : [organisation.toLowerCase()];
    });
  const [lefts, rights] = [organisationsOf(left), organisationsOf(right)];
  const count = (all: readonly string[], name: string): number =>
    all.filter((other) => other === name).length;
  return [...new Set(lefts)].reduce(
    (sum, name) => sum + Math.min(count(lefts, name), count(rights, name)) * ASTRAY,
    0,
  );
}
