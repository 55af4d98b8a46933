/** Colour on a terminal only; NO_COLOR is obeyed. The one place that knows chalk. */
import { Chalk, type ChalkInstance } from 'chalk';

export interface Terminal {
  isTTY?: boolean | undefined;
  columns?: number | undefined;
}

export function colourFor(stream: Terminal, env: NodeJS.ProcessEnv): ChalkInstance {
  const wanted = stream.isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
  return new Chalk({ level: wanted ? 1 : 0 });
}

/** Width to write for: the terminal's, else COLUMNS, else 100; never under 40. */
export function widthOf(stream: Terminal, env: NodeJS.ProcessEnv): number {
  const width = stream.columns ?? Number(env['COLUMNS'] ?? 100);
  return Math.min(300, Math.max(40, Number.isFinite(width) && width > 0 ? width : 100));
}
