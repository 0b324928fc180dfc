import { redirect } from '@sveltejs/kit';
import { mustMay } from '#modules/access/server/index.ts';
import { openPreparation } from '#modules/texts/server/index.ts';
import { done, formOf } from '../../../pages.ts';
import { headFrom, templates } from '../names.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
  mustMay(locals.context, 'draft-texts');
  return { templates };
};

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await formOf(request);
    return done(form, async () => {
      redirect(303, `/texts/preparations/${await openPreparation(locals.context, headFrom(form))}`);
    });
  },
};
