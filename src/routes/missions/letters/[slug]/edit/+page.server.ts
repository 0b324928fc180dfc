import { redirect } from '@sveltejs/kit';
import { mustMay } from '#modules/access/server/index.ts';
import { Category } from '#modules/directory/index.ts';
import { categories } from '#modules/directory/server/index.ts';
import { changeLetter, letter } from '#modules/missions/server/index.ts';
import { done, field, formOf, numberField } from '../../../../pages.ts';
import { earlierLetters } from '../../earlier.ts';
import { audiencesIn, contentFrom, valuesOf } from '../../letter-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { context } = locals;
  mustMay(context, 'run-missions');
  const { letter: found, repliesTo } = await letter(context, params.slug);
  const values = await valuesOf(context, found.content, repliesTo?.slug ?? null);
  const names = await categories(context);
  return {
    slug: found.slug,
    version: found.version,
    subject: found.content.subject,
    cleared: found.state === 'cleared',
    values,
    audiences: { to: audiencesIn(values, 'to'), cc: audiencesIn(values, 'cc') },
    categories: Category.options.map((key) => ({ key, name: names[key].many })),
    earlier: await earlierLetters(context, found.cycle, found.slug),
  };
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      await changeLetter(locals.context, params.slug, numberField(form, 'version'), {
        content: await contentFrom(locals.context, form),
        repliesTo: field(form, 'repliesTo') || null,
      });
      redirect(303, `/missions/letters/${params.slug}`);
    });
  },
};
