import { contribution } from '#modules/texts/server/index.ts';
import { whereRead } from '../../../origins.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const found = await contribution(locals.context, params.slug);
  const [first] = found.proposals;
  return {
    title: found.contribution.title,
    proponent: found.contribution.proponent,
    source: first === undefined ? null : (await whereRead(locals.context, { kind: 'proposal', id: first.id })).source,
    proposals: found.proposals.map(({ slug, reference, action, title }) => ({ slug, reference, action, title })),
  };
};
