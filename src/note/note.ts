/** A note being read: its lines as a reader follows them, who claimed which line, and what was found wrong. */
import { type DiagnosticCode, SEVERITY } from '../record/codes.js';
import type { Diagnostic, LineRange } from '../record/schema.js';
import type { SourceDocument } from '../text/document.js';
import type { Flow } from '../text/flow.js';
import type { FlowLine } from '../text/flowline.js';
import { SECOND_PART } from '../text/sourceline.js';
import type { Known } from './known.js';

/** Which field each source line became: the proof that nothing disappeared. */
export class Claims {
  private readonly fields = new Map<number, string[]>();

  claim(lines: FlowLine | readonly FlowLine[], field: string): void {
    for (const line of Array.isArray(lines)
      ? (lines as readonly FlowLine[])
      : [lines as FlowLine]) {
      this.claimLine(line.no, field);
      for (let no = Math.floor(line.no) + 1; no <= line.until; no += 1) this.claimLine(no, field);
    }
  }

  claimLine(no: number, field: string): void {
    const known = this.fields.get(no);
    if (!known) this.fields.set(no, [field]);
    else if (!known.includes(field)) known.push(field);
  }

  of(no: number): readonly string[] {
    const second = this.fields.get(no + SECOND_PART) ?? [];
    return [...(this.fields.get(no) ?? []), ...second];
  }

  has(no: number): boolean {
    return this.fields.has(no);
  }
}

export class Diagnostics {
  readonly list: Diagnostic[] = [];
  private readonly seen = new Set<string>();

  add(code: DiagnosticCode, message: string, lines: LineRange | null): void {
    const key = `${code} ${message} ${String(lines?.[0])}`;
    if (this.seen.has(key)) return;
    this.seen.add(key);
    const whole = lines && (lines.map((no) => Math.floor(no)) as LineRange);
    this.list.push({ code, severity: SEVERITY[code], message, lines: whole });
  }
}

export interface Note {
  document: SourceDocument;
  flow: Flow;
  lines: FlowLine[];
  known: Known;
  claims: Claims;
  diagnostics: Diagnostics;
}

/** Source line numbers from the first to the last of some flow lines. */
export function rangeOf(lines: readonly FlowLine[]): LineRange {
  const first = Math.floor(lines[0]?.no ?? 1);
  return [first, lines.at(-1)?.until ?? first];
}
