/** Footnotes: a line that begins with the figure that a word above it carries. */
import type { Footnote } from '../record/schema.js';
import { type Note, rangeOf } from '../note/note.js';

const NOTE_LINE = /^(\d{1,2})\s?(\p{L}[^.]{0,60}[=:].*|\p{L}.{8,300})$/u;

export function readFootnotes(note: Note): Footnote[] {
  const footnotes: Footnote[] = [];
  for (const line of note.lines) {
    const match = NOTE_LINE.exec(line.text);
    if (!match || note.claims.has(line.no) || line.bullet !== null) continue;
    const marker = match[1] ?? '';
    const marked = new RegExp(`\\p{L}{2,}${marker}(?![\\d\\p{L}])`, 'u');
    if (!note.lines.slice(0, line.at).some((other) => marked.test(other.text))) continue;
    note.claims.claim(line, 'footnotes');
    footnotes.push({ marker, text: match[2] ?? '', lines: rangeOf([line]) });
  }
  return footnotes;
}
