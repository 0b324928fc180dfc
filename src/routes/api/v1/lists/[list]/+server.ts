import { json } from '@sveltejs/kit';
import { asDownload } from '#platform/http/index.ts';
import { exported, lists } from '../../../../lists.ts';
import { problemAnswer } from '../../problems.ts';
import type { RequestHandler } from './$types';

const isList = (name: string): name is keyof typeof lists => Object.hasOwn(lists, name);

/** A list as its page shows it, on all pages: `?format=csv` for spreadsheets, JSON otherwise. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  if (!isList(params.list)) {
    return json(
      { problem: { code: 'not-found', message: 'There is no such list.', lists: Object.keys(lists) } },
      { status: 404 },
    );
  }
  const format = url.searchParams.get('format') === 'csv' ? 'csv' : 'json';
  return problemAnswer(async () => {
    // Each list has rows of its own; which one it is does not matter here.
    const body = await exported(lists[params.list as 'plans'], locals.context, url, format);
    return new Response(body, {
      headers:
        format === 'csv'
          ? { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': asDownload(`${params.list}.csv`) }
          : { 'Content-Type': 'application/json' },
    });
  });
};
