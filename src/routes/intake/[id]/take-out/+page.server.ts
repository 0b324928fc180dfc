import { error, redirect } from '@sveltejs/kit';
import { elementsOf, reading, takeOut } from '#modules/intake/server/index.ts';
import { done, field, formOf, numberField } from '../../../pages.ts';
import { safeQuestion } from '../../screen.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const path = url.searchParams.get('at') ?? '';
  const { reading: row, source } = await reading(locals.context, params.id);
  const elements = row.record === null ? [] : elementsOf(row.kind, row.record);
  const element = elements.find((one) => one.path === path && one.removable);
  if (element === undefined) error(404, 'There is no such element in this reading.');
  return {
    reading: { id: row.id, version: row.version },
    source: source.name,
    element,
    inside: elements.filter((one) => one.path.startsWith(`${path}/`)).length,
    question: safeQuestion(url.searchParams.get('question') ?? ''),
  };
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      await takeOut(locals.context, params.id, numberField(form, 'version'), field(form, 'path'));
      redirect(303, `/intake/${params.id}${safeQuestion(field(form, 'question'))}`);
    });
  },
};
