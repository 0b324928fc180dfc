import { instrument, nameOfInstrument, nameOfRevision } from '#modules/texts/server/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const found = await instrument(locals.context, params.slug);
  return {
    name: nameOfInstrument(found.instrument),
    title: found.instrument.title,
    body: found.instrument.body,
    revisions: found.revisions.map(({ slug, place, year, revised, text }) => ({
      slug,
      name: place === null || year === null ? 'Text without a date' : nameOfRevision({ place, year, revised }),
      hasText: text !== null,
    })),
    proposals: found.proposals.map(({ slug, reference, action, title }) => ({ slug, reference, action, title })),
  };
};
