import { json } from '@sveltejs/kit';
import { plainSnippet, SearchRequest } from '#modules/trace/index.ts';
import { search } from '#modules/trace/server/index.ts';
import type { RequestHandler } from './$types';

/** The search as JSON; the same request, the same answer as the page. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const asked = SearchRequest.safeParse(Object.fromEntries([...url.searchParams].filter(([, value]) => value !== '')));
  if (!asked.success) {
    const problems = asked.error.issues.map((issue) => ({ field: issue.path.join('.'), message: issue.message }));
    return json({ problems }, { status: 400 });
  }
  const found = await search(locals.context, asked.data);
  const hits = found.hits.map((hit) => ({ ...hit, snippet: plainSnippet(hit.snippet) }));
  return json({
    request: asked.data,
    total: found.total,
    pageSize: found.pageSize,
    kinds: found.kinds,
    mended: found.mended,
    hits,
  });
};
