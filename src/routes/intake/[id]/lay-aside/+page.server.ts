import { redirect } from '@sveltejs/kit';
import { dismiss, reading } from '#modules/intake/server/index.ts';
import { done, formOf, numberField } from '../../../pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { reading: row, source } = await reading(locals.context, params.id);
  return { reading: { id: row.id, version: row.version }, source: source.name };
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      await dismiss(locals.context, params.id, numberField(form, 'version'));
      redirect(303, '/intake');
    });
  },
};
