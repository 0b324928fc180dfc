import type { Announcement } from '#kernel/register.ts';
import type { Context } from '#modules/access/server/index.ts';
import { rememberedWords } from '../domain/query.ts';
import { dropEntries, putEntries, putWords } from '../store/entries.ts';
import { dropLinks, putLinks } from '../store/links.ts';

/**
 * Takes up what a room below announces: makes things findable, links them, forgets what is gone. The room has asked the
 * policy already; this runs in its transaction and is called by no page.
 */
export async function hear(context: Context, { written, ties, gone }: Announcement): Promise<void> {
  const things = [...new Map(written.map((thing) => [`${thing.kind} ${thing.id}`, thing])).values()];
  await putEntries(context.db, things);
  const kept = things.filter(({ forgettable }) => forgettable !== true);
  const words = new Set(kept.flatMap(({ title, body }) => rememberedWords(`${title} ${body}`)));
  await putWords(context.db, [...words]);
  await putLinks(context.db, ties, null);
  await dropLinks(context.db, gone);
  await dropEntries(context.db, gone);
}
