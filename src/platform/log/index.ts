/** The log: one JSON line an event on standard error, without secrets and without addresses of people. */
import { pino, destination, type Logger } from 'pino';

export type Log = Logger;

/** @param level one of pino's levels, or "silent" */
export function openLog(level: string): Log {
  return pino(
    {
      level,
      base: null,
      redact: { paths: ['*.password', '*.token', '*.cookie', '*.email', '*.contact'], censor: '[withheld]' },
    },
    destination({ dest: 2, sync: true }),
  );
}
