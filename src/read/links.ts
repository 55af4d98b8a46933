/** Links of a note: markdown links by their titles, bare addresses by themselves. */
import type { Link } from '../record/schema.js';
import type { FlowLine } from '../text/flowline.js';
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
      const rest = restOf(found, line, note.lines[line.at + 1]);
      const whole = rest === '' ? found.replace(/[.,;:]+$/u, '') : found + rest;
      if (![...links.values()].some((link) => link.href === whole))
        links.set(`${whole}\n`, { title: null, href: whole });
    }
  }
  return [...links.values()];
}

/** What stands of the address on the next line; "" where it ends on its own. */
function restOf(found: string, line: FlowLine, next: FlowLine | undefined): string {
  if (next && WHOLE.test(line.text) && isRest(line, next)) return next.text;
  const isBroken = found.endsWith('-') && line.text.endsWith(found);
  return isBroken && next ? (BROKEN_REST.exec(next.text)?.[0] ?? '') : '';
}

/** "https://www.samverkan-" over "norr.se/moten. Läs mer": the host or the path goes on. */
const BROKEN_REST = /^[\w%-]+(?:[./][\w%~?=&#-]+)+/u;
