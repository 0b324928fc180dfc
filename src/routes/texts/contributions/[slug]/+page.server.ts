import { contribution, fatesOfContribution } from '#modules/texts/server/index.ts';
import { whereRead } from '../../../origins.ts';
import { fateTables } from '../../fate/names.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const found = await contribution(locals.context, params.slug);
  const fates = await fatesOfContribution(locals.context, params.slug);
  const conference = fates.proposals.find((one) => one.conference !== null)?.conference ?? null;
  const [first] = found.proposals;
  return {
    title: found.contribution.title,
    proponent: found.contribution.proponent,
    source: first === undefined ? null : (await whereRead(locals.context, { kind: 'proposal', id: first.id })).source,
    conference:
      conference === null
        ? null
        : { slug: conference.slug, name: `${conference.body.name} (${conference.place}, ${conference.year})` },
    fates: fateTables(fates),
    proposals: found.proposals.map(({ slug, reference, action, title }) => ({ slug, reference, action, title })),
  };
};
