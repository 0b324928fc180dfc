/** Contributions in preparation: their head, their proposals, and the order of them. */
import { newId } from '#kernel/ids.ts';
import { refuse } from '#kernel/problem.ts';
import type { LegalText } from '#kernel/reading/index.ts';
import { audienceOf, maySee, type Viewer } from '#modules/access/index.ts';
import {
  freeSlug,
  mustMay,
  mustSee,
  refuseStale,
  remember,
  together,
  type Context,
} from '#modules/access/server/index.ts';
import {
  actionOfSymbol,
  codeOfContribution,
  ContributionHead,
  gapsOf,
  ProposalSymbol,
  type Gap,
} from '../domain/contributions/contribution.ts';
import { usualRule } from '../domain/support/support.ts';
import {
  deletePreparedProposal,
  insertPreparation,
  insertPreparedProposal,
  listPreparations,
  lockPreparation,
  preparationBySlug,
  proposalsOfPreparation,
  renumberProposals,
  updatePreparation,
  updatePreparedProposal,
  type Preparation,
  type StoredPreparedProposal,
} from '../store/preparations.ts';

export type { Preparation, StoredPreparedProposal };

/** Contributions in preparation that the viewer may see. */
export async function preparations(context: Context): Promise<Preparation[]> {
  return listPreparations(context.db, audienceOf(context.viewer));
}

/**
 * A contribution in preparation with its proposals, what it still lacks, and whether the viewer may work on it. The
 * names of drafts are for those who may.
 * @throws Refusal `not-found`
 */
export async function preparation(
  context: Context,
  slug: string,
): Promise<{ preparation: Preparation; proposals: StoredPreparedProposal[]; gaps: Gap[]; mayWork: boolean }> {
  const found = mustSee(context, await preparationBySlug(context.db, slug), 'contribution in preparation');
  const proposals = await proposalsOfPreparation(context.db, found.id);
  const mayWork = worksOn(context.viewer, found);
  return {
    preparation: found,
    proposals: mayWork ? proposals : proposals.map((proposal) => ({ ...proposal, draft: null })),
    gaps: gapsOf(found, proposals),
    mayWork,
  };
}

/** Its proponent and the secretariat work on a contribution, whoever sees it. */
function worksOn(viewer: Viewer, { organisation }: Preparation): boolean {
  if (viewer.role === 'secretariat' || viewer.role === 'administrator') return true;
  return viewer.role === 'drafter' && organisation !== null && organisation === viewer.organisation;
}

/**
 * Opens a contribution. Until its members are asked, only its proponent and the secretariat see it.
 * @returns its slug @throws Refusal `bad-contribution`, `no-organisation` when the one who opens it could not see it
 */
export async function openPreparation(context: Context, head: ContributionHead): Promise<string> {
  mustMay(context, 'draft-texts');
  const checked = checkedHead(head);
  const { organisation } = context.viewer;
  const shown = { visibility: 'parties' as const, parties: organisation === null ? [] : [organisation] };
  if (!maySee(context.viewer, shown).allowed) {
    refuse(
      'no-organisation',
      'A contribution is shown to the organisation of the one who opens it, and your account names none.',
      'Ask an administrator to add your organisation to your account.',
    );
  }
  return together(context, async (context) => {
    const row = {
      id: newId(context.now().getTime()),
      slug: await freeSlug(context.db, 'texts.preparation', `${codeOfContribution(checked)} ${checked.year}`),
      ...checked,
      organisation,
      stage: 'drafting' as const,
      members: [],
      replyBy: null,
      rule: usualRule,
      ...shown,
    };
    await insertPreparation(context.db, row);
    await remember(context, 'opened', { kind: 'preparation', id: row.id }, { after: row });
    return row.slug;
  });
}

/** Changes the head of a contribution that still is as it was seen. */
export async function changePreparation(
  context: Context,
  slug: string,
  version: number,
  head: ContributionHead,
): Promise<void> {
  await change(context, slug, version, 'changed', checkedHead(head));
}

/** The contribution was handed to the conference: from now on it stands. */
export async function submitPreparation(context: Context, slug: string, version: number): Promise<void> {
  mustMay(context, 'draft-texts');
  await together(context, async (context) => {
    const { gaps } = await mine(context, slug);
    const [gap] = gaps;
    if (gap !== undefined) {
      const where = gap.serial === null ? '' : `Proposal ${gap.serial}: `;
      refuse('not-ready', `${where}${gap.message}`, 'Complete it, then submit.');
    }
    await change(context, slug, version, 'submitted', { stage: 'submitted', visibility: 'members' });
  });
}

/** What a person says of one proposal. */
export interface ProposalWords {
  symbol: ProposalSymbol;
  title: string | null;
  summary: string;
  introduction: string;
  reasons: string;
}

/** Adds a proposal behind the others. @returns its serial */
export async function addPreparedProposal(
  context: Context,
  slug: string,
  about: { name: string; revision: string | null; draft: string | null; text: LegalText | null },
  words: ProposalWords,
): Promise<number> {
  mustMay(context, 'draft-texts');
  return together(context, async (context) => {
    const { preparation: within, proposals } = await mine(context, slug);
    mustBeOpen(within);
    const row = {
      id: newId(context.now().getTime()),
      preparation: within.id,
      serial: proposals.length + 1,
      revision: about.revision,
      about: about.name,
      draft: about.draft,
      text: textFor(words.symbol, about.text),
      ...words,
    };
    await insertPreparedProposal(context.db, row);
    await remember(context, 'added a proposal to', { kind: 'preparation', id: within.id }, { after: row });
    return row.serial;
  });
}

/** Changes what a proposal says, or takes a newer state of its text. */
export async function changePreparedProposal(
  context: Context,
  slug: string,
  serial: number,
  version: number,
  words: ProposalWords & { text?: LegalText | null },
): Promise<void> {
  mustMay(context, 'draft-texts');
  await together(context, async (context) => {
    const { preparation: within, proposals } = await mine(context, slug);
    mustBeOpen(within);
    const before = proposalAt(proposals, serial);
    const text = textFor(words.symbol, words.text === undefined ? before.text : words.text);
    if (!(await updatePreparedProposal(context.db, before.id, version, { ...words, text })))
      refuseStale('The proposal');
    await remember(
      context,
      'changed a proposal of',
      { kind: 'preparation', id: within.id },
      { before, after: { ...before, ...words, text } },
    );
  });
}

/** Takes a proposal out; those behind it move up. */
export async function removePreparedProposal(
  context: Context,
  slug: string,
  serial: number,
  version: number,
): Promise<void> {
  mustMay(context, 'draft-texts');
  await together(context, async (context) => {
    const { preparation: within, proposals } = await mine(context, slug);
    mustBeOpen(within);
    const before = proposalAt(proposals, serial);
    if (!(await deletePreparedProposal(context.db, before.id, version))) refuseStale('The proposal');
    await renumberProposals(
      context.db,
      proposals.filter((other) => other.id !== before.id).map(({ id }) => id),
    );
    await remember(context, 'took a proposal out of', { kind: 'preparation', id: within.id }, { before });
  });
}

/** Moves a proposal to another place among the others. */
export async function movePreparedProposal(context: Context, slug: string, serial: number, to: number): Promise<void> {
  mustMay(context, 'draft-texts');
  await together(context, async (context) => {
    const { preparation: within, proposals } = await mine(context, slug);
    mustBeOpen(within);
    const moving = proposalAt(proposals, serial);
    const ids = proposals.filter((other) => other.id !== moving.id).map(({ id }) => id);
    ids.splice(Math.max(0, Math.min(to - 1, ids.length)), 0, moving.id);
    await renumberProposals(context.db, ids);
    await remember(
      context,
      'moved a proposal of',
      { kind: 'preparation', id: within.id },
      { before: { serial }, after: { serial: ids.indexOf(moving.id) + 1 } },
    );
  });
}

/**
 * The contribution, for those who may work on it; nobody else changes it or its proposals until the transaction ends.
 * @throws Refusal `not-found`, `not-allowed`
 */
export async function mine(context: Context, slug: string): ReturnType<typeof preparation> {
  mustMay(context, 'draft-texts');
  await lockPreparation(context.db, slug);
  const found = await preparation(context, slug);
  if (!found.mayWork) {
    refuse('not-allowed', 'Only its proponent and the secretariat work on this contribution.', 'Ask its proponent.');
  }
  return found;
}

/** Changes a preparation in one transaction, with history. */
export async function change(
  context: Context,
  slug: string,
  version: number,
  action: string,
  changes: Partial<Omit<Preparation, 'id' | 'slug' | 'version'>>,
): Promise<void> {
  mustMay(context, 'draft-texts');
  await together(context, async (context) => {
    const { preparation: before } = await mine(context, slug);
    mustBeOpen(before);
    if (!(await updatePreparation(context.db, before.id, version, changes))) refuseStale('The contribution');
    await remember(
      context,
      action,
      { kind: 'preparation', id: before.id },
      { before, after: { ...before, ...changes } },
    );
  });
}

function mustBeOpen({ stage }: Preparation): void {
  if (stage === 'submitted') {
    refuse(
      'submitted',
      'The contribution was submitted.',
      'Open a corrigendum or a new addendum as a contribution of its own.',
    );
  }
}

function proposalAt(proposals: readonly StoredPreparedProposal[], serial: number): StoredPreparedProposal {
  const found = proposals.find((proposal) => proposal.serial === serial);
  if (found === undefined) refuse('not-found', `There is no proposal ${serial} in it.`, 'Load the page again.');
  return found;
}

/** No change prints no text; whatever was drafted stays with its draft. */
const textFor = (symbol: ProposalSymbol, text: LegalText | null): LegalText | null =>
  actionOfSymbol(symbol) === 'NOC' ? null : text;

function checkedHead(head: ContributionHead): ContributionHead {
  const checked = ContributionHead.safeParse(head);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  refuse('bad-contribution', issue?.message ?? 'The contribution cannot be opened like this.', '', {
    field: String(issue?.path[0] ?? 'title'),
  });
}
