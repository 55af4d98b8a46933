/** Date phrases as the record shows them. */
import type { DatePhrase } from '../dates/index.js';
import type { DateWindow } from '../record/schema.js';

export function toWindow(phrase: DatePhrase): DateWindow {
  const { text, edtf, earliest, latest, inferred, rule } = phrase;
  return { text, edtf, earliest, latest, inferred, rule };
}
