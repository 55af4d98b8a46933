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

interface Waiting {
  job: Job;
  done: (read: Read) => void;
}

interface Thread {
  worker: Worker;
  /** It has loaded what it reads with: until then no file's time runs. */
  ready: boolean;
  /** What it is reading. */
  busy: Waiting | null;
  timer: NodeJS.Timeout | null;
}

export class Pool {
  private readonly threads: Thread[] = [];
  private readonly queue: Waiting[] = [];
  private closed = false;

  constructor(private readonly options: PoolOptions) {}

  /** Resolves with what the file said, or why it could not be read; never rejects. */
  read(job: Job): Promise<Read> {
    return new Promise((done) => {
      this.queue.push({ job, done });
      this.grow();
      this.dispatch();
    });
  }

  /** A thread is started when there is a file for it. */
  private grow(): void {
    const busy = this.threads.filter((thread) => thread.busy).length;
    const wanted = Math.min(this.options.threads, busy + this.queue.length);
    while (this.threads.length < wanted) this.threads.push(this.start());
  }

  private start(): Thread {
    const worker = new Worker(new URL('./worker.js', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: this.options.memory },
    });
    const thread: Thread = { worker, ready: false, busy: null, timer: null };
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

  private dispatch(): void {
    for (const thread of this.threads) {
      if (thread.busy || !thread.ready) continue;
      const next = this.queue.shift();
      if (!next) return;
      thread.busy = next;
      thread.timer = setTimeout(() => {
        const seconds = String(this.options.timeout / 1000);
        this.replace(thread, `reading it took longer than ${seconds} seconds`);
      }, this.options.timeout);
      thread.worker.postMessage(next.job);
    }
  }

  private finish(thread: Thread, read: Read): void {
    if (thread.timer) clearTimeout(thread.timer);
    const done = thread.busy?.done;
    thread.busy = null;
    thread.timer = null;
    done?.(read);
  }

  private replace(thread: Thread, reason: string): void {
    const at = this.threads.indexOf(thread);
    if (at < 0 || this.closed) return;
    void thread.worker.terminate();
    this.threads[at] = this.start();
    this.finish(thread, unreadable(reason, 'look at the file; split it or convert it anew'));
    this.dispatch();
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
