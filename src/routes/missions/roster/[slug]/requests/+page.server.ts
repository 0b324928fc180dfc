import { requestsThatFit } from '#modules/missions/server/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { entry, requests } = await requestsThatFit(locals.context, params.slug);
  return {
    name: entry.name,
    slug: entry.slug,
    own: entry.own,
    stale: entry.stale,
    requests: requests.map(({ slug, title, country, reasons }) => ({
      slug,
      title,
      country,
      reasons: reasons.map(({ sentence, need, candidate }) => ({
        sentence,
        quotes: [need[0]?.quote, candidate[0]?.quote].filter((quote) => quote !== undefined),
      })),
    })),
  };
};
