/** Worker threads that read files. One that hangs or dies is replaced, and its file is reported. */
import { Worker } from 'node:worker_threads';
import { type Job, type Read, unreadable } from './read.js';

export interface PoolOptions {
  threads: number;
  /** Milliseconds that one file may take. */
  timeout: number;
  /** Megabytes of memory that one thread may use. */
  memory: number;
}

/** In place of what a file said: the import was stopped before it was read. */
export const DROPPED = Symbol('dropped');

interface Waiting {
  job: Job;
  done: (read: Read | typeof DROPPED) => void;
}

/** A thread has files waiting with it, so that it reads on while the main thread stores what it has read. */
const DEPTH = 64;

/** Reading makes much that is soon forgotten: room for it saves a tenth of the time. */
const YOUNG_MB = 64;

interface Thread {
  worker: Worker;
  /** It has loaded what it reads with: until then no file's time runs. */
  ready: boolean;
  /** What it was given, in the order in which it reads; the first is being read. */
  given: Waiting[];
  /** Runs out when the first takes too long. */
  timer: NodeJS.Timeout | null;
}

export class Pool {
  private readonly threads: Thread[] = [];
  private readonly queue: Waiting[] = [];
  private closed = false;

  constructor(private readonly options: PoolOptions) {}

  /** Resolves with what the file said, or why it could not be read; never rejects. */
  read(job: Job): Promise<Read | typeof DROPPED> {
    if (this.closed) return Promise.resolve(DROPPED);
    return new Promise((done) => {
      this.queue.push({ job, done });
      this.grow();
      this.dispatch();
    });
  }

  /** A thread is started when there is a file for it. */
  private grow(): void {
    const busy = this.threads.filter(({ given }) => given.length > 0).length;
    const wanted = Math.min(this.options.threads, busy + this.queue.length);
    while (this.threads.length < wanted) this.threads.push(this.start());
  }

  private start(): Thread {
    const worker = new Worker(new URL('./worker.js', import.meta.url), {
      resourceLimits: {
        maxOldGenerationSizeMb: this.options.memory,
        maxYoungGenerationSizeMb: YOUNG_MB,
      },
    });
    const thread: Thread = { worker, ready: false, given: [], timer: null };
    worker.on('message', (message: Read | 'ready') => {
      if (message === 'ready') thread.ready = true;
      else this.finish(thread, message);
      this.dispatch();
    });
    worker.on('error', (error) => {
      this.replace(thread, whyItDied(error));
    });
    return thread;
  }

  /** Each file goes to the thread with the fewest. */
  private dispatch(): void {
    const ready = this.threads.filter((thread) => thread.ready);
    while (this.queue.length > 0) {
      const [idlest] = ready.sort((one, other) => one.given.length - other.given.length);
      if (!idlest || idlest.given.length >= DEPTH) return;
      const next = this.queue.shift();
      if (next) this.give(idlest, next);
    }
  }

  private give(thread: Thread, waiting: Waiting): void {
    thread.given.push(waiting);
    thread.worker.postMessage(waiting.job);
    if (thread.given.length === 1) this.watch(thread);
  }

  /** Begins the time of the first file. */
  private watch(thread: Thread): void {
    if (thread.timer) clearTimeout(thread.timer);
    thread.timer = null;
    const [first] = thread.given;
    // What a thread said just before it was ended is still heard, and must not keep the program waiting.
    if (!first || this.closed) return;
    thread.timer = setTimeout(() => {
      // What was read while the main thread was busy is heard first.
      setImmediate(() => {
        if (thread.given[0] === first) this.giveUp(thread);
      });
    }, this.options.timeout);
  }

  private giveUp(thread: Thread): void {
    const seconds = String(this.options.timeout / 1000);
    this.replace(thread, `reading it took longer than ${seconds} seconds`);
  }

  private finish(thread: Thread, read: Read): void {
    const first = thread.given.shift();
    this.watch(thread);
    first?.done(read);
  }

  /** The file that was being read is reported; those behind it go to another thread. */
  private replace(thread: Thread, reason: string): void {
    const at = this.threads.indexOf(thread);
    if (at < 0 || this.closed) return;
    void thread.worker.terminate();
    if (thread.timer) clearTimeout(thread.timer);
    this.threads[at] = this.start();
    const [first, ...behind] = thread.given;
    this.queue.unshift(...behind);
    first?.done(unreadable(reason, 'look at the file; split it or convert it anew'));
    this.dispatch();
  }

  /** Reads no further: what has not been read whole is dropped, and read by the next import. */
  drop(): void {
    const waiting = [...this.queue, ...this.threads.flatMap(({ given }) => given)];
    void this.close();
    this.queue.length = 0;
    for (const thread of this.threads) thread.given.length = 0;
    for (const { done } of waiting) done(DROPPED);
  }

  async close(): Promise<void> {
    this.closed = true;
    for (const { timer } of this.threads) if (timer) clearTimeout(timer);
    await Promise.all(this.threads.map(({ worker }) => worker.terminate()));
  }
}

function whyItDied(error: Error): string {
  return (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? 'reading it took more memory than one file may'
    : `reading it failed: ${error.message}`;
}
