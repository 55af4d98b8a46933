/** A thread that reads files, one after the other in the order in which they come. */
import { parentPort } from 'node:worker_threads';
import { parsers } from '../../../parsers/index.js';
import { type Job, readJob } from './read.js';

let last: Promise<void> = Promise.resolve();

parentPort?.on('message', (job: Job) => {
  last = last.then(async () => {
    parentPort?.postMessage(await readJob(job, parsers));
  });
});

parentPort?.postMessage('ready');
