import { redirect } from '@sveltejs/kit';
import { Category } from '#modules/directory/index.ts';
import { categories } from '#modules/directory/server/index.ts';
import { LetterKind, letterKindNames, type Enclosure } from '#modules/missions/index.ts';
import { beginLetter, cycle, writeLetter } from '#modules/missions/server/index.ts';
import { done, field, formOf } from '../../../pages.ts';
import { earlierLetters } from '../earlier.ts';
import { audiencesIn, contentFrom, valuesOf } from '../letter-form.ts';
import type { Actions, PageServerLoad } from './$types';

const kindIn = (url: URL): LetterKind => {
  const kind = LetterKind.safeParse(url.searchParams.get('kind'));
  return kind.success ? kind.data : 'other';
};

/** The form that a letter of a kind asks people to fill, as the workbench makes it. */
function formsFor(kind: LetterKind, slug: string): Enclosure[] {
  const forms = `/missions/${encodeURIComponent(slug)}/forms`;
  if (kind === 'survey') return [{ title: 'Form for requests', address: `${forms}/application.docx` }];
  return kind === 'circulation' ? [{ title: 'Form for offers', address: `${forms}/assistance-plan.docx` }] : [];
}

export const load: PageServerLoad = async ({ locals, url }) => {
  const { context } = locals;
  const slug = url.searchParams.get('cycle') ?? '';
  const kind = kindIn(url);
  const content = await beginLetter(context, slug, kind, formsFor(kind, slug));
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
