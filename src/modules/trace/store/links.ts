import { sql } from 'kysely';
import type { Audience } from '#modules/access/index.ts';
import { visibleRows } from '#modules/access/server/index.ts';
import type { Connection } from '#platform/db/index.ts';
import type { Reference, ThingKind } from '#kernel/reference.ts';
import type { LinkType, Tie } from '#kernel/register.ts';
import type { TraceTables } from './tables.ts';

export async function putLinks(db: Connection, ties: readonly Tie[], source: string | null): Promise<void> {
  for (let from = 0; from < ties.length; from += 1000) {
    await db
      .withTables<TraceTables>()
      .insertInto('trace.link')
      .values(
        ties.slice(from, from + 1000).map((tie) => ({
          from_kind: tie.from.kind,
          from_id: tie.from.id,
          to_kind: tie.to.kind,
          to_id: tie.to.id,
          type: tie.type,
          source,
          first_line: tie.lines?.[0] ?? null,
          last_line: tie.lines?.[1] ?? null,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/** Forgets all links of things that are there no more. */
export async function dropLinks(db: Connection, gone: readonly Reference[]): Promise<void> {
  for (const { kind, id } of gone) {
    await db
      .withTables<TraceTables>()
      .deleteFrom('trace.link')
      .where((eb) =>
        eb.or([
          eb.and([eb('from_kind', '=', kind), eb('from_id', '=', id)]),
          eb.and([eb('to_kind', '=', kind), eb('to_id', '=', id)]),
        ]),
      )
      .execute();
  }
}

/** The other end of a link, as far as it may be seen. */
export interface LinkedThing {
  type: LinkType;
  /** `to`: the link leads from the thing that was asked about; `from`: it leads to it. */
  direction: 'to' | 'from';
  kind: ThingKind;
  id: string;
  address: string;
  title: string;
  year: number | null;
}

/** What a thing is linked with; ends that the audience may not see are left out. */
export async function linkedWith(
  db: Connection,
  audience: Audience,
  thing: Reference,
  most: number,
): Promise<LinkedThing[]> {
  const { rows } = await sql<LinkedThing>`
    select distinct link.type, 'to' as direction, entry.kind, entry.id, entry.address, entry.title, entry.year
    from trace.link as link join trace.entry as entry on entry.kind = link.to_kind and entry.id = link.to_id
    where link.standing <> 'refused' and link.from_kind = ${thing.kind} and link.from_id = ${thing.id}::uuid and ${visibleRows(audience, 'entry')}
    union
    select distinct link.type, 'from', entry.kind, entry.id, entry.address, entry.title, entry.year
    from trace.link as link join trace.entry as entry on entry.kind = link.from_kind and entry.id = link.from_id
    where link.standing <> 'refused' and link.to_kind = ${thing.kind} and link.to_id = ${thing.id}::uuid and ${visibleRows(audience, 'entry')}
    order by type, direction, title, id limit ${most}`.execute(db);
  return rows;
}

/** How many links of each type join which kinds of things, among those the audience may see at both ends. */
export async function countLinks(
  db: Connection,
  audience: Audience,
): Promise<{ type: LinkType; fromKind: ThingKind; toKind: ThingKind; count: number }[]> {
  const { rows } = await sql<{ type: LinkType; fromKind: ThingKind; toKind: ThingKind; count: number }>`
    select link.type, link.from_kind as "fromKind", link.to_kind as "toKind", count(*) as count
    from trace.link as link
    join trace.entry as one on one.kind = link.from_kind and one.id = link.from_id
    join trace.entry as other on other.kind = link.to_kind and other.id = link.to_id
    where link.standing <> 'refused' and ${visibleRows(audience, 'one')} and ${visibleRows(audience, 'other')}
    group by 1, 2, 3 order by count desc, 1, 2, 3`.execute(db);
  return rows;
}
