/** How commands speak: results on standard output, everything else on standard error. */
import { styleText } from 'node:util';
import { describe, Refusal } from '#kernel/problem.ts';

/** A line of result. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** A line of news, which never mixes with results. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** An error, in red where the terminal has colours. */
export function complain(text: string): void {
  process.stderr.write(`${styleText('red', 'throughline:', { stream: process.stderr })} ${text}\n`);
}

/**
 * Tells why something failed: a refusal in words for people, anything else as a fault of ours, with its trace.
 * @returns the exit code
 */
export function complainOf(error: unknown): 2 | 3 {
  if (error instanceof Refusal) {
    complain(describe(error.problem));
    return 2;
  }
  complain('a fault of Throughline itself, not of what you gave it; please report what follows.');
  say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return 3;
}

export interface Progress {
  at(done: number, of: number, what: string): void;
  end(summary: string | null): void;
}

/** Progress of long work: one line rewritten on a terminal, a line a step elsewhere. */
export function progress(title: string): Progress {
  const live = process.stderr.isTTY;
  let drawn = false;
  return {
    at(done, of, what) {
      const filled = Math.round((done / Math.max(of, 1)) * 20);
      const line = `${title}  ${'█'.repeat(filled)}${'░'.repeat(20 - filled)}  ${done}/${of}  ${what}`;
      if (live) process.stderr.write(`\r\u001b[K${line.slice(0, (process.stderr.columns ?? 80) - 1)}`);
      else say(`${title}: ${done}/${of} ${what}`);
      drawn = true;
    },
    end(summary) {
      if (live && drawn) process.stderr.write('\r\u001b[K');
      if (summary !== null) say(summary);
    },
  };
}
