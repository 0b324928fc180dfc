import { sql, type Kysely } from 'kysely';

/** Links that people make, or refuse, on a suggestion; with the reason they were suggested for. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    alter table trace.link
      /** said: by a source; confirmed: by a person; refused: not to be suggested again, and shown nowhere. */
      add column standing text not null default 'said' check (standing in ('said', 'confirmed', 'refused')),
      /** Why: a sentence and the two passages, as suggested; or what the person wrote. */
      add column reason jsonb,
      add column made_by text`.execute(db);
}
