import { redirect } from '@sveltejs/kit';
import { startEmpty } from '#modules/intake/server/index.ts';
import { done } from '../pages.ts';
import type { Actions } from './$types';

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await request.formData();
    return done(form, async () => {
      await startEmpty(locals.context);
      redirect(303, '/');
    });
  },
};
