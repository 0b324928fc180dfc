/** What became of proposals, in words and in the order of tables. */
import { fateNames, type ProposalFateName } from '#modules/texts/index.ts';
import type { Fates, JudgedProposal } from '#modules/texts/server/index.ts';
import { topicName } from '../../words.ts';

export { fateNames };
export type FateName = ProposalFateName;

/** One proposal as a row of a table. */
export interface FateRow {
  slug: string;
  reference: string;
  action: JudgedProposal['proposal']['action'];
  title: string | null;
  proponent: string | null;
  fate: FateName;
  why: string;
  counts: JudgedProposal['fate']['counts'];
}

/** A row of a table of success. */
export interface SuccessRow {
  name: string;
  proposals: Record<FateName, number>;
  changes: JudgedProposal['fate']['counts'];
}

export function fateRow({ proposal, proponent, fate }: JudgedProposal): FateRow {
  const { slug, reference, action, title } = proposal;
  return { slug, reference, action, title, proponent, fate: fate.fate, why: fate.why, counts: fate.counts };
}

/** The tables of a page; proponents and themes as people call them. */
export function fateTables({ proposals, byProponent, byTheme }: Fates): {
  rows: FateRow[];
  byProponent: SuccessRow[];
  byTheme: SuccessRow[];
} {
  return {
    rows: proposals.map(fateRow),
    byProponent: byProponent.map((row) => ({ ...row, name: row.key ?? 'not named' })),
    byTheme: byTheme.map((row) => ({ ...row, name: row.key === null ? 'no theme recognised' : topicName(row.key) })),
  };
}
