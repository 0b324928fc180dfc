import type { Audience, Visibility } from '#modules/access/index.ts';
import { visibleRows } from '#modules/access/server/index.ts';
import type { LegalText } from '#kernel/reading/index.ts';
import type { Connection } from '#platform/db/index.ts';
import type { ProposalSymbol } from '../domain/contributions/contribution.ts';
import type { Answer, SupportRule } from '../domain/support/support.ts';
import type { PreparationStage, ReplyWay, TextsTables } from './tables.ts';

/** A contribution in preparation, without its proposals. */
export interface Preparation {
  id: string;
  slug: string;
  proponent: string;
  organisation: string | null;
  conference: string;
  place: string;
  year: number;
  number: number | null;
  addendum: number | null;
  title: string;
  template: string;
  stage: PreparationStage;
  members: string[];
  /** ISO date. */
  replyBy: string | null;
  rule: SupportRule;
  visibility: Visibility;
  parties: string[];
  version: number;
}

/** One proposal of it. */
export interface StoredPreparedProposal {
  id: string;
  preparation: string;
  serial: number;
  symbol: ProposalSymbol;
  revision: string | null;
  about: string;
  title: string | null;
  summary: string;
  introduction: string;
  reasons: string;
  text: LegalText | null;
  draft: string | null;
  version: number;
}

/** An answer of a member, in the order in which answers came. */
export interface StoredReply {
  proposal: string;
  organisation: string;
  answer: Answer;
  remark: string;
  cameBy: ReplyWay;
  at: Date;
}

const tables = (db: Connection) => db.withTables<TextsTables>();
const ofPreparation = [
  'id',
  'slug',
  'proponent',
  'organisation',
  'conference',
  'place',
  'year',
  'number',
  'addendum',
  'title',
  'template',
  'stage',
  'members',
  'reply_by as replyBy',
  'rule',
  'visibility',
  'parties',
  'version',
] as const;

export async function insertPreparation(db: Connection, row: Omit<Preparation, 'version'>): Promise<void> {
  const { replyBy, rule, ...rest } = row;
  await tables(db)
    .insertInto('texts.preparation')
    .values({ ...rest, reply_by: replyBy, rule: JSON.stringify(rule) })
    .execute();
}

/** Preparations an audience may see, newest first. */
export function listPreparations(db: Connection, audience: Audience): Promise<Preparation[]> {
  return tables(db)
    .selectFrom('texts.preparation as preparation')
    .select(ofPreparation)
    .where(visibleRows(audience, 'preparation'))
    .orderBy('made_at', 'desc')
    .execute();
}

export async function preparationBySlug(db: Connection, slug: string): Promise<Preparation | null> {
  const query = tables(db).selectFrom('texts.preparation').select(ofPreparation).where('slug', '=', slug);
  return (await query.executeTakeFirst()) ?? null;
}

/** Keeps a preparation, its proposals and the answers to them as they are for others, until the transaction ends. */
export async function lockPreparation(db: Connection, slug: string): Promise<void> {
  await tables(db).selectFrom('texts.preparation').select('id').where('slug', '=', slug).forUpdate().execute();
}

/** Changes a preparation that still is as it was seen. @returns whether it was */
export async function updatePreparation(
  db: Connection,
  id: string,
  version: number,
  change: Partial<Omit<Preparation, 'id' | 'slug' | 'version'>>,
): Promise<boolean> {
  const { replyBy, rule, ...rest } = change;
  const result = await tables(db)
    .updateTable('texts.preparation')
    .set({
      ...rest,
      ...(replyBy === undefined ? {} : { reply_by: replyBy }),
      ...(rule === undefined ? {} : { rule: JSON.stringify(rule) }),
    })
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** The proposals of a preparation in the order of their serials. */
export function proposalsOfPreparation(db: Connection, preparation: string): Promise<StoredPreparedProposal[]> {
  return tables(db)
    .selectFrom('texts.prepared_proposal')
    .selectAll()
    .where('preparation', '=', preparation)
    .orderBy('serial')
    .execute();
}

export async function insertPreparedProposal(
  db: Connection,
  row: Omit<StoredPreparedProposal, 'version'>,
): Promise<void> {
  await tables(db)
    .insertInto('texts.prepared_proposal')
    .values({ ...row, text: row.text === null ? null : JSON.stringify(row.text) })
    .execute();
}

/** Changes a proposal that still is as it was seen. @returns whether it was */
export async function updatePreparedProposal(
  db: Connection,
  id: string,
  version: number,
  change: Partial<Omit<StoredPreparedProposal, 'id' | 'preparation' | 'version'>>,
): Promise<boolean> {
  const { text, ...rest } = change;
  const result = await tables(db)
    .updateTable('texts.prepared_proposal')
    .set({ ...rest, ...(text === undefined ? {} : { text: text === null ? null : JSON.stringify(text) }) })
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Gives the proposals the serials of their order. */
export async function renumberProposals(db: Connection, ids: readonly string[]): Promise<void> {
  for (const [index, id] of ids.entries()) {
    await tables(db)
      .updateTable('texts.prepared_proposal')
      .set({ serial: index + 1 })
      .where('id', '=', id)
      .execute();
  }
}

export async function deletePreparedProposal(db: Connection, id: string, version: number): Promise<boolean> {
  const result = await tables(db)
    .deleteFrom('texts.prepared_proposal')
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numDeletedRows === 1n;
}

/** All answers to the proposals of a preparation, oldest first. */
export function repliesOfPreparation(db: Connection, preparation: string): Promise<StoredReply[]> {
  return tables(db)
    .selectFrom('texts.support_reply as reply')
    .innerJoin('texts.prepared_proposal as proposal', 'proposal.id', 'reply.proposal')
    .select([
      'reply.proposal',
      'reply.organisation',
      'reply.answer',
      'reply.remark',
      'reply.came_by as cameBy',
      'reply.at',
    ])
    .where('proposal.preparation', '=', preparation)
    .orderBy('reply.id')
    .execute();
}

export async function insertReplies(
  db: Connection,
  replies: readonly (Omit<StoredReply, 'at'> & { account: string | null; source: string | null })[],
): Promise<void> {
  if (replies.length === 0) return;
  await tables(db)
    .insertInto('texts.support_reply')
    .values(replies.map(({ cameBy, ...reply }) => ({ ...reply, came_by: cameBy })))
    .execute();
}
