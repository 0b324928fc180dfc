import { redirect } from '@sveltejs/kit';
import { mustMay } from '#modules/access/server/index.ts';
import { changePreparation, preparation } from '#modules/texts/server/index.ts';
import { done, formOf, numberField } from '../../../../pages.ts';
import { headFrom, templates } from '../../names.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  mustMay(locals.context, 'draft-texts');
  const { preparation: row } = await preparation(locals.context, params.slug);
  const { proponent, conference, place, year, number, addendum, title, template } = row;
  const head = { proponent, conference, place, year, number, addendum, title, template };
  return {
    slug: row.slug,
    version: row.version,
    templates,
    values: Object.fromEntries(
      Object.entries(head).map(([name, value]) => [name, value === null ? '' : String(value)]),
    ),
  };
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      await changePreparation(locals.context, params.slug, numberField(form, 'version'), headFrom(form));
      redirect(303, `/texts/preparations/${params.slug}`);
    });
  },
};
