/** Links of a note: markdown links by their titles, bare addresses by themselves. */
import type { Link } from '../record/schema.js';
import type { FlowLine } from '../text/flow.js';
import { gapAbove, leadsToAddress } from '../text/wrapping.js';
import type { Note } from '../note/note.js';

const URL = /(?:https?:\/\/|(?<![\p{L}\d./@-])www\.(?=[\p{L}\d-]+\.))[^\s<>"”)\]]+/gu;
const WHOLE = /^(?:https?:\/\/|www\.)\S+$/u;
/** The rest of an address that was broken over two lines. */
const REST = /^[\w%./?=&#:~+-]{6,}$/u;

/** Claims lines that are nothing but an address, before anything else reads them. */
export function claimAddresses(note: Note): void {
  for (const line of note.lines) {
    if (!WHOLE.test(line.text) || isLedIn(note, line)) continue;
    note.claims.claim(line, 'links');
    const next = note.lines[line.at + 1];
    if (next && isRest(line, next)) note.claims.claim(next, 'links');
  }
}

/** The address ends the sentence above it, and is part of the item's text. */
function isLedIn(note: Note, line: FlowLine): boolean {
  const before = note.lines[line.at - 1];
  return before !== undefined && leadsToAddress(before, line) && gapAbove(line) <= 0;
}

function isRest(line: FlowLine, next: FlowLine): boolean {
  return (
    REST.test(next.text) &&
    /[-/%_.=&?]/u.test(next.text) &&
    gapAbove(next, line) <= 0 &&
    line.text.length > 50 &&
    !WHOLE.test(next.text)
  );
}

export function readLinks(note: Note): Link[] {
  const links = new Map<string, Link>();
  for (const line of note.lines) {
    for (const { title, href } of line.links)
      links.set(`${href}\n${href === '#' || href === '' ? title : ''}`, { title, href });
    for (const [found] of line.text.matchAll(URL)) {
      const next = note.lines[line.at + 1];
      const whole =
        WHOLE.test(line.text) && next && isRest(line, next)
          ? found + next.text
          : found.replace(/[.,;:]+$/u, '');
      if (![...links.values()].some((link) => link.href === whole))
        links.set(`${whole}\n`, { title: null, href: whole });
    }
  }
  return [...links.values()];
}
