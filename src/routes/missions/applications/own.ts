/** Who works on a request, asked before anything that was typed is looked at. */
import { refuse } from '#kernel/problem.ts';
import { mustMay, type Context } from '#modules/access/server/index.ts';
import { applicationAtWork } from '#modules/missions/server/index.ts';

/** The request, for the organisation that applies and the secretariat. @throws Refusal `not-found`, `not-allowed` */
export async function ownApplication(context: Context, slug: string): ReturnType<typeof applicationAtWork> {
  mustMay(context, 'apply-for-missions');
  const found = await applicationAtWork(context, slug);
  if (found.roles.length === 0) {
    refuse('not-allowed', 'Only the organisation that applies and the secretariat work on it.', 'Ask them.');
  }
  return found;
}
