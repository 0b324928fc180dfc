import { audienceOf } from '#modules/access/index.ts';
import { isId } from '#kernel/ids.ts';
import type { Reference } from '#kernel/reference.ts';
import { mustMay, type Context } from '#modules/access/server/index.ts';
import { isSlip, rememberedWords, wordsOf, type SearchRequest } from '../domain/query.ts';
import {
  entriesOf,
  findEntries,
  putEntries,
  putWords,
  renewBody,
  similarWords,
  type Hit,
  type NamedThing,
} from '../store/entries.ts';
import type { Written } from '#kernel/register.ts';

export type { Hit, NamedThing };

/** Results of one search. */
export interface Found {
  hits: Hit[];
  /** All hits, up to {@link mostHits}. */
  total: number;
  /** Hits by kind, whatever kind was asked for. */
  kinds: { kind: string; count: number }[];
  /** Words that were mended, as typed and as searched; empty when what was typed was found. */
  mended: { typed: string; searched: string[] }[];
  pageSize: number;
}

/** Beyond this many hits nobody reads on; counting stops. */
export const mostHits = 5000;
const pageSize = 20;

/**
 * Searches everything the viewer may see. Words that occur nowhere are taken for typing slips; what they are mended to
 * is only said when it finds something that the viewer may see, so that it gives nothing away.
 */
export async function search(context: Context, request: SearchRequest): Promise<Found> {
  const audience = audienceOf(context.viewer);
  const filter = { kind: request.kind, organisation: request.organisation, year: request.year };
  const page = { offset: (request.page - 1) * pageSize, size: pageSize, most: mostHits };
  const typed = await findEntries(context.db, audience, { words: request.words, mended: new Map() }, filter, page);
  if (typed.kinds.length > 0 || request.words === '') return { ...typed, mended: [], pageSize };

  const mended = new Map<string, string[]>();
  for (const { word, alike } of await similarWords(context.db, wordsOf(request.words))) {
    const slips = alike.filter((other) => isSlip(word, other)).slice(0, 4);
    if (slips.length > 0) mended.set(word, slips);
  }
  if (mended.size === 0) return { ...typed, mended: [], pageSize };
  const found = await findEntries(context.db, audience, { words: request.words, mended }, filter, page);
  const said = found.kinds.length === 0 ? [] : [...mended].map(([typed, searched]) => ({ typed, searched }));
  return { ...found, mended: said, pageSize };
}

/**
 * Makes things findable, or renews what they are found by; in the caller's transaction. The same thing may come several
 * times (an organisation that applies twice): its last words count.
 */
export async function makeFindable(context: Context, written: readonly Written[]): Promise<void> {
  mustMay(context, 'read-files');
  const things = [...new Map(written.map((thing) => [`${thing.kind} ${thing.id}`, thing])).values()];
  await putEntries(context.db, things);
  const words = new Set<string>();
  for (const thing of things) for (const word of rememberedWords(`${thing.title} ${thing.body}`)) words.add(word);
  await putWords(context.db, [...words]);
}

/** Tells the search that the words of a thing were changed; in the transaction of the change. */
export async function renewWords(context: Context, thing: Reference, words: string): Promise<void> {
  mustMay(context, 'edit-records');
  await renewBody(context.db, thing.kind, thing.id, words);
  await putWords(context.db, rememberedWords(words));
}

/** What things are called and where their pages are, by kind and id ("plan 018f…"); only those the viewer may see. */
export async function namesOf(context: Context, things: readonly Reference[]): Promise<Map<string, NamedThing>> {
  const known = things.filter((thing) => isId(thing.id));
  const found = known.length === 0 ? [] : await entriesOf(context.db, audienceOf(context.viewer), known);
  return new Map(found.map((thing) => [`${thing.kind} ${thing.id}`, thing]));
}
