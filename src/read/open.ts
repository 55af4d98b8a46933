/** Opens a document for reading: furniture set aside, lines in flow, people and organisations learnt. */
import { Claims, Diagnostics, type Note } from '../note/note.js';
import { partTitledLines } from '../sections/agenda/titledlines.js';
import { learn } from '../sections/people/knowledge.js';
import { partGluedCells } from '../sections/people/gluedcells.js';
import { partLabelledLists } from '../sections/people/labelledlists.js';
import { partLabelledSides } from '../sections/people/labelledsides.js';
import { joinSideHeadings } from '../sections/people/sideheadings.js';
import type { SourceDocument } from '../text/document.js';
import { toFlow } from '../text/flow.js';
import { partMarginTitles } from '../text/margintitles.js';
import { findFurniture } from '../text/furniture/furniture.js';

export function openNote(document: SourceDocument): Note {
  const furniture = findFurniture(document.lines);
  const flowing = toFlow(partMarginTitles(document.lines), furniture.lines);
  const flow = {
    ...flowing,
    lines: joinSideHeadings(
      partLabelledLists(partLabelledSides(partGluedCells(partTitledLines(flowing.lines)))),
    ),
  };
  const claims = new Claims();
  for (const no of furniture.lines) claims.claimLine(no, 'page furniture');
  for (const line of document.lines)
    if (line.text === '' && line.bullet !== null) claims.claimLine(line.no, 'bullet');
  return {
    document,
    flow,
    lines: flow.lines,
    known: learn(flow.lines),
    claims,
    diagnostics: new Diagnostics(),
  };
}
