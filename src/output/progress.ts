/** How far a long work has come: one line that is written over, on a terminal only. */
import { sanitise } from './sanitise.js';

/** Milliseconds between two writings. */
const EVERY = 100;

export class Progress {
  private readonly started = Date.now();
  private last = 0;
  private shown = false;
  /** How many there are in all, once that is known. */
  total: number | null = null;

  constructor(
    private readonly stream: NodeJS.WritableStream & { isTTY?: boolean; columns?: number },
    private readonly unit: string,
  ) {}

  /** @param done how many so far @param what what is being worked on */
  tell(done: number, what: string): void {
    const now = Date.now();
    const rate = Math.round((done * 1000) / Math.max(1, now - this.started));
    const of = this.total === null ? '' : `/${String(this.total)}`;
    this.show(
      `${String(done)}${of} ${this.unit}, ${String(rate)}/s${this.left(done, rate)}  ${sanitise(what)}`,
    );
  }

  /** Another work that follows, by its own words. */
  show(words: string): void {
    const now = Date.now();
    if (!this.stream.isTTY || now - this.last < EVERY) return;
    this.last = now;
    this.shown = true;
    this.stream.write(`\r\u001B[2K${words.slice(0, (this.stream.columns ?? 80) - 1)}`);
  }

  private left(done: number, rate: number): string {
    if (this.total === null || rate === 0 || this.total <= done) return '';
    const seconds = Math.ceil((this.total - done) / rate);
    return `, ${seconds < 90 ? `${String(seconds)} s` : `${String(Math.ceil(seconds / 60))} min`} left`;
  }

  end(): void {
    if (this.shown) this.stream.write('\r\u001B[2K');
    this.shown = false;
  }
}
