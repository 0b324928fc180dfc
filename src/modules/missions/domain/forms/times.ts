/** An answer about time, line by line: what each line was read as, or that it names no date. */
import type { When } from '#kernel/reading/index.ts';
import { timesIn } from '../recognise/timeline.ts';

/** One line as it was typed. */
export interface ReadLine {
  line: string;
  /** The times that it names, in order. */
  times: When[];
  /** Whether it was taken to say what is due at the time above it. */
  tellsWhat: boolean;
}

/**
 * The lines of an answer with their times, as the recogniser reads the whole answer: a month without a year takes the
 * only year that the answer names, and a line without a time may say what is due at the time above.
 */
export function readLines(text: string): ReadLine[] {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const all = asTimes(lines);
  let next = 0;
  return lines.map((line) => {
    const own = asTimes([line]).length;
    const times = all.slice(next, next + own);
    const tellsWhat = own === 0 && next > 0 && all[next - 1]?.what === line;
    next += own;
    return { line, times, tellsWhat };
  });
}

const asTimes = (lines: readonly string[]): When[] => timesIn(lines.map((text) => ({ text, what: null })));
