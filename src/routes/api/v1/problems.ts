import { json } from '@sveltejs/kit';
import { Refusal } from '#kernel/problem.ts';
import { statusOf } from '#platform/http/index.ts';

/** What programs get: the answer, or the problem as JSON with the status that fits. */
export async function problemAnswer(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return json({ problem: error.problem }, { status: statusOf(error.problem) });
  }
}
