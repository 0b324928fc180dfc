import { listed, lists } from '../../lists.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({
  list: await listed(lists.activities, locals.context, url),
});
