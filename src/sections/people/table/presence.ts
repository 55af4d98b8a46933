/** What a column of presence says: marks, words, and empty cells beside them. */
import type { Participant } from '../../../record/schema.js';
import { FUNCTION } from '../words/offices.js';

const YES = /^(?:ja|x|✓|✔|☒|närv\.?|närvarande|deltog|deltar|n|1)(?=$|[\s,])/iu;

const NO =
  /^(?:nej|frånv\.?|frånvarande|förhinder|anmält förhinder|ej närvarande|–|-|f|0)(?=$|[\s,])/iu;

/** "Närvarande", "Nej", "✓": a mark or a word of presence. */
export const isPresence = (text: string): boolean => YES.test(text) || NO.test(text);

const AT_END =
  /\s((?:ja|nej|x|✓|✔|närv\.?|närvarande|frånv\.?|frånvarande|deltog|deltar|förhinder|☒|–|—|-)(?:\s*\([^()]*\)|,\s\p{Ll}[^,]{2,40})?)$/iu;

/** "Region Skåne via Teams": how somebody came, in the column of presence. */
const HOW = /\s(via\s(?:länk|teams|zoom|skype)|på\s(?:distans|länk|plats)|digitalt)$/iu;

/** Whether a row that wraps can end so: how somebody came may be told below his mark. */
export const endsWithMark = (text: string): boolean => AT_END.test(` ${text}`);

/** "Anna Ek (S) Lunds kommun Ja (via länk)": a row, and what its last column says; null where it says nothing. */
export function presenceAtEnd(text: string): { rest: string; status: string } | null {
  const found = AT_END.exec(text) ?? HOW.exec(text);
  return found && { rest: text.slice(0, found.index), status: found[1] ?? '' };
}

/** "Ja, via Teams" is present, with the words kept. */
export function setStatus(participant: Participant, text: string): void {
  const isAbsent = NO.test(text);
  if (isAbsent) participant.status = 'absent';
  const rest = text
    .replace(isAbsent ? NO : YES, '')
    .replace(/^[\s,]+/u, '')
    .replace(/^\(([^()]*)\)$/u, '$1');
  if (rest === '') return;
  if (FUNCTION.test(rest)) participant.function ??= rest;
  else participant.remark ??= rest;
}

/** Where those who came are ticked and nobody is marked as absent, an empty cell says it. */
export function markAbsent(participants: readonly Participant[], marks: readonly string[]): void {
  if (!marks.some((mark) => YES.test(mark)) || marks.some((mark) => NO.test(mark))) return;
  for (const [at, person] of participants.entries()) if (marks[at] === '') person.status = 'absent';
}
