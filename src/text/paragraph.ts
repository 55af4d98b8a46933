/** Paragraphs of flow lines, and sentences within them, each with the source lines that hold it. */
import type { Flow } from './flow.js';
import type { FlowLine } from './flowline.js';
import { continues } from './wrapping.js';
import { joinWithStarts } from './join.js';

export interface Paragraph {
  lines: FlowLine[];
  text: string;
  bullet: string | null;
  /** For each line, the offset in `text` at which its words begin. */
  starts: number[];
}

export function makeParagraph(lines: readonly FlowLine[], flow: Flow): Paragraph {
  const { text, starts } = joinWithStarts(lines, flow.hyphenated);
  return { lines: [...lines], text, bullet: lines[0]?.bullet ?? null, starts };
}

/** Groups neighbouring lines into paragraphs; lines that are not neighbours in the flow never share one. */
export function toParagraphs(lines: readonly FlowLine[], flow: Flow): Paragraph[] {
  const groups: FlowLine[][] = [];
  for (const line of lines) {
    const open = groups.at(-1);
    const before = open?.at(-1);
    if (open && before && line.at === before.at + 1 && continues(before, line)) open.push(line);
    else groups.push([line]);
  }
  return groups.map((group) => makeParagraph(group, flow));
}

/** The lines that hold the characters from `from` to `to` of a paragraph. */
export function linesWithin(paragraph: Paragraph, from: number, to: number): FlowLine[] {
  const held = paragraph.lines.filter((_, at) => {
    const start = paragraph.starts[at] ?? 0;
    const end = paragraph.starts[at + 1] ?? paragraph.text.length + 1;
    return start < to && end > from;
  });
  return held.length > 0 ? held : paragraph.lines.slice(0, 1);
}

export interface Sentence {
  text: string;
  from: number;
  to: number;
}

const ABBREVIATION =
  /(?:^|[\s(])(?:bl\.?\s?a|t\.?\s?ex|d\.?\s?v\.?\s?s|dvs|m\.\s?m|m\.\s?fl|fr\.?\s?o\.?\s?m|t\.?\s?o\.?\s?m|kl|ca|nr|s\.\s?k|p\.\s?g\.\s?a|pga|o\.\s?d|etc|ordf|dir|bitr|tf|f\.\s?n|f\.\s?d|jan|feb|febr|apr|aug|sept?|okt|nov|dec|v|e\.\s?d|enl|inkl|exkl|resp|st|tel|\d{1,2})\.$/iu;
/** "A. Ek"; "… att fylla i." ends a sentence. */
const INITIAL = /(?:^|[\s(])\p{Lu}\.$/u;

const isShort = (text: string): boolean => ABBREVIATION.test(text) || INITIAL.test(text);

/** "… yrkar på 25. Delegationen …", "… i v. 9. Anna …": a figure ends a sentence, and numbers none that follows. */
const ENDS_WITH_FIGURE = /(?:\p{Ll}|\s(?:v|kl)\.)\s\d{1,2}\.$/u;

/** Splits at full stops, question and exclamation marks that end a sentence; abbreviations and figures do not. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  for (const match of text.matchAll(/[.!?]["”’)]*(?=\s+["”’(–-]?\s?[\p{Lu}\d])/gu)) {
    const to = match.index + match[0].length;
    const soFar = text.slice(Math.max(from, to - 14), to);
    const next = text.slice(to).trimStart();
    // "… är ofta tom. Anna Ek …": empty, and no "till och med".
    const isEmpty = /\stom\.$/u.test(soFar) && /^\p{Lu}/u.test(next);
    const isFigure = ENDS_WITH_FIGURE.test(soFar) && /^\p{Lu}\p{Ll}/u.test(next);
    if (match[0].startsWith('.') && isShort(soFar) && !isFigure && !isEmpty) continue;
    push(sentences, text, from, to);
    from = to;
  }
  push(sentences, text, from, text.length);
  return sentences;
}

function push(sentences: Sentence[], text: string, from: number, to: number): void {
  const part = text.slice(from, to);
  const trimmed = part.trim();
  if (trimmed !== '') {
    const start = from + part.length - part.trimStart().length;
    sentences.push({ text: trimmed, from: start, to: start + trimmed.length });
  }
}
