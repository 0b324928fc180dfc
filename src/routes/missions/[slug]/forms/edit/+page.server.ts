import { redirect } from '@sveltejs/kit';
import { mustMay } from '#modules/access/server/index.ts';
import { FormKind } from '#modules/missions/index.ts';
import { changeForm, cycle, formOfCycle } from '#modules/missions/server/index.ts';
import { done, field, formOf, numberField } from '../../../../pages.ts';
import { emptyOptions, itemsFrom, rowsOf } from './items.ts';
import type { Actions, PageServerLoad } from './$types';

const kindOf = (words: string | null): FormKind => FormKind.safeParse(words).data ?? 'application';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  mustMay(locals.context, 'run-missions');
  const { slug, programme, year } = await cycle(locals.context, params.slug);
  const kind = kindOf(url.searchParams.get('kind'));
  const form = await formOfCycle(locals.context, slug, kind);
  return {
    slug,
    name: `${programme} ${year}`,
    kind,
    version: form.version,
    title: form.title,
    rows: rowsOf(form.items),
    emptyOptions,
    types:
      kind === 'application'
        ? (['text', 'choices', 'times'] as const)
        : (['text', 'choices', 'times', 'costs', 'experts'] as const),
  };
};

export const actions: Actions = {
  default: async ({ request, locals, params, url }) => {
    const sent = await formOf(request);
    return done(sent, async () => {
      const kind = kindOf(url.searchParams.get('kind'));
      await changeForm(locals.context, params.slug, numberField(sent, 'version'), {
        kind,
        title: field(sent, 'title'),
        items: itemsFrom(sent),
      });
      redirect(303, `/missions/${params.slug}/forms?kind=${kind}`);
    });
  },
};
