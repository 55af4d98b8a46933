/** The log as one self-contained page: no scripts, nothing from elsewhere; readable on paper and on a phone. */
import type { LogEntry } from '../log/types.js';
import { deadlineWords, EVENT, givenWords, nextWords, statusWord } from './logtable.js';
import { sanitise } from './sanitise.js';

const escape = (text: string): string =>
  sanitise(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

const STYLE = `
:root{color-scheme:light dark;--line:#8884;--soft:#8881}
body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1rem}
h1{font-size:1.5rem;margin:.5rem 0}h2{font-size:1.1rem;margin:1.5rem 0 .5rem;border-bottom:1px solid var(--line)}
.sum{display:flex;flex-wrap:wrap;gap:.5rem;padding:0;list-style:none}.sum li{background:var(--soft);padding:.3rem .7rem;border-radius:.4rem}
article{border:1px solid var(--line);border-left:.4rem solid #777;border-radius:.4rem;padding:.6rem .9rem;margin:.7rem 0;break-inside:avoid}
article.overdue{border-left-color:#c0392b}article.due{border-left-color:#d68910}article.upcoming{border-left-color:#1e8449}article.undated{border-left-color:#7d3c98}
h3{font-size:1rem;margin:0 0 .3rem}dl{display:grid;grid-template-columns:7rem 1fr;margin:0;gap:.1rem .6rem}dt{color:#777}dd{margin:0}
ol{margin:.4rem 0 0;padding-left:1.2rem}.where{color:#777;font-size:.85rem;overflow-wrap:anywhere}
@media(max-width:30rem){dl{grid-template-columns:1fr}dt{margin-top:.3rem}}
@media print{body{font-size:11pt}details{display:block}}`;

const GROUPS: [string, string, (entry: LogEntry) => boolean][] = [
  ['overdue', 'Försenade', (entry) => entry.timing === 'overdue'],
  ['due', 'Pågår nu', (entry) => entry.timing === 'due'],
  ['upcoming', 'Kommande', (entry) => entry.timing === 'upcoming'],
  ['undated', 'Utan datum, äldst först', (entry) => entry.timing === 'undated'],
  ['closed', 'Avslutade', (entry) => entry.status !== 'open'],
];

function article(entry: LogEntry, kind: string): string {
  const steps = entry.history.map(({ date, event, text, path, lines }) => {
    const where =
      path === null || lines === null
        ? ''
        : ` <a class="where" href="${escape(encodeURI(path))}">${escape(path)}:${lines[0]}–${lines[1]}</a>`;
    return `<li><strong>${escape(date ?? 'odaterat')}</strong> ${EVENT[event]}: ${escape(text)}${where}</li>`;
  });
  const facts: [string, string][] = [
    ['Status', statusWord(entry)],
    ['Deadline', deadlineWords(entry)],
    ['Ansvariga', entry.assignees.join(', ') || '–'],
    ['Givet', givenWords(entry)],
    ['Väntas', nextWords(entry)],
  ];
  return `<article class="${kind}" id="${escape(entry.id)}"><h3>${escape(entry.task)}</h3><dl>${facts.map(([name, value]) => `<dt>${name}</dt><dd>${escape(value)}</dd>`).join('')}</dl><ol>${steps.join('')}</ol></article>`;
}

export function logHtml(entries: readonly LogEntry[], today: string): string {
  const groups = GROUPS.map(([kind, title, belongs]) => ({
    kind,
    title,
    own: entries.filter(belongs),
  })).filter(({ own }) => own.length > 0);
  const summary = groups
    .map(
      ({ title, own }) =>
        `<li>${title.split(',')[0] ?? title}: <strong>${own.length}</strong></li>`,
    )
    .join('');
  const sections = groups.map(
    ({ kind, title, own }) =>
      `<h2>${title}</h2>${own.map((entry) => article(entry, kind)).join('\n')}`,
  );
  const body =
    entries.length === 0
      ? '<p>Inga uppdrag.</p>'
      : `<ul class="sum">${summary}</ul>${sections.join('\n')}`;
  return `<!doctype html>\n<html lang="sv"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Beslutslogg per ${today}</title><style>${STYLE}</style></head>\n<body><h1>Beslutslogg per ${today}</h1>${body}</body></html>\n`;
}
