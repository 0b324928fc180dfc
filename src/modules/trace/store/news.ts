import { sql } from 'kysely';
import type { Audience } from '#modules/access/index.ts';
import { visibleRows } from '#modules/access/server/index.ts';
import type { Connection } from '#platform/db/index.ts';

export interface NewsItem {
  kind: string;
  id: string;
  address: string;
  title: string;
  at: Date;
}

/** Whole records, not their parts, newest first. */
export async function latestEntries(db: Connection, audience: Audience, most: number): Promise<NewsItem[]> {
  const { rows } = await sql<NewsItem>`
    select entry.kind, entry.id, entry.address, entry.title, entry.made_at as at from trace.entry as entry
    where entry.kind in ('contribution', 'revision', 'plan', 'call', 'application', 'assistance-plan', 'meeting')
      and (entry.kind <> 'revision' or entry.body <> '') and ${visibleRows(audience, 'entry')}
    order by entry.made_at desc, entry.title limit ${most}`.execute(db);
  return rows;
}
