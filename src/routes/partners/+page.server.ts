import { organisations } from '#modules/directory/server/index.ts';
import { meetings } from '#modules/partners/server/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const [held, known] = await Promise.all([meetings(locals.context), organisations(locals.context)]);
  return {
    meetings: held.map(({ slug, series, number, date, place }) => ({ slug, series, number, date, place })),
    organisations: known.length,
  };
};
