import { may } from '#modules/access/index.ts';
import { listed, lists } from '../../lists.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({
  list: await listed(lists.applications, locals.context, url),
  mayApply: may(locals.context.viewer, 'apply-for-missions').allowed,
});
