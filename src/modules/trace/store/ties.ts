import { sql } from 'kysely';
import type { Audience } from '#modules/access/index.ts';
import { visibleRows } from '#modules/access/server/index.ts';
import type { Connection } from '#platform/db/index.ts';
import type { Reference, ThingKind } from '#kernel/reference.ts';
import type { LinkType } from '#kernel/register.ts';
import type { Target } from '../domain/ties/suggest.ts';
import type { TieReason, TraceTables } from './tables.ts';

const tables = (db: Connection) => db.withTables<TraceTables>();

/** Everything of some kinds that an audience may see, as something that can be tied to. */
export async function targetsOf(
  db: Connection,
  audience: Audience,
  kinds: readonly ThingKind[],
  most: number,
): Promise<Target[]> {
  const { rows } = await sql<Target>`
    select entry.kind, entry.id, entry.address, entry.title, entry.body as text from trace.entry as entry
    where entry.kind = any(${[...kinds]}::text[]) and ${visibleRows(audience, 'entry')}
    order by entry.year desc nulls last, entry.kind, entry.id limit ${most}`.execute(db);
  return rows;
}

/** A tie that a person made or refused. */
export interface KeptTie extends Reference {
  address: string;
  title: string;
  standing: 'confirmed' | 'refused';
  reason: TieReason | null;
  madeBy: string | null;
}

/** What people decided on one thing's ties of a type, as far as the other ends may be seen. */
export async function keptTies(
  db: Connection,
  audience: Audience,
  from: Reference,
  type: LinkType,
): Promise<KeptTie[]> {
  const { rows } = await sql<KeptTie>`
    select entry.kind, entry.id, entry.address, entry.title, link.standing, link.reason, link.made_by as "madeBy"
    from trace.link as link join trace.entry as entry on entry.kind = link.to_kind and entry.id = link.to_id
    where link.from_kind = ${from.kind} and link.from_id = ${from.id}::uuid and link.type = ${type}
      and link.standing <> 'said' and ${visibleRows(audience, 'entry')}
    order by entry.kind, entry.title, entry.id`.execute(db);
  return rows;
}

/** Keeps what a person decided; the last decision counts. */
export async function putTie(
  db: Connection,
  tie: { from: Reference; to: Reference; type: LinkType },
  decided: { standing: 'confirmed' | 'refused'; reason: TieReason; by: string },
): Promise<void> {
  const { from, to, type } = tie;
  await dropTie(db, tie);
  await tables(db)
    .insertInto('trace.link')
    .values({
      from_kind: from.kind,
      from_id: from.id,
      to_kind: to.kind,
      to_id: to.id,
      type,
      source: null,
      first_line: null,
      last_line: null,
      standing: decided.standing,
      reason: JSON.stringify(decided.reason),
      made_by: decided.by,
    })
    .execute();
}

/** Takes a person's decision back. @returns whether there was one */
export async function dropTie(
  db: Connection,
  { from, to, type }: { from: Reference; to: Reference; type: LinkType },
): Promise<boolean> {
  const result = await tables(db)
    .deleteFrom('trace.link')
    .where('from_kind', '=', from.kind)
    .where('from_id', '=', from.id)
    .where('to_kind', '=', to.kind)
    .where('to_id', '=', to.id)
    .where('type', '=', type)
    .where('standing', '<>', 'said')
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}

/** Something that serves one of several things. */
export interface Serving extends Reference {
  address: string;
  title: string;
  year: number | null;
  /** What it serves. */
  served: { kind: ThingKind; id: string; address: string; title: string };
}

/** What serves any of these things, as far as both ends may be seen; refused ties are left out. */
export async function servingOf(db: Connection, audience: Audience, things: readonly Reference[]): Promise<Serving[]> {
  const { rows } = await sql<
    Omit<Serving, 'served'> & { toKind: ThingKind; toId: string; toAddress: string; toTitle: string }
  >`
    select entry.kind, entry.id, entry.address, entry.title, entry.year,
      target.kind as "toKind", target.id as "toId", target.address as "toAddress", target.title as "toTitle"
    from unnest(${things.map(({ kind }) => kind)}::text[], ${things.map(({ id }) => id)}::uuid[]) as asked (kind, id)
    join trace.link as link on link.to_kind = asked.kind and link.to_id = asked.id
    join trace.entry as entry on entry.kind = link.from_kind and entry.id = link.from_id
    join trace.entry as target on target.kind = link.to_kind and target.id = link.to_id
    where link.type = 'serves' and link.standing <> 'refused'
      and ${visibleRows(audience, 'entry')} and ${visibleRows(audience, 'target')}
    order by entry.year desc nulls last, entry.title, entry.id, target.title limit 500`.execute(db);
  return rows.map(({ toKind, toId, toAddress, toTitle, ...row }) => ({
    ...row,
    served: { kind: toKind, id: toId, address: toAddress, title: toTitle },
  }));
}
