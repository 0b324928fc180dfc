import { redirect } from '@sveltejs/kit';
import { correct, fieldOf, reading } from '#modules/intake/server/index.ts';
import { done, field, numberField } from '../../../pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const path = url.searchParams.get('at') ?? '';
  const { reading: row, source } = await reading(locals.context, params.id);
  return {
    reading: { id: row.id, version: row.version },
    name: source.name,
    field: await fieldOf(locals.context, params.id, path),
    from: url.searchParams.get('from') ?? '1',
  };
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await request.formData();
    return done(form, async () => {
      const typed = field(form, 'unknown') === 'yes' ? null : field(form, 'value');
      await correct(locals.context, params.id, numberField(form, 'version'), field(form, 'path'), typed);
      redirect(303, `/intake/${params.id}?from=${numberField(form, 'from') || 1}#beside`);
    });
  },
};
