import { sql } from 'kysely';
import type { Audience } from '#modules/access/index.ts';
import { visibleRows } from '#modules/access/server/index.ts';
import type { Proposal, ProposalAction } from '#kernel/reading/index.ts';
import type { Origin } from '#kernel/register.ts';
import type { Connection } from '#platform/db/index.ts';
import type { TextsTables } from './tables.ts';

interface Shown {
  visibility: Origin['visibility'];
  parties: string[];
}

export type Contribution = Shown & {
  id: string;
  slug: string;
  proponent: string | null;
  number: number | null;
  addendum: number | null;
  title: string;
  source: string;
  /** The conference it goes to, as far as its proposals say. */
  body: string | null;
  place: string | null;
  year: number | null;
  version: number;
};

export type ProposalSummary = Shown & {
  id: string;
  slug: string;
  contribution: string;
  serial: number;
  reference: string;
  action: ProposalAction;
  instrument: string | null;
  title: string | null;
  version: number;
};

export type StoredProposal = ProposalSummary & { record: Proposal };

const tables = (db: Connection) => db.withTables<TextsTables>();
const ofContribution = [
  'id',
  'slug',
  'proponent',
  'number',
  'addendum',
  'title',
  'source',
  'body',
  'place',
  'year',
  'visibility',
  'parties',
  'version',
] as const;
const ofProposal = [
  'id',
  'slug',
  'contribution',
  'serial',
  'reference',
  'action',
  'instrument',
  'title',
  'visibility',
  'parties',
  'version',
] as const;

export async function insertContribution(db: Connection, contribution: Omit<Contribution, 'version'>): Promise<void> {
  await tables(db).insertInto('texts.contribution').values(contribution).execute();
}

export async function insertProposal(db: Connection, proposal: Omit<StoredProposal, 'version'>): Promise<void> {
  await tables(db)
    .insertInto('texts.proposal')
    .values({ ...proposal, record: JSON.stringify(proposal.record) })
    .execute();
}

/** Contributions an audience may see, newest first, with the number of their proposals. */
export function listContributions(
  db: Connection,
  audience: Audience,
): Promise<(Contribution & { proposals: number })[]> {
  return tables(db)
    .selectFrom('texts.contribution as contribution')
    .select(ofContribution)
    .select(
      sql<number>`(
        select count(*) from texts.proposal as proposal
        where proposal.contribution = contribution.id and ${visibleRows(audience, 'proposal')}
      )`.as('proposals'),
    )
    .where(visibleRows(audience, 'contribution'))
    .orderBy('made_at', 'desc')
    .execute();
}

export async function contributionBy(
  db: Connection,
  by: { slug: string } | { id: string },
): Promise<Contribution | null> {
  const query = tables(db).selectFrom('texts.contribution').select(ofContribution);
  const row = await (
    'slug' in by ? query.where('slug', '=', by.slug) : query.where('id', '=', by.id)
  ).executeTakeFirst();
  return row ?? null;
}

/** Proposals of a contribution, to an instrument, or (`null`) all, that an audience may see. */
export function listProposals(
  db: Connection,
  audience: Audience,
  of: { contribution: string } | { instrument: string } | null,
): Promise<ProposalSummary[]> {
  let query = tables(db)
    .selectFrom('texts.proposal as proposal')
    .select(ofProposal)
    .where(visibleRows(audience, 'proposal'));
  if (of !== null && 'contribution' in of) query = query.where('contribution', '=', of.contribution);
  if (of !== null && 'instrument' in of) query = query.where('instrument', '=', of.instrument);
  return query.orderBy('reference').orderBy('serial').execute();
}

/** Proposals to an instrument, or of some contributions, that an audience may see, with all they hold. */
export function proposalsWithRecords(
  db: Connection,
  audience: Audience,
  of: { contributions: readonly string[] } | { instrument: string },
): Promise<StoredProposal[]> {
  let query = tables(db)
    .selectFrom('texts.proposal as proposal')
    .select([...ofProposal, 'record'])
    .where(visibleRows(audience, 'proposal'));
  if ('instrument' in of) query = query.where('instrument', '=', of.instrument);
  else query = query.where('contribution', '=', sql<string>`any(${[...of.contributions]}::uuid[])`);
  return query.orderBy('reference').orderBy('serial').execute();
}

export async function proposalBySlug(db: Connection, slug: string): Promise<StoredProposal | null> {
  const query = tables(db)
    .selectFrom('texts.proposal')
    .select([...ofProposal, 'record'])
    .where('slug', '=', slug);
  return (await query.executeTakeFirst()) ?? null;
}
