import { atomOf } from '#formats/atom/index.ts';
import { news } from '#modules/trace/server/index.ts';
import type { RequestHandler } from './$types';

/** What was accepted last, as a feed of what the reader may see. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const items = await news(locals.context, 50);
  const feed = atomOf({
    address: url.href,
    title: 'Throughline: what is new',
    entries: items.map(({ id, title, at, address, kind }) => ({
      id: `urn:uuid:${id}`,
      title,
      updated: at,
      address: new URL(address, url.origin).href,
      category: kind,
      summary: '',
    })),
  });
  return new Response(feed, { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } });
};
