import { redirect } from '@sveltejs/kit';
import { Category } from '#modules/directory/index.ts';
import { categories } from '#modules/directory/server/index.ts';
import { LetterKind, letterKindNames } from '#modules/missions/index.ts';
import { beginLetter, cycle, writeLetter } from '#modules/missions/server/index.ts';
import { done, field, formOf } from '../../../pages.ts';
import { earlierLetters } from '../earlier.ts';
import { audiencesIn, contentFrom, valuesOf } from '../letter-form.ts';
import type { Actions, PageServerLoad } from './$types';

const kindIn = (url: URL): LetterKind => {
  const kind = LetterKind.safeParse(url.searchParams.get('kind'));
  return kind.success ? kind.data : 'other';
};

export const load: PageServerLoad = async ({ locals, url }) => {
  const { context } = locals;
  const slug = url.searchParams.get('cycle') ?? '';
  const kind = kindIn(url);
  const content = await beginLetter(context, slug, kind);
  const values = await valuesOf(context, content, null);
  const { id, programme, year } = await cycle(context, slug);
  const names = await categories(context);
  return {
    kindName: letterKindNames[kind],
    cycle: { slug, name: `${programme} ${year}` },
    values,
    audiences: { to: audiencesIn(values, 'to'), cc: audiencesIn(values, 'cc') },
    categories: Category.options.map((key) => ({ key, name: names[key].many })),
    earlier: await earlierLetters(context, id, null),
  };
};

export const actions: Actions = {
  default: async ({ request, locals, url }) => {
    const form = await formOf(request);
    return done(form, async () => {
      const slug = await writeLetter(locals.context, {
        kind: kindIn(url),
        cycle: url.searchParams.get('cycle'),
        repliesTo: field(form, 'repliesTo') || null,
        content: await contentFrom(locals.context, form),
      });
      redirect(303, `/missions/letters/${slug}`);
    });
  },
};
