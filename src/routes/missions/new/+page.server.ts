import { redirect } from '@sveltejs/kit';
import { refuse } from '#kernel/problem.ts';
import { mustMay } from '#modules/access/server/index.ts';
import { openCycle } from '#modules/missions/server/index.ts';
import { done, field, formOf } from '../../pages.ts';
import { deadlinesFrom, optional, plansToServe, visibilityFrom } from '../fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  mustMay(locals.context, 'run-missions');
  return { plans: await plansToServe(locals.context) };
};

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await formOf(request);
    return done(form, async () => {
      mustMay(locals.context, 'run-missions');
      const year = field(form, 'year').trim();
      if (!/^(?:19|20)\d{2}$/.test(year)) refuse('bad-year', 'Enter a year, such as 2027.', '', { field: 'year' });
      const slug = await openCycle(locals.context, {
        programme: field(form, 'programme'),
        year: Number(year),
        organiser: field(form, 'organiser'),
        plan: optional(form, 'plan'),
        visibility: visibilityFrom(form),
        deadlines: deadlinesFrom(form),
      });
      redirect(303, `/missions/${slug}`);
    });
  },
};
