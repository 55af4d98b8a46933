/** An organisation and its people on one line: parted by a dash, in cells of their own, or the people in parentheses. */
import type { Note } from '../../note/note.js';
import { joinFlow } from '../../text/flow.js';
import type { FlowLine } from '../../text/flowline.js';
import { isName, leadingName, looksLikeOrganisation } from './name.js';
import { arePeople, FEWEST_BLOCKS, type OrganisationRows } from './organisationrows.js';

/** "Lunds kommun – Ida Ek, planerare; Bo Lind", "Lunds kommun      Ida Ek, Bo Lind" */
const DASHED = /^(\p{Lu}[^,;:()]{1,60}?)\s[–—-]\s+(\S.*)$/u;
const NOBODY_CAME = /^(?:ingen|inga|ej|vakant)(?!\p{L})/iu;

/** @returns as `rowsBelow`, for lines that have an organisation first, and its people after a dash or in a cell of their own */
export function rowsAfterDash(
  note: Note,
  from: number,
  isEnd: (line: FlowLine) => boolean,
): OrganisationRows | null {
  const rows: FlowLine[] = [];
  let at = from;
  for (; at < note.lines.length; at += 1) {
    const line = note.lines[at];
    if (line?.bullet !== null || isEnd(line)) break;
    const [organisation, people] = partedRow(line);
    if (organisation === undefined || people === undefined || !mayBeOrganisation(organisation))
      break;
    const isNobody = NOBODY_CAME.test(people);
    if (!isNobody && leadingName(people) === null) break;
    const text = `${organisation}: ${people.replaceAll(/,?\s(?:och|samt)\s(?=\p{Lu})/gu, '; ')}`;
    if (!isNobody) rows.push({ ...line, text, cells: [], bullet: null });
  }
  const [only] = rows;
  // One row alone is such where its first cell can be nothing but an organisation.
  const isEnough =
    at - from >= FEWEST_BLOCKS ||
    (only !== undefined && looksLikeOrganisation(only.text.split(':')[0] ?? ''));
  return isEnough && rows.length > 0 ? { rows, lines: note.lines.slice(from, at), end: at } : null;
}

/** "Alby (Ida Ek), Lidby (Bo Lind, Siv Holm)": each organisation with its people behind it. */
const WITH_PEOPLE = /\s*(\p{Lu}[^(),:;]{1,60}?)\s\(([^()]+)\)\s*(?:,|;|och|samt|$)/gu;

/** @returns a row for each organisation; null where the list is any other */
export function rowsInParentheses(lines: readonly FlowLine[], note: Note): FlowLine[] | null {
  const [first] = lines;
  const text = joinFlow(lines, note.flow);
  const found = [...text.matchAll(WITH_PEOPLE)];
  const isWhole = found.reduce((sum, [part]) => sum + part.length, 0) >= text.length - 1;
  const areOrganisations = found.every(
    ([, organisation = '', people = '']) => !isName(organisation) && arePeople(people),
  );
  if (!first || found.length < FEWEST_BLOCKS || !isWhole || !areOrganisations) return null;
  return found.map(([, organisation = '', people = '']) => {
    const held = lines.find((line) =>
      people.split(/,\s/u).some((name) => line.text.includes(name)),
    );
    return { ...(held ?? first), text: `${organisation}: ${people}`, cells: [], bullet: null };
  });
}

const mayBeOrganisation = (text: string): boolean =>
  /^\p{Lu}/u.test(text) &&
  !/[,:]/u.test(text) &&
  !isName(text) &&
  (leadingName(text) === null || looksLikeOrganisation(text));

function partedRow(line: FlowLine): [string | undefined, string | undefined] {
  const [first, second, third] = line.cells.map(({ text }) => text);
  if (second !== undefined && third === undefined) return [first, second];
  const [, organisation, people] = DASHED.exec(line.text) ?? [];
  return [organisation, people];
}
