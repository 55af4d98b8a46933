/** Diagnostics for people: `FILE:LINE`, what is wrong, the line's words, what to do. */
import type { ChalkInstance } from 'chalk';
import type { DiagnosticCode } from '../record/codes.js';
import type { Diagnostic } from '../record/schema.js';
import { sanitise } from './sanitise.js';

/** What to do about it, where there is something to do. */
const ADVICE: Partial<Record<DiagnosticCode, string>> = {
  'file-unreadable': 'check the path and its permissions',
  'input-binary': 'extract its text first',
  'not-a-note': 'if it is one after all, name its era with --era',
  'era-ambiguous': 'name the right one with --era',
  'era-unknown': 'check the record against the note: sro parse --explain',
  'encoding-uncertain': 'check å, ä and ö; convert the file to UTF-8 if they are wrong',
};

export function formatDiagnostic(
  path: string,
  diagnostic: Diagnostic,
  colour: ChalkInstance,
  excerpt?: string,
): string {
  const place = diagnostic.lines ? `${sanitise(path)}:${diagnostic.lines[0]}` : sanitise(path);
  const paint = { error: colour.red, warning: colour.yellow, info: colour.dim }[
    diagnostic.severity
  ];
  const advice = ADVICE[diagnostic.code];
  const words = [
    `${place}: ${paint(diagnostic.severity)} ${diagnostic.code}: ${sanitise(diagnostic.message)}`,
    excerpt === undefined || excerpt === '' ? '' : ` | ${sanitise(excerpt).slice(0, 80)}`,
    advice === undefined ? '' : ` (${advice})`,
  ];
  return words.join('');
}
