/** The closing line of CI: how many tests passed, failed and were skipped, by the runner's own report. */
import { readFileSync } from 'node:fs';

const status = Number(process.argv[2] ?? 1);
let counts = { passed: 0, failed: 0, skipped: 0 };
try {
  const report = JSON.parse(readFileSync('.vitest-report.json', 'utf8'));
  counts = {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  };
} catch {
  // No report: a step before the tests failed.
}
if (status !== 0 && counts.failed === 0) counts.failed = 1;
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exit(status);
