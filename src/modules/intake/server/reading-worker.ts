/** The thread in which files of unknown origin are read: what goes wrong here ends here. */
import { parentPort } from 'node:worker_threads';
import { Refusal, type Problem } from '#kernel/problem.ts';
import type { ReadingKind } from '#kernel/reading/index.ts';
import type { KnownTexts } from '#formats/document/index.ts';
import { readFileWhole, type ReadFile } from '../domain/read-file.ts';

export interface Task {
  bytes: Uint8Array;
  name: string;
  only: ReadingKind | null;
  known: KnownTexts | null;
}

export type Outcome = { read: ReadFile } | { refused: Problem } | { failed: string };

parentPort?.on('message', (task: Task) => {
  void work(task).then((outcome) => parentPort?.postMessage(outcome));
});

async function work(task: Task): Promise<Outcome> {
  try {
    return { read: await readFileWhole(task.bytes, task.name, task.only, task.known) };
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.problem };
    return { failed: error instanceof Error ? error.message : 'unknown error' };
  }
}
