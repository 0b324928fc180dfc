import { redirect } from '@sveltejs/kit';
import { may } from '#modules/access/index.ts';
import {
  bodies,
  body,
  conferences,
  instruments,
  joinBodies,
  nameBody,
  nameOfInstrument,
  partBody,
} from '#modules/texts/server/index.ts';
import { done, field, formOf, numberField } from '../../../pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { context } = locals;
  const { body: found, alike } = await body(context, params.slug);
  const editable = may(context.viewer, 'edit-records').allowed;
  const [all, met, texts] = await Promise.all([bodies(context), conferences(context), instruments(context)]);
  const { slug, name, key, aliases, version, merged, family, id } = found;
  return {
    body: { slug, name, key, aliases, version, merged },
    conferences: met
      .filter((one) => one.body.id === id)
      .map(({ slug, place, year, firstDay, lastDay, known }) => ({ slug, place, year, firstDay, lastDay, known })),
    instruments: texts
      .filter(({ adopted_by }) => adopted_by !== null && family.includes(adopted_by))
      .map((one) => ({ slug: one.slug, name: nameOfInstrument(one), title: one.title }))
      .sort((one, other) => one.name.localeCompare(other.name, 'en', { numeric: true })),
    editable,
    alike: alike.map(({ slug, name }) => ({ slug, name })),
    others: editable ? all.filter((one) => one.slug !== slug).map(({ slug, name }) => ({ slug, name })) : [],
  };
};

export const actions: Actions = {
  name: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      await nameBody(locals.context, params.slug, field(form, 'name'));
      redirect(303, `/texts/bodies/${params.slug}`);
    });
  },
  join: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      const into = field(form, 'into');
      await joinBodies(locals.context, params.slug, numberField(form, 'version'), into);
      redirect(303, `/texts/bodies/${encodeURIComponent(into)}`);
    });
  },
  part: async ({ request, locals }) => {
    const form = await formOf(request);
    return done(form, async () => {
      const parted = field(form, 'parted');
      await partBody(locals.context, parted, numberField(form, 'version'));
      redirect(303, `/texts/bodies/${encodeURIComponent(parted)}`);
    });
  },
};
