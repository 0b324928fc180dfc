import { redirect } from '@sveltejs/kit';
import { may } from '#modules/access/index.ts';
import { draftHistory, returnToState } from '#modules/texts/server/index.ts';
import { done, formOf, numberField } from '../../../../pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { draft, sittings } = await draftHistory(locals.context, params.slug);
  return {
    slug: params.slug,
    name: draft.title,
    version: draft.version,
    openedBy: draft.opened_by,
    openedAt: draft.made_at,
    mayChange: may(locals.context.viewer, 'draft-texts').allowed,
    sittings,
  };
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      await returnToState(locals.context, params.slug, numberField(form, 'version'), numberField(form, 'state'));
      redirect(303, `/texts/drafts/${params.slug}`);
    });
  },
};
