import { Worker } from 'node:worker_threads';
import { Refusal, refuse } from '#kernel/problem.ts';
import type { ReadingKind } from '#kernel/reading/index.ts';
import type { ReadFile } from '../domain/read-file.ts';
import type { Outcome, Task } from './reading-worker.ts';

/** Readings at the same time; more wait their turn. */
const atOnce = 2;
/** Files that may wait; each is held in memory. */
const mostWaiting = 20;
/** A file that takes longer is not read: the largest real ones take a few seconds. */
const longest = 120_000;
/** Memory for one reading, in megabytes. */
const memory = 1536;

let busy = 0;
const waiting: (() => void)[] = [];

/**
 * Reads a file in a thread of its own, with a limit on time and memory: whatever the file does to its reader, the
 * workbench goes on.
 * @throws Refusal when the file cannot be read, or not within the limits
 */
export async function readSafely(bytes: Uint8Array, name: string, only: ReadingKind | null = null): Promise<ReadFile> {
  if (waiting.length >= mostWaiting) {
    refuse('busy', 'Too many files are being read at the moment.', 'Try again in a minute.', { file: name });
  }
  if (busy >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  busy++;
  try {
    return await inThread({ bytes, name, only });
  } finally {
    busy--;
    waiting.shift()?.();
  }
}

function inThread(task: Task): Promise<ReadFile> {
  const worker = new Worker(new URL(import.meta.resolve('#modules/intake/server/reading-worker.ts')), {
    resourceLimits: { maxOldGenerationSizeMb: memory },
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  return new Promise<ReadFile>((resolve, reject) => {
    const timer = setTimeout(
      () => fail('too-slow', 'The file took too long to read.', 'Split it into smaller files.'),
      longest,
    );
    const end = (): void => {
      clearTimeout(timer);
      void worker.terminate();
    };
    const fail = (code: string, message: string, remedy: string): void => {
      end();
      reject(new Refusal({ code, message, remedy, place: { file: task.name } }));
    };
    worker.once('message', (outcome: Outcome) => {
      end();
      if ('read' in outcome) resolve(outcome.read);
      else if ('refused' in outcome) reject(new Refusal(outcome.refused));
      else fail('reader-failed', `The file could not be read: ${outcome.failed}.`, 'Report this file to us.');
    });
    worker.once('error', (error: Error & { code?: string }) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? fail('too-large', 'The file needs more memory than one file may take.', 'Split it into smaller files.')
        : fail('reader-failed', `The file could not be read: ${error.message}.`, 'Report this file to us.'),
    );
    worker.postMessage(task);
  });
}
