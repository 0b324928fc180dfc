import { plans } from '#modules/plans/server/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
  plans: (await plans(locals.context)).map(({ slug, title, from, to }) => ({ slug, title, from, to })),
});
