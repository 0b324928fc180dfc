import { SearchRequest } from '#modules/trace/index.ts';
import { graphInNumbers, search } from '#modules/trace/server/index.ts';
import { kindName } from '../words.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const [graph, everything] = await Promise.all([
    graphInNumbers(locals.context),
    search(locals.context, SearchRequest.parse({})),
  ]);
  return {
    links: graph.map(({ type, fromKind, toKind, count }) => ({
      type,
      from: kindName(fromKind),
      to: kindName(toKind),
      count,
    })),
    kinds: everything.kinds.map(({ kind, count }) => ({ kind, name: kindName(kind), count })),
  };
};
