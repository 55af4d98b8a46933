/** One matter across all meetings: every item and milestone that is about some words, by date. */
import type { Meeting } from '../record/schema.js';
import { cover, matterWords } from './words.js';
import { learnLanguage } from './threads.js';
import { oneEach } from './versions.js';

export interface MatterStep {
  date: string | null;
  meeting: string;
  body: string | null;
  kind: 'item' | 'milestone';
  title: string;
  decisions: string[];
  path: string;
  lines: [number, number];
  /** Share of the query's words that the item holds, 0 to 1. */
  score: number;
}

/** An item must hold this share of the query's words. */
const HOLDS = 0.75;

/** Share of the query's words that a text holds, 0 to 1. */
type Score = (text: string) => number;

/** @param query words of the matter; an abbreviation that the notes explain counts as its words */
export function findMatter(meetings: readonly Meeting[], query: string): MatterStep[] {
  const known = oneEach(meetings).meetings;
  const { abbreviations } = learnLanguage(known);
  const exact = query
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word.length > 2);
  const asked = matterWords(query, abbreviations);
  const words = asked.length > 0 ? asked : exact;
  const score: Score = (text) => cover(words, matterWords(text, abbreviations), () => 1).share;
  const steps = known.flatMap((meeting) => [
    ...itemSteps(meeting, score),
    ...milestoneSteps(meeting, score),
  ]);
  return steps.filter((step) => step.score >= HOLDS);
}

const placeOf = (meeting: Meeting): Pick<MatterStep, 'date' | 'meeting' | 'body' | 'path'> => ({
  date: meeting.date,
  meeting: meeting.id,
  body: meeting.body?.name ?? null,
  path: meeting.source.path,
});

/** What the title holds weighs more than what was decided, and that more than what was said. */
const itemSteps = (meeting: Meeting, score: Score): MatterStep[] =>
  meeting.agenda.map((item) => {
    const decisions = meeting.decisions
      .filter((decision) => decision.item === (item.number ?? item.title))
      .map(({ text }) => text);
    return {
      ...placeOf(meeting),
      kind: 'item',
      title: item.title,
      decisions,
      lines: item.lines,
      score: Math.max(score(item.title), 0.9 * score(decisions.join(' ')), 0.8 * score(item.text)),
    };
  });

const milestoneSteps = (meeting: Meeting, score: Score): MatterStep[] =>
  meeting.milestones.map((milestone) => ({
    ...placeOf(meeting),
    kind: 'milestone',
    title: `${milestone.when.text}: ${milestone.label}`,
    decisions: [],
    lines: milestone.lines,
    score: score(milestone.label),
  }));
