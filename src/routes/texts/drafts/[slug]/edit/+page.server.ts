import { mustMay } from '#modules/access/server/index.ts';
import { draftHistory } from '#modules/texts/server/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  mustMay(locals.context, 'draft-texts');
  const { draft } = await draftHistory(locals.context, params.slug);
  const { viewer } = locals.context;
  return {
    slug: params.slug,
    name: draft.title,
    author: viewer.name,
    /** What is kept in the browser belongs to the draft and the person. */
    journal: `${draft.id} ${viewer.account ?? ''}`,
  };
};
