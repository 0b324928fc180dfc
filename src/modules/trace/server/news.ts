import { audienceOf } from '#modules/access/index.ts';
import type { Context } from '#modules/access/server/index.ts';
import { latestEntries, type NewsItem } from '../store/news.ts';

export type { NewsItem };

/** What was accepted last, as far as the viewer may see it. */
export async function news(context: Context, most: number): Promise<NewsItem[]> {
  return latestEntries(context.db, audienceOf(context.viewer), most);
}
