import { redirect } from '@sveltejs/kit';
import { isId } from '#kernel/ids.ts';
import { may } from '#modules/access/index.ts';
import { mustMay } from '#modules/access/server/index.ts';
import { organisations } from '#modules/directory/server/index.ts';
import { bringNewForm, newFromWord, requestFromWord } from '#modules/missions/server/index.ts';
import { filesOf } from '../../../files.ts';
import { done, field, formOf } from '../../../pages.ts';
import { shownForm } from '../../from-word.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { context } = locals;
  const { cycle, open } = await newFromWord(context, params.slug, url.searchParams.get('file'));
  const staff = may(context.viewer, 'run-missions').allowed;
  return {
    cycle,
    open: open === null ? null : { ...shownForm(open), head: open.head },
    organisations: staff ? (await organisations(context)).map(({ id, name }) => ({ id, name })) : null,
  };
};

export const actions: Actions = {
  bring: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      mustMay(locals.context, 'apply-for-missions');
      const [file] = await filesOf(form, 'file');
      if (file === undefined) return;
      redirect(303, await bringNewForm(locals.context, params.slug, file));
    });
  },
  open: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      const organisation = field(form, 'organisation');
      const slug = await requestFromWord(locals.context, params.slug, field(form, 'file'), {
        organisation: isId(organisation) ? organisation : null,
        body: field(form, 'head.organisation'),
        country: field(form, 'head.country'),
        title: field(form, 'head.title'),
      });
      redirect(303, `/missions/applications/${slug}`);
    });
  },
};
