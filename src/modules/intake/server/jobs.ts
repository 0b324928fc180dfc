import { newId } from '#kernel/ids.ts';
import { Refusal, refuse, type Problem } from '#kernel/problem.ts';
import { mustMay, type Context } from '#modules/access/server/index.ts';
import { takeIn, type Incoming, type TakenIn } from './take-in.ts';

/** What has become of one file of a job. */
export interface JobFile {
  name: string;
  state: 'waiting' | 'being read' | 'done' | 'refused';
  result: TakenIn | null;
  problem: Problem | null;
}

/** Files being taken in. A job lives as long as this process; each file is stored whole or not at all. */
export interface Job {
  id: string;
  startedAt: Date;
  files: JobFile[];
  finished: boolean;
}

/** The bytes of a file that is done, which are not kept for the rest of the job. */
const released = new Uint8Array(0);

const jobs = new Map<string, { job: Job; work: Promise<void> }>();
/** Finished jobs are forgotten after so many newer ones. */
const remembered = 200;

/** Starts taking files in and answers at once. */
export function startJob(context: Context, incoming: readonly Incoming[]): Job {
  mustMay(context, 'read-files');
  const job: Job = {
    id: newId(context.now().getTime()),
    startedAt: context.now(),
    files: incoming.map(({ name }) => ({ name, state: 'waiting', result: null, problem: null })),
    finished: false,
  };
  jobs.set(job.id, {
    job,
    work: work(
      context,
      job,
      incoming.map((file) => ({ ...file })),
    ),
  });
  for (const [id, old] of jobs) if (jobs.size > remembered && old.job.finished) jobs.delete(id);
  return job;
}

async function work(context: Context, job: Job, incoming: Incoming[]): Promise<void> {
  for (const [index, file] of job.files.entries()) {
    const given = incoming[index];
    if (given === undefined) continue;
    file.state = 'being read';
    try {
      file.result = await takeIn(context, given);
      file.state = 'done';
    } catch (error) {
      file.state = 'refused';
      file.problem =
        error instanceof Refusal
          ? error.problem
          : {
              code: 'failed',
              message: 'The file could not be stored.',
              remedy: 'Try again; if it fails again, tell the administrator.',
              place: { file: file.name },
            };
    }
    given.bytes = released;
  }
  job.finished = true;
}

/** A job as it stands now. @throws Refusal `not-found` */
export function jobById(context: Context, id: string): Job {
  mustMay(context, 'read-files');
  const found = jobs.get(id);
  if (found === undefined) {
    refuse('not-found', 'This import is no longer followed.', 'What was stored is in the list of intake.');
  }
  return found.job;
}

/** Waits until a job is finished, or for so many milliseconds. */
export async function waitForJob(id: string, most: number): Promise<void> {
  const found = jobs.get(id);
  if (found === undefined) return;
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([found.work, new Promise<void>((resolve) => (timer = setTimeout(resolve, most)))]);
  clearTimeout(timer);
}
