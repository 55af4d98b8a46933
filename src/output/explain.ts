/** A note line by line with what each line became: how an archivist checks a record. */
import type { ChalkInstance } from 'chalk';
import type { Claims } from '../note/note.js';
import type { SourceDocument } from '../text/document.js';
import { sanitise } from './sanitise.js';

const FIELD_WIDTH = 24;

export function explain(
  document: SourceDocument,
  claims: Claims,
  colour: ChalkInstance,
  width: number | null,
): string {
  const digits = String(document.lines.length).length;
  return document.lines
    .map((line) => {
      const isBlank = line.text === '' && line.bullet === null;
      const fields = claims.of(line.no).join(', ');
      const shown = isBlank ? '' : fields === '' ? 'NOT CLAIMED' : fields;
      const label = shown.slice(0, FIELD_WIDTH).padEnd(FIELD_WIDTH);
      const painted = fields === '' ? colour.yellow(label) : colour.cyan(label);
      const text = sanitise(line.raw.replaceAll('\f', '')).trimEnd();
      const room = width === null ? text.length : Math.max(10, width - digits - FIELD_WIDTH - 4);
      return `${String(line.no).padStart(digits)}  ${painted}  ${text.slice(0, room)}`.trimEnd();
    })
    .join('\n')
    .concat('\n');
}
