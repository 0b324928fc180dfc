import { sql, type Kysely } from 'kysely';

/** Why a request moved, as its applicant was told. Reasons of the secretariat's own stay in the history. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table missions.told (
      application uuid not null references missions.application on delete cascade,
      /** The stage to which it moved. */
      stage text not null,
      reason text not null,
      at timestamptz not null
    )`.execute(db);
  await sql`create index told_application on missions.told (application, at)`.execute(db);
}
