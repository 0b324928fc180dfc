import { redirect } from '@sveltejs/kit';
import { mustMay } from '#modules/access/server/index.ts';
import { nameOfInstrument, nameOfRevision, openDraft, revision } from '#modules/texts/server/index.ts';
import { done, field, formOf } from '../../../pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  mustMay(locals.context, 'draft-texts');
  const slug = url.searchParams.get('text');
  if (slug === null) return { of: null };
  const found = await revision(locals.context, slug);
  const { place, year, revised } = found.revision;
  const named = place === null || year === null ? '' : ` ${nameOfRevision({ place, year, revised })}`;
  return {
    of: { slug, name: `${nameOfInstrument(found.instrument)}${named}`, title: found.revision.title ?? '' },
  };
};

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await formOf(request);
    return done(form, async () => {
      const of = field(form, 'text');
      const draft = await openDraft(locals.context, of === '' ? null : of, field(form, 'title'));
      redirect(303, `/texts/drafts/${draft.slug}/edit`);
    });
  },
};
