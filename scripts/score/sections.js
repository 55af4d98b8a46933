/** What of each section is compared, and how two entries are known to be meant for each other. */
const pick = (window) => (window ? `${window.earliest ?? ''}…${window.latest ?? ''}` : null);

const value = (name) => (entry) => entry[name];

/** section → fields (name → value of an entry; undefined is not compared) and the key that pairs entries. */
export const SECTIONS = {
  participants: {
    key: (entry) => entry.name ?? `@${entry.affiliation}`,
    fields: Object.fromEntries(
      ['name', 'party', 'affiliation', 'role', 'function', 'side', 'group', 'status', 'remark'].map((name) => [name, value(name)]),
    ),
  },
  agenda: {
    key: (entry) => `${entry.number ?? ''} ${entry.title}`,
    fields: Object.fromEntries(
      ['number', 'title', 'types', 'minutes', 'slot', 'presenters', 'attachments', 'subitems', 'text'].map((name) => [name, value(name)]),
    ),
  },
  decisions: {
    key: (entry) => entry.text ?? `${entry.item} ${entry.lines}`,
    fields: Object.fromEntries(['item', 'kind', 'actions', 'text'].map((name) => [name, value(name)])),
  },
  assignments: {
    key: (entry) => entry.task ?? `${entry.item} ${entry.kind} ${entry.lines}`,
    fields: {
      kind: value('kind'), item: value('item'), decision: value('decision'), assignees: value('assignees'),
      task: value('task'), due: (entry) => pick(entry.due), inferred: (entry) => entry.due?.inferred ?? null,
      dueText: (entry) => entry.due?.text ?? null, reportTo: value('reportTo'),
    },
  },
  milestones: {
    key: (entry) => `${pick(entry.when)} ${entry.label ?? ''}`,
    fields: { label: value('label'), when: (entry) => pick(entry.when), item: value('item') },
  },
  upcomingMeetings: {
    key: (entry) => entry.date ?? '',
    fields: Object.fromEntries(['date', 'startTime', 'endTime', 'place', 'inferred'].map((name) => [name, value(name)])),
  },
  signatories: {
    key: (entry) => entry.name,
    fields: Object.fromEntries(['name', 'role', 'organisation'].map((name) => [name, value(name)])),
  },
  links: { key: (entry) => entry.href ?? entry.title ?? '', fields: { title: value('title'), href: value('href') } },
};

export const HEAD = ['era', 'title', 'body', 'date', 'startTime', 'endTime', 'place', 'form', 'noteTaker'];

/** Order of keys does not matter, order of lists does; types and actions are sets. */
export function canonical(field, given) {
  if (given === undefined) return undefined;
  const sorted = ['types', 'actions'].includes(field) && Array.isArray(given) ? [...given].sort() : given;
  return JSON.stringify(sorted, (_, inner) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : typeof inner === 'string' ? inner.normalize('NFC') : inner,
  );
}
