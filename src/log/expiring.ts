/** Agreements that run out: the periods that decisions set, less those that a later decision prolongs. */
import type { DateWindow, Meeting } from '../record/schema.js';
import { slug } from '../record/ids.js';
import { pattern } from '../text/pattern.js';
import { learnLanguage, tieScore, wordsOf } from './threads.js';
import { oneEach } from './versions.js';
import { inOrder } from '../text/order.js';

export interface Expiring {
  body: string | null;
  /** The decision's words. */
  agreement: string;
  item: { number: string | null; title: string | null };
  decided: string | null;
  meeting: string;
  path: string;
  lines: [number, number];
  validity: DateWindow;
  until: string;
  state: 'running' | 'expired';
}

const PROLONGS = pattern(
  String.raw`\b(?:förläng\p{L}*|prolonger\p{L}*|fortsätt\p{L}*\s+gälla|ny\s+giltighetstid|ersätt\p{L}*)\b`,
);
const SAME_MATTER = 0.5;

/** @returns agreements with an end, soonest first; one that a later decision on the same matter prolongs is left out */
export function findExpiring(meetings: readonly Meeting[], today: string): Expiring[] {
  const known = oneEach(
    meetings.filter((meeting) => meeting.date === null || meeting.date <= today),
  ).meetings;
  const all = known.flatMap((meeting) => periodsOf(meeting, today));
  const language = learnLanguage(known);
  const matter = (entry: Expiring): string[] =>
    wordsOf(`${entry.item.title ?? ''} ${entry.agreement}`, language);
  const isProlonged = (entry: Expiring, index: number): boolean =>
    all.slice(index + 1).some((later) => {
      if (
        slug(later.body ?? '') !== slug(entry.body ?? '') ||
        later.until <= entry.until ||
        later.meeting === entry.meeting
      )
        return false;
      const words = matter(entry);
      const score = tieScore(
        matter(later),
        { title: wordsOf(entry.item.title ?? '', language), task: words },
        language,
      );
      return (
        score >=
        (PROLONGS.test(`${later.item.title ?? ''} ${later.agreement}`)
          ? SAME_MATTER * 0.8
          : SAME_MATTER)
      );
    });
  return all
    .filter((entry, index) => !isProlonged(entry, index))
    .sort((a, b) => inOrder(a.until, b.until));
}

function periodsOf(meeting: Meeting, today: string): Expiring[] {
  return meeting.decisions.flatMap((decision) => {
    const validity = decision.validity
      .filter(({ latest }) => latest !== null)
      .sort((a, b) => inOrder(a.latest ?? '', b.latest ?? ''))
      .at(-1);
    if (!validity?.latest) return [];
    const item = meeting.agenda.find((one) => (one.number ?? one.title) === decision.item);
    return [
      {
        body: meeting.body?.name ?? null,
        agreement: decision.text,
        item: { number: item?.number ?? null, title: item?.title ?? null },
        decided: meeting.date,
        meeting: meeting.id,
        path: meeting.source.path,
        lines: decision.lines,
        validity,
        until: validity.latest,
        state: validity.latest < today ? ('expired' as const) : ('running' as const),
      },
    ];
  });
}
