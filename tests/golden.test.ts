import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { parseNote } from '../src/index.js';
import { meetingSchema } from '../src/record/schema.js';
import { type Difference, Score } from '../src/score/compare.js';
import { casesIn, factCases, scoreCase } from '../src/score/notes.js';
import { decode } from '../src/text/decode.js';
import { allNotes, FIXTURE_FOLDERS, hasRealNotes, meetingIn, REAL_NOTES } from './helpers.js';

// Thousands of tests without a pause would keep the runner from hearing of any of them.
afterEach(() => new Promise((done) => setImmediate(done)));

interface Known {
  where: string;
  field: string;
  why: string;
}
const KNOWN = JSON.parse(readFileSync('fixtures/known-differences.json', 'utf8')) as Known[];
const nameOf = ({ where, section, field }: Difference): string => `${where} ${section}.${field}`;

describe('golden records', () => {
  for (const folder of [
    ...FIXTURE_FOLDERS,
    'fixtures/renderings',
    'fixtures/noisy',
    'fixtures/andra-organ',
  ]) {
    for (const one of casesIn(folder)) {
      it(`${folder}/${one.name} reads as written down, but for what is known`, () => {
        const score = new Score();
        scoreCase(score, one);
        const known = KNOWN.filter(
          ({ where }) => where === one.name || where.startsWith(`${one.name}:`),
        );
        expect(score.differences.map(nameOf).sort()).toEqual(
          known.map(({ where, field }) => `${where} ${field}`).sort(),
        );
      });
    }
  }

  it('the samples of the project are exact but for what is known, and no sample is without an expectation', () => {
    const notes = readdirSync('seeds').filter((file) => file.endsWith('.txt'));
    expect(notes).toHaveLength(5);
    for (const note of notes)
      expect(existsSync(`seeds/${note.replace('.txt', '.expected.json')}`)).toBe(true);
  });

  for (const path of allNotes().filter((note) => !note.includes('english'))) {
    it(`${path}: the record fits the schema, and every line is claimed or reported`, () => {
      const { meeting, document, claims } = parseNote(readFileSync(path), path);
      expect(meetingSchema.parse(meeting)).toEqual(meeting);
      const reported = new Set(
        meeting?.diagnostics
          .filter(({ code }) => code === 'line-unclaimed')
          .map(({ lines }) => lines?.[0]),
      );
      const lost = document?.lines.filter(
        (line) =>
          (line.text !== '' || line.bullet !== null) &&
          !claims?.has(line.no) &&
          !reported.has(line.no),
      );
      expect(lost?.map((line) => `${line.no}: ${line.text}`)).toEqual([]);
    });

    it(`${path}: the lines named hold the words`, () => {
      const meeting = meetingIn(path);
      const raw = (decode(readFileSync(path))?.text ?? '').normalize('NFC').split(/\r\n|\n|\r/u);
      const squash = (text: string): string =>
        text
          .normalize('NFKC')
          .toLowerCase()
          .replaceAll(/[^\p{L}\p{N}]/gu, '');
      const within = (lines: [number, number]): string =>
        squash(raw.slice(lines[0] - 1, lines[1]).join(' '));
      for (const person of meeting.participants) {
        // A name that is broken at its hyphen stands in two rows of its column, with other cells between.
        const last = person.name?.split(/[ -]/u).at(-1) ?? person.affiliation ?? '';
        expect(within(person.lines)).toContain(squash(last));
      }
      for (const decision of meeting.decisions) {
        const words = decision.text.split(' ').filter((word) => /^\p{L}{4,}$/u.test(word));
        expect(words.filter((word) => !within(decision.lines).includes(squash(word)))).toEqual([]);
      }
      for (const { due, lines } of meeting.assignments) {
        if (
          due &&
          meeting.decisions.length > 0 &&
          within(lines).length > 20 &&
          !due.text.includes('nästa')
        ) {
          expect(within([Math.max(1, lines[0] - 1), lines[1] + 3])).toContain(squash(due.text));
        }
      }
    });
  }
});

describe.skipIf(!hasRealNotes)('the real notes (skipped where ../shared/seeds is missing)', () => {
  for (const one of hasRealNotes ? factCases('tests/facts/real-notes.json', REAL_NOTES) : []) {
    it(`${one.name} gives the facts read from it`, () => {
      const score = new Score();
      scoreCase(score, one);
      expect(score.differences).toEqual([]);
    });
  }
});

describe('texts that are no notes', () => {
  for (const file of readdirSync('fixtures/inte-anteckningar')) {
    it(`${file} yields not-a-note, and invents nothing`, () => {
      const { meeting, diagnostics } = parseNote(
        readFileSync(`fixtures/inte-anteckningar/${file}`),
        file,
      );
      expect(meeting).toBeNull();
      expect(diagnostics.map(({ code }) => code)).toEqual(['not-a-note']);
    });
  }
});
