/** What a column of presence says: marks, words, and empty cells beside them. */
import type { Participant } from '../../../record/schema.js';
import { FUNCTION } from '../vocabulary.js';

const YES = /^(?:ja|x|✓|✔|☒|närv\.?|närvarande|deltog|deltar|n|1)(?=$|[\s,])/iu;

const NO =
  /^(?:nej|frånv\.?|frånvarande|förhinder|anmält förhinder|ej närvarande|–|-|f|0)(?=$|[\s,])/iu;

/** "Närvarande", "Nej", "✓": a mark or a word of presence. */
export const isPresence = (text: string): boolean => YES.test(text) || NO.test(text);

/** "Ja, via Teams" is present, with the words kept. */
export function setStatus(participant: Participant, text: string): void {
  const isAbsent = NO.test(text);
  if (isAbsent) participant.status = 'absent';
  const rest = text.replace(isAbsent ? NO : YES, '').replace(/^[\s,]+/u, '');
  if (rest === '') return;
  if (FUNCTION.test(rest)) participant.function ??= rest;
  else participant.remark ??= rest;
}

/** Where those who came are ticked and nobody is marked as absent, an empty cell says it. */
export function markAbsent(participants: readonly Participant[], marks: readonly string[]): void {
  if (!marks.some((mark) => YES.test(mark)) || marks.some((mark) => NO.test(mark))) return;
  for (const [at, person] of participants.entries()) if (marks[at] === '') person.status = 'absent';
}
