/** What became of proposals, as far as the viewer may see both the proposals and the texts that were adopted. */
import { audienceOf } from '#modules/access/index.ts';
import { mustSee, type Context } from '#modules/access/server/index.ts';
import type { ProposalFate } from '../domain/fate/fate-of.ts';
import { successBy, type Success } from '../domain/fate/success.ts';
import {
  contributionBy,
  proposalBySlug,
  proposalsWithRecords,
  type Contribution,
  type StoredProposal,
} from '../store/proposals.ts';
import { conference } from './conferences.ts';
import { judgedInBrief, judgedInFull, type JudgedProposal } from './judged.ts';

export type { JudgedProposal };

/** Proposals with the tables of how far their proponents, and the themes, got. */
export interface Fates {
  proposals: JudgedProposal[];
  byProponent: Success[];
  byTheme: Success[];
}

/** What became of one proposal, change by change. @throws Refusal `not-found` */
export async function fateOfProposal(context: Context, slug: string): Promise<JudgedProposal<ProposalFate>> {
  const { proposal, contribution } = await proposalAt(context, slug);
  return only(await judgedInFull(context, [proposal], [contribution]));
}

/** What became of one proposal, without its single changes. @throws Refusal `not-found` */
export async function fateInBrief(context: Context, slug: string): Promise<JudgedProposal> {
  const { proposal, contribution } = await proposalAt(context, slug);
  return only(await judgedInBrief(context, [proposal], [contribution]));
}

async function proposalAt(
  context: Context,
  slug: string,
): Promise<{ proposal: StoredProposal; contribution: Contribution }> {
  const proposal = mustSee(context, await proposalBySlug(context.db, slug), 'proposal');
  const found = await contributionBy(context.db, { id: proposal.contribution });
  return { proposal, contribution: mustSee(context, found, 'contribution') };
}

function only<T>([first]: readonly T[]): T {
  if (first === undefined) throw new Error('A proposal was judged and gave nothing.');
  return first;
}

/** What became of the proposals of a contribution, in their order. @throws Refusal `not-found` */
export async function fatesOfContribution(context: Context, slug: string): Promise<Fates> {
  const found = mustSee(context, await contributionBy(context.db, { slug }), 'contribution');
  return fatesOf(context, [found]);
}

/** What became of all proposals to a conference. @throws Refusal `not-found` */
export async function fatesOfConference(context: Context, slug: string): Promise<Fates> {
  const { contributions } = await conference(context, slug);
  return fatesOf(context, contributions);
}

async function fatesOf(context: Context, contributions: readonly Contribution[]): Promise<Fates> {
  const audience = audienceOf(context.viewer);
  const ids = contributions.map(({ id }) => id);
  const proposals = await proposalsWithRecords(context.db, audience, { contributions: ids });
  const judged = await judgedInBrief(
    context,
    proposals.sort(
      (one, other) => ids.indexOf(one.contribution) - ids.indexOf(other.contribution) || one.serial - other.serial,
    ),
    contributions,
  );
  return {
    proposals: judged,
    byProponent: successBy(judged, ({ proponent }) => (proponent === null ? [] : [proponent])),
    byTheme: successBy(judged, ({ themes }) => themes),
  };
}
