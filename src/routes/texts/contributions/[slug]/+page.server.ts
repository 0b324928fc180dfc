import { originsOf } from '#modules/intake/server/index.ts';
import { contribution } from '#modules/texts/server/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const found = await contribution(locals.context, params.slug);
  const [first] = found.proposals;
  const [origin] = first === undefined ? [] : await originsOf(locals.context, { kind: 'proposal', id: first.id });
  return {
    title: found.contribution.title,
    proponent: found.contribution.proponent,
    source: origin?.source ?? null,
    proposals: found.proposals.map(({ slug, serial, reference, action, title }) => ({
      slug,
      serial,
      reference,
      action,
      title,
    })),
  };
};
