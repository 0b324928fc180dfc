import { json } from '@sveltejs/kit';
import { plainSnippet, SearchRequest } from '#modules/trace/index.ts';
import { search, type Hit } from '#modules/trace/server/index.ts';
import { asDownload } from '#platform/http/index.ts';
import { asCsv, type ListDefinition } from '#ui/listing.ts';
import { kindName } from '../../../words.ts';
import type { RequestHandler } from './$types';

const columns: ListDefinition<Hit> = {
  name: 'search',
  order: null,
  address: (hit) => hit.address,
  columns: [
    { key: 'kind', name: 'Kind', value: (hit) => kindName(hit.kind) },
    { key: 'title', name: 'Title', value: (hit) => hit.title },
    { key: 'year', name: 'Year', value: (hit) => hit.year },
    { key: 'snippet', name: 'Words', value: (hit) => plainSnippet(hit.snippet) },
  ],
};

/** The search as JSON, or as CSV with `format=csv`; the same request, the same answer as the page. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const asked = SearchRequest.safeParse(Object.fromEntries([...url.searchParams].filter(([, value]) => value !== '')));
  if (!asked.success) {
    const problems = asked.error.issues.map((issue) => ({ field: issue.path.join('.'), message: issue.message }));
    return json({ problems }, { status: 400 });
  }
  const found = await search(locals.context, asked.data);
  if (url.searchParams.get('format') === 'csv') {
    return new Response(asCsv(columns, found.hits, url.origin), {
      headers: { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': asDownload('search.csv') },
    });
  }
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
