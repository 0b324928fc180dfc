/** The history of a clause: its words in each revision, and whose proposals brought them. */
import { refuse } from '#kernel/problem.ts';
import { audienceOf } from '#modules/access/index.ts';
import { mustSee, type Context } from '#modules/access/server/index.ts';
import type { ChangeFate } from '../domain/fate/change.ts';
import { fateOf } from '../domain/fate/fate-of.ts';
import { sameWords } from '../domain/fate/words.ts';
import { broughtBy, type BroughtWords, type ProposedWords } from '../domain/history/brought-by.ts';
import { nameOfInstrument, nameOfRevision } from '../domain/register/identity.ts';
import {
  clausesOf,
  clauseTexts,
  instrumentBy,
  revisionBySlug,
  revisionsOf,
  type Revision,
} from '../store/instruments.ts';
import { listContributions, proposalsWithRecords, type Contribution, type StoredProposal } from '../store/proposals.ts';
import { everyConference, goesTo } from './conferences.ts';

/** A proposal as far as it concerns one clause. */
export interface ProposedForClause {
  slug: string;
  reference: string;
  proponent: string | null;
  change: ChangeFate;
}

/** A clause in one revision of its instrument. */
export interface ClauseInRevision {
  revision: { slug: string; name: string };
  /** `null` where the revision does not have the clause. */
  clause: { path: string; heading: string | null; label: string; words: string } | null;
  /** What is new since the revision before, and whose words those are; empty for the oldest text known. */
  brought: BroughtWords<ProposedForClause>[];
  /** Proposals on the clause that came to nothing, or took it out. */
  others: ProposedForClause[];
  /** Whether proposals to this conference are in the register at all: without any, nobody's words are told from somebody's. */
  proposals: number;
}

/**
 * A clause over all revisions that the viewer may see, oldest first.
 * @param slug a revision that has the clause
 * @param path its address in that revision, such as "resolves-2"
 * @throws Refusal `not-found`
 */
export async function clauseHistory(
  context: Context,
  slug: string,
  path: string,
): Promise<{
  instrument: { slug: string; name: string; title: string | null };
  place: string;
  rows: ClauseInRevision[];
}> {
  const audience = audienceOf(context.viewer);
  const found = mustSee(context, await revisionBySlug(context.db, slug), 'text');
  const instrument = mustSee(context, await instrumentBy(context.db, { id: found.instrument }), 'instrument');
  const clause = (await clausesOf(context.db, found.id)).find((one) => one.path === path);
  if (clause === undefined)
    refuse('not-found', 'This text has no such clause.', 'Choose a clause on the page of the text.');
  const revisions = (await revisionsOf(context.db, audience, instrument.id)).filter(({ text }) => text !== null);
  const texts = await clauseTexts(
    context.db,
    clause.clause,
    revisions.map(({ id }) => id),
  );
  const { find } = await everyConference(context);
  const proposed = await proposalsOf(context, instrument.id);
  const rows = revisions.map((revision, index): ClauseInRevision => {
    const own = texts.find((text) => text.revision === revision.id) ?? null;
    const earlier = revisions[index - 1];
    const name = `${nameOfInstrument(instrument)} ${nameOfDated(revision)}`.trim();
    const row = { revision: { slug: revision.slug, name }, clause: own, brought: [], others: [], proposals: 0 };
    if (earlier === undefined) return row;
    const before = texts.find((text) => text.revision === earlier.id)?.words ?? null;
    const conference = find(instrument.adopted_by, revision.place, revision.year);
    const here = proposed.filter(
      ({ contribution }) => conference !== null && goesTo(contribution, instrument.adopted_by, find) === conference,
    );
    return { ...row, ...stepOf(before, own, here, earlier, revision), proposals: here.length };
  });
  const place = `${clause.heading ?? 'text'} ${clause.label}`.trim();
  return {
    instrument: { slug: instrument.slug, name: nameOfInstrument(instrument), title: instrument.title },
    place,
    rows,
  };
}

/** Which proposals concern the clause from one revision to the next. */
function stepOf(
  before: string | null,
  own: { path: string; words: string } | null,
  proposals: readonly JudgedInput[],
  earlier: Revision,
  later: Revision,
): Pick<ClauseInRevision, 'brought' | 'others'> {
  const adopted = later.text;
  if (adopted === null) return { brought: [], others: [] };
  const concerned = proposals.flatMap(({ proposal, proponent }): ProposedForClause[] =>
    fateOf(proposal.record, earlier.text, { state: 'adopted', text: adopted }).changes.flatMap((change) => {
      const stands = own !== null && change.adoptedAt?.path === own.path;
      const wentAway = own === null && before !== null && change.before !== null && sameWords(change.before, before);
      const { slug, reference } = proposal;
      return stands || wentAway ? [{ slug, reference, proponent, change }] : [];
    }),
  );
  const asked = concerned.flatMap((by): ProposedWords<ProposedForClause>[] =>
    by.change.proposed === null ? [] : [{ by, before: by.change.before, proposed: by.change.proposed }],
  );
  const brought = own === null ? [] : broughtBy(before, own.words, asked);
  const credited = new Set(brought.flatMap(({ by }) => by.map((one) => one.by)));
  return { brought, others: concerned.filter((one) => !credited.has(one)) };
}

interface JudgedInput {
  proposal: StoredProposal;
  proponent: string | null;
  contribution: Contribution | null;
}

async function proposalsOf(context: Context, instrument: string): Promise<JudgedInput[]> {
  const audience = audienceOf(context.viewer);
  const proposals = await proposalsWithRecords(context.db, audience, { instrument });
  const contributions = await listContributions(context.db, audience);
  return proposals.map((proposal) => {
    const contribution = contributions.find(({ id }) => id === proposal.contribution) ?? null;
    return { proposal, contribution, proponent: contribution?.proponent ?? proposal.reference.split('/')[0] ?? null };
  });
}

const nameOfDated = ({ place, year, revised }: Pick<Revision, 'place' | 'year' | 'revised'>): string =>
  place === null || year === null ? '' : nameOfRevision({ place, year, revised });
