/**
 * Prints the differences between what the fixtures' expectations say and what is read today, in the form of
 * fixtures/known-differences.json. It writes nothing: a person reads the diff and decides.
 */
import { readFileSync } from 'node:fs';
import { Score } from '../dist/src/score/compare.js';
import { casesIn, scoreCase } from '../dist/src/score/notes.js';

const known = JSON.parse(readFileSync('fixtures/known-differences.json', 'utf8'));
const whyOf = (where, field) =>
  known.find((one) => one.where === where && one.field === field)?.why ?? 'open';
const found = [];
for (const folder of [
  'fixtures/minnesanteckning',
  'fixtures/motesanteckning',
  'fixtures/natverksanteckning',
  'fixtures/okand',
  'fixtures/renderings',
  'fixtures/noisy',
  'fixtures/andra-organ',
  'seeds',
]) {
  for (const one of casesIn(folder)) {
    const score = new Score();
    scoreCase(score, one);
    for (const { where, section, field } of score.differences) {
      found.push({ where, field: `${section}.${field}`, why: whyOf(where, `${section}.${field}`) });
    }
  }
}
console.log(JSON.stringify(found, null, 1));
