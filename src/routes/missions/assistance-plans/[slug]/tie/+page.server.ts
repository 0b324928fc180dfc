import { fail, redirect } from '@sveltejs/kit';
import { tieChoices, tieOffer } from '#modules/missions/server/index.ts';
import { done, field, formOf, numberField } from '../../../../pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { offer, cycles, organisations, offerer } = await tieChoices(locals.context, params.slug);
  return {
    slug: offer.slug,
    version: offer.version,
    title: offer.title,
    organisations,
    offerer,
    said: [
      ...new Set([offer.content.organisation, ...offer.content.experts.map(({ organisation }) => organisation)]),
    ].filter((name) => name !== ''),
    cycles: cycles
      .filter(({ requests }) => requests.length > 0)
      .map(({ cycle, requests }) => ({
        slug: cycle.slug,
        name: `${cycle.programme} ${cycle.year}`,
        requests: requests.map(({ request, reasons, likely }) => ({
          slug: request.slug,
          title: request.title,
          country: request.content.country.printed,
          reasons,
          chosen: offer.applications.length > 0 ? offer.applications.includes(request.id) : likely,
        })),
      })),
  };
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await formOf(request);
    const applications = form.getAll('applications').filter((value) => typeof value === 'string');
    const taken = await done(form, async () => {
      const wanted = { organisation: field(form, 'organisation'), applications };
      await tieOffer(locals.context, params.slug, numberField(form, 'version'), wanted);
      redirect(303, `/missions/assistance-plans/${params.slug}`);
    });
    return taken === undefined ? undefined : fail(taken.status, { ...taken.data, applications });
  },
};
