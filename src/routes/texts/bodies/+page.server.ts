import { bodies, conferences, instruments } from '#modules/texts/server/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const [known, met, texts] = await Promise.all([
    bodies(locals.context),
    conferences(locals.context),
    instruments(locals.context),
  ]);
  return {
    bodies: known.map(({ slug, name, key, aliases, id, family }) => ({
      slug,
      name,
      key,
      aliases,
      conferences: met
        .filter(({ body }) => body.id === id)
        .map((one) => ({ slug: one.slug, name: `${one.place} ${one.year}` })),
      instruments: texts.filter(({ adopted_by }) => adopted_by !== null && family.includes(adopted_by)).length,
    })),
    withoutBody: texts.filter(({ adopted_by }) => adopted_by === null).length,
  };
};
