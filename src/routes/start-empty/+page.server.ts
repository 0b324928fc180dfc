import { redirect } from '@sveltejs/kit';
import { mustMay } from '#modules/access/server/index.ts';
import { startEmpty } from '#modules/intake/server/index.ts';
import { done, formOf } from '../pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
  mustMay(locals.context, 'start-empty');
};

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await formOf(request);
    return done(form, async () => {
      await startEmpty(locals.context);
      redirect(303, '/');
    });
  },
};
