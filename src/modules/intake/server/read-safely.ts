import { Worker } from 'node:worker_threads';
import { Refusal, refuse } from '#kernel/problem.ts';
import type { ReadingKind } from '#kernel/reading/index.ts';
import type { KnownTexts } from '#formats/document/index.ts';
import type { ReadFile } from '../domain/read-file.ts';
import type { Outcome, Task } from './reading-worker.ts';

/** Readings at the same time; more wait their turn. */
const atOnce = 2;
/** Files that may wait; each is held in memory. */
const mostWaiting = 20;
/** A file that takes longer is not read: the largest real ones take a few seconds. */
const longest = 120_000;
/** Memory for one thread, in megabytes. */
const memory = 1536;

let busy = 0;
const waiting: (() => void)[] = [];
/** Threads that have nothing to do; starting one takes longer than reading most files. */
const idle: Worker[] = [];

/**
 * Reads a file in a thread of its own, with a limit on time and memory: whatever the file does to its reader, the
 * workbench goes on. A thread that failed is not used again.
 * @throws Refusal when the file cannot be read, or not within the limits
 */
export async function readSafely(
  bytes: Uint8Array,
  name: string,
  only: ReadingKind | null = null,
  known: KnownTexts | null = null,
): Promise<ReadFile> {
  if (busy >= atOnce) {
    if (waiting.length >= mostWaiting) {
      refuse('busy', 'Too many files are being read at the moment.', 'Try again in a minute.', { file: name });
    }
    await new Promise<void>((resolve) => waiting.push(resolve));
  }
  busy++;
  const thread = idle.pop() ?? newThread();
  try {
    const outcome = await ask(thread, { bytes, name, only, known });
    thread.unref();
    idle.push(thread);
    return told(outcome, name);
  } finally {
    busy--;
    waiting.shift()?.();
  }
}

function newThread(): Worker {
  const thread = new Worker(new URL(import.meta.resolve('#modules/intake/server/reading-worker.ts')), {
    resourceLimits: { maxOldGenerationSizeMb: memory },
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  // A thread that ends while it has nothing to do is no news, but must not be used again.
  thread.on('error', () => undefined);
  thread.once('exit', () => {
    const at = idle.indexOf(thread);
    if (at !== -1) idle.splice(at, 1);
  });
  return thread;
}

/** Gives a thread one file. A thread that fails, or takes too long, is ended and its promise refused. */
function ask(thread: Worker, task: Task): Promise<Outcome> {
  thread.ref();
  return new Promise<Outcome>((resolve, reject) => {
    const settle = (): void => {
      clearTimeout(timer);
      thread.off('message', answered).off('error', failed).off('exit', ended);
    };
    const fail = (code: string, message: string, remedy: string): void => {
      settle();
      void thread.terminate();
      reject(new Refusal({ code, message, remedy, place: { file: task.name } }));
    };
    const answered = (outcome: Outcome): void => {
      settle();
      resolve(outcome);
    };
    const failed = (error: Error & { code?: string }): void =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? fail('too-large', 'The file needs more memory than one file may take.', 'Split it into smaller files.')
        : fail('reader-failed', `The file could not be read: ${error.message}.`, 'Report this file to us.');
    const ended = (): void =>
      fail('reader-failed', 'Reading the file ended without an answer.', 'Report this file to us.');
    const timer = setTimeout(
      () => fail('too-slow', 'The file took too long to read.', 'Split it into smaller files.'),
      longest,
    );
    thread.on('message', answered).on('error', failed).on('exit', ended);
    thread.postMessage(task);
  });
}

function told(outcome: Outcome, name: string): ReadFile {
  if ('read' in outcome) return outcome.read;
  if ('refused' in outcome) throw new Refusal(outcome.refused);
  refuse('reader-failed', `The file could not be read: ${outcome.failed}.`, 'Report this file to us.', { file: name });
}
