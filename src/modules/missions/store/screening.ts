import type { Connection } from '#platform/db/index.ts';

/** Why a finding does not stand in the way, in the words of the secretariat. */
export interface FindingAnswer {
  application: string;
  /** Key of the finding. */
  finding: string;
  text: string;
  byName: string;
  at: Date;
}

/** What the secretariat asked about a request, and what the applicant answered. */
export interface Question {
  id: string;
  application: string;
  text: string;
  /** Keys of the findings that it came from. */
  findings: string[];
  askedBy: string;
  askedAt: Date;
  answer: string | null;
  answeredBy: string | null;
  answeredAt: Date | null;
}

/** The tables of screening. */
export type ScreeningTables = {
  'missions.finding_answer': {
    application: string;
    finding: string;
    text: string;
    account: string | null;
    by_name: string;
    at: Date;
  };
  'missions.question': {
    id: string;
    application: string;
    text: string;
    findings: string[];
    asked_by: string;
    asked_at: Date;
    answer: string | null;
    answered_by: string | null;
    answered_at: Date | null;
  };
  /** As far as it is counted here; the store of attachments writes it. */
  'missions.attachment': { id: string; subject_kind: string; subject: string; removed_at: Date | null };
};

const tables = (db: Connection) => db.withTables<ScreeningTables>();

/** Answers to findings on some requests. */
export async function findingAnswers(db: Connection, applications: readonly string[]): Promise<FindingAnswer[]> {
  if (applications.length === 0) return [];
  return tables(db)
    .selectFrom('missions.finding_answer')
    .select(['application', 'finding', 'text', 'by_name as byName', 'at'])
    .where('application', 'in', [...applications])
    .orderBy('at')
    .execute();
}

/** Keeps an answer in the place of an earlier one. */
export async function keepFindingAnswer(
  db: Connection,
  { application, finding, text, byName, at }: FindingAnswer,
  account: string | null,
): Promise<void> {
  const row = { text, account, by_name: byName, at };
  await tables(db)
    .insertInto('missions.finding_answer')
    .values({ application, finding, ...row })
    .onConflict((on) => on.columns(['application', 'finding']).doUpdateSet(row))
    .execute();
}

export async function removeFindingAnswer(db: Connection, application: string, finding: string): Promise<void> {
  await tables(db)
    .deleteFrom('missions.finding_answer')
    .where('application', '=', application)
    .where('finding', '=', finding)
    .execute();
}

const ofQuestion = [
  'id',
  'application',
  'text',
  'findings',
  'asked_by as askedBy',
  'asked_at as askedAt',
  'answer',
  'answered_by as answeredBy',
  'answered_at as answeredAt',
] as const;

/** Questions on some requests, oldest first. */
export async function questionsOn(db: Connection, applications: readonly string[]): Promise<Question[]> {
  if (applications.length === 0) return [];
  return tables(db)
    .selectFrom('missions.question')
    .select(ofQuestion)
    .where('application', 'in', [...applications])
    .orderBy('asked_at')
    .orderBy('id')
    .execute();
}

export async function insertQuestion(
  db: Connection,
  { askedBy, askedAt, answeredBy, answeredAt, ...question }: Question,
): Promise<void> {
  await tables(db)
    .insertInto('missions.question')
    .values({ ...question, asked_by: askedBy, asked_at: askedAt, answered_by: answeredBy, answered_at: answeredAt })
    .execute();
}

/** @returns whether the question was there and not answered yet */
export async function answerOf(
  db: Connection,
  id: string,
  { answer, by, at }: { answer: string; by: string; at: Date },
): Promise<boolean> {
  const result = await tables(db)
    .updateTable('missions.question')
    .set({ answer, answered_by: by, answered_at: at })
    .where('id', '=', id)
    .where('answer', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** How many files came with each of some requests; those without any are not in it. */
export async function attachmentCounts(
  db: Connection,
  applications: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (applications.length === 0) return new Map();
  const rows = await tables(db)
    .selectFrom('missions.attachment')
    .select(({ fn }) => ['subject', fn.countAll<string>().as('files')])
    .where('subject_kind', '=', 'application')
    .where('subject', 'in', [...applications])
    .where('removed_at', 'is', null)
    .groupBy('subject')
    .execute();
  return new Map(rows.map(({ subject, files }) => [subject, Number(files)]));
}
