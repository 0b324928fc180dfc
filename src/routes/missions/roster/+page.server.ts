import { may } from '#modules/access/index.ts';
import { ownRosterEntry } from '#modules/missions/server/index.ts';
import { listed, lists } from '../../lists.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({
  list: await listed(lists.roster, locals.context, url),
  runs: may(locals.context.viewer, 'run-missions').allowed,
  isExpert: locals.context.viewer.role === 'expert' && locals.context.viewer.account !== null,
  own: (await ownRosterEntry(locals.context))?.slug ?? null,
});
