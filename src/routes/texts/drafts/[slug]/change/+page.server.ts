import { error, redirect } from '@sveltejs/kit';

import { mustMay } from '#modules/access/server/index.ts';
import { addressedClauses, draft, proposeChange, type DraftView } from '#modules/texts/server/index.ts';
import { done, field, formOf, numberField } from '../../../../pages.ts';
import type { Actions, PageServerLoad } from './$types';

/** What stands in a block of a draft, and what to call it. */
function partAt({ text, blocks }: DraftView, block: string): { name: string; words: string; clause: boolean } | null {
  const line = [...blocks].find(([, id]) => id === block)?.[0];
  const whole: Record<string, string | null> = { heading: text.heading, title: text.title, opening: text.opening };
  if (Object.hasOwn(whole, block)) return { name: `The ${block}`, words: whole[block] ?? '', clause: false };
  const found = addressedClauses(text).find(({ clause }) => clause.line === line);
  if (found === undefined) return null;
  const { clause, section } = found;
  const label = clause.label.after ?? clause.label.before ?? '';
  return { name: `${section.heading ?? 'Clause'} ${label}`.trim(), words: clause.after ?? '', clause: true };
}

export const load: PageServerLoad = async ({ locals, params, url }) => {
  mustMay(locals.context, 'draft-texts');
  const found = await draft(locals.context, params.slug);
  const block = url.searchParams.get('block') ?? '';
  const part = partAt(found, block);
  if (part === null) error(404, 'The draft has no such clause. Go back to it and look what became of it.');
  return { slug: params.slug, name: found.draft.title, version: found.draft.version, block, part };
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      const what = ['reword', 'delete', 'insert-after'].find((one) => one === field(form, 'what')) ?? 'reword';
      await proposeChange(locals.context, params.slug, numberField(form, 'version'), {
        block: field(form, 'block'),
        what: what as 'reword' | 'delete' | 'insert-after',
        words: field(form, 'wording').replace(/\s+/gu, ' ').trim(),
        reason: field(form, 'reason').trim().slice(0, 2000),
      });
      redirect(303, `/texts/drafts/${params.slug}`);
    });
  },
};
