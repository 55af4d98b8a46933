#!/usr/bin/env node
import { run } from '../dist/src/cli/main.js';

// A reader that has gone (`sro parse … | head`) ends the writing, not the program with an error.
process.stdout.on('error', (error) => {
  if (error.code === 'EPIPE') process.exit(0);
  process.stderr.write(`sro: cannot write: ${error.message}\n`);
  process.exit(1);
});

const now = new Date();
const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
  .map((part) => String(part).padStart(2, '0'))
  .join('-');
const { stdout, stderr, stdin, env } = process;
process.exitCode = await run(process.argv.slice(2), { stdout, stderr, stdin, env, today });
