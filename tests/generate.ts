/** Generated notes: as many as a test wants, all different, all readable, the same for the same number. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FIRST = [
  'Anna',
  'Bo',
  'Cecilia',
  'David',
  'Elin',
  'Fredrik',
  'Gunilla',
  'Hans',
  'Ingrid',
  'Jonas',
];
const LAST = [
  'Almgren',
  'Berg',
  'Carlsson',
  'Dahl',
  'Ek',
  'Frisk',
  'Grahn',
  'Holm',
  'Isaksson',
  'Jonsson',
];
const MATTERS = [
  'läkarmedverkan i hemsjukvården',
  'trygg utskrivning från sjukhus',
  'gemensam plan för suicidprevention',
  'hjälpmedel för barn',
  'digitala vårdmöten',
  'rehabilitering efter stroke',
  'tandvård för äldre',
];
const MONTHS = ['januari', 'februari', 'mars', 'april', 'maj', 'juni'];

const pick = <T>(from: readonly T[], seed: number): T => from[seed % from.length] as T;

/** @param number which note: every number gives another @param bodies how many bodies meet */
export function generatedNote(number: number, bodies = 50): string {
  const body = `GB${String(number % bodies).padStart(2, '0')}`;
  const day = String((number % 27) + 1).padStart(2, '0');
  const month = String((Math.trunc(number / 27) % 12) + 1).padStart(2, '0');
  const year = 2005 + (Math.trunc(number / 324) % 20);
  const chair = `${pick(FIRST, number)} ${pick(LAST, Math.trunc(number / 7))}`;
  const matter = pick(MATTERS, number);
  return `Minnesanteckningar ${body}
Gruppen för beredning nummer ${String(number % bodies)}, ${body}
Datum: ${String(year)}-${month}-${day}
Tid: 13.00–15.00
Plats: Stadshuset, rum ${String(number)}

Närvarande: ${chair}, ordförande, ${pick(FIRST, number + 3)} Lund, Vara kommun

1. Mötets öppnande
Ordföranden hälsar välkommen till möte ${String(number)}.

2. Lägesrapport om ${matter}
Information
Föredragande: ${pick(FIRST, number + 3)} Lund

Arbetet fortgår i ${String((number % 9) + 2)} kommuner. Kostnaden är ${String(number)} kronor.

Ställningstagande
- ${body} noterar informationen.
- ${body} ger förbundsdirektören i uppdrag att redovisa ärende ${String(number)} senast den 15 ${pick(MONTHS, number)} ${String(year + 1)}.

3. Övriga frågor
Inga övriga frågor.
`;
}

/** A note with no more than a decision and an assignment: quickly read. */
export function shortNote(number: number, bodies = 50): string {
  const day = String((number % 27) + 1).padStart(2, '0');
  const year = String(2005 + (Math.trunc(number / bodies) % 20));
  return `Minnesanteckningar KR${String(number % bodies)}
Datum: ${year}-03-${day}

1. Lägesrapport ${String(number)}
Ställningstagande
- Kansliet får i uppdrag att redovisa ärende ${String(number)} senast den 15 maj ${year}.
`;
}

/** Writes notes into a folder, a hundred to a subfolder. */
export function writeNotes(
  folder: string,
  from: number,
  to: number,
  bodies = 50,
  write = generatedNote,
): void {
  for (let number = from; number < to; number += 1) {
    const below = join(folder, String(Math.trunc(number / 100)).padStart(4, '0'));
    mkdirSync(below, { recursive: true });
    writeFileSync(
      join(below, `note-${String(number).padStart(6, '0')}.txt`),
      write(number, bodies),
    );
  }
}
