import { sql, type SqlBool } from 'kysely';
import type { Audience } from '#modules/access/index.ts';
import { visibleRows } from '#modules/access/server/index.ts';
import type { Connection } from '#platform/db/index.ts';
import type { Reference, ThingKind } from '#kernel/reference.ts';
import type { Written } from '#kernel/register.ts';
import { foldWords } from '../domain/query.ts';
import { headlineOptions } from '../domain/snippet.ts';
import type { TraceTables } from './tables.ts';

const tables = (db: Connection) => db.withTables<TraceTables>();

/** Writes or renews what things are found by. */
export async function putEntries(db: Connection, things: readonly Written[]): Promise<void> {
  for (let from = 0; from < things.length; from += 500) {
    const rows = things.slice(from, from + 500).map((thing) => ({
      kind: thing.kind,
      id: thing.id,
      address: thing.address,
      title: thing.title,
      body: thing.body,
      year: thing.year,
      organisation: thing.organisation,
      visibility: thing.visibility,
      parties: [...thing.parties],
      found_by: sql`
        setweight(to_tsvector('trace.english', left(${thing.title}, 20000)), 'A') ||
        setweight(to_tsvector('trace.english', left(${thing.body}, 200000)), 'C')`,
    }));
    await tables(db)
      .insertInto('trace.entry')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['kind', 'id']).doUpdateSet((row) => ({
          address: row.ref('excluded.address'),
          title: row.ref('excluded.title'),
          body: row.ref('excluded.body'),
          year: row.ref('excluded.year'),
          organisation: row.ref('excluded.organisation'),
          visibility: row.ref('excluded.visibility'),
          parties: row.ref('excluded.parties'),
          found_by: row.ref('excluded.found_by'),
        })),
      )
      .execute();
  }
}

/** Forgets what things that are there no more were found by. */
export async function dropEntries(db: Connection, gone: readonly Reference[]): Promise<void> {
  for (const { kind, id } of gone) {
    await tables(db).deleteFrom('trace.entry').where('kind', '=', kind).where('id', '=', id).execute();
  }
}

/** Remembers words, so that typing slips can be mended. */
export async function putWords(db: Connection, words: readonly string[]): Promise<void> {
  for (let from = 0; from < words.length; from += 2000) {
    const some = words.slice(from, from + 2000).sort();
    await sql`
      insert into trace.word (word, times) select unnest(${some}::text[]), 1
      on conflict (word) do nothing`.execute(db);
  }
}

/**
 * For those of these words that occur nowhere: occurring words that may have been meant. Candidates begin with the same
 * letter and are about as long, or share many of their trigrams; the caller judges them.
 */
export async function similarWords(
  db: Connection,
  words: readonly string[],
): Promise<{ word: string; alike: string[] }[]> {
  const { rows } = await sql<{ typed: string; alike: string[] | null }>`
    select typed, (
      select array_agg(word order by similarity(word, typed) desc, word) from (
        select word from trace.word
        where word % typed or (left(word, 1) = left(typed, 1) and length(word) between length(typed) - 2 and length(typed) + 2)
        order by similarity(word, typed) desc, word limit 60
      ) as candidate
    ) as alike
    from unnest(${[...words]}::text[]) as typed
    where length(typed) >= 4 and typed !~ '[0-9]'
      and not exists (select 1 from trace.word where word = typed)`.execute(db);
  return rows.map((row) => ({ word: row.typed, alike: row.alike ?? [] }));
}

/** A condition and an order for the words of a search. */
export interface Match {
  /** In the syntax of `websearch_to_tsquery`; the empty string finds everything. */
  words: string;
  /** Alternatives for single words, as typed → words that occur. */
  mended: ReadonlyMap<string, readonly string[]>;
}

export interface Hit {
  kind: string;
  id: string;
  address: string;
  title: string;
  /** The words in their place; matches stand between U+0002 and U+0003. */
  snippet: string;
  year: number | null;
  organisation: string | null;
}

export interface Filter {
  kind: string | null;
  organisation: string | null;
  year: number | null;
}

/** The query as PostgreSQL's tsquery: what was typed, or the same with typing slips mended. */
function tsquery(match: Match) {
  const typed = sql`websearch_to_tsquery('trace.english', ${match.words})`;
  if (match.mended.size === 0) return typed;
  let mended = foldWords(match.words);
  const alternatives: string[] = [];
  for (const [word, alike] of match.mended) {
    mended = mended.replace(new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, 'giu'), ' ');
    alternatives.push(`(${alike.map((other) => `'${other}'`).join(' | ')})`);
  }
  const rest = sql`websearch_to_tsquery('trace.english', ${mended})`;
  const others = sql`to_tsquery('trace.english', ${alternatives.join(' & ')})`;
  return sql`(case when numnode(${rest}) = 0 then ${others} else ${rest} && ${others} end)`;
}

/** One page of what an audience may see, best first, with the number of all hits up to `most`. */
export async function findEntries(
  db: Connection,
  audience: Audience,
  match: Match,
  filter: Filter,
  page: { offset: number; size: number; most: number },
): Promise<{ hits: Hit[]; total: number; kinds: { kind: string; count: number }[] }> {
  const query = tsquery(match);
  const everything = match.words === '';
  const conditions = [
    visibleRows(audience, 'entry'),
    everything ? sql<SqlBool>`true` : sql<SqlBool>`entry.found_by @@ query`,
    filter.organisation === null ? sql<SqlBool>`true` : sql<SqlBool>`entry.organisation = ${filter.organisation}::uuid`,
    filter.year === null ? sql<SqlBool>`true` : sql<SqlBool>`entry.year = ${filter.year}::int`,
  ];
  const found = sql`
    select entry.kind, entry.id, entry.address, entry.title, entry.body, entry.year, entry.organisation, query,
      ${everything ? sql`0::real` : sql`ts_rank(entry.found_by, query, 1)`} as rank
    from trace.entry as entry, (select ${query} as query) as asked
    where ${sql.join(conditions, sql` and `)}`;
  const ofKind = filter.kind === null ? sql`true` : sql`kind = ${filter.kind}`;
  const { rows } = await sql<Hit & { total: number }>`
    with found as materialized (${found} limit ${page.most}),
    best as (
      select *, count(*) over () as total from found where ${ofKind}
      order by rank desc, year desc nulls last, title, id offset ${page.offset} limit ${page.size}
    )
    select kind, id, address, title, year, organisation, total,
      case when ${everything} then left(body, 240)
      else ts_headline('trace.english', left(body, 20000), query,
        ${headlineOptions}) end as snippet
    from best order by rank desc, year desc nulls last, title, id`.execute(db);
  const { rows: kinds } = await sql<{ kind: string; count: number }>`
    with found as materialized (${found} limit ${page.most})
    select kind, count(*) as count from found group by kind order by count desc, kind`.execute(db);
  return { hits: rows, total: rows[0]?.total ?? 0, kinds };
}

/** Gives a thing other words to be found by; who may see it, and where it is, stay. */
export async function renewBody(db: Connection, kind: string, id: string, body: string): Promise<void> {
  await sql`
    update trace.entry set body = ${body}, found_by =
      setweight(to_tsvector('trace.english', left(title, 20000)), 'A') ||
      setweight(to_tsvector('trace.english', left(${body}, 200000)), 'C')
    where kind = ${kind} and id = ${id}::uuid`.execute(db);
}

/** A thing of the register by its name, with its page. */
export interface NamedThing {
  kind: ThingKind;
  id: string;
  address: string;
  title: string;
}

/** Names and addresses of things, as far as an audience may see them. */
export async function entriesOf(
  db: Connection,
  audience: Audience,
  things: readonly Reference[],
): Promise<NamedThing[]> {
  const { rows } = await sql<NamedThing>`
    select entry.kind, entry.id, entry.address, entry.title
    from trace.entry as entry
    join unnest(${things.map(({ kind }) => kind)}::text[], ${things.map(({ id }) => id)}::uuid[]) as asked (kind, id)
      on asked.kind = entry.kind and asked.id = entry.id
    where ${visibleRows(audience, 'entry')}`.execute(db);
  return rows;
}
