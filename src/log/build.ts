/** Records → log entries. Pure: what it says follows from the records and from `today`. */
import { slug } from '../record/ids.js';
import type { Meeting } from '../record/schema.js';
import { followItem } from './follow.js';
import { OwnIds } from './ids.js';
import type { Log, LogOptions } from './log.js';
import { ManualEvents } from './manual.js';
import type { Reference } from './anchor.js';
import { References } from './reference.js';
import { comingDays, judge } from './standing.js';
import { idOf, openThread, type Thread } from './thread.js';
import { WordIndex } from './threadindex.js';
import { learnLanguage } from './threads.js';
import { byDeadline } from './timing.js';
import type { LogEntry } from './types.js';
import { oneEach } from './versions.js';

export const buildLog = (meetings: readonly Meeting[], options: LogOptions): LogEntry[] =>
  readLog(meetings, options).entries;

export function readLog(meetings: readonly Meeting[], options: LogOptions): Log {
  const { today } = options;
  const versions = oneEach(meetings, today);
  const log: Log = {
    entries: [],
    suggestions: [],
    superseded: versions.superseded,
    expected: new Map(),
    renamed: new Map(),
  };
  const taken = new OwnIds(options.taken);
  for (const own of byBody(versions.meetings).values()) followBody(own, log, taken, options);
  log.entries.sort(byDeadline);
  return log;
}

function byBody(meetings: readonly Meeting[]): Map<string, Meeting[]> {
  const bodies = new Map<string, Meeting[]>();
  for (const meeting of meetings) {
    const body = slug(meeting.body?.name ?? meeting.id);
    const known = bodies.get(body);
    if (known) known.push(meeting);
    else bodies.set(body, [meeting]);
  }
  return bodies;
}

function followBody(
  meetings: readonly Meeting[],
  log: Log,
  taken: OwnIds,
  { today, manual = [], ties = [], asRead }: LogOptions,
): void {
  const language = learnLanguage(meetings);
  const given = meetings.map((meeting) => ({
    meeting,
    threads: meeting.assignments.map((one) =>
      openThread(meeting, one, idOf(meeting, one, asRead, taken), language),
    ),
  }));
  const threads = given.flatMap((one) => one.threads);
  const references = new References(threads.map(({ entry }) => entry));
  takeUpLost(references, ties);
  const entered = new ManualEvents(manual, references, today);
  const index = new WordIndex<Thread>();
  const open = new Set<LogEntry>();
  for (const { meeting, threads: own } of given) {
    entered.applyBefore(meeting.date, (entry) => open.has(entry));
    for (const item of meeting.agenda) followItem(meeting, item, index, language, log);
    for (const thread of own) {
      open.add(thread.entry);
      if (thread.entry.kind === 'uppdrag')
        index.add(thread, [...thread.matter.title, ...thread.matter.task]);
    }
  }
  entered.applyBefore(null, () => true);
  tieEntries(references, ties);
  for (const reference of [...manual.map(({ target }) => target), ...ties.flat()])
    noteRename(reference, references, log);
  const coming = comingDays(meetings, language);
  for (const thread of threads) {
    judge(thread, coming, language, today, log);
    log.entries.push(thread.entry);
  }
}

function noteRename(reference: Reference, references: References, log: Log): void {
  const entry = references.find(reference);
  if (entry && entry.id !== reference.id) log.renamed.set(reference.id, entry.id);
}

/** A tie of an entry with one that was lost by then says that the one has become the other. */
function takeUpLost(
  references: References,
  ties: readonly (readonly [Reference, Reference])[],
): void {
  for (const pair of ties) {
    const [one, other] = pair;
    for (const [lost, kept] of [[one, other] as const, [other, one] as const]) {
      const entry = lost.about?.lost ? references.find(kept) : null;
      if (entry) references.take(lost.id, entry);
    }
  }
}

/** Ties that a person has made, under the ids that the entries have now. */
function tieEntries(
  references: References,
  ties: readonly (readonly [Reference, Reference])[],
): void {
  for (const pair of ties) {
    const [one, other] = pair.map((reference) => references.find(reference));
    if (one && one === other) continue;
    if (one) one.tied.push(other?.id ?? pair[1].id);
    if (other) other.tied.push(one?.id ?? pair[0].id);
  }
}
