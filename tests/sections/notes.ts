/** The shortest notes that need a rule: a head, an item, and what is to be read. */
import type { Meeting } from '../../src/record/schema.js';
import { meetingOf } from '../helpers.js';

export const TITLE = 'Mötesanteckningar från styrgruppen för närvård\n\n';
export const HEAD = `${TITLE}Datum: 3 mars 2022\n`;
export const ITEM = '\n1. Inledning\nOrdföranden hälsar välkommen till mötet.\n';
export const BODY = `${ITEM}\n2. Rapport\nInget nytt.\n`;

/** A note with these lines below its title. */
export const headOf = (lines: string): Meeting => meetingOf(`${TITLE}${lines}\n${BODY}`);

/** A note whose second item has these lines. */
export const noteWith = (lines: string): Meeting =>
  meetingOf(`${HEAD}${ITEM}\n2. Rapport\n${lines}\n\n3. Avslut\nMötet avslutas.\n`);

export const textOf = (lines: string): string | undefined => noteWith(lines).agenda[1]?.text;

/** Who is to do what, and until when. */
export const undertakenIn = (sentence: string): [string[], string, string | null | undefined][] =>
  noteWith(sentence).assignments.map(({ assignees, task, due }) => [assignees, task, due?.latest]);

/** What is to come, and from when to when. */
export const plannedIn = (sentence: string): [string, string | null, string | null][] =>
  noteWith(sentence).milestones.map(({ label, when }) => [label, when.earliest, when.latest]);

/** Name, side, group and organisation of each person of a roster with its headings. */
export const rosterOf = (
  roster: string,
): [string | null, string | null, string | null, string | null][] =>
  meetingOf(`${HEAD}\n${roster}\n${BODY}`).participants.map(
    ({ name, side, group, affiliation }) => [name, side, group, affiliation],
  );

/** Name, organisation and remark of those in a list of who was there. */
export const peopleOf = (list: string): [string | null, string | null, string | null][] =>
  meetingOf(`${HEAD}\nNärvarande\n${list}\n${BODY}`).participants.map(
    ({ name, affiliation, remark }) => [name, affiliation, remark],
  );
