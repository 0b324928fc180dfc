import { audienceOf } from '#modules/access/index.ts';
import { mustMay, type Context } from '#modules/access/server/index.ts';
import type { Reference } from '#kernel/reference.ts';
import type { Tie } from '#kernel/register.ts';
import { countLinks, linkedWith, putLinks, type LinkedThing } from '../store/links.ts';

export type { LinkedThing };

/** Keeps how things hang together, as a source says it; in the caller's transaction. */
export async function link(context: Context, ties: readonly Tie[], source: string): Promise<void> {
  mustMay(context, 'accept-readings');
  await putLinks(context.db, ties, source);
}

/** What a thing is linked with, both ways, as far as the viewer may see it. */
export async function linksOf(context: Context, thing: Reference): Promise<LinkedThing[]> {
  return linkedWith(context.db, audienceOf(context.viewer), thing, 500);
}

/** The graph in numbers: links by type and by what they join. */
export async function graphInNumbers(context: Context): ReturnType<typeof countLinks> {
  return countLinks(context.db, audienceOf(context.viewer));
}
