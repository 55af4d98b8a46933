/** What of each section of a record is compared with an expectation, and how two entries are known to be meant for each other. */
export type Entry = Record<string, unknown>;
type Read = (entry: Entry) => unknown;

export interface SectionSpec {
  /** Words by which an entry is paired with its expectation; what the expectation leaves open is no part of them. */
  key: (entry: Entry, wanted?: Entry) => string;
  /** Name → value of an entry; undefined is not compared. */
  fields: Record<string, Read>;
}

interface WindowLike {
  earliest?: string | null;
  latest?: string | null;
  inferred?: boolean;
  text?: string;
}

const window = (value: unknown): string | null => {
  if (!value) return null;
  const { earliest, latest } = value as WindowLike;
  return `${earliest ?? ''}…${latest ?? ''}`;
};
/** One word of a window; null where there is none, undefined where the expectation leaves it open. */
const ofWindow =
  (name: string, field: 'inferred' | 'text'): Read =>
  (entry) => {
    const value = entry[name] as WindowLike | null | undefined;
    return value === null ? null : value?.[field];
  };
const words = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value ?? '');
const named = (...names: string[]): Record<string, Read> =>
  Object.fromEntries(names.map((name): [string, Read] => [name, (entry) => entry[name]]));

export const SECTIONS: Record<string, SectionSpec> = {
  participants: {
    key: (entry) =>
      entry['name'] === null ? `@${words(entry['affiliation'])}` : words(entry['name']),
    fields: named(
      'name',
      'party',
      'affiliation',
      'role',
      'function',
      'side',
      'group',
      'status',
      'remark',
    ),
  },
  agenda: {
    key: (entry) => `${words(entry['number'] ?? '')} ${words(entry['title'])}`,
    fields: named(
      'number',
      'title',
      'types',
      'minutes',
      'slot',
      'presenters',
      'attachments',
      'subitems',
      'text',
    ),
  },
  decisions: {
    key: (entry, wanted = entry) =>
      wanted['text'] === undefined
        ? `${words(entry['item'])} ${words(entry['kind'])} ${words(wanted['lines'] && entry['lines'])}`
        : words(entry['text']),
    fields: named('item', 'kind', 'actions', 'text'),
  },
  assignments: {
    key: (entry, wanted = entry) =>
      wanted['task'] === undefined
        ? `${words(entry['kind'])} ${words(entry['item'])} ${words(entry['assignees'])}`
        : words(entry['task']),
    fields: {
      ...named('kind', 'item', 'decision', 'assignees', 'task', 'reportTo'),
      due: (entry) => (entry['due'] === undefined ? undefined : window(entry['due'])),
      inferred: ofWindow('due', 'inferred'),
      dueText: ofWindow('due', 'text'),
    },
  },
  milestones: {
    key: (entry, wanted = entry) =>
      `${window(entry['when']) ?? ''} ${wanted['label'] === undefined ? '' : words(entry['label'] ?? '')}`,
    fields: { ...named('label', 'item'), when: (entry) => window(entry['when']) },
  },
  upcomingMeetings: {
    key: (entry) => words(entry['date']),
    fields: named('date', 'startTime', 'endTime', 'place', 'inferred'),
  },
  signatories: {
    key: (entry) => words(entry['name']),
    fields: named('name', 'role', 'organisation'),
  },
  links: { key: (entry) => words(entry['href'] ?? entry['title']), fields: named('title', 'href') },
};

export const HEAD = [
  'era',
  'title',
  'body',
  'date',
  'startTime',
  'endTime',
  'place',
  'form',
  'noteTaker',
];

const SETS = new Set(['types', 'actions']);

/** One spelling for equal values: the order of keys does not matter, that of lists does, but for sets. */
export function canonical(field: string, value: unknown): string | undefined {
  if (value === undefined) return undefined;
  const sorted = SETS.has(field) && Array.isArray(value) ? [...(value as unknown[])].sort() : value;
  return JSON.stringify(sorted, (_, inner: unknown) => {
    if (typeof inner === 'string') return inner.normalize('NFC');
    if (inner === null || typeof inner !== 'object' || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
