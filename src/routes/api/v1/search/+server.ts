import { json } from '@sveltejs/kit';
import { plainSnippet, SearchRequest } from '#modules/trace/index.ts';
import { search, type Hit } from '#modules/trace/server/index.ts';
import type { ListDefinition } from '#ui/listing.ts';
import { csvOfList, tableAnswer, xlsxOfList } from '../../../tables.ts';
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

/** The search as JSON, or as CSV or workbook with `format=csv` or `xlsx`; the same request, the same answer as the page. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const asked = SearchRequest.safeParse(Object.fromEntries([...url.searchParams].filter(([, value]) => value !== '')));
  if (!asked.success) {
    const problems = asked.error.issues.map((issue) => ({ field: issue.path.join('.'), message: issue.message }));
    return json({ problems }, { status: 400 });
  }
  const found = await search(locals.context, asked.data);
  const format = url.searchParams.get('format');
  if (format === 'csv') return tableAnswer('search', format, csvOfList(columns, found.hits, url.origin));
  if (format === 'xlsx') return tableAnswer('search', format, xlsxOfList(columns, found.hits, url.origin));
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
