import { organisations } from '#modules/directory/server/index.ts';
import { SearchRequest } from '#modules/trace/index.ts';
import { mostHits, search } from '#modules/trace/server/index.ts';
import type { PageServerLoad } from './$types';

/** An empty or senseless filter in an address is no filter. */
function requestOf(url: URL): SearchRequest {
  const given = Object.fromEntries([...url.searchParams].filter(([, value]) => value !== ''));
  const whole = SearchRequest.safeParse(given);
  return whole.success ? whole.data : SearchRequest.parse({ words: (given['words'] ?? '').slice(0, 300) });
}

export const load: PageServerLoad = async ({ locals, url }) => {
  const request = requestOf(url);
  const [found, known] = await Promise.all([search(locals.context, request), organisations(locals.context)]);
  return {
    request,
    found,
    mostHits,
    organisations: known.map(({ id, key, name }) => ({ id, name: key === name ? name : `${key} – ${name}` })),
  };
};
