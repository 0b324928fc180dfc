import { sql, type Kysely } from 'kysely';
import { usualSettings } from '../src/modules/missions/domain/cycle/usual.ts';
import { usualApplicationForm, usualOfferForm } from '../src/modules/missions/domain/forms/house-forms.ts';

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
  await openCyclesOfCalls(db);
}

/** Calls that were read before there were cycles get theirs: they are reached by it. */
async function openCyclesOfCalls(db: Kysely<never>): Promise<void> {
  const calls = await sql<{ id: string; slug: string; programme: string; year: number; deadline: string | null }>`
    select id, slug, programme, year, frame->'letter'->>'deadline' as deadline
    from missions.call as call
    where not exists (
      select from missions.cycle where cycle.call = call.id or (cycle.programme = call.programme and cycle.year = call.year)
    )
    order by made_at`.execute(db);
  const opened = new Set<string>();
  for (const { id, slug, programme, year, deadline } of calls.rows) {
    if (opened.has(`${programme} ${year}`)) continue;
    opened.add(`${programme} ${year}`);
    const settings = JSON.stringify(usualSettings('the organiser', { offers: deadline }));
    await sql`
      insert into missions.cycle (id, slug, programme, year, call, settings, visibility, parties)
      select id, slug, programme, year, id, ${settings}::jsonb, visibility, parties
      from missions.call where id = ${id}::uuid and slug = ${slug}`.execute(db);
    const name = `${programme} ${year}`;
    for (const form of [usualApplicationForm(name), usualOfferForm(name, 'the organiser')]) {
      await sql`
        insert into missions.form (cycle, kind, version, definition)
        values (${id}::uuid, ${form.kind}, ${form.version}, ${JSON.stringify(form)}::jsonb)`.execute(db);
    }
  }
  await sql`
    update missions.application set cycle = cycle.id
    from missions.call join missions.cycle on cycle.programme = call.programme and cycle.year = call.year
    where application.call = call.id and application.cycle is null`.execute(db);
}
