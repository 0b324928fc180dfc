import { may } from '#modules/access/index.ts';
import { listed, lists } from '../lists.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({
  list: await listed(lists.cycles, locals.context, url),
  mayOpen: may(locals.context.viewer, 'run-missions').allowed,
});
