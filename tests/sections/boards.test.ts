/** Minutes of boards: case numbers, proposals, contents. */
import { describe, expect, it } from 'vitest';
import type { Meeting } from '../../src/record/schema.js';
import { meetingOf } from '../helpers.js';

describe('minutes of a board', () => {
  const noteOf = (items: string): Meeting =>
    meetingOf(
      `Styrelseprotokoll\n\nDatum: 3 mars 2022\nNärvarande: Ulla Vik, Bo Lindal\n\n${items}\n`,
    );

  it('decide in the past tense', () => {
    const { decisions } = noteOf(
      '§ 1 Budget\nStyrelsen beslöt att anta budgeten. Kommunstyrelsen beslutade att höja taxan.\n§ 2 Övrigt\nInget.',
    );
    expect(decisions.map(({ text }) => text)).toEqual(['Styrelsen beslöt att anta budgeten.']);
  });

  it('have their titles below the case number', () => {
    const { agenda } = noteOf(
      '§ 1\nDnr 2011/88\nKvartalsrapport\n\nRapporten gås igenom.\n\n§ 2\nBistånd\n\nLäget gås igenom.',
    );
    expect(agenda.map(({ title }) => title)).toEqual(['Kvartalsrapport', 'Bistånd']);
  });

  it('have no items in their contents', () => {
    const { agenda } = noteOf(
      'Ärendelista\n§ 1 Budget ............... 5\n§ 2 Övrigt .............. 7\n\n§ 1 Budget\nBudgeten gås igenom.\n§ 2 Övrigt\nInget.',
    );
    expect(agenda.map(({ title, text }) => [title, text])).toEqual([
      ['Budget', 'Budgeten gås igenom.'],
      ['Övrigt', 'Inget.'],
    ]);
  });
});

describe('what boards tell of before they decide', () => {
  const noteOf = (items: string): Meeting =>
    meetingOf(
      `Styrelseprotokoll\n\nDatum: 3 mars 2022\nNärvarande: Ulla Vik, Bo Lindal\n\n${items}\n\n§ 9 Övrigt\nInget.\n`,
    );

  it('is no decision: a proposal that was turned down', () => {
    const { decisions, assignments } = noteOf(
      '§ 8 Bidrag\nFörslag till beslut\nStyrelsen beslutar att bevilja bidrag och ger kassören i uppdrag att betala.\nReservation\nUlla Vik vill att kassören får i uppdrag att betala.\nBeslut\nStyrelsen beslutar att avslå ansökan.',
    );
    expect(decisions.map(({ text }) => text)).toEqual(['Styrelsen beslutar att avslå ansökan.']);
    expect(assignments).toEqual([]);
  });

  it.each([
    'Bo Lindal yrkar att styrelsen ger kassören i uppdrag att skriva ett brev.',
    'Ulla Vik föreslår att kassören får i uppdrag att skriva ett brev.',
    'Kassören får i uppdrag av regeringen att skriva ett brev.',
    'Ulla Vik informerar.',
    'Om det inte fungerar kontaktar Bo kommunen.',
    'Ingen återkommer i frågan.',
  ])('tells nobody what to do: %s', (sentence) => {
    expect(noteOf(`§ 8 Läget\n${sentence}`).assignments).toEqual([]);
  });

  it('is an assignment where the board itself gives it', () => {
    const { assignments } = noteOf(
      '§ 8 Läget\nKassören får i uppdrag av styrelsen att skriva ett brev.',
    );
    expect(assignments.map(({ task }) => task)).toEqual(['skriva ett brev']);
  });

  it('names who acts without what else she does', () => {
    const { assignments } = noteOf(
      '§ 8 Läget\nUlla Vik tar med det till ledningsgruppen och återkopplar i april.',
    );
    expect(assignments.flatMap(({ assignees }) => assignees)).toEqual(['Ulla Vik']);
  });
});

describe('labels whose margin was lost', () => {
  it("head a board's people before a name", () => {
    const { participants, signatories } = meetingOf(
      `Region Norr PROTOKOLL 1 (2)\nTrafiknämnden\n2022-03-03\nTid 2022-03-03 kl. 09.00-11.45\nBeslutande Ida Ek (M), ordförande\nBo Lind (S) ersätter Siv Holm (S)\nIcke tjänstgörande ersättare Per Ask (L)\nTjänstepersoner Eva Rask, trafikdirektör\nFrånvarande Siv Holm (S)\nOrdförande ______________ Ida Ek\nSekreterare ______________ Jan Mo\n§ 1 Val av justerare\nNämnden utser Bo Lind.\n§ 2 Ekonomi\nBeslut\nTrafiknämnden noterar informationen.\n`,
    );
    expect(participants.map(({ name, group, status }) => [name, group, status])).toEqual([
      ['Ida Ek', 'Beslutande', 'present'],
      ['Bo Lind', 'Beslutande', 'present'],
      ['Per Ask', 'Icke tjänstgörande ersättare', 'present'],
      ['Eva Rask', 'Tjänstepersoner', 'present'],
      ['Siv Holm', null, 'absent'],
    ]);
    expect(signatories.map(({ name, role }) => [name, role])).toEqual([
      ['Ida Ek', 'Ordförande'],
      ['Jan Mo', 'Sekreterare'],
    ]);
  });
});

describe('an extract of minutes', () => {
  it('has the one paragraph that it was made for', () => {
    const { agenda, decisions } = meetingOf(
      `Utdrag ur protokoll\nRegionfullmäktige\nDatum: 3 mars 2022\n\n\n§ 71\n\nSvar på motion om fria bussar\n\nBeslut\n\nRegionfullmäktige beslutar\n\n1. att avslå motionen, samt\n2. att uppdra åt regionstyrelsen att redovisa läget senast i mars 2023.\n\nBeslutet skickas till\n\nRegionstyrelsen\n`,
    );
    expect(agenda.map(({ number, title }) => [number, title])).toEqual([
      ['71', 'Svar på motion om fria bussar'],
    ]);
    expect(decisions.map(({ text }) => text)).toEqual([
      'att avslå motionen, samt',
      'att uppdra åt regionstyrelsen att redovisa läget senast i mars 2023.',
    ]);
  });
});
