import { SearchRequest } from '#modules/trace/index.ts';
import { graphInNumbers, search } from '#modules/trace/server/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const [graph, everything] = await Promise.all([
    graphInNumbers(locals.context),
    search(locals.context, SearchRequest.parse({})),
  ]);
  return { graph, kinds: everything.kinds };
};
