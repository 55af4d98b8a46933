/** Which lines a list under a label has: its own, and those below that carry it on. */
import type { FlowLine } from '../../../text/flowline.js';
import { continues, gapAbove } from '../../../text/wrapping.js';
import { type Label, readLabel } from '../../labels.js';
import { valueBelow } from '../../labelstack.js';
import { breaksOffInName, isEntry } from '../entrylines.js';
import { needsPlace } from '../logicallines.js';
import { isRestOfGenitive } from '../headings.js';
import { isName, leadingName, looksLikeOrganisation } from '../name.js';
import { withoutParty } from '../parentheses.js';
import { FUNCTION } from '../words/offices.js';
import { NOBODY, SEE_LIST } from '../words/presence.js';
import type { AttendanceRegion, Attending } from './attending.js';
import { endsList } from './ends.js';

/** A label's line and those that carry on its list. */
export type LabelledLines = [first: FlowLine, ...others: FlowLine[]];

export function listLines(
  attending: Attending,
  label: Label,
  first: FlowLine,
  region: AttendanceRegion,
): LabelledLines {
  const { note } = attending;
  const lines: LabelledLines = [first];
  if (NOBODY.test(label.value) || SEE_LIST.test(label.value)) return lines;
  const from = label.value === '' ? valueBelow(note, first.at) : first.at + 1;
  for (const line of note.lines.slice(from, region.to)) {
    const before = lines.at(-1) ?? first;
    if (!goesOnInColumn(lines, line) && endsList(attending, line, region)) break;
    if (!goesOn(attending, label, lines, before, line)) break;
    lines.push(line);
  }
  return lines;
}

/** Its last words need others after them: "… och", "…, Region", "…, Hallands" over "kommuner". */
const isBrokenOff = (before: FlowLine, line: FlowLine): boolean =>
  /(?:,|;|(?<!\p{L})och)$/u.test(before.text) ||
  needsPlace(before.text) ||
  (gapAbove(line) <= 1 && isRestOfGenitive(before.text, line.text));

function goesOn(
  { note }: Attending,
  label: Label,
  lines: readonly FlowLine[],
  before: FlowLine,
  line: FlowLine,
): boolean {
  if (isInColumns(lines, line)) return true;
  if (isBrokenOff(before, line) || breaksOffInName(before, line, note)) return true;
  if (label.value !== '' && isBesideInline(label, lines, line)) return false;
  const isFirst = lines.length === 1 && label.value === '';
  if (isFirst && leadingName(line.text) !== null && line.text.length < 300) return true;
  if (isOrganisationAlone(label, lines, line)) return true;
  if (tellsOfPerson(before, line)) return true;
  // Below a gap only what cannot be anything else is still the list.
  const isRest = (gapAbove(line) <= 0 || line.afterBreak) && continues(before, line);
  return isEntry(line, note) || (!isFirst && isRest);
}

/** Bullets below a list on the label's own line are something else, and so is who stands below a gap under the absent. */
const isBesideInline = (label: Label, lines: readonly FlowLine[], line: FlowLine): boolean =>
  (line.bullet !== null && lines[0]?.bullet === null) ||
  (label.kind === 'absent' && gapAbove(line) > 0 && line.gap > (lines.at(-1)?.gap ?? 0));

/** "ordförande" below "Anna Ek, Lunds kommun,", with another column beside both: no label. */
const goesOnInColumn = (lines: readonly FlowLine[], line: FlowLine): boolean =>
  isInColumns(lines, line) &&
  line.cells.length > 1 &&
  (lines.at(-1)?.cells[0]?.text.endsWith(',') ?? false);

/** Below people in columns, cells at the same places: each carries on its own column. */
function isInColumns(lines: readonly FlowLine[], line: FlowLine): boolean {
  const starts = lines.find(({ cells }) => cells.length > 1)?.cells.map(({ x }) => x) ?? [];
  return (
    gapAbove(line) <= 0 &&
    (line.cells.length > 1 || (line.cells[0]?.x ?? 0) > FAR_IN) &&
    line.cells.every(({ x }) => starts.some((start) => Math.abs(start - x) <= 2))
  );
}

/** A cell alone on its line, so many characters in, stands in a column further right. */
const FAR_IN = 20;

/** "Lekebergs kommun" on a line of its own under "Ej närvarande", or below others who came: nobody is named. */
const isOrganisationAlone = (label: Label, lines: readonly FlowLine[], line: FlowLine): boolean =>
  (label.kind === 'absent' || (lines.length > 2 && gapAbove(line) <= 0 && line.bullet === null)) &&
  label.value === '' &&
  line.gap <= (lines[1]?.gap ?? line.gap) &&
  line.text.length < 60 &&
  looksLikeOrganisation(line.text) &&
  !/[.:]$/u.test(line.text);

/** "Vänersborgs kommun" right below a name that has a line of its own, "ordförande" below that. */
const tellsOfPerson = (before: FlowLine, line: FlowLine): boolean =>
  gapAbove(line) <= 0 &&
  line.bullet === null &&
  line.text.length < 60 &&
  !/[.:]$/u.test(line.text) &&
  readLabel(line.text) === null &&
  (isName(withoutParty(before.text)) || FUNCTION.test(line.text)) &&
  (looksLikeOrganisation(line.text.split(',')[0] ?? '') || FUNCTION.test(line.text));
