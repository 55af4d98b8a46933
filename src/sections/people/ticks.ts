/** A column of presence whose cells have run together with the names: "Anna Ek X", "Per Lind X, § 4–9". */
import type { Participant } from '../../record/schema.js';

const TICK = /^\s+[xX×✓✔☑☒](?=\s*(?:,|$))/u;

/** @param rest what stands after a name */
export const withoutTick = (rest: string): string => rest.replace(TICK, '');

/** In a cell of its own, wherever it stands: "Göte Ek (M), v ordf, X, X". */
const TICKED_CELL = /,\s*[xX×✓✔☑☒](?=\s*(?:,|$))/u;

/** @param text an entry of one person, its name included */
export function isTicked(text: string, name: string | null): boolean {
  if (name === null || !text.includes(name)) return false;
  const rest = text.slice(text.indexOf(name) + name.length);
  return TICK.test(rest) || TICKED_CELL.test(rest);
}

/** Where most are ticked, a name without a tick or a word of its own was on the list and did not come. */
export function markUnticked(people: readonly Participant[], ticked: readonly boolean[]): void {
  const count = ticked.filter(Boolean).length;
  if (count < 3 || count <= people.length / 2) return;
  people.forEach((person, at) => {
    const isBare = person.remark === null && person.affiliation === null && person.role === null;
    if (ticked[at] === false && person.name !== null && isBare) person.status = 'absent';
  });
}
