import { redirect } from '@sveltejs/kit';
import { may } from '#modules/access/index.ts';
import { mustMay } from '#modules/access/server/index.ts';
import { organisationNames, organisations } from '#modules/directory/server/index.ts';
import { cyclesToApplyIn, openApplication } from '#modules/missions/server/index.ts';
import { done, field, formOf } from '../../../pages.ts';
import { countryName } from '../../../words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { context } = locals;
  mustMay(context, 'apply-for-missions');
  const { organisation } = context.viewer;
  const staff = may(context.viewer, 'run-missions').allowed;
  const own = (await organisationNames(context, [organisation])).get(organisation ?? '');
  const cycles = await cyclesToApplyIn(context);
  const asked = url.searchParams.get('cycle');
  return {
    cycles: cycles.map(({ cycle, lastDay, late }) => ({
      slug: cycle.slug,
      name: `${cycle.programme} ${cycle.year}`,
      lastDay,
      late,
    })),
    chosen: cycles.find(({ cycle }) => cycle.slug === asked)?.cycle.slug ?? cycles[0]?.cycle.slug ?? '',
    own: own === undefined ? null : own.name,
    country: own?.country === undefined || own.country === null ? '' : countryName(own.country),
    /** Whom the secretariat can apply for; nobody else chooses. */
    applicants: staff ? (await organisations(context)).map(({ id, name }) => ({ id, name })) : null,
  };
};

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await formOf(request);
    return done(form, async () => {
      const organisation = field(form, 'organisation');
      const slug = await openApplication(locals.context, field(form, 'cycle'), {
        organisation: organisation === '' ? null : organisation,
        body: field(form, 'head.organisation'),
        country: field(form, 'head.country'),
        title: field(form, 'head.title'),
      });
      redirect(303, `/missions/applications/${slug}/edit`);
    });
  },
};
