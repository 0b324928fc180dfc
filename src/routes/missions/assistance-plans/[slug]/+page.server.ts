import { assistancePlan } from '#modules/missions/server/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { title, record, source } = await assistancePlan(locals.context, params.slug);
  return { title, record, source: `/sources/${source}` };
};
