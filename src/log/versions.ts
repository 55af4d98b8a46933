/** Several notes of one meeting (a draft and the adjusted version, the same file twice) are one meeting. */
import type { Meeting } from '../record/schema.js';
import { pattern } from '../text/pattern.js';
import { inOrder } from '../text/order.js';

export interface Versions {
  /** One record per meeting, by date; undated ones last. */
  meetings: Meeting[];
  /** Records that another one of the same meeting has taken the place of. */
  superseded: { meeting: Meeting; by: Meeting }[];
}

const DRAFT = pattern(
  String.raw`\b(?:utkast|ej justerad|ojusterad|ej-justerad|preliminär\p{L}*|koncept|arbetsversion)\b`,
);
const ADJUSTED = pattern(String.raw`\b(?:justerad(?:e|es)?|godkänd|slutlig|slutversion)\b`);
const COPY = pattern(String.raw`\b(?:kopia|copy)\b|\(\d+\)`);
const NUMBER = pattern(String.raw`\b(?:version|ver\.?|v)[\s-]?(\d+)\b`);

/**
 * The adjusted or later version leads: by its words, its number, and last by the order given.
 * @param today ISO date; meetings after it are left out
 */
export function oneEach(meetings: readonly Meeting[], today = '9999-12-31'): Versions {
  const groups = new Map<string, Meeting[]>();
  for (const meeting of meetings) {
    if (meeting.date !== null && meeting.date > today) continue;
    const known = groups.get(meeting.id);
    if (known) known.push(meeting);
    else groups.set(meeting.id, [meeting]);
  }
  const superseded: Versions['superseded'] = [];
  const leading = [...groups.values()].flatMap((group) => {
    const best = leadOf(group);
    for (const meeting of group) if (meeting !== best) superseded.push({ meeting, by: best });
    return [best];
  });
  leading.sort((a, b) => inOrder(a.date ?? '9999', b.date ?? '9999') || inOrder(a.id, b.id));
  return { meetings: leading, superseded };
}

/** Of notes of one meeting, oldest first and at least one, the one that holds. */
export const leadOf = (group: readonly Meeting[]): Meeting =>
  group.reduce((lead, other) => (rank(other) >= rank(lead) ? other : lead));

const words = (name: string): string => name.replaceAll(/[_.-]/gu, ' ');

/** "Minnesanteckning - kopia.txt", "Minnesanteckning (2).pdf". */
export const isCopyName = (name: string): boolean => COPY.test(words(name));

function rank(meeting: Meeting): number {
  const name = words(`${meeting.source.path.split('/').at(-1) ?? ''} ${meeting.title ?? ''}`);
  const number = Number(NUMBER.exec(name)?.[1] ?? 0);
  if (DRAFT.test(name)) return -1000 + number;
  return (ADJUSTED.test(name) ? 1000 : 0) + number - (COPY.test(name) ? 0.5 : 0);
}
