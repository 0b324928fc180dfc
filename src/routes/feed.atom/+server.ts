import { news } from '#modules/trace/server/index.ts';
import type { RequestHandler } from './$types';

/** Text for XML; control characters, which XML cannot hold, become blanks. */
const escape = (text: string): string =>
  text.replace(/[\p{Cc}\ufffe\uffff]/gu, ' ').replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** What was accepted last, as an Atom feed (RFC 4287) of what the reader may see. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const items = await news(locals.context, 50);
  const updated = items[0]?.at ?? new Date(0);
  const entries = items.map(
    (item) => `  <entry>
    <id>urn:uuid:${item.id}</id>
    <title>${escape(item.title)}</title>
    <updated>${item.at.toISOString()}</updated>
    <link href="${escape(new URL(item.address, url.origin).href)}"/>
    <category term="${escape(item.kind)}"/>
  </entry>`,
  );
  const feed = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>${escape(url.href)}</id>
  <title>Throughline: what is new</title>
  <author><name>Throughline</name></author>
  <updated>${updated.toISOString()}</updated>
  <link rel="self" href="${escape(url.href)}"/>
${entries.join('\n')}
</feed>
`;
  return new Response(feed, { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } });
};
