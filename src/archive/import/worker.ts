/** A thread that reads files, one after the other. */
import { parentPort } from 'node:worker_threads';
import { parsers } from '../../../parsers/index.js';
import { type Job, readJob } from './read.js';

parentPort?.on('message', (job: Job) => {
  void readJob(job, parsers).then((read) => {
    parentPort?.postMessage(read);
  });
});

parentPort?.postMessage('ready');
