/** Single rules of reading, each with the shortest note that needs it; whole records are in the golden tests. */
import { describe, expect, it } from 'vitest';
import type { Meeting } from '../src/record/schema.js';
import { meetingOf } from './helpers.js';

const HEAD = 'Mötesanteckningar från styrgruppen för närvård\n\n';
const BODY = '\n1. Inledning\nOrdföranden hälsar välkommen till mötet.\n';

const peopleOf = (list: string): [string | null, string | null, string | null][] =>
  meetingOf(`${HEAD}Datum: 3 mars 2022\n\nNärvarande\n${list}\n${BODY}`).participants.map(
    ({ name, affiliation, remark }) => [name, affiliation, remark],
  );

const headOf = (line: string): Meeting => meetingOf(`${HEAD}${line}\n${BODY}`);

describe('a list of people', () => {
  it('goes on after a stop between two names', () => {
    expect(peopleOf('Ulla Vik, Bo Lindal och Siv Holm. Per Nord från punkt 3.')).toEqual([
      ['Ulla Vik', null, null],
      ['Bo Lindal', null, null],
      ['Siv Holm', null, null],
      ['Per Nord', null, 'från punkt 3'],
    ]);
  });

  it('is not parted by the stop of a short form', () => {
    expect(peopleOf('Ordf. Ulla Vik, tf. Chef Bo Lindal').map(([name]) => name)).toEqual([
      'Ulla Vik',
      'Bo Lindal',
    ]);
  });

  it('keeps no tick of a column of presence, and who has none did not come', () => {
    const { participants } = meetingOf(
      `${HEAD}Datum: 3 mars 2022\n\nNärvarande\nUlla Vik X\nBo Lindal X, § 4–9\nSiv Holm\nPer Nord X\nSuppleanter\nEva Ask X\n${BODY}`,
    );
    expect(
      participants.map(({ name, status, affiliation, remark, group }) => [
        name,
        status,
        affiliation,
        remark,
        group,
      ]),
    ).toEqual([
      ['Ulla Vik', 'present', null, null, null],
      ['Bo Lindal', 'present', null, '§ 4–9', null],
      ['Siv Holm', 'absent', null, null, null],
      ['Per Nord', 'present', null, null, null],
      ['Eva Ask', 'present', null, null, 'Suppleanter'],
    ]);
  });
});

describe('the place on a line with the time', () => {
  it('is what is left, without the words that led to the times', () => {
    expect(headOf('Tid och plats: Teamsmöte den 3 mars 2022 mellan 16.10 och 17.00')).toMatchObject(
      {
        place: 'Teamsmöte',
        startTime: '16:10',
        endTime: '17:00',
      },
    );
    expect(headOf('Tid och plats: 3 mars 2022 från 9.00 till 10.00, Rådhuset').place).toBe(
      'Rådhuset',
    );
  });

  it.each([
    'Protokoll fört vid möte med Åsens vägförening den 3 mars 2022 kl 16.00',
    'Vårdråd 3 mars 2022',
    'Möte med styrgruppen 3 mars 2022',
  ])('is not what names the meeting: %s', (line) => {
    expect(headOf(line)).toMatchObject({ date: '2022-03-03', place: null });
  });
});
