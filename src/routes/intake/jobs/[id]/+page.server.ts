import { jobById } from '#modules/intake/server/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
  depends('intake:job');
  const job = await Promise.resolve(jobById(locals.context, params.id));
  return { job: structuredClone(job) };
};
