/** Heads and feet of pages. */
import { describe, expect, it } from 'vitest';
import { meetingOf } from '../helpers.js';

describe('page heads without form feeds', () => {
  it('are told by the number that counts on in them, and by the title word for word', () => {
    const prose = Array.from(
      { length: 14 },
      (_, at) =>
        `Rad ${String.fromCodePoint(65 + at)} av texten handlar om vården i de mindre orterna.`,
    );
    const { agenda } = meetingOf(
      `Mötesanteckning SVN\n\nDatum: 3 mars 2022\nTid: 9.00\n\n1. Inledning\n${prose.join('\n')}\nDnr 2021-417 Sida 2\n${prose.join('\n')}\nMötesanteckning SVN\n${prose.join('\n')}\nDnr 2021-417 Sida 3\n\n2. Rapport\nInget nytt.\n`,
    );
    expect(agenda[0]?.text.split(/\s+(?=Rad )/u)).toEqual([...prose, ...prose, ...prose]);
  });
});
