import { may } from '#modules/access/index.ts';
import { listed, lists } from '../../lists.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({
  list: await listed(lists['assistance-plans'], locals.context, url),
  mayOffer: may(locals.context.viewer, 'offer-missions').allowed,
});
