/** Scores the log of a series of meetings against what was written down for it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildLog, type Expiring, findExpiring, type LogEntry, parseNote } from '../index.js';
import type { Meeting } from '../record/schema.js';
import { Tally } from './compare.js';

interface ExpectedEntry {
  task: string;
  given: string;
  status: string;
  timing: string | null;
  daysOverdue: number | null;
  due: { earliest: string | null; latest: string | null } | null;
  nextExpected: { date: string; basis: string } | null;
  history: { date: string; event: string }[];
}

export interface LogScore {
  entries: Tally;
  timing: Tally;
  history: Tally;
  expected: Tally;
  /** Agreements that run out. */
  expiring: Tally;
  differences: string[];
}

export const newLogScore = (): LogScore => ({
  entries: new Tally(),
  timing: new Tally(),
  history: new Tally(),
  expected: new Tally(),
  expiring: new Tally(),
  differences: [],
});

export function seriesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'expected-log.json')))
    .map((name) => join(folder, name));
}

export function meetingsOf(folder: string): Meeting[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .flatMap(
      (file) => parseNote(readFileSync(join(folder, file)), join(folder, file)).meeting ?? [],
    );
}

export function scoreSeries(score: LogScore, folder: string): void {
  const { asOf } = JSON.parse(readFileSync(join(folder, 'expected-log.json'), 'utf8')) as {
    asOf: Record<string, ExpectedEntry[]>;
  };
  const meetings = meetingsOf(folder);
  for (const [today, wanted] of Object.entries(asOf)) {
    const got = buildLog(meetings, { today }).filter(({ kind }) => kind === 'uppdrag');
    scoreDay(score, `${folder} ${today}`, got, wanted);
  }
  scoreExpiring(score, folder, meetings);
}

type ExpectedExpiring = Pick<Expiring, 'agreement' | 'decided' | 'until' | 'state'>;

/** An agreement is known by the day it was decided, its end and its state, and by its words. */
function scoreExpiring(score: LogScore, folder: string, meetings: readonly Meeting[]): void {
  const file = join(folder, 'expected-expiring.json');
  if (!existsSync(file)) return;
  const { asOf } = JSON.parse(readFileSync(file, 'utf8')) as {
    asOf: Record<string, ExpectedExpiring[]>;
  };
  for (const [today, wanted] of Object.entries(asOf)) {
    const left = findExpiring(meetings, today);
    for (const want of wanted) {
      const at = left.findIndex((mine) => isSameAgreement(mine, want));
      if (at >= 0) left.splice(at, 1);
      else score.differences.push(`${folder} ${today} expiring missing ${want.agreement}`);
      score.expiring.add(at >= 0, at >= 0 ? 1 : 0, 1);
    }
    for (const extra of left) {
      score.expiring.add(false, 1, 0);
      score.differences.push(`${folder} ${today} expiring extra ${extra.agreement}`);
    }
  }
}

const isSameAgreement = (mine: Expiring, want: ExpectedExpiring): boolean =>
  mine.decided === want.decided &&
  mine.until === want.until &&
  mine.state === want.state &&
  squash(`${mine.item.title ?? ''} ${mine.agreement}`).includes(
    squash(want.agreement.replace(/^\p{L}+(?:t|en)\s+om\s+/u, '')).slice(0, 20),
  );

function scoreDay(
  score: LogScore,
  where: string,
  got: readonly LogEntry[],
  wanted: readonly ExpectedEntry[],
): void {
  const left = [...got];
  for (const want of wanted) {
    const at = left.findIndex(
      (entry) => entry.meeting.date === want.given && sameTask(entry.task, want.task),
    );
    const [mine] = at < 0 ? [] : left.splice(at, 1);
    scoreEntry(score, `${where} ${want.task.slice(0, 50)}`, mine, want);
  }
  for (const extra of left) {
    score.entries.add(false, 1, 0);
    score.differences.push(`${where} extra entry ${extra.task.slice(0, 60)}`);
  }
}

const windowOf = (due: ExpectedEntry['due']): string =>
  `${due?.earliest ?? ''}…${due?.latest ?? ''}`;

function scoreEntry(
  score: LogScore,
  where: string,
  mine: LogEntry | undefined,
  want: ExpectedEntry,
): void {
  if (!mine) {
    score.entries.add(false, 0, 1);
    score.differences.push(`${where} missing`);
    return;
  }
  const say = (tally: Tally, what: string, got: unknown, wanted: unknown): void => {
    const isRight = JSON.stringify(got) === JSON.stringify(wanted);
    tally.add(isRight, 1, 1);
    if (!isRight)
      score.differences.push(
        `${where} ${what} got ${JSON.stringify(got)}, wanted ${JSON.stringify(wanted)}`,
      );
  };
  say(score.entries, 'entry', [mine.status, windowOf(mine.due)], [want.status, windowOf(want.due)]);
  say(score.timing, 'timing', [mine.timing, mine.daysOverdue], [want.timing, want.daysOverdue]);
  say(score.expected, 'next', mine.nextExpected, want.nextExpected);
  scoreHistory(score, where, mine, want);
}

function scoreHistory(score: LogScore, where: string, mine: LogEntry, want: ExpectedEntry): void {
  const events = mine.history.map(({ date, event }) => `${date ?? ''} ${event}`);
  const wanted = want.history.map(({ date, event }) => `${date} ${event}`);
  const right = wanted.filter((event) => events.includes(event));
  score.history.right += right.length;
  score.history.got += events.length;
  score.history.wanted += wanted.length;
  const [extra, missing] = [
    events.filter((event) => !wanted.includes(event)),
    wanted.filter((event) => !events.includes(event)),
  ];
  if (extra.length + missing.length > 0)
    score.differences.push(
      `${where} history: extra ${extra.join(', ')}; missing ${missing.join(', ')}`,
    );
}

const squash = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
const sameTask = (a: string, b: string): boolean =>
  squash(a) === squash(b) || squash(a).startsWith(squash(b).slice(0, 30));
