import { redirect } from '@sveltejs/kit';
import { mustMay } from '#modules/access/server/index.ts';
import { applications, assistancePlans, openMission } from '#modules/missions/server/index.ts';
import { done, field, formOf } from '../../../pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { context } = locals;
  mustMay(context, 'run-missions');
  const [requests, offers] = await Promise.all([applications(context), assistancePlans(context)]);
  const request = requests.find(({ slug }) => slug === url.searchParams.get('request')) ?? null;
  const over = ['draft', 'withdrawn', 'not-taken'];
  return {
    requests: requests.map(({ slug, title, content }) => ({ slug, name: `${content.country.printed} – ${title}` })),
    chosen: request?.slug ?? '',
    offers: offers
      .filter(
        ({ stage, applications: answered }) =>
          !over.includes(stage) && (request === null || answered.length === 0 || answered.includes(request.id)),
      )
      .map(({ slug, title, content, stage, applications: answered }) => ({
        slug,
        name: content.organisation === '' ? title : `${title} (${content.organisation})`,
        agreed: stage === 'agreed',
        answers: request !== null && answered.includes(request.id),
      })),
  };
};

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await formOf(request);
    return done(form, async () => {
      const offers = form.getAll('offers').filter((slug): slug is string => typeof slug === 'string');
      const wanted = { application: field(form, 'application'), offers, title: field(form, 'title') };
      redirect(303, `/missions/missions/${await openMission(locals.context, wanted)}`);
    });
  },
};
