import { error, redirect } from '@sveltejs/kit';
import { refuse } from '#kernel/problem.ts';
import { anchorOf, plan, rewordNode } from '#modules/plans/server/index.ts';
import { renewWords } from '#modules/trace/server/index.ts';
import { together } from '#modules/access/server/index.ts';
import { done, field, formOf, numberField } from '../../../pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const found = await plan(locals.context, params.slug);
  const node = found.nodes.find((node) => node.id === url.searchParams.get('element'));
  if (node === undefined) error(404, 'The plan has no such element.');
  return {
    title: found.title,
    slug: found.slug,
    node: { id: node.id, text: node.text, version: node.version, uuid: node.uuid },
  };
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await formOf(request);
    return done(form, async () => {
      const words = field(form, 'words').replace(/\s+/g, ' ').trim();
      if (words === '') refuse('no-words', 'Enter the words of the element.', '', { field: 'words' });
      const key = field(form, 'element');
      await together(locals.context, async (context) => {
        const node = await rewordNode(context, params.slug, key, numberField(form, 'version'), words);
        await renewWords(context, { kind: 'plan-node', id: node.uuid }, words);
      });
      redirect(303, `/plans/${params.slug}#${anchorOf({ id: key })}`);
    });
  },
};
