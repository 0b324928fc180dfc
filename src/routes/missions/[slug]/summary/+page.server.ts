import { redirect } from '@sveltejs/kit';
import { changeSummary, summaryTable } from '#modules/missions/server/index.ts';
import { done, field, formOf, numberField } from '../../../pages.ts';
import { several } from '../../fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { cycle, rows, version } = await summaryTable(locals.context, params.slug);
  return { slug: cycle.slug, name: `${cycle.programme} ${cycle.year}`, rows, version };
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      const changes = several(form, 'row').map((application) => ({
        application,
        heading: field(form, `heading-${application}`),
        country: field(form, `country-${application}`),
        organisation: field(form, `organisation-${application}`),
        title: field(form, `title-${application}`),
      }));
      const [direction, application = ''] = field(form, 'move').split(' ');
      const moving = application === '' ? null : { application, by: direction === 'up' ? (-1 as const) : (1 as const) };
      await changeSummary(locals.context, params.slug, numberField(form, 'version'), changes, moving);
      redirect(303, `/missions/${params.slug}/summary${moving === null ? '' : `#row-${application}`}`);
    });
  },
};
