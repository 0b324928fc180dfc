import { json } from '@sveltejs/kit';
import { exported, lists } from '../../../../lists.ts';
import { tableAnswer } from '../../../../tables.ts';
import { problemAnswer } from '../../problems.ts';
import type { RequestHandler } from './$types';

const isList = (name: string): name is keyof typeof lists => Object.hasOwn(lists, name);

/** A list as its page shows it, on all pages: `?format=xlsx` or `csv` for spreadsheets, `atom` to follow it, JSON otherwise. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  if (!isList(params.list)) {
    return json(
      { problem: { code: 'not-found', message: 'There is no such list.', lists: Object.keys(lists) } },
      { status: 404 },
    );
  }
  const asked = url.searchParams.get('format');
  const format = asked === 'csv' || asked === 'xlsx' || asked === 'atom' ? asked : 'json';
  return problemAnswer(async () => {
    // Each list has rows of its own; which one it is does not matter here.
    const body = await exported(lists[params.list as 'plans'], locals.context, url, format);
    if (format === 'csv' || format === 'xlsx') return tableAnswer(params.list, format, body);
    const type = format === 'atom' ? 'application/atom+xml; charset=utf-8' : 'application/json';
    return new Response(body as string, { headers: { 'Content-Type': type } });
  });
};
