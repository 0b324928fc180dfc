import { isId } from '#kernel/ids.ts';
import { sourcePage } from '#modules/intake/server/index.ts';
import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** Lines on one page. */
const stretch = 200;

export const load: PageServerLoad = async ({ locals, params, url }) => {
  if (!isId(params.id)) error(404, 'There is no file at this address.');
  const asked = Number(url.searchParams.get('line') ?? 1);
  const line = Number.isInteger(asked) && asked > 0 ? asked : 1;
  const last = Number(url.searchParams.get('to') ?? line);
  const first = Math.floor((line - 1) / stretch) * stretch + 1;
  const page = await sourcePage(locals.context, params.id, { first, last: first + stretch - 1 });
  const marked = url.searchParams.has('line')
    ? ([line, Number.isInteger(last) && last >= line ? last : line] as const)
    : null;
  return { ...page, first, stretch, marked };
};
