import { redirect } from '@sveltejs/kit';
import { startEmpty } from '#modules/intake/server/index.ts';
import { done, formOf } from '../pages.ts';
import type { Actions } from './$types';

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await formOf(request);
    return done(form, async () => {
      await startEmpty(locals.context);
      redirect(303, '/');
    });
  },
};
