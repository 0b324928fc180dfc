import { sql, type Kysely } from 'kysely';

/** The secretariat's work on requests: answers to findings, questions to applicants, the summary table. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table missions.finding_answer (
      application uuid not null references missions.application on delete cascade,
      /** Key of the finding: another one once the words in question change. */
      finding text not null,
      text text not null,
      account uuid,
      by_name text not null,
      at timestamptz not null,
      primary key (application, finding)
    )`.execute(db);
  await sql`
    create table missions.question (
      id uuid primary key,
      application uuid not null references missions.application on delete cascade,
      /** What the applicant reads. */
      text text not null,
      /** Keys of the findings that it came from. */
      findings text[] not null default '{}',
      asked_by text not null,
      asked_at timestamptz not null,
      answer text,
      answered_by text,
      answered_at timestamptz
    )`.execute(db);
  await sql`create index question_application on missions.question (application)`.execute(db);
  await sql`
    create table missions.summary (
      cycle uuid primary key references missions.cycle on delete cascade,
      /** SummaryRow[], in their order. */
      rows jsonb not null,
      version int not null default 1
    )`.execute(db);
  await sql`
    update missions.cycle set settings = '{"introduction": ""}'::jsonb || settings`.execute(db);
}
