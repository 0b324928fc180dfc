import { fail, redirect } from '@sveltejs/kit';
import { organisationNames } from '#modules/directory/server/index.ts';
import { offerChoices, openOffer } from '#modules/missions/server/index.ts';
import { done, field, formOf } from '../../../pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { context } = locals;
  const { cycles, organisations } = await offerChoices(context);
  const { organisation } = context.viewer;
  const own = (await organisationNames(context, [organisation])).get(organisation ?? '');
  const wanted = url.searchParams.get('cycle');
  return {
    cycles: cycles
      .filter(({ cycle }) => wanted === null || cycle.slug === wanted)
      .map(({ cycle, requests }) => ({
        ...cycle,
        requests: requests.map(({ slug, title, content }) => ({
          slug,
          title,
          from: [content.country.printed, content.organisation].filter((part) => part !== '').join(', '),
        })),
      })),
    chosen: url.searchParams.getAll('request'),
    organisations,
    own: own?.name ?? null,
  };
};

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await formOf(request);
    const applications = form.getAll('applications').filter((value) => typeof value === 'string');
    const organisation = field(form, 'organisation');
    const taken = await done(form, async () => {
      const slug = await openOffer(locals.context, {
        organisation: organisation === '' ? null : organisation,
        applications,
      });
      redirect(303, `/missions/assistance-plans/${slug}/edit`);
    });
    return taken === undefined ? undefined : fail(taken.status, { ...taken.data, applications });
  },
};
