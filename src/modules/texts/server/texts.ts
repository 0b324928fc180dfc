import { audienceOf, maySee } from '#modules/access/index.ts';
import { mustSee, type Context } from '#modules/access/server/index.ts';
import {
  instrumentBy,
  listInstruments,
  listRevisions,
  revisionBySlug,
  revisionsOf,
  type Instrument,
  type Revision,
} from '../store/instruments.ts';
import {
  contributionBy,
  listContributions,
  listProposals,
  proposalBySlug,
  type Contribution,
  type ProposalSummary,
  type StoredProposal,
} from '../store/proposals.ts';

export type { Contribution, Instrument, ProposalSummary, Revision, StoredProposal };

/** Instruments the viewer may see, with the number of texts and proposals. */
export async function instruments(context: Context): ReturnType<typeof listInstruments> {
  return listInstruments(context.db, audienceOf(context.viewer));
}

/** An instrument with its revisions and the proposals to it. @throws Refusal `not-found` */
export async function instrument(
  context: Context,
  slug: string,
): Promise<{ instrument: Instrument; revisions: Revision[]; proposals: ProposalSummary[] }> {
  const found = mustSee(context, await instrumentBy(context.db, { slug }), 'instrument');
  const audience = audienceOf(context.viewer);
  return {
    instrument: found,
    revisions: await revisionsOf(context.db, audience, found.id),
    proposals: await listProposals(context.db, audience, { instrument: found.id }),
  };
}

/** A revision with its instrument. @throws Refusal `not-found` */
export async function revision(
  context: Context,
  slug: string,
): Promise<{ revision: Revision; instrument: Instrument; revisions: Revision[]; proposals: ProposalSummary[] }> {
  const found = mustSee(context, await revisionBySlug(context.db, slug), 'text');
  const audience = audienceOf(context.viewer);
  const of = mustSee(context, await instrumentBy(context.db, { id: found.instrument }), 'instrument');
  return {
    revision: found,
    instrument: of,
    revisions: await revisionsOf(context.db, audience, of.id),
    proposals: await listProposals(context.db, audience, { instrument: of.id }),
  };
}

/** All texts the viewer may see, with their instruments; those known by name only are left out. */
export async function revisions(context: Context): ReturnType<typeof listRevisions> {
  return listRevisions(context.db, audienceOf(context.viewer));
}

/** Contributions the viewer may see. */
export async function contributions(context: Context): ReturnType<typeof listContributions> {
  return listContributions(context.db, audienceOf(context.viewer));
}

/** All proposals the viewer may see, of whatever contribution. */
export async function proposals(context: Context): Promise<ProposalSummary[]> {
  return listProposals(context.db, audienceOf(context.viewer), null);
}

/** A contribution with its proposals. @throws Refusal `not-found` */
export async function contribution(
  context: Context,
  slug: string,
): Promise<{ contribution: Contribution; proposals: ProposalSummary[] }> {
  const found = mustSee(context, await contributionBy(context.db, { slug }), 'contribution');
  const proposals = await listProposals(context.db, audienceOf(context.viewer), { contribution: found.id });
  return { contribution: found, proposals: proposals.sort((a, b) => a.serial - b.serial) };
}

/** A proposal with its contribution and instrument, and its neighbours for reading on. @throws Refusal `not-found` */
export async function proposal(
  context: Context,
  slug: string,
): Promise<{
  proposal: StoredProposal;
  contribution: Contribution;
  instrument: Instrument | null;
  previous: ProposalSummary | null;
  next: ProposalSummary | null;
}> {
  const found = mustSee(context, await proposalBySlug(context.db, slug), 'proposal');
  const within = mustSee(context, await contributionBy(context.db, { id: found.contribution }), 'contribution');
  const about = found.instrument === null ? null : await instrumentBy(context.db, { id: found.instrument });
  const neighbours = (await listProposals(context.db, audienceOf(context.viewer), { contribution: within.id })).sort(
    (a, b) => a.serial - b.serial,
  );
  const at = neighbours.findIndex((other) => other.id === found.id);
  return {
    proposal: found,
    contribution: within,
    instrument: about !== null && maySee(context.viewer, about).allowed ? about : null,
    previous: neighbours[at - 1] ?? null,
    next: neighbours[at + 1] ?? null,
  };
}
