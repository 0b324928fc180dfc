/** Who takes part in a mission, asked before anything that was typed is looked at. */
import { refuse } from '#kernel/problem.ts';
import type { Context } from '#modules/access/server/index.ts';
import { mission } from '#modules/missions/server/index.ts';

/** Ends what a form asks where the person is on no side of the mission. @throws Refusal `not-found`, `not-allowed` */
export async function mustBeOnASide(context: Context, slug: string): Promise<void> {
  const { side } = await mission(context, slug);
  if (side === null) {
    refuse('not-allowed', 'This is for those who take part in the mission.', 'Sign in for an organisation of it.');
  }
}
