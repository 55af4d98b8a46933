/**
 * Precision, recall and F1 per section and field against written-down expectations, strict, and the share of notes
 * whose whole record is exact. `npm run score` for the figures, `npm run score -- --differences` for each difference.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Score } from '../dist/src/score/compare.js';
import { newLogScore, scoreSeries, seriesIn } from '../dist/src/score/logscore.js';
import { casesIn, factCases, scoreCase } from '../dist/src/score/notes.js';

const words = process.argv.slice(2);
const showsDifferences = words.includes('--differences');
const showsFields = words.includes('--fields');
const named = words.filter((word) => !word.startsWith('--'));

const own = readdirSync('fixtures', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .map((name) => join('fixtures', name))
  .filter((folder) => readdirSync(folder).some((file) => file.endsWith('.expected.json')));
const folders = named.length > 0 ? named : ['seeds', ...own];
const whole = new Score();

for (const folder of folders) report(folder, casesIn(folder));
if (named.length === 0 && existsSync('../shared/seeds')) {
  report('the real notes, facts only', factCases('tests/facts/real-notes.json', '../shared/seeds'));
}
if (folders.length > 1) print('all', whole);
if (named.length === 0) reportLog();

function report(title, cases) {
  const score = new Score();
  for (const one of cases) {
    scoreCase(score, one);
    scoreCase(whole, one);
  }
  print(title, score);
  if (!showsDifferences) return;
  for (const { where, section, field, got, wanted } of score.differences) {
    console.log(
      `  ${where}  ${section}.${field}\n    got    ${got?.slice(0, 240)}\n    wanted ${wanted?.slice(0, 240)}`,
    );
  }
}

function reportLog() {
  const score = newLogScore();
  const series = seriesIn('fixtures/serier');
  for (const folder of series) scoreSeries(score, folder);
  console.log(`\nthe log: ${series.length} series of meetings`);
  for (const name of ['entries', 'timing', 'history', 'expected', 'expiring'])
    printTally(name, score[name]);
  if (showsDifferences) console.log(score.differences.map((line) => `  ${line}`).join('\n'));
}

function print(title, score) {
  console.log(
    `\n${title}: ${score.notes} notes, ${score.exact} exact (${Math.round((100 * score.exact) / score.notes)} %)`,
  );
  for (const [name, tally] of score.tallies) {
    if (name.includes('.') && !showsFields) continue;
    printTally(name, tally);
  }
}

function printTally(name, tally) {
  const figures = [tally.precision, tally.recall, tally.f1]
    .map((figure) => figure.toFixed(3).padStart(6))
    .join(' ');
  console.log(
    `  ${name.padEnd(28)} P R F1 ${figures}   (${tally.right} right, ${tally.got} given, ${tally.wanted} wanted)`,
  );
}
