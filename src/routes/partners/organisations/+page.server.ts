import { organisations } from '#modules/directory/server/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
  organisations: (await organisations(locals.context)).map(({ slug, key, name, country }) => ({
    slug,
    key,
    name,
    country,
  })),
});
