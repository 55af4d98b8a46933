/**
 * Times the archive: `npm run bench -- 1000 10000`. Benchmarks, not tests: what they print is written into
 * docs/benchmarks.md by hand, with the machine and the day.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { writeNotes } from '../dist/tests/generate.js';

const BIN = resolve('bin/sro.js');
const sizes = process.argv.slice(2).map(Number);

for (const count of sizes.length > 0 ? sizes : [1000]) {
  const folder = mkdtempSync(join(tmpdir(), 'sro-bench-'));
  const notes = join(folder, 'notes');
  writeNotes(notes, 0, count, Math.max(50, count / 100));
  const megabytes = bytesBelow(notes) / 1e6;
  const run = (what, ...argv) => report(count, what, argv, folder);
  console.log(`${count} notes, ${megabytes.toFixed(1)} MB of text`);
  run('bare node', '--version');
  const one = run('import, one thread', 'import', notes, '--archive', 'one.db', '--jobs', '1');
  const two = run('import, two threads', 'import', notes, '--archive', 'two.db', '--jobs', '2');
  console.log(
    `  ${(megabytes / one).toFixed(2)} and ${(megabytes / two).toFixed(2)} MB/s, ${(one / two).toFixed(2)} times`,
  );
  run('import, nothing changed', 'import', notes, '--archive', 'two.db');
  run(
    'log --overdue',
    'log',
    '--overdue',
    '--archive',
    'two.db',
    '--as-of',
    '2006-06-01',
    '--format',
    'ndjson',
  );
  run(
    'log --overdue, after the last meeting',
    'log',
    '--overdue',
    '--archive',
    'two.db',
    '--as-of',
    '2040-01-01',
    '--format',
    'ndjson',
  );
  run('search', 'search', 'hemsjukvård', '--archive', 'two.db', '--format', 'ndjson');
  rmSync(folder, { recursive: true, force: true });
}

function report(count, what, argv, cwd) {
  const times = [];
  for (
    let time = 0;
    time < (what.startsWith('import,') && !what.includes('nothing') ? 1 : 5);
    time += 1
  ) {
    const started = process.hrtime.bigint();
    execFileSync(process.execPath, [BIN, ...argv], {
      cwd,
      stdio: ['ignore', 'ignore', 'inherit'],
      maxBuffer: 1e9,
    });
    times.push(Number(process.hrtime.bigint() - started) / 1e9);
  }
  const best = Math.min(...times);
  console.log(`  ${what.padEnd(40)} ${best.toFixed(3)} s`);
  return best;
}

function bytesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name);
    return sum + (entry.isDirectory() ? bytesBelow(path) : statSync(path).size);
  }, 0);
}
