/**
 * What the minutes of a board tell of before the decision: proposals, motions, how the vote was put, reservations.
 *
 * block := heading line*      up to the next heading of such minutes; nothing in it is decided, and nobody is told to do it
 */
import { pattern } from '../../text/pattern.js';
import type { FlowLine } from '../../text/flowline.js';
import { endsSentence } from '../../text/wrapping.js';
import { readDecisionLabel } from './labels.js';

const PROPOSAL = pattern(
  String.raw`^(?:(?:\p{L}+s\s+)?förslag\s+till\s+(?:beslut|ställningstagande)|\p{L}+s\s+förslag(?:\s+till\s+\p{L}+)?|yrkanden?|proposition(?:er|sordning)?|beslutsgång|reservation(?:er)?|protokollsanteckning(?:ar)?|särskil[dt]a?\s+yttranden?|tidigare\s+beslut|beslutsunderlag|jäv|omröstning(?:sresultat)?|votering(?:sordning|sresultat)?)\s*:?$`,
);
const OTHER_HEADING = pattern(
  String.raw`^(?:(?:\p{L}+s?\s+)?beslut|ställningstagande|sammanfattning(?:\s+av\s+ärendet)?|bakgrund|ärendet|ärendebeskrivning|beskrivning(?:\s+av\s+ärendet)?|information|diskussion|dialog|bedömning|beslutsmotivering|skickas\s+till|beslutet\s+skickas\s+till|expedieras(?:\s+till)?|delges|handlingar|ekonomi(?:ska\s+konsekvenser)?)\s*:?$`,
);

/** Where the proposal is a list, it is over with the first paragraph that is no point of it. */
function isPastPoints(lines: readonly FlowLine[], at: number): boolean {
  const [before, line] = [lines[at - 1], lines[at]];
  if (!before || line?.bullet !== null || !endsSentence(before.text)) return false;
  const heading = lines.slice(0, at).findLastIndex(({ text }) => PROPOSAL.test(text));
  const points = lines.slice(heading + 1, at);
  return points[0]?.bullet != null && points.some(({ bullet }) => bullet !== null);
}

/** @param lines of one item @returns those that stand under such a heading, the heading too */
export function proposalLines(lines: readonly FlowLine[]): Set<FlowLine> {
  const proposed = new Set<FlowLine>();
  let isProposal = false;
  for (const [at, line] of lines.entries()) {
    if (PROPOSAL.test(line.text)) isProposal = true;
    else if (OTHER_HEADING.test(line.text) || readDecisionLabel(line.text) !== null)
      isProposal = false;
    else if (isPastPoints(lines, at)) isProposal = false;
    if (isProposal) proposed.add(line);
  }
  return proposed;
}
